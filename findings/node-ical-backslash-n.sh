#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# node-ical 0.26.1 and vcard-parser 1.0.0 (npm): "C:\new" comes back with a line break in it.
#
# Expected: RFC 5545 (3.3.11) and RFC 6350 (3.4) write a backslash as two and a line break as backslash
#   and n, so "C:\\new" is C:\new. Read from left to right there is no doubt about it.
# Seen: both replace one escape after the other in the whole text, "\n" first, and so find one in the
#   second half of "\\n". A path C:\new becomes "C:\", a line break and "ew"; \\server\north too.
#   vcard-parser besides leaves every other doubled backslash doubled. ical.js 2.2.1 reads all as meant.
# For a CRM: notes with Windows paths, with the number of a form like A\n7, or with a text about
#   formats are changed a little more each time they go through such a program. Take escapes from left
#   to right, one at a time.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    node-ical@0.26.1 vcard-parser@1.0.0 ical.js@2.2.1 >/dev/null

cat >try.mjs <<'END'
import { createRequire } from 'node:module';
import ICAL from 'ical.js';
const require = createRequire(import.meta.url);
const nodeIcal = require('node-ical');
const vcardParser = require('vcard-parser');

for (const text of ['C:\\new\\offers', '\\\\server\\north']) {
    const escaped = text.replaceAll('\\', '\\\\');
    const event = [
        'BEGIN:VCALENDAR',
        'VERSION:2.0',
        'PRODID:-//Example//Example//EN',
        'BEGIN:VEVENT',
        'UID:1@example.com',
        'DTSTAMP:20260101T000000Z',
        'DTSTART:20260701T090000Z',
        `DESCRIPTION:${escaped}`,
        'END:VEVENT',
        'END:VCALENDAR',
        '',
    ].join('\r\n');
    const card = `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Eva Doe\r\nN:Doe;Eva;;;\r\nNOTE:${escaped}\r\nEND:VCARD\r\n`;
    const read = Object.values(nodeIcal.sync.parseICS(event)).find((one) => one.type === 'VEVENT');
    const component = new ICAL.Component(ICAL.parse(event)).getFirstSubcomponent('vevent');
    console.log(`text ${text}, in the file ${escaped}`);
    console.log(`  node-ical     ${JSON.stringify(read.description)}`);
    console.log(`  vcard-parser  ${JSON.stringify(vcardParser.parse(card).note[0].value)}`);
    console.log(`  ical.js       ${JSON.stringify(component.getFirstPropertyValue('description'))}`);
}
END

cat >seen <<'END'
text C:\new\offers, in the file C:\\new\\offers
  node-ical     "C:\\\new\\offers"
  vcard-parser  "C:\\\new\\\\offers"
  ical.js       "C:\\new\\offers"
text \\server\north, in the file \\\\server\\north
  node-ical     "\\\\server\\\north"
  vcard-parser  "\\\\\\\\server\\\north"
  ical.js       "\\\\server\\north"
END

node try.mjs >now
echo 'Expected: the text, from all three (as JSON, where each backslash is doubled).'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'node-ical-backslash-n: it behaves differently now' >&2
    exit 1
}
