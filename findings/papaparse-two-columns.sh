#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# papaparse 5.7.1 (npm): a short table of two columns loses its columns by the line break at its end.
#
# Expected: the same rows with and without the line break. RFC 4180 leaves it open whether the last line
#   has one, and nearly every program writes one. Unless told, the library finds out whether comma, tab,
#   pipe or semicolon separates; these files have nothing but one of them.
# Seen: the line break counts as one more line of one cell, so that two columns are 1.67 on average, and
#   less than two are none: the comma is taken, each line is one cell. Three columns are found, and two from
#   nine lines below the header on, since only ten lines are looked at. skipEmptyLines helps; header does
#   not, and then the one column is called "Name;Town". An error UndetectableDelimiter is in the list, as
#   it is for a file of one column.
# For a CRM: what people paste to try an import, two columns and a handful of lines, is the case that
#   fails. Leave the line break at the end out before guessing, and let one see and change the guess.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts papaparse@5.7.1 >/dev/null

cat >try.cjs <<'END'
const Papa = require('papaparse');
for (const sign of [';', '\t', '|'])
    for (const end of ['', '\n']) {
        const text = ['Name', 'Acme', 'Beta'].map(name => `${name}${sign}Bonn`).join('\n') + end;
        console.log(`${JSON.stringify(text)}: ${JSON.stringify(Papa.parse(text).data[1])}`);
    }
for (const lines of [8, 9]) {
    const text = 'Name;Town\n' + 'Acme;Bonn\n'.repeat(lines);
    console.log(`${lines} lines: ${JSON.stringify(Papa.parse(text).data[1])}`);
}
const cards = Papa.parse('Name;Town\nAcme;Bonn\n', { header: true });
console.log(`with header: ${JSON.stringify(cards.data[0])}, ${cards.errors[0].code}`);
END

cat >seen <<'END'
"Name;Bonn\nAcme;Bonn\nBeta;Bonn": ["Acme","Bonn"]
"Name;Bonn\nAcme;Bonn\nBeta;Bonn\n": ["Acme;Bonn"]
"Name\tBonn\nAcme\tBonn\nBeta\tBonn": ["Acme","Bonn"]
"Name\tBonn\nAcme\tBonn\nBeta\tBonn\n": ["Acme\tBonn"]
"Name|Bonn\nAcme|Bonn\nBeta|Bonn": ["Acme","Bonn"]
"Name|Bonn\nAcme|Bonn\nBeta|Bonn\n": ["Acme|Bonn"]
8 lines: ["Acme;Bonn"]
9 lines: ["Acme","Bonn"]
with header: {"Name;Town":"Acme;Bonn"}, UndetectableDelimiter
END

node try.cjs >now
echo 'Expected: two cells, Acme and Bonn, each time.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'papaparse-two-columns: it behaves differently now' >&2
    exit 1
}
