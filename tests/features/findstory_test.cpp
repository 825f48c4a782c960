// SPDX-License-Identifier: GPL-3.0-or-later
// The palette through the real window: finding by customer, acting on what is found, making what is not there.
#include "app/lists/listmodel.h"
#include "app/record/recentrecords.h"
#include "features/support/story.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/buttons.h"
#include "ui/commands/commandpalette.h"
#include "ui/lists/listpage.h"
#include "ui/lists/listview.h"
#include "ui/lists/rowtools.h"
#include "ui/record/detailpane.h"
#include "ui/record/logform.h"
#include "ui/shell/shell.h"

#include <QApplication>
#include <QLineEdit>
#include <QListView>
#include <QMenu>
#include <QMouseEvent>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

QStringList offered(Story &story)
{
    const auto *palette = story.shell().findChild<ui::CommandPalette *>();
    REQUIRE(palette);
    const QAbstractItemModel &rows = *palette->findChild<QListView *>()->model();
    QStringList texts;
    for (int row = 0; row < rows.rowCount(); ++row)
        texts += rows.index(row, 0).data().toString();
    return texts;
}

void expectOffered(Story &story, const QStringList &wanted)
{
    const bool isThere = await([&] { return offered(story) == wanted; });
    CAPTURE(offered(story).join(u" | "_s), wanted.join(u" | "_s));
    CHECK(isThere);
}

void expectAmongOffered(Story &story, const QString &wanted)
{
    const bool isThere = await([&] { return offered(story).contains(wanted); });
    CAPTURE(offered(story).join(u" | "_s), wanted);
    CHECK(isThere);
}

// Leaves the record in the pane, and comes back to it.
void showAgain(ui::DetailPane &detail)
{
    const EntityRef record = detail.record();
    detail.show(EntityRef());
    detail.show(record);
    REQUIRE(await([&detail] { return detail.isLoaded(); }));
}

} // namespace

