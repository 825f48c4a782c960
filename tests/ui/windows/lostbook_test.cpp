// SPDX-License-Identifier: GPL-3.0-or-later
// A window whose book becomes unavailable says so in its message bar, once, and says when it is back; closing
// it does not wait.
#include "domain/records/company.h"
#include "store/book/book.h"
#include "store/commit/commit.h"
#include "support/catch_qt.h"
#include "support/ownserver.h"
#include "ui/controls/flatbutton.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/shell.h"
#include "ui/windows/windowroom.h"

#include <QFile>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Window : WindowRoom {
    void add() const
    {
        window->workspace().submit({Sentence::verbatim(u"Add"_s), {create(Company{.name = u"Acme"_s})}});
    }
    QString message() const { return window->shell().messages().message(); }
    FlatButton *button(const QString &text) const
    {
        for (FlatButton *each : window->shell().messages().findChildren<FlatButton *>()) {
            if (each->text() == text)
                return each;
        }
        FAIL("no such button");
        return nullptr;
    }
};

} // namespace

TEST_CASE("A window whose file was removed offers to save a copy", "[ui]")
{
    Window room;
    const QString path = room.folder.filePath(u"sales.headway"_s);
    const QString copy = room.folder.filePath(u"rescued.headway"_s);
    valueOf(store::createBook(path));
    room.open(path);
    room.add();
    REQUIRE(await([&] { return room.message() == u"Add"_s; }));
    REQUIRE(QFile::remove(path));
    room.add();
    REQUIRE(await([&] { return room.window->workspace().isLost(); }));
    CHECK(room.message().contains(path));
    room.dialogs.answerNextFile(copy);
    room.button(u"Save a copy…"_s)->click();
    REQUIRE(await([&] { return room.message() == u"Saved a copy in %1."_s.arg(copy); }));
    const auto saved = valueOf(store::openBook(copy, sql::Access::Read));
    CHECK(valueOf(saved->cell(u"SELECT count(*) FROM company"_s)) == sql::Value(qint64(1)));
}

TEST_CASE("A window whose server stops says so, goes on trying, and says when it is back", "[ui]")
{
    // slow: starts and stops a server of its own
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    valueOf(store::createBook(server.address()));
    Window room;
    room.open(server.address());
    server.halt();
    room.add();
    REQUIRE(
        await([&] { return room.message().endsWith(u"Headway goes on trying; what you type is kept."_s); }));
    server.start();
    REQUIRE(await([&] { return room.message() == u"The book is back, and everything was read again."_s; }));
    room.add();
    REQUIRE(await([&] { return room.message() == u"Add"_s; }));
}

TEST_CASE("A network that swallows everything is noticed, and the book is back when it is", "[ui]")
{
    // slow: moves a server to a network of its own
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    valueOf(store::createBook(server.address()));
    if (!server.moveFar()) {
        WARN("Skipped: this machine gives a test no network of its own.");
        return;
    }
    Window room;
    room.open(server.address());
    room.add();
    REQUIRE(await([&] { return room.message() == u"Add"_s; }));
    server.swallow();
    room.add();
    REQUIRE(
        await([&] { return room.message().endsWith(u"Headway goes on trying; what you type is kept."_s); }));
    server.restoreNetwork();
    REQUIRE(await([&] { return room.message() == u"The book is back, and everything was read again."_s; }));
    const auto book = valueOf(store::openBook(server.address(), sql::Access::Read));
    CHECK(valueOf(book->cell(u"SELECT count(*) FROM company"_s)) == sql::Value(qint64(1)));
    room.add();
    REQUIRE(await([&] { return room.message() == u"Add"_s; }));
}

// This thread holds the lock: if closing the window waited for the step, it would be a deadlock.
TEST_CASE("A window that closes over a step that has to wait closes at once, and the step is made", "[ui]")
{
    WindowRoom room;
    const QString path = room.folder.filePath(u"sales.headway"_s);
    auto other = valueOf(store::createBook(path));
    room.open(path);
    std::optional<sql::Transaction> lock(valueOf(sql::Transaction::write(*other)));
    room.window->workspace().submit({Sentence::verbatim(u"Add"_s), {create(Company{.name = u"Acme"_s})}});
    room.window->shell().close();
    REQUIRE(await([&] { return room.window.isNull(); }));
    lock.reset();
    REQUIRE(await(
        [&] { return valueOf(other->cell(u"SELECT count(*) FROM company"_s)) == sql::Value(qint64(1)); }));
}
