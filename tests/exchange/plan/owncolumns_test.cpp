// SPDX-License-Identifier: GPL-3.0-or-later
// Columns that nothing takes become fields of one's own.
#include "exchange/plan/owncolumns.h"

#include "domain/rules/customfields.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

using Guesses = std::map<qsizetype, ValueGuess>;

ImportPlan planOf(const QStringList &columns, const RestRules &rules,
                  const std::vector<CustomField> &custom = {})
{
    return valueOf(planImport(EntityKind::Deal, columns, {.map = valueOf(setAside(columns, rules))}, custom));
}

Guesses guessesOf(const ImportPlan &plan, const QStringList &row)
{
    Guesses guesses;
    for (const QString &name : plan.notImported)
        guesses[plan.columns.indexOf(name)].note(row[plan.columns.indexOf(name)]);
    return guesses;
}

std::vector<RestColumn> restOf(ImportPlan &plan, const RestRules &rules, const QStringList &row)
{
    const auto rest = valueOf(planRest(plan, rules, guessesOf(plan, row)));
    takeRest(plan, rest);
    return rest;
}

} // namespace

TEST_CASE("The option for an own column is read with its label and its type", "[exchange]")
{
    CHECK(valueOf(parseOwnRule(u"Region"_s)) == OwnRule{.column = u"Region"_s});
    CHECK(valueOf(parseOwnRule(u"Region=Sales region:choice"_s))
          == OwnRule{u"Region"_s, u"Sales region"_s, CustomKind::Choice, RestPolicy::Own});
    CHECK(valueOf(parseOwnRule(u"Opt in:yes_no"_s))
          == OwnRule{u"Opt in"_s, {}, CustomKind::YesNo, RestPolicy::Own});
    CHECK(valueOf(parseOwnRule(u"Remarks:note"_s)).goes == RestPolicy::Note);
    CHECK(valueOf(parseOwnRule(u"Ratio 1:2"_s)).column == u"Ratio 1:2"_s);
    CHECK_FALSE(parseOwnRule(u"Region=Sales region:numbr"_s));
    CHECK_FALSE(parseOwnRule(u"=Label"_s));
    CHECK_FALSE(parseOwnRule(u"Region="_s));
    for (const QString &text : {u"Region"_s, u"Region=Sales region:choice"_s, u"Remarks:note"_s})
        CHECK(ownRuleText(valueOf(parseOwnRule(text))) == text);
    CHECK_FALSE(restNamed(u"drop"_s));
    CHECK(valueOf(restNamed(u"note"_s)) == RestPolicy::Note);
}

TEST_CASE("Columns that nothing takes become fields, those that are known stay where they were", "[exchange]")
{
    const QStringList columns{u"Deal - Title"_s, u"Deal - Sales Region *"_s, u"Rank"_s, u"Empty"_s};
    const RestRules rules{.rest = RestPolicy::Own};
    ImportPlan plan = planOf(columns, rules);
    const auto rest = restOf(plan, rules, {u"Towers"_s, u"North"_s, u"3"_s, u""_s});
    REQUIRE(rest.size() == 3);
    CHECK(rest[0].field.label == u"Sales Region"_s);
    CHECK(rest[0].field.name == u"sales_region"_s);
    CHECK(rest[0].isNew);
    CHECK(rest[1].field.kind == CustomKind::Number);
    CHECK(rest[2].goes == RestPolicy::Leave); // nothing stands in it
    CHECK(plan.notImported == QStringList{u"Empty"_s});
    REQUIRE(plan.find(u"custom.sales_region"_s));
    CHECK(plan.find(u"custom.sales_region"_s)->column == 1);
    CHECK(plan.find(u"name"_s)->column == 0);
}

TEST_CASE("An own field of that label is found again, and its type stays", "[exchange]")
{
    const std::vector<CustomField> custom{{.id = {7},
                                           .recordKind = EntityKind::Deal,
                                           .name = u"grade"_s,
                                           .label = u"Grade of trust"_s,
                                           .kind = CustomKind::Number}};
    const QStringList columns{u"Name"_s, u"Stars"_s};
    RestRules rules{.own = {{.column = u"Stars"_s, .label = u"grade of TRUST"_s}}};
    ImportPlan plan = planOf(columns, rules, custom);
    const auto rest = restOf(plan, rules, {u"Towers"_s, u"5"_s});
    REQUIRE(rest.size() == 1);
    CHECK_FALSE(rest[0].isNew);
    CHECK(plan.custom.size() == 1);
    CHECK(plan.find(u"custom.grade"_s)->column == 1);

    rules.own[0].kind = CustomKind::Day;
    const ImportPlan other = planOf(columns, rules, custom);
    CHECK_FALSE(planRest(other, rules, guessesOf(other, {u"Towers"_s, u"5"_s})));
}

