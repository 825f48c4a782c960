#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# node-ical 0.26.1 and ical-expander 3.2.0 (npm): the time zone that a file defines is not looked at.
#
# Expected: 09:00 with TZID=X is 09:00 by the rules of the VTIMEZONE called X in the same file. RFC 5545
#   (3.2.19, 3.6.5) lets every program choose such a name freely, and demands the definition for it.
# Seen: both know a list of names and look the name up there. If it is not on it, the definition in the
#   file is passed over and the time is taken to be that of the computer on which the file is read, with
#   no word of it. The name libical writes for Berlin is such a one. ical.js 2.2.1 reads the definition.
# For a CRM: calendars written by Evolution or anything else on libical, or with a zone name of a firm's
#   own, come out hours off, and differently on each computer. Write the plain names of the tz database,
#   and a definition beside it all the same; when reading, the definition in the file comes first.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    node-ical@0.26.1 ical-expander@3.2.0 ical.js@2.2.1 >/dev/null

cat >try.mjs <<'END'
import { createRequire } from 'node:module';
import ICAL from 'ical.js';
const require = createRequire(import.meta.url);
const nodeIcal = require('node-ical');
const Expander = require('ical-expander');

// July, 09:00 by the clocks of Berlin: 07:00 UTC.
const calendar = (zone) =>
    [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Example//Example//EN',
        'BEGIN:VTIMEZONE',
        `TZID:${zone}`,
        'BEGIN:STANDARD',
        'DTSTART:19701025T030000',
        'TZOFFSETFROM:+0200',
        'TZOFFSETTO:+0100',
        'RRULE:FREQ=YEARLY;BYMONTH=10;BYDAY=-1SU',
        'END:STANDARD',
        'BEGIN:DAYLIGHT',
        'DTSTART:19700329T020000',
        'TZOFFSETFROM:+0100',
        'TZOFFSETTO:+0200',
        'RRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU',
        'END:DAYLIGHT',
        'END:VTIMEZONE',
        'BEGIN:VEVENT',
        'UID:1@example.com',
        'DTSTAMP:20260101T000000Z',
        `DTSTART;TZID=${zone}:20260701T090000`,
        `DTEND;TZID=${zone}:20260701T100000`,
        'SUMMARY:Call',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
    ].join('\r\n');

for (const zone of ['/freeassociation.sourceforge.net/Europe/Berlin', 'Head office', 'Europe/Berlin']) {
    const text = calendar(zone);
    const event = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one.type === 'VEVENT');
    const expanded = new Expander({ ics: text }).all().events[0];
    const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    console.log(zone);
    console.log(`  node-ical      ${event.start.toISOString()}`);
    console.log(`  ical-expander  ${expanded.startDate.toJSDate().toISOString()}`);
    console.log(`  ical.js        ${new ICAL.Event(component).startDate.toJSDate().toISOString()}`);
}
END

cat >seen <<'END'
/freeassociation.sourceforge.net/Europe/Berlin
  node-ical      2026-07-01T13:00:00.000Z
  ical-expander  2026-07-01T13:00:00.000Z
  ical.js        2026-07-01T07:00:00.000Z
Head office
  node-ical      2026-07-01T13:00:00.000Z
  ical-expander  2026-07-01T13:00:00.000Z
  ical.js        2026-07-01T07:00:00.000Z
Europe/Berlin
  node-ical      2026-07-01T07:00:00.000Z
  ical-expander  2026-07-01T07:00:00.000Z
  ical.js        2026-07-01T07:00:00.000Z
END

TZ=America/New_York node try.mjs >now
echo 'Expected: 2026-07-01T07:00:00.000Z nine times, whatever the zone of the computer.'
echo 'Seen on a computer in New York:'
cat now
diff -u seen now || {
    echo 'calendar-readers-own-time-zone: it behaves differently now' >&2
    exit 1
}
