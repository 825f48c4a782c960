#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# mutt_vc_query 005 with libvc 012 (Debian mutt-vc-query 005-2): of an address book with the line ends that
# the standard asks for, only the first contact is found.
#
# Expected: all that match. vCards end their lines in CR and LF by RFC 2425, 2426 and 6350, and every phone
#   and web mailer exports them so.
# Seen: the first card alone, whatever follows it, and no error; it says "1 entries". With bare LF, which the
#   RFCs do not allow, all are found. The library below, libvc, is what rolo reads its cards with as well.
# For a CRM: who exports contacts for such a tool finds one of them; who writes LF to please it is refused
#   elsewhere. Write CR LF, read both, and tell after reading how many cards there were and how many lines
#   were left over.
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
need mutt-vc-query 005-2

for mail in jane@example.com joe@example.com eva@example.com; do
    printf '%s\r\n' BEGIN:VCARD VERSION:3.0 "FN:${mail%@*} Doe" "N:Doe;${mail%@*};;;" "EMAIL:$mail" END:VCARD
done >standard.vcf
tr -d '\r' <standard.vcf >bare.vcf

cat >try.sh <<'END'
for cards in standard.vcf bare.vcf; do
    echo "$cards, $(grep -c BEGIN:VCARD $cards) cards:"
    mutt_vc_query -f $cards doe | grep @ | cut -f 1,2
done
END

cat >seen <<'END'
standard.vcf, 3 cards:
jane@example.com	jane Doe
bare.vcf, 3 cards:
eva@example.com	eva Doe
jane@example.com	jane Doe
joe@example.com	joe Doe
END

sh try.sh >now
echo 'Expected: three contacts, eva, jane and joe, from both files.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'mutt-vc-query-first-card: it behaves differently now' >&2
    exit 1
}
