#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# calcurse 4.7.1 (Debian 4.7.1-1): a reminder of 15 minutes comes out as one of 5, in a form no other
# program need read.
#
# Expected: TRIGGER:-PT15M, as it went in. RFC 5545, 3.3.6 wants a T in front of hours, minutes and
#   seconds in a duration.
# Seen: TRIGGER:-P300S. Of the alarm only the fact that there is one is kept (the manual says so); the
#   time is calcurse's own setting, and the T is missing. python-icalendar (which khal and others read
#   with) refuses the whole file for that line, vobject takes it for five minutes.
# For a CRM: an appointment that passed through calcurse has another reminder, and a calendar of hundreds
#   of appointments cannot be read at all for its alarms. A reader should leave an alarm out that it
#   cannot read, say so, and keep the appointment.
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
need calcurse 4.7.1-1
need python3-icalendar 4.0.3-5
need python3-vobject 0.9.6.1-2

cat >call.ics <<'END'
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VEVENT
UID:call-1@example.com
DTSTAMP:20261101T000000Z
DTSTART:20261208T090000
DURATION:PT30M
SUMMARY:Call
BEGIN:VALARM
ACTION:DISPLAY
TRIGGER:-PT15M
DESCRIPTION:Call
END:VALARM
END:VEVENT
END:VCALENDAR
END
cat >read.py <<'END'
import sys
import icalendar
import vobject

text = open(sys.argv[1]).read()
try:
    alarm = icalendar.Calendar.from_ical(text).walk('VALARM')[0]
    print('  icalendar:', alarm.decoded('TRIGGER'))
except ValueError as error:
    print('  icalendar:', error)
print('  vobject:', vobject.readOne(text).vevent.valarm.trigger.value)
END
mkdir data
calcurse -q -D data -C data -i call.ics >calcurse.log 2>&1
calcurse -q -D data -C data -x >back.ics

cat >seen <<'END'
in:
TRIGGER:-PT15M
  icalendar: -1 day, 23:45:00
  vobject: -1 day, 23:45:00
out:
TRIGGER:-P300S
  icalendar: Invalid iCalendar duration: -P300S
  vobject: -1 day, 23:55:00
END

{
    echo 'in:' && grep TRIGGER call.ics && python3 read.py call.ics
    echo 'out:' && grep TRIGGER back.ics && python3 read.py back.ics
} >now
echo 'Expected: -PT15M and 15 minutes before the start, twice.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'calcurse-reminder: it behaves differently now' >&2
    exit 1
}
