#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# eml-parse-js 1.1.15 (npm): words of a long subject grow together, and one sender becomes two.
#
# Expected: RFC 5322 (2.2.3): a long header line is folded in front of a blank, and unfolding takes only
#   the line break away; the blank stays.
# Seen: the blank goes too. "Offer for the spring" and, on the next line, " fair" become "springfair". An
#   encoded name with a comma, =?UTF-8?Q?Doe=2C_Eva?=, is decoded first and cut afterwards, so one sender
#   becomes two, the first without an address. mailparser 3.14.2 reads both as meant.
# For a CRM: replies are matched with their thread by the subject, and every mail with a subject of more
#   than some 70 characters is folded, so those threads fall apart; and a sender "Doe" is made a contact.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts \
    eml-parse-js@1.1.15 mailparser@3.14.2 >/dev/null

cat >try.mjs <<'END'
import { createRequire } from 'node:module';
import { simpleParser } from 'mailparser';
const { readEml } = createRequire(import.meta.url)('eml-parse-js');

const mail = [
    'From: =?UTF-8?Q?Doe=2C_Eva?= <eva@example.com>',
    'To: bob@example.com',
    'Subject: Offer for the stand, the chairs and the coffee at the spring',
    ' fair',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Hello.',
    '',
].join('\r\n');

const one = readEml(mail);
const other = await simpleParser(mail);
const people = (list) => JSON.stringify(list.map((who) => [who.name, who.email ?? who.address]));
console.log(`eml-parse-js: ${one.subject}`);
console.log(`  ${people([one.from].flat())}`);
console.log(`mailparser: ${other.subject}`);
console.log(`  ${people(other.from.value)}`);
END

cat >seen <<'END'
eml-parse-js: Offer for the stand, the chairs and the coffee at the springfair
  [["Doe",""],["Eva","eva@example.com"]]
mailparser: Offer for the stand, the chairs and the coffee at the spring fair
  [["Doe, Eva","eva@example.com"]]
END

node try.mjs >now
echo 'Expected: "spring fair", and one sender called "Doe, Eva".'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'eml-parse-js-folded-subject: it behaves differently now' >&2
    exit 1
}
