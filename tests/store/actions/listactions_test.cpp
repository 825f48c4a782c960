// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/listactions.h"

#include "domain/query/filter.h"
#include "domain/records/activity.h"
#include "domain/records/inenglish.h"
#include "store/reading/lists.h"
#include "store/reading/lookups.h"
#include "support/flaws.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct ListBook : SalesBook {
    using SalesBook::SalesBook;

    template <class E>
    Result<Edit> adding(const E &value)
    {
        return store::createRecordEdit(connection(), Table<E>::kind, toRow(value), actor());
    }
    Result<Edit> setting(EntityRef ref, QStringView field, const Value &value)
    {
        return store::setFieldsEdit(connection(), ref, {{entityInfo(ref.kind).indexOf(field), value}},
                                    actor());
    }
    Result<Edit> deleting(EntityRef ref) { return store::deleteEdit(connection(), {ref}); }
    QStringList stageNames(PipelineId id)
    {
        QStringList names;
        for (const Stage &stage : valueOf(store::loadLookups(connection())).stagesOf(id))
            names += stage.name;
        return names;
    }
    EntityRef stage(StageId id) const { return {EntityKind::Stage, id.value}; }
    void checkSound() { CHECK(flawsIn(connection()) == none); }
};

QString sentenceOf(const Result<Edit> &result)
{
    return result ? u"done: "_s + inEnglish(result->label) : inEnglish(result.error().text);
}

} // namespace

TEST_CASE("A new stage comes before won and lost, as one step that can be taken back", "[store]")
{
    ListBook book(GENERATE(anyEngine()));
    const QStringList before = book.stageNames(book.pipeline);
    const Edit edit = valueOf(book.adding(Stage{.pipeline = book.pipeline, .name = u"Trial"_s}));
    CHECK(inEnglish(edit.label) == u"Added the stage “Trial”"_s);
    book.commit(edit);
    CHECK(book.stageNames(book.pipeline)
          == QStringList{u"Offer"_s, u"Negotiation"_s, u"Paused"_s, u"Trial"_s, u"Won"_s, u"Lost"_s});
    CHECK(book.undo() == u"Added the stage “Trial”"_s);
    CHECK(book.stageNames(book.pipeline) == before);
    book.checkSound();
}

TEST_CASE("Entries are moved in their list, and not past its ends", "[store]")
{
    ListBook book(GENERATE(anyEngine()));
    const auto move = [&](StageId id, int step) {
        return valueOf(store::movePicklistValueEdit(book.connection(), book.stage(id), step));
    };
    CHECK(move(book.offer, -1).isEmpty());
    CHECK(move(book.lost, 1).isEmpty());
    const Edit up = move(book.paused, -1);
    CHECK(inEnglish(up.label) == u"Moved “Paused” up"_s);
    CHECK(up.changes.size() == 2);
    book.commit(up);
    CHECK(book.stageNames(book.pipeline)
          == QStringList{u"Offer"_s, u"Paused"_s, u"Negotiation"_s, u"Won"_s, u"Lost"_s});
    CHECK(valueOf(store::movePicklistValueEdit(book.connection(),
                                               {EntityKind::Tag, book.add(Tag{.name = u"VIP"_s}).value}, 1))
              .isEmpty());
    // Values that never had a position get one in the same step.
    const SourceId post = book.add(Source{.name = u"Post"_s});
    book.commit(
        valueOf(store::movePicklistValueEdit(book.connection(), {EntityKind::Source, post.value}, -1)));
    const auto sources = valueOf(store::loadLookups(book.connection())).sources;
    REQUIRE(sources.size() == 2);
    CHECK(sources.front().name == u"Post"_s);
}

TEST_CASE("A name that the list has already, or none, is refused; another pipeline may have it", "[store]")
{
    ListBook book(GENERATE(anyEngine()));
    CHECK(sentenceOf(book.adding(Source{.name = u"TRADE FAIR"_s}))
          == u"There is a source called “Trade fair” already."_s);
    CHECK(sentenceOf(book.adding(Source{})) == u"Name is missing."_s);
    CHECK(sentenceOf(book.setting(book.stage(book.offer), u"name", u"paused"_s))
          == u"There is a stage called “Paused” already."_s);
    CHECK(sentenceOf(book.setting(book.stage(book.offer), u"name", u"OFFER"_s))
          == u"done: Changed Name of “Offer”"_s); // its own
    CHECK(sentenceOf(book.setting(book.stage(book.offer), u"name", u"x\ny"_s))
          == u"A name is one line of text; this has several."_s);
    const ChangeSet made = book.commit(valueOf(book.adding(Pipeline{.name = u"Service"_s})));
    PipelineId service;
    for (const Change &change : made.changes) {
        if (change.ref.kind == EntityKind::Pipeline)
            service = {change.ref.id};
    }
    CHECK(book.stageNames(service) == QStringList{u"New"_s, u"Won"_s, u"Lost"_s});
    CHECK(sentenceOf(book.adding(Stage{.pipeline = service, .name = u"Offer"_s}))
          == u"done: Added the stage “Offer”"_s);
    book.checkSound();
}

