// SPDX-License-Identifier: GPL-3.0-or-later
// Lists: the first page, a page in the middle, all ids, the totals of the whole filter.
#include "store/reading/lists.h"
#include "bench/families.h"
#include "bench/measure.h"
#include "domain/query/filtersubjects.h"
#include "store/reading/groups.h"
#include "store/reading/valuecounts.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

constexpr int page = 100;

struct List {
    QString name = {};
    EntityKind kind = EntityKind::Contact;
    QString filter = {};
    QString order = {}; // as parseOrder() reads it; empty: the list's own
};

// No record of the book has a value of it: what a sort by it costs is finding that out.
const std::vector<CustomField> &ownFields()
{
    static const std::vector<CustomField> fields{{.recordKind = EntityKind::Contact,
                                                  .name = u"seats"_s,
                                                  .label = u"Seats"_s,
                                                  .kind = CustomKind::Number}};
    return fields;
}

Query queryOf(const List &list)
{
    Query query{.kind = list.kind};
    query.filter = parseFilter(list.kind, list.filter, QDate(2026, 11, 23)).value_or(Filter{});
    query.order = must(parseOrder(list.kind, list.order, ownFields()));
    return query;
}

Result<> readFirstPage(sql::Connection &connection, const Query &query, const store::Viewer &viewer)
{
    HEADWAY_TRY(ids, store::ids(connection, query, viewer, page));
    HEADWAY_TRY(rows, store::rows(connection, query.kind, ids));
    return rows.size() == ids.size() ? Result<>() : Result<>(failure({}));
}

void measureFirstPages(Bench &bench)
{
    const List indexed[] = {
        {u"list.contacts"_s, EntityKind::Contact, {}, {}},
        {u"list.contacts.mine"_s, EntityKind::Contact, u"owner:me"_s, {}},
        {u"list.contacts.by-parts"_s, EntityKind::Contact, {}, u"last_name,first_name"_s},
        {u"list.companies"_s, EntityKind::Company, {}, {}},
        {u"list.leads"_s, EntityKind::Lead, {}, {}},
        {u"list.deals"_s, EntityKind::Deal, {}, {}},
        {u"list.deals.by-amount"_s, EntityKind::Deal, {}, u"-amount"_s},
        {u"list.deals.open-by-close"_s, EntityKind::Deal, u"status:open"_s, u"expected_close"_s},
        {u"list.deals.mine"_s, EntityKind::Deal, u"owner:me status:open"_s, u"expected_close"_s},
        {u"list.activities"_s, EntityKind::Activity, {}, {}},
        {u"list.activities.mine"_s, EntityKind::Activity, u"owner:me"_s, {}},
    };
    for (const List &list : indexed) {
        const Query query = queryOf(list);
        bench.compareReading({list.name, {.ratio = 2, .p99 = 16.7}, 30},
                             [&](sql::Connection &connection, int i) {
                                 return readFirstPage(connection, query, bench.viewer(i));
                             });
    }
    const List unindexed[] = {
        {u"list.unindexed.contacts-by-city"_s, EntityKind::Contact, {}, u"city"_s},
        {u"list.unindexed.contacts-by-email"_s, EntityKind::Contact, {}, u"-email"_s},
        {u"list.unindexed.contacts-by-own-field"_s, EntityKind::Contact, {}, u"-seats"_s},
        {u"list.unindexed.mine-by-city"_s, EntityKind::Contact, u"owner:me"_s, u"city"_s}};
    for (const List &list : unindexed) {
        const Query query = queryOf(list);
        bench.compareReading({list.name, {.ratio = 1.2}, 5}, [&](sql::Connection &connection, int i) {
            return readFirstPage(connection, query, bench.viewer(i));
        });
    }
}

void measureJumps(Bench &bench)
{
    const Query query{.kind = EntityKind::Contact};
    const std::vector<qint64> all = must(store::ids(bench.reader(), query, bench.viewer(0), 0));
    std::mt19937_64 dice(2);
    std::vector<std::vector<qint64>> pages;
    for (int i = 0; i < 100; ++i) {
        const auto from = all.begin() + std::ptrdiff_t(dice() % std::max<size_t>(all.size() - page, 1));
        pages.emplace_back(from, std::min(from + page, all.end()));
    }
    bench.compareReading({u"list.jump"_s, {.p99 = 16.7}, int(pages.size())},
                         [&](sql::Connection &connection, int i) -> Result<> {
                             HEADWAY_CHECK(store::rows(connection, query.kind, pages[size_t(i)]));
                             return {};
                         });
}

