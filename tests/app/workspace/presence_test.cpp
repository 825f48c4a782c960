// SPDX-License-Identifier: GPL-3.0-or-later
// The book becomes unavailable while it is open, and comes back: a server that stops, a file that is removed,
// moved or replaced. It is reported once, nothing is lost, and work goes on.
// slow: each test with a server starts and stops one of its own (1.5 s).
#include "app/board/boardmodel.h"
#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "domain/records/user.h"
#include "domain/rules/deals.h"
#include "store/book/book.h"
#include "store/commit/changelog.h"
#include "support/await.h"
#include "support/flaws.h"
#include "support/livebook.h"
#include "support/ownserver.h"
#include "support/transfer.h"
#include "transfer/import/importer.h"

#include <QDir>
#include <QFile>

using namespace headway;
using namespace headway::app;
using namespace headway::transfer;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// A workspace with its threads, recording when the book was lost and came back.
struct Watched {
    explicit Watched(const QString &address)
        : workspace(test::opened({.address = address,
                                  .user = {1},
                                  .clock = [] { return Instant{1}; },
                                  .patience = std::chrono::milliseconds(1)}))
    {
        QObject::connect(workspace.get(), &Workspace::lost, workspace.get(),
                         [this](const Error &error) { lost += error; });
        QObject::connect(workspace.get(), &Workspace::back, workspace.get(), [this] { ++back; });
        QObject::connect(workspace.get(), &Workspace::changed, workspace.get(),
                         [this](const ChangeSet &set) { readAfresh += !set.complete; });
    }

    Result<ChangeSet> add(const QString &company)
    {
        beginToAdd(company);
        REQUIRE(await([&] { return added.has_value(); }));
        return *added;
    }

    void beginToAdd(const QString &company)
    {
        added.reset();
        workspace->submit(
            workspace.get(),
            [company](sql::Connection &) -> Result<Edit> {
                return Edit{Sentence::verbatim(u"Add “%1”"_s.arg(company)),
                            {create(Company{.name = company})}};
            },
            [this](Result<ChangeSet> set) { added = std::move(set); });
    }

    std::shared_ptr<Workspace> workspace;
    std::optional<Result<ChangeSet>> added = {};
    QList<Error> lost = {};
    int back = 0;
    int readAfresh = 0;
};

QStringList companiesAt(const QString &address)
{
    QStringList names;
    const auto book = valueOf(store::openBook(address, sql::Access::Read));
    for (const Company &company : valueOf(store::loadAll<Company>(*book)))
        names += company.name;
    return names;
}

QStringList flawsAt(const QString &address)
{
    const auto book = valueOf(store::openBook(address, sql::Access::Read));
    return flawsIn(*book);
}

} // namespace

TEST_CASE("A server that stops is told once; when it is back, work goes on where it was", "[app][workers]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    valueOf(store::createBook(server.address()));
    Watched book(server.address());
    valueOf(book.add(u"Before"_s));
    server.halt();
    for (int i = 0; i < 2; ++i) {
        const auto refused = book.add(u"Meanwhile"_s);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Offline);
        CHECK(inEnglish(refused.error().text).startsWith(u"The server"_s));
    }
    REQUIRE(await([&] { return !book.lost.isEmpty(); }));
    CHECK(book.lost.front().code == ErrorCode::Offline);
    CHECK(book.workspace->isLost());
    server.start();
    REQUIRE(await([&] { return book.back > 0; }));
    CHECK(book.lost.size() == 1);
    CHECK(book.back == 1);
    CHECK(book.readAfresh == 1);
    valueOf(book.add(u"After"_s));
    CHECK(companiesAt(server.address()) == QStringList{u"Before"_s, u"After"_s});
}

