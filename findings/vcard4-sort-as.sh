#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# vcard4 4.0.5 (npm): a card that says how a name is sorted is refused, even one that vcard4 wrote.
#
# Expected: N;SORT-AS="Harten,Rene":… is read. The parameter is in RFC 6350 (5.9), with just this name
#   as its example, and the library has a class SortAsParameter to write it with.
# Seen: parse() throws "vCard has unknown parameter: SORT-AS", for N, FN and ORG alike, so no card that
#   its own repr() made with that class can be read back. One such card among others, and none of the
#   file is read.
# For a CRM: SORT-AS is what address books write for "van der Harten" and for names with a reading. One
#   contact of that kind keeps a whole export from being taken over. Pass over what is not known, keep
#   the card.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts vcard4@4.0.5 >/dev/null

cat >try.mjs <<'END'
import * as vcard4 from 'vcard4';

const text = (words) => new vcard4.TextType(words);
const card = new vcard4.VCARD([
    new vcard4.FNProperty([], text('Rene van der Harten')),
    new vcard4.NProperty(
        [new vcard4.SortAsParameter(new vcard4.ParameterValueType('Harten,Rene'))],
        new vcard4.SpecialValueType('nproperty', [text('van der Harten'), text('Rene'), '', '', '']),
    ),
]).repr();

const read = (name, cards) => {
    try {
        console.log(`${name}: read, ${[vcard4.parse(cards)].flat().length}`);
    } catch (error) {
        console.log(`${name}: ${error.message}`);
    }
};

console.log(card.match(/N;.*/)[0]);
read('as written', card);
read('as in the RFC', card.replace('SORT-AS=Harten,Rene', 'SORT-AS="Harten,Rene"'));
read('an unknown X- parameter', card.replace('SORT-AS', 'X-SORT-AS'));
read('beside another card', `BEGIN:VCARD\r\nVERSION:4.0\r\nFN:Eva Doe\r\nEND:VCARD\r\n${card}`);
END

cat >seen <<'END'
N;SORT-AS=Harten,Rene:van der Harten;Rene;;;
as written: vCard has unknown parameter: SORT-AS, on N property
as in the RFC: vCard has unknown parameter: SORT-AS, on N property
an unknown X- parameter: read, 1
beside another card: vCard has unknown parameter: SORT-AS, on N property
END

node try.mjs | tr -d '\r' >now
echo 'Expected: every card is read.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'vcard4-sort-as: it behaves differently now' >&2
    exit 1
}
