#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# xlsx2csv 0.7.8 and Spreadsheet::ParseXLSX 0.27 (Debian 12): of a text with one word in bold the
# beginning is left.
#
# Expected: Key account EU. A text in several styles is a row of runs, and the text of the cell is all of
#   them one behind the other, whether it stands in the table of shared texts or in the cell itself
#   (inlineStr; ECMA-376, part 1, 18.3.1.53 and 18.4.4).
# Seen: from the shared texts both read it whole. In the cell itself both take the first run and leave the
#   others: Key. Which of the two ways a file goes says nothing to who made it; XlsxWriter goes the second
#   with constant_memory, for big files. Gnumeric reads both.
# For a CRM: names, notes and addresses end where a bold or coloured word begins, in files of some
#   programs only and without any message; the remains match other records. Join all runs of a cell,
#   wherever it keeps them.
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
need xlsx2csv 1:0.7.8-1
need libspreadsheet-parsexlsx-perl 0.27-3+deb12u2
need gnumeric 1.12.55-1

cat >write.py <<'END'
import xlsxwriter

for name, inline in [('shared', False), ('inline', True)]:
    book = xlsxwriter.Workbook(name + '.xlsx', {'constant_memory': inline})
    sheet = book.add_worksheet()
    sheet.write_rich_string(0, 0, 'Key ', book.add_format({'bold': True}), 'account', ' EU')
    sheet.write(0, 1, 'plain')
    book.close()
END
cat >read.pl <<'END'
use Spreadsheet::ParseXLSX;
my $sheet = Spreadsheet::ParseXLSX->new->parse($ARGV[0])->worksheet(0);
print join(',', map { $sheet->get_cell(0, $_)->value } 0, 1), "\n";
END
python3 write.py

cat >seen <<'END'
= shared
Gnumeric: "Key account EU",plain
xlsx2csv: Key account EU,plain
ParseXLSX: Key account EU,plain
= inline
Gnumeric: "Key account EU",plain
xlsx2csv: Key ,plain
ParseXLSX: Key ,plain
END

for name in shared inline; do
    ssconvert "$name.xlsx" "$name.csv" >ssconvert.log 2>&1
    echo "= $name"
    echo "Gnumeric: $(cat "$name.csv")"
    echo "xlsx2csv: $(xlsx2csv "$name.xlsx")"
    echo "ParseXLSX: $(perl read.pl "$name.xlsx")"
done >now
echo 'Expected: Key account EU,plain from all.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'sheet-readers-inline-bold: it behaves differently now' >&2
    exit 1
}
