#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# json-2-csv 5.6.0 (npm): the last cell of a file keeps the end of its line.
#
# Expected: the same records with and without a line break at the end of the file. RFC 4180, section 2,
#   rules 1 and 2: each record ends with one, and the last may or may not. Nearly every program that
#   writes CSV ends the last line.
# Seen: csv2json() gives the last value of the last record with the line break in it, with its default
#   settings and a file that json-2-csv reads well otherwise. A number there is unharmed, a word is not:
#   the rows above are right, so a look at the first rows shows nothing.
# For a CRM: one record in each import has a phone, an e-mail address or a tag that equals no other, so
#   it becomes a duplicate instead of being matched. Trim the end of the file, not of the cells.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts json-2-csv@5.6.0 >/dev/null

cat >try.mjs <<'END'
import { csv2json } from 'json-2-csv';

const rows = 'name,email\nEva,eva@example.com\nBob,bob@example.com';
console.log('without', JSON.stringify(csv2json(rows)));
console.log('with', JSON.stringify(csv2json(`${rows}\n`)));
END

cat >seen <<'END'
without [{"name":"Eva","email":"eva@example.com"},{"name":"Bob","email":"bob@example.com"}]
with [{"name":"Eva","email":"eva@example.com"},{"name":"Bob","email":"bob@example.com\n"}]
END

node try.mjs >now
echo 'Expected: the same, without and with a line break at the end of the file.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'json-2-csv-last-cell: it behaves differently now' >&2
    exit 1
}
