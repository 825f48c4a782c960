#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# parse-address 1.1.2 (npm): the house number 12 1/2 becomes 12.
#
# Expected: number "12 1/2", or the half in a field of its own. The README says, with the words of the
#   Perl module it was made from, that fractional house numbers are known.
# Seen: the half is recognised, since the street is right, and then left out of the result. Number 12 and
#   number 12 1/2 give the same answer, field for field. The letter in 12-A and the range 12-14 stay.
# For a CRM: half numbers are real doors in American towns, mostly the flat behind or above. Two
#   neighbours become duplicates of one address, and a letter to one goes to the other. Whoever splits an
#   address puts it together again and compares.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts parse-address@1.1.2 >/dev/null

cat >try.cjs <<'END'
const { parseLocation } = require('parse-address');
for (const number of ['12', '12 1/2', '12-14'])
    console.log(`${number}: ${JSON.stringify(parseLocation(`${number} Elm Street, Troy, NY`))}`);
END

cat >seen <<'END'
12: {"number":"12","street":"Elm","type":"St","city":"Troy","state":"NY"}
12 1/2: {"number":"12","street":"Elm","type":"St","city":"Troy","state":"NY"}
12-14: {"number":"12-14","street":"Elm","type":"St","city":"Troy","state":"NY"}
END

node try.cjs >now
echo 'Expected: three different answers.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'parse-address-half-numbers: it behaves differently now' >&2
    exit 1
}
