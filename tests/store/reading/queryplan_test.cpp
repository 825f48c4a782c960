// SPDX-License-Identifier: GPL-3.0-or-later
// The lists and the board must be read by their indexes, not by sorting a million rows: these tests check
// SQLite's query plans, and PostgreSQL's where it must not look through a list.
#include "domain/query/filtersubjects.h"
#include "domain/records/activity.h"
#include "domain/records/record.h"
#include "store/reading/groups.h"
#include "store/reading/lists.h"
#include "store/reading/valuecounts.h"
#include "store/search/search.h"
#include "store/summaries/board.h"
#include "store/summaries/taguses.h"
#include "store/summaries/today.h"
#include "support/queryplan.h"
#include "support/salesbook.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::planOf;
using test::planWithin;
using test::SalesBook;
using test::valueOf;

namespace {

// SQLite's plan for the statement that ids() runs.
QString planOf(FreshBook &book, EntityKind kind, const QString &filter, const QString &order)
{
    const Filter parsed = parseFilter(kind, filter, QDate(2026, 2, 15)).value();
    const store::Viewer viewer{UserId{1}};
    const auto where = valueOf(store::whereClause(book.connection(), kind, parsed, viewer));
    const auto sorted =
        store::orderClause(sql::Engine::Sqlite, {kind, parsed, valueOf(parseOrder(kind, order))});
    return test::planOf(book.connection(),
                        u"SELECT r.id FROM "_s + tableName(kind) + u" r"_s + sorted.joins + where.text
                            + sorted.text + u" LIMIT 512"_s,
                        where.binds);
}

struct Offered {
    EntityKind kind;
    QString filter;
    QString order;
    QString index;
};

} // namespace

TEST_CASE("Every order that a list offers first is read from an index, never sorted", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    const std::vector<Offered> offered{
        {EntityKind::Contact, u""_s, u"name"_s, u"contact_by_name"_s},
        {EntityKind::Contact, u""_s, u"-name"_s, u"contact_by_name"_s},
        {EntityKind::Contact, u""_s, u"last_name,first_name"_s, u"contact_by_name"_s},
        {EntityKind::Contact, u""_s, u"-last_name,-first_name,-id"_s, u"contact_by_name"_s},
        {EntityKind::Contact, u""_s, u"name,name,id,city"_s, u"contact_by_name"_s},
        {EntityKind::Contact, u"owner:me"_s, u"name"_s, u"contact_by_owner"_s},
        {EntityKind::Contact, u"owner:me"_s, u"owner,name"_s, u"contact_by_owner"_s},
        {EntityKind::Contact, u""_s, u"-modified"_s, u"contact_by_modified"_s},
        {EntityKind::Company, u""_s, u"name"_s, u"company_by_name"_s},
        {EntityKind::Company, u"owner:me"_s, u"name"_s, u"company_by_owner"_s},
        {EntityKind::Lead, u""_s, u"name"_s, u"lead_by_name"_s},
        {EntityKind::Lead, u"owner:me status:new"_s, u"name"_s, u"lead_by_owner"_s},
        {EntityKind::Deal, u""_s, u"name"_s, u"deal_by_name"_s},
        {EntityKind::Deal, u""_s, u"amount"_s, u"deal_by_amount"_s},
        {EntityKind::Deal, u""_s, u"-amount"_s, u"deal_by_amount"_s},
        {EntityKind::Deal, u"status:open"_s, u"status,close"_s, u"deal_by_status"_s},
        {EntityKind::Deal, u"status:open"_s, u"-close"_s, u"deal_by_status"_s},
        {EntityKind::Deal, u""_s, u"close"_s, u"deal_by_close"_s},
        {EntityKind::Deal, u""_s, u"-closed"_s, u"deal_by_closed"_s},
        {EntityKind::Deal, u""_s, u"-modified"_s, u"deal_by_modified"_s},
        {EntityKind::Activity, u""_s, u""_s, u"COVERING INDEX activity_agenda"_s},
        {EntityKind::Activity, u"owner:me"_s, u""_s, u"COVERING INDEX activity_agenda_by_owner"_s},
        {EntityKind::Activity, u""_s, u"when"_s, u"activity_by_time"_s},
        {EntityKind::Activity, u"owner:me"_s, u"-when"_s, u"activity_by_owner"_s},
        {EntityKind::Activity, u"owner:me state:planned"_s, u"when"_s, u"activity_"_s},
    };
    for (const Offered &each : offered) {
        const QString plan = planOf(book, each.kind, each.filter, each.order);
        CAPTURE(each.filter, each.order, plan);
        CHECK(plan.contains(each.index));
        CHECK_FALSE(plan.contains(u"TEMP B-TREE"_s));
    }
}

