// SPDX-License-Identifier: GPL-3.0-or-later
// Damaged and wrong books and files: one sentence, an exit status, nothing changed.
#include "store/book/book.h"
#include "support/await.h"
#include "support/ownserver.h"
#include "support/program.h"

#include <QFile>
#include <QFileInfo>

#include <csignal>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// Fails with one sentence that names the thing.
void failsNaming(const Run &run, const QString &thing, int status = 1)
{
    CAPTURE(run, thing);
    CHECK(run.status == status);
    CHECK(run.out.isEmpty());
    CHECK(run.err.startsWith("headwayctl: "_L1));
    CHECK(run.err.count(u'\n') == 1);
    CHECK(run.err.contains(thing));
}

} // namespace

TEST_CASE("A file that is no book is left as it is", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    const QByteArray text = "These are not the bytes of a database, however long one looks at them.\n";
    const QString path = ctl.file(u"letter.headway"_s, text.repeated(100));
    failsNaming(ctl.run({u"restore"_s, path}), path);
    QFile::remove(ctl.place());
    QFile::copy(path, ctl.place());
    for (const QString &command : {u"board"_s, u"check"_s, u"add company name=Acme"_s})
        failsNaming(ctl.line(command), ctl.place());
    QFile left(ctl.place());
    REQUIRE(left.open(QIODevice::ReadOnly));
    CHECK(left.readAll() == text.repeated(100));
}

TEST_CASE("A book that is not there is not made by looking for it", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    failsNaming(ctl.line(u"board"_s), ctl.place());
    CHECK_FALSE(QFileInfo::exists(ctl.place()));
}

TEST_CASE("A book that is there is not made again", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"new"_s);
    failsNaming(ctl.line(u"new"_s), ctl.place());
}

TEST_CASE("A damaged book is not opened as if nothing were", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"demo"_s);
    QFile book(ctl.place());
    REQUIRE(book.open(QIODevice::ReadWrite));
    for (qint64 at = 8192; at + 4096 < book.size(); at += 40960) {
        REQUIRE(book.seek(at));
        book.write(QByteArray(4096, '\x5a'));
    }
    book.close();
    const Run run = ctl.line(u"check"_s);
    CAPTURE(run);
    CHECK(run.status == 1);
    CHECK(run.out.size() + run.err.size() > 0);
}

TEST_CASE("The command line names a server that is not there", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    const Run run = ctl.run({u"count"_s, u"deals"_s});
    CHECK(run.status == 1);
    QProcess process;
    ctl.start(process, {});
    REQUIRE(process.waitForFinished());
    process.setArguments({u"--book"_s, u"postgresql:///book?host=/nowhere"_s, u"board"_s});
    process.start();
    REQUIRE(process.waitForFinished());
    CHECK(process.exitCode() == 1);
    const QString said = QString::fromUtf8(process.readAllStandardError());
    CHECK(said.startsWith("headwayctl: "_L1));
    CHECK(said.count(u'\n') == 1);
}

TEST_CASE("The command line says which encoding a book's database needs, and makes nothing in another",
          "[ctl]")
{
    // slow: starts a server of its own
    if (!OwnServer::isPossible())
        return;
    const OwnServer server;
    const auto connection = valueOf(sql::openPostgres(server.address(), sql::Access::ReadWrite));
    valueOf(connection->command(
        u"CREATE DATABASE latin ENCODING 'LATIN1' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0"_s));
    Program ctl(sql::Engine::Sqlite);
    QProcess process;
    ctl.start(process, {});
    REQUIRE(process.waitForFinished());
    const QString address = server.address().replace(u"/headway_test?"_s, u"/latin?"_s);
    for (const QString &word : {u"new"_s, u"demo"_s, u"board"_s}) {
        process.setArguments({u"--book"_s, address, word});
        process.start();
        REQUIRE(process.waitForFinished());
        CHECK(process.exitCode() == 1);
        CHECK(
            QString::fromUtf8(process.readAllStandardError())
            == u"headwayctl: The database latin keeps texts as LATIN1, and a book needs UTF-8. Whoever runs the "
               "server can make another: createdb --encoding UTF8 --locale C --template template0 NAME\n"_s);
    }
}

