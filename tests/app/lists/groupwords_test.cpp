// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/groupwords.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

// The name of the quarter that begins with this month, if the fiscal year begins with `firstMonth`.
QString quarter(const QLocale &locale, QDate begin, int firstMonth)
{
    const auto by = parseGrouping(EntityKind::Deal, u"expected_close:quarter"_s);
    REQUIRE(by);
    const GroupHead head{.key = qint64(begin.year() * 12 + begin.month() - 1)};
    return groupName(Display(locale, QTimeZone::utc()), {{EntityKind::Deal, {}, {}}, *by, firstMonth}, head,
                     u"Expected close"_s);
}

} // namespace

TEST_CASE("A quarter is called in the digits of the reader's language, as the months are", "[app]")
{
    const QLocale english(QLocale::English, QLocale::UnitedKingdom);
    const QLocale arabic(QLocale::Arabic, QLocale::Egypt);
    CHECK(quarter(english, QDate(2026, 10, 1), 1) == u"Q4 2026"_s);
    CHECK(quarter(english, QDate(2026, 10, 1), 4) == u"Q3 of FY2027"_s);
    CHECK(quarter(english, QDate(2026, 2, 1), 2) == u"Q1 of FY2027"_s);
    CHECK(quarter(english, QDate(2026, 1, 1), 4) == u"Q4 of FY2026"_s);
    CHECK(quarter(arabic, QDate(2026, 10, 1), 1) == u"Q٤ ٢٠٢٦"_s);
    CHECK(quarter(arabic, QDate(2026, 10, 1), 4) == u"Q٣ of FY٢٠٢٧"_s);
}
