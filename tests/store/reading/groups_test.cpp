// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/groups.h"

#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "domain/rules/deals.h"
#include "store/reading/lists.h"
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

store::GroupedQuery groupedBy(QStringView field, const QString &filter = {}, const QString &order = {})
{
    const int index = entityInfo(EntityKind::Deal).indexOf(field);
    const auto parsed = parseFilter(EntityKind::Deal, filter, QDate(2026, 2, 15));
    REQUIRE(parsed);
    const auto grouping = groupingBy(EntityKind::Deal, Subject::Field, index);
    REQUIRE(grouping);
    return {{EntityKind::Deal, *parsed, valueOf(parseOrder(EntityKind::Deal, order))}, *grouping};
}

std::vector<qint64> plainIds(FreshBook &book, const store::GroupedQuery &query)
{
    return valueOf(store::ids(book.connection(), query.query, ana, 0));
}

QStringList titles(const store::GroupedIds &found)
{
    QStringList all;
    for (const store::GroupRun &run : found.runs)
        all += isNull(run.key) ? u"-"_s : u"%1 %2"_s.arg(run.title).arg(run.count);
    return all;
}

QList<qint64> keys(const store::GroupedIds &found)
{
    QList<qint64> all;
    for (const store::GroupRun &run : found.runs)
        all += isNull(run.key) ? -1 : integerOf(run.key);
    return all;
}

} // namespace

TEST_CASE("A grouped list has every row of the plain one once, each under its own head", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 21, 250);
    for (const QStringView field :
         {u"owner_id", u"stage_id", u"company_id", u"type", u"currency", u"competitor", u"expected_close",
          u"next_activity", u"stage_entered_at"}) {
        for (const QString &order : {QString(), u"-amount"_s, u"name"_s}) {
            CAPTURE(field.toString(), order, sales.deals.size());
            const store::GroupedQuery query = groupedBy(field, u"-owner:ben"_s, order);
            const store::GroupedIds found = valueOf(store::groupedIds(book.connection(), query, ana));
            std::vector<qint64> plain = plainIds(book, query);
            // Within a group, rows are in the order of the plain list.
            std::map<qint64, size_t> place;
            for (size_t i = 0; i < plain.size(); ++i)
                place[plain[i]] = i;
            auto row = found.ids.begin();
            std::vector<Value> seen;
            for (const store::GroupRun &run : found.runs) {
                CHECK(std::find(seen.begin(), seen.end(), run.key) == seen.end());
                seen.push_back(run.key);
                CHECK(std::is_sorted(row, row + run.count,
                                     [&](qint64 a, qint64 b) { return place.at(a) < place.at(b); }));
                row += run.count;
            }
            CHECK(row == found.ids.end());
            std::vector<qint64> grouped = found.ids;
            std::sort(grouped.begin(), grouped.end());
            std::sort(plain.begin(), plain.end());
            CHECK(grouped == plain);
            // What is shown at once is the beginning of it.
            const store::GroupedIds first =
                valueOf(store::firstGroupedIds(book.connection(), query, ana, 20));
            REQUIRE(first.ids.size() == std::min<size_t>(20, found.ids.size()));
            CHECK(std::equal(first.ids.begin(), first.ids.end(), found.ids.begin()));
            for (size_t i = 0; i < first.runs.size(); ++i) {
                CHECK(first.runs[i].key == found.runs[i].key);
                CHECK(first.runs[i].title == found.runs[i].title);
                CHECK(first.runs[i].count == found.runs[i].count);
            }
        }
    }
}

