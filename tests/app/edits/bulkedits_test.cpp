// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/bulkedits.h"

#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "support/livebook.h"
#include "support/salesbook.h"

#include <QElapsedTimer>

#include <iostream>

using namespace headway;
using namespace headway::app;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

int fieldOf(QStringView name)
{
    return entityInfo(EntityKind::Deal).indexOf(name);
}

struct ManyDeals {
    SalesBook book;
    std::vector<qint64> ids;

    ManyDeals(sql::Engine engine, int count) : book(engine)
    {
        Edit edit{Sentence::verbatim(u"Add"_s), {}};
        for (int i = 0; i < count; ++i)
            edit.changes.push_back(create(Deal{.name = u"Deal %1"_s.arg(i),
                                               .company = book.acme,
                                               .pipeline = book.pipeline,
                                               .stage = book.offer,
                                               .amount = 100,
                                               .currency = u"EUR"_s,
                                               .owner = book.ana}));
        book.commit(edit);
        for (int i = 0; i < count; ++i)
            ids.push_back(i + 1);
    }

    BulkChange owner(UserId to) const
    {
        return {EntityKind::Deal, ids, {{fieldOf(u"owner_id"), Codec<UserId>::read(to)}}};
    }
    BulkReport change(const BulkChange &wanted)
    {
        return valueOf(changeRecords(book.connection(), wanted, book.actor(), {}));
    }
    Deal deal(qint64 id) { return book.load<Deal>(DealId{id}); }
};

} // namespace

TEST_CASE("A field of many deals is changed as one step, and taken back as one", "[app]")
{
    ManyDeals many(GENERATE(anyEngine()), 34);
    const BulkReport report = many.change(many.owner(many.book.ben));
    CHECK(report.changed == 34);
    CHECK(report.refused == 0);
    CHECK(report.set.operation.changeCount == 34);
    CHECK(inEnglish(many.book.history().front().label) == u"Changed Owner of 34 deals"_s);
    CHECK(many.deal(7).owner == many.book.ben);
    CHECK(many.book.undo() == u"Changed Owner of 34 deals"_s);
    CHECK(many.deal(7).owner == many.book.ana);
    CHECK(many.deal(34).owner == many.book.ana);
}

TEST_CASE("Deals that hold the value already are not counted, and nothing to do is no step", "[app]")
{
    ManyDeals many(GENERATE(anyEngine()), 3);
    const size_t steps = many.book.history().size();
    CHECK(many.change(many.owner(many.book.ana)).changed == 0);
    CHECK(many.book.history().size() == steps);
    many.change({EntityKind::Deal, {2}, {{fieldOf(u"owner_id"), Codec<UserId>::read(many.book.ben)}}});
    CHECK(inEnglish(many.book.history().front().label) == u"Changed Owner of 1 deal"_s);
    CHECK(many.change(many.owner(many.book.ben)).changed == 2);
    CHECK(inEnglish(many.book.history().front().label) == u"Changed Owner of 2 deals"_s);
}

TEST_CASE("Many deals get a tag, also one that did not exist, and lose it again, each as one step", "[app]")
{
    ManyDeals many(GENERATE(anyEngine()), 3);
    const BulkChange add{EntityKind::Deal, {1, 2}, {}, TagChange{TagChange::What::Add, u" Trade fair "_s}};
    CHECK(valueOf(countChanged(many.book.connection(), add, many.book.actor())) == 2);
    CHECK(many.change(add).changed == 2);
    CHECK(inEnglish(many.book.history().front().label) == u"Added the tag “Trade fair” to 2 deals"_s);
    CHECK(many.book.count(EntityKind::Tag) == 1); // one for both
    CHECK(many.book.count(EntityKind::TagLink) == 2);
    BulkChange all = add;
    all.ids = many.ids;
    CHECK(valueOf(countChanged(many.book.connection(), all, many.book.actor())) == 1);
    CHECK(many.change(all).changed == 1); // those that have it are not asked to have it twice
    CHECK(many.book.count(EntityKind::TagLink) == 3);
    all.tag = TagChange{TagChange::What::Remove, u"trade FAIR"_s};
    CHECK(many.change(all).changed == 3);
    CHECK(inEnglish(many.book.history().front().label) == u"Removed the tag “trade FAIR” from 3 deals"_s);
    CHECK(many.book.count(EntityKind::TagLink) == 0);
    many.book.undo();
    CHECK(many.book.count(EntityKind::TagLink) == 3);
    all.tag = TagChange{TagChange::What::Remove, u"Never given"_s};
    CHECK(many.change(all).changed == 0);
}

