#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# rrule 2.8.1 (npm): the last working day of each month is worded "every month on weekdays", and fully so.
#
# Expected: words that say all of the rule, or isFullyConvertibleToText() being false: it is documented as
#   telling whether every option of a rule can be put into text. fromText() is there to read such text.
# Seen: BYSETPOS and minutes are left out: a rule for one day in a month is worded as one for all working
#   days, half past nine as "at 9". isFullyConvertibleToText() says true, as it does as soon as it meets
#   FREQ, so for nearly every rule. What is complete is not read back either: "every 2 years March on the
#   4th" becomes every two years, on whatever day it begins; without an error.
# For a CRM: people confirm a rule by its words, and the calendar does something else; storing the words
#   loses the rule. Make sentences from the rule oneself, and say "custom" where there are none.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts rrule@2.8.1 >/dev/null

cat >try.cjs <<'END'
const { RRule } = require('rrule');
for (const text of ['FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1', 'FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30',
                    'FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=4', 'FREQ=DAILY;BYMONTH=3;BYDAY=MO']) {
    const rule = RRule.fromString(text);
    console.log(`${text}\n  "${rule.toText()}", full: ${rule.isFullyConvertibleToText()}`);
    console.log(`  back: ${RRule.fromText(rule.toText()).toString()}`);
}
END

cat >seen <<'END'
FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1
  "every month on weekdays", full: true
  back: RRULE:FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR
FREQ=WEEKLY;BYDAY=MO;BYHOUR=9;BYMINUTE=30
  "every week on Monday at 9", full: true
  back: RRULE:FREQ=WEEKLY;BYDAY=MO;BYHOUR=9
FREQ=YEARLY;INTERVAL=2;BYMONTH=3;BYMONTHDAY=4
  "every 2 years March on the 4th", full: true
  back: RRULE:INTERVAL=2;FREQ=YEARLY
FREQ=DAILY;BYMONTH=3;BYDAY=MO
  "every day in March on Monday", full: true
  back: RRULE:FREQ=DAILY
END

node try.cjs >now
echo 'Expected: words that say all of it, or full: false; and the same rule back.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'rrule-words-of-a-rule: it behaves differently now' >&2
    exit 1
}