namespace {

// By one question, in the order of the groups; those without a value last.
std::vector<qint64> sortedByGroup(FreshBook &book, const RandomBook &sales, const store::GroupedQuery &query)
{
    store::GroupedQuery whole = query;
    const SortKey key{query.by.subject, query.by.field};
    const std::vector<SortKey> &within = query.query.order;
    if (within.front().field != key.field)
        whole.query.order.insert(whole.query.order.begin(), key);
    std::vector<qint64> ids = plainIds(book, whole);
    std::stable_partition(ids.begin(), ids.end(), [&](qint64 id) {
        return !isBlank(toRow(sales.deals[size_t(id - 1)])[size_t(query.by.field)]);
    });
    return ids;
}

void checkBeginning(FreshBook &book, const store::GroupedQuery &query, const store::GroupedIds &whole,
                    size_t most)
{
    CAPTURE(most);
    const store::GroupedIds first =
        valueOf(store::firstGroupedIds(book.connection(), query, ana, qint64(most)));
    REQUIRE(first.ids.size() == std::min(most, whole.ids.size()));
    CHECK(std::equal(first.ids.begin(), first.ids.end(), whole.ids.begin()));
    REQUIRE(first.runs.size() <= whole.runs.size());
    for (size_t i = 0; i < first.runs.size(); ++i) {
        CHECK(first.runs[i].key == whole.runs[i].key);
        CHECK(first.runs[i].count == whole.runs[i].count); // of all its deals, for the head
    }
}

} // namespace

TEST_CASE("However many rows of groups are asked for, they begin the list that is sorted by group", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 23, 200);
    const QString order =
        QString::fromUtf8(GENERATE(Catch::Generators::as<const char *>{}, "name", "-amount", "close,-name",
                                   "-stage,name", "type,-type,name", "-owner", "-status,-id"));
    for (const QStringView field : {u"stage_id", u"owner_id", u"type", u"status", u"currency"}) {
        for (const QString &filter :
             {QString(), u"owner:me"_s, u"-type:renewal amount:>1k"_s, u"status:open"_s,
              u"tag:important or owner:ben"_s, u"competitor:acme"_s}) {
            CAPTURE(filter, field.toString(), order);
            const store::GroupedQuery query = groupedBy(field, filter, order);
            const store::GroupedIds found = valueOf(store::groupedIds(book.connection(), query, ana));
            REQUIRE(found.ids == sortedByGroup(book, sales, query));
            for (const size_t most : {1, 2, 17, 60, 1000})
                checkBeginning(book, query, found, most);
        }
    }
}

TEST_CASE("The sums of the groups are those of their rows, and together those of the list", "[store]")
{
    FreshBook book(GENERATE(test::anyEngine()));
    const RandomBook sales(book, 22, 250);
    for (const QStringView field : {u"owner_id", u"stage_id", u"type", u"expected_close"}) {
        CAPTURE(field.toString());
        const store::GroupedQuery query = groupedBy(field, u"-type:renewal"_s);
        const store::GroupedIds found = valueOf(store::groupedIds(book.connection(), query, ana));
        const auto totals = valueOf(store::groupTotals(book.connection(), query, ana));
        REQUIRE(totals.size() == found.runs.size());
        Totals all;
        auto row = found.ids.begin();
        for (const store::GroupRun &run : found.runs) {
            const auto group = std::find_if(totals.begin(), totals.end(),
                                            [&](const auto &each) { return each.key == run.key; });
            REQUIRE(group != totals.end());
            const std::vector<qint64> members(row, row + run.count);
            row += run.count;
            CHECK(group->totals == valueOf(store::totalsOf(book.connection(), EntityKind::Deal, members)));
            CHECK(group->totals.count == run.count);
            const qint64 adrift = std::count_if(sales.deals.begin(), sales.deals.end(), [&](const Deal &d) {
                return d.status == StageType::Open && !d.nextActivity
                    && std::find(members.begin(), members.end(), d.id.value) != members.end();
            });
            CHECK(group->withoutNextStep == adrift);
            all.count += group->totals.count;
            for (const MoneySum &sum : group->totals.sums)
                addSum(all.sums, sum);
        }
        CHECK(all == valueOf(store::totals(book.connection(), query.query, ana)));
    }
}

