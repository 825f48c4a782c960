// SPDX-License-Identifier: GPL-3.0-or-later
// Custom fields in the filter language.
#include "domain/query/filter.h"
#include "domain/query/filteroutline.h"
#include "domain/query/filtersubjects.h"
#include "domain/query/readablefilter.h"
#include "domain/records/inenglish.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 12, 15);

CustomField field(const QString &name, const QString &label, CustomKind kind,
                  EntityKind recordKind = EntityKind::Deal)
{
    return {.recordKind = recordKind,
            .name = name,
            .label = label,
            .kind = kind,
            .choices = u"Monthly\nEvery year\n"_s};
}

const std::vector<CustomField> fields{field(u"contract_type"_s, u"Contract type"_s, CustomKind::Choice),
                                      field(u"seats"_s, u"Seats"_s, CustomKind::Number),
                                      field(u"budget"_s, u"Budget"_s, CustomKind::Money),
                                      field(u"go_live"_s, u"Go-live"_s, CustomKind::Day),
                                      field(u"pilot"_s, u"Pilot"_s, CustomKind::YesNo),
                                      field(u"größe"_s, u"Größe"_s, CustomKind::Text),
                                      field(u"owner"_s, u"Owner of the budget"_s, CustomKind::Text),
                                      field(u"a'b\"c"_s, u"From an archive"_s, CustomKind::Text),
                                      field(u"plant"_s, u"Plant"_s, CustomKind::Text, EntityKind::Company)};

tl::expected<Filter, FilterError> read(const QString &text, EntityKind kind = EntityKind::Deal)
{
    return parseFilter(kind, text, today, fields);
}

Condition only(const QString &text)
{
    const auto filter = read(text);
    INFO((filter ? QString() : inEnglish(filter.error().text)).toStdString());
    REQUIRE(filter);
    REQUIRE(filter->conditions.size() == 1);
    return filter->conditions.front();
}

QString mistake(const QString &text, EntityKind kind = EntityKind::Deal)
{
    const auto filter = read(text, kind);
    CAPTURE(text);
    REQUIRE_FALSE(filter);
    return inEnglish(filter.error().text);
}

} // namespace

TEST_CASE("A custom field is named by its name or its label, as any field is", "[domain]")
{
    const Condition condition = only(u"contract_type:monthly"_s);
    CHECK(condition.subject == Subject::Custom);
    CHECK(condition.custom.name == u"contract_type"_s);
    CHECK(condition.values == QStringList{u"Monthly"_s});
    for (const QString &text :
         {u"Contract-Type:Monthly"_s, u"custom.contract_type:MONTHLY"_s, u"\"Contract type\":monthly"_s,
          u"\"contract TYPE\":Monthly"_s, u"Custom.contract-type:monthly"_s}) {
        CAPTURE(text);
        CHECK(only(text) == condition);
    }
    CHECK(only(u"größe:groß"_s).custom.name == u"größe"_s);
    CHECK(only(u"GRÖSSE:groß"_s).custom.name == u"größe"_s); // by its label, in which ß is ss
    CHECK(only(u"-\"Contract type\":"_s).sense == Sense::Negated);
    CHECK(only(u"-\"Contract type\":"_s).comparison == Comparison::IsEmpty);
}

TEST_CASE("A field of the program comes before a custom one of its name, which “custom.” still finds",
          "[domain]")
{
    CHECK(only(u"owner:me"_s).subject == Subject::Field);
    const Condition own = only(u"custom.owner:finance"_s);
    CHECK(own.subject == Subject::Custom);
    CHECK(filterText(EntityKind::Deal, {.conditions = {own}}) == u"custom.owner:finance"_s);
    CHECK(only(u"\"Owner of the budget\":finance"_s) == own);
    CHECK(filterText(EntityKind::Deal, {.conditions = {only(u"custom.seats:5"_s)}}) == u"seats:5"_s);
    const QStringList names = filterNames(EntityKind::Deal, fields);
    CHECK(names.contains(u"custom.owner"_s));
    CHECK(names.contains(u"contract_type"_s));
    CHECK(names.count(u"owner"_s) == 1);
    CHECK_FALSE(names.contains(u"plant"_s));
    CHECK(filterNames(EntityKind::Company, fields).contains(u"plant"_s));
}

TEST_CASE("A name as people write it, with a blank, a dot or a hyphen, is one in a filter, too", "[domain]")
{
    const std::vector<CustomField> written{field(u"net price"_s, u"Price"_s, CustomKind::Money),
                                           field(u"go-live"_s, u"Start"_s, CustomKind::Day),
                                           field(u"custom.id"_s, u"Other number"_s, CustomKind::Text)};
    const std::pair<QString, QString> filters[] = {{u"\"net price\":>5"_s, u"\"net price\":>5"_s},
                                                   {u"price:5"_s, u"\"net price\":5"_s},
                                                   {u"-go_live:"_s, u"-go-live:"_s},
                                                   {u"custom.custom.id:x"_s, u"custom.custom.id:x"_s}};
    for (const auto &[typed, text] : filters) {
        CAPTURE(typed);
        const auto filter = parseFilter(EntityKind::Deal, typed, today, written);
        REQUIRE(filter);
        CHECK(filterText(EntityKind::Deal, *filter) == text);
        const auto again = parseFilter(EntityKind::Deal, text, today, written);
        REQUIRE(again);
        CHECK(*again == *filter);
    }
    const QStringList names = filterNames(EntityKind::Deal, written);
    CHECK(names.contains(u"net price"_s));
    CHECK(names.contains(u"go-live"_s));
}