TEST_CASE("A server that freezes is told of, and does what it was given when it goes on", "[app][workers]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    valueOf(store::createBook(server.address()));
    Watched book(server.address());
    valueOf(book.add(u"Before"_s));
    server.freeze();
    book.beginToAdd(u"Meanwhile"_s);
    // two reads of two seconds each, and an attempt to connect of two
    REQUIRE(await([&] { return !book.lost.isEmpty(); }, std::chrono::seconds(30)));
    CHECK(book.lost.front().code == ErrorCode::Offline);
    CHECK_FALSE(book.added);
    server.thaw();
    REQUIRE(await([&] { return book.back == 1; }));
    REQUIRE(await([&] { return book.added.has_value(); }));
    valueOf(*book.added);
    CHECK(book.lost.size() == 1);
    CHECK(companiesAt(server.address()) == QStringList{u"Before"_s, u"Meanwhile"_s});
}

// Anything that waited for the server here would wait forever.
TEST_CASE("Neither a dropped question nor a closed book waits for a server that has frozen", "[app][workers]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    valueOf(store::createBook(server.address()));
    Watched book(server.address());
    std::atomic<bool> hasBegun = false;
    Ticket ticket = book.workspace->read<sql::Value>(
        book.workspace.get(),
        [&hasBegun](sql::Connection &connection) {
            hasBegun = true;
            return connection.cell(u"SELECT CAST(pg_sleep(600) AS text)"_s);
        },
        [](const Result<sql::Value> &) { FAIL("a dropped question was answered"); });
    REQUIRE(await([&] { return hasBegun.load(); }));
    server.freeze();
    ticket.cancel();
    book.beginToAdd(u"Never made"_s);
    book.workspace.reset();
    server.thaw();
    CHECK(flawsAt(server.address()) == none);
}

TEST_CASE("A server that was restarted between two steps is not noticed", "[app][workers]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    valueOf(store::createBook(server.address()));
    Watched book(server.address());
    valueOf(book.add(u"Before"_s));
    server.halt();
    server.start();
    valueOf(book.add(u"After"_s));
    CHECK(companiesAt(server.address()) == QStringList{u"Before"_s, u"After"_s});
}

TEST_CASE("A book whose server fails goes on at its standby once that is promoted", "[app][workers]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    valueOf(store::createBook(server.address()));
    server.startStandby();
    Watched book(server.withStandby());
    valueOf(book.add(u"Before"_s));
    REQUIRE(await([&] { return companiesAt(server.standby()) == QStringList{u"Before"_s}; }));
    server.halt();
    const auto refused = book.add(u"Meanwhile"_s);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == ErrorCode::Offline);
    REQUIRE(await([&] { return !book.lost.isEmpty(); }));
    server.promote();
    REQUIRE(await([&] { return book.back == 1; }));
    valueOf(book.add(u"After"_s));
    CHECK(book.lost.size() == 1);
    CHECK(companiesAt(server.withStandby()) == QStringList{u"Before"_s, u"After"_s});
    CHECK(flawsAt(server.withStandby()) == none);
}

TEST_CASE("Behind a pooler two windows see what the other does, and outlive its restart", "[app][workers]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    server.startPool();
    const QString address = server.pooled(u"transaction"_s); // six connections of ours, two to the server
    valueOf(store::createBook(address));
    Watched ana(address);
    Watched ben(address);
    QStringList heard;
    QObject::connect(ben.workspace.get(), &Workspace::changed, ben.workspace.get(),
                     [&heard](const ChangeSet &set) { heard += inEnglish(set.operation.label); });
    valueOf(ana.add(u"Acme"_s));
    REQUIRE(await([&] { return heard == QStringList{u"Add “Acme”"_s}; }));
    valueOf(ben.add(u"Beta"_s));
    server.stopPool();
    REQUIRE(await([&] { return ana.lost.size() == 1 && ben.lost.size() == 1; }));
    server.startPool();
    REQUIRE(await([&] { return ana.back == 1 && ben.back == 1; }));
    valueOf(ana.add(u"Gamma"_s));
    CHECK(companiesAt(address) == QStringList{u"Acme"_s, u"Beta"_s, u"Gamma"_s});
}

