#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# vcard-creator 1.0.0 writes, ical.js 2.2.1 reads (npm): notes on cards get backslashes.
#
# Expected: a note "Ask for Eva; she decides" is read so. RFC 2426 (4, vCard 3.0) and RFC 6350 (3.4,
#   vCard 4.0) let a semicolon in any text be written as "\;", and have it read as a plain semicolon.
# Seen: vcard-creator writes "\;" in every text. ical.js, in cards of both versions, undoes "\," and "\n"
#   in a text of one part, but leaves "\;" as it stands; in its calendars it undoes all of them. Written
#   again the backslash itself is escaped, "\\;", so it is part of the text now for every reader.
# For a CRM: names, titles and notes show a backslash, and a company called "Smith\; Sons" is no
#   duplicate of "Smith; Sons" any more. When writing, leave semicolons alone where a text has one part.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts vcard-creator@1.0.0 ical.js@2.2.1 >/dev/null

cat >try.mjs <<'END'
import VCard from 'vcard-creator';
import ICAL from 'ical.js';

const made = new VCard();
made.addName({ familyName: 'Doe', givenName: 'Eva' });
made.addNote('Ask for Eva; she decides, alone');
const three = made.toString();
const line = (text, name) => text.split('\r\n').find((one) => one.startsWith(name));
console.log('vcard-creator', line(three, 'NOTE'));

for (const card of [three, three.replace('VERSION:3.0', 'VERSION:4.0')]) {
    const read = new ICAL.Component(ICAL.parse(card));
    console.log(read.getFirstPropertyValue('version'), JSON.stringify(read.getFirstPropertyValue('note')));
    console.log(read.getFirstPropertyValue('version'), line(read.toString(), 'NOTE'));
}
const event = `BEGIN:VEVENT\r\nUID:1@example.com\r\n${line(three, 'NOTE').replace('NOTE', 'COMMENT')}\r\nEND:VEVENT`;
console.log('calendar', JSON.stringify(new ICAL.Component(ICAL.parse(event)).getFirstPropertyValue('comment')));
END

cat >seen <<'END'
vcard-creator NOTE:Ask for Eva\; she decides\, alone
3.0 "Ask for Eva\\; she decides, alone"
3.0 NOTE:Ask for Eva\\; she decides\, alone
4.0 "Ask for Eva\\; she decides, alone"
4.0 NOTE:Ask for Eva\\; she decides\, alone
calendar "Ask for Eva; she decides, alone"
END

node try.mjs >now
echo 'Expected: no backslash in what is read.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'ical-js-semicolon-in-card: it behaves differently now' >&2
    exit 1
}
