#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# mu 1.8.14 (Debian maildir-utils 1.8.14-1) writes, Python's csv reads: Robert "Bob" Ray, Jr. has three
# cells.
#
# Expected: two cells, name and address. The manual of mu cfind says of its format csv that double quotes are
#   doubled and fields with commas stand in quotes, as in RFC 4180; so Python's default dialect reads it, as
#   do spreadsheets.
# Seen: every field stands in quotes, but quotes inside get a backslash, as in C. For a reader by the RFC the
#   field ends there, and its commas part cells: the address moves from the second column into the last.
# For a CRM: contacts gathered from mails by mu lose their address on import, those with a nickname; the
#   others in the file are right, which hides it. Offer the backslash as a dialect when a field in quotes
#   does not end before a delimiter, and count the cells of each row.
# Run on 2026-11-29.
set -eu
export LC_ALL=C.UTF-8 TZ=UTC PATH=/usr/bin:/bin:/usr/sbin:/sbin
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
need maildir-utils 1.8.14-1
need python3 3.11.2-1+b1

mkdir -p mail/cur mail/new mail/tmp
for from in '"Robert \"Bob\" Ray, Jr." <bob@example.com>' '"Doe, Jane" <jane@example.com>'; do
    printf 'From: %s\nTo: me@example.com\nSubject: Offer\nDate: Wed, 04 Mar 2026 10:00:00 +0100\n\nHello\n' \
        "$from" >"mail/cur/$(printf %s "$from" | cksum | cut -d ' ' -f 1):2,S"
done
mu init --muhome="$folder/mu" --maildir="$folder/mail" >/dev/null 2>&1
mu index --muhome="$folder/mu" >/dev/null 2>&1

cat >try.sh <<'END'
mu cfind --muhome="$PWD/mu" --format=csv 'bob|jane' | sort
mu cfind --muhome="$PWD/mu" --format=csv 'bob|jane' | sort | python3 -c '
import csv, sys
for row in csv.reader(sys.stdin):
    print(len(row), "cells:", " | ".join(row))'
END

cat >seen <<'END'
"Doe, Jane","jane@example.com"
"Robert \"Bob\" Ray, Jr.","bob@example.com"
2 cells: Doe, Jane | jane@example.com
3 cells: Robert \Bob\" Ray |  Jr." | bob@example.com
END

sh try.sh >now
echo 'Expected: quotes doubled, and 2 cells each.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'mu-contacts-with-quotes: it behaves differently now' >&2
    exit 1
}
