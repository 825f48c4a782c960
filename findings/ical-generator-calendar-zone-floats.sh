#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ical-generator 10.2.0 (npm): events of a calendar with a time zone have none.
#
# Expected: with a zone given for the calendar, DTSTART;TZID=Europe/Berlin:…, as the same library writes
#   it when the zone is given for the event; and DTSTAMP in UTC, which RFC 5545 (3.8.7.2) always demands.
#   The README says only that the time given is taken as one of that zone.
# Seen: DTSTART and DTEND are bare wall-clock times, DTSTAMP too. By RFC 5545 (3.3.5) such a time is
#   meant wherever the reader is. Only X-WR-TIMEZONE, which no RFC knows, tells the zone; ical.js 2.2.1
#   and node-ical 0.26.1 do not look at it.
# For a CRM: a call at 09:00 in Berlin stands at 09:00 in New York, six hours later. Which zone is meant
#   cannot be seen in the event. When importing, a bare time in a file with X-WR-TIMEZONE is a time of
#   that zone; when writing, name the zone on every line.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    ical-generator@10.2.0 node-ical@0.26.1 ical.js@2.2.1 >/dev/null

cat >write.mjs <<'END'
import ical from 'ical-generator';
const event = {
    id: '1@example.com',
    start: new Date('2026-07-01T07:00:00Z'),
    end: new Date('2026-07-01T08:00:00Z'),
    stamp: new Date('2026-06-01T07:00:00Z'),
    summary: 'Call',
};
const calendar = ical(process.argv[2] === 'calendar' ? { timezone: 'Europe/Berlin' } : {});
calendar.createEvent(process.argv[2] === 'event' ? { ...event, timezone: 'Europe/Berlin' } : event);
console.log(calendar.toString());
END
cat >read.mjs <<'END'
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import ICAL from 'ical.js';
const nodeIcal = createRequire(import.meta.url)('node-ical');
const text = readFileSync(process.argv[2], 'utf8');
const event = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one.type === 'VEVENT');
const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
console.log(`  node-ical  ${event.start.toISOString()}`);
console.log(`  ical.js    ${new ICAL.Event(component).startDate.toJSDate().toISOString()}`);
END

cat >seen <<'END'
zone of the event:
  DTSTAMP:20260601T070000Z
  DTSTART;TZID=Europe/Berlin:20260701T090000
zone of the calendar:
  DTSTAMP:20260601T090000
  DTSTART:20260701T090000
  node-ical  2026-07-01T13:00:00.000Z
  ical.js    2026-07-01T13:00:00.000Z
END

{
    echo 'zone of the event:'
    TZ=Europe/Berlin node write.mjs event | tr -d '\r' | sed -n 's/^DTST/  DTST/p'
    echo 'zone of the calendar:'
    TZ=Europe/Berlin node write.mjs calendar >calendar.ics
    tr -d '\r' <calendar.ics | sed -n 's/^DTST/  DTST/p'
    TZ=America/New_York node read.mjs calendar.ics
} >now
echo 'Expected: TZID=Europe/Berlin both times, DTSTAMP with Z, 2026-07-01T07:00:00.000Z when read.'
echo 'Seen, written in Berlin and read in New York:'
cat now
diff -u seen now || {
    echo 'ical-generator-calendar-zone-floats: it behaves differently now' >&2
    exit 1
}
