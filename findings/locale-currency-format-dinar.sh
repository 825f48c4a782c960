#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Locale::Currency::Format 1.35 (Perl; Debian liblocale-currency-format-perl 1.35-3): 1,234.5 Tunisian
# dinars are printed as 1234500.
#
# Expected: `1234.500 TND` or the like. The documentation says that amounts come out in the format that is
#   recognised internationally or locally, and its example gives the Bahraini dinar, which has three
#   decimals as the Tunisian one has, a decimal mark.
# Seen: where the module's table knows how many decimals a currency has but not which mark it uses, the
#   amount is printed with its decimals and without a mark: Tunisian and Iraqi dinars are a thousand
#   times, Algerian ones a hundred times too much. The dinars of Bahrain and Kuwait are right. Nothing is
#   reported, and decimal_precision() is right for all of these.
# For a CRM: a quote or an export in TND is off by a factor of 1,000 and looks like a plain whole number;
#   read back it is one. Take the decimal mark from the reader's language, never from the currency, and
#   try every currency on offer, not three of them.
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
need liblocale-currency-format-perl 1.35-3

cat >try.pl <<'END'
use Locale::Currency::Format;
for my $code (qw(USD BHD KWD TND IQD DZD)) {
    printf "%s %d decimals: %s\n", $code, decimal_precision($code), currency_format($code, 1234.5);
}
END

cat >seen <<'END'
USD 2 decimals: 1,234.50 USD
BHD 3 decimals: 1,234.500 BHD
KWD 3 decimals: 1,234.500 KWD
TND 3 decimals: 1234500 TND
IQD 3 decimals: 1234500 IQD
DZD 2 decimals: 123450 DZD
END

perl try.pl >now
echo 'Expected: 1234.5 each time, with a mark in front of the decimals.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'locale-currency-format-dinar: it behaves differently now' >&2
    exit 1
}
