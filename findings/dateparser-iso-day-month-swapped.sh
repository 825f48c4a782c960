#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# dateparser 1.1.6 (Python; Debian python3-dateparser 1.1.6-1): told that the text is German, it reads
# 2026-03-04 as 3 April.
#
# Expected: 4 March. With the year in front there is one reading (ISO 8601, RFC 3339), in whichever
#   language the text around it is; the order of day and month that a language prefers, says the
#   documentation, is for dates that are ambiguous.
# Seen: German, French, Italian, Spanish, Dutch, Polish, Portuguese, Danish, Czech and Finnish turn ISO
#   days into year-day-month, full instants too (2026-03-04T10:00:00). From the 13th on there is no answer
#   at all (None). Without a language, in English and in Swedish all is right.
# For a CRM: naming the language is what one does to get *4. März* read; it breaks the days that programs
#   wrote: days up to the 12th are wrong without an error, the others missing. Try ISO 8601 first and hand
#   on to a reader of languages only what is none.
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
need python3-dateparser 1.1.6-1

cat >try.py <<'END'
import warnings
warnings.simplefilter('ignore')
import dateparser

for language in [None, 'en', 'sv', 'de', 'fr', 'it', 'es', 'nl', 'pl', 'pt', 'da', 'cs', 'fi']:
    chosen = [language] if language else None
    days = [dateparser.parse(text, languages=chosen)
            for text in ('2026-03-04', '2026-03-04T10:00:00', '2026-03-14')]
    print(language, *[day and day.date() for day in days])
END

cat >seen <<'END'
None 2026-03-04 2026-03-04 2026-03-14
en 2026-03-04 2026-03-04 2026-03-14
sv 2026-03-04 2026-03-04 2026-03-14
de 2026-04-03 2026-04-03 None
fr 2026-04-03 2026-04-03 None
it 2026-04-03 2026-04-03 None
es 2026-04-03 2026-04-03 None
nl 2026-04-03 2026-04-03 None
pl 2026-04-03 2026-04-03 None
pt 2026-04-03 2026-04-03 None
da 2026-04-03 2026-04-03 None
cs 2026-04-03 2026-04-03 None
fi 2026-04-03 2026-04-03 None
END

python3 try.py >now
echo 'Expected: 2026-03-04 2026-03-04 2026-03-14 in every line.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'dateparser-iso-day-month-swapped: it behaves differently now' >&2
    exit 1
}
