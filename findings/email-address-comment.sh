#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Email::Address 1.913 (Perl; Debian libemail-address-perl 1.913-1): Jane (Sales) Doe <jane@example.com> is
# called JaneDoe.
#
# Expected: Jane Doe. By RFC 5322 a comment in brackets counts as white space between words, and the library
#   keeps it as the comment of the address.
# Seen: the comment is taken out together with the blanks on both its sides, so first name and surname grow
#   together, in phrase, in name and when written again, as "JaneDoe". A comment at the end of the name does
#   nothing of this.
# For a CRM: a contact made from the mail has one word for a name, so no surname to sort by, and a second
#   contact arises with the next mail. Leave one blank where a comment was.
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
need libemail-address-perl 1.913-1

cat >try.pl <<'END'
use strict;
use warnings;
use Email::Address;

for my $text ('Jane (Sales) Doe <jane@example.com>', 'Jane Doe (Sales) <jane@example.com>') {
    my ($address) = Email::Address->parse($text);
    printf "%s: %s, comment %s, written %s\n", $text, $address->phrase, $address->comment, $address->format;
}
END

cat >seen <<'END'
Jane (Sales) Doe <jane@example.com>: JaneDoe, comment (Sales), written "JaneDoe" <jane@example.com> (Sales)
Jane Doe (Sales) <jane@example.com>: Jane Doe, comment (Sales), written "Jane Doe" <jane@example.com> (Sales)
END

perl try.pl >now
echo 'Expected: Jane Doe both times.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'email-address-comment: it behaves differently now' >&2
    exit 1
}
