// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/importplan.h"

#include "domain/records/inenglish.h"
#include "exchange/plan/headeralias.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace headway::exchange;
using namespace Qt::StringLiterals;
using test::valueOf;

namespace {

// "Column > target", one for each input.
QStringList mapping(const ImportPlan &plan)
{
    QStringList lines;
    for (const ImportInput &input : plan.inputs)
        lines += input.columnName + u" > "_s + input.target.name;
    return lines;
}

QStringList mapping(EntityKind kind, const QStringList &columns, const PlanRules &rules = {})
{
    return mapping(valueOf(planImport(kind, columns, rules, {})));
}

QString styleRefusal(const QStringList &columns, const std::vector<QStringList> &rows)
{
    const ImportPlan plan = valueOf(planImport(EntityKind::Deal, columns, {}, {}));
    const auto style = detectStyle(plan, rows, {});
    return style ? u"no question"_s : inEnglish(style.error().text);
}

} // namespace

TEST_CASE("The public sales data set is recognised without mapping by hand", "[exchange]")
{
    CHECK(mapping(EntityKind::Company,
                  {u"account"_s, u"sector"_s, u"year_established"_s, u"revenue"_s, u"employees"_s,
                   u"office_location"_s, u"subsidiary_of"_s})
          == QStringList{u"account > name"_s, u"sector > sector"_s, u"year_established > founded"_s,
                         u"revenue > revenue"_s, u"employees > employees"_s, u"office_location > country"_s,
                         u"subsidiary_of > parent"_s});
    CHECK(mapping(EntityKind::Deal,
                  {u"opportunity_id"_s, u"sales_agent"_s, u"product"_s, u"account"_s, u"deal_stage"_s,
                   u"engage_date"_s, u"close_date"_s, u"close_value"_s})
          == QStringList{u"opportunity_id > external_id"_s, u"sales_agent > owner"_s, u"product > product"_s,
                         u"account > company"_s, u"deal_stage > stage"_s, u"engage_date > created"_s,
                         u"close_date > close"_s, u"close_value > amount"_s});
}

TEST_CASE("Exports of Pipedrive, HubSpot and Salesforce are recognised", "[exchange]")
{
    CHECK(mapping(EntityKind::Deal,
                  {u"Deal - Title*"_s, u"Deal - Owner"_s, u"Deal - Value"_s, u"Deal - Currency of Value"_s,
                   u"Deal - Organization"_s, u"Deal - Contact person"_s, u"Deal - Pipeline"_s,
                   u"Deal - Stage"_s, u"Deal - Status"_s, u"Deal - Deal created"_s,
                   u"Deal - Expected close date"_s, u"Deal - Lost reason"_s})
          == QStringList{u"Deal - Title* > name"_s, u"Deal - Owner > owner"_s, u"Deal - Value > amount"_s,
                         u"Deal - Currency of Value > currency"_s, u"Deal - Organization > company"_s,
                         u"Deal - Contact person > contact"_s, u"Deal - Pipeline > pipeline"_s,
                         u"Deal - Stage > stage"_s, u"Deal - Status > status"_s,
                         u"Deal - Deal created > created"_s, u"Deal - Expected close date > expected_close"_s,
                         u"Deal - Lost reason > lost_reason"_s});
    CHECK(mapping(EntityKind::Contact,
                  {u"Record ID"_s, u"First Name"_s, u"Last Name"_s, u"Email"_s, u"Phone Number"_s,
                   u"Contact owner"_s, u"Company Name"_s, u"Create Date"_s})
          == QStringList{u"Record ID > external_id"_s, u"First Name > first_name"_s,
                         u"Last Name > last_name"_s, u"Email > email"_s, u"Phone Number > phone"_s,
                         u"Contact owner > owner"_s, u"Company Name > company"_s,
                         u"Create Date > created"_s});
    CHECK(mapping(EntityKind::Contact,
                  {u"Person - Name*"_s, u"Person - Email - Work"_s, u"Person - Email (Home)"_s})
          == QStringList{u"Person - Name* > name"_s, u"Person - Email - Work > email"_s,
                         u"Person - Email (Home) > email_home"_s});
    CHECK(mapping(EntityKind::Lead, {u"Company / Account"_s, u"Lead Status"_s, u"Mailing Zip/Postal Code"_s})
          == QStringList{u"Company / Account > organisation"_s, u"Lead Status > status"_s,
                         u"Mailing Zip/Postal Code > postal_code"_s});
}

TEST_CASE("A column that goes nowhere is named, and so is the second one for the same field", "[exchange]")
{
    const ImportPlan plan =
        valueOf(planImport(EntityKind::Deal, {u"Title"_s, u"Moon phase"_s, u"Deal name"_s, u"id"_s}, {}, {}));
    CHECK(mapping(plan) == QStringList{u"Title > name"_s, u"id > external_id"_s});
    CHECK(plan.notImported == QStringList{u"Moon phase"_s, u"Deal name"_s});
}

TEST_CASE("What the user says goes before what is recognised", "[exchange]")
{
    CHECK(mapping(EntityKind::User, {u"sales_agent"_s, u"manager"_s}, {.map = {{u"Manager"_s, u"team"_s}}})
          == QStringList{u"sales_agent > name"_s, u"manager > team"_s});
    CHECK(mapping(EntityKind::Deal, {u"Title"_s, u"Value"_s}, {.map = {{u"Title"_s, u"nothing"_s}}})
          == QStringList{u"Value > amount"_s});
}

