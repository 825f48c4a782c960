#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# localized-address-format 1.3.3 (npm): addresses in Japan and six other countries come out without the
# city.
#
# Expected: every field that is given stands somewhere in the address. The README says that all fields
#   are optional and that their order and form depend on the country; nothing of fields left out.
# Seen: the data of libaddressinput has, for the Emirates, Gibraltar, Japan, Cayman, Macao, Nauru and
#   Singapore, no place for a town, since forms made by it ask for none there; the library then drops it in
#   silence. Of Tokyo's wards nothing is left, of Dubai not a word.
# For a CRM: labels and letters without the town, from records that have it. After formatting check that
#   each part is in the result, and add what is not.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts localized-address-format@1.3.3 >/dev/null

cat >try.cjs <<'END'
const { formatAddress } = require('localized-address-format');

const show = (address, script) => console.log(formatAddress({ name: 'ACME', ...address }, script).join(' | '));
const tokyo = { postalCountry: 'JP', administrativeArea: 'Tokyo', locality: 'Minato-ku' };
show({ ...tokyo, addressLines: ['4-2-8 Shibakoen'], postalCode: '105-0011' }, 'latin');
show({ postalCountry: 'AE', locality: 'Dubai', addressLines: ['1 Market Street'] });
show({ postalCountry: 'SG', locality: 'Jurong', addressLines: ['1 Market Street'], postalCode: '609601' });
show({ postalCountry: 'GB', locality: 'Leeds', addressLines: ['1 Market Street'], postalCode: 'LS1 6DT' });

const countries = ['AE', 'DE', 'GB', 'GI', 'JP', 'KY', 'MO', 'NR', 'SG', 'US'];
const without = countries.filter((postalCountry) => {
    const address = { postalCountry, addressLines: ['x'], locality: 'Town', postalCode: '12345' };
    return !formatAddress(address).join('|').includes('Town');
});
console.log('without the town:', without.join(' '));
END

cat >seen <<'END'
ACME | 4-2-8 Shibakoen, Tokyo | 105-0011
ACME | 1 Market Street
ACME | 1 Market Street | SINGAPORE 609601
ACME | 1 Market Street | Leeds | LS1 6DT
without the town: AE GI JP KY MO NR SG
END

node try.cjs >now
echo 'Expected: Minato-ku, Dubai, Jurong and Leeds in their addresses, and no country without a town.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'localized-address-format-city-missing: it behaves differently now' >&2
    exit 1
}
