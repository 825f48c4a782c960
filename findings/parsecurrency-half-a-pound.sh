#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# parsecurrency 1.1.1 (npm): fifty pence, written £.50, are fifty pounds.
#
# Expected: 0.5, or null, which it gives for texts without an amount. The library is made for the ways of
#   writing amounts all over the world, but for currencies with three decimals; an amount below one without
#   its zero is a common one, and "£0.50" is understood.
# Seen: a point in front of all digits is taken for a part of the symbol, "£.", and the decimals for whole
#   pounds: a hundred times the price. ".5" and "-$.50" are read like that too. With a blank or a comma
#   before the digits the answer is null.
# For a CRM: prices by the piece from a supplier's list grow a hundredfold on import, within what looks like
#   a price. A symbol has no point at its end unless it is known to have one.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts parsecurrency@1.1.1 >/dev/null

cat >try.cjs <<'END'
const parse = require('parsecurrency');
for (const text of ['£0.50', '£.50', '$.99', '-$.50', '.5', '$ .50', '€ ,50']) {
    const found = parse(text);
    console.log(`${text}: ${found && `${found.value}, symbol "${found.symbol}"`}`);
}
END

cat >seen <<'END'
£0.50: 0.5, symbol "£"
£.50: 50, symbol "£."
$.99: 99, symbol "$."
-$.50: -50, symbol "$."
.5: 5, symbol "."
$ .50: null
€ ,50: null
END

node try.cjs >now
echo 'Expected: 0.5, 0.5, 0.99, -0.5, 0.5, 0.5, 0.5, or null.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'parsecurrency-half-a-pound: it behaves differently now' >&2
    exit 1
}
