#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# csvkit 1.0.7 with agate-excel 0.2.5 (Python; Debian csvkit 1.0.7-1): one word in a column of days turns
# the days of an .xls into numbers.
#
# Expected: 2026-03-04, whatever stands in other rows. In .xls as in .xlsx the cell says that it is a day,
#   and in2csv is for the values of the sheet; from an .xlsx they come so.
# Seen: agate-excel reads days only in columns in which all cells are days. With *open* in one row the
#   others are 46085.0, and -I (no guessing) changes nothing. Empty cells do no harm.
# For a CRM: closing days with *open* or *n/a* among them are the rule. As 46085.0 they are refused, or
#   taken for an amount. An import must look at cells, not columns, and say which rows do not fit.
# Run on 2026-11-29.
set -eu
export LC_ALL=C.UTF-8 TZ=UTC PATH=/usr/bin:/bin:/usr/sbin:/sbin
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Package and version, as in Debian 12: the rest is seen with just these.
need() {
    [ "$(dpkg-query -W -f '${Version}' "$1" 2>&1)" = "$2" ] && return
    apt-get install -y -q --no-install-recommends "$1=$2" >apt.log 2>&1 ||
        { apt-get update -q && apt-get install -y -q --no-install-recommends "$1=$2"; } >apt.log 2>&1 ||
        { cat apt.log >&2; exit 1; }
}
need csvkit 1.0.7-1
need python3-agateexcel 0.2.5-2
need python3-xlwt 1.3.0-4
need python3-openpyxl 3.0.9-1

cat >write.py <<'END'
import datetime
import openpyxl
import xlwt

day = datetime.date(2026, 3, 4)
for name, last in [('days', day), ('blank', None), ('word', 'open')]:
    rows = [['company', 'close'], ['Example', day], ['Sample', last]]
    old = xlwt.Workbook()
    sheet = old.add_sheet('deals')
    shown = xlwt.easyxf(num_format_str='YYYY-MM-DD')
    for row, cells in enumerate(rows):
        for column, cell in enumerate(cells):
            if cell is not None:
                sheet.write(row, column, cell, *([shown] if cell == day else []))
    old.save(name + '.xls')
    new = openpyxl.Workbook()
    for cells in rows:
        new.active.append(cells)
    new.save(name + '.xlsx')
END
python3 write.py

cat >seen <<'END'
= days.xlsx
Example,2026-03-04
= blank.xlsx
Example,2026-03-04
= word.xlsx
Example,2026-03-04
= days.xls
Example,2026-03-04
= blank.xls
Example,2026-03-04
= word.xls
Example,46085.0
END

for file in days.xlsx blank.xlsx word.xlsx days.xls blank.xls word.xls; do
    echo "= $file" && in2csv -I "$file" | grep Example
done >now
echo 'Expected: Example,2026-03-04 from each of the files.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'csvkit-one-word-in-a-date-column: it behaves differently now' >&2
    exit 1
}
