// SPDX-License-Identifier: GPL-3.0-or-later
// Custom fields in filters, held to what each record's JSON says.
#include "domain/changes/customvalues.h"
#include "domain/query/filtersubjects.h"
#include "domain/records/inenglish.h"
#include "store/reading/lists.h"
#include "store/reading/valuecounts.h"
#include "support/salesbook.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::SalesBook;
using test::valueOf;

namespace {

const QDate today(2026, 2, 15);
const store::Viewer viewer{UserId{1}, QTimeZone("Asia/Tokyo")};

// Deals of which each has other custom values.
struct CustomBook : SalesBook {
    std::vector<CustomField> fields;

    explicit CustomBook(sql::Engine engine) : SalesBook(engine)
    {
        define(u"contract"_s, CustomKind::Choice);
        define(u"seats"_s, CustomKind::Number);
        define(u"budget"_s, CustomKind::Money);
        define(u"go_live"_s, CustomKind::Day);
        define(u"pilot"_s, CustomKind::YesNo);
        define(u"größe"_s, CustomKind::Text);
        dealWith(u"Bare"_s, {});
        dealWith(u"Monthly"_s, uR"({"contract":"Monthly","seats":12,"pilot":true,"go_live":"2026-03-01"})"_s);
        dealWith(
            u"Yearly"_s,
            uR"({"contract":"Every year","seats":2.5,"pilot":false,"budget":1250000,"größe":"100% L"})"_s);
        dealWith(u"Yen"_s, uR"({"contract":"Monthly","budget":12500,"größe":"It's m"})"_s, u"JPY"_s);
        // Of the wrong types, as another program may leave them.
        dealWith(u"Odd"_s, uR"({"seats":"many","budget":true,"pilot":"yes","go_live":7,"größe":["L"]})"_s);
        // A NUL, which PostgreSQL refuses to read.
        dealWith(u"Nul"_s, u"{\"größe\":\"a\\u0000b\"}"_s);
    }

    void define(const QString &name, CustomKind kind, EntityKind recordKind = EntityKind::Deal)
    {
        fields.push_back({.recordKind = recordKind,
                          .name = name,
                          .label = name,
                          .kind = kind,
                          .choices = u"Monthly\nEvery year"_s});
        add(fields.back());
    }

    void dealWith(const QString &name, const QString &custom, const QString &currency = u"EUR"_s)
    {
        deal(Deal{.name = name,
                  .pipeline = pipeline,
                  .stage = offer,
                  .currency = currency,
                  .owner = ana,
                  .custom = custom});
    }

    Filter filter(const QString &text, EntityKind kind = EntityKind::Deal) const
    {
        const auto parsed = parseFilter(kind, text, today, fields);
        INFO((parsed ? QString() : inEnglish(parsed.error().text)).toStdString());
        REQUIRE(parsed);
        return *parsed;
    }

    // The names of the deals that are found, in alphabetical order.
    QString found(const QString &text)
    {
        QStringList names;
        for (const qint64 id : valueOf(store::ids(connection(), {EntityKind::Deal, filter(text)}, viewer, 0)))
            names += load<Deal>(DealId{id}).name;
        names.sort();
        return names.join(u' ');
    }

    QStringList counted(const QString &field, const QString &typed = {},
                        std::optional<qint64> *blank = nullptr)
    {
        const auto condition = conditionOn(EntityKind::Deal, field, fields);
        REQUIRE(condition);
        const store::ValueCounts counts = valueOf(
            store::valueCounts(connection(), {EntityKind::Deal, {}, *condition, typed, 1000}, viewer));
        if (blank)
            *blank = counts.blank;
        QStringList all;
        for (const store::ValueCount &each : counts.values)
            all += (textOf(each.key).isEmpty() ? QString::number(integerOf(each.key)) : textOf(each.key))
                + u' ' + QString::number(each.count);
        return all;
    }
};

} // namespace

TEST_CASE("Deals are found by what their custom fields hold, whatever their type", "[store]")
{
    CustomBook book(GENERATE(test::anyEngine()));
    CHECK(book.found(u"contract:monthly"_s) == u"Monthly Yen"_s);
    CHECK(book.found(u"contract:\"every year\",monthly"_s) == u"Monthly Yearly Yen"_s);
    CHECK(book.found(u"-contract:monthly"_s) == u"Bare Nul Odd Yearly"_s);
    CHECK(book.found(u"contract:"_s) == u"Bare Nul Odd"_s);
    CHECK(book.found(u"-contract:"_s) == u"Monthly Yearly Yen"_s);
    CHECK(book.found(u"seats:12,2.5"_s) == u"Monthly Yearly"_s);
    CHECK(book.found(u"seats:>2.4"_s) == u"Monthly Yearly"_s);
    CHECK(book.found(u"seats:>2.5"_s) == u"Monthly"_s);
    CHECK(book.found(u"seats:2..10"_s) == u"Yearly"_s);
    CHECK(book.found(u"seats:<9999999999"_s) == u"Monthly Yearly"_s);
    CHECK(book.found(u"seats:"_s) == u"Bare Nul Odd Yen"_s);
    CHECK(book.found(u"go_live:2026-q1"_s) == u"Monthly"_s);
    CHECK(book.found(u"go_live:<2026-03-01"_s) == QString());
    CHECK(book.found(u"go_live:<=2026-03-01"_s) == u"Monthly"_s);
    CHECK(book.found(u"größe:l"_s) == u"Yearly"_s);
    CHECK(book.found(u"größe:\"it's\""_s) == u"Yen"_s);
    CHECK(book.found(u"größe:%"_s) == u"Yearly"_s); // a sign like any other
    CHECK(book.found(u"seats:>2 -(contract:monthly or pilot:yes)"_s) == u"Yearly"_s);
}

TEST_CASE("Half a character in a custom field of one deal keeps nobody from finding the others", "[store]")
{
    CustomBook book(GENERATE(test::anyEngine()));
    book.dealWith(u"Half"_s, uR"({"größe":"a\ud83d","contract":"Monthly"})"_s);
    // Written in two halves as other programs do, and what only looks like an escape.
    book.dealWith(u"Smile"_s, uR"({"größe":"a \ud83d\ude00","contract":"Monthly"})"_s);
    book.dealWith(u"Path"_s, uR"({"größe":"C:\\udead\\u0000","contract":"Monthly"})"_s);
    const QStringList found = book.found(u"contract:monthly"_s).split(u' ');
    for (const QString &name : {u"Monthly"_s, u"Path"_s, u"Smile"_s, u"Yen"_s}) {
        CAPTURE(found, name);
        CHECK(found.contains(name));
    }
    CHECK(book.found(u"größe:😀"_s) == u"Smile"_s);
    CHECK(book.found(u"größe:dead"_s) == u"Path"_s);
}

TEST_CASE("A custom field is read whatever signs its name holds", "[store]")
{
    CustomBook book(GENERATE(test::anyEngine()));
    book.define(u"net price"_s, CustomKind::Number);
    book.define(u"go.live"_s, CustomKind::Text);
    book.define(u"go-live"_s, CustomKind::Text);
    book.dealWith(u"Priced"_s, uR"({"net price":7,"go.live":"dot","go-live":"hyphen","go":{"live":"no"}})"_s);
    CHECK(book.found(u"\"net price\":7"_s) == u"Priced"_s);
    CHECK(book.found(u"go.live:dot"_s) == u"Priced"_s);
    CHECK(book.found(u"go-live:hyphen"_s) == u"Priced"_s);
    CHECK(book.found(u"go.live:no"_s) == QString());
}

TEST_CASE("Who never said yes means no, and only an answer that was given is one", "[store]")
{
    CustomBook book(GENERATE(test::anyEngine()));
    CHECK(book.found(u"pilot:yes"_s) == u"Monthly"_s);
    CHECK(book.found(u"pilot:no"_s) == book.found(u"-pilot:yes"_s));
    CHECK(book.found(u"pilot:no"_s) == u"Bare Nul Odd Yearly Yen"_s);
    CHECK(book.found(u"-pilot:"_s) == u"Monthly Yearly"_s);
}

TEST_CASE("Custom fields are looked into only where all other conditions hold", "[store]")
{
    CustomBook book(GENERATE(test::anyEngine()));
    const Filter filter =
        book.filter(u"pilot:yes contract:monthly stage:Offer (status:open or status:won)"_s);
    const QString asked =
        valueOf(store::whereClause(book.connection(), EntityKind::Deal, filter, viewer)).text;
    CAPTURE(asked);
    CHECK(asked.lastIndexOf(u"r.stage_id"_s) >= 0);
    CHECK(asked.lastIndexOf(u"r.stage_id"_s) < asked.indexOf(u"r.custom"_s));
    CHECK(asked.lastIndexOf(u"r.status"_s) < asked.indexOf(u"r.custom"_s));
    CHECK(book.found(u"pilot:yes contract:monthly stage:Offer (status:open or status:won)"_s)
          == u"Monthly"_s);
}

TEST_CASE("An amount of a custom field is in the currency of its deal", "[store]")
{
    CustomBook book(GENERATE(test::anyEngine()));
    CHECK(book.found(u"budget:12500"_s) == u"Yearly Yen"_s); // 12,500 euros and 12,500 yen
    CHECK(book.found(u"budget:>12499.99"_s) == u"Yearly Yen"_s);
    CHECK(book.found(u"budget:<10k"_s) == QString());
}

TEST_CASE("A company has no currency: its custom amounts are in that of the book", "[store]")
{
    CustomBook book(GENERATE(test::anyEngine()));
    book.define(u"turnover"_s, CustomKind::Money, EntityKind::Company);
    Company company = book.load<Company>(book.acme);
    const Company before = company;
    company.custom = uR"({"turnover":500000})"_s;
    book.commit({Sentence::verbatim(u"Set"_s), {update(before, company)}});
    const auto count = [&book](const QString &text) {
        return valueOf(store::totals(book.connection(),
                                     {EntityKind::Company, book.filter(text, EntityKind::Company)}, viewer))
            .count;
    };
    CHECK(count(u"turnover:5000"_s) == 1);
    CHECK(count(u"turnover:>5000"_s) == 0);
}

TEST_CASE("The values of custom fields are counted as those of any other", "[store]")
{
    CustomBook book(GENERATE(test::anyEngine()));
    std::optional<qint64> blank;
    CHECK(book.counted(u"contract"_s, {}, &blank) == QStringList{u"Monthly 2"_s, u"Every year 1"_s});
    CHECK(blank == 3);
    CHECK(book.counted(u"pilot"_s, {}, &blank) == QStringList{u"0 5"_s, u"1 1"_s});
    CHECK(blank == 0);
    CHECK(book.counted(u"größe"_s, u"it"_s) == QStringList{u"It's m 1"_s});
    CHECK(book.counted(u"seats"_s).isEmpty()); // hardly two are alike
}

TEST_CASE("An empty text in a custom field counts as none, beside those that were never filled", "[store]")
{
    CustomBook book(GENERATE(test::anyEngine()));
    std::optional<qint64> blank;
    book.counted(u"größe"_s, {}, &blank);
    const qint64 before = blank.value();
    book.dealWith(u"Empty"_s, uR"({"größe":""})"_s);
    CHECK_FALSE(book.counted(u"größe"_s, {}, &blank).isEmpty());
    CHECK(blank == before + 1);
}