TEST_CASE("How many deals a change would change is known before, and nothing is written for it", "[app]")
{
    ManyDeals many(GENERATE(anyEngine()), 4);
    many.change({EntityKind::Deal, {2}, {{fieldOf(u"owner_id"), Codec<UserId>::read(many.book.ben)}}});
    many.book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, 3})}});
    const size_t steps = many.book.history().size();
    CHECK(valueOf(countChanged(many.book.connection(), many.owner(many.book.ben), many.book.actor())) == 2);
    CHECK(many.book.history().size() == steps);
    CHECK(many.deal(1).owner == many.book.ana);
}

TEST_CASE("Deals that the rules refuse are named; the others change only if one says so", "[app]")
{
    ManyDeals many(GENERATE(anyEngine()), 4);
    many.book.move({2}, {many.book.lost, {}}, {QDate(2026, 1, 2), many.book.price, {}, {}});
    many.book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, 3})}});
    const size_t steps = many.book.history().size();
    BulkChange wanted{
        EntityKind::Deal, many.ids, {{fieldOf(u"closed_on"), Value()}, {fieldOf(u"competitor"), u"Rival"_s}}};
    CHECK(valueOf(countChanged(many.book.connection(), wanted, many.book.actor())) == 2); // as it will be
    const BulkReport tried = many.change(wanted);
    CHECK(tried.changed == 2);
    CHECK(tried.refused == 2);
    REQUIRE(tried.refusals.size() == 2);
    CHECK(tried.refusals[0].title == u"Deal 1"_s);
    CHECK(inEnglish(tried.refusals[0].why) == u"When was it closed? The closing date is missing."_s);
    CHECK(inEnglish(tried.refusals[1].why).contains(u"was deleted"_s));
    CHECK(many.book.history().size() == steps);
    CHECK(many.deal(1).competitor.isEmpty());
    wanted.whenRefused = WhenRefused::ChangeTheOthers;
    CHECK(many.change(wanted).changed == 2);
    CHECK(many.deal(1).competitor == u"Rival"_s);
    CHECK(many.deal(2).competitor.isEmpty());
    CHECK(many.deal(2).closedOn == QDate(2026, 1, 2));
}

TEST_CASE("Many deals are lost at once, each with its visit of the stage", "[app]")
{
    ManyDeals many(GENERATE(anyEngine()), 5);
    const BulkReport report =
        many.change({EntityKind::Deal,
                     many.ids,
                     {{fieldOf(u"stage_id"), Codec<StageId>::read(many.book.lost)},
                      {fieldOf(u"closed_on"), Codec<QDate>::read(QDate(2026, 3, 4))},
                      {fieldOf(u"lost_reason_id"), Codec<LostReasonId>::read(many.book.price)}}});
    CHECK(report.changed == 5);
    CHECK(inEnglish(many.book.history().front().label) == u"Changed Stage of 5 deals"_s);
    CHECK(many.deal(4).status == StageType::Lost);
    CHECK(many.deal(4).closedOn == QDate(2026, 3, 4));
    CHECK(many.book.column(many.book.lost).size() == 5);
    many.book.undo();
    CHECK(many.book.column(many.book.offer).size() == 5);
}

TEST_CASE("Deals moved at once go on top of their column one after the other, as they were listed", "[app]")
{
    ManyDeals many(GENERATE(anyEngine()), 6);
    many.change({EntityKind::Deal,
                 {4, 1, 6, 2, 5, 3},
                 {{fieldOf(u"stage_id"), Codec<StageId>::read(many.book.negotiation)}}});
    CHECK(many.book.column(many.book.negotiation)
          == QStringList{u"Deal 2"_s, u"Deal 4"_s, u"Deal 1"_s, u"Deal 5"_s, u"Deal 0"_s, u"Deal 3"_s});
}

