#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# any-date-parser 2.2.4 (npm): 24/12/2026, read as American, is 12 April 2026.
#
# Expected: an invalid date, or 24 December. There is no 24th month, the library gives dates that say so
#   themselves (isValid), and its documentation promises accuracy; a fuzzy look for single parts is what it
#   does with texts that match no format.
# Seen: that look begins within a number: of 24/12 it takes 4/12, of 31/12 it takes 1/12. In Europe's locales
#   it is the last digit that gets lost, 12/31/2026 is 12 March. The ISO week 2026-W45-1 becomes 1 May, from
#   the 5 of 45. Each of these is valid. Dates whose day is no more than 12 are right or swapped, as always.
# For a CRM: one locale for a file with dates of both kinds, and every date that is told apart by its day
#   lands months away, while it would be the one kind of date that cannot be misunderstood. A number is taken
#   as a whole or not at all.
# Run on 2026-11-29.
set -eu
export TZ=UTC
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts any-date-parser@2.2.4 >/dev/null

cat >try.cjs <<'END'
const { fromString } = require('any-date-parser').default;
for (const [text, locale] of [['12/24/2026', 'en-US'], ['24/12/2026', 'en-US'], ['31/12/2026', 'en-US'],
                              ['31/12/2026', 'en-GB'], ['12/31/2026', 'en-GB'], ['12/31/2026', 'de'],
                              ['2026-W45-1', 'en-US']]) {
    const day = fromString(text, locale);
    console.log(`${text} in ${locale}: ${day.isValid() ? day.toISOString().slice(0, 10) : 'invalid'}`);
}
END

cat >seen <<'END'
12/24/2026 in en-US: 2026-12-24
24/12/2026 in en-US: 2026-04-12
31/12/2026 in en-US: 2026-01-12
31/12/2026 in en-GB: 2026-12-31
12/31/2026 in en-GB: 2026-03-12
12/31/2026 in de: 2026-03-12
2026-W45-1 in en-US: 2026-05-01
END

node try.cjs >now
echo 'Expected: 24 and 31 December, 2 November for the week, or invalid.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'any-date-parser-drops-a-digit: it behaves differently now' >&2
    exit 1
}
