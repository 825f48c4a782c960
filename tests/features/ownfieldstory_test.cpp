// SPDX-License-Identifier: GPL-3.0-or-later
// Fields of a book's own, through the real window.
#include "features/support/story.h"

#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/shell/shell.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::Story;

TEST_CASE("I add a field of my own in the settings, fill it in and find by it", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_company(u"Acme"_s);
    story.when.I_open_the_settings(u"Own fields"_s);
    story.when.I_tab_to(u"Own fields"_s);
    story.when.I_press(u"Insert"_s);
    story.when.I_type(u"Fleet size"_s);
    story.when.I_tab_to(u"Of"_s);
    for (int kind = 0; kind < 3; ++kind) // past leads and contacts
        story.when.I_press(u"Down"_s);
    story.then.the_control_shows(u"Of"_s, u"Companies"_s);
    story.when.I_tab_to(u"Type"_s);
    for (int type = 0; type < 2; ++type) // past the long text
        story.when.I_press(u"Down"_s);
    story.then.the_control_shows(u"Type"_s, u"Number"_s);
    story.when.I_tab_to(u"Must be filled"_s);
    story.when.I_press(u"Space"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_message_says(u"Added the own field “Fleet size”"_s);
    story.then.the_values_end_with(u"Fleet size"_s);
    story.when.I_press(u"Ctrl+6"_s);
    story.then.the_window_shows(u"companies"_s);
    story.when.I_press(u"Ctrl+N"_s);
    story.when.I_type(u"Bolt"_s);
    story.when.I_tab_to(u"Fleet size"_s);
    story.when.I_type(u"12"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_message_says(u"Added “Bolt”"_s);
    story.when.I_filter_by(u"fleet_size:>10"_s);
    story.then.the_list_shows({u"Bolt"_s});
}
