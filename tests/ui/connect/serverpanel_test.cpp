// SPDX-License-Identifier: GPL-3.0-or-later
// A team's book is opened from the window, with a real server where there is one.
#include "ui/connect/serverpanel.h"

#include "app/program/serveraddress.h"
#include "app/workspace/newbook.h"
#include "support/engines.h"
#include "ui/controls/flatbutton.h"
#include "ui/shell/messagebar.h"
#include "ui/shell/shell.h"
#include "ui/shell/startpage.h"
#include "ui/windows/windowroom.h"

#include <QApplication>
#include <QFile>
#include <QFileDialog>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Start : WindowRoom {
    Shell &shell = begin();

    Shell &begin()
    {
        QObject::connect(&windows, &Windows::opened, &windows,
                         [this](BookWindow *opened) { window = opened; });
        Shell &start = windows.showStart();
        start.activateWindow();
        REQUIRE(await([&start] { return start.isActiveWindow(); }));
        return start;
    }
    ~Start()
    {
        if (!window)
            delete &shell;
    }
    ServerPanel &panel() const
    {
        auto *found = shell.findChild<ServerPanel *>();
        REQUIRE(found);
        return *found;
    }
    void connectToServer() const { REQUIRE(shell.commands().run(u"book.connect")); }
    QLineEdit &line(const QString &name) const
    {
        for (QLineEdit *each : panel().findChildren<QLineEdit *>()) {
            if (each->accessibleName() == name)
                return *each;
        }
        FAIL("no line " << name.toStdString());
        throw 0;
    }
    void type(const QString &name, const QString &text) const
    {
        line(name).setFocus();
        line(name).clear();
        QTest::keyClicks(&line(name), text);
    }
    void click(const QString &text) const
    {
        for (FlatButton *each : panel().findChildren<FlatButton *>()) {
            if (each->text() == text)
                each->click();
        }
    }
};

QString writtenSettings(const app::Settings &settings)
{
    QFile file(settings.file());
    return file.open(QIODevice::ReadOnly) ? QString::fromUtf8(file.readAll()) : QString();
}

} // namespace

TEST_CASE("The fields and the address of a server fill each other, and the password stays out of sight",
          "[ui]")
{
    const Start room;
    room.connectToServer();
    CHECK(room.line(u"Server"_s).hasFocus());
    room.type(u"Server"_s, u"crm"_s);
    room.type(u"Database"_s, u"sales"_s);
    room.type(u"User"_s, u"ana"_s);
    room.type(u"Password"_s, u"secret"_s);
    CHECK(room.line(u"Or the address"_s).text() == u"postgresql://ana@crm/sales"_s);
    CHECK(room.line(u"Password"_s).echoMode() == QLineEdit::Password);
    room.type(u"Or the address"_s, u"postgresql://ben:hidden@other:5433/leads?sslmode=require"_s);
    CHECK(room.line(u"Server"_s).text() == u"other"_s);
    CHECK(room.line(u"Port"_s).text() == u"5433"_s);
    CHECK(room.line(u"Database"_s).text() == u"leads"_s);
    CHECK(room.line(u"User"_s).text() == u"ben"_s);
    CHECK(room.line(u"Password"_s).text() == u"hidden"_s);
    QTest::keyClick(&room.line(u"Or the address"_s), Qt::Key_Tab);
    CHECK_FALSE(room.line(u"Or the address"_s).text().contains(u"hidden"_s));
    QTest::keyClick(&room.line(u"Server"_s), Qt::Key_Escape);
    CHECK_FALSE(room.panel().isVisible());
    room.connectToServer();
    CHECK(room.line(u"Password"_s).text().isEmpty());
}

TEST_CASE("A server that is not there is named in the panel, and what I typed stays", "[ui]")
{
    const Start room;
    room.connectToServer();
    room.type(u"Server"_s, u"127.0.0.1"_s);
    room.type(u"Port"_s, u"1"_s);
    room.type(u"Database"_s, u"sales"_s);
    room.click(u"Test"_s);
    CHECK(await([&] {
        return room.panel().said()
            == u"127.0.0.1 is there, but no PostgreSQL server listens at its port 1."_s;
    }));
    CHECK(room.line(u"Database"_s).text() == u"sales"_s);
    CHECK(room.window.isNull());
}

TEST_CASE("I open my team's book from the start page, and it is listed without the password", "[ui]")
{
    const auto engine = GENERATE(anyEngine());
    if (engine == sql::Engine::Sqlite)
        return;
    const FreshDatabase database(engine);
    REQUIRE(app::createNewBook(database.place(), u"Cara"_s, Instant{5}));
    const Start room;
    auto *start = room.shell.findChild<StartPage *>();
    REQUIRE(start);
    QMenu *doors = start->findChild<QMenu *>();
    REQUIRE(doors);
    doors->actions().at(1)->trigger();
    REQUIRE(room.panel().isVisible());
    const auto parts = app::partsOf(database.place());
    REQUIRE(parts);
    room.type(u"Or the address"_s, database.place());
    room.type(u"Password"_s, u"topsecret"_s); // which this server does not ask for
    room.click(u"Test"_s);
    REQUIRE(await([&] {
        return room.panel().said().startsWith(u"There is a book, and you may open it. (PostgreSQL "_s);
    }));
    CHECK(room.window.isNull());
    room.click(u"Connect"_s);
    REQUIRE(await([&] { return !room.window.isNull(); }));
    CHECK(room.shell.isBookShown());
    const QStringList recent = room.settings.value(app::setting::recentBooks);
    REQUIRE(recent.size() == 1);
    CHECK(app::partsOf(recent.front())->database == parts->database);
    CHECK_FALSE(writtenSettings(room.settings).contains(u"topsecret"_s));
}

TEST_CASE("A server's address typed in the place of a file's name opens the panel's way", "[ui]")
{
    const Start room;
    REQUIRE(room.shell.commands().run(u"book.open"));
    auto *dialog = room.shell.findChild<QFileDialog *>();
    REQUIRE(dialog);
    auto *name = dialog->findChild<QLineEdit *>(u"fileNameEdit"_s);
    REQUIRE(name);
    name->setText(u"postgresql://ana@127.0.0.1:1/sales"_s);
    QTest::keyClick(name, Qt::Key_Return);
    REQUIRE(await([&] { return room.shell.findChild<ServerPanel *>() != nullptr; }));
    CHECK(await([&] { return room.panel().isVisible(); }));
    CHECK(room.line(u"Server"_s).text() == u"127.0.0.1"_s);
    CHECK(room.panel().said() == u"127.0.0.1 is there, but no PostgreSQL server listens at its port 1."_s);
}
