#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# jsvat 2.5.4 (npm): VAT numbers of Northern Ireland and of young Belgian companies are not valid.
#
# Expected: valid. Since 2021 sellers of goods in Northern Ireland use their British number with XI in front
#   of it, in the European register too; Belgian numbers that begin with 0 have run out, and those of new
#   companies begin with 1, made and checked in the same way (two digits, 97 less the rest of the other eight
#   by 97).
# Seen: XI is no country that it knows, though the same number is valid with GB. A Belgian number with a 1 is
#   not even of a valid form: its pattern has a 0 in that place.
# For a CRM: a form that insists on a valid number turns away customers from Belfast and young companies from
#   Belgium, and the wording blames their typing. A check by pattern warns, it does not refuse; and its table
#   has to be looked after every year.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts jsvat@2.5.4 >/dev/null

cat >try.cjs <<'END'
const { checkVAT, countries } = require('jsvat');
const last = (97 - 10089031 % 97).toString().padStart(2, '0');    // of the Belgian number, by its rule
for (const number of ['GB980780684', 'XI980780684', 'BE0428759497', `BE10089031${last}`]) {
    const { isValid, isValidFormat, isSupportedCountry } = checkVAT(number, countries);
    console.log(`${number}: valid ${isValid}, form ${isValidFormat}, country ${isSupportedCountry}`);
}
END

cat >seen <<'END'
GB980780684: valid true, form true, country true
XI980780684: valid false, form false, country false
BE0428759497: valid true, form true, country true
BE1008903136: valid false, form false, country true
END

node try.cjs >now
echo 'Expected: valid true each time.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'jsvat-newer-numbers: it behaves differently now' >&2
    exit 1
}
