#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# ice_cube 0.16.4 (Ruby; Debian ruby-ice-cube 0.16.4-3): every second week on Tuesday and Sunday is a week
# off on every Sunday.
#
# Expected: the days of the example in RFC 5545: without WKST a week begins on Monday, and the RFC gives this
#   very rule, once with Monday and once with Sunday, to show the difference. from_ical reads rules of it.
# Seen: without WKST weeks begin on Sunday, as they do for rules made in Ruby; so 17 and 31 August in place
#   of 10 and 24. With WKST=MO it is right. Nearly no program writes WKST=MO, it being the default.
# For a CRM: meetings of every other week that include a Sunday, or begin on one, are shown on days when
#   nobody meets, and the free weeks look taken. Write WKST always, and take Monday where it is missing.
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
need ruby-ice-cube 0.16.4-3

cat >try.rb <<'END'
require 'ice_cube'
['', ';WKST=MO', ';WKST=SU'].each do |start|
  rule = "RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU#{start}"
  days = IceCube::Schedule.from_ical("DTSTART:19970805T090000Z\n#{rule}").all_occurrences
  puts "#{rule}: #{days.map { |day| day.start_time.strftime('%-d') }.join(', ')} August 1997"
end
END

cat >seen <<'END'
RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU: 5, 17, 19, 31 August 1997
RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=MO: 5, 10, 19, 24 August 1997
RRULE:FREQ=WEEKLY;INTERVAL=2;COUNT=4;BYDAY=TU,SU;WKST=SU: 5, 17, 19, 31 August 1997
END

ruby try.rb >now
echo 'Expected: 5, 10, 19, 24 August without WKST, as with WKST=MO.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'ice-cube-week-start: it behaves differently now' >&2
    exit 1
}
