// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/valuecounts.h"

#include "domain/query/filtersubjects.h"
#include "domain/query/filtertokens.h"
#include "domain/query/grouping.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/reading/lists.h"
#include "support/queryplan.h"
#include "support/randombook.h"
#include "support/salesbook.h"

#include <algorithm>
#include <map>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::RandomBook;
using test::SalesBook;
using test::valueOf;

namespace {

const store::Viewer ana{UserId{1}, QTimeZone("Asia/Tokyo")};

Filter filterOf(const QString &text)
{
    const auto parsed = parseFilter(EntityKind::Deal, text, QDate(2026, 2, 15));
    REQUIRE(parsed);
    return *parsed;
}

store::ValueCounts counted(FreshBook &book, const QString &field, const QString &filter = {},
                           const QString &typed = {}, int most = 1000)
{
    const auto condition = conditionOn(EntityKind::Deal, field);
    REQUIRE(condition);
    return valueOf(store::valueCounts(book.connection(),
                                      {EntityKind::Deal, filterOf(filter), *condition, typed, most}, ana));
}

// "Offer 2", in their order.
QStringList shown(const store::ValueCounts &counts)
{
    QStringList all;
    for (const store::ValueCount &each : counts.values)
        all += (each.name.isEmpty() ? textOf(each.key) : each.name) + u' ' + QString::number(each.count);
    return all;
}

qint64 count(FreshBook &book, const QString &filter)
{
    return valueOf(store::totals(book.connection(), {EntityKind::Deal, filterOf(filter)}, ana)).count;
}

qint64 sumOf(const store::ValueCounts &counts)
{
    qint64 sum = 0;
    for (const store::ValueCount &each : counts.values)
        sum += each.count;
    return sum;
}

Deal dealOf(const SalesBook &book, const QString &name, StageId stage, UserId owner)
{
    return {.name = name,
            .pipeline = book.pipeline,
            .stage = stage,
            .amount = 100,
            .currency = u"EUR"_s,
            .owner = owner};
}

} // namespace

TEST_CASE("Each value is counted as a hand would, and together with those without one they are all",
          "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 31, 250);
    for (const QString &filter :
         {QString(), u"status:open"_s, u"-owner:ben (type:renewal or amount:>100)"_s}) {
        for (const QString &field : {u"owner"_s, u"stage"_s, u"company"_s, u"type"_s, u"currency"_s,
                                     u"status"_s, u"competitor"_s, u"team"_s, u"source"_s}) {
            CAPTURE(filter, field);
            const store::ValueCounts counts = counted(book, field, filter);
            REQUIRE(counts.blank);
            CHECK(sumOf(counts) + *counts.blank == count(book, filter));
            CHECK(std::is_sorted(counts.values.begin(), counts.values.end(),
                                 [](const auto &a, const auto &b) { return a.count > b.count; }));
        }
    }
    std::map<qint64, qint64> byOwner;
    std::map<QString, qint64> byCompetitor;
    qint64 withoutOwner = 0;
    for (const Deal &deal : sales.deals) {
        if (deal.owner)
            ++byOwner[deal.owner.value];
        else
            ++withoutOwner;
        if (!deal.competitor.isEmpty())
            ++byCompetitor[deal.competitor];
    }
    const store::ValueCounts owners = counted(book, u"owner"_s);
    CHECK(owners.blank == withoutOwner);
    CHECK(owners.mine == byOwner[1]);
    CHECK(owners.values.size() == byOwner.size());
    for (const store::ValueCount &each : owners.values) {
        CAPTURE(each.name);
        CHECK(each.count == byOwner[integerOf(each.key)]);
        CHECK(each.name == sales.users[size_t(integerOf(each.key) - 1)].name);
    }
    const store::ValueCounts competitors = counted(book, u"competitor"_s);
    CHECK(competitors.values.size() == byCompetitor.size());
    for (const store::ValueCount &each : competitors.values)
        CHECK(each.count == byCompetitor[textOf(each.key)]);
    const store::ValueCounts tags = counted(book, u"tag"_s);
    CHECK(shown(tags) == QStringList{u"Very important %1"_s.arg(sales.important.size())});
    CHECK(tags.blank == qint64(sales.deals.size()) - sales.important.size());
}

TEST_CASE("A value that is chosen finds as many deals as stood beside it", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 32, 250);
    for (const QString &field : {u"owner"_s, u"stage"_s, u"company"_s, u"team"_s, u"tag"_s}) {
        for (const int most : {2, 1000}) {
            const store::ValueCounts counts = counted(book, field, u"-status:lost"_s, {}, most);
            CHECK_FALSE(counts.values.empty());
            for (const store::ValueCount &each : counts.values) {
                const QString filter = u"-status:lost "_s + field + u':' + filterValue(each.name);
                CAPTURE(filter, most);
                CHECK(each.count == count(book, filter));
            }
        }
    }
}

