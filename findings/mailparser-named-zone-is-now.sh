#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# mailparser 3.14.2 (npm): a mail of 4 March with the zone CET was sent this very moment.
#
# Expected: 4 March at 9:00 or 10:00 UTC, or no date. RFC 5322 has zones as letters among the obsolete forms
#   that are to be accepted, and those that it does not list count as UTC; for a mail without a date the
#   library gives none.
# Seen: what JavaScript's Date does not read becomes the present time, another one at each reading. It reads
#   GMT, EST and PST, but not CET, CEST, BST, JST or IST, as older programs, scanners and shops write them.
#   +0100 (CET) is fine.
# For a CRM: old mails, filed today, stand at the top of a contact's history, and the last contact with half
#   of the customers was this morning; reading twice gives two mails. What cannot be read stays empty, and
#   the text of the header is kept.
# Run on 2026-11-29.
set -eu
export TZ=UTC
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts mailparser@3.14.2 >/dev/null

cat >try.cjs <<'END'
const { simpleParser } = require('mailparser');
(async () => {
    for (const sent of ['10:00:00 +0100', '10:00:00 +0100 (CET)', '10:00:00 EST', '10:00:00 CET', '10:00:00 CEST',
                        '10:00:00 BST', '10:00:00 JST']) {
        const header = `From: jane@example.com\r\nDate: Wed, 04 Mar 2026 ${sent}`;
        const { date } = await simpleParser(`${header}\r\n\r\nHello\r\n`);
        const now = Math.abs(Date.now() - date) < 60000;
        console.log(`${sent}: ${now ? 'now' : date.toISOString()}`);
    }
    const { date } = await simpleParser('From: jane@example.com\r\n\r\nHello\r\n');
    console.log(`without a date: ${date}`);
})();
END

cat >seen <<'END'
10:00:00 +0100: 2026-03-04T09:00:00.000Z
10:00:00 +0100 (CET): 2026-03-04T09:00:00.000Z
10:00:00 EST: 2026-03-04T15:00:00.000Z
10:00:00 CET: now
10:00:00 CEST: now
10:00:00 BST: now
10:00:00 JST: now
without a date: undefined
END

node try.cjs >now
echo 'Expected: 2026-03-04 each time, or undefined as without a date.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'mailparser-named-zone-is-now: it behaves differently now' >&2
    exit 1
}
