#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# DateTime::Format::Natural 1.16 (Perl; Debian libdatetime-format-natural-perl 1.16-1): with prefer_future
# "monday to friday" ends three days before it begins.
#
# Expected: the coming Monday and the Friday after it. parse_datetime_duration reads spans, "monday to
#   friday" is among the documented ones, and prefer_future is documented as preferring dates to come.
# Seen: each end is moved by itself: on a Wednesday Monday is next week's and Friday this week's. At noon
#   "8am to 6pm" is tomorrow 8:00 to today 18:00, and in March "february to may" lasts from 2027 back to
#   2026. success() is true.
# For a CRM: spans typed into a plan have a negative length, vanish from calendars that ask for what lies
#   between two days, and lower sums of hours. Move the beginning, then look for the end from there on.
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
need libdatetime-format-natural-perl 1.16-1

cat >try.pl <<'END'
use strict;
use warnings;
use DateTime;
use DateTime::Format::Natural;

my $noon = DateTime->new(year => 2026, month => 3, day => 4, hour => 12);    # a Wednesday
my $parser = DateTime::Format::Natural->new(datetime => $noon, prefer_future => 1);
for my $text ('wednesday to friday', 'monday to friday', '8am to 6pm', 'february to may', 'feb 10 to mar 10') {
    my @ends = $parser->parse_datetime_duration($text);
    print "$text: ", $parser->success ? join(' to ', map { $_->strftime('%a %Y-%m-%d %H:%M') } @ends) : 'none', "\n";
}
END

cat >seen <<'END'
wednesday to friday: Wed 2026-03-04 00:00 to Fri 2026-03-06 00:00
monday to friday: Mon 2026-03-09 00:00 to Fri 2026-03-06 00:00
8am to 6pm: Thu 2026-03-05 08:00 to Wed 2026-03-04 18:00
february to may: Mon 2027-02-01 00:00 to Fri 2026-05-01 00:00
feb 10 to mar 10: Wed 2027-02-10 00:00 to Tue 2026-03-10 00:00
END

perl try.pl >now
echo 'Expected: an end behind the beginning each time.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'datetime-format-natural-backwards: it behaves differently now' >&2
    exit 1
}
