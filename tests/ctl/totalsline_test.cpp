// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/totalsline.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::ctl;
using namespace Qt::StringLiterals;

namespace {

const Totals totals{.count = 2, .sums = {{u"EUR"_s, 1'250'000, 125'000}, {u"USD"_s, 30'000, 6'000}}};

} // namespace

TEST_CASE("A list on the command line ends with what it comes to, for each currency", "[ctl]")
{
    const app::Display british(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
    CHECK(totalsLine(british, EntityKind::Deal, totals)
          == u"2 deals · €12,500 + $300 · weighted €1,250 + $60"_s);
    CHECK(totalsLine(british, EntityKind::Deal, {}) == u"0 deals"_s);
    CHECK_FALSE(totalsLine(british, EntityKind::Company, totals).contains(u"weighted"_s));
}

TEST_CASE("In Arabic the sums on the command line have no invisible marks between them", "[ctl]")
{
    const app::Display arabic(QLocale(QLocale::Arabic, QLocale::Egypt), QTimeZone::utc());
    const QString line = totalsLine(arabic, EntityKind::Deal, totals);
    const auto money = [&arabic](qint64 minor, const QString &currency) {
        return arabic.money(minor, currency, app::Display::Decimals::WhenNeeded);
    };
    CHECK(line.contains(money(1'250'000, u"EUR"_s) + u" + "_s + money(30'000, u"USD"_s)));
    for (const char16_t mark : {u'\u2066', u'\u2067', u'\u2068', u'\u2069'})
        CHECK_FALSE(line.contains(QChar(mark)));
}
