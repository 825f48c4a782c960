#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# icalendar 4.0.3 (Python; Debian python3-icalendar 4.0.3-5): a time in ZoneInfo('America/New_York') is
# written with TZID=EDT.
#
# Expected: TZID=America/New_York. Zones of the standard library (zoneinfo) carry their key, as those of
#   pytz do, and RFC 5545, 3.2.19 has a TZID name the zone whose rules apply.
# Seen: with pytz it is so. With zoneinfo the TZID is what the clocks are called on that day: EDT in
#   summer, EST in winter, CEST, CST. EDT and CEST name no zone of the database; CST is for Chicago and
#   Shanghai alike. Read by vobject, times in these have no zone at all any more; EST and CET happen to be
#   names, of zones without a summer or of half a continent.
# For a CRM: a call at 9 in New York is one at 9 wherever it is read, and who looks CST up may take
#   Shanghai for Chicago, fourteen hours off. Such files exist: a TZID that no VTIMEZONE defines and that
#   is no name of the database is to be shown and asked about, not guessed.
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
import logging
from datetime import datetime
from zoneinfo import ZoneInfo
import icalendar
import pytz
import vobject

logging.disable()

def write(start):
    calendar = icalendar.Calendar()
    event = icalendar.Event()
    event.add('dtstart', start)
    calendar.add_component(event)
    return calendar.to_ical().decode()

for zone in ['America/New_York', 'America/Chicago', 'Asia/Shanghai', 'Europe/Berlin']:
    for start in [pytz.timezone(zone).localize(datetime(2026, 7, 1, 9)), datetime(2026, 7, 1, 9, tzinfo=ZoneInfo(zone)),
                  datetime(2026, 12, 1, 9, tzinfo=ZoneInfo(zone))]:
        text = write(start)
        line = next(line for line in text.splitlines() if line.startswith('DTSTART'))
        back = vobject.readOne(text).vevent.dtstart.value
        print(type(start.tzinfo).__module__.split('.')[0], zone, line, '| read with a zone:', back.tzinfo is not None)
END

cat >seen <<'END'
pytz America/New_York DTSTART;TZID=America/New_York;VALUE=DATE-TIME:20260701T090000 | read with a zone: True
zoneinfo America/New_York DTSTART;TZID=EDT;VALUE=DATE-TIME:20260701T090000 | read with a zone: False
zoneinfo America/New_York DTSTART;TZID=EST;VALUE=DATE-TIME:20261201T090000 | read with a zone: True
pytz America/Chicago DTSTART;TZID=America/Chicago;VALUE=DATE-TIME:20260701T090000 | read with a zone: True
zoneinfo America/Chicago DTSTART;TZID=CDT;VALUE=DATE-TIME:20260701T090000 | read with a zone: False
zoneinfo America/Chicago DTSTART;TZID=CST;VALUE=DATE-TIME:20261201T090000 | read with a zone: False
pytz Asia/Shanghai DTSTART;TZID=Asia/Shanghai;VALUE=DATE-TIME:20260701T090000 | read with a zone: True
zoneinfo Asia/Shanghai DTSTART;TZID=CST;VALUE=DATE-TIME:20260701T090000 | read with a zone: False
zoneinfo Asia/Shanghai DTSTART;TZID=CST;VALUE=DATE-TIME:20261201T090000 | read with a zone: False
pytz Europe/Berlin DTSTART;TZID=Europe/Berlin;VALUE=DATE-TIME:20260701T090000 | read with a zone: True
zoneinfo Europe/Berlin DTSTART;TZID=CEST;VALUE=DATE-TIME:20260701T090000 | read with a zone: False
zoneinfo Europe/Berlin DTSTART;TZID=CET;VALUE=DATE-TIME:20261201T090000 | read with a zone: True
END

python3 try.py >now
echo 'Expected: the name of the zone as TZID in each line.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'icalendar-zone-is-an-abbreviation: it behaves differently now' >&2
    exit 1
}
