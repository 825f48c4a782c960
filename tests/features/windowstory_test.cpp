// SPDX-License-Identifier: GPL-3.0-or-later
// Records in windows of their own, in addition to the main window.
#include "app/program/settings.h"
#include "features/support/story.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::Story;

namespace {

void openTwoDeals(Story &story)
{
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 12'000);
    story.given.a_deal(u"Pump"_s, 500);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(2);
    story.when.I_select({u"Renewal"_s});
    story.then.the_detail_shows(u"Renewal"_s);
}

} // namespace

TEST_CASE("I open a deal in a window of its own, work in it, and take it back from the other one",
          "[features]")
{
    Story story;
    openTwoDeals(story);
    story.when.I_press(u"Shift+Return"_s);
    story.when.I_use_the_window_of(u"Renewal"_s);
    story.then.the_detail_shows(u"Renewal"_s);
    story.when.I_press(u"Ctrl+L"_s);
    story.when.I_press(u"1"_s);
    story.when.I_type(u"Wants an offer by Friday"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_timeline_holds(u"Renewal"_s, u"Wants an offer by Friday"_s);
    story.when.I_press(u"Ctrl+Shift+W"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_deal_was(u"Renewal"_s, u"won"_s);
    story.when.I_use_window(1);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_deal_was(u"Renewal"_s, u"open"_s);
}

TEST_CASE("In a deal's own window I go on to another record and back, and it is called by what it shows",
          "[features]")
{
    Story story;
    openTwoDeals(story);
    story.when.I_choose_from_the_menu_of(u"Renewal"_s, {u"Open in a window of its own"_s});
    story.when.I_use_the_window_of(u"Renewal"_s);
    story.when.I_press(u"Ctrl+K"_s);
    story.when.I_type(u"Pump"_s);
    story.then.the_palette_offers(u"Pump"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_use_the_window_of(u"Pump"_s);
    story.then.the_detail_shows(u"Pump"_s);
    story.when.I_press(u"Alt+Left"_s);
    story.when.I_use_the_window_of(u"Renewal"_s);
    story.then.the_detail_shows(u"Renewal"_s);
    story.when.I_press(u"Ctrl+W"_s);
    story.when.I_use_window(1);
    story.then.the_list_has(2);
}

TEST_CASE("A deal that is won already is not won again, and I hear why", "[features]")
{
    Story story;
    openTwoDeals(story);
    story.when.I_press(u"Ctrl+Shift+W"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_deal_was(u"Renewal"_s, u"won"_s);
    story.then.the_page_says(u"weighted €12,050"_s); // the list shows the change
    story.when.I_press(u"Ctrl+Shift+W"_s);
    story.then.the_message_says(u"Won already: “Renewal”."_s);
}

TEST_CASE("I read the manual beside my work, follow a link in it and go back", "[features]")
{
    Story story;
    openTwoDeals(story);
    story.when.I_press(u"F1"_s);
    story.then.the_manual_shows(u"Using Headway"_s);
    story.when.I_follow_in_the_manual(u"first-day.md"_s);
    story.then.the_manual_shows(u"A first day"_s);
    story.when.I_go_back_in_the_manual();
    story.then.the_manual_shows(u"Using Headway"_s);
}

TEST_CASE("F5 reads everything again and says so, and what was chosen stays chosen", "[features]")
{
    Story story;
    openTwoDeals(story);
    story.when.I_press(u"F5"_s);
    story.then.the_message_says(u"Everything has been read again."_s);
    story.then.the_list_has(2);
    story.then.the_selected_row_is(u"Renewal"_s);
}

TEST_CASE("A book opens at the page I left", "[features]")
{
    Story story;
    openTwoDeals(story);
    story.when.I_press(u"Ctrl+W"_s);
    story.when.I_open_the_book();
    story.then.the_window_shows(u"deals"_s);
    story.then.the_list_has(2);
}

TEST_CASE("A book opens at the page I chose in the settings, wherever I left it", "[features]")
{
    Story story;
    openTwoDeals(story);
    story.when.I_open_the_settings(u"This computer"_s);
    story.when.I_tab_to(u"First page"_s);
    story.then.the_control_shows(u"First page"_s, u"The one it was left at"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Down"_s);
    story.then.the_control_shows(u"First page"_s, u"Today"_s);
    story.when.I_press(u"Ctrl+W"_s);
    story.when.I_open_the_book();
    story.then.the_window_shows(u"today"_s);
    const auto &choices = Choices<app::FirstPage>::list;
    for (size_t i = 1; i < choices.size(); ++i) { // each of them is there
        story.settings().change(app::setting::firstPage, app::FirstPage(i));
        story.when.I_press(u"Ctrl+W"_s);
        story.when.I_open_the_book();
        story.then.the_window_shows(QString::fromLatin1(choices[i].code));
    }
}
