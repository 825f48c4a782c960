#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# numeral 2.0.6 (npm): an amount a little below zero is printed as "0$.00".
#
# Expected: "$0.00", or "-$0.00". The format "$0,0.00" says where the sign of the currency stands and
#   that two decimals follow; the project's page of formats shows it for any number, also negative.
# Seen: as soon as a negative amount rounds to zero the currency sign is put one place too far right:
#   "0$.00", without decimals "0$", and in the bookkeepers' format with brackets "0$.00" again. Amounts
#   that do not round to zero are right.
# For a CRM: sums of discounts, commissions and exchange rates end a fraction of a cent below zero
#   every day. In a report made by such a program "0$.00" is no number for any importer. Round first,
#   then print; and reading, name such a cell instead of taking it for ".00".
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts numeral@2.0.6 >/dev/null

cat >try.cjs <<'END'
const numeral = require('numeral');
for (const amount of [-0.01, -0.004])
    for (const format of ['$0,0.00', '$0,0', '($0,0.00)'])
        console.log(`${amount} as ${format}: ${numeral(amount).format(format)}`);
END

cat >seen <<'END'
-0.01 as $0,0.00: -$0.01
-0.01 as $0,0: 0$
-0.01 as ($0,0.00): ($0.01)
-0.004 as $0,0.00: 0$.00
-0.004 as $0,0: 0$
-0.004 as ($0,0.00): 0$.00
END

node try.cjs >now
# shellcheck disable=SC2016 # the dollar is meant
echo 'Expected: $0.00 or -$0.00 wherever the amount rounds to zero.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'numeral-negative-cents: it behaves differently now' >&2
    exit 1
}
