#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Spreadsheet::ParseExcel 0.65 (Perl; Debian libspreadsheet-parseexcel-perl 0.6500-4~deb12u1), under
# Spreadsheet::ParseXLSX 0.27: 1,234.50 Swiss francs read C12F .,..00.
#
# Expected: CHF 1,234.50. [$CHF] is how Excel's own list of currencies writes a format with a currency
#   code: what stands behind the dollar sign is the symbol, as text (ECMA-376, part 1, 18.8.31). value()
#   is documented as the formatted value of the cell.
# Seen: many a code makes the whole format one of dates: D, H, S in it are replaced by the day, hour and
#   second of an instant in 1903, and of the amount only marks are left. CHF, USD, SEK, GBP, PLN and HKD
#   go wrong, EUR and CZK do not; kr behind the amount takes digits away from it: 1,23..5. The same code
#   in quotes ("CHF") is right, and unformatted() always has the number.
# For a CRM: price lists of one currency come in well, those of the next as garbage in which a number may
#   be found: U018 is no amount. A reader of workbooks must take the number from the cell and from the
#   format only the currency between [$ and - or ].
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

my @formats = (
    '[$EUR] #,##0.00', '[$CZK] #,##0.00', '"CHF" #,##0.00', '[$CHF] #,##0.00', '[$USD] #,##0.00',
    '[$HKD] #,##0.00', '[$SEK] #,##0.00', '[$GBP] #,##0.00', '[$PLN] #,##0.00', '#,##0.00 [$CHF]', '#,##0.00 [$kr-41D]',
);
my $book = Excel::Writer::XLSX->new('prices.xlsx');
my $sheet = $book->add_worksheet;
$sheet->write_number($_, 0, 1234.5, $book->add_format(num_format => $formats[$_])) for 0 .. $#formats;
$book->close;

my $read = Spreadsheet::ParseXLSX->new->parse('prices.xlsx')->worksheet(0);
for my $row (0 .. $#formats) {
    my $cell = $read->get_cell($row, 0);
    print "$formats[$row]  ->  ", $cell->value, '  (unformatted ', $cell->unformatted, ")\n";
}
END

cat >seen <<'END'
[$EUR] #,##0.00  ->  EUR 1,234.50  (unformatted 1234.5)
[$CZK] #,##0.00  ->  CZK 1,234.50  (unformatted 1234.5)
"CHF" #,##0.00  ->  CHF 1,234.50  (unformatted 1234.5)
[$CHF] #,##0.00  ->  C12F .,..00  (unformatted 1234.5)
[$USD] #,##0.00  ->  U018 .,..00  (unformatted 1234.5)
[$HKD] #,##0.00  ->  12K18 .,..00  (unformatted 1234.5)
[$SEK] #,##0.00  ->  0EK .,..00  (unformatted 1234.5)
[$GBP] #,##0.00  ->  GBP .,..00  (unformatted 1234.5)
[$PLN] #,##0.00  ->  PLN .,..00  (unformatted 1234.5)
#,##0.00 [$CHF]  ->  1,23..5 C0F  (unformatted 1234.5)
#,##0.00 [$kr-41D]  ->  1,23..5 [$kr410]  (unformatted 1234.5)
END

perl try.pl >now 2>warnings
echo 'Expected: 1,234.50 with the currency in every line.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'parseexcel-currency-codes-as-dates: it behaves differently now' >&2
    exit 1
}
