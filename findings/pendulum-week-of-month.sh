#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# pendulum 2.1.2 (Python; Debian python3-pendulum 2.1.2-4): 15 January 2027 is in week -50 of its month.
#
# Expected: a number from 1 to 6. week_of_month is one of the documented attributes of a day.
# Seen: it is the ISO week of the day less that of the first of the month, plus one. In a January that begins
#   in the last week of the year before, as in 2021, 2022, 2023, 2027 and 2028, all days but the first few
#   have a number around -50; so have the last days of December that belong to week 1.
# For a CRM: figures by week of the month lose a January, or put it in front of all others, in five years out
#   of eight; a meeting in the third week is never found. Week numbers are no figures to reckon with: count
#   from the first of the month.
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
need python3-pendulum 2.1.2-4

cat >try.py <<'END'
import pendulum

for day in [(2026, 1, 15), (2027, 1, 3), (2027, 1, 4), (2027, 1, 15), (2025, 12, 28), (2025, 12, 29)]:
    print('%d-%02d-%02d: week %d of the month' % (*day, pendulum.datetime(*day).week_of_month))
END

cat >seen <<'END'
2026-01-15: week 3 of the month
2027-01-03: week 1 of the month
2027-01-04: week -51 of the month
2027-01-15: week -50 of the month
2025-12-28: week 4 of the month
2025-12-29: week -47 of the month
END

python3 try.py >now
echo 'Expected: numbers from 1 to 6.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'pendulum-week-of-month: it behaves differently now' >&2
    exit 1
}
