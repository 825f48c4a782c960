// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/nearest.h"

#include "domain/text/text.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr qsizetype longestWord = 100; // nobody mistypes more

// To the whole of a name or, as a name is often called by a part of it, to as many of its words as were typed.
qsizetype slipsTo(const QString &word, const QString &name)
{
    if (word.size() >= 2 && name.startsWith(word))
        return 1;
    qsizetype fewest = slips(word, name);
    const QStringList parts = name.split(u' ');
    const qsizetype most = word.count(u' ') + 1;
    for (qsizetype first = 0; parts.size() > most && first + most <= parts.size(); ++first)
        fewest = std::min(fewest, slips(word, parts.mid(first, most).join(u' ')));
    return fewest;
}

} // namespace

qsizetype slips(const QString &a, const QString &b)
{
    const auto width = size_t(b.size()) + 1;
    std::vector<qsizetype> before(width), above(width), row(width);
    for (size_t j = 0; j < width; ++j)
        above[j] = qsizetype(j);
    for (qsizetype i = 1; i <= a.size(); ++i) {
        row[0] = i;
        for (size_t j = 1; j < width; ++j) {
            const QChar x = a.at(i - 1);
            const QChar y = b.at(qsizetype(j) - 1);
            row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (x == y ? 0 : 1)});
            if (i > 1 && j > 1 && x == b.at(qsizetype(j) - 2) && a.at(i - 2) == y)
                row[j] = std::min(row[j], before[j - 2] + 1);
        }
        std::swap(before, above);
        std::swap(above, row);
    }
    return above.back();
}

QString nearest(const QString &typed, const QStringList &candidates)
{
    const QString word = fold(typed);
    if (word.isEmpty() || word.size() > longestWord)
        return {};
    QString best;
    qsizetype fewest = std::max(qsizetype(1), word.size() / 3) + 1;
    for (const QString &candidate : candidates) {
        const qsizetype distance = slipsTo(word, fold(candidate).left(longestWord));
        if (distance < fewest) {
            fewest = distance;
            best = candidate;
        }
    }
    return best;
}

Sentence didYouMean(const QString &typed, const QStringList &candidates)
{
    const QString word = nearest(typed, candidates);
    return word.isEmpty() || word == typed.trimmed() ? Sentence()
                                                     : Sentence::tr(" Did you mean %1?").arg(Quoted{word});
}

Sentence oneOfThese(const QString &typed, const QStringList &candidates)
{
    constexpr qsizetype mostListed = 12;
    const Sentence near = didYouMean(typed, candidates);
    if (!near.isEmpty() || candidates.isEmpty() || candidates.size() > mostListed)
        return near;
    return Sentence::tr(" There are: %1.").arg(candidates.join(u", "_s));
}

} // namespace headway