TEST_CASE("Of two custom fields whose names differ in capitals only, each is found by its own", "[domain]")
{
    const std::vector<CustomField> alike{field(u"Seats"_s, u"Seats sold"_s, CustomKind::Number),
                                         field(u"seats"_s, u"Seats free"_s, CustomKind::Number)};
    for (const CustomField &each : alike) {
        const auto filter = parseFilter(EntityKind::Deal, QString(each.name + u":5"_s), today, alike);
        REQUIRE(filter);
        CHECK(filter->conditions.front().custom.name == each.name);
    }
    const auto any = parseFilter(EntityKind::Deal, u"SEATS:5", today, alike);
    REQUIRE(any);
    CHECK(any->conditions.front().custom.name == u"Seats"_s); // the first of them
}

TEST_CASE("What stands behind a custom field is read by its type", "[domain]")
{
    CHECK(only(u"seats:>2.5"_s).values == QStringList{u"2.5"_s});
    CHECK(only(u"seats:1k..2k"_s).comparison == Comparison::Between);
    CHECK(only(u"budget:<10k"_s).values == QStringList{u"10000"_s});
    CHECK(only(u"go_live:this-month"_s).values == QStringList{u"2026-12-01"_s, u"2026-12-31"_s});
    CHECK(only(u"pilot:YES"_s).values == QStringList{u"1"_s});
    CHECK(only(u"contract_type:\"every year\",Monthly"_s).values
          == QStringList{u"Every year"_s, u"Monthly"_s});
    CHECK(mistake(u"contract_type:weekly"_s)
          == u"Contract type is never “weekly”. There are: Monthly, Every year."_s);
    CHECK(mistake(u"pilot:maybe"_s) == u"“maybe” is neither yes nor no."_s);
    CHECK(mistake(u"go_live:soon"_s) == u"“soon” is not a date."_s);
    CHECK(mistake(u"größe:>5"_s) == u"Only numbers and dates can be compared."_s);
}

TEST_CASE("A field that another kind has, or of which the book knows nothing, is a mistake", "[domain]")
{
    CHECK(mistake(u"plant:North"_s) == u"Deals have no “plant”."_s);
    CHECK(mistake(u"custom.colour:red"_s)
          == u"Deals have no “custom.colour”. Did you mean “custom.owner”?"_s);
    CHECK(mistake(u"custom.:red"_s) == u"Deals have no “custom.”. Did you mean “custom.owner”?"_s);
    CHECK(mistake(u"seats:5"_s, EntityKind::Product) == u"Products have no “seats”."_s);
    CHECK(mistake(u"\"From an archive\":x"_s) == u"Deals have no “From an archive”."_s);
    CHECK_FALSE(parseFilter(EntityKind::Deal, u"seats:5", today));
}

TEST_CASE("A filter by custom fields shown as text and read again is the same filter", "[domain]")
{
    for (const QString &text :
         {u"contract_type:\"Every year\" -pilot:yes"_s, u"custom.owner: or seats:<=2.5"_s,
          u"-(go_live:2026 budget:1..2) größe:\"a,b\""_s, u"größe:\"<5\",or"_s}) {
        CAPTURE(text);
        const auto filter = read(text);
        REQUIRE(filter);
        const auto again = read(filterText(EntityKind::Deal, *filter));
        REQUIRE(again);
        CHECK(*again == *filter);
    }
}

TEST_CASE("A label with blanks keeps its quotation marks while a filter is put together by hand", "[domain]")
{
    const QString text = u"-\"Contract type\":\"Every year\" \"Owner of the budget\":"_s;
    const auto outline = filterOutline(text);
    REQUIRE(outline);
    CHECK(outline->conditions.front().name == u"Contract type"_s);
    CHECK(filterText(*outline) == text);
}

TEST_CASE("Numbers and days of custom fields can be compared, a yes is or is not", "[domain]")
{
    CHECK(comparisonsFor(EntityKind::Deal, u"seats"_s, fields).size() == 8);
    CHECK(comparisonsFor(EntityKind::Deal, u"go_live"_s, fields).size() == 8);
    CHECK(comparisonsFor(EntityKind::Deal, u"pilot"_s, fields).size() == 2);
    CHECK(comparisonsFor(EntityKind::Deal, u"contract_type"_s, fields).size() == 4);
}

TEST_CASE("A view by a custom field that is gone keeps its other conditions", "[domain]")
{
    Lookups lists;
    lists.customFields = fields;
    const QString text = u"seats:>5 status:open"_s;
    CHECK(readableFilter(EntityKind::Deal, text, today, lists).gone.empty());
    std::erase_if(lists.customFields, [](const CustomField &each) { return each.name == u"seats"_s; });
    const ReadableFilter readable = readableFilter(EntityKind::Deal, text, today, lists);
    REQUIRE(readable.gone.size() == 1);
    CHECK(inEnglish(readable.gone.front()) == u"Deals have no “seats”."_s);
    CHECK(filterText(EntityKind::Deal, readable.filter) == u"status:open"_s);
}
