#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# money-math 2.6.3 (npm): -10.00 divided by 6 is -1.65.
#
# Expected: -1.67, as 10.00 divided by 6 is 1.67. The library works on amounts as texts of two decimals,
#   negative ones among them, and says that a result is rounded to the whole cent where there is more.
# Seen: where the part to be cut off is half a cent or more, a cent is added, to a negative amount too, whose
#   size grows by taking one away: the product or quotient is two cents off, however near it was to the next
#   cent. Smaller parts are cut rightly, so some results are right and others not. Percentages are one cent
#   off.
# For a CRM: this is more than another way to round a half: shares, tax and discount of credit notes come out
#   too small, and a deal that is taken back leaves cents behind line by line. Round the size and put the
#   sign back; test amounts below zero.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts money-math@2.6.3 >/dev/null

cat >try.cjs <<'END'
const money = require('money-math');
for (const [amount, by] of [['10.00', '6.00'], ['1.00', '8.00'], ['10.00', '3.00']])
    console.log(`${amount} / ${by}: ${money.div(amount, by)} and ${money.div(`-${amount}`, by)}`);
for (const [amount, by] of [['33.33', '0.33'], ['0.99', '0.19'], ['1.11', '1.11']])
    console.log(`${amount} * ${by}: ${money.mul(amount, by)} and ${money.mul(`-${amount}`, by)}`);
for (const [amount, rate] of [['19.99', '19.00'], ['200.00', '8.25']])
    console.log(`${rate} % of ${amount}: ${money.percent(amount, rate)} and ${money.percent(`-${amount}`, rate)}`);
END

cat >seen <<'END'
10.00 / 6.00: 1.67 and -1.65
1.00 / 8.00: 0.13 and -0.11
10.00 / 3.00: 3.33 and -3.33
33.33 * 0.33: 11.00 and -10.98
0.99 * 0.19: 0.19 and -0.17
1.11 * 1.11: 1.23 and -1.23
19.00 % of 19.99: 3.80 and -3.79
8.25 % of 200.00: 16.50 and -16.50
END

node try.cjs >now
echo 'Expected: the same digits on both sides.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'money-math-negative-amounts: it behaves differently now' >&2
    exit 1
}