TEST_CASE("Stages come in their order, owners by name, and those without one last", "[store]")
{
    SalesBook book(GENERATE(test::anyEngine()));
    const auto add = [&](const QString &name, StageId stage, UserId owner) {
        return book.deal(Deal{.name = name,
                              .pipeline = book.pipeline,
                              .stage = stage,
                              .amount = 100,
                              .currency = u"EUR"_s,
                              .owner = owner});
    };
    add(u"A"_s, book.negotiation, book.ben);
    add(u"B"_s, book.offer, book.ana);
    add(u"C"_s, book.negotiation, book.ana);
    const auto stages = valueOf(store::groupedIds(book.connection(), groupedBy(u"stage_id"), ana));
    CHECK(titles(stages) == QStringList{u"Offer 1"_s, u"Negotiation 2"_s});
    const auto backwards =
        valueOf(store::groupedIds(book.connection(), groupedBy(u"stage_id", {}, u"-stage"_s), ana));
    CHECK(titles(backwards) == QStringList{u"Negotiation 2"_s, u"Offer 1"_s});
    const auto companies = valueOf(store::groupedIds(book.connection(), groupedBy(u"company_id"), ana));
    CHECK(titles(companies).back() == u"-"_s);
}

TEST_CASE("A time belongs to the month of the reader's own clock", "[store]")
{
    SalesBook book(GENERATE(test::anyEngine()));
    const auto at = [](int month, int day, int hour) {
        return Instant{
            QDateTime(QDate(2026, month, day), QTime(hour, 0), QTimeZone::utc()).toMSecsSinceEpoch()};
    };
    // 20:00 UTC on the last of March is the first of April in Tokyo.
    for (const Instant entered : {at(3, 31, 12), at(3, 31, 20), at(6, 1, 0)}) {
        Deal deal{.name = u"D"_s, .pipeline = book.pipeline, .stage = book.offer};
        deal.stageEnteredAt = entered;
        book.commit({Sentence::verbatim(u"Add"_s), {create(deal)}});
    }
    store::GroupedQuery query = groupedBy(u"stage_entered_at");
    CHECK(keys(valueOf(store::groupedIds(book.connection(), query, ana)))
          == QList<qint64>{monthNumber(2026, 3), monthNumber(2026, 4), monthNumber(2026, 6)});
    query.by.span = GroupSpan::Quarter;
    CHECK(keys(valueOf(store::groupedIds(book.connection(), query, ana)))
          == QList<qint64>{monthNumber(2026, 1), monthNumber(2026, 4)});
    query.firstMonth = 2; // quarters from February, May …
    CHECK(keys(valueOf(store::groupedIds(book.connection(), query, ana)))
          == QList<qint64>{monthNumber(2026, 2), monthNumber(2026, 5)});
}

TEST_CASE("Of selected records, those deleted meanwhile are not counted", "[store]")
{
    SalesBook book(GENERATE(test::anyEngine()));
    const DealId kept = book.deal(u"A"_s, book.offer, 10'000);
    const DealId gone = book.deal(u"B"_s, book.offer, 20'000);
    book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, gone.value})}});
    const Totals totals =
        valueOf(store::totalsOf(book.connection(), EntityKind::Deal, {kept.value, gone.value, 999}));
    CHECK(totals.count == 1);
    REQUIRE(totals.sums.size() == 1);
    CHECK(totals.sums.front().minor == 10'000);
    const Totals people = valueOf(store::totalsOf(book.connection(), EntityKind::Contact, {book.cara.value}));
    CHECK(people.count == 1);
    CHECK(people.sums.empty());
    CHECK(valueOf(store::totalsOf(book.connection(), EntityKind::Contact, {})).count == 0);
}

TEST_CASE("A list that nobody has sorted has won and lost deals below", "[store]")
{
    SalesBook book(GENERATE(test::anyEngine()));
    const DealId a = book.deal(u"A"_s, book.offer);
    const DealId b = book.deal(u"B"_s, book.offer);
    const DealId c = book.deal(u"C"_s, book.paused);
    book.move(a, {book.won, {}}, {QDate(2026, 1, 2), {}, {}, {}});
    const Query query{EntityKind::Deal, {}, {{Subject::Closed, -1}, {Subject::Field, 0}}};
    const std::vector<qint64> all{b.value, c.value, a.value};
    CHECK(valueOf(store::ids(book.connection(), query, ana, 0)) == all);
    CHECK(valueOf(store::ids(book.connection(), query, ana, 10)) == all);
    CHECK(valueOf(store::ids(book.connection(), query, ana, 1)) == std::vector{b.value});
    store::GroupedQuery grouped = groupedBy(u"owner_id");
    grouped.query = query;
    CHECK(valueOf(store::groupedIds(book.connection(), grouped, ana)).ids == all);
}
