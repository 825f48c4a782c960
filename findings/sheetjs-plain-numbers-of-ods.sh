#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tablib 3.4.0 (Python; Debian python3-tablib 3.4.0-1) writes, SheetJS 0.18.5 (npm xlsx) reads: an .ods
# without any of its numbers.
#
# Expected: 1234.5 and 5. In OpenDocument the value of a cell stands in its attribute office:value; the text
#   below it, as it is shown, is optional, and tablib leaves it out. Gnumeric reads the file.
# Seen: a number cell without the text is an empty one to SheetJS: names and notes are there, amounts and
#   counts are not, and rows end where only numbers follow. No error, and nothing tells an amount that is
#   missing from one that was never there.
# For a CRM: deals are imported with all their words and no money. Read office:value first and the text only
#   for what has no value, and write both, since others read the text.
# Run on 2026-11-29.
set -eu
export LC_ALL=C.UTF-8 TZ=UTC
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Package and version, as in Debian 12: the rest is seen with just these.
need() {
    [ "$(dpkg-query -W -f '${Version}' "$1" 2>&1)" = "$2" ] && return
    apt-get install -y -q --no-install-recommends "$1=$2" >apt.log 2>&1 ||
        { apt-get update -q && apt-get install -y -q --no-install-recommends "$1=$2"; } >apt.log 2>&1 ||
        { cat apt.log >&2; exit 1; }
}
need python3-tablib 3.4.0-1
need python3-odf 1.4.2-2

npm install --silent --no-audit --no-fund --ignore-scripts xlsx@0.18.5 >/dev/null
cat >write.py <<'END'
import tablib

deals = tablib.Dataset(['Acme', 5, 1234.5, 'signed'], ['Beta', 0, -1.5, 'open'],
                       headers=['Name', 'Pieces', 'Amount', 'Note'])
with open('deals.ods', 'wb') as file:
    file.write(deals.export('ods'))
END
/usr/bin/python3 write.py
cat >try.cjs <<'END'
const XLSX = require('xlsx');
const book = XLSX.readFile('deals.ods');
for (const row of XLSX.utils.sheet_to_json(book.Sheets[book.SheetNames[0]]))
    console.log(JSON.stringify(row));
END

cat >seen <<'END'
{"Name":"Acme","Note":"signed"}
{"Name":"Beta","Note":"open"}
END

node try.cjs >now
echo 'Expected: Pieces and Amount in each row.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'sheetjs-plain-numbers-of-ods: it behaves differently now' >&2
    exit 1
}
