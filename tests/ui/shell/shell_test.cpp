// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/shell.h"

#include "app/program/settings.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "support/motion.h"
#include "ui/commands/commandactions.h"
#include "ui/commands/commandpalette.h"
#include "ui/commands/shortcutsheet.h"
#include "ui/controls/sidebar.h"
#include "ui/shell/startpage.h"

#include <QAbstractButton>
#include <QAction>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMenuBar>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace headway;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Window {
    QTemporaryDir folder;
    app::Settings settings{folder.filePath(u"headway.ini"_s)};
    Shell shell{settings, [] { return qint64(0); }, Shell::Form::Book};
    QWidget *detail = nullptr;
    QStringList opened; // places that pages were asked to show again

    Window()
    {
        settings.enterBook(u"test"_s);
        for (const QString &id : {u"today"_s, u"deals"_s, u"reports"_s}) {
            shell.addPage(
                {.id = id,
                 .name = id,
                 .iconName = u"view-list-details"_s,
                 .widget = new QLineEdit,
                 .areas = id == u"deals"_s ? app::Area::Board : app::Area::List,
                 .open = [this, id](const NavigationPlace &place) { opened += id + u":"_s + place.inside; }});
        }
        detail = new QLineEdit;
        shell.placeDetail(detail);
        shell.showBook(u"Test"_s);
        shell.resize(1200, 700);
        shell.show();
        shell.activateWindow();
        shell.actions().refresh();
        REQUIRE(test::await([this] { return shell.isActiveWindow(); }));
    }

    // A page that needs the room; it has the keyboard then.
    QWidget &addWidePage()
    {
        auto *page = new QLineEdit;
        shell.addPage({.id = u"board"_s,
                       .name = u"board"_s,
                       .iconName = u"view-list-details"_s,
                       .widget = page,
                       .beside = Page::Beside::WhenAsked});
        shell.showPage(u"board"_s);
        QCoreApplication::processEvents();
        return *page;
    }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers)
    {
        QWidget *focus = QApplication::focusWidget();
        QTest::keyClick(focus ? focus : &shell, key, modifiers);
    }
};

} // namespace

TEST_CASE("Ctrl and a digit show a page, Alt and the arrows go back and forward", "[ui]")
{
    Window w;
    CHECK(w.shell.place().page == u"today"_s);
    w.press(Qt::Key_2, Qt::ControlModifier);
    CHECK(w.shell.place().page == u"deals"_s);
    w.press(Qt::Key_3, Qt::ControlModifier);
    CHECK(w.shell.place().page == u"reports"_s);
    w.press(Qt::Key_Left, Qt::AltModifier);
    CHECK(w.shell.place().page == u"deals"_s);
    w.press(Qt::Key_Left, Qt::AltModifier);
    w.press(Qt::Key_Left, Qt::AltModifier); // nothing further back
    CHECK(w.shell.place().page == u"today"_s);
    w.press(Qt::Key_Right, Qt::AltModifier);
    CHECK(w.shell.place().page == u"deals"_s);
}

TEST_CASE("Going back shows the place inside a page again; changing pages leaves it alone", "[ui]")
{
    Window w;
    w.shell.go({u"deals"_s, u"board"_s});
    w.shell.visit({u"deals"_s, u"deal 5"_s, {u"Renewal"_s}});
    w.shell.showPage(u"reports"_s);
    w.shell.showPage(u"deals"_s);
    CHECK(w.opened == QStringList{u"deals:board"_s});
    CHECK(w.shell.place().inside == u"deal 5"_s);
    w.shell.goBack();
    w.shell.goBack();
    w.shell.goBack();
    CHECK(w.shell.place().inside == u"board"_s);
    CHECK(w.opened == QStringList{u"deals:board"_s, u"deals:board"_s});
}

TEST_CASE("A page that is not shown may move without pulling the window along", "[ui]")
{
    Window w;
    w.shell.visit({u"deals"_s, u"deal 7"_s});
    CHECK(w.shell.place().page == u"today"_s);
    w.shell.showPage(u"deals"_s);
    CHECK(w.shell.place().inside == u"deal 7"_s);
}

