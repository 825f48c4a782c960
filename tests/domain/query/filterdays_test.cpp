// SPDX-License-Identifier: GPL-3.0-or-later
// Days in filters that are kept.
#include "domain/query/filterdays.h"

#include "domain/query/readablefilter.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 12, 15);
const Calendar american(today, 1, DateOrder::MonthDayYear);
const Calendar british(today, 1, DateOrder::DayMonthYear);

QString kept(const QString &text, const Calendar &calendar = american)
{
    return withIsoDays(EntityKind::Deal, text, calendar);
}

} // namespace

TEST_CASE("A filter is kept with days that are the same on a colleague's computer", "[domain]")
{
    CHECK(kept(u"close:<3/4/2027 stage:Offer"_s) == u"close:<2027-03-04 stage:Offer"_s);
    CHECK(kept(u"close:<3/4/2027 stage:Offer"_s, british) == u"close:<2027-04-03 stage:Offer"_s);
    CHECK(kept(u"-close:>=3/4 pump"_s) == u"-close:>=2027-03-04 pump"_s);
    CHECK(kept(u"(close:3/4/2027..3/31/2027 or amount:>10k) created:1/2/2026"_s)
          == u"(close:2027-03-04..2027-03-31 or amount:>10k) created:2026-01-02"_s);
    CHECK(kept(u"close:\"4 March 2027\""_s) == u"close:2027-03-04"_s);
    CHECK(kept(u"NOT close:3/4/2027 !\"close\":>3/5/2027"_s)
          == u"NOT close:2027-03-04 !\"close\":>2027-03-05"_s);
    // what was kept reads the same everywhere
    const QString text = kept(u"close:<3/4/2027"_s);
    for (const Calendar &calendar : {american, british, Calendar(today)})
        CHECK(filterText(EntityKind::Deal, parseFilter(EntityKind::Deal, text, calendar).value()) == text);
    CHECK(kept(text, british) == text);
}

TEST_CASE("What is no day in a filter is kept as it was typed", "[domain]")
{
    for (const QString &text :
         {u"close:this-quarter"_s, u"close:<eoq  owner:me"_s, u"name:3/4/2027"_s, u"3/4/2027"_s,
          u"amount:>3.4"_s, u"close:"_s, u"close:soon"_s, u"horsepower:3/4/2027"_s, u"close:\"3/4"_s, u""_s})
        CHECK(kept(text) == text);
}

TEST_CASE("Days in fields of our own are kept so, too, also under a name in quotation marks", "[domain]")
{
    const std::vector<CustomField> custom{{.recordKind = EntityKind::Deal,
                                           .name = u"go_live"_s,
                                           .label = u"Go: live"_s,
                                           .kind = CustomKind::Day}};
    CHECK(withIsoDays(EntityKind::Deal, u"\"Go: live\":>3/4/2027 a:b"_s, american, custom)
          == u"\"Go: live\":>2027-03-04 a:b"_s);
}

TEST_CASE("A view of before is read with the day first, as it always was", "[domain]")
{
    CHECK(keptFilterText(EntityKind::Deal, u"close:<3/4/2027"_s, american) == u"close:<2027-04-03"_s);
    const ReadableFilter read = readableFilter(EntityKind::Deal, u"close:<3/4/2027"_s, american, {});
    CHECK(filterText(EntityKind::Deal, read.filter) == u"close:<2027-04-03"_s);
    CHECK(read.gone.empty());
}
