// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/activitytext.h"

#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

#include <QRegularExpression>

#include <cmath>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr double longest = 1e9; // seconds: 31 years

Error notADuration(const QString &text)
{
    return {ErrorCode::Invalid, Sentence::tr("%1 is not a duration.").arg(Quoted{text}), {}};
}

double secondsOf(DurationUnit unit)
{
    switch (unit) {
    case DurationUnit::Hours: return 3600;
    case DurationUnit::Minutes: return 60;
    case DurationUnit::Seconds: return 1;
    case DurationUnit::Milliseconds: break;
    }
    return 0.001;
}

const QRegularExpression &bareNumber()
{
    static const QRegularExpression number(u"^\\d{1,12}(?:[.,]\\d+)?$"_s);
    return number;
}

double numberIn(const QString &text)
{
    return QString(text).replace(u',', u'.').toDouble();
}

Result<qint64> rounded(double seconds, const QString &text)
{
    if (seconds > longest)
        return failure(notADuration(text));
    return qint64(std::llround(seconds));
}

} // namespace

std::optional<DurationUnit> durationUnitNamed(const QString &word)
{
    const auto code = Vocabulary::own().code(u"duration", word);
    if (!code)
        return std::nullopt;
    if (*code == "3600"_L1)
        return DurationUnit::Hours;
    if (*code == "60"_L1)
        return DurationUnit::Minutes;
    if (*code == "1"_L1)
        return DurationUnit::Seconds;
    return *code == "0.001"_L1 ? std::optional(DurationUnit::Milliseconds) : std::nullopt;
}

std::optional<DurationUnit> durationUnitIn(const QString &header)
{
    // CallDurationInSeconds → Call Duration In Seconds
    static const QRegularExpression hump(u"(?<=[a-z])(?=[A-Z])"_s);
    for (const QString &word : words(QString(header).replace(hump, u" "_s))) {
        if (word.size() > 1 || header.contains(u'(' + word + u')')) {
            if (const auto unit = durationUnitNamed(word))
                return unit;
        }
    }
    return std::nullopt;
}

bool isBareDuration(const QString &text)
{
    const QString typed = text.trimmed();
    return bareNumber().match(typed).hasMatch() && numberIn(typed) != 0;
}

Result<qint64> readDurationCell(const QString &text, DurationUnit unit)
{
    static const QRegularExpression clock(u"^(\\d{1,6}):([0-5]\\d)(?::([0-5]\\d)(?:[.,]\\d+)?)?$"_s);
    static const QRegularExpression iso(
        u"^P(?:(\\d{1,6})D)?T?(?:(\\d{1,6})H)?(?:(\\d{1,6})M)?(?:(\\d{1,6})(?:\\.\\d+)?S)?$"_s);
    static const QRegularExpression part(
        uR"(\s*(\d+(?:[.,]\d+)?)\s*(\p{L}+\.?)?[\s,]*(?:and\b|und\b|et\b|y\b|en\b)?)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    const QString typed = text.trimmed();
    if (const auto match = clock.match(typed); match.hasMatch())
        return match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60
            + match.captured(3).toLongLong();
    if (bareNumber().match(typed).hasMatch())
        return rounded(numberIn(typed) * secondsOf(unit), text);
    if (const auto match = iso.match(typed); match.hasMatch() && typed.size() > 2)
        return match.captured(1).toLongLong() * 86'400 + match.captured(2).toLongLong() * 3600
            + match.captured(3).toLongLong() * 60 + match.captured(4).toLongLong();
    // "1h30": what follows without a unit is of the next smaller one.
    double seconds = 0;
    double last = 0;
    qsizetype at = 0;
    while (at < typed.size()) {
        const auto match = part.match(typed, at, QRegularExpression::NormalMatch,
                                      QRegularExpression::AnchorAtOffsetMatchOption);
        if (!match.hasMatch())
            return failure(notADuration(text));
        at = match.capturedEnd();
        double size = last / 60;
        if (!match.captured(2).isEmpty()) {
            const auto code = Vocabulary::own().code(u"duration", match.captured(2));
            if (!code)
                return failure(notADuration(text));
            size = code->toDouble();
        }
        if (size == 0)
            return failure(notADuration(text));
        seconds += numberIn(match.captured(1)) * size;
        last = size;
    }
    if (typed.isEmpty())
        return failure(notADuration(text));
    return rounded(seconds, text);
}

} // namespace headway::exchange