TEST_CASE("I look for somebody who is not there, and the form for them begins with the name", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.when.I_open_the_list_of_deals();
    story.when.I_press(u"Ctrl+K"_s);
    story.when.I_type(u"Xenia Quist"_s);
    expectOffered(story,
                  {u"New contact “Xenia Quist”"_s, u"New company “Xenia Quist”"_s,
                   u"New lead “Xenia Quist”"_s, u"New deal “Xenia Quist”"_s,
                   u"Filter deals by “Xenia Quist”"_s});
    story.when.I_press(u"Return"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_message_says(u"Added “Xenia Quist”"_s);
    story.then.the_detail_shows(u"Xenia Quist"_s);
}

TEST_CASE("Commands are found below records, by their words", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Dark room fan"_s, 12'000);
    story.when.I_open_the_list_of_deals();
    story.when.I_press(u"Ctrl+K"_s);
    story.when.I_type(u"dark"_s);
    story.then.the_palette_offers(u"Dark room fan"_s);
    expectAmongOffered(story, u"Dark"_s);
    story.when.I_press(u"Escape"_s);
    story.when.I_press(u"Ctrl+K"_s);
    story.when.I_type(u"won"_s);
    expectAmongOffered(story, u"Mark as won"_s);
}

TEST_CASE("From the palette I log a call with whom I found", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_person(u"Ana"_s, u"Ito"_s, u"+49 30 901820-17"_s);
    story.when.I_open_the_list_of_deals();
    story.when.I_press(u"Ctrl+K"_s);
    story.when.I_type(u"ito"_s);
    story.then.the_palette_offers(u"Ana Ito"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_window_shows(u"contacts"_s);
    story.then.the_detail_shows(u"Ana Ito"_s);
    auto *form = story.shell().findChild<ui::LogForm *>();
    REQUIRE(form);
    CHECK(await([form] { return form->isOpen(); }));
}

TEST_CASE("The call I log from the palette waits for whom I found, whoever comes into sight before",
          "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_person(u"Ana"_s, u"Ito"_s, u"+49 30 901820-17"_s);
    story.when.I_open_the_list_of_deals();
    story.when.I_press(u"Ctrl+K"_s);
    story.when.I_type(u"ito"_s);
    story.then.the_palette_offers(u"Ana Ito"_s);
    auto *form = story.shell().findChild<ui::LogForm *>();
    auto *detail = story.shell().findChild<ui::DetailPane *>();
    REQUIRE(form);
    story.when.I_press(u"Ctrl+Return"_s);
    REQUIRE_FALSE(form->isOpen());
    Q_EMIT detail->shown({EntityKind::Company, 77}); // what was being read when I chose
    CHECK(await([form] { return form->isOpen(); }));
    CHECK(detail->record().kind == EntityKind::Contact);
    form->discard();
    showAgain(*detail);
    CHECK_FALSE(form->isOpen()); // once only
}

TEST_CASE("The call I wanted to log is forgotten when I go to another page, or cannot see whom I found",
          "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_person(u"Ana"_s, u"Ito"_s, u"+49 30 901820-17"_s);
    story.when.I_open_the_list_of_deals();
    story.when.I_press(u"Ctrl+K"_s);
    story.when.I_type(u"ito"_s);
    story.then.the_palette_offers(u"Ana Ito"_s);
    auto *form = story.shell().findChild<ui::LogForm *>();
    auto *detail = story.shell().findChild<ui::DetailPane *>();
    REQUIRE(form);
    story.when.I_press(u"Ctrl+Return"_s);
    REQUIRE_FALSE(form->isOpen());
    if (GENERATE(true, false))
        story.shell().showPage(u"history"_s);
    else
        Q_EMIT detail->failed({ErrorCode::Invalid, Sentence::verbatim(u"There is no such contact."_s), {}});
    REQUIRE(await([&] { return detail->isLoaded() && detail->record().kind == EntityKind::Contact; }));
    showAgain(*detail); // met again, perhaps an hour later
    CHECK_FALSE(form->isOpen());
}

TEST_CASE("What I looked at for a moment counts as opened, though I came to it with an arrow", "[features]")
{
    Story story;
    story.given.an_empty_book();
    for (const QString &name : {u"Amber fan"_s, u"Birch fan"_s, u"Cedar fan"_s})
        story.given.a_deal(name, 12'000);
    story.when.I_open_the_list_of_deals();
    story.then.the_selected_row_is(u"Amber fan"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Down"_s);
    story.then.the_detail_shows(u"Cedar fan"_s);
    const EntityRef cedar = story.shell().findChild<ui::DetailPane *>()->record();
    const app::RecentRecords recent(story.settings());
    CHECK(await([&] { return !recent.all().empty() && recent.all().front() == cedar; }));
}

TEST_CASE("In a list I call whom the mouse is over, and finish what is planned with them, whoever is chosen",
          "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_person(u"Ana"_s, u"Ito"_s, u"+49 30 901820-17"_s);
    story.given.a_person(u"Ben"_s, u"Oda"_s, u"+49 30 901820-18"_s);
    story.when.I_open_the_list_of_deals();
    story.when.I_press(u"Ctrl+5"_s);
    story.then.the_window_shows(u"contacts"_s);
    story.when.I_select({u"Ana Ito"_s});
    story.then.the_detail_shows(u"Ana Ito"_s);
    auto *view = story.list().findChild<ui::ListView *>();
    auto *tools = view->findChild<ui::RowTools *>();
    const auto overBen = [&] {
        const app::ListModel &rows = story.list().model();
        for (int row = 0; row < rows.rowCount(); ++row) {
            if (rows.index(row, 0).data().toString() != u"Ben Oda"_s)
                continue;
            const QPointF place(40, view->rowViewportPosition(row) + view->rowHeight(row) / 2.0);
            QMouseEvent move(QEvent::MouseMove, place, view->viewport()->mapToGlobal(place), Qt::NoButton,
                             Qt::NoButton, Qt::NoModifier);
            QApplication::sendEvent(view->viewport(), &move);
        }
    };
    overBen();
    clickButton(*tools, u"Log a call"_s);
    story.then.the_detail_shows(u"Ben Oda"_s);
    auto *form = story.shell().findChild<ui::LogForm *>();
    REQUIRE(await([form] { return form->isOpen(); }));
    story.when.I_press(u"Escape"_s);
    story.when.I_press(u"Ctrl+T"_s);
    story.when.I_type(u"Send the plan"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    REQUIRE(await([&] {
        overBen();
        return findButton(*tools, u"Mark as done"_s) != nullptr;
    }));
    story.when.I_select({u"Ana Ito"_s});
    story.then.the_detail_shows(u"Ana Ito"_s);
    overBen();
    clickButton(*tools, u"Mark as done"_s);
    story.then.the_detail_shows(u"Ben Oda"_s);
    CHECK(await([form] { return form->isOpen(); }));
    CHECK(form->subject().id == story.list().current().id);
}

TEST_CASE("Beside New I add a deal with the person I look at", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_person(u"Ana"_s, u"Ito"_s, u"+49 30 901820-17"_s);
    story.when.I_open_the_list_of_deals();
    story.when.I_press(u"Ctrl+5"_s);
    ui::FlatButton *more = nullptr;
    REQUIRE(
        await([&] { return (more = findButton(story.shell(), u"What else can be added"_s)) != nullptr; }));
    const auto offered = [&] {
        more->click();
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        REQUIRE(menu);
        for (QAction *action : menu->actions()) {
            if (action->text().remove(u'&') == u"New deal here"_s)
                return std::pair(menu, action);
        }
        FAIL("no new deal here");
        return std::pair<QMenu *, QAction *>();
    };
    story.when.I_select({u"Ana Ito"_s});
    story.then.the_detail_shows(u"Ana Ito"_s);
    const auto [menu, action] = offered();
    CHECK(action->isEnabled());
    action->trigger();
    menu->close();
    auto *details = story.shell().findChild<ui::DetailPane *>();
    CHECK(await([details] { return details->isCreating(); }));
}
