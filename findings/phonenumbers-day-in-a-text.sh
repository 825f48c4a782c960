#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# phonenumbers 8.12.57 (Python port of libphonenumber; Debian python3-phonenumbers 8.12.57-4): in "Offer
# of 04.03.2026" it finds a telephone number in Hamburg.
#
# Expected: nothing but the number that is there. PhoneNumberMatcher finds, as its documentation says,
#   numbers in text, by default only valid ones, and it is made to leave out days and times that look like
#   some: 04/03/2026 and 2026-03-04 12:30 are passed over.
# Seen: a day with points between its parts is none of those: 04.03.2026 is +49 40 32026, and with a time
#   behind it the hour is part of the number, +49 40 3202612; both valid. The real number in the same line
#   is found as well.
# For a CRM: whoever gathers numbers from mails and notes adds a stranger's number to the contact, one for
#   each dated mail; a click calls it. Take days and times out of a text before looking for numbers in it.
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
need python3-phonenumbers 8.12.57-4

cat >try.py <<'END'
import phonenumbers

for text in ['Offer of 04/03/2026 12:30, tel. 030 901820', 'Offer of 2026-03-04 12:30, tel. 030 901820',
             'Offer of 04.03.2026, tel. 030 901820', 'Offer of 04.03.2026 12:30, tel. 030 901820']:
    found = [phonenumbers.format_number(match.number, phonenumbers.PhoneNumberFormat.INTERNATIONAL)
             for match in phonenumbers.PhoneNumberMatcher(text, 'DE')]
    print(text, '->', ', '.join(found))
END

cat >seen <<'END'
Offer of 04/03/2026 12:30, tel. 030 901820 -> +49 30 901820
Offer of 2026-03-04 12:30, tel. 030 901820 -> +49 30 901820
Offer of 04.03.2026, tel. 030 901820 -> +49 40 32026, +49 30 901820
Offer of 04.03.2026 12:30, tel. 030 901820 -> +49 40 3202612, +49 30 901820
END

python3 try.py >now
echo 'Expected: +49 30 901820 each time, and no other.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'phonenumbers-day-in-a-text: it behaves differently now' >&2
    exit 1
}
