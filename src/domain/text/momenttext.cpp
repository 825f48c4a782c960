// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/text/momenttext.h"

#include "domain/text/quoted.h"
#include "domain/text/walltime.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr int secondsOfAnHour = 3600;
constexpr int farthestEast = 14; // hours from Greenwich
constexpr int farthestWest = 12;

std::optional<QTimeZone> offsetNamed(const QString &text)
{
    static const QRegularExpression pattern(u"^(?:UTC|GMT)?([+-])(\\d{1,2})(?::?([0-5]\\d))?$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const bool isWest = match.captured(1) == u'-';
    const int seconds = match.captured(2).toInt() * secondsOfAnHour + match.captured(3).toInt() * 60;
    if (seconds > (isWest ? farthestWest : farthestEast) * secondsOfAnHour)
        return std::nullopt;
    return QTimeZone(isWest ? -seconds : seconds);
}

// The hour of the day for a typed hour with "am", "pm" or neither; -1 if there is no such hour.
int hourOf(int typed, const QString &half)
{
    if (half.isEmpty())
        return typed;
    if (typed < 1 || typed > 12)
        return -1;
    return typed % 12 + (half.startsWith(u'p', Qt::CaseInsensitive) ? 12 : 0);
}

Result<TypedMoment> wholeDay(const QString &text, QDate today, const QTimeZone &zone, const DayRules &days)
{
    HEADWAY_TRY(day, parseTypedDate(text, {today, days}));
    return TypedMoment{{day.startOfDay(zone).toMSecsSinceEpoch()}, true};
}

} // namespace

std::optional<QTimeZone> zoneNamed(const QString &text)
{
    const QString name = text.trimmed().replace(u' ', u'_');
    for (const QString &universal : {u"UTC"_s, u"GMT"_s, u"Z"_s}) {
        if (name.compare(universal, Qt::CaseInsensitive) == 0)
            return QTimeZone::utc();
    }
    if (const auto offset = offsetNamed(name))
        return offset;
    if (name.isEmpty())
        return std::nullopt;
    QByteArray city;
    int cities = 0;
    for (const QByteArray &id : QTimeZone::availableTimeZoneIds()) {
        const QString whole = QString::fromLatin1(id);
        if (whole.compare(name, Qt::CaseInsensitive) == 0)
            return QTimeZone(id);
        if (whole.endsWith(u'/' + name, Qt::CaseInsensitive)) {
            city = id;
            ++cities;
        }
    }
    return cities == 1 ? std::optional(QTimeZone(city)) : std::nullopt;
}

Result<TypedMoment> parseTypedMoment(const QString &text, Instant now, const QTimeZone &zone,
                                     const DayRules &days)
{
    // A day, a time, am or pm, a zone: "fri 9:00 pm Tokyo".
    static const QRegularExpression pattern(
        uR"(^(?<day>.*?)(?<mark>^|[ T])(?<hour>\d{1,2})(?::(?<minute>\d{2})(?!\d)|(?=\s*[ap]\.?m\b)))"
        uR"(\s*(?<half>[ap]\.?m\b\.?)?\s*(?<zone>.*)$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString typed = text.trimmed();
    const auto today = [now](const QTimeZone &where) {
        return QDateTime::fromMSecsSinceEpoch(now.ms, where).date();
    };
    if (typed.compare("now"_L1, Qt::CaseInsensitive) == 0)
        return TypedMoment{now, false};
    const QRegularExpressionMatch match = pattern.match(typed);
    if (!match.hasMatch())
        return wholeDay(typed, today(zone), zone, days);

    const QString place = match.captured(u"zone"_s);
    const std::optional<QTimeZone> there = place.isEmpty() ? std::optional(zone) : zoneNamed(place);
    // "9:00-10:00" is a span, not a time with a UTC offset; only machine formats ("T") leave out "UTC".
    const bool isSpan =
        (place.startsWith(u'-') || place.startsWith(u'+')) && match.captured(u"mark"_s) != u"T";
    if (!there || isSpan)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is not a time zone: write a city, as in 9:00 Tokyo, or UTC+9.")
                           .arg(Quoted{place}));
    const QTime time(hourOf(match.captured(u"hour"_s).toInt(), match.captured(u"half"_s)),
                     match.captured(u"minute"_s).toInt());
    if (!time.isValid())
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is not a time of day.").arg(Quoted{typed}));
    QDate day = today(*there);
    if (const QString dayText = match.captured(u"day"_s).trimmed(); !dayText.isEmpty()) {
        HEADWAY_TRY(named, parseTypedDate(dayText, {day, days}));
        day = named;
    }
    HEADWAY_TRY(at, instantOn(day, time, *there));
    return TypedMoment{at, false};
}

} // namespace headway
