// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace.h"

#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "store/book/book.h"
#include "store/rows/records.h"
#include "support/livebook.h"

#include <QElapsedTimer>
#include <QFile>
#include <QSemaphore>
#include <QTemporaryDir>
#include <QThread>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;
using test::await;
using test::LiveBook;

namespace {

// Counts to a number, which takes minutes.
Result<qint64> endless(sql::Connection &connection)
{
    HEADWAY_TRY(
        cell,
        connection.cell(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 20000000000)"
                        " SELECT count(*) FROM n"_s));
    return std::get<qint64>(cell);
}

std::function<Result<qint64>(sql::Connection &)> answer(qint64 number)
{
    return [number](sql::Connection &) -> Result<qint64> { return number; };
}

Edit addCompany(const QString &name)
{
    return {Sentence::verbatim(u"Add “%1”"_s.arg(name)), {create(Company{.name = name})}};
}

QString errorOfOpening(const WorkspaceOptions &options)
{
    QObject context;
    QString text;
    bool done = false;
    Workspace::open(&context, options, [&](Result<std::shared_ptr<Workspace>> result) {
        text = result ? u"it opened"_s : inEnglish(result.error().text);
        done = true;
    });
    REQUIRE(await([&] { return done; }));
    return text;
}

} // namespace

TEST_CASE("What is asked of the book is answered later, on the caller's thread", "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    std::optional<qint64> got;
    QThread *thread = nullptr;
    Ticket ticket = workspace.read<qint64>(&workspace, answer(7), [&](Result<qint64> number) {
        got = *number;
        thread = QThread::currentThread();
    });
    CHECK_FALSE(got);
    CHECK(ticket.isPending());
    REQUIRE(await([&] { return got.has_value(); }));
    CHECK(got == 7);
    CHECK(thread == QThread::currentThread());
    CHECK_FALSE(ticket.isPending());
}

TEST_CASE("While its answer is being handled a request is no longer on its way", "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    Ticket ticket;
    std::optional<bool> pending;
    ticket =
        workspace.read<qint64>(&workspace, answer(7), [&](Result<qint64>) { pending = ticket.isPending(); });
    REQUIRE(await([&] { return pending.has_value(); }));
    CHECK(pending == false);
}

TEST_CASE("Of many questions put to one ticket only the last is answered", "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    QList<qint64> answers;
    Ticket ticket;
    for (qint64 i = 0; i < 200; ++i)
        ticket =
            workspace.read<qint64>(&workspace, answer(i), [&](Result<qint64> number) { answers += *number; });
    REQUIRE(await([&] { return !answers.isEmpty(); }));
    bool after = false; // by then, other pending answers have arrived, too
    Ticket other = workspace.read<qint64>(&workspace, answer(0), [&](Result<qint64>) { after = true; });
    REQUIRE(await([&] { return after; }));
    CHECK(answers == QList<qint64>{199});
}

TEST_CASE("A question that nobody waits for any more stops at once", "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    std::atomic<int> begun = 0;
    bool answered = false;
    const auto job = [&](sql::Connection &connection) {
        ++begun;
        return endless(connection);
    };
    Ticket one = workspace.read<qint64>(&workspace, job, [&](Result<qint64>) { answered = true; });
    Ticket two = workspace.read<qint64>(&workspace, job, [&](Result<qint64>) { answered = true; });
    REQUIRE(await([&] { return begun == 2; })); // both readers are busy
    one.cancel();
    two = {};
    bool other = false;
    Ticket three = workspace.read<qint64>(&workspace, answer(1), [&](Result<qint64>) { other = true; });
    CHECK(await([&] { return other; }));
    CHECK_FALSE(answered);
}