TEST_CASE("A tag is counted once for a deal, and not for deals that are gone, with a filter and without",
          "[store]")
{
    SalesBook book(GENERATE(test::anyEngine()));
    const TagId hot = book.add(Tag{.name = u"Hot"_s});
    const TagId cold = book.add(Tag{.name = u"Cold"_s});
    const auto hang = [&](TagId tag, EntityKind kind, qint64 record) {
        return book.add(TagLink{.tag = tag, .recordKind = kind, .recordId = record});
    };
    const DealId kept = book.deal(u"A"_s, book.offer);
    const DealId gone = book.deal(u"B"_s, book.offer);
    const DealId other = book.deal(u"C"_s, book.negotiation);
    hang(hot, EntityKind::Deal, kept.value);
    hang(hot, EntityKind::Deal, kept.value); // as two users at once may do
    hang(hot, EntityKind::Deal, gone.value);
    hang(hot, EntityKind::Deal, other.value);
    hang(cold, EntityKind::Deal, gone.value);
    hang(cold, EntityKind::Company, book.acme.value);
    const auto taken = hang(cold, EntityKind::Deal, other.value);
    book.commit({Sentence::verbatim(u"Take off"_s), {remove({EntityKind::TagLink, taken.value})}});
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, gone.value})}});
    CHECK(shown(counted(book, u"tag"_s)) == QStringList{u"Hot 2"_s});
    CHECK(counted(book, u"tag"_s).blank == 0);
    CHECK(shown(counted(book, u"tag"_s, u"stage:offer"_s)) == QStringList{u"Hot 1"_s});
    CHECK(shown(counted(book, u"tag"_s, {}, u"ho"_s)) == QStringList{u"Hot 2"_s});
    book.undo();
    CHECK(shown(counted(book, u"tag"_s)) == QStringList{u"Hot 3"_s, u"Cold 1"_s});
}

TEST_CASE("What is typed narrows the values, as it would narrow the list", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 33, 250);
    const auto names = [&](const QString &field, const QString &typed) {
        QStringList all;
        const store::ValueCounts counts = counted(book, field, {}, typed);
        CHECK_FALSE(counts.blank);
        for (const store::ValueCount &each : counts.values)
            all += each.name.isEmpty() ? textOf(each.key) : each.name;
        all.sort();
        return all;
    };
    CHECK(names(u"owner"_s, u"an"_s) == QStringList{u"Ana Núñez"_s});
    CHECK(names(u"owner"_s, u"NUN"_s) == QStringList{u"Ana Núñez"_s}); // the beginning of any word
    CHECK(names(u"owner"_s, u"na"_s).isEmpty());
    CHECK(names(u"team"_s, u"100%"_s) == QStringList{u"North 100%"_s});
    CHECK(names(u"team"_s, u"%"_s).isEmpty()); // a sign like any other
    CHECK(names(u"stage"_s, u"'"_s).isEmpty());
    // Of a few choices, the window shows what fits: people know them by translated names.
    CHECK(names(u"status"_s, u"xyz"_s).size() == qsizetype(counted(book, u"status"_s).values.size()));
    const QStringList competitors = names(u"competitor"_s, u"a"_s);
    CHECK_FALSE(competitors.isEmpty());
    for (const QString &name : competitors)
        CHECK(fold(name).contains(u'a'));
}

TEST_CASE("Two stages of one name are one value, and what was deleted is none", "[store]")
{
    SalesBook book(GENERATE(test::anyEngine()));
    const PipelineId other = book.add(Pipeline{.name = u"Renewals"_s});
    const StageId second = book.add(Stage{.pipeline = other, .name = u"Offer"_s, .position = 1});
    const DealId first = book.deal(dealOf(book, u"A"_s, book.offer, book.ana));
    Deal renewal = dealOf(book, u"B"_s, second, book.ben);
    renewal.pipeline = other;
    book.deal(renewal);
    book.deal(dealOf(book, u"C"_s, book.negotiation, book.ana));
    CHECK(shown(counted(book, u"stage"_s)) == QStringList{u"Offer 2"_s, u"Negotiation 1"_s});
    // Also where only one of them is among those that are looked at.
    CHECK(shown(counted(book, u"stage"_s, {}, {}, 1)) == QStringList{u"Offer 2"_s});
    CHECK(counted(book, u"stage"_s, u"owner:ben"_s).values.size() == 1);

    const Tag tag{.name = u"Hot"_s};
    const TagId hot = book.add(tag);
    const store::ValueCounts none = counted(book, u"tag"_s);
    CHECK(none.values.empty());
    CHECK(none.blank == 3);
    book.commit({Sentence::verbatim(u"Tag"_s),
                 {create(TagLink{.tag = hot, .recordKind = EntityKind::Deal, .recordId = first.value})}});
    CHECK(shown(counted(book, u"tag"_s)) == QStringList{u"Hot 1"_s});
    CHECK(counted(book, u"tag"_s).blank == 2);
}

TEST_CASE("Amounts, days and names are not counted: hardly two are alike", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 34, 20);
    for (const QString &field : {u"amount"_s, u"close"_s, u"name"_s, u"id"_s, u"created"_s, u"weighted"_s,
                                 u"probability"_s, u"description"_s}) {
        CAPTURE(field);
        CHECK_FALSE(hasSharedValues(EntityKind::Deal, *conditionOn(EntityKind::Deal, field)));
        CHECK(counted(book, field).values.empty());
    }
}

TEST_CASE("Owners, stages and companies are counted from an index, without looking at the deals", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    for (const QString &field : {u"owner"_s, u"stage"_s, u"company"_s, u"status"_s, u"team"_s}) {
        const store::ValuesQuery query{.field = *conditionOn(EntityKind::Deal, field)};
        const QString plan = test::planWithin(book, u"GROUP BY"_s, [&query](sql::Connection &connection) {
            return store::valueCounts(connection, query, ana);
        });
        CAPTURE(field, plan);
        CHECK(plan.contains(u"COVERING INDEX deal_"_s));
    }
}

TEST_CASE("What an activity follows up has no values to offer: an activity has no name to be found by",
          "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const auto condition = conditionOn(EntityKind::Activity, u"follow_up_of"_s);
    REQUIRE(condition);
    CHECK_FALSE(hasSharedValues(EntityKind::Activity, *condition));
    CHECK(valueOf(store::valueCounts(book.connection(), {EntityKind::Activity, {}, *condition, u"call"_s, 10},
                                     ana))
              .values.empty());
}
