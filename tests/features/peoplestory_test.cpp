// SPDX-License-Identifier: GPL-3.0-or-later
// Users and teams in the settings, by keyboard, through the real window.
#include "features/support/story.h"
#include "support/catch_qt.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::Story;

namespace {

void openPeople(Story &story, const QString &part)
{
    story.given.an_empty_book();
    story.when.I_open_the_settings(part);
    story.when.I_tab_to(part);
}

} // namespace

TEST_CASE("I add a colleague to the book, and take it back", "[features]")
{
    Story story;
    openPeople(story, u"Users"_s);
    story.then.the_values_begin_with({u"Ana, Administrator"_s});
    story.when.I_press(u"Insert"_s);
    story.when.I_put_into_the_line(u"Ben Okri"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_message_says(u"Added “Ben Okri”"_s);
    story.then.the_values_end_with(u"Ben Okri"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_values_end_with(u"Ana"_s);
}

TEST_CASE("I make a team", "[features]")
{
    Story story;
    openPeople(story, u"Teams"_s);
    story.when.I_press(u"Insert"_s);
    story.when.I_put_into_the_line(u"North"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_message_says(u"Added “North”"_s);
    story.then.the_values_end_with(u"North"_s);
}

TEST_CASE("The last administrator stays active, and the page says why", "[features]")
{
    Story story;
    openPeople(story, u"Users"_s);
    story.when.I_tab_to(u"Active"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_press(u"Space"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_field_notes(u"“Ana” is the last active administrator of this book"_s);
    story.then.the_values_begin_with({u"Ana, Administrator"_s});
}
