#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ts-ics 2.4.6 (npm): where a rule's events fall depends on the computer that works them out.
#
# Expected: a start in UTC repeats in UTC. RFC 5545 (3.3.10): BYHOUR, BYDAY and BYMONTHDAY are meant in
#   the time zone of DTSTART. The function takes a rule and a start and nothing else, so its answer
#   should depend on nothing else.
# Seen: extendByRecurrenceRule() counts hours, weekdays and days of the month by the clock of the
#   computer. In New York BYHOUR=9,15 in UTC gives 14:00 and 20:00; three Mondays of whole days become a
#   Tuesday and a Monday 23:00, and the third is gone. In UTC everything is right, so tests on servers
#   never see it.
# For a CRM: a weekly call shows on another day for the colleague in New York, and one event of the
#   series is missing; a reminder worked out on the server does not agree with the calendar on screen.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts ts-ics@2.4.6 >/dev/null

cat >try.mjs <<'END'
import { convertIcsCalendar, extendByRecurrenceRule } from 'ts-ics';

const days = (start, rule) => {
    const text = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Example//Example//EN',
        'BEGIN:VEVENT',
        'UID:1@example.com',
        'DTSTAMP:20260101T000000Z',
        start,
        `RRULE:${rule}`,
        'SUMMARY:Call',
        'END:VEVENT',
        'END:VCALENDAR',
        '',
    ].join('\r\n');
    const event = convertIcsCalendar(undefined, text).events[0];
    const all = extendByRecurrenceRule(event.recurrenceRule, {
        start: event.start.date,
        end: new Date('2026-12-31T00:00:00Z'),
    });
    console.log(`  ${start} ${rule}`);
    for (const day of all) console.log(`    ${day.toISOString()}`);
};

console.log(`Computer in ${process.env.TZ}`);
days('DTSTART:20260301T090000Z', 'FREQ=DAILY;BYHOUR=9,15;COUNT=2');
days('DTSTART;VALUE=DATE:20260302', 'FREQ=WEEKLY;BYDAY=MO;COUNT=3');
END

cat >seen <<'END'
Computer in UTC
  DTSTART:20260301T090000Z FREQ=DAILY;BYHOUR=9,15;COUNT=2
    2026-03-01T09:00:00.000Z
    2026-03-01T15:00:00.000Z
  DTSTART;VALUE=DATE:20260302 FREQ=WEEKLY;BYDAY=MO;COUNT=3
    2026-03-02T00:00:00.000Z
    2026-03-09T00:00:00.000Z
    2026-03-16T00:00:00.000Z
Computer in America/New_York
  DTSTART:20260301T090000Z FREQ=DAILY;BYHOUR=9,15;COUNT=2
    2026-03-01T14:00:00.000Z
    2026-03-01T20:00:00.000Z
  DTSTART;VALUE=DATE:20260302 FREQ=WEEKLY;BYDAY=MO;COUNT=3
    2026-03-03T00:00:00.000Z
    2026-03-09T23:00:00.000Z
END

for zone in UTC America/New_York; do TZ=$zone node try.mjs; done >now
echo 'Expected: the same events on both computers.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'ts-ics-rules-by-computer-clock: it behaves differently now' >&2
    exit 1
}
