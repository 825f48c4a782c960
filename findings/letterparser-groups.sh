#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# letterparser 0.1.8 (npm): a mail to a group has recipients called "Team: eva@example.com" and
# "bob@example.com;", and two senders are one.
#
# Expected: RFC 5322 (3.4): "Team: eva@example.com, bob@example.com;" is a group of two mailboxes, its
#   name and the semicolon are no part of them; "undisclosed-recipients:;" is nobody. From (3.6.2) may
#   list several.
# Seen: the line is cut at commas only, and what is cut is called an address. The two From mailboxes stay
#   uncut in one address. postal-mime 4.0.0 has the group and its members.
# For a CRM: contacts are made with these addresses, the right ones are not found, and nobody is shown as
#   "undisclosed-recipients:;". Check every address before it is stored.
# Run on 2026-11-29.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
cd "$folder"
npm install --silent --no-audit --no-fund --ignore-scripts letterparser@0.1.8 postal-mime@4.0.0 >/dev/null

cat >try.mjs <<'END'
import { extract } from 'letterparser';
import PostalMime from 'postal-mime';

const groups = ['Team: eva@example.com, bob@example.com;', 'undisclosed-recipients:;'];
for (const to of groups) {
    const mail = [
        'From: eva@example.com, ann@example.com',
        'Sender: eva@example.com',
        `To: ${to}`,
        'Subject: Hello',
        'MIME-Version: 1.0',
        'Content-Type: text/plain; charset=utf-8',
        '',
        'Hello.',
        '',
    ].join('\r\n');
    const one = extract(mail);
    const other = await PostalMime.parse(mail);
    console.log(to);
    console.log(`  letterparser  ${JSON.stringify(one.to.map((who) => who.address))}`);
    console.log(`  postal-mime   ${JSON.stringify(other.to.flatMap((who) => who.group.map((m) => m.address)))}`);
    console.log(`  From by letterparser ${JSON.stringify(one.from.address)}`);
}
END

cat >seen <<'END'
Team: eva@example.com, bob@example.com;
  letterparser  ["Team: eva@example.com","bob@example.com;"]
  postal-mime   ["eva@example.com","bob@example.com"]
  From by letterparser "eva@example.com, ann@example.com"
undisclosed-recipients:;
  letterparser  ["undisclosed-recipients:;"]
  postal-mime   []
  From by letterparser "eva@example.com, ann@example.com"
END

node try.mjs >now
echo 'Expected: two recipients without the name and the semicolon, then none; eva@example.com as sender.'
echo 'Seen:'
cat now
diff -u seen now || {
    echo 'letterparser-groups: it behaves differently now' >&2
    exit 1
}
