// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/viewactions.h"

#include "domain/query/filter.h"
#include "domain/records/inenglish.h"
#include "store/reading/lists.h"
#include "store/reading/lookups.h"
#include "support/flaws.h"
#include "support/salesbook.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

struct ViewBook : SalesBook {
    using SalesBook::SalesBook;

    Actor as(UserId user) { return {user, actor().now}; }
    EntityRef make(const SavedView &view, UserId user)
    {
        const Edit edit =
            valueOf(store::createRecordEdit(connection(), EntityKind::SavedView, toRow(view), as(user)));
        return valueOf(store::commit(connection(), edit, as(user))).changes.front().ref;
    }
    SavedView view(EntityRef ref) { return headway::as<SavedView>(record(ref)); }
    QStringList namesFor(UserId user)
    {
        Query query{.kind = EntityKind::SavedView};
        QStringList names;
        for (const qint64 id : valueOf(store::ids(connection(), query, {user, QTimeZone::utc()}, 0)))
            names += view({EntityKind::SavedView, id}).name;
        return names;
    }
    void checkSound() { CHECK(flawsIn(connection()) == none); }
};

} // namespace

TEST_CASE("A view is saved as a step, belongs to who saved it, and is undone like any other", "[store]")
{
    ViewBook book(GENERATE(anyEngine()));
    const EntityRef ref = book.make({.name = u"Mine"_s, .filter = u"owner:me status:open"_s}, book.ana);
    CHECK(book.view(ref).owner == book.ana);
    CHECK(book.view(ref).position == 1);
    CHECK(inEnglish(book.history().front().label) == u"Added the view “Mine”"_s);
    CHECK(valueOf(store::loadLookups(book.connection())).views.size() == 1);
    book.checkSound();
    const auto undone = store::revert(book.connection(), book.history().front().id, book.as(book.ana), {});
    REQUIRE(undone);
    CHECK(valueOf(store::loadLookups(book.connection())).views.empty());
    book.checkSound();
}

TEST_CASE("Colleagues do not see a private view in the list of views", "[store]")
{
    ViewBook book(GENERATE(anyEngine()));
    book.make({.name = u"Ana's"_s}, book.ana);
    book.make({.name = u"Everybody's"_s, .shared = true}, book.ana);
    CHECK(book.namesFor(book.ana) == QStringList{u"Ana's"_s, u"Everybody's"_s});
    CHECK(book.namesFor(book.ben) == QStringList{u"Everybody's"_s});
}

TEST_CASE("Whose view others look at stays in the book, and so does the view once they left", "[store]")
{
    ViewBook book(GENERATE(anyEngine()));
    const User cleo{.name = u"Cleo"_s};
    const UserId id = book.add(cleo);
    const EntityRef ref = book.make({.name = u"Q4"_s, .shared = true}, id);
    book.make({.name = u"Cleo's own"_s}, id);
    const auto refused = store::deleteEdit(book.connection(), {{EntityKind::User, id.value}});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(inEnglish(refused.error().text).endsWith(u"Make them inactive instead."_s));
    const User before = book.load<User>(id);
    User after = before;
    after.active = false;
    book.commit({Sentence::verbatim(u"Left"_s), {update(before, after)}});
    CHECK(book.namesFor(book.ana) == QStringList{u"Q4"_s});
    SavedView anas = book.view(ref);
    anas.filter = u"status:open"_s;
    const auto edit = store::changeFieldsEdit(
        book.connection(), ref, difference(EntityKind::SavedView, toRow(book.view(ref)), toRow(anas)),
        book.as(book.ana));
    REQUIRE(edit);
    REQUIRE(store::commit(book.connection(), *edit, book.as(book.ana)));
    CHECK(book.view(ref).owner == id);
    book.checkSound();
}

TEST_CASE("Who saves a view that a colleague has changed meanwhile is told, and nothing is lost", "[store]")
{
    ViewBook book(GENERATE(anyEngine()));
    const EntityRef ref = book.make({.name = u"Q4"_s, .filter = u"status:open"_s, .shared = true}, book.ana);
    const SavedView seen = book.view(ref);
    const auto saving = [&](const SavedView &after, UserId user) {
        const auto edit = store::changeFieldsEdit(
            book.connection(), ref, difference(EntityKind::SavedView, toRow(seen), toRow(after)),
            book.as(user));
        return edit ? store::commit(book.connection(), *edit, book.as(user))
                    : Result<ChangeSet>(failure(edit.error()));
    };
    SavedView bens = seen;
    bens.filter = u"status:open amount:>5k"_s;
    REQUIRE(saving(bens, book.ben));
    SavedView anas = seen;
    anas.filter = u"status:open owner:me"_s;
    const auto refused = saving(anas, book.ana);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Conflict);
    CHECK(book.view(ref).filter == bens.filter);
    SavedView sorted = seen; // another part of it: both are kept
    sorted.sort = u"-amount"_s;
    REQUIRE(saving(sorted, book.ana));
    CHECK(book.view(ref).filter == bens.filter);
    CHECK(book.view(ref).sort == u"-amount"_s);
}

