#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# nmh 1.8 RC2 (Debian nmh 1.8~RC2-2): a mail from "J. Doe <jane@example.com>" has no sender.
#
# Expected: the address. RFC 5322 does not let one write a point in a name without quotes, but many mailers
#   do, and so its section on obsolete forms wants every reader to accept it; "Joe Q. Public" without quotes
#   is its own example of it.
# Seen: it depends on where the point is: after the second word or at the end it is accepted, and written
#   with quotes; after the first word the whole address is refused, "no at-sign after local-part".
# For a CRM: mails of everybody with an initial or a doctor's degree in front are not filed under their
#   contact. A point belongs to the words of a name; where an address cannot be read, take what stands in the
#   last pair of angle brackets.
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
need nmh 1.8~RC2-2

# nmh wants a folder of its own before it does anything.
HOME=$folder
export HOME
/usr/bin/mh/install-mh -auto >/dev/null 2>&1

cat >try.sh <<'END'
for from in 'Jane Doe <jane@example.com>' '"J. Doe" <jane@example.com>' 'J. Doe <jane@example.com>' \
    'Dr. Jane Doe <jane@example.com>' 'Joe Q. Public <jane@example.com>' 'Acme Inc. <jane@example.com>'; do
    echo "$from: $(/usr/lib/mh/ap "$from" 2>&1)"
done
END

cat >seen <<'END'
Jane Doe <jane@example.com>: Jane Doe <jane@example.com>
"J. Doe" <jane@example.com>: "J. Doe" <jane@example.com>
J. Doe <jane@example.com>: no at-sign after local-part (<): J. Doe <jane@example.com>
Dr. Jane Doe <jane@example.com>: no at-sign after local-part (Doe): Dr. Jane Doe <jane@example.com>
Joe Q. Public <jane@example.com>: "Joe Q. Public" <jane@example.com>
Acme Inc. <jane@example.com>: "Acme Inc." <jane@example.com>
END

sh try.sh >now
echo 'Expected: an address each time.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'nmh-initial-first: it behaves differently now' >&2
    exit 1
}