TEST_CASE("F4 shows and hides the details, and the next window remembers", "[ui]")
{
    Window w;
    CHECK(w.shell.isDetailShown());
    w.press(Qt::Key_F4, Qt::NoModifier);
    CHECK(!w.shell.isDetailShown());
    Shell next(
        w.settings, [] { return qint64(0); }, Shell::Form::Book);
    next.placeDetail(new QWidget);
    CHECK(!next.isDetailShown());
}

TEST_CASE(
    "A page that needs the room has no pane until I ask for it; it comes over the page, and Esc closes it",
    "[ui]")
{
    Window w;
    CHECK(w.shell.isDetailShown());
    QWidget &page = w.addWidePage();
    CHECK(!w.shell.isDetailShown());
    const int width = page.width();
    CHECK(width > w.shell.width() - 220); // all of it but the sidebar
    w.shell.showDetail();
    QCoreApplication::processEvents();
    CHECK(w.shell.isDetailShown());
    CHECK(page.width() == width);
    CHECK(w.detail->isVisible());
    CHECK(w.detail->mapTo(&w.shell, w.detail->rect().topRight()).x() == w.shell.width() - 1);
    SECTION("from within the pane, and the keyboard returns")
    {
        w.press(Qt::Key_F6, Qt::NoModifier);
        REQUIRE(w.detail->hasFocus());
        w.press(Qt::Key_Escape, Qt::NoModifier);
        CHECK(page.hasFocus());
    }
    SECTION("from the page, which keeps the keyboard")
    {
        w.press(Qt::Key_Escape, Qt::NoModifier);
        CHECK(page.hasFocus());
    }
    CHECK(!w.shell.isDetailShown());
    CHECK(!w.detail->isVisible());
    w.shell.showPage(u"today"_s);
    CHECK(w.shell.isDetailShown()); // what was done on that page is of that page
}

TEST_CASE("In a wide window the pane stands beside such a page, and moves with the window's width", "[ui]")
{
    Window w;
    QWidget &page = w.addWidePage();
    w.shell.resize(1600, 700);
    w.shell.showDetail();
    QCoreApplication::processEvents();
    CHECK(page.mapTo(&w.shell, page.rect().topRight()).x() < w.detail->mapTo(&w.shell, QPoint()).x());
    w.detail->setFocus();
    w.shell.resize(1200, 700);
    QCoreApplication::processEvents();
    CHECK(w.detail->isVisible());
    CHECK(w.detail->hasFocus());
    CHECK(page.mapTo(&w.shell, page.rect().topRight()).x() == w.shell.width() - 1);
    w.shell.resize(1600, 700);
    QCoreApplication::processEvents();
    CHECK(page.mapTo(&w.shell, page.rect().topRight()).x() < w.detail->mapTo(&w.shell, QPoint()).x());
    CHECK(w.detail->hasFocus());
    w.press(Qt::Key_Escape, Qt::NoModifier); // nothing is covered
    CHECK(w.shell.isDetailShown());
}

TEST_CASE("The details slide in and out, and are there or gone from the first moment", "[ui]")
{
    const test::MovingWhile moving(app::MotionSetting::On);
    Window w;
    w.detail->setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding); // as a pane, not as a line
    QCoreApplication::processEvents();
    REQUIRE(w.detail->isVisible());
    w.press(Qt::Key_F4, Qt::NoModifier);
    CHECK_FALSE(w.detail->isVisible());
    CHECK(test::await([&] { return test::glideIn(w.shell) != nullptr; }));
    CHECK(test::await([&] { return !w.shell.findChild<Glide *>(); }));
    w.press(Qt::Key_F4, Qt::NoModifier);
    CHECK(w.detail->isVisible());
    CHECK(test::await([&] { return test::glideIn(w.shell) != nullptr; }));
    w.press(Qt::Key_F4, Qt::NoModifier); // before it has arrived
    CHECK_FALSE(w.detail->isVisible());
    CHECK(test::await([&] { return !w.shell.findChild<Glide *>(); }));
}

