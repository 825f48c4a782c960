#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Spreadsheet::XLSX 0.17 (Perl; Debian libspreadsheet-xlsx-perl 0.17-1): March 4, 2026 reads March 42026
# 2026, and Wednesday is Monday.
#
# Expected: March 4, 2026 and Wednesday, March 4, 2026. It is made, says its documentation, to be used as
#   Spreadsheet::ParseExcel is, and that reads the same cells so.
# Seen: where the format has a comma the comma is gone and what stands behind it is there twice. The day
#   of the week is that of another day. Days without a comma are right. {Val}, which in ParseExcel is the
#   number in the cell, is the same text, so the day cannot be had in another way.
# For a CRM: Excel's long American day is such a format. March 42026 2026 is no day, so all rows are
#   refused; a reader that takes the first number for the day finds none. Import .xlsx with a reader that
#   hands out the number.
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
need libexcel-writer-xlsx-perl 1.10-1
need libspreadsheet-xlsx-perl 0.17-1
need libspreadsheet-parsexlsx-perl 0.27-3+deb12u2

cat >try.pl <<'END'
use Excel::Writer::XLSX;
use Spreadsheet::XLSX;
use Spreadsheet::ParseXLSX;

my @formats = ('yyyy-mm-dd', 'd mmmm yyyy', 'mmmm d, yyyy', '[$-409]mmm d, yyyy;@', 'dddd, mmmm d, yyyy');
my $book = Excel::Writer::XLSX->new('days.xlsx');
my $sheet = $book->add_worksheet;
$sheet->write_date_time($_, 0, '2026-03-04T', $book->add_format(num_format => $formats[$_])) for 0 .. $#formats;
$book->close;

my $one = Spreadsheet::XLSX->new('days.xlsx')->{Worksheet}[0]{Cells};
my $other = Spreadsheet::ParseXLSX->new->parse('days.xlsx')->worksheet(0);
for my $row (0 .. $#formats) {
    print "$formats[$row]\n  Spreadsheet::XLSX: ", $one->[$row][0]->value, " ($one->[$row][0]{Val})\n",
        '  Spreadsheet::ParseXLSX: ', $other->get_cell($row, 0)->value,
        ' (', $other->get_cell($row, 0)->unformatted, ")\n";
}
END

cat >seen <<'END'
yyyy-mm-dd
  Spreadsheet::XLSX: 2026-03-04 (2026-03-04)
  Spreadsheet::ParseXLSX: 2026-03-04 (46085)
d mmmm yyyy
  Spreadsheet::XLSX: 4 March 2026 (4 March 2026)
  Spreadsheet::ParseXLSX: 4 March 2026 (46085)
mmmm d, yyyy
  Spreadsheet::XLSX: March 42026 2026 (March 42026 2026)
  Spreadsheet::ParseXLSX: March 4, 2026 (46085)
[$-409]mmm d, yyyy;@
  Spreadsheet::XLSX: Mar 42026 2026 (Mar 42026 2026)
  Spreadsheet::ParseXLSX: Mar 4, 2026 (46085)
dddd, mmmm d, yyyy
  Spreadsheet::XLSX: MondayMarch March 42026 2026 (MondayMarch March 42026 2026)
  Spreadsheet::ParseXLSX: Wednesday, March 4, 2026 (46085)
END

perl try.pl >now
echo 'Expected: the same twice.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'spreadsheet-xlsx-comma-in-a-day: it behaves differently now' >&2
    exit 1
}
