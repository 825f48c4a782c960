// SPDX-License-Identifier: GPL-3.0-or-later
// The database fails at the n-th statement, for every n of every type of step: nothing is half-written, and
// the same step succeeds afterwards.
#include "store/commit/commit.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "store/book/book.h"
#include "store/commit/changelog.h"
#include "store/maintenance/check.h"
#include "support/book.h"
#include "support/dump.h"
#include "support/everystatement.h"

#include <QThread>

#include <atomic>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// A company with a deal, a contact and a planned call, made in one step; ids 1.
Edit start()
{
    return {
        Sentence::verbatim(u"Start"_s),
        {create(Pipeline{.name = u"Sales"_s}, 1), create(Stage{.pipeline = {1}, .name = u"Lead"_s}, 1),
         create(Stage{.pipeline = {1}, .name = u"Won"_s, .type = StageType::Won}, 2),
         create(Company{.name = u"Acme"_s}, 1), create(Contact{.firstName = u"Ana"_s, .company = {1}}, 1),
         create(
             ContactPoint{.recordKind = EntityKind::Contact, .recordId = 1, .value = u"ana@acme.example"_s},
             1),
         create(Deal{.name = u"Renewal"_s, .company = {1}, .pipeline = {1}, .stage = {1}}, 1),
         create(StageVisit{.deal = {1}, .stage = {1}, .enteredAt = {5}}, 1),
         create(Activity{.kind = ActivityKind::Call, .state = ActivityState::Planned, .at = {5000}}, 1),
         create(ActivityLink{.activity = {1}, .recordKind = EntityKind::Deal, .recordId = 1}, 1)}};
}

// An action of a user on a book made by start(); committed or undone by the store.
struct Action {
    const char *name;
    std::function<Result<ChangeSet>(FreshBook &, Actor)> run;
};

Result<ChangeSet> addWithChildren(FreshBook &book, Actor actor)
{
    return store::commit(
        book.connection(),
        {Sentence::verbatim(u"Log a call"_s),
         {create(Contact{.firstName = u"Bo"_s, .company = {1}}, -1),
          create(ContactPoint{.recordKind = EntityKind::Contact, .recordId = -1, .value = u"bo@x.example"_s}),
          create(Activity{.kind = ActivityKind::Call, .subject = u"Price"_s, .at = {9000}}, -1),
          create(ActivityLink{.activity = {-1}, .recordKind = EntityKind::Contact, .recordId = -1}),
          create(ActivityLink{.activity = {-1}, .recordKind = EntityKind::Deal, .recordId = 1})}},
        actor);
}

Result<ChangeSet> changeFields(FreshBook &book, Actor actor)
{
    HEADWAY_TRY(before, store::load<Company>(book.connection(), CompanyId{1}));
    Company after = before;
    after.name = u"Acme Ltd"_s;
    after.website = u"acme.example"_s;
    return store::commit(book.connection(), {Sentence::verbatim(u"Rename"_s), {update(before, after)}},
                         actor);
}

Result<ChangeSet> moveDeal(FreshBook &book, Actor actor)
{
    HEADWAY_TRY(before, store::load<Deal>(book.connection(), DealId{1}));
    Deal after = before;
    after.stage = {2};
    after.status = StageType::Won;
    after.closedOn = QDate(2026, 11, 23);
    HEADWAY_TRY(visit, store::load<StageVisit>(book.connection(), Id<EntityKind::StageVisit>{1}));
    StageVisit left = visit;
    left.leftAt = actor.now;
    return store::commit(book.connection(),
                         {Sentence::verbatim(u"Won"_s),
                          {update(before, after), update(visit, left),
                           create(StageVisit{.deal = {1}, .stage = {2}, .enteredAt = actor.now})}},
                         actor);
}

Result<ChangeSet> removeSeveral(FreshBook &book, Actor actor)
{
    return store::commit(book.connection(),
                         {Sentence::verbatim(u"Delete"_s),
                          {remove({EntityKind::Deal, 1}), remove({EntityKind::ContactPoint, 1}),
                           remove({EntityKind::Activity, 1})}},
                         actor);
}

