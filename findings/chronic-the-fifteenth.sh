#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# chronic 0.10.5 (Ruby; Debian ruby-chronic 0.10.5-2): "the 15th" is one of the month in which the computer
# is, whatever "now" it is told, and may be over.
#
# Expected: the next 15th after now. The option now is documented as the time that stands for the present,
#   and context as future unless told otherwise; "may 27th" and "friday" keep to both.
# Seen: an ordinal by itself is handed on to Ruby's own Time.parse, which fills in year and month from the
#   clock. now and context change nothing; the time is midnight, not noon as everywhere else; and in a month
#   of 30 days "the 31st" is the first of the next one.
# For a CRM: a mail of last month that says "by the 15th" is read as of this month, a reminder typed on the
#   20th is due at once, and tests that set now pass in one month only. The day a text was written belongs to
#   reading it; check that a reader of dates keeps to it for each form of a date.
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
now = Time.local(2000, 3, 20, 12)
clock = Time.now
puts "may 27th: #{Chronic.parse('may 27th', now: now).strftime('%Y-%m-%d %H:%M')}"
['15th', 'the 15th'].each do |text|
  [:future, :past].each do |context|
    day = Chronic.parse(text, now: now, context: context)
    whose = [day.year, day.month] == [clock.year, clock.month] ? "the computer's month" : day.strftime('%Y-%m')
    puts "#{text}, #{context}: day #{day.day} of #{whose}, #{day.strftime('%H:%M')}"
  end
end
END

cat >seen <<'END'
may 27th: 2000-05-27 12:00
15th, future: day 15 of the computer's month, 00:00
15th, past: day 15 of the computer's month, 00:00
the 15th, future: day 15 of the computer's month, 00:00
the 15th, past: day 15 of the computer's month, 00:00
END

ruby try.rb >now
echo 'Expected: 2000-05-27; then 15 April 2000 for the future, 15 March 2000 for the past.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'chronic-the-fifteenth: it behaves differently now' >&2
    exit 1
}
