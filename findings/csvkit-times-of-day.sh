#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# csvkit 1.0.7 (Debian csvkit 1.0.7-1, with agate 1.6.3): a call at 9:30 is a call at 0:09:30.
#
# Expected: 9:30, as a time or as the text it is. csvkit guesses the type of each column, and says so.
# Seen: hours and minutes are taken for minutes and seconds, since times are read as lengths of time, for
#   which 9:30 is short: 17:00 becomes 0:17:00. With seconds in the file it is 9:30:00. Columns like "2h" and
#   "5d", as rooms and floors are called, become 2:00:00 and "5 days, 0:00:00". csvlook, csvjson and csvsort
#   write it so; --no-inference leaves it.
# For a CRM: opening hours and appointments that went through such a tool lie within the first half hour
#   after midnight, each of them a valid time. Times are not guessed from a colon; whoever reads a column all
#   before 1:00 might ask.
# Run on 2026-11-29.
set -eu
export LC_ALL=C.UTF-8 TZ=UTC PATH=/usr/bin:/bin:/usr/sbin:/sbin
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Package and version, as in Debian 12: the rest is seen with just this.
need() {
    [ "$(dpkg-query -W -f '${Version}' "$1" 2>&1)" = "$2" ] && return
    apt-get install -y -q --no-install-recommends "$1=$2" >apt.log 2>&1 ||
        { apt-get update -q && apt-get install -y -q --no-install-recommends "$1=$2"; } >apt.log 2>&1 ||
        { cat apt.log >&2; exit 1; }
}
need csvkit 1.0.7-1

cat >try.sh <<'END'
printf '%s\n' Name,Start,End,Room Acme,9:30,17:00:00,2h Beta,14:05,18:30:00,5d >calls.csv
csvlook calls.csv
csvlook --no-inference calls.csv
END

cat >seen <<'END'
| Name |   Start |      End |            Room |
| ---- | ------- | -------- | --------------- |
| Acme | 0:09:30 | 17:00:00 |         2:00:00 |
| Beta | 0:14:05 | 18:30:00 | 5 days, 0:00:00 |
| Name | Start | End      | Room |
| ---- | ----- | -------- | ---- |
| Acme | 9:30  | 17:00:00 | 2h   |
| Beta | 14:05 | 18:30:00 | 5d   |
END

sh try.sh >now
echo 'Expected: 9:30 and 14:05, rooms 2h and 5d, in both.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'csvkit-times-of-day: it behaves differently now' >&2
    exit 1
}
