// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/changedwords.h"

#include <QSet>
#include <QStringList>

#include <algorithm>

namespace headway::store {

namespace {

// Latin, Greek and Cyrillic: letters to each version of Unicode.
constexpr char16_t firstOfOthers = 0x0500;

// The marks of our own words are signs for private use, which FTS5 takes for letters.
bool isPlain(const QString &words)
{
    return std::all_of(words.begin(), words.end(), [](QChar c) {
        return c == u' ' || c.category() == QChar::Other_PrivateUse
            || (c.unicode() < firstOfOthers && c.isLetterOrNumber());
    });
}

QStringList beginningWith(const QSet<QChar> &letters, const QStringList &words)
{
    QStringList found;
    for (const QString &word : words) {
        if (letters.contains(word.front()))
            found += word;
    }
    return found;
}

} // namespace

ChangedWords changedWords(const QString &before, const QString &after)
{
    if (before.isEmpty() || after.isEmpty() || !isPlain(before) || !isPlain(after))
        return {before, after};
    const QStringList old = before.split(u' ', Qt::SkipEmptyParts);
    const QStringList now = after.split(u' ', Qt::SkipEmptyParts);
    const QSet<QString> had(old.begin(), old.end());
    const QSet<QString> has(now.begin(), now.end());
    QSet<QChar> letters; // with which a word begins that came or went
    for (const QString &word : old) {
        if (!has.contains(word))
            letters += word.front();
    }
    for (const QString &word : now) {
        if (!had.contains(word))
            letters += word.front();
    }
    return {beginningWith(letters, old).join(u' '), beginningWith(letters, now).join(u' ')};
}

} // namespace headway::store
