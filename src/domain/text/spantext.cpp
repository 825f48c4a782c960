// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/spantext.h"

#include "domain/text/quoted.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// An hour, or an hour and minutes, with "am", "pm" or neither.
struct ClockText {
    QString hour;
    QString half;

    QString on(const QString &day, const QString &itsHalf) const
    {
        const QString time = hour.contains(u':') ? hour : QString(hour + u":00"_s);
        return QString(day + u' ' + time + u' ' + itsHalf).trimmed();
    }
};

bool isDay(const QString &text, Instant now, const QTimeZone &zone, const DayRules &days)
{
    return parseTypedDate(text, {QDateTime::fromMSecsSinceEpoch(now.ms, zone).date(), days}).has_value();
}

// "fri 14": a day and an hour, which no date is written like.
QString withMinutes(const QString &typed, Instant now, const QTimeZone &zone, const DayRules &days)
{
    static const QRegularExpression pattern(uR"(^(?<day>.*\S)\s+\d{1,2}$)"_s);
    const QRegularExpressionMatch match = pattern.match(typed);
    const bool isHour = match.hasMatch() && !isDay(typed, now, zone, days)
        && isDay(match.captured(u"day"_s), now, zone, days);
    return isHour ? QString(typed + u":00"_s) : typed;
}

} // namespace

Result<TypedSpan> parseTypedSpan(const QString &text, Instant now, const QTimeZone &zone,
                                 const DayRules &days)
{
    static const QRegularExpression pattern(
        uR"(^(?:(?<day>.*\S)\s+)?(?<from>\d{1,2}(?::\d{2})?)\s*(?<fromHalf>[ap]\.?m\b\.?)?)"
        uR"(\s*[-–—]\s*(?<till>\d{1,2}(?::\d{2})?)\s*(?<tillHalf>[ap]\.?m\b\.?)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString typed = text.trimmed();
    const QRegularExpressionMatch match = pattern.match(typed);
    const QString day = match.captured(u"day"_s);
    const ClockText from{match.captured(u"from"_s), match.captured(u"fromHalf"_s)};
    const ClockText till{match.captured(u"till"_s), match.captured(u"tillHalf"_s)};
    const bool isClock =
        from.hour.contains(u':') || till.hour.contains(u':') || !from.half.isEmpty() || !till.half.isEmpty();
    if (!match.hasMatch() || (day.isEmpty() ? !isClock : !isDay(day, now, zone, days))) {
        HEADWAY_TRY(moment, parseTypedMoment(withMinutes(typed, now, zone, days), now, zone, days));
        return TypedSpan{moment, {}};
    }
    const auto moment = [&](const ClockText &clock, const QString &half) {
        return parseTypedMoment(clock.on(day, half), now, zone, days);
    };
    HEADWAY_TRY(end, moment(till, till.half));
    // "2-3pm" begins at 2 pm, "11-1pm" at 11 am.
    Result<TypedMoment> start = moment(from, from.half.isEmpty() ? till.half : from.half);
    if (from.half.isEmpty() && !till.half.isEmpty() && (!start || start->at >= end.at))
        start = moment(from, {});
    if (!start)
        return tl::unexpected(start.error());
    if (start->at >= end.at)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 ends before it begins.").arg(Quoted{typed}));
    return TypedSpan{*start, (end.at.ms - start->at.ms) / 1000};
}

} // namespace headway
