// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/nearest.h"

#include "domain/text/text.h"

#include <algorithm>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

// The optimal string alignment distance (Damerau and Levenshtein, no part edited twice).
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

} // namespace

QString nearest(const QString &typed, const QStringList &candidates)
{
    const QString word = fold(typed);
    if (word.isEmpty())
        return {};
    QString best;
    qsizetype fewest = std::max(qsizetype(1), word.size() / 3) + 1;
    for (const QString &candidate : candidates) {
        const QString other = fold(candidate);
        const bool begins = word.size() >= 2 && other.startsWith(word);
        const qsizetype distance = begins ? 1 : slips(word, other);
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
    return word.isEmpty() ? Sentence() : Sentence::tr(" Did you mean %1?").arg(Quoted{word});
}

} // namespace headway::ctl
