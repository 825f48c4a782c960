#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# parsedatetime 2.6 (Python; Debian python3-parsedatetime 2.6-3): the 15th of January 2027 is New Year's
# Day.
#
# Expected: 15 January 2027. It is a parser of dates as people write them, its documentation has May 31st,
#   2006 among the examples, and 15 January 2027 is read as well.
# Seen: with *of* between day and month the day is lost: 1 January 2027, with the flag 1 of a date that
#   was found. A text that is not understood has the flag 0.
# For a CRM: a quick entry such as *renewal on the 15th of January 2027* plans the task two weeks early.
#   Show what was understood before it is taken, and which words went unused.
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
need python3-parsedatetime 2.6-3

cat >try.py <<'END'
import datetime
import parsedatetime

now = datetime.datetime(2026, 11, 29, 12)
for text in ['15 January 2027', 'January 15th, 2027', '15th of January 2027', '3rd of March', 'the 3rd March']:
    day, found = parsedatetime.Calendar().parseDT(text, sourceTime=now)
    print(f'{text}: {day} (flag {found})')
END

cat >seen <<'END'
15 January 2027: 2027-01-15 12:00:00 (flag 1)
January 15th, 2027: 2027-01-15 12:00:00 (flag 1)
15th of January 2027: 2027-01-01 12:00:00 (flag 1)
3rd of March: 2027-03-01 12:00:00 (flag 1)
the 3rd March: 2027-03-03 12:00:00 (flag 1)
END

python3 try.py >now
echo 'Expected: the 15th, the 15th, the 15th, 3 March, 3 March.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'parsedatetime-day-of-month: it behaves differently now' >&2
    exit 1
}
