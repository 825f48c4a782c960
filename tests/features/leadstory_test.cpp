// SPDX-License-Identifier: GPL-3.0-or-later
// From lead to customer, through the real window.
#include "features/support/story.h"

#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/board/cardlist.h"
#include "ui/fields/alreadyhere.h"
#include "ui/leads/bulkconversionpanel.h"
#include "ui/leads/conversioncolumn.h"
#include "ui/leads/conversionpanel.h"
#include "ui/leads/leadform.h"
#include "ui/shell/shell.h"

#include <QRadioButton>
#include <QTest>

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::await;
using test::Story;

namespace {

void chooseLead(Story &story, const QString &name)
{
    story.when.I_open_the_book();
    story.when.I_press(u"Ctrl+4"_s);
    REQUIRE(await([&] { return story.shell().place().page == u"leads"_s; }));
    story.when.I_select({name});
    story.then.the_detail_shows(name);
}

const ui::ConversionPanel &awaitPanel(const Story &story)
{
    const auto *panel = story.shell().findChild<ui::ConversionPanel *>();
    REQUIRE(panel);
    REQUIRE(await([&] { return panel->isVisible(); }));
    return *panel;
}

void choose(const Story &story, const QString &part, const QString &what)
{
    for (const ui::ConversionColumn *column : story.shell().findChildren<ui::ConversionColumn *>()) {
        for (QRadioButton *button : column->findChildren<QRadioButton *>()) {
            if (column->accessibleName() == part && button->text() == what)
                QTest::mouseClick(button, Qt::LeftButton, {}, QPoint(8, button->height() / 2));
        }
    }
}

} // namespace