TEST_CASE("A server that stops in the middle of an import is said in one line", "[ctl]")
{
    // slow: starts and stops a server of its own
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    valueOf(store::createBook(server.address()));
    Program ctl(sql::Engine::Sqlite);
    QByteArray rows = "Name\n";
    for (int i = 0; i < 50'000; ++i)
        rows += "Company " + QByteArray::number(i) + '\n';
    ctl.file(u"many.csv"_s, rows);
    QProcess import;
    ctl.start(import, {});
    REQUIRE(import.waitForFinished());
    import.setArguments({u"--book"_s, server.address(), u"import"_s, u"companies"_s, u"many.csv"_s});
    import.start();
    {
        auto watch = valueOf(sql::openPostgres(server.address(), sql::Access::Read));
        // a transaction has a number once it has written
        const QString busy = u"SELECT count(*) FROM pg_stat_activity WHERE backend_xid IS NOT NULL"_s;
        REQUIRE(await([&] {
            return valueOf(watch->cell(busy)) != sql::Value(qint64(0))
                || import.state() == QProcess::NotRunning;
        }));
    }
    server.halt();
    REQUIRE(import.waitForFinished());
    CHECK(import.exitCode() == 1);
    const QString said = QString::fromUtf8(import.readAllStandardError());
    CAPTURE(said);
    CHECK(said.startsWith("headwayctl: The server"_L1));
    CHECK(said.count(u'\n') == 1);
    server.start();
    auto book = valueOf(store::openBook(server.address(), sql::Access::Read));
    CHECK(valueOf(book->cell(u"SELECT count(*) FROM company"_s)) == sql::Value(qint64(0)));
}

TEST_CASE("CSV files that cannot be taken are named, and nothing is changed", "[ctl]")
{
    Program ctl(GENERATE(anyEngine()));
    ctl.done(u"--as Ana new"_s);
    failsNaming(ctl.line(u"import deals missing.csv"_s), u"missing.csv"_s);
    ctl.file(u"empty.csv"_s, {});
    CHECK(ctl.line(u"import deals empty.csv"_s).status != 0);
    ctl.file(u"dates.csv"_s, "Deal,Stage,Expected close\nA,Offer,03/04/2026\nB,Offer,05/06/2026\n");
    failsNaming(ctl.line(u"import deals dates.csv"_s), u"03/04/2026"_s, 2);
    ctl.file(u"good.csv"_s, "Deal,Stage\nA,Offer\n");
    failsNaming(ctl.line(u"import deals good.csv --map Nowhere=name"_s), u"Nowhere"_s, 2);
    failsNaming(ctl.line(u"import deals good.csv --existing perhaps"_s), u"perhaps"_s, 2);
    failsNaming(ctl.line(u"import deals good.csv --separator dash"_s), u"dash"_s, 2);
    CHECK(ctl.done(u"count deals"_s) == u"0 deals\n"_s);
    CHECK(ctl.done(u"import deals dates.csv --dates dmy"_s).contains("2 new"_L1));
}

TEST_CASE("An export to where nothing can be written leaves no file", "[ctl]")
{
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"new"_s);
    failsNaming(ctl.line(u"export deals -o /nowhere/deals.csv"_s), u"/nowhere/deals.csv"_s);
    failsNaming(ctl.line(u"export deals --columns nmae -o deals.csv"_s), u"nmae"_s, 2);
    CHECK_FALSE(QFileInfo::exists(ctl.path(u"deals.csv"_s)));
    failsNaming(ctl.line(u"export deals --format ods -o deals.ods"_s), u"ods"_s, 2);
    failsNaming(ctl.line(u"export deals --dialect spreadsheet -o deals.xlsx"_s), u"--dialect"_s, 2);
    failsNaming(ctl.line(u"export deals --format xlsx"_s), u"-o FILE"_s, 2);
    failsNaming(ctl.line(u"export all --format xlsx -o whole"_s), u"--format"_s, 2);
    CHECK_FALSE(QFileInfo::exists(ctl.path(u"deals.xlsx"_s)));
}

TEST_CASE("Ctrl+C during a long import leaves the book as it was", "[ctl]")
{
    // Long enough to be killed in the middle, and with long rows, so that it gets there soon: SQLite writes
    // to its log only when the changed pages outgrow its cache.
    Program ctl(sql::Engine::Sqlite);
    ctl.done(u"--as Ana new"_s);
    QByteArray rows = "Name,Description\n";
    for (int i = 0; i < 50'000; ++i)
        rows += "Company " + QByteArray::number(i) + ',' + QByteArray(2'000, 'x') + '\n';
    ctl.file(u"many.csv"_s, rows);
    QProcess import;
    ctl.start(import, {u"import"_s, u"companies"_s, u"many.csv"_s});
    const QString log = ctl.place() + u"-wal"_s;
    REQUIRE(await([&] { return QFileInfo(log).size() > 200'000 || import.state() == QProcess::NotRunning; },
                  std::chrono::minutes(1))); // sanitizers make it slow
    ::kill(pid_t(import.processId()), SIGINT);
    REQUIRE(import.waitForFinished());
    CHECK(import.exitStatus() == QProcess::NormalExit);
    CHECK(import.exitCode() == 1);
    CHECK(QString::fromUtf8(import.readAllStandardError()).startsWith("headwayctl: "_L1));
    CHECK(ctl.done(u"count companies"_s) == u"0 companies\n"_s);
    CHECK(ctl.done(u"check"_s).endsWith("is sound.\n"_L1));
}
