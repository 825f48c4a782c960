// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/commands/commandpalette.h"

#include "app/commands/commands.h"
#include "app/program/settings.h"
#include "support/await.h"
#include "support/catch_qt.h"

#include <QLineEdit>
#include <QListView>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace headway;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Window {
    QTemporaryDir folder;
    app::Settings settings{folder.filePath(u"headway.ini"_s)};
    app::Commands commands{settings};
    app::PaletteSearch search{commands};
    QWidget window;
    QLineEdit *field = new QLineEdit(&window);
    CommandPalette palette{search, &window};
    QLineEdit *line = palette.findChild<QLineEdit *>();
    QListView *list = palette.findChild<QListView *>();
    QStringList done;

    Window()
    {
        window.resize(900, 600);
        window.show();
        window.activateWindow();
        field->setFocus();
        REQUIRE(test::await([this] { return field->hasFocus(); }));
        for (const QString &name : {u"Alpha"_s, u"Beta"_s, u"Gamma"_s})
            commands.add({.id = name, .text = name, .run = [this, name] { done += name; }});
    }
    ~Window() { palette.dismiss(); }

    int rows() const { return list->model()->rowCount(); }
    QString current() const { return list->currentIndex().data().toString(); }
};

} // namespace

TEST_CASE("The palette is worked by keys alone and gives the keyboard back", "[ui]")
{
    Window w;
    w.palette.open(u">"_s);
    CHECK(w.line->hasFocus());
    CHECK(w.rows() == 3);
    CHECK(w.current() == u"Alpha"_s);
    QTest::keyClick(w.line, Qt::Key_Down);
    CHECK(w.current() == u"Beta"_s);
    QTest::keyClick(w.line, Qt::Key_Up);
    QTest::keyClick(w.line, Qt::Key_Up);
    CHECK(w.current() == u"Gamma"_s);
    QTest::keyClick(w.line, Qt::Key_Return);
    CHECK(w.done == QStringList{u"Gamma"_s});
    CHECK(!w.palette.isOpen());
    CHECK(!w.palette.isVisible());
    CHECK(w.field->hasFocus());
}

TEST_CASE("Esc closes the palette and does nothing", "[ui]")
{
    Window w;
    w.palette.open(u">"_s);
    QTest::keyClick(w.line, Qt::Key_Escape);
    CHECK(!w.palette.isOpen());
    CHECK(w.done.isEmpty());
    CHECK(w.field->hasFocus());
}

TEST_CASE("Typing narrows the list", "[ui]")
{
    Window w;
    w.palette.open(u">"_s);
    QTest::keyClicks(w.line, u"gam"_s);
    CHECK(w.rows() == 1);
    CHECK(w.current() == u"Gamma"_s);
}

TEST_CASE("Enter before the answer runs the first of the answer, not of what was shown", "[ui]")
{
    Window w;
    app::PaletteAnswer answer;
    w.search.addProvider([&answer](const QString &, const app::PaletteAnswer &then) { answer = then; });
    w.palette.open({});
    answer({{.id = u"old"_s, .text = u"Old"_s, .run = [&w] { w.done += u"Old"_s; }}});
    CHECK(w.current() == u"Old"_s);
    QTest::keyClicks(w.line, u"zz"_s);
    QTest::keyClick(w.line, Qt::Key_Return);
    CHECK(w.done.isEmpty());
    answer({{.id = u"new"_s, .text = u"New"_s, .run = [&w] { w.done += u"New"_s; }}});
    CHECK(w.done == QStringList{u"New"_s});
}

TEST_CASE("A late answer does not move what the user chose", "[ui]")
{
    Window w;
    app::PaletteAnswer late;
    w.search.addProvider([&late](const QString &, const app::PaletteAnswer &then) { late = then; });
    w.search.addProvider([](const QString &, const app::PaletteAnswer &then) {
        then({{.id = u"a"_s, .text = u"A"_s}, {.id = u"b"_s, .text = u"B"_s}});
    });
    w.palette.open(u"zz"_s);
    REQUIRE(test::await([&] { return w.rows() == 2; }));
    QTest::keyClick(w.line, Qt::Key_Down);
    late({{.id = u"c"_s, .text = u"C"_s}});
    CHECK(w.rows() == 3);
    CHECK(w.current() == u"B"_s);
}