TEST_CASE("Two columns for one own field are refused where the user says so, else told apart", "[exchange]")
{
    const QStringList columns{u"Name"_s, u"Opt-in"_s, u"Opt in"_s};
    const RestRules all{.rest = RestPolicy::Own};
    ImportPlan plan = planOf(columns, all);
    const auto rest = restOf(plan, all, {u"Towers"_s, u"a"_s, u"b"_s});
    REQUIRE(rest.size() == 2);
    CHECK(rest[0].field.name == u"opt_in"_s);
    CHECK(rest[1].field.label == u"Opt in (2)"_s);
    CHECK(rest[1].field.name != rest[0].field.name);

    const RestRules same{
        .own = {{.column = u"Opt-in"_s, .label = u"Mail"_s}, {.column = u"Opt in"_s, .label = u"mail"_s}}};
    const ImportPlan both = planOf(columns, same);
    CHECK_FALSE(planRest(both, same, guessesOf(both, {u"Towers"_s, u"a"_s, u"b"_s})));
    CHECK_FALSE(setAside(columns, {.own = {{.column = u"Opt in"_s}, {.column = u"opt in"_s}}}));
    CHECK_FALSE(setAside(columns, {.own = {{.column = u"Nowhere"_s}}}));
}

TEST_CASE("A list of choices that the user wants is made, or refused", "[exchange]")
{
    const QStringList columns{u"Name"_s, u"Grade"_s};
    const RestRules rules{.own = {{.column = u"Grade"_s, .kind = CustomKind::Choice}}};
    const ImportPlan plan = planOf(columns, rules);
    Guesses guesses;
    for (const QString &grade : {u"A+"_s, u"A-"_s, u"B"_s})
        guesses[1].note(grade);
    const auto rest = valueOf(planRest(plan, rules, guesses));
    CHECK(rest.at(0).field.choices == u"A+\nA-\nB"_s);
    guesses[1].note(u"A+;B"_s);
    CHECK_FALSE(planRest(plan, rules, guesses));
    CHECK_FALSE(planRest(plan, rules, {}));
}

TEST_CASE("A column with a rule of its own is not recognised, and one mapped to nothing stays out",
          "[exchange]")
{
    const QStringList columns{u"Name"_s, u"Amount"_s, u"Secret"_s};
    const RestRules rules{.rest = RestPolicy::Own,
                          .own = {{.column = u"Amount"_s, .label = u"Budget"_s, .kind = CustomKind::Text}},
                          .map = {{u"Secret"_s, u"nothing"_s}}};
    std::vector<MapRule> map = valueOf(setAside(columns, rules));
    map.insert(map.end(), rules.map.begin(), rules.map.end());
    ImportPlan plan = valueOf(planImport(EntityKind::Deal, columns, {.map = map}, {}));
    restOf(plan, rules, {u"Towers"_s, u"12"_s, u"x"_s});
    CHECK_FALSE(plan.find(u"amount"_s));
    CHECK(plan.find(u"custom.budget"_s));
    CHECK(plan.notImported == QStringList{u"Secret"_s});
}

TEST_CASE("Blank columns do not count among those that would be too many fields", "[exchange]")
{
    QStringList columns{u"Name"_s};
    for (int i = 0; i < 300; ++i)
        columns += u"Property %1"_s.arg(i);
    const RestRules rules{.rest = RestPolicy::Own};
    const ImportPlan plan = planOf(columns, rules);
    Guesses guesses;
    for (qsizetype i = 1; i <= mostOwnFields; ++i)
        guesses[i].note(u"x"_s);
    CHECK(valueOf(planRest(plan, rules, guesses)).size() == 300);
    guesses[250].note(u"x"_s);
    CHECK_FALSE(planRest(plan, rules, guesses));
}

TEST_CASE("Names of own fields are words, differ from each other, and exist for any label", "[exchange]")
{
    CHECK(ownFieldName(u"Größe (cm)"_s, {}) == u"grosse_cm"_s);
    CHECK(ownFieldName(u"☎"_s, {}) == u"field"_s);
    CHECK(ownFieldName(u"Region"_s, {{.name = u"region"_s}}) == u"region_2"_s);
    CHECK(ownFieldName(QString(500, u'a'), {}).size() == 60);
    CHECK(labelOfColumn(u"Person - Favourite colour"_s) == u"Favourite colour"_s);
    CHECK(labelOfColumn(u"custom.sla"_s) == u"sla"_s);
    CHECK(labelOfColumn(u"Price - net"_s) == u"Price - net"_s);
}
