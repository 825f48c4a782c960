#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# vcard4 4.0.5 (npm): of TYPE=work;TYPE=fax only the fax is left.
#
# Expected: both types. RFC 6350 (6.4.1) says of TEL that its types are given as one list or as several
#   parameters; cards from phones and address books have both forms. ical.js 2.2.1 reads them alike.
# Seen: written as a list, both types; written as two parameters, the last alone. The first is gone
#   without a word.
# For a CRM: whether a number is of the office or of home, and which one is preferred, is lost, and by
#   the order in the file: a private mobile and the one of the firm become the same kind. Collect the
#   values of all parameters of one name.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts vcard4@4.0.5 ical.js@2.2.1 >/dev/null

cat >try.mjs <<'END'
import { parse } from 'vcard4';
import ICAL from 'ical.js';

for (const type of ['TYPE="work,fax"', 'TYPE=work;TYPE=fax', 'TYPE=home;TYPE=cell']) {
    const card = `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Eva Doe\r\nTEL;${type}:+49 30 901820\r\nEND:VCARD\r\n`;
    const tel = parse(card).parsedVcard.find((one) => one.property === 'TEL');
    const line = new ICAL.Component(ICAL.parse(card)).getFirstProperty('tel');
    console.log(type);
    console.log(`  vcard4   ${JSON.stringify(tel.parameters.TYPE)}`);
    console.log(`  ical.js  ${JSON.stringify(line.getParameter('type'))}`);
}
END

cat >seen <<'END'
TYPE="work,fax"
  vcard4   ["work","fax"]
  ical.js  ["work","fax"]
TYPE=work;TYPE=fax
  vcard4   "fax"
  ical.js  ["work","fax"]
TYPE=home;TYPE=cell
  vcard4   "cell"
  ical.js  ["home","cell"]
END

node try.mjs >now
echo 'Expected: two types each time.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'vcard4-last-type: it behaves differently now' >&2
    exit 1
}
