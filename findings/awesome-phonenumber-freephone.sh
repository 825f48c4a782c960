#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# awesome-phonenumber 7.8.0 (npm): international freephone and satellite numbers are refused.
#
# Expected: +800 1234 5678 is valid. The package is Google's libphonenumber, compiled; libphonenumber has
#   plans for the codes of the world (+800, +808, +870, +883 …) under the region "001", and
#   google-libphonenumber 3.2.47, the same library in another wrapping, takes them.
# Seen: regionCode is "001", yet possible and valid are false with "invalid-country-code", and there is
#   no number in the answer at all. The same for tel:+49-30-901820, the form of RFC 3966, which the
#   package writes itself as number.rfc3966.
# For a CRM: service numbers of firms with customers in many countries, phones on ships, and every link
#   from a web page are dropped as wrong. Refusing a number is no reason to lose it.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    awesome-phonenumber@7.8.0 google-libphonenumber@3.2.47 >/dev/null

cat >try.cjs <<'END'
const { parsePhoneNumber } = require('awesome-phonenumber');
const { PhoneNumberUtil } = require('google-libphonenumber');
const google = PhoneNumberUtil.getInstance();

const numbers = ['+800 1234 5678', '+870 773 111 632', 'tel:+49-30-901820', '+49-30-901820'];
for (const number of numbers) {
    const one = parsePhoneNumber(number);
    const why = `${one.valid} (${one.possibility}), region ${one.regionCode}, number ${one.number?.e164}`;
    console.log(number);
    console.log(`  awesome-phonenumber   ${why}`);
    console.log(`  google-libphonenumber ${google.isValidNumber(google.parse(number))}`);
}
console.log(`writes ${parsePhoneNumber('+49-30-901820').number.rfc3966}`);
END

cat >seen <<'END'
+800 1234 5678
  awesome-phonenumber   false (invalid-country-code), region 001, number undefined
  google-libphonenumber true
+870 773 111 632
  awesome-phonenumber   false (invalid-country-code), region 001, number undefined
  google-libphonenumber true
tel:+49-30-901820
  awesome-phonenumber   false (invalid-country-code), region undefined, number undefined
  google-libphonenumber true
+49-30-901820
  awesome-phonenumber   true (is-possible), region DE, number +4930901820
  google-libphonenumber true
writes tel:+49-30-901820
END

node try.cjs >now
echo 'Expected: true each time.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'awesome-phonenumber-freephone: it behaves differently now' >&2
    exit 1
}
