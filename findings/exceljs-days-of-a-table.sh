#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# exceljs 4.4.0 (npm): a CSV file with the day 2026-03-04, saved as a workbook in Berlin, has 3 March in it.
#
# Expected: 4 March everywhere. Workbooks have no time zones, and exceljs writes a Date by its UTC parts and
#   reads it so; its own reader of CSV turns 2026-03-04 into a Date.
# Seen: the reader takes midnight of the computer's time zone, the writer UTC: east of Greenwich each day is
#   the one before, at 23:00 or earlier; west of it it is the right day at 5:00, which is neither equal to
#   the day nor shown. Writing a CSV is in local time again, so CSV to CSV looks fine, and on a server in UTC
#   all is right.
# For a CRM: close dates and birthdays converted on somebody's desktop are a day early; a program that
#   imports the workbook sees times beside them. A value with a time just before midnight in every row is
#   such a file; days should never be points in time.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts exceljs@4.4.0 xlsx@0.18.5 >/dev/null

printf '%s\n' 'Name,Close' 'Acme,2026-03-04' >deals.csv
cat >try.cjs <<'END'
const ExcelJS = require('exceljs');
const XLSX = require('xlsx');
(async () => {
    const book = new ExcelJS.Workbook();
    await book.csv.readFile('deals.csv');
    await book.xlsx.writeFile('deals.xlsx');
    const cell = XLSX.readFile('deals.xlsx', { dateNF: 'yyyy-mm-dd hh:mm' }).Sheets.sheet1.B2;
    const again = await book.csv.writeBuffer();
    console.log(`${process.env.TZ}: ${cell.w} (${cell.v.toFixed(4)}), back in CSV ${again.toString().slice(16, 26)}`);
})();
END
for zone in UTC Europe/Berlin Asia/Kolkata America/New_York; do
    TZ=$zone node try.cjs
done >now.txt

cat >seen <<'END'
UTC: 2026-03-04 00:00 (46085.0000), back in CSV 2026-03-04
Europe/Berlin: 2026-03-03 23:00 (46084.9583), back in CSV 2026-03-04
Asia/Kolkata: 2026-03-03 18:30 (46084.7708), back in CSV 2026-03-04
America/New_York: 2026-03-04 05:00 (46085.2083), back in CSV 2026-03-04
END

cat now.txt >now
echo 'Expected: 2026-03-04 00:00 (46085.0000) in each time zone.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'exceljs-days-of-a-table: it behaves differently now' >&2
    exit 1
}
