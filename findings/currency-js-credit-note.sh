#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# currency.js 2.0.4 (npm): an invoice and its credit note do not cancel out.
#
# Expected: the same cents with the other sign. The library promises sums without floating point errors
#   and rounds half a cent up, 1.005 to 1.01; commercial rounding, and ROUND in spreadsheets and
#   databases, treat -1.005 as the mirror image.
# Seen: 1.005 becomes 1.01, -1.005 becomes -1.00: half a cent goes towards plus infinity on both sides.
#   The sum of the two is a cent. Multiplying does the same: 2.45 x 0.5 is 1.23, -2.45 x 0.5 is -1.22.
# For a CRM: tax or a share of a positive and of a negative amount differ by a cent per line, so a deal
#   taken back leaves cents behind in totals by account. Round the size of the amount, put the sign back.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts currency.js@2.0.4 >/dev/null

cat >try.cjs <<'END'
const currency = require('currency.js');
for (const amount of [1.005, 10.235, 1234.565])
    console.log(`${amount}: ${currency(amount)} and ${currency(-amount)}`);
console.log(`times half: ${currency(2.45).multiply(0.5)} and ${currency(-2.45).multiply(0.5)}`);
console.log(`sum: ${currency(1.005).add(currency(-1.005))}`);
END

cat >seen <<'END'
1.005: 1.01 and -1.00
10.235: 10.24 and -10.23
1234.565: 1234.57 and -1234.56
times half: 1.23 and -1.22
sum: 0.01
END

node try.cjs >now
echo 'Expected: the same digits on both sides, and a sum of 0.00.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'currency-js-credit-note: it behaves differently now' >&2
    exit 1
}
