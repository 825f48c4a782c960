#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# postal-mime 4.0.0 (npm): an answer below a quoted line becomes part of the quotation.
#
# Expected: the answer on a line of its own. RFC 3676 (text/plain; format=flowed), section 4.5, joins a
#   line that ends in a blank with the next one only where both are quoted equally deep, and takes the
#   marks of the second line away; a change of depth ends the paragraph.
# Seen: lines are joined whatever they are quoted by, and the marks stay in the middle:
#   "> Can you deliver > by May? No, not before June."  mailparser 3.14.2 reads the same mail as asked.
# For a CRM: the customer's "No" stands on the line of the salesperson's question. Whatever cuts quoted
#   lines off before a mail is shown, searched or summed up throws the answer away. Whoever joins flowed
#   lines counts the marks first.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts postal-mime@4.0.0 mailparser@3.14.2 >/dev/null

cat >try.mjs <<'END'
import PostalMime from 'postal-mime';
import { simpleParser } from 'mailparser';

const mail = [
    'From: Eva Doe <eva@example.com>',
    'To: Bob Ray <bob@example.com>',
    'Subject: Re: delivery',
    'MIME-Version: 1.0',
    'Content-Type: text/plain; charset=utf-8; format=flowed',
    '',
    '> Can you deliver ',
    '> by May? ',
    'No, not before June.',
    '',
].join('\r\n');

const show = (who, text) => console.log(`${who}: ${JSON.stringify(text.trim())}`);
show('postal-mime', (await PostalMime.parse(mail)).text);
show('mailparser', (await simpleParser(mail)).text);
END

cat >seen <<'END'
postal-mime: "> Can you deliver > by May? No, not before June."
mailparser: "> Can you deliver by May? \nNo, not before June."
END

node try.mjs >now
echo 'Expected: a quoted question, and the answer on its own line below it.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'postal-mime-answer-becomes-quote: it behaves differently now' >&2
    exit 1
}
