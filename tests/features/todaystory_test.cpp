// SPDX-License-Identifier: GPL-3.0-or-later
// A morning with the page Today, through the real window.
#include "features/support/story.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::Story;

namespace {

void giveAMorning(Story &story)
{
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 12'000);
    story.given.a_deal(u"Pump"_s, 3'000);
    story.given.a_deal(u"Left alone"_s, 500);
    story.given.a_planned_call(u"Ask for the order"_s, u"Renewal"_s, -2);
    story.given.a_planned_call(u"Send drawings"_s, u"Renewal"_s, -1);
    story.given.a_planned_call(u"Talk about the pump"_s, u"Pump"_s, 0);
}

} // namespace

TEST_CASE("In the morning I see what is overdue, what is for today, and which deals wait", "[features]")
{
    Story story;
    giveAMorning(story);
    story.when.I_open_today();
    story.then.today_shows({u"Overdue"_s, u"Ask for the order"_s, u"Send drawings"_s, u"Today"_s,
                            u"Talk about the pump"_s, u"Next 7 days"_s,
                            u"Nothing is planned for these days."_s, u"Deals with no next step"_s,
                            u"Left alone"_s});
    story.then.the_sidebar_counts(u"Today"_s, 3);
    story.then.the_current_row_of_today_is(u"Ask for the order"_s);
    story.then.the_detail_shows(u"Renewal"_s);
    story.when.I_press(u"End"_s);
    story.then.the_current_row_of_today_is(u"Left alone"_s);
    story.then.the_detail_shows(u"Left alone"_s);
    story.when.I_press(u"Home"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Down"_s);
    story.then.the_current_row_of_today_is(u"Talk about the pump"_s);
    story.then.the_detail_shows(u"Pump"_s);
}

TEST_CASE("I work through what is overdue without the mouse", "[features]")
{
    Story story;
    giveAMorning(story);
    story.when.I_open_today();
    story.then.the_current_row_of_today_is(u"Ask for the order"_s);
    story.when.I_press(u"Down"_s);
    story.then.the_current_row_of_today_is(u"Send drawings"_s);
    story.then.the_detail_shows(u"Renewal"_s);
    story.when.I_press(u"Ctrl+D"_s); // this call, though another one of the deal comes first
    story.when.I_type(u"1"_s);
    story.when.I_type(u"all clear"_s);
    story.when.I_press(u"Alt+7"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_timeline_holds(u"Renewal"_s, u"all clear"_s);
    story.then.the_message_begins(u"Done: “Send drawings”"_s);
    story.then.today_shows({u"Overdue"_s, u"Ask for the order"_s, u"Today"_s, u"Talk about the pump"_s,
                            u"Next 7 days"_s, u"Tuesday, 17 March"_s, u"Follow up: Renewal"_s,
                            u"Deals with no next step"_s, u"Left alone"_s});
    story.then.the_sidebar_counts(u"Today"_s, 2);
    story.then.the_current_row_of_today_is(u"Talk about the pump"_s); // and it has the focus
    story.when.I_press(u"Up"_s);
    story.then.the_current_row_of_today_is(u"Ask for the order"_s);
}

TEST_CASE("I put a call off by three days, and take it back", "[features]")
{
    Story story;
    giveAMorning(story);
    story.when.I_open_today();
    story.then.the_current_row_of_today_is(u"Ask for the order"_s);
    story.when.I_press(u"Ctrl+Shift+3"_s);
    story.then.the_message_says(u"Moved “Ask for the order” to Fri 13 Mar 2026"_s);
    story.then.today_shows({u"Overdue"_s, u"Send drawings"_s, u"Today"_s, u"Talk about the pump"_s,
                            u"Next 7 days"_s, u"Friday, 13 March"_s, u"Ask for the order"_s,
                            u"Deals with no next step"_s, u"Left alone"_s});
    story.then.the_sidebar_counts(u"Today"_s, 2);
    story.then.the_current_row_of_today_is(u"Send drawings"_s); // the next one to decide about
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_sidebar_counts(u"Today"_s, 3);
}

TEST_CASE("I give a deal with no next step one, and it leaves the list", "[features]")
{
    Story story;
    giveAMorning(story);
    story.when.I_open_today();
    story.when.I_press(u"End"_s);
    story.then.the_current_row_of_today_is(u"Left alone"_s);
    story.then.the_detail_shows(u"Left alone"_s);
    story.when.I_press(u"Ctrl+L"_s);
    story.when.I_type(u"1"_s);
    story.when.I_type(u"wants an offer"_s);
    story.when.I_press(u"Alt+1"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_timeline_holds(u"Left alone"_s, u"wants an offer"_s);
    story.then.today_shows({u"Overdue"_s, u"Ask for the order"_s, u"Send drawings"_s, u"Today"_s,
                            u"Talk about the pump"_s, u"Next 7 days"_s, u"Tomorrow, Wednesday, 11 March"_s,
                            u"Follow up: Left alone"_s});
}

TEST_CASE("I tick a planned call off where it stands: Enter asks for its outcome", "[features]")
{
    Story story;
    giveAMorning(story);
    story.when.I_open_today();
    story.then.the_current_row_of_today_is(u"Ask for the order"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_type(u"1"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_message_begins(u"Done: “Ask for the order”"_s);
}

TEST_CASE("Somebody rings up, and I write it down from Today, before I know where it belongs", "[features]")
{
    Story story;
    giveAMorning(story);
    story.when.I_open_today();
    story.when.I_press(u"Ctrl+N"_s);
    story.when.I_type(u"left alone"_s); // the only one of that name
    story.then.the_detail_shows(u"Left alone"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_type(u"1"_s);
    story.when.I_type(u"wants an offer"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_timeline_holds(u"Left alone"_s, u"wants an offer"_s);
}
