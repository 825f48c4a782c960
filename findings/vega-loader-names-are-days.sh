#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# vega-loader 5.1.3 (npm; the reader of vega 6): customers called "Acme 1" and "Beta 12" are days in 2001.
#
# Expected: texts. With parse: 'auto' the type of each column is told from its values, as booleans, whole
#   numbers, numbers or dates if all of them are such; everything else stays text.
# Seen: whatever JavaScript's Date.parse takes is a date, and it takes any words before a number up to 12:
#   the month is the number, the year 2001. Names of customers, orders and steps become milliseconds; a
#   single name without such a number, or with 13, keeps the column as it is, so the next file behaves
#   differently. Amounts with a decimal comma, 1,5 and 2,25, are days too.
# For a CRM: a table exported for a chart shows an axis of days in place of names, or bars of nine hundred
#   billion. Say the type of every column when giving data to a chart, and never take a day for one unless
#   its form is known.
# Run on 2026-11-29.
set -eu
export TZ=UTC
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts vega-loader@5.1.3 >/dev/null

cat >try.mjs <<'END'
import { read } from 'vega-loader';
const day = value => typeof value === 'number' && value > 1e9 ? new Date(value).toISOString().slice(0, 10) : value;
for (const names of [['Acme 1', 'Beta 12'], ['Lead 3', 'Lead 4'], ['Acme-1', 'Acme-2'], ['Lot 12', 'Lot 13'],
                     ['Acme 1', 'Beta'], ['"1,5"', '"2,25"']]) {
    const rows = read(`cell\n${names.join('\n')}\n`, { type: 'csv', parse: 'auto' });
    console.log(`${names.join(' and ')}: ${rows.map(row => `${row.cell} (${day(row.cell)})`).join(' and ')}`);
}
END

cat >seen <<'END'
Acme 1 and Beta 12: 978307200000 (2001-01-01) and 1007164800000 (2001-12-01)
Lead 3 and Lead 4: 983404800000 (2001-03-01) and 986083200000 (2001-04-01)
Acme-1 and Acme-2: 978307200000 (2001-01-01) and 980985600000 (2001-02-01)
Lot 12 and Lot 13: Lot 12 (Lot 12) and Lot 13 (Lot 13)
Acme 1 and Beta: Acme 1 (Acme 1) and Beta (Beta)
"1,5" and "2,25": 978652800000 (2001-01-05) and 983059200000 (2001-02-25)
END

node try.mjs >now
echo 'Expected: the texts as they are.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'vega-loader-names-are-days: it behaves differently now' >&2
    exit 1
}
