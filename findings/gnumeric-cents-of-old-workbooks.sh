#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Gnumeric 1.12.55 (Debian gnumeric 1.12.55-1): a price of 19.99 in an .xls is 19.989999999999998437 in
# the CSV.
#
# Expected: 19.99, as Gnumeric itself writes it for the same cell in an .xlsx. A number in a cell has 15
#   digits that count (Excel's specification), and the shortest text that gives the same double is 19.99.
# Seen: Debian's Gnumeric counts with more digits than a double has. It takes the eight bytes of an .xls
#   cell as exact, and writes twenty digits of them; from an .xlsx it reads the text 19.99 with all those
#   digits. Which cells of an .xls are hit depends on who wrote it: whole cents in the short form of the
#   format (RK, by xlwt) are right, the same as eight bytes (by ruby-spreadsheet) are not.
# For a CRM: prices come in with 18 decimals, *19.99* is not found, amounts are refused for having more
#   decimals than the currency, or two equal prices differ. An import of amounts should round to 15 digits
#   first, then ask whether the decimals fit.
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
need gnumeric 1.12.55-1
need python3-xlwt 1.3.0-4
need python3-xlsxwriter 3.0.2-2
need ruby-spreadsheet 1.0.0-1.1

cat >write.py <<'END'
import xlsxwriter
import xlwt

prices = [19.99, 1234567.89, 20]
short = xlwt.Workbook()
new = xlsxwriter.Workbook('new.xlsx')
for sheet in short.add_sheet('prices'), new.add_worksheet('prices'):
    for row, price in enumerate(prices):
        sheet.write(row, 0, price)
short.save('short.xls')
new.close()
END
cat >write.rb <<'END'
require 'stringio'
require 'spreadsheet'
book = Spreadsheet::Workbook.new
sheet = book.create_worksheet name: 'prices'
[19.99, 1234567.89, 20].each_with_index { |price, row| sheet[row, 0] = price }
book.write 'bytes.xls'
END
python3 write.py
ruby write.rb 2>ruby.log
for file in new.xlsx short.xls bytes.xls; do
    ssconvert "$file" "$file.csv" >ssconvert.log 2>&1
done

cat >seen <<'END'
= new.xlsx
19.99
1234567.89
20
= short.xls
19.99
1234567.89
20
= bytes.xls
19.989999999999998437
1234567.8899999998976
20
END

for file in new.xlsx short.xls bytes.xls; do
    echo "= $file" && cat "$file.csv"
done >now
echo 'Expected: 19.99, 1234567.89 and 20 from each file.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'gnumeric-cents-of-old-workbooks: it behaves differently now' >&2
    exit 1
}
