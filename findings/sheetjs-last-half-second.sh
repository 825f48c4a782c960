#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# SheetJS 0.18.5 (npm package xlsx): the last half second of a minute is shown as the beginning of that
# minute, that of a day as 24:00.
#
# Expected: 10:30:59.700 shown in whole seconds is 10:31:00, or cut off 10:30:59; and "hh", an hour of
#   the day (ECMA-376, 18.8.31), is 00 to 23.
# Seen: the seconds are rounded up to 60, shown as 00, and the minute stays: 10:30:00, while the format
#   without seconds makes 10:31 of the same time. The last half second of a day is "24:00" there, of the
#   day that is over. sheet_to_csv() writes these texts, so that is what the next program gets.
# For a CRM: "until the end of the day" is kept as 23:59:59.999 by many programs; such a deadline comes
#   out as 23:59:00 or as a time that no importer takes. Read the value of the cell and not its text.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts xlsx@0.18.5 >/dev/null

cat >try.cjs <<'END'
const { utils } = require('xlsx');
for (const dateNF of ['yyyy-mm-dd hh:mm:ss', 'yyyy-mm-dd hh:mm'])
    for (const time of ['2026-06-01T10:30:59.400Z', '2026-06-01T10:30:59.700Z', '2026-12-31T23:59:59.999Z'])
        console.log(`${time} as ${dateNF}: ${utils.sheet_to_csv(utils.aoa_to_sheet([[new Date(time)]], { dateNF }))}`);
END

cat >seen <<'END'
2026-06-01T10:30:59.400Z as yyyy-mm-dd hh:mm:ss: 2026-06-01 10:30:59
2026-06-01T10:30:59.700Z as yyyy-mm-dd hh:mm:ss: 2026-06-01 10:30:00
2026-12-31T23:59:59.999Z as yyyy-mm-dd hh:mm:ss: 2026-12-31 23:59:00
2026-06-01T10:30:59.400Z as yyyy-mm-dd hh:mm: 2026-06-01 10:30
2026-06-01T10:30:59.700Z as yyyy-mm-dd hh:mm: 2026-06-01 10:31
2026-12-31T23:59:59.999Z as yyyy-mm-dd hh:mm: 2026-12-31 24:00
END

TZ=UTC node try.cjs >now
echo 'Expected: 10:31:00 or 10:30:59, 23:59 or 00:00 of the next day.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'sheetjs-last-half-second: it behaves differently now' >&2
    exit 1
}
