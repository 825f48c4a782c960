#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# SheetJS 0.18.5 writes, read-excel-file 9.3.17 reads (npm): 01:45 becomes 01:44:59.999.
#
# Expected: the time that was written. A workbook holds a time as a fraction of a day (ECMA-376, 18.17.4),
#   with the 15 to 17 digits of a double; to the millisecond nothing is lost, if it is rounded.
# Seen: read-excel-file cuts the milliseconds off. Of the 96 quarters of a day 32 lie a hair below after
#   the way through the file, and come out a millisecond early, so with another minute and often another
#   hour. exceljs 4.4.0 reads all 96 of the same file as written.
# For a CRM: appointments at 01:45 show as 01:44, at 01:00 as 00:59, and are no duplicates of the ones
#   that are there. Round a time from a workbook to the second before taking it apart.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    xlsx@0.18.5 read-excel-file@9.3.17 exceljs@4.4.0 >/dev/null

cat >try.mjs <<'END'
import { createRequire } from 'node:module';
import readExcelFile from 'read-excel-file/node';
const require = createRequire(import.meta.url);
const XLSX = require('xlsx');
const ExcelJS = require('exceljs');

const quarters = Array.from({ length: 96 }, (_, i) => new Date(Date.UTC(2026, 5, 1, 0, 15 * i)));
const sheet = XLSX.utils.aoa_to_sheet(quarters.map((time) => [time]));
const book = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(book, sheet, 'Calls');
XLSX.writeFile(book, 'calls.xlsx');

const compare = (who, times) => {
    const wrong = times.map((time, i) => [quarters[i], time]).filter(([a, b]) => +a !== +b);
    console.log(`${who}: ${times.length} read, ${wrong.length} not as written`);
    for (const [written, read] of wrong.slice(0, 4))
        console.log(`  ${written.toISOString()} read as ${read.toISOString()}`);
};

const [first] = await readExcelFile('calls.xlsx');
compare('read-excel-file', first.data.map(([time]) => time));
const other = new ExcelJS.Workbook();
await other.xlsx.readFile('calls.xlsx');
compare('exceljs', quarters.map((_, i) => other.worksheets[0].getCell(i + 1, 1).value));
END

cat >seen <<'END'
read-excel-file: 96 read, 32 not as written
  2026-06-01T00:15:00.000Z read as 2026-06-01T00:14:59.999Z
  2026-06-01T01:00:00.000Z read as 2026-06-01T00:59:59.999Z
  2026-06-01T01:45:00.000Z read as 2026-06-01T01:44:59.999Z
  2026-06-01T02:30:00.000Z read as 2026-06-01T02:29:59.999Z
exceljs: 96 read, 0 not as written
END

TZ=UTC node try.mjs >now
echo 'Expected: 96 quarters of an hour as written.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'read-excel-file-quarter-hours: it behaves differently now' >&2
    exit 1
}
