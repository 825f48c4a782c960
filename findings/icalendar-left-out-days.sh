#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# icalendar 4.0.3 (Python; Debian python3-icalendar 4.0.3-5): the days left out of a whole-day series are
# written so that they are no days.
#
# Expected: EXDATE;VALUE=DATE:20261202. The values of EXDATE and RDATE are instants unless VALUE=DATE says
#   otherwise (RFC 5545, 3.8.5.1 and 3.8.5.2), and of DTSTART the library writes just that for a day.
# Seen: EXDATE:20261202 and RDATE:20261210, eight digits where an instant must be. vobject refuses the
#   whole file for it; icalendar itself reads its own.
# For a CRM: a calendar with one skipped day of a fair or a holiday cannot be read at all where the RFC is
#   kept to. A reader should take eight digits as a day in EXDATE, RDATE and RECURRENCE-ID, whatever the
#   parameter says, and a writer should always put VALUE=DATE there.
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
need python3-icalendar 4.0.3-5
need python3-vobject 0.9.6.1-2

cat >try.py <<'END'
from datetime import date
import icalendar
import vobject

calendar = icalendar.Calendar()
calendar.add('version', '2.0')
calendar.add('prodid', '-//Example//EN')
event = icalendar.Event()
event.add('uid', 'fair-1@example.com')
event.add('summary', 'Fair')
event.add('dtstart', date(2026, 12, 1))
event.add('rrule', {'freq': 'daily', 'count': 4})
event.add('exdate', [date(2026, 12, 2)])
event.add('rdate', [date(2026, 12, 10)])
calendar.add_component(event)
text = calendar.to_ical().decode()
print(*[line for line in text.splitlines() if 'DATE' in line or 'DTSTART' in line], sep='\n')
for name, given in [('as it is', text), ('with VALUE=DATE', text.replace('DATE:', 'DATE;VALUE=DATE:')
                                         .replace('VALUE=DATE;VALUE=DATE', 'VALUE=DATE'))]:
    try:
        days = vobject.readOne(given).vevent.getrruleset(addRDate=True)
        print(f'vobject, {name}:', *[day.date() for day in days])
    except vobject.base.ParseError as error:
        print(f'vobject, {name}:', error.msg)
END

cat >seen <<'END'
DTSTART;VALUE=DATE:20261201
RDATE:20261210
EXDATE:20261202
vobject, as it is: '20261202' is not a valid DATE-TIME
vobject, with VALUE=DATE: 2026-12-01 2026-12-03 2026-12-04 2026-12-10
END

python3 try.py >now
echo 'Expected: VALUE=DATE in all three lines, and a file that others read.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'icalendar-left-out-days: it behaves differently now' >&2
    exit 1
}
