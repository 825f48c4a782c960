#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# @formkit/tempo 1.1.0 (npm): from 29 to 30 March 2026 there are no days, in Berlin.
#
# Expected: one. diffDays gives the days between two dates; months and years are counted by the calendar in
#   its sisters diffMonths and diffYears, and the library is made to work on local dates.
# Seen: milliseconds are divided by those of 24 hours and the rest is cut off. Where clocks went forward in
#   between, an hour is missing: from Friday to Monday of that weekend there are two days, whatever the
#   distance it is one too few, and a week is none. In autumn and in UTC all is right. A third argument,
#   "round", helps.
# For a CRM: for every term that spans the end of March, days since the last contact and days until a payment
#   is due are one short, on the computers of users, while the server in UTC is right. Count days from days,
#   not from points in time.
# Run on 2026-11-29.
set -eu
export TZ=Europe/Berlin
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @formkit/tempo@1.1.0 >/dev/null

cat >try.mjs <<'END'
import { diffDays, diffMonths, diffWeeks } from '@formkit/tempo';
for (const [from, to] of [['2026-03-22', '2026-03-23'], ['2026-03-29', '2026-03-30'], ['2026-03-27', '2026-03-30'],
                          ['2026-03-01', '2026-03-31'], ['2026-10-25', '2026-10-26']])
    console.log(`${from} to ${to}: ${diffDays(to, from)} days, rounded ${diffDays(to, from, 'round')}`);
console.log(`2026-03-28 to 2026-04-04: ${diffWeeks('2026-04-04', '2026-03-28')} weeks`);
console.log(`2026-02-28 to 2026-03-31: ${diffMonths('2026-03-31', '2026-02-28')} months`);
END

cat >seen <<'END'
2026-03-22 to 2026-03-23: 1 days, rounded 1
2026-03-29 to 2026-03-30: 0 days, rounded 1
2026-03-27 to 2026-03-30: 2 days, rounded 3
2026-03-01 to 2026-03-31: 29 days, rounded 30
2026-10-25 to 2026-10-26: 1 days, rounded 1
2026-03-28 to 2026-04-04: 0 weeks
2026-02-28 to 2026-03-31: 1 months
END

node try.mjs >now
echo 'Expected: 1, 1, 3, 30, 1 days, 1 week, 1 month.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'tempo-day-of-23-hours: it behaves differently now' >&2
    exit 1
}
