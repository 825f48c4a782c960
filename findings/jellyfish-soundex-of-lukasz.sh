#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# jellyfish 0.8.9 (Python; Debian python3-jellyfish 0.8.9-1+b4): soundex('Łukasz') is a UnicodeDecodeError.
#
# Expected: a code, or the letter left as it is. All functions take texts, by its documentation, and names
#   with accents come out right: Élise is E420 like Elise; metaphone and nysiis take Łukasz.
# Seen: letters that fall apart into a base and an accent are fine. One that does not, Ł, Ø, Æ, Đ or a
#   Cyrillic one, in front of a name is cut after its first byte, and what is left is no UTF-8. In the middle
#   of a name such a letter does no harm.
# For a CRM: looking for duplicates stops at the first Łukasz or Øyvind of an address book, wherever it is in
#   a list of a million. Keep what outside libraries do to one name from ending the work on all of them.
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
need python3-jellyfish 0.8.9-1+b4

cat >try.py <<'END'
import jellyfish

for name in ['Élise', 'Elise', 'Müller', 'Stanisław', 'Łukasz', 'Øyvind', 'Đorđe', 'Иван']:
    try:
        code = jellyfish.soundex(name)
    except UnicodeDecodeError as error:
        code = type(error).__name__
    print('%s: %s, metaphone "%s"' % (name, code, jellyfish.metaphone(name)))
END

cat >seen <<'END'
Élise: E420, metaphone "ELS"
Elise: E420, metaphone "ELS"
Müller: M460, metaphone "MLR"
Stanisław: S352, metaphone "STNS"
Łukasz: UnicodeDecodeError, metaphone "KSS"
Øyvind: UnicodeDecodeError, metaphone "FNT"
Đorđe: UnicodeDecodeError, metaphone "R"
Иван: UnicodeDecodeError, metaphone ""
END

python3 -W ignore try.py >now
echo 'Expected: a code each time.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'jellyfish-soundex-of-lukasz: it behaves differently now' >&2
    exit 1
}
