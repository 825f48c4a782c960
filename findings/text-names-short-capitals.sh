#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Text::Names 0.46 (Perl; Debian libtext-names-perl 0.46-2): JANE DOE becomes a person with the family
# name JANE.
#
# Expected: JANE / DOE, as for Jane Doe and for JOHN SMITH. The module is for parsing and normalising
#   names, and lists in capitals are a usual reason to do so.
# Seen: a last word of up to three capitals is taken for initials written without dots: the given name is
#   D. O. E. and the family name JANE. Whether the rest of the name is in capitals is not asked. With a
#   comma (DOE, JANE) it is right.
# For a CRM: Lee, Kim, Li, Fox, Rio: where names come in capitals (attendance lists, older ERP exports),
#   people with short family names change places with their own given name, the others do not, so a look
#   at the first rows shows nothing. A word is initials only if the names around it are not in capitals as
#   well.
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
need libtext-names-perl 0.46-2

cat >try.pl <<'END'
use Text::Names qw(parseName);
for my $name ('Jane Doe', 'JOHN SMITH', 'DOE, JANE', 'JANE DOE', 'ANNA LEE', 'BOB FOX', 'SUSAN LI') {
    my ($given, $family) = parseName($name);
    print "$name: given $given, family $family\n";
}
END

cat >seen <<'END'
Jane Doe: given Jane, family Doe
JOHN SMITH: given JOHN, family SMITH
DOE, JANE: given JANE, family DOE
JANE DOE: given D. O. E., family JANE
ANNA LEE: given L. E. E., family ANNA
BOB FOX: given F. O. X., family BOB
SUSAN LI: given L. I., family SUSAN
END

perl try.pl >now
echo 'Expected: the given name in front, DOE, LEE, FOX, LI as family names.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'text-names-short-capitals: it behaves differently now' >&2
    exit 1
}
