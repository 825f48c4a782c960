#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ts-ics 2.4.6 (npm): of several CATEGORIES lines in an event only the last is read.
#
# Expected: all categories. RFC 5545 (3.8.1.2) lets the property stand more than once in an event, each
#   time with one value or more; ical.js 2.2.1 reads them so. EXDATE, which may be repeated in just the
#   same way, is read whole by ts-ics too.
# Seen: three categories on two lines come in as one, the last, and one is what is written again. No
#   error, no warning.
# For a CRM: tags travel as categories. Programs that write one line per tag lose all but one on the way
#   through such a reader. Read every line, write one.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts ts-ics@2.4.6 ical.js@2.2.1 >/dev/null

cat >try.mjs <<'END'
import { convertIcsCalendar, generateIcsCalendar } from 'ts-ics';
import ICAL from 'ical.js';

const calendar = (lines) =>
    [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Example//Example//EN',
        'BEGIN:VEVENT',
        'UID:1@example.com',
        'DTSTAMP:20260101T000000Z',
        'DTSTART:20260701T090000Z',
        'DTEND:20260701T100000Z',
        'SUMMARY:Call',
        ...lines,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
    ].join('\r\n');

const text = calendar([
    'RRULE:FREQ=DAILY;COUNT=5',
    'EXDATE:20260702T090000Z',
    'EXDATE:20260703T090000Z',
    'CATEGORIES:VIP,Fair',
    'CATEGORIES:Berlin',
]);
const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
const read = convertIcsCalendar(undefined, text);
const lines = event.getAllProperties('categories');
console.log('ical.js reads', JSON.stringify(lines.flatMap((line) => line.getValues())));
console.log('ts-ics reads', JSON.stringify(read.events[0].categories));
console.log('ts-ics reads', read.events[0].exceptionDates.length, 'exceptions');
const written = generateIcsCalendar(read).split('\r\n');
console.log('ts-ics writes', written.filter((line) => line.startsWith('CATEGORIES')).join(' | '));
END

cat >seen <<'END'
ical.js reads ["VIP","Fair","Berlin"]
ts-ics reads ["Berlin"]
ts-ics reads 2 exceptions
ts-ics writes CATEGORIES:Berlin
END

node try.mjs >now
echo 'Expected: VIP, Fair and Berlin.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'ts-ics-last-categories-line: it behaves differently now' >&2
    exit 1
}
