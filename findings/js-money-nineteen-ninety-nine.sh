#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# js-money 0.6.3 (npm): there are no 19.99 euros.
#
# Expected: 1999 cents. fromDecimal takes decimal numbers with as many decimals as the currency has, and by
#   its documentation throws for more, as 15.3456 dollars; 15.25 is its example of a right one.
# Seen: the number is multiplied by 100 in floating point and refused if that is not whole: "Amount must be
#   an integer", for 19.99, 1.15, 0.07 and one in eleven of all amounts up to 1000.00. Rounding has to be
#   asked for by a second argument that is there for amounts with more decimals, and then hides those.
# For a CRM: tests with round prices pass, and the import stops at the first price that ends in 99. Compare
#   the decimals as they are written, not a product; keep amounts as whole cents from the text on.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts js-money@0.6.3 >/dev/null

cat >try.cjs <<'END'
const Money = require('js-money');
const cents = amount => {
    try {
        return Money.fromDecimal(amount, 'EUR').amount;
    } catch (error) {
        return error.message;
    }
};
for (const amount of [15.25, 19.98, 19.99, 1.15, 0.07])
    console.log(`${amount}: ${cents(amount)}`);
const refused = Array.from({ length: 100000 }, (_, cent) => cent + 1).filter(cent => cents(cent / 100) !== cent);
console.log(`refused of 0.01 to 1000.00: ${refused.length} of 100000`);
END

cat >seen <<'END'
15.25: 1525
19.98: 1998
19.99: Amount must be an integer
1.15: Amount must be an integer
0.07: Amount must be an integer
refused of 0.01 to 1000.00: 9175 of 100000
END

node try.cjs >now
echo 'Expected: 1525, 1998, 1999, 115, 7; none refused.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'js-money-nineteen-ninety-nine: it behaves differently now' >&2
    exit 1
}
