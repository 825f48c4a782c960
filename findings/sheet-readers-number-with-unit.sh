#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# xlsx2csv 0.7.8 and roo 2.10.0 (Debian 12): a number that is shown with a unit is no longer a number.
#
# Expected: 30, in all readers. In a number format, text in quotes is printed as it stands (ECMA-376, part
#   1, 18.8.31); its letters are no codes for day, month, year, hour or second. A number keeps its value
#   whatever is written behind it. Gnumeric and openpyxl read it so.
# Seen: both look for the letters d, m, y, h, s in the format without minding the quotes, and take the
#   cell for a date. xlsx2csv writes the format itself, with parts of 29 January 1900 in place of letters
#   (0 "29ays"), and the value is nowhere in its output; roo answers 29 January 1900. Which units do it
#   depends on the letters: *Tage* and *EUR* do not, *pcs* does for both, *km* for xlsx2csv.
# For a CRM: days of payment, months of a contract, hours of an estimate and pieces in a line item arrive
#   as garbage or as days of January 1900. When reading workbooks, take quoted and escaped text out of the
#   format before looking for letters of dates; when writing them, put the unit into the column's name.
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
need ruby-roo 2.10.0-1

cat >write.py <<'END'
import xlsxwriter

book = xlsxwriter.Workbook('units.xlsx')
sheet = book.add_worksheet()
formats = ['0', '0 "days"', '0 "months"', '0.0 "hrs"', '0 "Tage"', '0 "pcs"', '0 "km"', '0 "EUR"']
for row, text in enumerate(formats):
    sheet.write(row, 0, text)
    sheet.write(row, 1, 30, book.add_format({'num_format': text}))
book.close()
END
cat >read.py <<'END'
import openpyxl

for format, value in openpyxl.load_workbook('units.xlsx').active.iter_rows(values_only=True):
    print(f'{format}: {value}')
END
cat >read.rb <<'END'
require 'roo'
book = Roo::Spreadsheet.open('units.xlsx')
(1..book.last_row).each { |row| puts "#{book.cell(row, 1)}: #{book.cell(row, 2)}" }
END
python3 write.py

cat >seen <<'END'
= openpyxl
0: 30
0 "days": 30
0 "months": 30
0.0 "hrs": 30
0 "Tage": 30
0 "pcs": 30
0 "km": 30
0 "EUR": 30
= xlsx2csv
0|30
"0 ""days"""|"0 ""29ays"""
"0 ""months"""|"0 ""01ont12s"""
"0.0 ""hrs"""|"0.0 ""12rs"""
"0 ""Tage"""|30
"0 ""pcs"""|"0 ""pcs"""
"0 ""km"""|"0 ""k01"""
"0 ""EUR"""|30
= roo
0: 30
0 "days": 1900-01-29
0 "months": 1900-01-29
0.0 "hrs": 1900-01-29
0 "Tage": 30
0 "pcs": 1900-01-29
0 "km": 30
0 "EUR": 30
END

{
    echo '= openpyxl' && python3 read.py
    echo '= xlsx2csv' && xlsx2csv -d '|' units.xlsx
    echo '= roo' && ruby read.rb 2>roo.log
} >now
echo 'Expected: 30 in every line.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'sheet-readers-number-with-unit: it behaves differently now' >&2
    exit 1
}
