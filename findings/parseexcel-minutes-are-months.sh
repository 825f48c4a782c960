#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Spreadsheet::ParseExcel 0.65 (Perl; Debian libspreadsheet-parseexcel-perl 0.6500-4~deb12u1), under
# Spreadsheet::ParseXLSX 0.27: the minutes of a sum of hours are always 01.
#
# Expected: 41:45 for 41 hours and 45 minutes in the format [h]:mm. value() gives, says the documentation,
#   the formatted value of the cell, and mm right behind hours are minutes (ECMA-376, part 1, 18.8.31).
# Seen: 41:01, and 01 for every amount of hours up to a month: behind [h] the letters mm are read as the
#   month of January 1900. Behind a plain h they are minutes, and [h]:mm:ss is right too.
# For a CRM: [h]:mm is how hours worked and call times are added up in Excel. What such a script takes
#   over looks like hours and is up to 59 minutes wrong each time; sums are believable. Read the number
#   and its format oneself; write durations to workbooks as a number of minutes or with [h]:mm:ss.
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
need libspreadsheet-parseexcel-perl '0.6500-4~deb12u1'
need libspreadsheet-parsexlsx-perl 0.27-3+deb12u2

cat >try.pl <<'END'
use Excel::Writer::XLSX;
use Spreadsheet::ParseXLSX;

my @hours = (0.5, 9.25, 36, 41.75);
my @formats = ('h:mm', '[h]:mm', '[h]:mm:ss');
my $book = Excel::Writer::XLSX->new('hours.xlsx');
my $sheet = $book->add_worksheet;
for my $column (0 .. $#formats) {
    my $format = $book->add_format(num_format => $formats[$column]);
    $sheet->write_number($_, $column, $hours[$_] / 24, $format) for 0 .. $#hours;
}
$book->close;

my $read = Spreadsheet::ParseXLSX->new->parse('hours.xlsx')->worksheet(0);
for my $row (0 .. $#hours) {
    print "$hours[$row] hours:";
    print '  ', $formats[$_], ' ', $read->get_cell($row, $_)->value for 0 .. $#formats;
    print "\n";
}
END

cat >seen <<'END'
0.5 hours:  h:mm 0:30  [h]:mm 0:01  [h]:mm:ss 0:30:00
9.25 hours:  h:mm 9:15  [h]:mm 9:01  [h]:mm:ss 9:15:00
36 hours:  h:mm 12:00  [h]:mm 36:01  [h]:mm:ss 36:00:00
41.75 hours:  h:mm 17:45  [h]:mm 41:01  [h]:mm:ss 41:45:00
END

perl try.pl >now
echo 'Expected for [h]:mm: 0:30, 9:15, 36:00, 41:45.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'parseexcel-minutes-are-months: it behaves differently now' >&2
    exit 1
}
