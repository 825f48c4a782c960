#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# namecase 1.1.2 (npm): JÖRG MÜLLER is set right as "JöRG Müller".
#
# Expected: Jörg Müller. The library mends names in capitals or small letters, and those with accents come
#   out right: Élise, René, Müller.
# Seen: two letters without a vowel, followed by a blank, are taken for initials, as in JD Smith, and ö is no
#   letter where it looks for words: the "rg" of Jörg, the "rn" of Björn and the "tz" of Götz become
#   capitals. As a last name, with no blank behind it, the same word is right; so a test with one name alone
#   does not find it.
# For a CRM: these are common first names, and who cleans up an address book in capitals writes letters to
#   JöRG. Words have to be found with the letters of all alphabets, and names that are not plainly wrong are
#   left alone.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts namecase@1.1.2 >/dev/null

cat >try.cjs <<'END'
const nameCase = require('namecase');
for (const name of ['ÉLISE DURAND', 'BJÖRN MÜLLER', 'JD SMITH', 'JÖRG MÜLLER', 'jörg müller', 'GÖTZ VON BERG',
                    'JÜRG MEIER', 'JÖRG', 'ANNA GÖTZ'])
    console.log(`${name}: ${nameCase(name)}`);
END

cat >seen <<'END'
ÉLISE DURAND: Élise Durand
BJÖRN MÜLLER: BjöRN Müller
JD SMITH: JD Smith
JÖRG MÜLLER: JöRG Müller
jörg müller: JöRG Müller
GÖTZ VON BERG: GöTZ von Berg
JÜRG MEIER: JüRG Meier
JÖRG: Jörg
ANNA GÖTZ: Anna Götz
END

node try.cjs >now
echo 'Expected: one capital in each part of a name, but for JD.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'namecase-joerg: it behaves differently now' >&2
    exit 1
}
