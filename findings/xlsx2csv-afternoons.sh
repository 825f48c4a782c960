#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# xlsx2csv 0.7.8 (Debian xlsx2csv 1:0.7.8-1): 13:05 in the format h:mm is written as 01:05.
#
# Expected: 13:05. Without AM/PM in the number format hours go from 0 to 23 (ECMA-376, part 1, 18.8.31); h
#   and hh differ in the leading zero only. m/d/yy h:mm is number 22 of the formats that every workbook
#   has built in.
# Seen: a single h becomes an hour from 1 to 12, and nothing tells morning from afternoon any more;
#   midnight is 12:00. With hh it is right, and with AM/PM behind the h too.
# For a CRM: of a list of calls those after noon come in twelve hours early, and noon and midnight are the
#   same. Rows look plausible, so nobody sees it in a preview. Read the number of the cell, never its
#   shown text; ask for xlsx2csv's own format of times (-f) where a file must go through it.
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

cat >write.py <<'END'
import datetime
import xlsxwriter

book = xlsxwriter.Workbook('calls.xlsx')
sheet = book.add_worksheet()
formats = ['m/d/yy h:mm', 'yyyy-mm-dd h:mm', 'yyyy-mm-dd hh:mm', 'm/d/yy h:mm AM/PM']
for row, text in enumerate(formats):
    shown = book.add_format({'num_format': 22 if row == 0 else text})
    sheet.write(row, 0, text)
    for column, hour in enumerate([0, 1, 13], 1):
        sheet.write(row, column, datetime.datetime(2026, 3, 4, hour, 5), shown)
book.close()
END
python3 write.py

cat >seen <<'END'
m/d/yy h:mm,03/04/26 12:05,03/04/26 01:05,03/04/26 01:05
yyyy-mm-dd h:mm,2026-03-04 12:05,2026-03-04 01:05,2026-03-04 01:05
yyyy-mm-dd hh:mm,2026-03-04 00:05,2026-03-04 01:05,2026-03-04 13:05
m/d/yy h:mm AM/PM,03/04/26 12:05 AM,03/04/26 01:05 AM,03/04/26 01:05 PM
END

xlsx2csv calls.xlsx >now
echo 'Expected: 0:05, 1:05 and 13:05 in every line, as 12:05 AM, 1:05 AM and 1:05 PM in the last.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'xlsx2csv-afternoons: it behaves differently now' >&2
    exit 1
}