TEST_CASE("A wrong column or field on the command line is named with the choices there are", "[exchange]")
{
    const auto column = planImport(EntityKind::Deal, {u"Title"_s}, {.map = {{u"Titel"_s, u"name"_s}}}, {});
    REQUIRE_FALSE(column);
    CHECK(inEnglish(column.error().text) == u"There is no column “Titel” in the file; there are: Title."_s);
    const auto field = planImport(EntityKind::Deal, {u"Title"_s}, {.map = {{u"Title"_s, u"nmae"_s}}}, {});
    REQUIRE_FALSE(field);
    CHECK(inEnglish(field.error().text)
              .startsWith(u"“nmae” is not a field of a deal; there are: created, external_id, name"_s));
    CHECK(inEnglish(planImport(EntityKind::Deal, {u"Title"_s, u"Name"_s},
                               {.map = {{u"Title"_s, u"name"_s}, {u"Name"_s, u"name"_s}}}, {})
                        .error()
                        .text)
          == u"Two columns are mapped to “name”; the second is “Name”."_s);
}

TEST_CASE("A text for each row is made of its columns; a part in brackets goes when they are blank",
          "[exchange]")
{
    const RowText text =
        valueOf(RowText::parse(u"{product}[ for {account}]"_s, {u"product"_s, u"account"_s}));
    CHECK(text.of({u"GTX Pro"_s, u"Isdom"_s}) == u"GTX Pro for Isdom"_s);
    CHECK(text.of({u"GTX Pro"_s, QString()}) == u"GTX Pro"_s);
    CHECK_FALSE(RowText::parse(u"{price}"_s, {u"product"_s}));
    CHECK_FALSE(RowText::parse(u"{product"_s, {u"product"_s}));
}

TEST_CASE("Rules are read from the words of the command line", "[exchange]")
{
    CHECK(valueOf(parseMapRule(u"a=b=amount"_s)).column == u"a=b"_s);
    const ValueRule rule = valueOf(parseValueRule(u"product:GTXPro=GTX Pro"_s));
    CHECK(rule.target == u"product"_s);
    CHECK(rule.from == u"GTXPro"_s);
    CHECK(rule.to == u"GTX Pro"_s);
    CHECK(inEnglish(parseValueRule(u"product"_s).error().text)
          == u"“product” should have the form field:old=new."_s);
    CHECK_FALSE(parseMapRule(u"amount"_s));
}

TEST_CASE("A date that can be read in two ways is asked about, not guessed", "[exchange]")
{
    CHECK(styleRefusal({u"Title"_s, u"Close date"_s}, {{u"A"_s, u"03/04/2026"_s}})
          == u"“03/04/2026” can be read in two ways: does the day or the month come first? "
             "Please say which."_s);
    CHECK(styleRefusal({u"Title"_s, u"Close date"_s}, {{u"A"_s, u"03/04/2026"_s}, {u"B"_s, u"25/04/2026"_s}})
          == u"no question"_s);
    CHECK(styleRefusal({u"Title"_s, u"Close date"_s}, {{u"A"_s, u"04/25/2026"_s}, {u"B"_s, u"25/04/2026"_s}})
              .startsWith(u"“25/04/2026” is written differently from the values before it"_s));
}

TEST_CASE("An amount that can be read in two ways is asked about, not guessed", "[exchange]")
{
    CHECK(styleRefusal({u"Title"_s, u"Value"_s}, {{u"A"_s, u"1,234"_s}})
          == u"“1,234” can be read in two ways: is the decimal mark a comma or a point? "
             "Please say which."_s);
    const ImportPlan plan = valueOf(planImport(EntityKind::Deal, {u"Title"_s, u"Value"_s}, {}, {}));
    CHECK(valueOf(detectStyle(plan, {{u"A"_s, u"1.234,50"_s}}, {})).number == NumberStyle{u',', u'.'});
    CHECK(valueOf(detectStyle(plan, {{u"A"_s, u"1,234"_s}}, {.decimalMark = u','})).number
          == NumberStyle{u',', u'.'});
}

TEST_CASE("Fields of the user's own are recognised by name and by label", "[exchange]")
{
    const std::vector<CustomField> custom{{.name = u"sla"_s, .label = u"Service level"_s}};
    const ImportPlan plan = valueOf(planImport(EntityKind::Deal, {u"custom.sla"_s}, {}, custom));
    CHECK(mapping(plan) == QStringList{u"custom.sla > custom.sla"_s});
    CHECK(mapping(valueOf(planImport(EntityKind::Deal, {u"Service Level"_s}, {}, custom)))
          == QStringList{u"Service Level > custom.sla"_s});
    // also where another product calls something else so
    const std::vector<CustomField> line{{.name = u"line"_s, .label = u"Kategorie"_s}};
    CHECK(mapping(valueOf(planImport(EntityKind::Deal, {u"Title"_s, u"Kategorie"_s}, {}, line)))
          == QStringList{u"Title > name"_s, u"Kategorie > custom.line"_s});
}

TEST_CASE("A column is meant as it is written, else in other letters", "[exchange]")
{
    const QStringList columns{u"closed"_s, u"Closed"_s, u"Won"_s};
    CHECK(valueOf(columnNamed(columns, u"Closed"_s)) == 1);
    CHECK(valueOf(columnNamed(columns, u"WON"_s)) == 2);
    CHECK_FALSE(columnNamed(columns, u"Lost"_s));
}
