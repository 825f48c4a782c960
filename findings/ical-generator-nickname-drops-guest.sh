#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ical-generator 10.2.0 writes, node-ical 0.26.1 reads (npm): a guest with a nickname in quotes is gone.
#
# Expected: Robert "Bob" Ray is still invited. RFC 5545 (3.2) allows no double quote in a parameter
#   value, and no backslash escapes there; RFC 6868 gives the way out, writing ^' for it.
# Seen: ical-generator writes CN="Robert \"Bob\" Ray", so the value ends behind the backslash. ical.js
#   2.2.1 reads the name as "Robert \"; node-ical drops the whole line and the event has one guest less.
#   ics 3.12.0 writes the same. The other guest is read, so nothing looks wrong.
# For a CRM: names with a nickname in quotes are common in contact lists. The guest is not invited, not
#   matched with a contact, and at the next save removed from the event. Write ^' and read both.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    ical-generator@10.2.0 node-ical@0.26.1 ical.js@2.2.1 ics@3.12.0 >/dev/null

cat >try.mjs <<'END'
import { createRequire } from 'node:module';
import ical from 'ical-generator';
import ICAL from 'ical.js';
import { createEvent } from 'ics';
const nodeIcal = createRequire(import.meta.url)('node-ical');

const guests = [
    { name: 'Robert "Bob" Ray', email: 'bob@example.com' },
    { name: 'Eva Doe', email: 'eva@example.com' },
];
const calendar = ical();
const event = calendar.createEvent({
    id: '1@example.com',
    start: new Date('2026-07-01T09:00:00Z'),
    end: new Date('2026-07-01T10:00:00Z'),
    summary: 'Call',
});
for (const guest of guests) event.createAttendee(guest);
const byIcs = createEvent({
    uid: '1@example.com',
    start: [2026, 7, 1, 9, 0],
    duration: { hours: 1 },
    title: 'Call',
    attendees: guests,
}).value;

const texts = [
    ['ical-generator', calendar.toString()],
    ['ics', byIcs],
];
for (const [who, text] of texts) {
    const unfolded = text.replace(/\r\n[ \t]/g, '');
    console.log(`${who} writes ${unfolded.match(/CN="Robert.*/)[0]}`);
    const read = Object.values(nodeIcal.sync.parseICS(text)).find((one) => one.type === 'VEVENT');
    console.log(`  node-ical  ${JSON.stringify([read.attendee].flat().map((one) => one.params.CN))}`);
    const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent');
    const names = component.getAllProperties('attendee').map((one) => one.getParameter('cn'));
    console.log(`  ical.js    ${JSON.stringify(names)}`);
}
END

cat >seen <<'END'
ical-generator writes CN="Robert \"Bob\" Ray":MAILTO:bob@example.com
  node-ical  ["Eva Doe"]
  ical.js    ["Robert \\","Eva Doe"]
ics writes CN="Robert \"Bob\" Ray":mailto:bob@example.com
  node-ical  ["Eva Doe"]
  ical.js    ["Robert \\","Eva Doe"]
END

node try.mjs >now
echo 'Expected: two guests, Robert "Bob" Ray and Eva Doe, for every reader.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'ical-generator-nickname-drops-guest: it behaves differently now' >&2
    exit 1
}