TEST_CASE("A server that stops behind its pooler is told of, though the pooler is still there",
          "[app][workers]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    server.startPool();
    const QString address = server.pooled(u"transaction"_s);
    valueOf(store::createBook(address));
    Watched book(address);
    valueOf(book.add(u"Before"_s));
    {
        Watched direct(server.address()); // whose commits are on the disk, with all that went before
        valueOf(direct.add(u"Before, too"_s));
    }
    server.halt();
    REQUIRE(await([&] { return !book.lost.isEmpty(); }, std::chrono::seconds(30)));
    CHECK(book.lost.front().code == ErrorCode::Offline);
    server.start();
    REQUIRE(await([&] { return book.back == 1; }, std::chrono::seconds(30)));
    valueOf(book.add(u"After"_s));
    CHECK(book.lost.size() == 1);
    CHECK(companiesAt(address) == QStringList{u"Before"_s, u"Before, too"_s, u"After"_s});
}

TEST_CASE("A server that stops in the middle of an import leaves nothing of it", "[app]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    QByteArray rows = "Name\n";
    for (int i = 0; i < 3'000; ++i)
        rows += "Company " + QByteArray::number(i) + '\n';
    const TextFile file(rows);
    const SourceFile source{.path = file.path()};
    const ImportRequest request{.kind = EntityKind::Company};
    {
        auto book = valueOf(store::createBook(server.address()));
        int heard = 0;
        const auto report = importFile(*book, source, request, {UserId{1}, Instant{1}}, [&](qint64, qint64) {
            if (++heard == 2)
                server.halt();
            return true;
        });
        CHECK(heard == 2);
        REQUIRE_FALSE(report);
        CHECK(report.error().code == ErrorCode::Offline);
    }
    server.start();
    CHECK(companiesAt(server.address()).isEmpty());
    CHECK(flawsAt(server.address()) == none);
    auto book = valueOf(store::openBook(server.address(), sql::Access::ReadWrite));
    CHECK(valueOf(importFile(*book, source, request, {UserId{1}, Instant{1}})).created == 3'000);
}

TEST_CASE("A server that stops at the moment of saving leaves the whole step or nothing of it", "[app]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    {
        auto book = valueOf(store::createBook(server.address()));
        book->setProbe([&server](const QString &statement, const sql::Values &) -> Result<> {
            if (statement == u"COMMIT"_s)
                server.halt();
            return {};
        });
        const auto refused =
            store::commit(*book,
                          {Sentence::verbatim(u"Add two"_s),
                           {create(Company{.name = u"A"_s}), create(Company{.name = u"B"_s})}},
                          {UserId{1}, Instant{1}});
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == ErrorCode::Offline);
        CHECK(inEnglish(refused.error().text).contains(u"the history shows whether “Add two” was kept"_s));
    }
    server.start();
    const qsizetype there = companiesAt(server.address()).size();
    CHECK((there == 0 || there == 2));
    CHECK(flawsAt(server.address()) == none);
}

TEST_CASE("A card dropped while the server is away goes back, and can be dropped again later",
          "[app][workers]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    {
        const Stage offer{.pipeline = {1}, .name = u"Offer"_s};
        auto book = valueOf(store::createBook(server.address()));
        Edit edit{Sentence::verbatim(u"Begin"_s),
                  {create(User{.name = u"Ana"_s}, 1), create(Pipeline{.name = u"Sales"_s}, 1),
                   create(Stage{.pipeline = {1}, .name = u"Lead"_s, .position = 1}, 1),
                   create(Stage{.pipeline = {1}, .name = u"Offer"_s, .position = 2}, 2)}};
        valueOf(store::commit(*book, edit, {UserId{1}, Instant{1}}));
        const Stage lead = valueOf(store::load<Stage>(*book, StageId{1}));
        valueOf(store::commit(
            *book, {Sentence::verbatim(u"Add"_s), createDeal(Deal{.name = u"Renewal"_s}, lead, {1}, {1}, -1)},
            {UserId{1}, Instant{1}}));
    }
    Watched book(server.address());
    BoardModel board(book.workspace, Display(QLocale::c(), QTimeZone::utc()), EntityKind::Deal);
    int loaded = 0;
    QList<Error> errors;
    QObject::connect(&board, &BoardModel::loaded, &board, [&] { ++loaded; });
    QObject::connect(&board, &BoardModel::failed, &board, [&](const Error &error) { errors += error; });
    board.show({}, {});
    REQUIRE(await([&] { return loaded == 1; }));
    const auto move = [&] { board.move({DealId{1}}, 1, 0, {}); };

    server.halt();
    move();
    CHECK(board.cards(1).rowCount() == 1); // at once, before the server confirms it
    REQUIRE(await([&] { return !errors.isEmpty(); }));
    CHECK(errors.front().code == ErrorCode::Offline);
    CHECK(board.cards(0).rowCount() == 1);
    CHECK(board.cards(1).rowCount() == 0);

    server.start();
    REQUIRE(await([&] { return book.back == 1; }));
    loaded = 0;
    move();
    REQUIRE(await([&] { return loaded > 0; }));
    CHECK(board.cards(1).rowCount() == 1);
    auto other = valueOf(store::openBook(server.address(), sql::Access::Read));
    CHECK(valueOf(store::load<Deal>(*other, DealId{1})).stage == StageId{2});
    CHECK(flawsAt(server.address()) == none);
}

