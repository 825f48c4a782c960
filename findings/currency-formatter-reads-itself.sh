#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# currency-formatter 1.5.9 (npm): 1,234.50 soles, as it wrote them, are read back as 0.1234.
#
# Expected: the amount that was written. format and unformat take the same currency code, and the
#   documentation shows unformat undoing dollars, euros and francs.
# Seen: when reading, what is neither a digit nor the decimal sign of the currency is dropped, and the point
#   in "S/." stays: it becomes the decimal point of Peru, Honduras, Panama and others. Symbols with several
#   points, in most Arab countries, make 0 of every amount. In dong, which have no decimals, the point
#   between the thousands is taken for the decimal one: 1235 are 1.235. No error. So it is for 17 of the
#   currencies that it knows.
# For a CRM: amounts exported by one part of a system and imported by another shrink by the thousand. Take
#   the symbol off before looking at the digits, and refuse a number with a sign in the wrong place.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts currency-formatter@1.5.9 >/dev/null

cat >try.cjs <<'END'
const currency = require('currency-formatter');
const back = (amount, code) => currency.unformat(currency.format(amount, { code }), { code });
for (const code of ['USD', 'EUR', 'PEN', 'HNL', 'VND'])
    console.log(`${code}: ${currency.format(1234.5, { code })} is read as ${back(1234.5, code)}`);
for (const code of ['AED', 'EGP', 'MAD'])
    console.log(`${code}: 1234.5 is read as ${back(1234.5, code)}`);
const lost = currency.currencies.filter(({ code }) => Math.abs(back(1234.5, code) - 1234.5) > 1);
console.log(`not read back: ${lost.map(({ code }) => code).sort().join(' ')}`);
END

cat >seen <<'END'
USD: $1,234.50 is read as 1234.5
EUR: 1 234,50 € is read as 1234.5
PEN: S/. 1,234.50 is read as 0.1234
HNL: L. 1,234.50 is read as 0.1234
VND: 1.235 ₫ is read as 1.235
AED: 1234.5 is read as 0
EGP: 1234.5 is read as 0
MAD: 1234.5 is read as 0
not read back: AED BHD BTN DZD EGP HNL IQD JOD KWD LBP LYD MAD PAB PEN TND VEB VND
END

node try.cjs >now
echo 'Expected: 1234.5, or 1235 in dong, and no currency in the last line.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'currency-formatter-reads-itself: it behaves differently now' >&2
    exit 1
}
