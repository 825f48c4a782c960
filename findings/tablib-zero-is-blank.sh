#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# tablib 3.4.0 (Python; Debian python3-tablib 3.4.0-1): in tables for Jira and LaTeX a zero is an empty cell.
#
# Expected: 0. A cell that is empty is None; the other formats, CSV, HTML, JSON, plain text, write 0, 0.0 and
#   False as such.
# Seen: these two write nothing for whatever Python takes for false, so no deals, an amount of 0.00 and "not
#   won" cannot be told from what is not known.
# For a CRM: the customers without a deal this year are what such a report is looked at for, and they have no
#   figure. Ask whether a value is there, not whether it is true; a zero belongs into the tests of every
#   export.
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
need python3-tablib 3.4.0-1

cat >try.py <<'END'
import tablib

deals = tablib.Dataset(['Acme', 0, 0.0, False, None], ['Beta', 5, 1.5, True, 'x'],
                       headers=['Name', 'Deals', 'Amount', 'Won', 'Note'])
print(deals.export('csv').replace('\r', ''))
print(deals.export('jira'))
print('\n'.join(line for line in deals.export('latex').split('\n') if '&' in line))
END

cat >seen <<'END'
Name,Deals,Amount,Won,Note
Acme,0,0.0,False,
Beta,5,1.5,True,x

||Name||Deals||Amount||Won||Note||
|Acme| | | | |
|Beta|5|1.5|True|x|
      Name & Deals & Amount & Won & Note \\
      Acme &  &  &  &  \\
      Beta & 5 & 1.5 & True & x \\
END

python3 try.py >now
echo 'Expected: 0, 0.0 and False for Acme three times, and one empty cell, its note.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'tablib-zero-is-blank: it behaves differently now' >&2
    exit 1
}
