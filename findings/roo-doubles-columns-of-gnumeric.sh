#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# roo 2.10.0 reading what Gnumeric 1.12.55 writes (Debian 12): in an .ods every column has an empty one in
# front.
#
# Expected: company, amount, stage in columns 1 to 3. White space between elements means nothing in
#   OpenDocument but inside of text (ODF 1.2, part 1, 3.18), and roo is documented to read .ods.
# Seen: Gnumeric writes each cell into a line of its own. Roo counts the line break in front of a cell as
#   a cell, so that the columns are 2, 4 and 6, the others being empty. Packed again without the line
#   breaks, the same file is read well, as those of LibreOffice are, which have none.
# For a CRM: a mapping of columns made for a file from LibreOffice finds the amount in the place of the
#   name when the file was saved by Gnumeric. Headings may save it, places do not. Pass over white space
#   between cells, rows and tables; only text:p holds text.
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
need gnumeric 1.12.55-1
need ruby-roo 2.10.0-1

cat >write.py <<'END'
import xlsxwriter

book = xlsxwriter.Workbook('deals.xlsx')
sheet = book.add_worksheet()
sheet.write_row(0, 0, ['company', 'amount', 'stage'])
sheet.write_row(1, 0, ['Example Ltd', 1234.5, 'won'])
book.close()
END
cat >pack.py <<'END'
import re
import zipfile

with zipfile.ZipFile('deals.ods') as old, zipfile.ZipFile('packed.ods', 'w') as new:
    for part in old.namelist():
        text = old.read(part)
        new.writestr(part, re.sub(rb'>\s+<', b'><', text) if part == 'content.xml' else text)
END
cat >read.rb <<'END'
require 'roo'
book = Roo::Spreadsheet.open(ARGV[0])
(1..2).each { |row| p((1..book.last_column).map { |column| book.cell(row, column) }) }
END
python3 write.py
ssconvert deals.xlsx deals.ods >ssconvert.log 2>&1
python3 pack.py

cat >seen <<'END'
= deals.ods
[nil, "company", nil, "amount", nil, "stage"]
[nil, "Example Ltd", nil, 1234.5, nil, "won"]
= packed.ods
["company", "amount", "stage"]
["Example Ltd", 1234.5, "won"]
END

for file in deals.ods packed.ods; do
    echo "= $file" && ruby read.rb "$file" 2>roo.log
done >now
echo 'Expected: three columns from both.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'roo-doubles-columns-of-gnumeric: it behaves differently now' >&2
    exit 1
}
