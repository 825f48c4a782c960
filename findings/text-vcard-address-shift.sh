#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Text::vCard 3.09 (Perl; Debian libtext-vcard-perl 3.09-2): of an address with street and town the street is
# written as the post office box, and the town as the floor.
#
# Expected: ADR:;;Main St. 1;Bonn;;;Germany. RFC 2426 and 6350 give each part of an address its place, and
#   empty ones keep theirs; the library's own example begins with two semicolons. street(), city() and so on
#   fill them.
# Seen: parts that were never set are left out when writing, not left empty, and all others move to the
#   front. Names do it as well: family name and suffix alone make Jr. the given name. Its own reading of the
#   file has the same shift; a card that was read from a file with all semicolons is written rightly.
# For a CRM: what a shop or a web form exports through this library has towns in the line for the floor, and
#   no street anywhere. Read addresses with too few parts with suspicion, a box that has letters in it above
#   all; write all seven parts always.
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

my $book = Text::vCard::Addressbook->new;
my $card = $book->add_vcard;
$card->fullname('Doe Jr.');
my $name = $card->add_node({ node_type => 'N' });
$name->family('Doe');
$name->suffixes('Jr.');
my $address = $card->add_node({ node_type => 'ADR' });
$address->street('Main St. 1');
$address->city('Bonn');
$address->country('Germany');
print grep { /^(?:N|ADR)/ } map { s/\r//r } split /(?<=\n)/, $book->export;

my ($again) = Text::vCard::Addressbook->new({ source_text => $book->export })->vcards;
my $read = $again->get('ADR')->[0];
print "read again: ", join(', ', map { "$_ '" . ($read->$_ // '') . "'" } qw(po_box extended street city)), "\n";
END

cat >seen <<'END'
N:Doe;Jr.
ADR:Main St. 1;Bonn;Germany
read again: po_box 'Main St. 1', extended 'Bonn', street 'Germany', city ''
END

perl try.pl >now
echo 'Expected: N:Doe;;;;Jr. and ADR:;;Main St. 1;Bonn;;;Germany.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'text-vcard-address-shift: it behaves differently now' >&2
    exit 1
}