TEST_CASE("Going to a page with the details moves nothing", "[ui]")
{
    const test::MovingWhile moving(app::MotionSetting::On);
    Window w;
    w.addWidePage();
    QCoreApplication::processEvents();
    CHECK_FALSE(test::glideIn(w.shell));
    w.shell.showPage(u"deals"_s);
    QCoreApplication::processEvents();
    CHECK_FALSE(test::glideIn(w.shell));
}

TEST_CASE("F4 on a page that needs the room is remembered for that page, what opens by itself is not", "[ui]")
{
    Window w;
    w.addWidePage();
    w.shell.showDetail();
    w.shell.showPage(u"today"_s);
    w.shell.showPage(u"board"_s);
    CHECK(!w.shell.isDetailShown());
    w.press(Qt::Key_F4, Qt::NoModifier);
    CHECK(w.shell.isDetailShown());
    w.shell.showPage(u"today"_s);
    w.shell.showPage(u"board"_s);
    CHECK(w.shell.isDetailShown());
    w.press(Qt::Key_F4, Qt::NoModifier);
    w.shell.showPage(u"today"_s);
    CHECK(w.shell.isDetailShown());
    w.shell.showPage(u"board"_s);
    CHECK(!w.shell.isDetailShown());
}

TEST_CASE("A mirrored window has the pane over its left end", "[ui]")
{
    Window w;
    w.shell.setLayoutDirection(Qt::RightToLeft);
    w.addWidePage();
    w.shell.showDetail();
    QCoreApplication::processEvents();
    CHECK(w.detail->mapTo(&w.shell, QPoint()).x() == 0);
}

TEST_CASE("F6 walks through the parts of the window", "[ui]")
{
    Window w;
    const auto *sidebar = w.shell.findChild<Sidebar *>();
    w.press(Qt::Key_F6, Qt::NoModifier); // from the page to the detail pane
    w.press(Qt::Key_F6, Qt::NoModifier);
    CHECK(sidebar->hasFocus());
    w.press(Qt::Key_Down, Qt::NoModifier);
    CHECK(w.shell.place().page == u"deals"_s);
    CHECK(sidebar->hasFocus()); // arrow keys work again
}

TEST_CASE("Ctrl+K opens the palette and closes it again", "[ui]")
{
    Window w;
    const auto *palette = w.shell.findChild<CommandPalette *>();
    w.press(Qt::Key_K, Qt::ControlModifier);
    CHECK(palette->isOpen());
    w.press(Qt::Key_K, Qt::ControlModifier);
    CHECK(!palette->isOpen());
}

TEST_CASE("A key of an area works only while the focus is there", "[ui]")
{
    Window w;
    int runs = 0;
    w.shell.commands().add({.id = u"won"_s,
                            .text = u"Won"_s,
                            .shortcuts = {QKeySequence(u"Ctrl+Alt+W"_s)},
                            .areas = app::Area::Board,
                            .run = [&runs] { ++runs; }});
    w.shell.actions().refresh();
    w.press(Qt::Key_W, Qt::ControlModifier | Qt::AltModifier);
    CHECK(runs == 0);
    w.press(Qt::Key_2, Qt::ControlModifier);
    w.press(Qt::Key_W, Qt::ControlModifier | Qt::AltModifier);
    CHECK(runs == 1);
}

TEST_CASE("A question mark typed into a field is text, elsewhere it opens the sheet", "[ui]")
{
    Window w;
    w.press(Qt::Key_Question, Qt::ShiftModifier);
    CHECK(!w.shell.findChild<ShortcutSheet *>());
    w.shell.findChild<Sidebar *>()->setFocus();
    w.press(Qt::Key_Question, Qt::NoModifier);
    CHECK(w.shell.findChild<ShortcutSheet *>());
}

