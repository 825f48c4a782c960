#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# postal-mime 4.0.0 (npm): addresses with quotes or comments come out as ones that cannot be written to.
#
# Expected: an address that mail can be sent to. RFC 5322: a comment in an address is no part of it
#   (3.2.2, with one in its appendix A.5), and a local part with a blank or a comma needs its quotes
#   (3.4.1).
# Seen: comments stay inside the address, and the one behind the name is cut at its quoted bracket; of a
#   quoted local part outside < and > the quotes are gone. mailparser 3.14.2 gives eva@example.com and
#   keeps the quotes.
# For a CRM: "a,b@example.com" in a field for addresses is two of them to the next program, and no reply
#   arrives; the same person read by two programs has two addresses. Take what stands between < and >
#   apart by the grammar, and keep quotes.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts postal-mime@4.0.0 mailparser@3.14.2 >/dev/null

cat >try.mjs <<'END'
import PostalMime from 'postal-mime';
import { simpleParser } from 'mailparser';

const senders = [
    'Eva(Sales \\) EU) <eva(office)@example.com(Berlin)>',
    '"eva doe"@example.com',
    '"a,b"@example.com',
];
for (const sender of senders) {
    const mail = `From: ${sender}\r\nTo: bob@example.com\r\nSubject: Hello\r\n\r\nHello.\r\n`;
    const one = (await PostalMime.parse(mail)).from;
    const other = (await simpleParser(mail)).from.value[0];
    console.log(sender);
    console.log(`  postal-mime  ${JSON.stringify([one.name, one.address])}`);
    console.log(`  mailparser   ${JSON.stringify([other.name, other.address])}`);
}
END

cat >seen <<'END'
Eva(Sales \) EU) <eva(office)@example.com(Berlin)>
  postal-mime  ["Eva EU)","eva(office)@example.com(Berlin)"]
  mailparser   ["Eva","eva@example.com"]
"eva doe"@example.com
  postal-mime  ["","eva doe@example.com"]
  mailparser   ["","\"eva doe\"@example.com"]
"a,b"@example.com
  postal-mime  ["","a,b@example.com"]
  mailparser   ["","\"a,b\"@example.com"]
END

node try.mjs >now
echo 'Expected: eva@example.com, "eva doe"@example.com and "a,b"@example.com.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'postal-mime-address-no-reply: it behaves differently now' >&2
    exit 1
}
