// SPDX-License-Identifier: GPL-3.0-or-later
// The main job by keyboard: find the deal on the board, log the call, move the deal, win it.
#include "features/support/story.h"

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

} // namespace

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
