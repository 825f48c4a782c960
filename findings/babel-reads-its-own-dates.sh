#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Babel 2.10.3 (Python; Debian python3-babel 2.10.3-1): the day it writes for Latvia it reads as another.
#
# Expected: the same day. parse_date() is documented as reading a date in the order in which the locale
#   writes year, month and day, and format_date(…, 'short') is how the locale writes it.
# Seen: the order is taken from the medium format only, which names the year first in Latvian and Kazakh,
#   while the short one puts it last. 04.03.12 (4 March 2012) is 3 December 2004 for Latvia and 12 March
#   2004 for Burmese; for Kirghiz it is a day of the year 4. Lithuanian is right. Day, month and year
#   change places without a word while they are all valid; where they are not, an error is raised, so a
#   file fails only in rows with days behind the 12th, or loses just those.
# For a CRM: birthdays and closing days that went out in a customer's format come back years away, and
#   only some of them. Write days as ISO 8601 where a program reads them, and read a locale's days by the
#   very pattern they were written with.
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
need python3-babel 2.10.3-1

cat >try.py <<'END'
from datetime import date
from babel.dates import format_date, parse_date

day = date(2012, 3, 4)
for locale in ['de', 'en_US', 'lt', 'lv', 'kk', 'my', 'ky']:
    text = format_date(day, 'short', locale=locale)
    print(locale, text, parse_date(text, locale=locale))
END

cat >seen <<'END'
de 04.03.12 2012-03-04
en_US 3/4/12 2012-03-04
lt 2012-03-04 2012-03-04
lv 04.03.12 2004-12-03
kk 04.03.12 2004-12-03
my 04-03-12 2004-03-12
ky 4/3/12 0004-12-03
END

python3 try.py >now
echo 'Expected: 2012-03-04 at the end of every line.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'babel-reads-its-own-dates: it behaves differently now' >&2
    exit 1
}
