// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/cells/daycell.h"

#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "domain/text/walltime.h"
#include "exchange/cells/epochtext.h"
#include "exchange/cells/vocabulary.h"

#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr std::array<QStringView, 12> months{u"january",   u"february", u"march",    u"april",
                                             u"may",       u"june",     u"july",     u"august",
                                             u"september", u"october",  u"november", u"december"};
constexpr qint64 millisecondsPerDay = 86'400'000;
constexpr qsizetype longestMoment = 80; // characters; what is longer is a text

bool isSerial(const QString &text)
{
    static const QRegularExpression serial(u"^\\d{5}(\\.\\d+)?$"_s);
    return serial.match(text).hasMatch();
}

// A day of a numbered week, "2026-W10-2": the second of the tenth. A week alone is no day.
std::optional<QDate> weekDay(const QString &text)
{
    static const QRegularExpression written(u"^(\\d{4})-?W(\\d{2})-?([1-7])$"_s);
    if (!text.contains(u'W'))
        return std::nullopt;
    const auto match = written.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int year = match.captured(1).toInt();
    const QDate inFirstWeek(year, 1, 4);
    const QDate day = inFirstWeek.addDays(7 * (match.captured(2).toInt() - 1) + match.captured(3).toInt()
                                          - inFirstWeek.dayOfWeek());
    int yearOfWeek = 0;
    const bool isThere = day.isValid() && day.weekNumber(&yearOfWeek) == match.captured(2).toInt();
    return isThere && yearOfWeek == year ? std::optional(day) : std::nullopt;
}

// As English writes it, or in another language.
Result<QDate> writtenDay(const QString &text, DateOrder order)
{
    if (const std::optional<QDate> day = weekDay(text))
        return *day;
    auto day = parseDate(text, order);
    if (day)
        return day;
    const QString english = withEnglishMonths(text);
    if (english != text) {
        if (const auto other = parseDate(english, order))
            return *other;
    }
    return day;
}

// Programs write moments with the name of the zone behind its offset, "Tue Mar 03 2026 10:22:11 GMT+0100 (CET)",
// "…+01:00[Europe/Berlin]", or with the year at the end: "Tue Mar 3 10:22:11 2026". As people write them. The letters of
// a zone alone, CST, mean several, and are left for the reader to refuse.
QString asWritten(const QString &text)
{
    if (text.size() > longestMoment || !text.contains(u':'))
        return text;
    static const QRegularExpression zone(
        uR"((?<=Z|UTC|GMT|[+-]\d{2}|[+-]\d{4}|[+-]\d{2}:\d{2})(?:\s*\([^()\d]*\)|\[[\p{L}_/+-]+\])$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression yearLast(
        uR"(^(?:\p{L}+[.,]*\s+)?(?<day>\p{L}+\.?\s+\d{1,2}|\d{1,2}\.?\s+\p{L}+\.?),?\s+)"
        uR"((?<time>\d{1,2}:\d{2}(?::\d{2})?)\s+(?:(?<zone>UTC|GMT|[+-]\d{2}:?\d{2})\s+)?(?<year>\d{4})$)"_s,
        QRegularExpression::UseUnicodePropertiesOption);
    QString plain = text;
    if (plain.endsWith(u')') || plain.endsWith(u']'))
        plain.remove(zone);
    if (plain.front().isDigit() && plain.contains(u'-'))
        return plain; // nearly all
    const auto match = yearLast.match(plain);
    if (!match.hasMatch())
        return plain;
    const QStringList parts{match.captured(u"day"_s), match.captured(u"year"_s), match.captured(u"time"_s),
                            match.captured(u"zone"_s)};
    return parts.join(u' ').trimmed();
}

struct Exact {
    Instant at = {};
    int offset = 0; // seconds east of UTC, as written
};

// A moment with its offset: "2026-03-04T23:30:00Z", "4/3/2026 9:05 +0200".
std::optional<Exact> exactMoment(const QString &text, const DayStyle &style)
{
    static const QRegularExpression written(
        u"^(?<local>.*\\d:\\d{2}.*?)\\s*(?:Z|UTC|GMT|(?:UTC|GMT)?(?<sign>[+-])(?<hours>\\d{1,2}):?(?<minutes>\\d{2})?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    if (!text.contains(u':') || text.size() > longestMoment)
        return std::nullopt;
    const auto match = written.match(text);
    if (!match.hasMatch())
        return std::nullopt;
    const int size = match.captured(u"hours"_s).toInt() * 3600 + match.captured(u"minutes"_s).toInt() * 60;
    const int offset = match.captured(u"sign"_s) == u"-" ? -size : size;
    if (const auto at = parseInstant(text))
        return Exact{Instant{*at}, offset};
    // "9:30-10:30" is no time with an offset.
    const qsizetype sign = match.capturedStart(u"sign"_s);
    const bool isRange = sign > 0 && text[sign] == u'-' && text[sign - 1].isDigit();
    if (size > 14 * 3600 || isRange)
        return std::nullopt;
    const auto local = readMomentCell(match.captured(u"local"_s), {style.dates, QTimeZone(offset)});
    return local ? std::optional(Exact{local->at, offset}) : std::nullopt;
}

// On the clock of twelve if the half of the day is said, "a" or "p"; 24 is no hour of it.
int hourOf(const QString &digits, const QString &half)
{
    const int hour = digits.toInt();
    if (half.isEmpty())
        return hour;
    return hour > 12 ? 24 : hour % 12 + (half.toLower() == u'p' ? 12 : 0);
}

// A year of two digits stands at the end, or before two others.
bool hasShortYear(const QString &text)
{
    static const QRegularExpression four(u"\\d{4}"_s);
    return !four.match(text).hasMatch();
}

} // namespace