TEST_CASE("A click elsewhere closes the palette", "[ui]")
{
    Window w;
    w.palette.open({});
    QTest::mouseClick(w.field, Qt::LeftButton);
    CHECK(!w.palette.isOpen());
}

namespace {

app::PaletteItem hit(const QString &group, const QString &name, QStringList &done)
{
    return {.id = name,
            .text = name,
            .extra = u"Acme"_s,
            .aside = u"€45,500"_s,
            .group = group,
            .enter = u"Enter opens it"_s,
            .run = [name, &done] { done += u"open "_s + name; },
            .openInWindow = [name, &done] { done += u"window "_s + name; },
            .logCall = [name, &done] { done += u"call "_s + name; }};
}

void addHits(Window &w)
{
    w.search.addProvider([&w](const QString &, const app::PaletteAnswer &then) {
        then({hit(u"Deals"_s, u"Plant"_s, w.done),
              hit(u"Deals"_s, u"Pump"_s, w.done),
              hit(u"People"_s, u"Paul"_s, w.done),
              {.id = u"no"_s,
               .text = u"Print"_s,
               .extra = u"Not possible just now"_s,
               .group = u"Commands"_s,
               .isEnabled = false,
               .run = [&w] { w.done += u"print"_s; }}});
    });
    w.palette.open(u"zz"_s);
}

} // namespace

TEST_CASE("Tab goes to the next group of what was found, Shift+Tab back", "[ui]")
{
    Window w;
    addHits(w);
    CHECK(w.current() == u"Plant"_s);
    QTest::keyClick(w.line, Qt::Key_Tab);
    CHECK(w.current() == u"Paul"_s);
    QTest::keyClick(w.line, Qt::Key_Tab);
    CHECK(w.current() == u"Print"_s);
    QTest::keyClick(w.line, Qt::Key_Tab);
    CHECK(w.current() == u"Plant"_s);
    QTest::keyClick(w.line, Qt::Key_Down);
    QTest::keyClick(w.line, Qt::Key_Backtab);
    CHECK(w.current() == u"Print"_s);
    QTest::keyClick(w.line, Qt::Key_Backtab);
    CHECK(w.current() == u"Paul"_s);
}

TEST_CASE("Enter opens a hit, Shift+Enter in a window of its own, Ctrl+Enter logs a call", "[ui]")
{
    Window w;
    addHits(w);
    QTest::keyClick(w.line, Qt::Key_Return);
    w.palette.open(u"zz"_s);
    QTest::keyClick(w.line, Qt::Key_Return, Qt::ShiftModifier);
    w.palette.open(u"zz"_s);
    QTest::keyClick(w.line, Qt::Key_Return, Qt::ControlModifier);
    CHECK(w.done == QStringList{u"open Plant"_s, u"window Plant"_s, u"call Plant"_s});
}

TEST_CASE("A command that cannot run is read, but Enter on it changes nothing", "[ui]")
{
    Window w;
    addHits(w);
    QTest::keyClick(w.line, Qt::Key_Backtab);
    CHECK(w.current() == u"Print"_s);
    CHECK(w.line->accessibleDescription() == u"Commands, 1 of 1: Print, Not possible just now"_s);
    QTest::keyClick(w.line, Qt::Key_Return);
    CHECK(w.done.isEmpty());
    CHECK(w.palette.isOpen());
}

TEST_CASE("A screen reader hears group, place and what Enter does of the row that is chosen", "[ui]")
{
    Window w;
    addHits(w);
    QTest::keyClick(w.line, Qt::Key_Down);
    CHECK(w.line->accessibleDescription() == u"Deals, 2 of 2: Pump, Acme, €45,500, Enter opens it"_s);
    CHECK(w.list->model()->index(2, 0).data(Qt::AccessibleTextRole).toString()
          == u"People, 1 of 1: Paul, Acme, €45,500, Enter opens it"_s);
}

TEST_CASE("At most sixteen rows are shown, and the panel stays inside its window", "[ui]")
{
    Window w;
    for (int i = 0; i < 40; ++i)
        w.commands.add({.id = u"more%1"_s.arg(i), .text = u"More %1"_s.arg(i)});
    w.palette.open(u">"_s);
    CHECK(w.rows() == 43);
    CHECK(w.list->height() <= 16 * w.list->sizeHintForRow(0));
    CHECK(w.window.rect().contains(w.palette.geometry()));
    w.window.resize(640, 400);
    CHECK(w.window.rect().contains(w.palette.geometry()));
}
