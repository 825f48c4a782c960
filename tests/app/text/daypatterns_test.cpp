// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/text/daypatterns.h"

#include "app/text/display.h"
#include "support/catch_qt.h"

#include <QRegularExpression>

#include <catch2/catch.hpp>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

struct Written {
    QLocale locale;
    QString day;
    QString withoutYear;
    QString weekday;
};

const QDate today(2026, 11, 28);

} // namespace

TEST_CASE("Days are written as the locale writes them, with the month's short name", "[app]")
{
    for (const auto &[locale, day, withoutYear, weekday] : std::vector<Written>{
             {{QLocale::English, QLocale::UnitedKingdom},
              u"4 Dec 2026"_s,
              u"4 Dec"_s,
              u"Friday, 4 December"_s},
             {{QLocale::English, QLocale::UnitedStates},
              u"Dec 4, 2026"_s,
              u"Dec 4"_s,
              u"Friday, December 4"_s},
             {{QLocale::German, QLocale::Germany},
              u"4. Dez. 2026"_s,
              u"4. Dez."_s,
              u"Freitag, 4. Dezember"_s},
             {{QLocale::French, QLocale::France}, u"4 déc. 2026"_s, u"4 déc."_s, u"vendredi 4 décembre"_s},
             {{QLocale::Swedish, QLocale::Sweden}, u"4 dec. 2026"_s, u"4 dec."_s, u"fredag 4 december"_s},
             {{QLocale::Polish, QLocale::Poland}, u"4 gru 2026"_s, u"4 gru"_s, u"piątek, 4 grudnia"_s}}) {
        const Display display(locale, QTimeZone::utc());
        const QDate other = QDate(2026, 12, 4);
        CAPTURE(locale.name());
        CHECK(display.day(other) == day);
        CHECK(display.dayShort(other, today) == withoutYear);
        CHECK(display.weekdayLong(other) == weekday);
    }
}

TEST_CASE("The order that somebody has chosen keeps the dot of their language", "[app]")
{
    Display german({QLocale::German, QLocale::Germany}, QTimeZone::utc());
    german.writeDays(DateOrder::DayMonthYear);
    CHECK(german.day(QDate(2026, 12, 4)) == u"4. Dez. 2026"_s);
    german.writeDays(DateOrder::YearMonthDay);
    CHECK(german.day(QDate(2026, 12, 4)) == u"2026-12-04"_s);
    german.writeDays(DateOrder::MonthDayYear);
    CHECK(german.day(QDate(2026, 12, 4)) == u"Dez. 4, 2026"_s);
}

TEST_CASE("No locale that Qt knows writes a day without its day, month or year", "[app]")
{
    const auto locales =
        QLocale::matchingLocales(QLocale::AnyLanguage, QLocale::AnyScript, QLocale::AnyCountry);
    CHECK(locales.size() > 300);
    for (const QLocale &locale : locales) {
        DayPatterns patterns = dayPatterns(locale, std::nullopt);
        static const QRegularExpression quotedText(u"'[^']*'"_s);
        patterns.day.remove(quotedText);
        patterns.withoutYear.remove(quotedText);
        patterns.weekdayLong.remove(quotedText);
        CAPTURE(locale.name(), patterns.day, patterns.withoutYear, locale.dateFormat(QLocale::LongFormat));
        CHECK(patterns.day.contains(u'd'));
        CHECK(patterns.day.contains(u'M'));
        CHECK(patterns.day.contains(u"yyyy"_s));
        CHECK_FALSE(patterns.day.contains(u"ddd"_s));
        CHECK(patterns.withoutYear.contains(u'd'));
        CHECK(patterns.withoutYear.contains(u'M'));
        CHECK_FALSE(patterns.withoutYear.contains(u'y'));
        CHECK(patterns.weekdayLong.contains(u"dddd"_s));
        CHECK(patterns.weekdayLong.contains(u'M'));
        CHECK_FALSE(patterns.weekdayLong.contains(u'y'));
    }
}
