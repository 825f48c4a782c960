#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# @formulajs/formulajs 4.6.1 (npm): SUMIFS by "won" leaves out Won and WON, and "W*" finds nothing.
#
# Expected: 60 of 100. The library offers the functions of Excel by their names; there, as in LibreOffice and
#   Google Sheets, a criterion is compared without regard to case, and * and ? stand for any text and any
#   sign.
# Seen: texts are compared sign by sign, so only "won" itself counts, and a * is a star: COUNTIF, SUMIF,
#   SUMIFS, COUNTIFS and AVERAGEIFS agree in it. MATCH of the same library does not care about case, so two
#   functions on one column find different rows.
# For a CRM: a formula that a user brings along from a spreadsheet gives a smaller total, not an error.
#   Whoever computes users' formulas needs the tests of a spreadsheet, with texts that differ by case.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts @formulajs/formulajs@4.6.1 >/dev/null

cat >try.cjs <<'END'
const { AVERAGEIFS, COUNTIF, COUNTIFS, MATCH, SUMIF, SUMIFS } = require('@formulajs/formulajs');
const stages = ['Won', 'won', 'WON', 'Lost'];
const amounts = [10, 20, 30, 40];
for (const wanted of ['won', 'W*', '?ost'])
    console.log(`${wanted}: COUNTIF ${COUNTIF(stages, wanted)}, SUMIF ${SUMIF(stages, wanted, amounts)},`,
        `SUMIFS ${SUMIFS(amounts, stages, wanted)}, COUNTIFS ${COUNTIFS(stages, wanted)}`);
console.log(`won: AVERAGEIFS ${AVERAGEIFS(amounts, stages, 'won')}, MATCH ${MATCH('won', stages, 0)}`);
END

cat >seen <<'END'
won: COUNTIF 1, SUMIF 20, SUMIFS 20, COUNTIFS 1
W*: COUNTIF 0, SUMIF 0, SUMIFS 0, COUNTIFS 0
?ost: COUNTIF 0, SUMIF 0, SUMIFS 0, COUNTIFS 0
won: AVERAGEIFS 20, MATCH 1
END

node try.cjs >now
echo 'Expected: won and W*: 3, 60, 60, 3; ?ost: 1, 40, 40, 1; then 20 and 1.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'formulajs-criteria: it behaves differently now' >&2
    exit 1
}
