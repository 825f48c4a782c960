#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# nameparser 1.1.2 (Python; Debian python3-nameparser 1.1.2-1): with a Master of Science behind the comma,
# the degree is the first name and the person the family name.
#
# Expected: Anna / Huber with the suffix M.Sc. The documentation lists `First Last, Suffix` among the
#   forms it reads, by the side of `Last, First`; MBA, PhD and CPA behind the comma are read so.
# Seen: degrees that are not in its list make it take the form for `Last, First`: M.Sc. Anna Huber is
#   M.Sc. by her first name. MSc, BSc and B.A. are missing, M.A. is there. CEO behind the comma is a
#   title; then the whole name is the first name, and no family name is left.
# For a CRM: such lines come from badges and signatures. People are sorted under Anna and addressed as
#   "Dear M.Sc.", or refused for want of a family name. When splitting names, a part behind the comma of
#   capitals and dots, or of one short word behind two others, is to be asked about, not to be decided.
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
need python3-nameparser 1.1.2-1

cat >try.py <<'END'
from nameparser import HumanName

for text in ['Anna Huber, MBA', 'Anna Huber, PhD', 'Anna Huber, M.Sc.', 'Anna Huber, BSc', 'Anna Huber, B.A.',
             'Anna Huber, CEO']:
    name = HumanName(text)
    print(f'{text}: title={name.title} first={name.first} last={name.last} suffix={name.suffix}')
END

cat >seen <<'END'
Anna Huber, MBA: title= first=Anna last=Huber suffix=MBA
Anna Huber, PhD: title= first=Anna last=Huber suffix=PhD
Anna Huber, M.Sc.: title= first=M.Sc. last=Anna Huber suffix=
Anna Huber, BSc: title= first=BSc last=Anna Huber suffix=
Anna Huber, B.A.: title= first=B.A. last=Anna Huber suffix=
Anna Huber, CEO: title=CEO first=Anna Huber last= suffix=
END

python3 try.py >now
echo 'Expected: first=Anna last=Huber in every line.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'nameparser-degree-is-first-name: it behaves differently now' >&2
    exit 1
}
