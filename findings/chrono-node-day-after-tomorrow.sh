#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# chrono-node 2.10.3 (npm): "day after tomorrow" is tomorrow, "a week from monday" is the Monday that is over.
#
# Expected: what is meant, or nothing. The library knows these turns: "the day after tomorrow", "2 days
#   after tomorrow" and "a week after tomorrow" are right.
# Seen: without "the", as in notes and lists of tasks, the last word alone is read: the day after tomorrow
#   is tomorrow, the day before yesterday is yesterday. "from" is known only before "now": a week from
#   tomorrow is tomorrow, a week from Monday last Monday, and two fridays from now is now. parseDate
#   returns a day each time; only the text of a result tells how much of the line it stands for.
# For a CRM: reminders come a day or a week early, and some are overdue when they are made. Take a day from
#   a text only if nothing but known words is left around it.
# Run on 2026-11-29.
set -eu
export TZ=UTC
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts chrono-node@2.10.3 >/dev/null

cat >try.mjs <<'END'
import * as chrono from 'chrono-node';
const now = new Date(2026, 2, 4, 12);    // a Wednesday
for (const text of ['the day after tomorrow', 'day after tomorrow', 'the day before yesterday',
                    'day before yesterday', 'a week after tomorrow', 'a week from tomorrow', 'a week from monday',
                    'two fridays from now'])
    for (const found of chrono.parse(text, now))
        console.log(`${text}: ${found.start.date().toString().slice(0, 15)}, by "${found.text}"`);
END

cat >seen <<'END'
the day after tomorrow: Fri Mar 06 2026, by "the day after tomorrow"
day after tomorrow: Thu Mar 05 2026, by "tomorrow"
the day before yesterday: Mon Mar 02 2026, by "the day before yesterday"
day before yesterday: Tue Mar 03 2026, by "yesterday"
a week after tomorrow: Thu Mar 12 2026, by "a week after tomorrow"
a week from tomorrow: Thu Mar 05 2026, by "tomorrow"
a week from monday: Mon Mar 02 2026, by "monday"
two fridays from now: Wed Mar 04 2026, by "now"
END

node try.mjs >now
echo 'Expected: the day meant by the whole text: Friday 6, Monday 2, Thursday 12, Monday 16, Friday 13 March.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'chrono-node-day-after-tomorrow: it behaves differently now' >&2
    exit 1
}
