#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# phone 3.1.72 (npm): mobile numbers in E.164 lose a digit and are called valid.
#
# Expected: a number that is complete in E.164 comes back unchanged, or is refused. That is what the
#   README promises: to bring mobile numbers into E.164.
# Seen: where the table of a country has one digit less than its plan, the digit behind the country code
#   is taken for a trunk prefix and dropped, and isValid is true. Argentina's mobile numbers lose the 9
#   without which a call from abroad reaches a fixed line at best; Liberia and Tuvalu, whose numbers have
#   grown, lose their first digit. google-libphonenumber 3.2.47 takes each number as a valid mobile one.
# For a CRM: what is stored is another number, of somebody else or of nobody, and the typed one is gone.
#   Keep what was typed beside the E.164 form, and never shorten a number that begins with a plus.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    phone@3.1.72 google-libphonenumber@3.2.47 >/dev/null

cat >try.cjs <<'END'
const { phone } = require('phone');
const { PhoneNumberUtil, PhoneNumberType } = require('google-libphonenumber');
const plans = PhoneNumberUtil.getInstance();

const kind = (number) => {
    const parsed = plans.parse(number);
    if (!plans.isValidNumber(parsed)) return 'no valid number';
    return plans.getNumberType(parsed) === PhoneNumberType.MOBILE ? 'mobile' : 'not mobile';
};

for (const number of ['+5491123456789', '+688901234', '+231770123456', '+491755550100']) {
    const { isValid, phoneNumber, countryIso2 } = phone(number);
    console.log(`${countryIso2} ${number} (${kind(number)})`);
    console.log(`   ${phoneNumber} (${kind(phoneNumber)}), isValid ${isValid}`);
}
END

cat >seen <<'END'
AR +5491123456789 (mobile)
   +541123456789 (not mobile), isValid true
TV +688901234 (mobile)
   +68801234 (no valid number), isValid true
LR +231770123456 (mobile)
   +23170123456 (no valid number), isValid true
DE +491755550100 (mobile)
   +491755550100 (mobile), isValid true
END

node try.cjs >now
echo 'Expected: four numbers as they were.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'phone-drops-a-digit: it behaves differently now' >&2
    exit 1
}
