#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# DateTime::Event::ICal 0.13 (Perl; Debian libdatetime-event-ical-perl 0.13-2): the last Friday of each
# quarter comes in March 2026, and then in September 2030.
#
# Expected: four dates a year. In RFC 2445 and 5545 BYMONTH leaves of a monthly or weekly rule what lies in
#   these months; the day is given by BYDAY, or by the weekday of the beginning.
# Seen: as soon as BYMONTH is there, the date of the beginning, the 27th, is asked for as well, and only last
#   Fridays that are a 27th are left. It is the same for weekly rules: every Monday in March is the 2 March
#   of years in which that is a Monday, the next in 2037. A daily rule with BYDAY, and monthly ones without
#   BYMONTH, are right.
# For a CRM: reviews by quarter and calls in the season disappear from whatever reads the calendar with this
#   module, after the first one, which is what one looks at. Check a rule by its tenth date.
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
need libdatetime-event-ical-perl 0.13-2
need libdatetime-format-ical-perl 0.09-3

cat >try.pl <<'END'
use strict;
use warnings;
use DateTime::Format::ICal;

for my $case (['20260327T090000Z', 'FREQ=MONTHLY;BYDAY=-1FR;COUNT=4'],
              ['20260327T090000Z', 'FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=-1FR;COUNT=4'],
              ['20260302T090000Z', 'FREQ=WEEKLY;BYMONTH=3;BYDAY=MO;COUNT=4'],
              ['20260302T090000Z', 'FREQ=DAILY;BYMONTH=3;BYDAY=MO;COUNT=4']) {
    my ($start, $rule) = @$case;
    my $days = DateTime::Format::ICal->parse_recurrence(
        recurrence => $rule, dtstart => DateTime::Format::ICal->parse_datetime($start));
    my $dates = $days->iterator;
    my @dates;
    while (my $date = $dates->next) { push @dates, $date->ymd }
    print "$rule: @dates\n";
}
END

cat >seen <<'END'
FREQ=MONTHLY;BYDAY=-1FR;COUNT=4: 2026-03-27 2026-04-24 2026-05-29 2026-06-26
FREQ=MONTHLY;BYMONTH=3,6,9,12;BYDAY=-1FR;COUNT=4: 2026-03-27 2030-09-27 2030-12-27 2031-06-27
FREQ=WEEKLY;BYMONTH=3;BYDAY=MO;COUNT=4: 2026-03-02 2037-03-02 2043-03-02 2048-03-02
FREQ=DAILY;BYMONTH=3;BYDAY=MO;COUNT=4: 2026-03-02 2026-03-09 2026-03-16 2026-03-23
END

perl try.pl >now
echo 'Expected: 2026-03-27, 06-26, 09-25, 12-25 for the second; 2026-03-02, 09, 16, 23 for the third.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'datetime-event-ical-by-month: it behaves differently now' >&2
    exit 1
}
