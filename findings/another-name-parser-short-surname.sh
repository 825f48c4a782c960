#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# another-name-parser 0.1.0 (npm): people called Do, Pe or Vi have no family name.
#
# Expected: first name Kim, family name Do. A suffix (Jr., III, MD) stands behind a name of at least two
#   words; the README's examples have it there and only there.
# Seen: a word that is in the list of suffixes, DO (a doctor's degree), PE (an engineer's), the Roman
#   numbers, is a suffix wherever it stands and however it is written: at the end of two words, and at
#   the beginning. The family name is null, or the first name is taken for it. An initial V. or I. in
#   front is a suffix too. parse-full-name 1.2.7 reads all of these as names.
# For a CRM: Do is one of the most common Vietnamese family names. Such people end up without a name to
#   sort and address them by, or are refused because it is required. Take a suffix only where two names
#   are left without it, and never in front.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    another-name-parser@0.1.0 parse-full-name@1.2.7 >/dev/null

cat >try.cjs <<'END'
const parse = require('another-name-parser');
const { parseFullName } = require('parse-full-name');

for (const name of ['Kim Do', 'Do Thi Mai', 'Vi Pham', 'I. Newton', 'Kim Roe']) {
    const one = parse(name);
    const other = parseFullName(name);
    console.log(name);
    console.log(`  another-name-parser  ${JSON.stringify([one.first, one.last, one.suffix])}`);
    console.log(`  parse-full-name      ${JSON.stringify([other.first, other.last, other.suffix])}`);
}
END

cat >seen <<'END'
Kim Do
  another-name-parser  ["Kim",null,"Do"]
  parse-full-name      ["Kim","Do",""]
Do Thi Mai
  another-name-parser  ["Thi","Mai","Do"]
  parse-full-name      ["Do","Mai",""]
Vi Pham
  another-name-parser  ["Pham",null,"Vi"]
  parse-full-name      ["Vi","Pham",""]
I. Newton
  another-name-parser  ["Newton",null,"I."]
  parse-full-name      ["I.","Newton",""]
Kim Roe
  another-name-parser  ["Kim","Roe",null]
  parse-full-name      ["Kim","Roe",""]
END

node try.cjs >now
echo 'Expected: a first and a family name each time, and no suffix.'
echo 'Seen (first name, family name, suffix):'
cat now
diff -u seen now || {
    echo 'another-name-parser-short-surname: it behaves differently now' >&2
    exit 1
}
