// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/daypatterns.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

// The locale's long format ("dddd, d. MMMM yyyy") without its weekday.
QString longDay(const QLocale &locale)
{
    static const QRegularExpression weekday(
        u"^dddd?\\s*[,،]?\\s*('[^']*'\\s*)?|([,،]\\s*'[^']*')?[,،]?\\s*dddd?$|\\s*\\(?dddd?\\)?[,،]?"_s);
    return locale.dateFormat(QLocale::LongFormat).remove(weekday).trimmed();
}

QString yearless(QString pattern)
{
    static const QRegularExpression year(
        u"[,.]?\\s*('[^']*'\\s*)?yyyy\\.?(\\s*'[^']*'\\.?)?$|^yyyy[.年년]?\\s*('[^']*'\\s*)?"_s);
    pattern = pattern.remove(year).trimmed();
    if (!pattern.contains(u"yyyy"_s))
        return pattern;
    const QString month = pattern.contains(u"MMMM"_s) ? u"MMMM"_s : u"MMM"_s; // the year is in the middle
    return pattern.indexOf(u'd') < pattern.indexOf(u'M') ? u"d "_s + month : month + u" d"_s;
}

// `withWeekday` as the locale joins it, where it has a form without the year in its middle.
DayPatterns patternsOf(const QString &longPattern, const QString &withWeekday)
{
    DayPatterns patterns;
    patterns.day = QString(longPattern).replace(u"MMMM"_s, u"MMM"_s);
    patterns.withoutYear = yearless(patterns.day);
    patterns.weekdayLong = yearless(withWeekday);
    if (!patterns.weekdayLong.contains(u"dddd"_s))
        patterns.weekdayLong = u"dddd, "_s + yearless(longPattern);
    patterns.weekdayShort =
        QString(patterns.weekdayLong).replace(u"dddd"_s, u"ddd"_s).replace(u"MMMM"_s, u"MMM"_s);
    return patterns;
}

} // namespace

DayPatterns dayPatterns(const QLocale &locale, std::optional<DateOrder> order)
{
    const QString own = longDay(locale);
    const QString day = own.contains(u"d."_s) ? u"d."_s : u"d"_s; // German, Czech, Norwegian …
    if (!order) {
        const bool isWhole = own.contains(u'd') && own.contains(u'M') && own.contains(u"yyyy"_s);
        return isWhole ? patternsOf(own, locale.dateFormat(QLocale::LongFormat))
                       : patternsOf(u"d MMMM yyyy"_s, {});
    }
    switch (*order) {
    case DateOrder::DayMonthYear: return patternsOf(day + u" MMMM yyyy"_s, {});
    case DateOrder::MonthDayYear: return patternsOf(u"MMMM d, yyyy"_s, {});
    case DateOrder::YearMonthDay: break;
    }
    DayPatterns patterns = patternsOf(u"MMMM d, yyyy"_s, {});
    patterns.day = u"yyyy-MM-dd"_s;
    return patterns;
}

} // namespace headway::app
