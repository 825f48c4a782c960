#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# roo 2.10.0 (Ruby; Debian ruby-roo 2.10.0-1): a date shown as dd.mm.yyyy reads dd.00.yyyy.
#
# Expected: 04.03.2026. formatted_value() is for what somebody sees in the cell, and dd.mm.yyyy is how
#   German, Austrian, Polish, Czech or Turkish workbooks show days.
# Seen: with points between them dd and yyyy stay as letters, and the month is taken for the minutes,
#   which are 00 on any day. With dashes and slashes it is right. No error, no warning; cell() gives the
#   day.
# For a CRM: an import that prefers what is shown, in order to keep leading zeros (00123 is only there in
#   formatted_value), takes dd.00.yyyy as the closing day of all deals of the file, the same text for
#   each. Decide per column: text as shown for numbers with a format of zeros, the value for days.
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
need ruby-roo 2.10.0-1

cat >write.py <<'END'
import datetime
import xlsxwriter

book = xlsxwriter.Workbook('days.xlsx')
sheet = book.add_worksheet()
for row, text in enumerate(['yyyy-mm-dd', 'dd.mm.yyyy', 'dd.mm.yy', 'd.m.yyyy', 'dd/mm/yyyy', 'mm/dd/yyyy']):
    sheet.write(row, 0, text)
    sheet.write(row, 1, datetime.date(2026, 3, 4), book.add_format({'num_format': text}))
book.close()
END
cat >read.rb <<'END'
require 'roo'
book = Roo::Spreadsheet.open('days.xlsx')
(1..book.last_row).each do |row|
  puts "#{book.cell(row, 1)}: shown #{book.formatted_value(row, 2)}, value #{book.cell(row, 2)}"
end
END
python3 write.py

cat >seen <<'END'
yyyy-mm-dd: shown 2026-03-04, value 2026-03-04
dd.mm.yyyy: shown dd.00.yyyy, value 2026-03-04
dd.mm.yy: shown dd.00.yy, value 2026-03-04
d.m.yyyy: shown d.0.yyyy, value 2026-03-04
dd/mm/yyyy: shown 04/03/2026, value 2026-03-04
mm/dd/yyyy: shown 03/04/2026, value 2026-03-04
END

ruby read.rb >now 2>roo.log
echo 'Expected as shown: 4 March 2026, in the order of the format.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'roo-shown-dates: it behaves differently now' >&2
    exit 1
}
