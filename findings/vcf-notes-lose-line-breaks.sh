#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# vcf 2.1.2 (npm): values are written and read as they stand, so line breaks disappear.
#
# Expected: set('note', text), toString() and parse() give the text back, and the jCard of a card has the
#   plain text. RFC 6350 (3.4) writes a line break as "\n" and a comma as "\,"; RFC 7095 (jCard) has the
#   values without those escapes.
# Seen: nothing is escaped on the way out and a line break in a value is dropped: two lines become one
#   word where they meet. A company "Smith; Sons" has a department "Sons" for ical.js 2.2.1. Nothing is
#   unescaped on the way in: "\n" and "\," stay in the text, in the jCard too.
# For a CRM: notes and addresses of several lines arrive as one, with words run together; and notes from
#   others are full of backslashes, doubled at the next program that does escape. A jCard from vcf is not
#   to be taken for one: unescape it once more.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts vcf@2.1.2 ical.js@2.2.1 >/dev/null

cat >try.mjs <<'END'
import { createRequire } from 'node:module';
import ICAL from 'ical.js';
const VCard = createRequire(import.meta.url)('vcf');

const card = new VCard();
card.set('fn', 'Eva Doe');
card.set('org', 'Smith; Sons');
card.set('note', 'Met in Berlin\nWants an offer');
const written = card.toString('4.0');
const read = new ICAL.Component(ICAL.parse(written));
console.log('written', written.match(/NOTE.*/)[0]);
console.log('read by vcf', JSON.stringify(VCard.parse(written)[0].get('note').valueOf()));
console.log('read by ical.js', JSON.stringify(read.getFirstPropertyValue('org')));

const other = 'BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Eva Doe\r\nNOTE:Met\\, twice\\nOffer\r\nEND:VCARD\r\n';
console.log('jCard by vcf', JSON.stringify(VCard.parse(other)[0].get('note').toJSON()));
console.log('jCard by ical.js', JSON.stringify(ICAL.parse(other)[1].find((line) => line[0] === 'note')));
END

cat >seen <<'END'
written NOTE:Met in BerlinWants an offer
read by vcf "Met in BerlinWants an offer"
read by ical.js ["Smith"," Sons"]
jCard by vcf ["note",{},"text","Met\\, twice\\nOffer"]
jCard by ical.js ["note",{},"text","Met, twice\nOffer"]
END

node try.mjs | tr -d '\r' >now
echo 'Expected: a note of two lines, one company, and "Met, twice" on a line of its own.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'vcf-notes-lose-line-breaks: it behaves differently now' >&2
    exit 1
}