TEST_CASE("A view of a board keeps the stages it opens through saving, a text, and undo", "[store]")
{
    ViewBook book(GENERATE(anyEngine()));
    const QString settings = u"open: Won, \"Lost, for now\"\nhorsepower: 200"_s;
    const EntityRef ref =
        book.make({.name = u"Closed"_s, .place = ViewPlace::Board, .settings = settings}, book.ana);
    CHECK(book.view(ref).settings == settings);
    const auto written = valueOf(store::writtenViews(book.connection(), {u"Closed"_s}, book.ana));
    REQUIRE(written.size() == 1);
    auto read = valueOf(readViews(viewText(written.front())));
    CHECK(read.front().view.settings == settings);
    read.front().view.settings = u"open: Offer"_s;
    valueOf(store::commit(
        book.connection(),
        valueOf(store::importViewsEdit(book.connection(), read, u"team.views"_s, book.as(book.ana))),
        book.as(book.ana)));
    CHECK(book.view(ref).settings == u"open: Offer"_s);
    book.undo();
    CHECK(book.view(ref).settings == settings);
    book.checkSound();
}

TEST_CASE("A view moves among those that I see, past the private one of a colleague", "[store]")
{
    ViewBook book(GENERATE(anyEngine()));
    const EntityRef first = book.make({.name = u"First"_s, .shared = true}, book.ana);
    book.make({.name = u"Ben's"_s}, book.ben);
    const EntityRef last = book.make({.name = u"Last"_s, .shared = true}, book.ana);
    book.make({.name = u"Of contacts"_s, .recordKind = EntityKind::Contact}, book.ana);
    const auto moving = [&](EntityRef ref, int step) {
        return valueOf(store::moveViewEdit(book.connection(), ref, step, book.ana));
    };
    const Edit up = moving(last, -1);
    CHECK(inEnglish(up.label) == u"Moved “Last” up"_s);
    valueOf(store::commit(book.connection(), up, book.as(book.ana)));
    CHECK(book.view(last).position < book.view(first).position);
    CHECK(moving(last, -1).isEmpty());
    CHECK(moving(first, 1).isEmpty());
}

TEST_CASE("A pipeline is deleted though a view shows it, and comes back with its view", "[store]")
{
    ViewBook book(GENERATE(anyEngine()));
    const Edit adding = valueOf(store::createRecordEdit(book.connection(), EntityKind::Pipeline,
                                                        toRow(Pipeline{.name = u"Service"_s}), book.actor()));
    PipelineId service;
    for (const Change &change : book.commit(adding).changes) {
        if (change.ref.kind == EntityKind::Pipeline)
            service = {change.ref.id};
    }
    const EntityRef ref = book.make(
        {.name = u"Service"_s, .place = ViewPlace::Board, .pipeline = service, .shared = true}, book.ana);
    book.commit(valueOf(store::deleteEdit(book.connection(), {{EntityKind::Pipeline, service.value}})));
    CHECK_FALSE(book.view(ref).pipeline);
    book.checkSound();
    book.undo();
    CHECK(book.view(ref).pipeline == service);
    book.checkSound();
}

TEST_CASE("Views of a file become mine in one step; one of the same name becomes what the file says",
          "[store]")
{
    ViewBook book(GENERATE(anyEngine()));
    const EntityRef known = book.make({.name = u"Hot"_s, .filter = u"amount:>50k"_s}, book.ana);
    book.make({.name = u"Hot"_s, .filter = u"stage:Offer"_s}, book.ben); // private: not meant
    const auto views = readViews(u"[hot]\nkind: deal\nfilter: amount:>80k\nfolded: won\n"
                                 "[Board]\nplace: board\npipeline: Sales\n"
                                 "[Elsewhere]\nplace: board\npipeline: Lost in space\n"_s);
    REQUIRE(views);
    const Edit edit =
        valueOf(store::importViewsEdit(book.connection(), *views, u"team.views"_s, book.as(book.ana)));
    CHECK(inEnglish(edit.label) == u"Imported 3 views from team.views"_s);
    valueOf(store::commit(book.connection(), edit, book.as(book.ana)));
    CHECK(book.view(known).filter == u"amount:>80k"_s);
    CHECK(book.view(known).settings == u"folded: won"_s);
    CHECK(book.count(EntityKind::SavedView) == 4);
    const auto written =
        valueOf(store::writtenViews(book.connection(), {u"Board"_s, u"elsewhere"_s}, book.ana));
    REQUIRE(written.size() == 2);
    const Lookups lists = valueOf(store::loadLookups(book.connection()));
    CHECK(written[0].pipeline == (lists.pipelines.front().name == u"Sales"_s ? u"Sales"_s : QString()));
    CHECK(viewText(written[1]).contains(u"pipeline: Lost in space"_s)); // nothing is lost
    CHECK_FALSE(store::writtenViews(book.connection(), {u"Nowhere"_s}, book.ana));
    book.checkSound();
}
