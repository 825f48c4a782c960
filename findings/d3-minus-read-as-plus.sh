#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# d3-format 3.1.3 writes; accounting 0.4.1, currency.js 2.0.4 and numeral 2.0.6 (npm) read: a loss
# becomes a profit.
#
# Expected: the number that was written, or an error. All three are there to read amounts as people see
#   them, with currency and separators; d3-format writes such, "$1,234.50".
# Seen: since its second version d3-format writes the true minus sign, U+2212, and not the hyphen of the
#   keyboard. The readers throw away every character that they do not know, and do not know this one:
#   -1234.50 is read as 1234.50. No error, no NaN; only JavaScript's own Number() says NaN.
# For a CRM: a figure copied from a chart or a report on the web, or a table saved from one, turns
#   negative deals, discounts and cash flows positive on import. Take U+2212 (and U+FF0D) for a minus, and
#   refuse a number with a character that nobody expects.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    d3-format@3.1.3 accounting@0.4.1 currency.js@2.0.4 numeral@2.0.6 >/dev/null

cat >try.mjs <<'END'
import { createRequire } from 'node:module';
import { format } from 'd3-format';
const require = createRequire(import.meta.url);
const accounting = require('accounting');
const currency = require('currency.js');
const numeral = require('numeral');

for (const form of [',.2f', '$,.2f']) {
    const text = format(form)(-1234.5);
    console.log(`${form} of -1234.5 is ${text}, its sign U+${text.codePointAt(0).toString(16)}`);
    console.log(`  accounting   ${accounting.unformat(text)}`);
    console.log(`  currency.js  ${currency(text).value}`);
    console.log(`  numeral      ${numeral(text).value()}`);
}
END

cat >seen <<'END'
,.2f of -1234.5 is −1,234.50, its sign U+2212
  accounting   1234.5
  currency.js  1234.5
  numeral      1234.5
$,.2f of -1234.5 is −$1,234.50, its sign U+2212
  accounting   1234.5
  currency.js  1234.5
  numeral      1234.5
END

node try.mjs >now
echo 'Expected: -1234.5 from each, or an error.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'd3-minus-read-as-plus: it behaves differently now' >&2
    exit 1
}
