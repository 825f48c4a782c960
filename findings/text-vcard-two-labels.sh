#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Text::vCard 3.09 (Perl; Debian libtext-vcard-perl 3.09-2): the labels "Key account" and "EU" are one label
# "Key account,EU" after reading and writing a card.
#
# Expected: the two again. CATEGORIES and NICKNAME are lists in RFC 2426 and 6350, with a comma between their
#   items; a comma inside of an item is the one that gets a backslash.
# Seen: a list is read as one text, and on writing its commas get backslashes like those of a note: for every
#   other program it is one item from then on. An item with a comma of its own was one before and still is,
#   so nothing tells which comma is which. Notes with commas are right.
# For a CRM: labels are what contacts are grouped by; one trip through a script, and every contact with more
#   than one label is in no group. Know which properties are lists before taking backslashes off.
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
need libtext-vcard-perl 3.09-2

cat >try.pl <<'END'
use strict;
use warnings;
use Text::vCard::Addressbook;

my $text = join '', map { "$_\r\n" } 'BEGIN:VCARD', 'VERSION:3.0', 'FN:Jane Doe', 'N:Doe;Jane;;;',
    'CATEGORIES:Key account,EU', 'NICKNAME:JD,Janey', 'NOTE:tea\\, coffee', 'END:VCARD';
print grep { /^(?:CAT|NICK|NOTE)/ } map { s/\r//r } split /(?<=\n)/,
    Text::vCard::Addressbook->new({ source_text => $text })->export;
END

cat >seen <<'END'
CATEGORIES:Key account\,EU
NICKNAME:JD\,Janey
NOTE:tea\, coffee
END

perl try.pl >now
echo 'Expected: CATEGORIES:Key account,EU and NICKNAME:JD,Janey, without backslashes.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'text-vcard-two-labels: it behaves differently now' >&2
    exit 1
}
