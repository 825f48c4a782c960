#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# dateutils 0.4.10 (Debian dateutils 0.4.10-1): from 31 January to 1 March it is a month and 62 days.
#
# Expected: a month and a day, or however one counts the end of a month; in no case more days than a month
#   has. ddiff writes the time between two days in the units that its format names, the smaller unit as what
#   is left over of the larger one.
# Seen: 62 days are left over of 29. It is so from the 31st of any month to 1 or 2 March, and from the 30th
#   to 1 March (in a leap year from the 31st to 1 March). Asked for days alone it says 29. From 3 March on,
#   and in other months, it is right.
# For a CRM: how long a deal was open or a contract still runs is computed like this, and the ends of January
#   and December are when contracts begin. Count months from the first day on and subtract once more; test
#   every day of January against every day of March.
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
need dateutils 0.4.10-1

cat >try.sh <<'END'
for days in '2026-01-28 2026-03-01' '2026-01-30 2026-03-01' '2026-01-31 2026-03-01' '2025-12-31 2026-03-01' \
    '2025-10-31 2026-03-02' '2026-01-31 2026-03-03'; do
    # shellcheck disable=SC2086 # two days
    echo "$days: $(dateutils.ddiff $days -f '%m months and %d days'), $(dateutils.ddiff $days -f '%d days')"
done
END

cat >seen <<'END'
2026-01-28 2026-03-01: 1 months and 1 days, 32 days
2026-01-30 2026-03-01: 1 months and 63 days, 30 days
2026-01-31 2026-03-01: 1 months and 62 days, 29 days
2025-12-31 2026-03-01: 2 months and 62 days, 60 days
2025-10-31 2026-03-02: 4 months and 63 days, 122 days
2026-01-31 2026-03-03: 1 months and 0 days, 31 days
END

sh try.sh >now
echo 'Expected: no more than 30 days beside the months.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'dateutils-month-and-62-days: it behaves differently now' >&2
    exit 1
}