TEST_CASE("The cards of a column are read in the order of an index", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    for (const QString &filter : {u""_s, u"owner:me"_s}) {
        const Filter parsed = parseFilter(EntityKind::Deal, filter, QDate(2026, 2, 15)).value();
        const QString plan = planWithin(book, u"rank"_s, [&](sql::Connection &connection) {
            return store::columnIds(connection, Stage{.id = {1}}, parsed, {UserId{1}}, 100);
        });
        CAPTURE(filter, plan);
        CHECK(plan.contains(filter.isEmpty() ? u"deal_board "_s : u"deal_board_by_owner"_s));
        CHECK_FALSE(plan.contains(u"TEMP B-TREE"_s));
    }
}

TEST_CASE("The first rows of a group of deals are read in their order, open ones before the others",
          "[store]")
{
    SalesBook book(sql::Engine::Sqlite);
    for (int i = 0; i < 3; ++i)
        book.deal(u"Deal %1"_s.arg(i), book.offer);
    const int stage = entityInfo(EntityKind::Deal).indexOf(u"stage_id");
    store::GroupedQuery query{{EntityKind::Deal, {}, {}},
                              *groupingBy(EntityKind::Deal, Subject::Field, stage)};
    for (const bool isStanding : {false, true}) {
        if (isStanding) // as a list shows them that nobody has sorted
            query.query.order = {{Subject::Closed, -1}, {Subject::Field, 0}};
        const QString plan = planWithin(book, u"LIMIT 2"_s, [&](sql::Connection &connection) {
            return store::firstGroupedIds(connection, query, {UserId{1}}, 2);
        });
        CAPTURE(isStanding, plan);
        CHECK(plan.contains(u"COVERING INDEX deal_by_stage (stage_id=?"_s));
        CHECK_FALSE(plan.contains(u"TEMP B-TREE"_s));
    }
}

TEST_CASE("What is due is found and counted from the index of the agenda, without looking at what is over",
          "[store]")
{
    SalesBook book(sql::Engine::Sqlite);
    book.add(Activity{.state = ActivityState::Done, .subject = u"Called"_s}); // over: asked for by itself
    const store::GroupedQuery query{
        {EntityKind::Activity, {}, {}}, *groupingByDue(EntityKind::Activity), 1, QDate(2026, 2, 15)};
    for (const auto &[part, lookUp] :
         {std::pair(u"GROUP BY 1) k"_s, u"COVERING INDEX activity_agenda (<expr><?)"_s),
          std::pair(u">= 2305843009213693952"_s, u"COVERING INDEX activity_agenda (<expr>>?)"_s)}) {
        const QString plan = planWithin(book, part, [&](sql::Connection &connection) {
            return store::firstGroupedIds(connection, query, {UserId{1}}, 200);
        });
        CAPTURE(part, plan);
        CHECK(plan.contains(lookUp));
    }
}

TEST_CASE("Tags are counted from their links, without looking at these", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    const auto tag = conditionOn(EntityKind::Deal, u"tag");
    REQUIRE(tag);
    for (const QString &filter : {u""_s, u"status:open"_s, u"owner:me"_s}) {
        const Filter parsed = parseFilter(EntityKind::Deal, filter, QDate(2026, 2, 15)).value();
        const QString plan = planWithin(book, u"l.tag_id"_s, [&](sql::Connection &connection) {
            return store::valueCounts(connection, {EntityKind::Deal, parsed, *tag}, {UserId{1}});
        });
        CAPTURE(filter, plan);
        CHECK(plan.contains(u"l USING COVERING INDEX tag_link_by_"_s));
        CHECK_FALSE(plan.contains(u"SEARCH r USING INTEGER PRIMARY KEY"_s)); // deal by deal
    }
}

