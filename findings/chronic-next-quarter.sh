#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# chronic 0.10.5 (Ruby; Debian ruby-chronic 0.10.5-2): "next quarter" is today at three in the afternoon.
#
# Expected: a day from April on, or nil, which is what parse gives, by its documentation, for what has no
#   date or time in it. Weeks, months, years and even seasons are understood with next, this and last.
# Seen: before anything else the word quarter is replaced by 15, for "quarter past 3", and 15 is a time of
#   day. So "next quarter" is 15:00 of this day, "last quarter" 15:00 of yesterday, and "quarter" with
#   anything before it that is skipped is found as well.
# For a CRM: what is put off to the next quarter is due this afternoon. Whoever reads days from words in a
#   CRM has to know quarters, the word that is in every sales plan, and tests the words of its field first.
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
need ruby-chronic 0.10.5-2

cat >try.rb <<'END'
require 'chronic'
noon = Time.local(2026, 3, 4, 12)
['next month', 'next quarter', 'this quarter', 'last quarter', 'end of quarter', 'quarter past 3'].each do |text|
  day = Chronic.parse(text, now: noon)
  puts "#{text}: #{day ? day.strftime('%Y-%m-%d %H:%M') : 'nil'}"
end
END

cat >seen <<'END'
next month: 2026-04-16 00:00
next quarter: 2026-03-04 15:00
this quarter: 2026-03-04 15:00
last quarter: 2026-03-03 15:00
end of quarter: 2026-03-04 15:00
quarter past 3: 2026-03-04 15:15
END

ruby try.rb >now
echo 'Expected: nil for the quarters of a year, or days in the next one, this one and the last one.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'chronic-next-quarter: it behaves differently now' >&2
    exit 1
}