TEST_CASE("The sidebar shows icons only in a narrow window", "[ui]")
{
    Window w;
    const auto *sidebar = w.shell.findChild<Sidebar *>();
    CHECK(sidebar->shownWidth() == Sidebar::Width::Full);
    w.shell.resize(1024, 640);
    CHECK(w.shell.size() == QSize(1024, 640)); // it fits
    CHECK(sidebar->shownWidth() == Sidebar::Width::Icons);
}

TEST_CASE("No two of the shell's own commands share a key", "[ui]")
{
    Window w;
    CHECK(w.shell.commands().conflicts().empty());
}

TEST_CASE("Every command with a menu is in the menu bar, with its state at that moment", "[ui]")
{
    Window w;
    QAction *back = w.shell.actions().find(u"go.back");
    REQUIRE(back);
    const QList<QMenu *> menus = w.shell.menuBar()->findChildren<QMenu *>();
    QMenu *go = nullptr;
    for (QMenu *menu : menus) {
        if (menu->actions().contains(back))
            go = menu;
    }
    REQUIRE(go);
    go->popup(QPoint());
    CHECK(!back->isEnabled());
    go->hide();
    CHECK(back->isEnabled()); // shortcuts are checked when they are pressed
}

TEST_CASE("Without a book only the start is there, and its doors work by keyboard", "[ui]")
{
    const QTemporaryDir folder;
    app::Settings settings(folder.filePath(u"headway.ini"_s));
    Shell shell(
        settings, [] { return qint64(0); }, Shell::Form::Book);
    auto *start = new StartPage;
    QStringList chosen;
    QObject::connect(start, &StartPage::sampleChosen, start, [&] { chosen += u"sample"_s; });
    QObject::connect(start, &StartPage::bookChosen, start, [&](const QString &book) { chosen += book; });
    start->showRecent({u"postgresql://server/sales"_s, u"/gone.headway"_s});
    shell.showStart(start);
    shell.show();
    shell.activateWindow();
    REQUIRE(test::await([&] { return shell.isActiveWindow(); }));
    CHECK(!shell.isBookShown());
    CHECK(!shell.commands().run(u"view.detail"));
    QAbstractButton *first = start->findChild<QAbstractButton *>();
    REQUIRE(first);
    QTest::keyClick(first, Qt::Key_Return);
    for (QAbstractButton *button : start->findChildren<QAbstractButton *>()) {
        if (button->text() == u"sales"_s)
            button->click();
        CHECK(button->isEnabled() == (button->text() != u"gone"_s));
    }
    CHECK(chosen == QStringList{u"sample"_s, u"postgresql://server/sales"_s});
}

TEST_CASE("Without a book Ctrl+K offers the commands, since there is nothing to search", "[ui]")
{
    const QTemporaryDir folder;
    app::Settings settings(folder.filePath(u"headway.ini"_s));
    Shell shell(
        settings, [] { return qint64(0); }, Shell::Form::Book);
    shell.showStart(new StartPage);
    shell.show();
    shell.activateWindow();
    shell.actions().refresh();
    REQUIRE(test::await([&] { return shell.isActiveWindow(); }));
    REQUIRE(shell.commands().run(u"palette.open"));
    const auto *palette = shell.findChild<CommandPalette *>();
    REQUIRE(palette->isOpen());
    const auto *found = palette->findChild<QListView *>();
    CHECK(found->model()->rowCount() > 0);
    auto *line = palette->findChild<QLineEdit *>();
    QTest::keyClicks(line, u"quit"_s);
    CHECK(found->currentIndex().data().toString() == u"Quit"_s);
}

TEST_CASE("A book is listed under its whole name, with the ampersand in it", "[ui]")
{
    StartPage start;
    start.showRecent({u"/books/A&B.headway"_s});
    const auto buttons = start.findChildren<QAbstractButton *>();
    const auto found = std::find_if(buttons.begin(), buttons.end(), [](const QAbstractButton *button) {
        return button->text() == u"A&&B"_s; // as Qt writes A&B
    });
    REQUIRE(found != buttons.end());
    CHECK((*found)->shortcut().isEmpty());
}
