// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/epochtext.h"

#include <algorithm>

namespace headway::exchange {

namespace {

constexpr qsizetype digitsOfSeconds = 10;
constexpr qsizetype digitsOfMilliseconds = 13;
constexpr qint64 endOfSeconds = 1'900'000'000;          // March 2030; from there on it may be a day of 19…
constexpr qint64 endOfMilliseconds = 4'102'444'800'000; // 2100

} // namespace

std::optional<Instant> epochMoment(const QString &text)
{
    const bool isLong = text.size() == digitsOfMilliseconds;
    if ((!isLong && text.size() != digitsOfSeconds) || text.startsWith(u'0')
        || !std::all_of(text.begin(), text.end(), [](QChar c) { return c >= u'0' && c <= u'9'; }))
        return std::nullopt;
    const qint64 number = text.toLongLong();
    if (isLong)
        return number < endOfMilliseconds ? std::optional(Instant{number}) : std::nullopt;
    return number < endOfSeconds ? std::optional(Instant{number * 1000}) : std::nullopt;
}

} // namespace headway::exchange
