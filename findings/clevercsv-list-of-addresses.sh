#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# clevercsv 0.7.5 (Python; Debian python3-clevercsv 0.7.5+ds-1+b1): a list of e-mail addresses is a table of
# two columns, jane and example.com.
#
# Expected: one column, so no delimiter. The library is made to tell the dialect of messy files by how
#   regular the rows are and by the types of the cells, and e-mail addresses are among the types it knows.
# Seen: @ separates. It is regular, two cells in each row, and that outweighs that the cells had a known type
#   as they were. As soon as a second column with a comma is there, the comma is found.
# For a CRM: a list of subscribers, one address a line, is the simplest file people import; it gets a column
#   of names and one of domains. Only take for a delimiter what somebody would use as one.
# Run on 2026-11-29.
set -eu
export LC_ALL=C.UTF-8 TZ=UTC PATH=/usr/bin:/bin:/usr/sbin:/sbin
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"

# Package and version, as in Debian 12: the rest is seen with just this.
need() {
    [ "$(dpkg-query -W -f '${Version}' "$1" 2>&1)" = "$2" ] && return
    apt-get install -y -q --no-install-recommends "$1=$2" >apt.log 2>&1 ||
        { apt-get update -q && apt-get install -y -q --no-install-recommends "$1=$2"; } >apt.log 2>&1 ||
        { cat apt.log >&2; exit 1; }
}
need python3-clevercsv 0.7.5+ds-1+b1

cat >try.py <<'END'
import clevercsv

for text in ['E-mail\njane@example.com\nbob@example.com\n', 'jane@example.com\nbob@example.org\neva@example.net\n',
             'Name,E-mail\nJane,jane@example.com\nBob,bob@example.com\n']:
    dialect = clevercsv.Sniffer().sniff(text)
    rows = list(clevercsv.reader(text.splitlines(True), dialect))
    print(repr(dialect.delimiter), rows[1])
END

cat >seen <<'END'
'@' ['jane', 'example.com']
'@' ['bob', 'example.org']
',' ['Jane', 'jane@example.com']
END

python3 try.py >now
echo 'Expected: no delimiter and a whole address twice, then a comma.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'clevercsv-list-of-addresses: it behaves differently now' >&2
    exit 1
}
