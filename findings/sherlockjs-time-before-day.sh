#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# sherlockjs 1.4.2 (npm): "from 2pm to 4pm tomorrow" begins today and lasts 26 hours.
#
# Expected: two hours on that day, wherever the day stands. The library reads events in plain English, with
#   times, days and ranges; its own example says "tomorrow from 3pm to 5pm".
# Seen: with the day in front it is so. With the day behind the times, it belongs to the second one alone,
#   and the first one is today: 26 hours for tomorrow, 50 for Friday, eleven days for 15 March. Nothing is
#   left over in the title that would tell.
# For a CRM: a line typed to plan a call blocks whole days in the calendar, and a meeting of next week is
#   overdue today. A day in a range without another one counts for both ends; show what was understood
#   before it is kept.
# Run on 2026-11-29.
set -eu
export TZ=UTC
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts sherlockjs@1.4.2 >/dev/null

cat >try.cjs <<'END'
const Sherlock = require('sherlockjs');
Sherlock._setNow(new Date(2026, 2, 4, 12));    // a Wednesday
for (const text of ['Call Jane tomorrow from 2pm to 4pm', 'Call Jane from 2pm to 4pm tomorrow',
                    'Call Jane on friday from 2pm to 4pm', 'Call Jane from 2pm to 4pm on friday',
                    'Call Jane on march 15 from 2pm to 4pm', 'Call Jane from 2pm to 4pm on march 15']) {
    const { eventTitle, startDate, endDate } = Sherlock.parse(text);
    const when = date => date.toString().slice(0, 21);
    const hours = (endDate - startDate) / 3600000;
    console.log(`${text}\n  "${eventTitle}", ${when(startDate)} to ${when(endDate)}, ${hours} h`);
}
END

cat >seen <<'END'
Call Jane tomorrow from 2pm to 4pm
  "Call Jane", Thu Mar 05 2026 14:00 to Thu Mar 05 2026 16:00, 2 h
Call Jane from 2pm to 4pm tomorrow
  "Call Jane", Wed Mar 04 2026 14:00 to Thu Mar 05 2026 16:00, 26 h
Call Jane on friday from 2pm to 4pm
  "Call Jane", Fri Mar 06 2026 14:00 to Fri Mar 06 2026 16:00, 2 h
Call Jane from 2pm to 4pm on friday
  "Call Jane", Wed Mar 04 2026 14:00 to Fri Mar 06 2026 16:00, 50 h
Call Jane on march 15 from 2pm to 4pm
  "Call Jane", Sun Mar 15 2026 14:00 to Sun Mar 15 2026 16:00, 2 h
Call Jane from 2pm to 4pm on march 15
  "Call Jane", Wed Mar 04 2026 14:00 to Sun Mar 15 2026 16:00, 266 h
END

node try.cjs >now
echo 'Expected: 2 h each time.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'sherlockjs-time-before-day: it behaves differently now' >&2
    exit 1
}
