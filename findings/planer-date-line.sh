#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# planer 1.2.0 (npm): "Date: 4 March" in a customer's answer, and everything from there on is gone.
#
# Expected: the answer without what it quotes. The library takes the quoted mail off, as in "On ... wrote:"
#   with its ">" lines, or below an "Original message" line with From, Sent, To and Subject.
# Seen: one line that begins with "Date:" or "From:" is a mail's header to it, wherever it stands and
#   whatever follows: no second header line, no address, no time is asked for. An answer about a date ends in
#   front of it; one that begins so is empty. "To:" and "Subject:" do nothing.
# For a CRM: the day, the price and the rest of an order are missing in the history of the contact, and
#   nobody sees that something is. Take a header block for one only if several known lines follow each other
#   and one has an address; keep the whole text beside the short one.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts planer@1.2.0 >/dev/null

cat >try.cjs <<'END'
const planer = require('planer');
for (const mail of ['We take it.\nDelivery date: 4 March\nPrice: 500', 'We take it.\nDate: 4 March\nPrice: 500',
                    'Date: 4 March\nPrice: 500', 'Closed.\nFrom: 1 March\nTo: 5 March\nPlease call later.'])
    console.log(`${JSON.stringify(mail)}: ${JSON.stringify(planer.extractFromPlain(mail))}`);
END

cat >seen <<'END'
"We take it.\nDelivery date: 4 March\nPrice: 500": "We take it.\nDelivery date: 4 March\nPrice: 500"
"We take it.\nDate: 4 March\nPrice: 500": "We take it."
"Date: 4 March\nPrice: 500": ""
"Closed.\nFrom: 1 March\nTo: 5 March\nPlease call later.": "Closed."
END

node try.cjs >now
echo 'Expected: each text as it is, since none quotes anything.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'planer-date-line: it behaves differently now' >&2
    exit 1
}
