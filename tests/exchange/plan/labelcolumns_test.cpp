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
    CHECK(beforeNumber(u"Phone 12 - Value"_s) == u"Phone"_s);
    CHECK(beforeNumber(u"E-mail 4"_s) == u"E-mail"_s);
    CHECK(beforeNumber(u"Phone"_s).isEmpty());
    CHECK(beforeNumber(u"Phone 3 - Type"_s).isEmpty());
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

TEST_CASE("A second web page of a company goes nowhere, and is listed; a person may have several",
          "[exchange]")
{
    const QStringList columns{u"Name"_s, u"Website"_s, u"Website 2"_s, u"Website 3"_s};
    const ImportPlan company = valueOf(planImport(EntityKind::Company, columns, {}, {}));
    CHECK(company.find(u"website"_s)->columnName == u"Website"_s);
    CHECK(company.notImported == QStringList{u"Website 2"_s, u"Website 3"_s});
    const ImportPlan contact = valueOf(planImport(EntityKind::Contact, columns, {}, {}));
    CHECK(contact.inputs.size() == 4);
    CHECK(contact.notImported.isEmpty());
}

TEST_CASE("Numbers by which somebody is reached have numbers in any language, an address has none",
          "[exchange]")
{
    const ImportPlan plan =
        valueOf(planImport(EntityKind::Contact,
                           {u"Name"_s, u"Handy 2"_s, u"Teléfono 3 - Valor"_s, u"Teléfono 3 - Tipo"_s,
                            u"E-mail 4 Address"_s, u"Address 5"_s},
                           {}, {}));
    REQUIRE(plan.inputs.size() == 4);
    CHECK(plan.inputs[1].target.role == TargetRole::Mobile);
    CHECK(plan.inputs[2].target.role == TargetRole::Phone);
    CHECK(plan.inputs[2].labelColumn == 3);
    CHECK(plan.inputs[3].target.role == TargetRole::Email);
    CHECK(plan.notImported == QStringList{u"Address 5"_s});
}

TEST_CASE("The label of an address belongs to each part of it", "[exchange]")
{
    const ImportPlan plan =
        valueOf(planImport(EntityKind::Contact,
                           {u"First Name"_s, u"Address 1 - Label"_s, u"Address 1 - Street"_s,
                            u"Address 1 - City"_s, u"Address 2 - City"_s},
                           {}, {}));
    CHECK(plan.find(u"street"_s)->labelColumn == 1);
    CHECK(plan.find(u"city"_s)->labelColumn == 1);
    CHECK_FALSE(plan.notImported.contains(u"Address 1 - Label"_s));
}