Result<ChangeSet> takeBack(FreshBook &book, Actor actor)
{
    HEADWAY_TRY(last, store::undoable(book.connection(), actor.user));
    return store::revert(book.connection(), last ? last->id : 0, actor);
}

Result<ChangeSet> importRows(FreshBook &book, Actor actor)
{
    HEADWAY_TRY(step,
                store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Import"_s), Origin::Imported,
                                         actor));
    for (int i = 0; i < 20; ++i)
        HEADWAY_CHECK(step.apply(create(Contact{.firstName = u"Row %1"_s.arg(i), .company = {1}})));
    return step.finish();
}

const Action actions[] = {
    {"add with children", addWithChildren}, {"change fields", changeFields}, {"move a deal", moveDeal},
    {"delete several", removeSeveral},      {"take back", takeBack},         {"import 20 rows", importRows}};

} // namespace

TEST_CASE("Whichever statement fails, a step is not half-written and succeeds afterwards", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const Action action = GENERATE(from_range(std::begin(actions), std::end(actions)));
    CAPTURE(book.connection().engine(), action.name);
    book.commit(start());
    const Actor actor = book.actor();
    CHECK(failEveryStatement(book,
                             [&]() -> Result<> {
                                 HEADWAY_CHECK(action.run(book, actor));
                                 return {};
                             })
          > 5);
}

TEST_CASE("The engine itself refuses a step at its end: nothing of it is there", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    book.commit(start());
    const QString before = dumpOf(book.connection());
    // references are checked when the step is committed
    const auto result = store::commit(
        book.connection(),
        {Sentence::verbatim(u"Add"_s), {create(Contact{.firstName = u"Bo"_s, .company = {4711}})}},
        book.actor());
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Constraint);
    CHECK(dumpOf(book.connection()) == before);
    book.add(Company{.name = u"Work goes on"_s});
}

TEST_CASE("A step that is interrupted leaves nothing, and the next one works", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    book.commit(start());
    const QString before = dumpOf(book.connection());
    const QString endless = u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n)"
                            " SELECT count(*) FROM n"_s;
    {
        auto step = valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Import"_s),
                                                     Origin::Imported, book.actor()));
        valueOf(step.apply(create(Company{.name = u"Lost"_s})));
        std::atomic<bool> over = false;
        const std::unique_ptr<QThread> other(QThread::create([&] {
            while (!over) {
                book.connection().interrupt();
                QThread::yieldCurrentThread();
            }
        }));
        other->start();
        const auto result = book.connection().cell(endless);
        over = true;
        other->wait();
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::Cancelled);
    }
    CHECK(dumpOf(book.connection()) == before);
    book.add(Company{.name = u"Work goes on"_s});
}