TEST_CASE("A question of several statements stops, whichever of them was running when it was dropped",
          "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    std::atomic<bool> hasBegun = false;
    Ticket ticket = workspace.read<qint64>(
        &workspace,
        [&hasBegun](sql::Connection &connection) {
            hasBegun = true;
            while (
                connection.cell(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 10000)"
                                " SELECT count(*) FROM n"_s)) {
            }
            return endless(connection);
        },
        [](const Result<qint64> &) { FAIL("a dropped question was answered"); });
    REQUIRE(await([&] { return hasBegun.load(); }));
    ticket.cancel();
    open.workspace.reset(); // waits for the running read
}

TEST_CASE("An answer never comes to somebody who is gone", "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    bool came = false;
    auto context = std::make_unique<QObject>();
    Ticket ticket = workspace.read<qint64>(context.get(), answer(1), [&](Result<qint64>) { came = true; });
    workspace.submit(
        context.get(), [](sql::Connection &) -> Result<Edit> { return addCompany(u"Acme"_s); },
        [&](Result<ChangeSet>) { came = true; });
    context.reset();
    bool announced = false;
    QObject::connect(&workspace, &Workspace::changed, &workspace, [&] { announced = true; });
    REQUIRE(await([&] { return announced; })); // a submitted step is done all the same
    CHECK_FALSE(came);
}

TEST_CASE("A window that closes with questions open hears nothing of them", "[app][workers]")
{
    LiveBook open;
    bool came = false;
    for (int i = 0; i < 20; ++i) {
        Workspace &workspace = open.open();
        Ticket ticket = workspace.read<qint64>(&workspace, answer(1), [&](Result<qint64>) { came = true; });
        workspace.submit(addCompany(u"Acme %1"_s.arg(i)));
        open.workspace.reset();
    }
    QCoreApplication::processEvents();
    CHECK_FALSE(came);
}

