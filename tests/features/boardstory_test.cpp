// SPDX-License-Identifier: GPL-3.0-or-later
// The main job by keyboard: find the deal on the board, log the call, move the deal, win it.
#include "features/support/story.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/cardlist.h"
#include "ui/record/detailpane.h"
#include "ui/shell/shell.h"

#include <QApplication>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Story;

namespace {

void openBoardWithTwoDeals(Story &story)
{
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 12'000);
    story.given.a_deal(u"Pump"_s, 500);
    story.when.I_open_the_book();
    story.then.the_window_shows(u"board"_s);
    story.when.I_take_the_card(u"Renewal"_s);
}

// The columns of which nothing is out of sight.
int columnsInSight(const Story &story)
{
    int whole = 0;
    for (const ui::BoardColumnView *column : story.shell().findChildren<ui::BoardColumnView *>()) {
        const bool isWhole =
            column->isVisible() && column->visibleRegion().boundingRect().width() == column->width();
        whole += isWhole ? 1 : 0;
    }
    return whole;
}

} // namespace

TEST_CASE("All five stages of the pipeline are in sight in a window of 1280 by 800", "[features]")
{
    Story story;
    story.given.the_sample_company();
    story.when.I_open_the_book();
    story.shell().resize(1280, 800);
    story.when.I_give_the_keyboard_to_the_board();
    CHECK(test::await([&] { return columnsInSight(story) == 5; }));
    for (const ui::BoardColumnView *column : story.shell().findChildren<ui::BoardColumnView *>())
        CHECK(column->width() >= 200);
    CHECK_FALSE(story.shell().isDetailShown());
}

TEST_CASE("The details come over the board when I ask for them, and Esc gives the card the keyboard back",
          "[features]")
{
    Story story;
    openBoardWithTwoDeals(story);
    story.shell().resize(1280, 800);
    CHECK_FALSE(story.shell().isDetailShown());
    story.when.I_press(u"Return"_s);
    story.then.the_detail_shows(u"Renewal"_s);
    CHECK(story.shell().isDetailShown());
    story.when.I_press(u"Down"_s); // the keyboard is on the cards still, and the pane follows
    story.then.the_detail_shows(u"Pump"_s);
    story.when.I_press(u"F6"_s);
    const auto *details = story.shell().findChild<ui::DetailPane *>();
    REQUIRE(details->isAncestorOf(QApplication::focusWidget()));
    story.when.I_press(u"Escape"_s);
    CHECK_FALSE(story.shell().isDetailShown());
    CHECK(qobject_cast<ui::CardList *>(QApplication::focusWidget()));
    story.when.I_press(u"Ctrl+Right"_s);
    story.then.the_card_stands_in(u"Pump"_s, story.stagesInOrder().at(1));
}

TEST_CASE("Ctrl+N on a card adds a deal to its stage", "[features]")
{
    Story story;
    openBoardWithTwoDeals(story);
    const QStringList stages = story.stagesInOrder();
    story.when.I_press(u"Ctrl+Right"_s);
    story.then.the_card_stands_in(u"Renewal"_s, stages.at(1));
    story.when.I_press(u"Ctrl+N"_s);
    story.when.I_type(u"Second line"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_card_stands_in(u"Second line"_s, stages.at(1));
}

TEST_CASE("Delete removes the chosen card, and Ctrl+Z brings it back", "[features]")
{
    Story story;
    openBoardWithTwoDeals(story);
    story.when.I_press(u"Delete"_s);
    story.then.the_message_says(u"Deleted “Renewal”"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.when.I_take_the_card(u"Renewal"_s);
    story.then.the_detail_shows(u"Renewal"_s);
}

TEST_CASE("I move a deal two stages with the keyboard, and take it back", "[features]")
{
    Story story;
    openBoardWithTwoDeals(story);
    const QStringList stages = story.stagesInOrder();
    story.when.I_press(u"Ctrl+Right"_s);
    story.then.the_card_stands_in(u"Renewal"_s, stages.at(1));
    story.when.I_press(u"Ctrl+Right"_s);
    story.then.the_card_stands_in(u"Renewal"_s, stages.at(2));
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_card_stands_in(u"Renewal"_s, stages.at(1));
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_card_stands_in(u"Renewal"_s, stages.at(0));
    story.then.the_card_stands_in(u"Pump"_s, stages.at(0));
}

TEST_CASE("I log a call on a card of the board in four keys and the text", "[features]")
{
    Story story;
    openBoardWithTwoDeals(story);
    story.then.the_detail_shows(u"Renewal"_s);
    story.when.I_press(u"Ctrl+L"_s);
    story.when.I_press(u"1"_s);
    story.when.I_type(u"Wants an offer by Friday"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_timeline_holds(u"Renewal"_s, u"Wants an offer by Friday"_s);
}

TEST_CASE("Going to the board by Ctrl and a digit selects a card at once", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 12'000);
    story.when.I_open_the_list_of_deals();
    story.when.I_press(u"Ctrl+1"_s);
    story.then.the_window_shows(u"board"_s);
    story.when.I_give_the_keyboard_to_the_board();
    story.when.I_press(u"Ctrl+Right"_s);
    story.then.the_card_stands_in(u"Renewal"_s, story.stagesInOrder().at(1));
}

TEST_CASE("I win a deal and say how, with three keys", "[features]")
{
    Story story;
    openBoardWithTwoDeals(story);
    story.when.I_press(u"W"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_deal_was(u"Renewal"_s, u"won"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_deal_was(u"Renewal"_s, u"open"_s);
}

TEST_CASE("I lose a deal only with a reason", "[features]")
{
    Story story;
    openBoardWithTwoDeals(story);
    story.when.I_press(u"L"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_deal_was(u"Renewal"_s, u"open"_s);
    story.when.I_press(u"1"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_deal_was(u"Renewal"_s, u"lost"_s);
    story.then.the_deal_was(u"Pump"_s, u"open"_s);
}