bool isNoDay(const QString &text)
{
    static const QRegularExpression zeros(u"^0*(?:[./\\- ]+0+){0,2}(?:[T ]+00:00(?::00)?(?:\\.0+)?Z?)?$"_s);
    // What a spreadsheet makes of 0.
    static const QRegularExpression epoch(
        u"^(?:0?1/0?0/(?:19)?00|1899-12-3[01]|1900-01-00)(?:[T ]+00:00(?::00)?Z?)?$"_s);
    const QString typed = text.trimmed();
    const bool isCounted =
        std::any_of(typed.begin(), typed.end(), [](QChar c) { return c >= u'2' && c <= u'9'; });
    if (isCounted && !typed.startsWith("1899-"_L1) && !typed.startsWith("1900-"_L1)
        && !typed.endsWith("1900"_L1))
        return false; // nearly all of them
    return zeros.match(typed).hasMatch() || epoch.match(typed).hasMatch() || isBlankWord(typed);
}

QString withEnglishMonths(const QString &text)
{
    static const QRegularExpression word(uR"(\p{L}[\p{L}\p{M}]*\.?)"_s,
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QStringList between{u"de"_s, u"del"_s, u"den"_s, u"der"_s, u"le"_s, u"el"_s, u"il"_s,
                                     u"am"_s, u"vom"_s, u"op"_s,  u"du"_s,  u"of"_s, u"the"_s};
    const Vocabulary &words = Vocabulary::own();
    QString result;
    qsizetype from = 0;
    bool isMonthSeen = false;
    QRegularExpressionMatchIterator found = word.globalMatch(text);
    while (found.hasNext()) {
        const QRegularExpressionMatch match = found.next();
        result += text.mid(from, match.capturedStart() - from);
        from = match.capturedEnd();
        const QString each = match.captured();
        const QString key = fold(each.endsWith(u'.') ? each.chopped(1) : each);
        const auto month = isMonthSeen ? std::nullopt : words.code(u"month", key);
        if (month) {
            result += u' ' + months[size_t(month->toInt() - 1)].toString() + u' ';
            isMonthSeen = true;
        } else if (!between.contains(key) && !(words.has(u"weekday", key) && !isMonthSeen)) {
            result += each;
        }
    }
    result += text.mid(from);
    if (!isMonthSeen)
        return text;
    // "er" of 1er, "º" of 1º, and what is left before the first digit of a weekday
    static const QRegularExpression ordinal(u"(?<=\\d)\\s*(?:er|ère|º|ª|e)(?![\\p{L}\\d])"_s);
    static const QRegularExpression before(u"^[\\s.,]+"_s);
    return result.remove(ordinal).remove(before).simplified();
}

Result<DayCell> readDayCell(const QString &text, const DayStyle &style)
{
    const QString typed = asWritten(text.trimmed());
    if (const std::optional<Exact> exact = exactMoment(typed, style)) {
        const bool isMidnight = exact->offset == 0 && exact->at.ms % millisecondsPerDay == 0;
        const QTimeZone zone = isMidnight ? QTimeZone::utc() : style.zone;
        return DayCell{QDateTime::fromMSecsSinceEpoch(exact->at.ms, zone).date(),
                       isMidnight ? DayOrigin::Midnight : DayOrigin::Instant};
    }
    if (const auto epoch = epochMoment(typed))
        return DayCell{QDateTime::fromMSecsSinceEpoch(epoch->ms, style.zone).date(), DayOrigin::Instant};
    auto day = writtenDay(typed, style.dates);
    if (!day && isSerial(typed))
        day = parseSerialDate(typed);
    if (!day)
        return failure(day.error());
    return DayCell{*day, DayOrigin::Written};
}

Result<QDate> readBirthday(const QString &text, const DayStyle &style, QDate today)
{
    // --03-04 (an address book's), 4.3., 3/4, 4 March, March 4
    static const QRegularExpression dashes(u"^--(\\d{2})-?(\\d{2})$"_s);
    static const QRegularExpression two(u"^(\\d{1,2})\\s*[./-]\\s*(\\d{1,2})\\.?$"_s);
    static const QRegularExpression named(
        u"^(?:(\\d{1,2})[.]?\\s*([a-z]+)|([a-z]+)\\s*(\\d{1,2})(?:st|nd|rd|th)?)\\.?$"_s);
    const QString typed = text.trimmed();
    const auto withoutYear = [&](int month, int day) -> Result<QDate> {
        const QDate found(unknownYear, month, day);
        return found.isValid()
            ? Result<QDate>(found)
            : failure(ErrorCode::Invalid, Sentence::tr("%1 is not a date.").arg(Quoted{text}));
    };
    if (const auto match = dashes.match(typed); match.hasMatch())
        return withoutYear(match.captured(1).toInt(), match.captured(2).toInt());
    if (const auto match = two.match(typed); match.hasMatch()) {
        const int a = match.captured(1).toInt();
        const int b = match.captured(2).toInt();
        // Without an order, 12/31 and 4.3. say by themselves what comes first, 3/4 does not.
        const bool isDayFirst = style.dates == DateOrder::DayMonthYear || a > 12
            || (style.dates != DateOrder::MonthDayYear && typed.contains(u'.'));
        const bool isOpen =
            style.dates == DateOrder::YearMonthDay && typed.contains(u'/') && a <= 12 && b <= 12 && a != b;
        if (isOpen)
            return failure(ErrorCode::Invalid, Sentence::tr("%1 can be read in two ways.").arg(Quoted{text}));
        return isDayFirst ? withoutYear(b, a) : withoutYear(a, b);
    }
    if (const auto match = named.match(withEnglishMonths(typed)); match.hasMatch()) {
        const QString word = match.captured(2) + match.captured(3);
        const QString day = match.captured(1) + match.captured(4);
        for (size_t i = 0; i < months.size(); ++i) {
            if (word == months[i])
                return withoutYear(int(i) + 1, day.toInt());
        }
    }
    HEADWAY_TRY(cell, readDayCell(text, style));
    const bool isAhead = cell.day > today && hasShortYear(typed);
    return isAhead ? cell.day.addYears(-100) : cell.day;
}

Result<QTime> readTimeCell(const QString &text)
{
    static const QRegularExpression clock(
        u"^(\\d{1,2})[:.h](\\d{2})?(?::(\\d{2})(?:\\.\\d+)?)?\\s*(?:uhr|h)?\\s*(?:([ap])\\.?m\\.?)?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression hour(u"^(\\d{1,2})\\s*(?:(uhr|h)|([ap])\\.?m\\.?)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression part(u"^0[.,]\\d{3,}$"_s);
    const QString typed = text.trimmed();
    QTime time;
    if (part.match(typed).hasMatch()) {
        const double day = QString(typed).replace(u',', u'.').toDouble();
        time = QTime(0, 0).addSecs(qRound(day * 1440) * 60);
    } else if (const auto match = clock.match(typed); match.hasMatch()) {
        time = QTime(hourOf(match.captured(1), match.captured(4)), match.captured(2).toInt(),
                     match.captured(3).toInt());
    } else if (const auto whole = hour.match(typed); whole.hasMatch()) {
        time = QTime(hourOf(whole.captured(1), whole.captured(3)), 0);
    }
    if (!time.isValid())
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is not a time of day.").arg(Quoted{text}));
    return time;
}

Result<MomentCell> readMomentCell(const QString &text, const DayStyle &style)
{
    const QString typed = asWritten(text.trimmed());
    if (typed.size() > longestMoment)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is not a date.").arg(Quoted{text}));
    if (const std::optional<Exact> exact = exactMoment(typed, style))
        return MomentCell{exact->at, false};
    if (const auto epoch = epochMoment(typed))
        return MomentCell{*epoch, false};
    static const QRegularExpression dayAndTime(
        u"^(.+?)(?:[ T,]+|\\s+(?:um|at|à|a las|om)\\s+)(\\d{1,2}:\\d{2}(?::\\d{2}(?:\\.\\d+)?)?\\s*(?:[ap]\\.?m\\.?)?|\\d{1,2}\\s*[ap]\\.?m\\.?)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = dayAndTime.match(typed);
    const auto startOf = [&style](QDate day) {
        return Instant{day.startOfDay(style.zone).toMSecsSinceEpoch()};
    };
    if (match.hasMatch()) {
        HEADWAY_TRY(day, writtenDay(match.captured(1), style.dates));
        HEADWAY_TRY(time, readTimeCell(match.captured(2)));
        HEADWAY_TRY(at, instantOn(day, time, style.zone));
        return MomentCell{at, false};
    }
    static const QRegularExpression time(u"\\d:\\d{2}"_s);
    if (time.match(typed).hasMatch()) // "9:30-10:30": not a day with the time left out
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is not a date.").arg(Quoted{text}));
    if (const auto day = writtenDay(typed, style.dates))
        return MomentCell{startOf(*day), true};
    if (isSerial(typed)) {
        HEADWAY_TRY(day, parseSerialDate(typed));
        const int minutes = qRound(typed.mid(5).prepend(u'0').toDouble() * 1440);
        if (minutes == 0)
            return MomentCell{startOf(day), true};
        HEADWAY_TRY(at, instantOn(day, QTime(0, 0).addSecs(minutes * 60), style.zone));
        return MomentCell{at, false};
    }
    return failure(writtenDay(typed, style.dates).error());
}

} // namespace headway::exchange