TEST_CASE("The sums of the board are read from one index, without the deals themselves", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    const QString plan = planWithin(book, u"amount"_s, [](sql::Connection &connection) {
        return store::boardColumns(connection, {.pipeline = {1}}, {}, {UserId{1}});
    });
    CAPTURE(plan);
    CHECK(plan.contains(u"USING COVERING INDEX deal_totals"_s));
}

TEST_CASE("The lead board is read from indexes, in its order, without the leads themselves", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    for (const QString &filter : {u""_s, u"owner:me"_s}) {
        const Filter parsed = parseFilter(EntityKind::Lead, filter, QDate(2026, 2, 15)).value();
        const QString cards = planWithin(book, u"next_activity"_s, [&](sql::Connection &connection) {
            return store::columnIds(connection, LeadStatus{.id = {1}}, parsed, {UserId{1}}, 100);
        });
        CAPTURE(filter, cards);
        CHECK(cards.contains(u"COVERING INDEX lead_on_board (status_id=?"_s));
        CHECK_FALSE(cards.contains(u"TEMP B-TREE"_s));
    }
    const QString sums = planWithin(book, u"estimated_value"_s, [](sql::Connection &connection) {
        return store::boardColumns(connection, {.cards = EntityKind::Lead}, {}, {UserId{1}});
    });
    CAPTURE(sums);
    CHECK(sums.contains(u"USING COVERING INDEX lead_by_worth"_s));
    CHECK_FALSE(sums.contains(u"TEMP B-TREE"_s));
}

TEST_CASE("What was won in a quarter is read from one index, without the deals themselves", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    for (const QString &filter : {u""_s, u"owner:me"_s}) {
        const Filter parsed = parseFilter(EntityKind::Deal, filter, QDate(2026, 2, 15)).value();
        const QString plan = planWithin(book, u"closed_on BETWEEN"_s, [&](sql::Connection &connection) {
            return store::wonWithin(connection, {1}, {QDate(2026, 1, 1), QDate(2026, 3, 31)}, parsed,
                                    {UserId{1}});
        });
        CAPTURE(filter, plan);
        CHECK(plan.contains(u"USING COVERING INDEX deal_won (stage_id=? AND closed_on>? AND closed_on<?"_s));
    }
}

TEST_CASE("Deals with nothing planned are read from one index, without the deals themselves", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    const QString plan = planWithin(book, u"next_activity IS NULL"_s, [](sql::Connection &connection) {
        return store::today(connection, {Whose::Me, QDate(2026, 2, 15), 100}, {UserId{1}});
    });
    CAPTURE(plan);
    CHECK(plan.contains(u"USING COVERING INDEX deal_adrift"_s));
}

TEST_CASE("How often tags are used is counted in their index alone", "[store]")
{
    FreshBook book(sql::Engine::Sqlite);
    const QString plan = planWithin(book, u"tag_link"_s,
                                    [](sql::Connection &connection) { return store::tagUses(connection); });
    CAPTURE(plan);
    CHECK(plan.contains(u"COVERING INDEX tag_link_by_tag"_s));
    CHECK_FALSE(plan.contains(u"TEMP B-TREE"_s));
}

TEST_CASE("Deals without a tag are found by their own links, never by looking through all links", "[store]")
{
    const sql::Engine engine = GENERATE(test::anyEngine());
    FreshBook book(engine);
    for (const QString &filter : {u"tag:"_s, u"-tag:"_s, u"-tag:vip"_s}) {
        const Filter parsed = parseFilter(EntityKind::Deal, filter, QDate(2026, 2, 15)).value();
        const auto where =
            valueOf(store::whereClause(book.connection(), EntityKind::Deal, parsed, {UserId{1}}));
        const QString plan =
            planOf(book.connection(), u"SELECT count(*) FROM deal r"_s + where.text, where.binds);
        CAPTURE(filter, plan);
        if (engine != sql::Engine::Sqlite)
            CHECK_FALSE(plan.contains(u"SubPlan"_s));
        else if (filter == u"-tag:vip"_s)
            CHECK_FALSE(plan.contains(u"CORRELATED"_s)); // else all links of the tag, for each deal
        else
            CHECK(plan.contains(u"tag_link_by_record (record_kind=? AND record_id=?)"_s));
    }
}
