#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# google-libphonenumber 3.2.47 (npm): a word behind a number becomes digits of it, and the number is valid.
#
# Expected: the number and, where the word says so, its extension, as with "ext. 12" or Russian "доб. 12"; or that the
#   text is refused, as with a comma before the word. Letters stand for digits in numbers like 1-800-FLOWERS, for which
#   the library has a function of its own (isAlphaNumber) and a plan that knows them.
# Seen: where numbers of a country may have many lengths (Germany, Austria), "mobil", "privat", "Fax" and the
#   abbreviations that people there write before an extension ("DW", "App.", "Kl.") are dialled by the keys of a
#   telephone or dropped, and the digits of the extension are joined to the number. isValidNumber says yes to each.
#   libphonenumber-js 1.13.16 takes the number alone, or refuses the text.
# For a CRM: a column of numbers with remarks becomes numbers of nobody, each of them valid, and two rows of one number
#   are no longer the same. Tell the number from the words beside it before the library sees it.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    google-libphonenumber@3.2.47 libphonenumber-js@1.13.16 >/dev/null

cat >try.cjs <<'END'
const { PhoneNumberUtil, PhoneNumberFormat } = require('google-libphonenumber');
const { parsePhoneNumber } = require('libphonenumber-js/max');
const plans = PhoneNumberUtil.getInstance();

const said = (number, extension, isValid) =>
    number + (extension ? ` ext. ${extension}` : '') + (isValid ? ', valid' : ', not valid');
const ofGoogle = (text, region) => {
    try {
        const number = plans.parse(text, region);
        return said(plans.format(number, PhoneNumberFormat.E164), number.getExtension(), plans.isValidNumber(number));
    } catch {
        return 'refused';
    }
};
const ofOther = (text, region) => {
    try {
        const number = parsePhoneNumber(text, region);
        return said(number.number, number.ext, number.isValid());
    } catch {
        return 'refused';
    }
};

for (const [region, text] of [
    ['DE', '030 5550123 ext. 12'],
    ['DE', '030 5550123, App. 12'],
    ['DE', '030 5550123 App. 12'],
    ['DE', '030 5550123 DW 12'],
    ['AT', '01 5550123 Kl. 12'],
    ['DE', '030 5550123 Fax'],
    ['DE', '030 5550123 mobil'],
    ['DE', '030 5550123 privat'],
])
    console.log(`${text}\n   ${ofGoogle(text, region)} (libphonenumber-js: ${ofOther(text, region)})`);
END

cat >seen <<'END'
030 5550123 ext. 12
   +49305550123 ext. 12, valid (libphonenumber-js: +49305550123 ext. 12, valid)
030 5550123, App. 12
   refused (libphonenumber-js: refused)
030 5550123 App. 12
   +4930555012327712, valid (libphonenumber-js: refused)
030 5550123 DW 12
   +4930555012312, valid (libphonenumber-js: refused)
01 5550123 Kl. 12
   +431555012312, valid (libphonenumber-js: refused)
030 5550123 Fax
   +49305550123329, valid (libphonenumber-js: +49305550123, valid)
030 5550123 mobil
   +4930555012366245, valid (libphonenumber-js: +49305550123, valid)
030 5550123 privat
   +49305550123774828, valid (libphonenumber-js: +49305550123, valid)
END

node try.cjs >now
echo 'Expected: the number, with its extension where there is one, or a refusal.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'google-libphonenumber-words-are-digits: it behaves differently now' >&2
    exit 1
}
