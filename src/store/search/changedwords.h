// SPDX-License-Identifier: GPL-3.0-or-later
// What the index of a file has to be told of a document whose words changed: a name in which one word is another one
// costs as little as that word. Pure; any thread.
#pragma once

#include <QString>

namespace headway::store {

struct ChangedWords {
    QString taken = {}; // out of the index; a part of `before`
    QString given = {}; // into it; a part of `after`
};

// Both are words as shortened() gives them, each once. FTS5 notes for each word its beginnings, too, once for a document
// and not once for each word; so all words that begin as one that came or went does are taken out and given again, and no
// other. Where it may see other words than we do, in scripts that are younger than its tables, the whole text is.
ChangedWords changedWords(const QString &before, const QString &after);

} // namespace headway::store
