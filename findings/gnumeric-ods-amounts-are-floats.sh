#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# gnumeric 1.12.55 (ssconvert): in its ODS an amount of euros and a percentage are plain floats.
#
# Expected: office:value-type="currency" with office:currency="EUR", and "percentage" with 0.35, as the
#   standard has them and as LibreOffice writes of the very same workbook.
# Seen: both are "float"; that they are money and a share stands only in styles, and of the money not the
#   currency. 0.35 is written as 0.349999999999999999995.
# For a CRM: whoever takes ODS by its value types reads an amount without its currency, and 35 %
#   as 0.35 of something. Look at the data style too, ask for the currency, and round to 15 digits.
# Run on 2026-11-30.
set -eu
export LC_ALL=C.UTF-8 TZ=UTC PATH=/usr/bin:/bin:/usr/sbin:/sbin
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
export HOME="$folder"
cd "$folder"

# Package and version, as in Debian 12: the rest is seen with just this.
need() {
    [ "$(dpkg-query -W -f '${Version}' "$1" 2>&1)" = "$2" ] && return
    apt-get install -y -q --no-install-recommends "$1=$2" >apt.log 2>&1 ||
        { apt-get update -q && apt-get install -y -q --no-install-recommends "$1=$2"; } >apt.log 2>&1 ||
        { cat apt.log >&2; exit 1; }
}
need gnumeric 1.12.55-1
need python3-openpyxl 3.0.9-1

cat >try.py <<'END'
import re
import subprocess
import zipfile

import openpyxl

book = openpyxl.Workbook()
sheet = book.active
sheet.append(['Deal', 'Amount', 'Share'])
sheet.append(['Towers', 1234.5, 0.35])
sheet['B2'].number_format = '#,##0.00 [$\u20ac-407]'
sheet['C2'].number_format = '0.00%'
book.save('deals.xlsx')
subprocess.run(['ssconvert', 'deals.xlsx', 'deals.ods'], check=True, capture_output=True)
content = zipfile.ZipFile('deals.ods').read('content.xml').decode()
for cell in re.findall(r'<table:table-cell[^>]*office:value=[^>]*>', content):
    print(' '.join(re.findall(r'office:[a-z-]+="[^"]*"', cell)))
END

cat >seen <<'END'
office:value-type="float" office:value="1234.5"
office:value-type="float" office:value="0.349999999999999999995"
END

python3 -W ignore try.py >now
echo 'Expected: a currency of EUR, and a percentage of 0.35.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'gnumeric-ods-amounts-are-floats: it behaves differently now' >&2
    exit 1
}