TEST_CASE("Of two who change the same field at once one hears of it, and nothing is lost", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const CompanyId id = book.add(Company{.name = u"Acme"_s, .sector = u"0"_s});
    constexpr int rounds = 25;
    std::atomic<int> done = 0;
    std::atomic<int> conflicts = 0;
    std::atomic<int> others = 0;
    const auto work = [&](int user) {
        auto connection = store::openBook(book.place(), sql::Access::ReadWrite);
        for (int i = 0; connection && i < rounds; ++i) {
            const auto seen = store::load<Company>(**connection, id);
            if (!seen)
                continue;
            Company mine = *seen;
            mine.sector = u"%1 by %2"_s.arg(i).arg(user);
            const auto result =
                store::commit(**connection, {Sentence::verbatim(u"Count"_s), {update(*seen, mine)}},
                              {UserId{user}, Instant{i + 1}});
            const bool isConflict = !result
                && (result.error().code == ErrorCode::Conflict || result.error().code == ErrorCode::Busy);
            ++(result ? done : isConflict ? conflicts : others);
        }
    };
    const std::unique_ptr<QThread> other(QThread::create([&] { work(2); }));
    other->start();
    work(1);
    other->wait();
    CHECK(others == 0);
    CHECK(done + conflicts == 2 * rounds);
    const auto logged =
        valueOf(book.connection().cell(u"SELECT count(*) FROM change WHERE kind = 'update'"_s));
    CHECK(logged == sql::Value(qint64(done)));
    CHECK(valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("Two who saw the same value: exactly one writes, the other hears of a conflict", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const CompanyId id = book.add(Company{.name = u"Acme"_s});
    const Company seen = book.load<Company>(id);
    std::atomic<int> done = 0;
    std::atomic<int> conflicts = 0;
    const auto work = [&](const QString &sector) {
        auto connection = store::openBook(book.place(), sql::Access::ReadWrite);
        Company mine = seen;
        mine.sector = sector;
        const auto result = connection
            ? store::commit(**connection, {Sentence::verbatim(u"Sector"_s), {update(seen, mine)}},
                            {UserId{1}, Instant{1}})
            : failure(connection.error());
        done += bool(result);
        conflicts += !result && result.error().code == ErrorCode::Conflict;
    };
    const std::unique_ptr<QThread> other(QThread::create([&] { work(u"Retail"_s); }));
    other->start();
    work(u"Medical"_s);
    other->wait();
    CHECK(done == 1);
    CHECK(conflicts == 1);
}

TEST_CASE("A reader sees all of a step or nothing of it", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    auto reader = valueOf(store::openBook(book.place(), sql::Access::Read));
    const auto seen = [&] {
        auto snapshot = valueOf(sql::Transaction::read(*reader));
        const auto rows = valueOf(reader->cell(u"SELECT count(*) FROM company"_s));
        const auto logged = valueOf(reader->cell(u"SELECT count(*) FROM change"_s));
        const auto found = valueOf(reader->cell(u"SELECT count(*) FROM search_doc"_s));
        CHECK(rows == logged);
        CHECK(rows == found);
        valueOf(snapshot.commit());
        return rows;
    };
    auto step = valueOf(store::StepWriter::begin(book.connection(), Sentence::verbatim(u"Import"_s),
                                                 Origin::Imported, book.actor()));
    for (int i = 0; i < 20; ++i) {
        valueOf(step.apply(create(Company{.name = u"Company %1"_s.arg(i)})));
        CHECK(seen() == sql::Value(qint64(0)));
    }
    valueOf(step.finish());
    CHECK(seen() == sql::Value(qint64(20)));
}

TEST_CASE("A step that another program keeps out says so, and is done once that lets go", "[store]")
{
    FreshBook book(GENERATE(anyEngine()));
    const bool isFile = book.connection().engine() == sql::Engine::Sqlite;
    const QString before = dumpOf(book.connection());
    const sql::Value patience = valueOf(book.connection().cell(
        isFile ? u"PRAGMA busy_timeout"_s
               : u"SELECT setting::bigint FROM pg_settings WHERE name = 'lock_timeout'"_s));
    CHECK(patience == sql::Value(qint64(5000)));
    valueOf(book.connection().command(isFile ? u"PRAGMA busy_timeout = 20"_s : u"SET lock_timeout = 20"_s));
    auto other = valueOf(store::openBook(book.place(), sql::Access::ReadWrite));
    const Edit edit{Sentence::verbatim(u"Add"_s), {create(Company{.name = u"Acme"_s})}};
    {
        const auto lock = valueOf(sql::Transaction::write(*other));
        if (!isFile) // writers of a server do not block one another
            valueOf(other->command(u"LOCK TABLE company IN EXCLUSIVE MODE"_s));
        const auto refused = store::commit(book.connection(), edit, book.actor());
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Busy);
        CHECK(inEnglish(refused.error().text) == u"The book is locked by another program."_s);
        CHECK(dumpOf(book.connection()) == before);
    }
    book.commit(edit);
}
