#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# 2vcard 0.6 (Debian 2vcard 0.6-4): from aliases of mutt come contacts called <jane@example.com> with the
# e-mail address Jane Doe.
#
# Expected: FN:Jane Doe, EMAIL:jane@example.com. Aliases of mutt are what it takes a file for unless told;
#   mutt itself writes "alias nick Name <address>" for an address that one keeps, and its manual has lines
#   with the address first and the name in round brackets behind it.
# Seen: the first form is read as if it were the second, with angle brackets, which become part of the name.
#   The second one itself is refused as ill-formed, so no alias comes out right. LDIF and pine are read
#   rightly in this respect.
# For a CRM: a whole address book arrives with names nobody searches for and addresses no mail reaches, and
#   no line of it is an error to a reader of vCards. An e-mail address without an @ next to a name with one
#   is worth a warning before an import.
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
need 2vcard 0.6-4

cat >aliases <<'END'
alias jane Jane Doe <jane@example.com>
alias joerg joerg@example.com (Jörg Müller)
END
2vcard -f mutt -i aliases >cards 2>&1

cat >seen <<'END'
Skipping ill-formatted line:
   alias joerg joerg@example.com (Jörg Müller)

BEGIN:VCARD
FN:<jane@example.com>
N:<jane@example.com>;
EMAIL;INTERNET:Jane Doe
END:VCARD

END

cat cards >now
echo 'Expected: FN:Jane Doe and EMAIL;INTERNET:jane@example.com, and a card for Jörg Müller.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo '2vcard-names-and-mails-swapped: it behaves differently now' >&2
    exit 1
}
