#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# num2words 0.5.10 (Python; Debian python3-num2words 0.5.10-2): 100 in words is one euro.
#
# Expected: one hundred euro, zero cents, for 100 as for 100.0. to_currency() documents the number as a
#   numeric value, and its *cents* as whether cents are spelled out; 1234.5 gives one thousand, two
#   hundred and thirty-four.
# Seen: a number without decimals is taken for cents if it is an int, but not if it is a float, a Decimal
#   or a text: 100 is one euro, '100' is one hundred. In all languages alike.
# For a CRM: amounts in words stand on contracts, receipts and cheques, and in many countries the words
#   count. A total that happens to be whole, from a column of whole numbers or from JSON, is a hundredth
#   in words, beside the right one in figures. Hand over a Decimal with two decimals, and test with a
#   whole amount.
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
need python3-num2words 0.5.10-2

cat >try.py <<'END'
from decimal import Decimal
from num2words import num2words

for amount in [1234.5, 100.0, Decimal('100'), '100', 100]:
    for language in ['en', 'de', 'fr']:
        print(repr(amount), language, num2words(amount, lang=language, to='currency', currency='EUR'))
END

cat >seen <<'END'
1234.5 en one thousand, two hundred and thirty-four euro, fifty cents
1234.5 de eintausendzweihundertvierunddreißig Euro und fünfzig Cent
1234.5 fr mille deux cent trente-quatre euros et cinquante centimes
100.0 en one hundred euro, zero cents
100.0 de einhundert Euro und null Cent
100.0 fr cent euros et zéro centimes
Decimal('100') en one hundred euro, zero cents
Decimal('100') de einhundert Euro und null Cent
Decimal('100') fr cent euros et zéro centimes
'100' en one hundred euro, zero cents
'100' de einhundert Euro und null Cent
'100' fr cent euros et zéro centimes
100 en one euro, zero cents
100 de ein Euro und null Cent
100 fr un euro et zéro centimes
END

python3 try.py >now
echo 'Expected: one hundred euro in the last twelve lines.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'num2words-hundred-is-one: it behaves differently now' >&2
    exit 1
}