TEST_CASE("In whatever order thousands of records are listed, what happens to them is a short history",
          "[app]")
{
    ManyDeals many(GENERATE(anyEngine()), 0);
    constexpr qint64 firms = 4'400;
    Edit edit{Sentence::verbatim(u"Add"_s), {}};
    for (qint64 i = 1; i <= firms; ++i)
        edit.changes.push_back(create(Company{.name = u"Works %1"_s.arg(i)}));
    const qint64 last = many.book.commit(edit).operation.id;
    std::vector<EntityRef> listed;
    for (const qint64 rest : {1, 0}) { // every other one, and then those between
        for (const auto &company : valueOf(store::loadAll<Company>(many.book.connection()))) {
            if (company.id.value % 2 == rest)
                listed.push_back({EntityKind::Company, company.id.value});
        }
    }
    const auto count = qint64(listed.size());
    CHECK(valueOf(deleteRecords(many.book.connection(), listed, many.book.actor(), {})).changed == count);
    const auto entries =
        valueOf(many.book.connection().cell(u"SELECT count(*) FROM change WHERE operation_id > ?"_s, {last}));
    CHECK(integerOf(entries) < count / 4);
    many.book.undo();
    CHECK(many.book.count(EntityKind::Company) == int(count));
}

TEST_CASE("Stopped halfway, a change of many and a deletion of many leave nothing behind", "[app]")
{
    ManyDeals many(GENERATE(anyEngine()), 250);
    const size_t steps = many.book.history().size();
    const auto stop = [](qint64 done, qint64) { return done < 200; };
    const auto change =
        changeRecords(many.book.connection(), many.owner(many.book.ben), many.book.actor(), stop);
    REQUIRE_FALSE(change);
    CHECK(change.error().code == ErrorCode::Cancelled);
    CHECK(many.deal(1).owner == many.book.ana);
    std::vector<EntityRef> refs;
    for (const qint64 id : many.ids)
        refs.push_back({EntityKind::Deal, id});
    CHECK_FALSE(deleteRecords(many.book.connection(), refs, many.book.actor(), stop));
    CHECK(many.book.count(EntityKind::Deal) == 250);
    CHECK(many.book.history().size() == steps);
}

TEST_CASE("Many deals are deleted as one step, though somebody deleted one of them before", "[app]")
{
    ManyDeals many(GENERATE(anyEngine()), 30);
    many.book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, 3})}});
    std::vector<EntityRef> refs;
    for (const qint64 id : many.ids)
        refs.push_back({EntityKind::Deal, id});
    CHECK(valueOf(deleteRecords(many.book.connection(), refs, many.book.actor(), {})).changed == 29);
    CHECK(many.book.count(EntityKind::Deal) == 0);
    CHECK(many.book.undo() == u"Deleted 29 deals"_s);
    CHECK(many.book.count(EntityKind::Deal) == 29);
}

TEST_CASE("Ten thousand deals changed, deleted and taken back: how long it takes", "[.bulkedits]")
{
    ManyDeals many(GENERATE(anyEngine()), 10'000);
    std::vector<EntityRef> refs;
    for (const qint64 id : many.ids)
        refs.push_back({EntityKind::Deal, id});
    QElapsedTimer clock;
    const auto tell = [&clock](const char *what) {
        std::cout << what << ": " << clock.restart() << " ms" << std::endl;
    };
    clock.start();
    many.change(many.owner(many.book.ben));
    tell("change owner");
    many.book.undo();
    tell("take that back");
    many.change(
        {EntityKind::Deal, many.ids, {{fieldOf(u"stage_id"), Codec<StageId>::read(many.book.negotiation)}}});
    tell("change stage");
    valueOf(deleteRecords(many.book.connection(), refs, many.book.actor(), {}));
    tell("delete");
    many.book.undo();
    tell("take that back");
    CHECK(many.book.count(EntityKind::Deal) == 10'000);
}