TEST_CASE("A file that is removed while open takes no more steps, and can still be copied", "[app][workers]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    valueOf(store::createBook(path));
    Watched book(path);
    valueOf(book.add(u"Before"_s));
    REQUIRE(QFile::remove(path));
    const auto refused = book.add(u"Meanwhile"_s);
    REQUIRE_FALSE(refused);
    CHECK(
        inEnglish(refused.error().text)
        == u"The file %1 was moved or removed while it was open: nothing more is written to it."_s.arg(path));
    REQUIRE(await([&] { return !book.lost.isEmpty(); }));
    CHECK(book.lost.front().code == ErrorCode::NotFound);
    CHECK(inEnglish(book.lost.front().text).contains(path));

    const QString copy = folder.filePath(GENERATE(u"rescued.headway"_s, u"sales.headway"_s));
    std::optional<Result<>> saved;
    book.workspace->saveCopy(copy, book.workspace.get(), [&](Result<> done) { saved = std::move(done); });
    REQUIRE(await([&] { return saved.has_value(); }));
    valueOf(*saved);
    CHECK(companiesAt(copy) == QStringList{u"Before"_s});
    CHECK(flawsAt(copy) == none);
    if (copy != path)
        return;
    REQUIRE(await([&] { return book.back == 1; })); // moved back
    valueOf(book.add(u"After"_s));
    CHECK(companiesAt(path) == QStringList{u"Before"_s, u"After"_s});
}

TEST_CASE("A file that is moved while open takes everything along that was committed", "[app][workers]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    const QString moved = folder.filePath(u"moved.headway"_s);
    valueOf(store::createBook(path));
    {
        Watched book(path);
        valueOf(book.add(u"In the log only"_s));
        REQUIRE(QFile::rename(path, moved)); // without its write-ahead log
        CHECK_FALSE(book.add(u"Meanwhile"_s));
    }
    CHECK(companiesAt(moved) == QStringList{u"In the log only"_s});
    CHECK(flawsAt(moved) == none);
}

TEST_CASE("Another book in the place of the open one does not get its changes", "[app][workers]")
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"sales.headway"_s);
    const QString other = folder.filePath(u"other.headway"_s);
    valueOf(store::createBook(path));
    valueOf(store::createBook(other));
    Watched book(path);
    valueOf(book.add(u"Mine"_s));
    REQUIRE(QFile::rename(path, folder.filePath(u"aside.headway"_s)));
    REQUIRE(QFile::rename(other, path));
    const auto refused = book.add(u"Meanwhile"_s);
    REQUIRE_FALSE(refused);
    CHECK(inEnglish(refused.error().text)
          == u"%1 is another book now. Close this window and open it again."_s.arg(path));
    REQUIRE(await([&] { return !book.lost.isEmpty(); }));
    CHECK(companiesAt(path).isEmpty());
}
