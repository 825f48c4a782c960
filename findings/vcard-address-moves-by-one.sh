#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# vcf 2.1.2 and vcard-parser 1.0.0 (npm): a semicolon in an address moves its parts along.
#
# Expected: a semicolon in quotes, or behind a backslash, separates nothing. RFC 6350 (3.3 and 3.4) says
#   so of parameter values such as LABEL, and of the parts of ADR.
# Seen: lines are cut at the first colon and at every semicolon before quotes and backslashes are looked
#   at. With LABEL="Main St. 1; rear: left" half of the label becomes the post office box. With
#   "Main St. 1\; rear" in the address itself vcf moves everything behind it by one: the town is in the
#   region's place, the country is the eighth of seven parts. ical.js 2.2.1 reads both cards as meant.
# For a CRM: letters go to a town called " rear". A label is written by phones for every address, and is
#   a text that people type. Count the parts of ADR: more than seven means that somebody cut wrongly.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    vcf@2.1.2 vcard-parser@1.0.0 ical.js@2.2.1 >/dev/null

cat >try.mjs <<'END'
import { createRequire } from 'node:module';
import ICAL from 'ical.js';
const require = createRequire(import.meta.url);
const VCard = require('vcf');
const vcardParser = require('vcard-parser');

const lines = [
    'ADR;LABEL="Main St. 1; rear: left":;;Main St. 1;Berlin;;10115;Germany',
    'ADR:;;Main St. 1\\; rear;Berlin;;10115;Germany',
];
for (const line of lines) {
    const card = `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Eva Doe\r\n${line}\r\nEND:VCARD\r\n`;
    const show = (who, parts) => console.log(`  ${who.padEnd(13)}${JSON.stringify(parts)}`);
    console.log(line);
    show('vcf', VCard.parse(card)[0].get('adr').toJSON()[3]);
    show('vcard-parser', vcardParser.parse(card).adr[0].value);
    show('ical.js', new ICAL.Component(ICAL.parse(card)).getFirstPropertyValue('adr'));
}
END

cat >seen <<'END'
ADR;LABEL="Main St. 1; rear: left":;;Main St. 1;Berlin;;10115;Germany
  vcf          [" left\":","","Main St. 1","Berlin","","10115","Germany"]
  vcard-parser [" left\":","","Main St. 1","Berlin","","10115","Germany"]
  ical.js      ["","","Main St. 1","Berlin","","10115","Germany"]
ADR:;;Main St. 1\; rear;Berlin;;10115;Germany
  vcf          ["","","Main St. 1\\"," rear","Berlin","","10115","Germany"]
  vcard-parser ["","","Main St. 1; rear","Berlin","","10115","Germany"]
  ical.js      ["","","Main St. 1; rear","Berlin","","10115","Germany"]
END

node try.mjs >now
echo 'Expected: seven parts, the first empty and the fourth Berlin, from each.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'vcard-address-moves-by-one: it behaves differently now' >&2
    exit 1
}