TEST_CASE("A stage in which deals stand keeps its type", "[store]")
{
    ListBook book(GENERATE(anyEngine()));
    book.deal(u"Renewal"_s, book.offer);
    const auto type = [&](StageId id, const QString &code) {
        return sentenceOf(book.setting(book.stage(id), u"type", code));
    };
    CHECK(type(book.offer, u"on_hold"_s)
          == u"1 deal stands in “Offer”; move it before the stage becomes another type."_s);
    book.deal(u"Pump"_s, book.offer);
    CHECK(type(book.offer, u"won"_s)
          == u"2 deals stand in “Offer”; move them before the stage becomes another type."_s);
    CHECK(type(book.won, u"open"_s) == u"“Sales” needs a stage for deals that are won."_s);
    CHECK(type(book.negotiation, u"on_hold"_s) == u"done: Changed Type of “Negotiation”"_s);
    CHECK(sentenceOf(book.setting(book.stage(book.offer), u"name", u"Bid"_s))
          == u"done: Changed Name of “Offer”"_s);
}

TEST_CASE("What is in use is not deleted, with the user's name and a way out", "[store]")
{
    ListBook book(GENERATE(anyEngine()));
    book.deal(Deal{.name = u"Renewal"_s, .stage = book.offer, .source = book.fair});
    CHECK(sentenceOf(book.deleting({EntityKind::Source, book.fair.value}))
          == u"Cannot delete “Trade fair”: the source “Trade fair” is used by the deal “Renewal”."
             " Make it inactive instead."_s);
    CHECK(sentenceOf(book.deleting(book.stage(book.offer))).startsWith(u"Cannot delete “Offer”: "_s));
    CHECK(sentenceOf(book.deleting(book.stage(book.won)))
          == u"“Sales” needs a stage for deals that are won."_s);
    CHECK(sentenceOf(book.deleting(book.stage(book.negotiation))) == u"done: Deleted “Negotiation”"_s);
    CHECK(sentenceOf(book.deleting({EntityKind::Pipeline, book.pipeline.value}))
          == u"Cannot delete “Sales”: a book needs a pipeline."_s);
    CHECK(sentenceOf(book.deleting({EntityKind::LostReason, book.price.value}))
          == u"done: Deleted “Price”"_s);
}

TEST_CASE("A tag that is deleted goes from all that have it, and comes back to them", "[store]")
{
    ListBook book(GENERATE(anyEngine()));
    for (const QString &name : {u"Renewal"_s, u"Pump"_s}) {
        const DealId deal = book.deal(Deal{.name = name, .stage = book.offer});
        for (const QString &tag : {u"VIP"_s, u"Fair"_s})
            book.commit(valueOf(store::addTagEdit(book.connection(), {EntityKind::Deal, deal.value}, tag)));
    }
    const auto tagged = [&](const QString &tag) {
        const Filter filter =
            parseFilter(EntityKind::Deal, QString(u"tag:"_s + tag), QDate(2026, 1, 1)).value();
        return valueOf(store::totals(book.connection(), {.filter = filter}, {})).count;
    };
    for (const Tag &tag : valueOf(store::loadLookups(book.connection())).tags) {
        if (tag.name == u"VIP"_s)
            book.commit(valueOf(book.deleting({EntityKind::Tag, tag.id.value})));
    }
    CHECK(tagged(u"VIP"_s) == 0);
    CHECK(tagged(u"Fair"_s) == 2);
    book.checkSound();
    CHECK(book.undo() == u"Deleted “VIP”"_s);
    CHECK(tagged(u"VIP"_s) == 2);
    book.checkSound();
}

TEST_CASE("A pipeline that no deal was ever in goes with its stages, and comes back with them", "[store]")
{
    ListBook book(GENERATE(anyEngine()));
    book.commit(valueOf(book.adding(Pipeline{.name = u"Service"_s})));
    const PipelineId service = valueOf(store::loadLookups(book.connection())).pipelines.back().id;
    const EntityRef ref{EntityKind::Pipeline, service.value};
    const DealId deal = book.deal(Deal{.name = u"Check-up"_s, .pipeline = service});
    CHECK(sentenceOf(book.deleting(ref))
          == u"Cannot delete “Service”: the stage “New” is used by the deal “Check-up”."_s);
    CHECK(book.undo() == u"Added “Check-up”"_s);
    Q_UNUSED(deal)
    book.commit(valueOf(book.deleting(ref)));
    CHECK(valueOf(store::loadLookups(book.connection())).pipelines.size() == 1);
    CHECK(book.stageNames(service).isEmpty());
    CHECK(book.undo() == u"Deleted “Service”"_s);
    CHECK(book.stageNames(service) == QStringList{u"New"_s, u"Won"_s, u"Lost"_s});
    book.checkSound();
}
