// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/labelcolumns.h"

#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

TEST_CASE("A column of types belongs to its column of numbers", "[exchange]")
{
    const ImportPlan plan = valueOf(
        planImport(EntityKind::Contact,
                   {u"Given Name"_s, u"E-mail 1 - Label"_s, u"E-mail 1 - Value"_s, u"Phone 1 - Type"_s,
                    u"Phone 1 - Value"_s, u"Phone 3 - Type"_s, u"Phone 3 - Value"_s, u"Event 1 - Type"_s},
                   {}, {}));
    CHECK(plan.notImported == QStringList{u"Event 1 - Type"_s});
    REQUIRE(plan.inputs.size() == 4);
    CHECK(plan.inputs[1].labelColumn == 1);
    CHECK(plan.inputs[2].labelColumn == 3);
    CHECK(plan.inputs[3].target.role == TargetRole::Phone);
    CHECK(plan.inputs[3].labelColumn == 5);
    CHECK(plan.inputs[0].labelColumn == -1);
}

TEST_CASE("A type of something else labels nothing", "[exchange]")
{
    const ImportPlan plan = valueOf(planImport(
        EntityKind::Company, {u"Name"_s, u"Phone"_s, u"Company Type"_s, u"Address Type"_s}, {}, {}));
    CHECK(plan.find(u"type"_s));
    CHECK(plan.find(u"phone"_s)->labelColumn == -1);
    CHECK(plan.notImported == QStringList{u"Address Type"_s});
    CHECK(numberedReach(u"Phone 12 - Value"_s) == u"phone"_s);
    CHECK(numberedReach(u"E-mail 4"_s) == u"email"_s);
    CHECK(numberedReach(u"Phone"_s).isEmpty());
    CHECK(numberedReach(u"Phone 3 - Type"_s).isEmpty());
}

TEST_CASE("A header and its samples say how durations and percentages are meant", "[exchange]")
{
    ImportPlan activities =
        valueOf(planImport(EntityKind::Activity, {u"Subject"_s, u"CallDurationInSeconds"_s}, {}, {}));
    detectUnits(activities, {}, {});
    CHECK(activities.find(u"duration"_s)->unit == DurationUnit::Seconds);
    ImportPlan deals = valueOf(planImport(EntityKind::Deal, {u"Title"_s, u"Probability"_s}, {}, {}));
    detectUnits(deals, {{u"A"_s, u"0.4"_s}, {u"B"_s, u""_s}}, {.number = {u'.', u','}});
    CHECK(deals.find(u"probability"_s)->percent == PercentScale::Fraction);
    ImportPlan signs = valueOf(planImport(EntityKind::Deal, {u"Title"_s, u"Probability (%)"_s}, {}, {}));
    detectUnits(signs, {{u"A"_s, u"0.4"_s}}, {.number = {u'.', u','}});
    CHECK(signs.find(u"probability"_s)->percent == PercentScale::Percent);
}
