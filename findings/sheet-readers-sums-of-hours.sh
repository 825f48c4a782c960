#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# xlsx2csv 0.7.8, csvkit 1.0.7 and roo 2.10.0 (Debian 12): 36 hours are read in three other ways.
#
# Expected: 36:00:00, or 1.5, the days that are in the cell. [h] in a number format counts hours beyond 24
#   (ECMA-376, part 1, 18.8.31), so that a sum of hours is a length, no instant. Gnumeric answers
#   36:00:00, openpyxl a timedelta of a day and 12 hours.
# Seen: xlsx2csv drops the day (12:00) where seconds are in the format, and gives 1.5 where not; csvkit
#   says 1 January 1900 at noon, though it reads with openpyxl; roo says 31 December 1899 at noon. Nine
#   hours are right in all of them.
# For a CRM: hours worked, call times, times to an answer: what is over a day shrinks to its rest or
#   becomes a day of another century in an import, while short ones are right. Headings and the first rows
#   show nothing of it.
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
need python3-xlsxwriter 3.0.2-2
need python3-openpyxl 3.0.9-1
need xlsx2csv 1:0.7.8-1
need csvkit 1.0.7-1
need ruby-roo 2.10.0-1
need gnumeric 1.12.55-1

cat >write.py <<'END'
import xlsxwriter

book = xlsxwriter.Workbook('hours.xlsx')
sheet = book.add_worksheet()
sheet.write_row(0, 0, ['hours', '[h]:mm', '[h]:mm:ss'])
for row, hours in enumerate([9, 36], 1):
    sheet.write(row, 0, f'{hours} hours')
    for column, text in enumerate(['[h]:mm', '[h]:mm:ss'], 1):
        sheet.write(row, column, hours / 24, book.add_format({'num_format': text}))
book.close()
END
cat >read.rb <<'END'
require 'roo'
puts Roo::Spreadsheet.open('hours.xlsx').to_csv
END
python3 write.py
ssconvert hours.xlsx gnumeric.csv >gnumeric.log 2>&1
xlsx2csv hours.xlsx >xlsx2csv.csv
in2csv -I hours.xlsx >csvkit.csv
ruby read.rb >roo.csv 2>roo.log

cat >seen <<'END'
= gnumeric
"9 hours",9:00:00,9:00:00
"36 hours",36:00:00,36:00:00
= xlsx2csv
9 hours,0.375,09:00
36 hours,1.5,12:00
= csvkit
9 hours,09:00:00,09:00:00
36 hours,1900-01-01 12:00:00,1900-01-01 12:00:00
= roo
"9 hours",09:00:00,09:00:00
"36 hours",1899-12-31T12:00:00+00:00,1899-12-31T12:00:00+00:00
END

for reader in gnumeric xlsx2csv csvkit roo; do
    echo "= $reader" && grep 'hours.*[0-9]' "$reader.csv"
done >now
echo 'Expected: 9:00 and 36:00, or 0.375 and 1.5.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'sheet-readers-sums-of-hours: it behaves differently now' >&2
    exit 1
}
