// SPDX-License-Identifier: GPL-3.0-or-later
// The value of an option that is one of a few words. Pure. Fails with Invalid, in a sentence that lists them.
#pragma once

#include "domain/result.h"
#include "domain/text/quoted.h"

#include <QStringList>

#include <array>

namespace headway::ctl {

template <class T>
struct Word {
    QLatin1StringView word;
    T value;
};

// Case does not matter.
template <class T, size_t count>
Result<T> oneOf(const QString &option, const QString &typed, const std::array<Word<T>, count> &words)
{
    QStringList names;
    for (const Word<T> &word : words) {
        if (typed.toLower() == word.word)
            return word.value;
        names += word.word;
    }
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 cannot be %2. It is one of %3.")
                       .arg(option, Quoted{typed}, names.join(QStringLiteral(", "))));
}

} // namespace headway::ctl