TEST_CASE("What was typed last is kept, though the window closes while another step is being written",
          "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    // Starts and takes a while: later input has to wait.
    workspace.submit(&workspace,
                     [](sql::Connection &connection) -> Result<Edit> {
                         HEADWAY_CHECK(
                             connection.cell(u"WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                                             " LIMIT 300000) SELECT count(*) FROM n"_s));
                         return addCompany(u"First"_s);
                     },
                     {});
    workspace.submit(addCompany(u"Second"_s));
    workspace.submit(addCompany(u"Third"_s));
    open.workspace.reset();
    QStringList names;
    for (const Company &company : test::valueOf(store::loadAll<Company>(open.book.connection())))
        names += company.name;
    CHECK(names == QStringList{u"First"_s, u"Second"_s, u"Third"_s});
}

TEST_CASE("An edit is announced once, and then told as done", "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    QStringList heard;
    QObject::connect(&workspace, &Workspace::changed, &workspace,
                     [&](const ChangeSet &set) { heard += u"changed "_s + inEnglish(set.operation.label); });
    QObject::connect(&workspace, &Workspace::committed, &workspace,
                     [&](const Operation &step) { heard += u"committed "_s + inEnglish(step.label); });
    workspace.submit(
        &workspace, [](sql::Connection &) -> Result<Edit> { return addCompany(u"Acme"_s); },
        [&](const Result<ChangeSet> &set) { heard += set ? u"then"_s : inEnglish(set.error().text); });
    REQUIRE(await([&] { return heard.size() == 3; }));
    CHECK(heard == QStringList{u"changed Add “Acme”"_s, u"then"_s, u"committed Add “Acme”"_s});
}

TEST_CASE("An edit that changes nothing is no step, and one that fails is told", "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    QStringList heard;
    QObject::connect(&workspace, &Workspace::changed, &workspace, [&] { heard += u"changed"_s; });
    QObject::connect(&workspace, &Workspace::committed, &workspace, [&] { heard += u"committed"_s; });
    QObject::connect(&workspace, &Workspace::failed, &workspace,
                     [&](const Error &error) { heard += inEnglish(error.text); });
    bool done = false;
    workspace.submit(
        &workspace, [](sql::Connection &) -> Result<Edit> { return Edit{Sentence::verbatim(u"Nothing"_s)}; },
        [&](const Result<ChangeSet> &) { done = true; });
    REQUIRE(await([&] { return done; }));
    CHECK(heard.isEmpty());
    workspace.submit(addCompany(QString()));
    REQUIRE(await([&] { return !heard.isEmpty(); }));
    CHECK(heard == QStringList{u"Name is missing."_s});
    CHECK(open.book.history().empty());
}

TEST_CASE("Ctrl+Z takes back, Ctrl+Shift+Z does again, and the end of the line is said", "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    QStringList heard;
    QObject::connect(&workspace, &Workspace::committed, &workspace, [&](const Operation &step) {
        heard += QString::number(int(step.origin)) + inEnglish(step.label);
    });
    QObject::connect(&workspace, &Workspace::failed, &workspace,
                     [&](const Error &error) { heard += inEnglish(error.text); });
    const auto next = [&] {
        const qsizetype before = heard.size();
        REQUIRE(await([&] { return heard.size() > before; }));
        return heard.back();
    };
    workspace.submit(addCompany(u"Acme"_s));
    next();
    workspace.undo();
    CHECK(next() == QString::number(int(Origin::Undo)) + u"Add “Acme”"_s);
    CHECK(open.book.count(EntityKind::Company) == 0);
    workspace.undo();
    CHECK(next() == u"There is nothing to take back."_s);
    workspace.redo();
    CHECK(next() == QString::number(int(Origin::Redo)) + u"Add “Acme”"_s);
    CHECK(open.book.count(EntityKind::Company) == 1);
    workspace.redo();
    CHECK(next() == u"There is nothing to do again."_s);
}

TEST_CASE("Taking back a step of many records tells how far it is, and can be given up", "[app][workers]")
{
    constexpr qint64 all = 5000; // in several portions
    LiveBook live;
    Edit many{Sentence::verbatim(u"Add many"_s)};
    for (qint64 i = 0; i < all; ++i)
        many.changes.push_back(create(Company{.name = u"Works %1"_s.arg(i)}));
    live.book.commit(many);
    Workspace &workspace = live.open();
    qint64 done = 0;
    int ends = 0;
    QObject::connect(&workspace, &Workspace::takingBack, &workspace, [&](qint64 so, qint64 whole) {
        CHECK(whole == all);
        CHECK(so >= done);
        done = so;
    });
    QObject::connect(&workspace, &Workspace::takenBack, &workspace, [&] { ++ends; });
    QSemaphore gate; // holds the writer until the step was given up
    workspace.submit(&workspace,
                     [&gate](sql::Connection &) -> Result<Edit> {
                         gate.acquire();
                         return Edit();
                     },
                     {});
    workspace.undo();
    workspace.cancelTakingBack();
    gate.release();
    REQUIRE(await([&] { return ends == 1; }));
    CHECK(live.book.count(EntityKind::Company) == all);
    CHECK(done < all);
    workspace.undo();
    REQUIRE(await([&] { return ends == 2; }));
    CHECK(live.book.count(EntityKind::Company) == 0);
    CHECK(done == all);
}

TEST_CASE("A step done in another window shows here, each exactly once", "[app][workers]")
{
    LiveBook open;
    Workspace &mine = open.open();
    const std::shared_ptr<Workspace> theirs = test::opened(open.options());
    QStringList heard;
    QObject::connect(&mine, &Workspace::changed, &mine,
                     [&](const ChangeSet &set) { heard += inEnglish(set.operation.label); });
    bool done = false;
    theirs->submit(
        theirs.get(), [](sql::Connection &) -> Result<Edit> { return addCompany(u"Theirs"_s); },
        [&](const Result<ChangeSet> &) { done = true; });
    REQUIRE(await([&] { return done; }));
    mine.submit(addCompany(u"Mine"_s)); // newer than the step that was not seen yet
    REQUIRE(await([&] { return heard.contains(u"Add “Theirs”"_s); }));
    theirs->submit(addCompany(u"Second"_s));
    REQUIRE(await([&] { return heard.contains(u"Add “Second”"_s); }));
    heard.sort();
    CHECK(heard == QStringList{u"Add “Mine”"_s, u"Add “Second”"_s, u"Add “Theirs”"_s});
}

TEST_CASE("A step that began before others and ends after them shows here, too", "[app][workers]")
{
    for (const sql::Engine engine : test::engines()) {
        if (engine == sql::Engine::Sqlite)
            continue; // one writer at a time
        test::FreshBook book(engine);
        book.add(Company{.name = u"Known before"_s});
        const auto workspace =
            test::opened({.address = book.place(), .user = {7}, .clock = [] { return Instant{1}; }});
        QStringList heard;
        QObject::connect(workspace.get(), &Workspace::changed, workspace.get(),
                         [&heard](const ChangeSet &set) { heard += inEnglish(set.operation.label); });
        auto other = test::valueOf(store::openBook(book.place(), sql::Access::ReadWrite));
        auto import = test::valueOf(store::StepWriter::begin(*other, Sentence::verbatim(u"Long import"_s),
                                                             Origin::Imported, {UserId{1}, Instant{1}}));
        test::valueOf(import.apply(create(Company{.name = u"Imported"_s})));
        book.add(Company{.name = u"Meanwhile"_s});
        workspace->undo(); // there is nothing to undo; the failure makes it look for new steps
        REQUIRE(await([&] { return heard == QStringList{u"Add"_s}; }));
        test::valueOf(import.finish());
        workspace->undo();
        CHECK(await([&] { return heard == QStringList{u"Add"_s, u"Long import"_s}; }));
    }
}

TEST_CASE("A new tag is in the short lists as soon as they are told to have changed", "[app][workers]")
{
    LiveBook open;
    Workspace &workspace = open.open();
    int told = 0;
    QObject::connect(&workspace, &Workspace::lookupsChanged, &workspace, [&] { ++told; });
    workspace.submit({Sentence::verbatim(u"Add a tag"_s), {create(Tag{.name = u"VIP"_s})}});
    REQUIRE(await([&] { return told == 1; }));
    REQUIRE(workspace.lookups().tags.size() == 1);
    CHECK(workspace.lookups().tags.front().name == u"VIP"_s);
}

TEST_CASE("A book that cannot be opened is told in one sentence that names it", "[app][workers]")
{
    const QTemporaryDir folder;
    const QString missing = folder.filePath(u"missing.headway"_s);
    CHECK(errorOfOpening({.address = missing}) == u"The file %1 does not exist."_s.arg(missing));
    const QString letter = folder.filePath(u"letter.headway"_s);
    QFile file(letter);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(QByteArray("Dear Sir or Madam, ").repeated(300));
    file.close();
    CHECK(errorOfOpening({.address = letter}) == u"The file %1 is damaged or not a database."_s.arg(letter));
    CHECK(errorOfOpening({.address = folder.path()}) == u"%1 is not a file."_s.arg(folder.path()));
}

TEST_CASE("What makes a new book runs once, and its failure is why the book does not open", "[app][workers]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"new.headway"_s);
    std::atomic<int> runs = 0;
    const auto make = [&]() -> Result<> {
        ++runs;
        HEADWAY_CHECK(store::createBook(file));
        return {};
    };
    const auto workspace =
        test::opened({.address = file, .clock = [] { return Instant{1}; }, .prepare = make});
    CHECK(runs == 1);
    bool done = false;
    workspace->submit(
        workspace.get(), [](sql::Connection &) -> Result<Edit> { return addCompany(u"A"_s); },
        [&](const Result<ChangeSet> &) { done = true; });
    REQUIRE(await([&] { return done; }));
    CHECK(runs == 1);
    CHECK(errorOfOpening({.address = folder.filePath(u"other"_s),
                          .prepare = []() -> Result<> {
                              return failure(ErrorCode::Full, Sentence::verbatim(u"No room."_s));
                          }})
          == u"No room."_s);
}

TEST_CASE("When another day begins it is told once, and everything is read again", "[app][workers]")
{
    LiveBook open;
    constexpr qint64 hour = 3'600'000;
    Instant now{1'773'178'200'000}; // 10 March 2026, 21:30 UTC
    WorkspaceOptions options = open.options();
    options.clock = [&now] { return now; };
    options.zone = QTimeZone("Europe/Berlin");
    const auto workspace = test::opened(options);
    int days = 0;
    int readings = 0;
    QObject::connect(workspace.get(), &Workspace::dayChanged, workspace.get(), [&] { ++days; });
    QObject::connect(workspace.get(), &Workspace::changed, workspace.get(),
                     [&](const ChangeSet &set) { readings += !set.complete; });
    workspace->lookAtClock();
    CHECK(days == 0);
    now.ms += 2 * hour;
    workspace->lookAtClock();
    workspace->lookAtClock();
    CHECK(days == 1);
    CHECK(readings == 1);
    now.ms -= 2 * hour; // setting the clock back changes the day, too
    workspace->lookAtClock();
    CHECK(days == 2);
}

TEST_CASE("A book is called by its file, and opened for its first active user", "[app][workers]")
{
    LiveBook open;
    open.book.add(User{.name = u"Gone"_s, .active = false});
    open.book.add(User{.name = u"Zoë"_s});
    open.book.add(User{.name = u"Ana"_s});
    WorkspaceOptions options = open.options();
    options.user = {};
    const auto workspace = test::opened(options);
    CHECK(workspace->lookups().user(workspace->user())->name == u"Ana"_s);
    CHECK(workspace->title() == u"book"_s);
    CHECK_FALSE(workspace->uuid().isEmpty());
    CHECK(bookTitle(u"postgresql://ana:secret@db.example/sales?sslmode=require"_s) == u"sales"_s);
    CHECK(bookTitle(u"postgresql://ana:secret@db.example"_s) == u"ana@db.example"_s);
}

TEST_CASE("When somebody else works here, steps are theirs, and so is what they take back", "[app]")
{
    LiveBook open;
    const UserId ana = open.book.add(User{.name = u"Ana"_s});
    const UserId ben = open.book.add(User{.name = u"Ben"_s});
    Workspace &workspace = open.open();
    REQUIRE(workspace.user() == ana);
    QStringList steps;
    UserId former;
    bool isReadAgain = false;
    QObject::connect(&workspace, &Workspace::committed, &workspace,
                     [&](const Operation &step) { steps += inEnglish(step.label); });
    QObject::connect(&workspace, &Workspace::userChanged, &workspace, [&](UserId user) { former = user; });
    workspace.submit(addCompany(u"Acme"_s));
    REQUIRE(await([&] { return steps == QStringList{u"Add “Acme”"_s}; }));

    QObject::connect(&workspace, &Workspace::changed, &workspace,
                     [&](const ChangeSet &set) { isReadAgain = isReadAgain || !set.complete; });
    workspace.workAs(ben);
    CHECK(former == ana);
    CHECK(isReadAgain);
    workspace.submit(addCompany(u"Bolt"_s));
    REQUIRE(await([&] { return steps.size() == 2; }));
    CHECK(open.book.history().front().actor == ben);
    workspace.undo();
    REQUIRE(await([&] { return steps.size() == 3; }));
    Error error;
    QObject::connect(&workspace, &Workspace::failed, &workspace, [&](const Error &e) { error = e; });
    workspace.undo();
    REQUIRE(await([&] { return !error.text.isEmpty(); }));
    CHECK(inEnglish(error.text) == u"There is nothing to take back."_s); // Acme was added by Ana
    CHECK(open.book.count(EntityKind::Company) == 1);
}
