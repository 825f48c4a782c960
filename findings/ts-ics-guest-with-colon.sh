#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ts-ics 2.4.6 (npm): a guest called "Sales: EU" has another e-mail address after saving.
#
# Expected: the guest comes back as given. RFC 5545 (3.2): a parameter value that holds a colon, a
#   semicolon or a comma stands in double quotes; generateIcsCalendar() is given name and address apart,
#   and escapes the texts of summary and description.
# Seen: CN is written without quotes. At the colon the value begins too early: the name is cut to
#   "Sales", and part of it is now in front of the address, for ts-ics itself and for ical.js 2.2.1. At a
#   semicolon the rest of the name becomes a parameter of its own and is lost.
# For a CRM: an invitation to "Ray; Bob" or "Support: Berlin" goes to nobody, or is matched with no
#   contact. Quote every CN, and check the address after "mailto:" before it is used.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts ts-ics@2.4.6 ical.js@2.2.1 >/dev/null

cat >try.mjs <<'END'
import { convertIcsCalendar, generateIcsCalendar } from 'ts-ics';
import ICAL from 'ical.js';

for (const name of ['Bob Ray', 'Ray; Bob', 'Sales: EU']) {
    const text = generateIcsCalendar({
        version: '2.0',
        prodId: '-//Example//Example//EN',
        events: [
            {
                uid: '1@example.com',
                stamp: { date: new Date('2026-01-01T00:00:00Z') },
                start: { date: new Date('2026-07-01T09:00:00Z') },
                end: { date: new Date('2026-07-01T10:00:00Z') },
                summary: 'Call',
                attendees: [{ name, email: 'bob@example.com' }],
            },
        ],
    });
    const { name: cn, email } = convertIcsCalendar(undefined, text).events[0].attendees[0];
    const event = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    const guest = event.getFirstProperty('attendee');
    console.log(`written  ${text.split('\r\n').find((line) => line.startsWith('ATTENDEE'))}`);
    console.log(`  ts-ics   ${JSON.stringify([cn, email])}`);
    console.log(`  ical.js  ${JSON.stringify([guest.getParameter('cn'), guest.getFirstValue()])}`);
}
END

cat >seen <<'END'
written  ATTENDEE;CN=Bob Ray:MAILTO:bob@example.com
  ts-ics   ["Bob Ray","bob@example.com"]
  ical.js  ["Bob Ray","MAILTO:bob@example.com"]
written  ATTENDEE;CN=Ray; Bob:MAILTO:bob@example.com
  ts-ics   ["Ray","bob@example.com"]
  ical.js  ["Ray","MAILTO:bob@example.com"]
written  ATTENDEE;CN=Sales: EU:MAILTO:bob@example.com
  ts-ics   ["Sales"," EU:bob@example.com"]
  ical.js  ["Sales"," EU:MAILTO:bob@example.com"]
END

node try.mjs >now
echo 'Expected: the names in double quotes, and bob@example.com three times.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'ts-ics-guest-with-colon: it behaves differently now' >&2
    exit 1
}
