#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Address books of eleven other programs come in with every value right, go out as vCard 3.0 and 4.0, and come back the
# same; vobject, which reads what we wrote and writes it anew, changes nothing that counts.
#   tests/formats/vcards.sh CTL           compares with tests/formats/vcards/NAME.txt
#   tests/formats/vcards.sh CTL --write   writes those files, to be read by somebody
# The cards are what vobject, libebook-contacts, Text::vCard, ical.js and vcf wrote, and in the shape of what Android,
# iPhone, Google Contacts, Outlook, Nextcloud and Thunderbird write. All people in them are invented.
set -eu
ctl=$1
here=$(dirname "$0")/vcards
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
broken=0
export HOME="$work" XDG_CONFIG_HOME="$work" TZ=UTC LC_ALL=C.UTF-8 HEADWAY_BOOK=

differs() {
    echo "tests/formats/vcards: $1"
    broken=1
}

# read_into BOOK FILE
read_into() {
    "$ctl" -q --book "$1" new --bare >"$work/log" 2>&1 &&
        "$ctl" --book "$1" import auto "$2" --rejected "$work/rejected.vcf" >>"$work/log" 2>&1 || {
        differs "$2 was not taken:"
        cat "$work/log"
    }
}

# tell BOOK: all that came in.
tell() {
    "$ctl" --book "$1" export companies --columns name,website,description,vcard_rest
    "$ctl" --book "$1" export contacts --columns salutation,first_name,middle_name,last_name,suffix,company,department,job_title,birthday,language,time_zone,do_not_call,opted_out,description,vcard_rest
    "$ctl" --book "$1" export "contact points" --columns record_kind,record_id,reach_by,place,value,is_primary,is_invalid
    "$ctl" --book "$1" export addresses --columns record_kind,record_id,place,street,postal_code,city,region,country
    "$ctl" --book "$1" export "tag links" --columns record_kind,record_id,tag
}

# cards BOOK VERSION: all of them again, companies first.
cards() {
    "$ctl" --book "$1" export companies --format vcard --vcard-version "$2"
    "$ctl" --book "$1" export contacts --format vcard --vcard-version "$2"
}

through_vobject() {
    /usr/bin/python3 -c '
import sys, vobject
for card in vobject.readComponents(sys.stdin.buffer.read().decode()):
    sys.stdout.buffer.write(card.serialize().encode())' <"$1" >"$2"
}

# As vobject leaves it: it sorts properties by name, so that their order in the book is another one, and escapes each
# semicolon of those that it does not know. Of cells in quotes, which may have several lines, only that they are there.
as_of_vobject() {
    tr '\n' '~' | sed 's/"[^"]*"/"…"/g; s/\\;/;/g' | tr '~' '\n' | sort
}

for file in "$here"/*.vcf; do
    name=$(basename "$file" .vcf)
    read_into "$work/$name.headway" "$file"
    tell "$work/$name.headway" >"$work/$name.txt"
    if [ "${2:-}" = --write ]; then
        cp "$work/$name.txt" "$here/$name.txt"
        continue
    fi
    diff -u "$here/$name.txt" "$work/$name.txt" || differs "$name came in otherwise"
    for version in 3.0 4.0; do
        cards "$work/$name.headway" "$version" >"$work/$name-$version.vcf"
        read_into "$work/$name-$version.headway" "$work/$name-$version.vcf"
        tell "$work/$name-$version.headway" >"$work/again.txt"
        diff -u "$work/$name.txt" "$work/again.txt" || differs "$name came back otherwise from $version"
    done
    if /usr/bin/python3 -c 'import vobject' 2>/dev/null; then
        through_vobject "$work/$name-3.0.vcf" "$work/vobject.vcf"
        read_into "$work/$name-vobject.headway" "$work/vobject.vcf"
        tell "$work/$name-vobject.headway" | as_of_vobject >"$work/vobject.txt"
        as_of_vobject <"$work/$name.txt" >"$work/own.txt"
        diff -u "$work/own.txt" "$work/vobject.txt" || differs "vobject read $name otherwise"
    fi
done
exit "$broken"