void measureWholes(Bench &bench)
{
    const List ids[] = {{u"list.ids.contacts"_s, EntityKind::Contact, {}, {}},
                        {u"list.ids.activities"_s, EntityKind::Activity, {}, {}}};
    for (const List &list : ids) {
        const Query query = queryOf(list);
        bench.compareReading({list.name, {.ratio = 2}, 2},
                             [&](sql::Connection &connection, int i) -> Result<> {
                                 HEADWAY_CHECK(store::ids(connection, query, bench.viewer(i), 0));
                                 return {};
                             });
    }
    const List totals[] = {{u"list.count.contacts"_s, EntityKind::Contact, {}, {}},
                           {u"list.count.contacts.mine"_s, EntityKind::Contact, u"owner:me"_s, {}},
                           {u"list.count.activities"_s, EntityKind::Activity, {}, {}},
                           {u"list.sums.deals.mine"_s, EntityKind::Deal, u"owner:me status:open"_s, {}},
                           {u"list.sums.deals.open"_s, EntityKind::Deal, u"status:open"_s, {}},
                           {u"list.sums.deals"_s, EntityKind::Deal, {}, {}},
                           {u"list.sums.leads"_s, EntityKind::Lead, {}, {}}};
    for (const List &list : totals) {
        const Query query = queryOf(list);
        bench.compareReading({list.name, {.ratio = 1.3}, 6},
                             [&](sql::Connection &connection, int i) -> Result<> {
                                 HEADWAY_CHECK(store::totals(connection, query, bench.viewer(i)));
                                 return {};
                             });
    }
}

// Deals by owner and by stage, activities by what is due: what is shown at once, and the sums of all groups.
void measureGroups(Bench &bench)
{
    struct Grouped {
        QString name = {};
        store::GroupedQuery query = {};
    };
    constexpr qint64 inSight = 512; // as a list asks for
    const auto dealsBy = [](QStringView field) {
        const int index = entityInfo(EntityKind::Deal).indexOf(field);
        return store::GroupedQuery{{EntityKind::Deal, {}, {}},
                                   *groupingBy(EntityKind::Deal, Subject::Field, index)};
    };
    const Grouped groups[] = {
        {u"owner"_s, dealsBy(u"owner_id")},
        {u"stage"_s, dealsBy(u"stage_id")},
        {u"due"_s,
         {{EntityKind::Activity, {}, {}}, *groupingByDue(EntityKind::Activity), 1, QDate::currentDate()}}};
    for (const Grouped &each : groups) {
        const store::GroupedQuery &query = each.query;
        bench.compareReading(
            {u"list.groups.first-by-"_s + each.name, {.ratio = 2, .p99 = 100}, 6},
            [&](sql::Connection &connection, int i) -> Result<> {
                HEADWAY_TRY(first, store::firstGroupedIds(connection, query, bench.viewer(i), inSight));
                first.ids.resize(std::min(first.ids.size(), size_t(page)));
                HEADWAY_CHECK(store::rows(connection, query.query.kind, first.ids));
                return {};
            });
        bench.compareReading({u"list.groups.sums-by-"_s + each.name, {.ratio = 1.3}, 6},
                             [&](sql::Connection &connection, int i) -> Result<> {
                                 HEADWAY_CHECK(store::groupTotals(connection, query, bench.viewer(i)));
                                 return {};
                             });
    }
}

// What a filter that is being typed is offered: from an index, and from the deals themselves.
void measureValues(Bench &bench)
{
    struct Offered {
        QString name = {};
        QStringView field = {};
        QString filter = {};
        QString typed = {};
    };
    const Offered all[] = {
        {u"owner"_s, u"owner", {}, {}},           {u"stage-of-mine"_s, u"stage", u"owner:me"_s, {}},
        {u"company"_s, u"company", {}, {}},       {u"company-typed"_s, u"company", {}, u"be"_s},
        {u"tag"_s, u"tag", u"status:open"_s, {}}, {u"unindexed.source"_s, u"source", {}, {}}};
    for (const Offered &each : all) {
        const store::ValuesQuery query{
            .kind = EntityKind::Deal,
            .filter = parseFilter(EntityKind::Deal, each.filter, QDate(2026, 11, 23)).value_or(Filter{}),
            .field = conditionOn(EntityKind::Deal, each.field).value_or(Condition{}),
            .typed = each.typed};
        bench.compareReading({u"list.values."_s + each.name, {.ratio = 1.3, .p99 = 300}, 6},
                             [&](sql::Connection &connection, int i) -> Result<> {
                                 HEADWAY_CHECK(store::valueCounts(connection, query, bench.viewer(i)));
                                 return {};
                             });
    }
}

} // namespace

void measureLists(Bench &bench)
{
    measureFirstPages(bench);
    if (bench.wants(u"list.jump"_s))
        measureJumps(bench);
    measureWholes(bench);
    measureGroups(bench);
    measureValues(bench);
}

} // namespace headway::bench