TEST_CASE("I convert a lead with two keys, look at its deal, and take it back", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_lead(u"Ada"_s, u"Byron"_s, u"Engines Ltd"_s);
    chooseLead(story, u"Ada Byron"_s);
    story.when.I_press(u"Ctrl+Shift+U"_s);
    awaitPanel(story);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Converted “Ada Byron”"_s);
    story.then.the_detail_shows(u"Engines Ltd"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_message_begins(u"Took back: Converted “Ada Byron”"_s);
}

TEST_CASE("A lead of a company that is there is linked to it, and needs no deal", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_company(u"ENGINES"_s);
    story.given.a_lead(u"Ada"_s, u"Byron"_s, u"Engines Ltd"_s);
    chooseLead(story, u"Ada Byron"_s);
    story.when.I_choose_from_the_menus({u"Record"_s, u"Convert the lead…"_s});
    awaitPanel(story);
    choose(story, u"Deal"_s, u"None"_s);
    story.when.I_click(u"Convert"_s);
    story.then.the_message_says(u"Converted “Ada Byron”"_s);
    story.then.the_detail_shows(u"Ada Byron"_s); // the person
    story.when.I_press(u"Ctrl+6"_s);
    story.then.the_list_shows({u"ENGINES"_s}); // and no second company
}

TEST_CASE("A lead that becomes nothing is not converted, and the panel says why", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_lead(u"Ada"_s, u"Byron"_s, QString());
    chooseLead(story, u"Ada Byron"_s);
    story.when.I_press(u"Ctrl+Shift+U"_s);
    const ui::ConversionPanel &panel = awaitPanel(story);
    choose(story, u"Contact"_s, u"None"_s);
    choose(story, u"Deal"_s, u"None"_s);
    story.when.I_click(u"Convert"_s);
    CHECK(panel.said() == u"Choose what the lead becomes: a company, a contact, a deal, or some of them."_s);
    CHECK(panel.isVisible());
    story.when.I_press(u"Escape"_s);
    CHECK_FALSE(panel.isVisible());
    story.then.the_detail_shows(u"Ada Byron"_s);
}

TEST_CASE("I convert several leads at once, after I have seen what they become", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_lead(u"Ada"_s, u"Byron"_s, u"Engines Ltd"_s);
    story.given.a_lead(u"Bob"_s, u"Marsh"_s, u"Engines Ltd"_s);
    story.given.a_lead(u"Cy"_s, u"Noll"_s, QString());
    chooseLead(story, u"Ada Byron"_s);
    story.when.I_press(u"Ctrl+A"_s);
    story.when.I_press(u"Ctrl+Shift+Y"_s);
    const auto *panel = story.shell().findChild<ui::BulkConversionPanel *>();
    REQUIRE(panel);
    const app::ConversionTable &table = panel->table();
    REQUIRE(await([&] { return panel->isVisible() && table.rowCount() == 3; }));
    const auto cell = [&table](int row, int column) { return table.index(row, column).data().toString(); };
    CHECK(cell(0, 0) == u"Ada Byron"_s);
    CHECK(cell(0, 1) == u"new: Engines Ltd"_s);
    CHECK(cell(1, 1) == u"Engines Ltd"_s); // the one that the lead before makes
    CHECK(cell(2, 1) == u"none"_s);
    CHECK(panel->said() == u"New: 1 company, 3 contacts, 3 deals."_s);
    story.when.I_press(u"Space"_s); // without deals
    CHECK(await([&] { return panel->said() == u"New: 1 company, 3 contacts."_s; }));
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Converted 3 leads"_s);
    story.when.I_press(u"Ctrl+5"_s);
    story.then.the_list_shows({u"Ada Byron"_s, u"Bob Marsh"_s, u"Cy Noll"_s});
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_message_begins(u"Took back: Converted 3 leads"_s);
    story.then.the_list_shows({});
}

TEST_CASE("A company's name of five hundred letters stays within its column, in any width of the window",
          "[features]")
{
    Story story;
    const QString name(500, u'm');
    story.given.an_empty_book();
    story.given.a_company(name);
    story.given.a_lead(u"Ada"_s, u"Byron"_s, name);
    chooseLead(story, u"Ada Byron"_s);
    story.when.I_press(u"Ctrl+Shift+U"_s);
    awaitPanel(story);
    for (const QSize size : {QSize(1280, 800), QSize(700, 640)}) {
        story.shell().resize(size);
        const auto isInside = [](const ui::ConversionColumn *column) {
            const QList<QAbstractButton *> buttons = column->findChildren<QAbstractButton *>();
            return std::all_of(buttons.begin(), buttons.end(), [column](const QAbstractButton *button) {
                return button->mapTo(column, QPoint()).x() + button->width() <= column->width()
                    && button->fontMetrics().horizontalAdvance(button->text()) < column->width();
            });
        };
        const auto columns = story.shell().findChildren<ui::ConversionColumn *>();
        CHECK(await([&] { return std::all_of(columns.begin(), columns.end(), isInside); }));
    }
}

TEST_CASE("Whoever is typed as new and is here already is shown with the reason, and opened by a key",
          "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_person(u"Ada"_s, u"Byron"_s, u"+49 30 5550123"_s);
    story.when.I_open_the_book();
    story.when.I_press(u"Ctrl+5"_s);
    story.when.I_press(u"Ctrl+N"_s);
    const auto here = [&] {
        const auto *line = story.shell().findChild<ui::AlreadyHere *>();
        return line && line->isVisible() ? line->said() : QString();
    };
    REQUIRE(await([&] { return story.shell().findChild<ui::AlreadyHere *>() != nullptr; }));
    CHECK(here().isEmpty());
    story.when.I_tab_to(u"Phone"_s);
    story.when.I_type(u"030 5550123"_s);
    CHECK(await([&] { return here() == u"Ada Byron, contact · same phone number"_s; }));
    story.when.I_press(u"Alt+O"_s);
    story.then.the_detail_shows(u"Ada Byron"_s);
}

TEST_CASE("I give a lead up by keyboard, with a digit for the reason", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_lead(u"Ada"_s, u"Byron"_s, u"Engines Ltd"_s);
    chooseLead(story, u"Ada Byron"_s);
    story.when.I_press(u"Ctrl+Shift+X"_s);
    story.when.I_press(u"Return"_s);
    const auto *form = story.shell().findChild<ui::LeadForm *>();
    CHECK(form->said() == u"Why? Choose a reason."_s);
    story.when.I_press(u"1"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Disqualified “Ada Byron”"_s);
    CHECK_FALSE(form->isVisible());
}

TEST_CASE("I put a lead to sleep by keyboard, until a day to come", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_lead(u"Ada"_s, u"Byron"_s, u"Engines Ltd"_s);
    chooseLead(story, u"Ada Byron"_s);
    story.when.I_press(u"Ctrl+Shift+B"_s);
    story.when.I_type(u"yesterday"_s);
    story.when.I_press(u"Return"_s);
    const auto *form = story.shell().findChild<ui::LeadForm *>();
    CHECK(await([&] { return form->said().startsWith(u"A lead sleeps until a day to come"_s); }));
    story.when.I_put_into_the_line(u"tomorrow"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Put “Ada Byron” to sleep until Wed 11 Mar 2026"_s);
}

TEST_CASE("A lead of the sample company goes to a customer who is there", "[features]")
{
    Story story;
    story.given.the_sample_company();
    story.given.a_company(u"Klein Stahlbau GmbH"_s);
    chooseLead(story, u"Claudia Bauer"_s);
    story.when.I_press(u"Ctrl+Shift+U"_s);
    awaitPanel(story);
    story.shell().resize(1180, 680);
    story.then.it_looks_like_this(u"convert"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Converted “Claudia Bauer”"_s);
    story.then.the_detail_shows(u"Klein Stahlbau"_s);
}

TEST_CASE("I move a lead over the board until it is a customer, and take it back", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_lead(u"Ada"_s, u"Byron"_s, u"Engines Ltd"_s);
    story.when.I_open_the_book();
    story.when.I_press(u"Ctrl+B"_s);
    story.then.the_window_shows(u"leadboard"_s);
    const auto hasCard = [&] {
        const auto lists = story.shell().findChildren<ui::CardList *>();
        return std::any_of(lists.begin(), lists.end(),
                           [](const ui::CardList *list) { return list->hasFocus() && list->currentCard(); });
    };
    REQUIRE(await(hasCard));
    story.when.I_press(u"Ctrl+Right"_s);
    story.then.the_message_says(u"Moved “Ada Byron” to Attempting"_s);
    REQUIRE(await(hasCard));
    story.when.I_press(u"Space"_s);
    story.when.I_press(u"Right"_s);
    story.when.I_press(u"Right"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Moved “Ada Byron” to Qualified"_s);
    awaitPanel(story); // what it becomes can be said at once
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Converted “Ada Byron”"_s);
    for (const QString &step : {u"Converted “Ada Byron”"_s, u"Moved “Ada Byron” to Qualified"_s,
                                u"Moved “Ada Byron” to Attempting"_s}) {
        story.when.I_press(u"Ctrl+Z"_s);
        story.then.the_message_begins(QString(u"Took back: "_s + step));
    }
}
