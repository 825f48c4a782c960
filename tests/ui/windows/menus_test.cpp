// SPDX-License-Identifier: GPL-3.0-or-later
// The menus of a window: in the order in which people look, divided by meaning.
#include "app/workspace/newbook.h"
#include "support/catch_qt.h"
#include "ui/board/boardpage.h"
#include "ui/commands/commandactions.h"
#include "ui/lists/listpage.h"
#include "ui/pages/filterbar.h"
#include "ui/shell/shell.h"
#include "ui/windows/windowroom.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Book : WindowRoom {
    Book()
    {
        for (const QString &name : {u"older.headway"_s, u"sales.headway"_s})
            REQUIRE(app::createNewBook(folder.filePath(name), u"Cara"_s, Instant{5}));
        settings.rememberBook(folder.filePath(u"older.headway"_s));
        open(folder.filePath(u"sales.headway"_s));
        window->shell().actions().refresh();
        window->shell().activateWindow();
        REQUIRE(await([this] { return window->shell().isActiveWindow(); }));
    }
    QMenu *menu(const QString &title) const
    {
        for (QAction *each : window->shell().menuBar()->actions()) {
            if (each->text() == title)
                return each->menu();
        }
        FAIL("no such menu");
        return nullptr;
    }
    // "—" is a separator, "▸" a menu of its own.
    static QStringList entries(const QMenu &menu)
    {
        QStringList all;
        for (const QAction *each : menu.actions())
            all += each->isSeparator() ? u"—"_s
                                       : each->text().remove(u'&') + (each->menu() ? u" ▸"_s : QString());
        return all;
    }
};

} // namespace

TEST_CASE("The book's menu begins with opening one and ends with leaving", "[ui]")
{
    const Book book;
    QMenu *menu = book.menu(u"&Book"_s);
    const QStringList entries = Book::entries(*menu);
    CHECK(entries
          == QStringList{u"New book…"_s,
                         u"Open a book…"_s,
                         u"Recent books ▸"_s,
                         u"Connect to a server…"_s,
                         u"—"_s,
                         u"New window"_s,
                         u"—"_s,
                         u"Export this list as CSV…"_s,
                         u"Import files…"_s,
                         u"Import a folder of files…"_s,
                         u"Paste a table…"_s,
                         u"Print this page…"_s,
                         u"—"_s,
                         u"Back up…"_s,
                         u"Check the book"_s,
                         u"—"_s,
                         u"Work as somebody else…"_s,
                         u"—"_s,
                         u"Close the window"_s,
                         u"Quit"_s});
    CHECK(menu->actions().back()->icon().isNull()); // no alarming picture
}

TEST_CASE("The recent books are in the menu, the one of this window disabled", "[ui]")
{
    const Book book;
    QMenu *recent = nullptr;
    for (const QAction *each : book.menu(u"&Book"_s)->actions()) {
        if (each->menu())
            recent = each->menu();
    }
    REQUIRE(recent);
    REQUIRE(recent->actions().size() == 2);
    CHECK(recent->actions().at(0)->text().contains(u"sales"_s));
    CHECK(recent->actions().at(1)->text().contains(u"older"_s));
    Q_EMIT recent->aboutToShow();
    CHECK_FALSE(recent->actions().at(0)->isEnabled());
    CHECK(recent->actions().at(1)->isEnabled());
    Q_EMIT recent->aboutToHide();
}

TEST_CASE("The edit menu cuts, copies and pastes where the keyboard is", "[ui]")
{
    const Book book;
    CHECK(Book::entries(*book.menu(u"&Edit"_s))
          == QStringList{u"Undo"_s, u"Redo"_s, u"—"_s, u"Cut"_s, u"Copy"_s, u"Paste"_s, u"Select all"_s,
                         u"Copy the rows"_s, u"Copy the sums of the rows"_s, u"—"_s, u"History of steps"_s});
    Shell &shell = book.window->shell();
    shell.showPage(u"companies"_s);
    REQUIRE(shell.commands().run(u"list.filter"));
    auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(line);
    line->setText(u"acme"_s);
    REQUIRE(shell.commands().run(u"edit.selectAll"));
    REQUIRE(shell.commands().run(u"edit.cut"));
    CHECK(line->text().isEmpty());
    CHECK(QGuiApplication::clipboard()->text() == u"acme"_s);
    REQUIRE(shell.commands().run(u"edit.paste"));
    CHECK(line->text() == u"acme"_s);
}

TEST_CASE("One command filters whatever page is shown, the board or a list", "[ui]")
{
    const Book book;
    Shell &shell = book.window->shell();
    QStringList filters;
    for (const QString &entry : Book::entries(*book.menu(u"&View"_s))) {
        if (entry.contains(u"ilter"_s))
            filters += entry;
    }
    CHECK(filters == QStringList{u"Filter this page"_s, u"Clear the filter"_s});
    for (const QString &page : {u"board"_s, u"deals"_s}) {
        shell.showPage(page);
        REQUIRE(shell.commands().run(u"list.filter"));
        const QWidget *focus = QApplication::focusWidget();
        REQUIRE(qobject_cast<const QLineEdit *>(focus));
        CHECK(qobject_cast<const FilterBar *>(focus->parentWidget()));
    }
    shell.showPage(u"history"_s);
    CHECK_FALSE(shell.commands().run(u"list.filter"));
}
