// SPDX-License-Identifier: GPL-3.0-or-later
// Settings, by keyboard, through the real window.
#include "app/settings.h"
#include "features/support/story.h"
#include "support/catch_qt.h"
#include "ui/shell.h"

using namespace headway;
using namespace Qt::StringLiterals;
using test::Story;

namespace {

void openSettings(Story &story, const QString &part)
{
    story.given.an_empty_book();
    story.when.I_open_the_settings(part);
}

// With the table's current row on that command, by typing into the filter.
void goToCommand(Story &story, const QString &name)
{
    story.when.I_tab_to(u"Filter the commands"_s);
    story.when.I_put_into_the_line(name);
    story.when.I_press(u"Return"_s);
}

} // namespace

TEST_CASE("I choose the dark look in the settings, and it is kept", "[features]")
{
    Story story;
    openSettings(story, u"General"_s);
    story.when.I_tab_to(u"Look"_s);
    story.then.the_control_shows(u"Look"_s, u"As the system"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Down"_s);
    story.then.the_control_shows(u"Look"_s, u"Dark"_s);
    CHECK(story.settings().value(app::setting::look) == app::Look::Dark);
}

TEST_CASE("Days are written in the order I choose, at once, also on other pages", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 100);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(1);
    story.when.I_press(u"Ctrl+,"_s);
    story.when.I_tab_to(u"Dates"_s);
    story.then.the_page_remarks(u"Today is written 10 Mar 2026"_s);
    for (int i = 0; i < 3; ++i)
        story.when.I_press(u"Down"_s);
    story.then.the_page_remarks(u"Today is written 2026-03-10, and may be typed as 2026-03-10."_s);
    story.when.I_press(u"Up"_s);
    story.then.the_page_remarks(u"Today is written Mar 10, 2026, and may be typed as 3/10/2026."_s);
    story.when.I_press(u"Ctrl+9"_s); // no page: Settings has a key of its own
    story.then.the_window_shows(u"settings"_s);
}

TEST_CASE("I give a command another key by pressing it", "[features]")
{
    Story story;
    openSettings(story, u"Keys"_s);
    goToCommand(story, u"detail pane"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_press(u"Ctrl+J"_s);
    story.then.the_page_remarks(u"“Detail pane” is Ctrl+J now."_s);
    story.then.the_key_of(u"view.detail"_s, u"Ctrl+J"_s);
    CHECK(story.settings().value(app::setting::shortcuts, u"view.detail") == QStringList{u"Ctrl+J"_s});

    story.when.I_press(u"Ctrl+1"_s);
    story.then.the_window_shows(u"board"_s);
    const bool wasShown = story.shell().isDetailShown();
    story.when.I_press(u"F4"_s);
    CHECK(story.shell().isDetailShown() == wasShown);
    story.when.I_press(u"Ctrl+J"_s);
    CHECK(story.shell().isDetailShown() != wasShown);
}

TEST_CASE("A key that is taken is refused with the name of its command", "[features]")
{
    Story story;
    openSettings(story, u"Keys"_s);
    goToCommand(story, u"detail pane"_s);
    story.when.I_press(u"F2"_s);
    story.when.I_press(u"Ctrl+K"_s); // would open the search, were it not asked for
    story.then.the_page_remarks(
        u"Ctrl+K is taken by “Search or type a command”. Give that command other keys first."_s);
    story.then.the_key_of(u"view.detail"_s, u"F4"_s);
    story.when.I_press(u"F2"_s);
    story.when.I_press(u"Escape"_s);
    story.then.the_key_of(u"view.detail"_s, u"F4"_s);
}

TEST_CASE("A command without keys gets its default back, unless that is taken by now", "[features]")
{
    Story story;
    openSettings(story, u"Keys"_s);
    goToCommand(story, u"detail pane"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_press(u"Backspace"_s);
    story.then.the_page_remarks(u"“Detail pane” has no keys now."_s);
    story.then.the_key_of(u"view.detail"_s, {});

    goToCommand(story, u"next part"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_press(u"F4"_s);
    story.then.the_key_of(u"go.nextPart"_s, u"F4"_s);

    goToCommand(story, u"detail pane"_s);
    story.when.I_tab_to(u"Back to default"_s);
    story.when.I_press(u"Space"_s);
    story.then.the_page_remarks(u"F4 is taken by “Next part of the window”."_s);
    story.then.the_key_of(u"view.detail"_s, {});

    story.when.I_tab_to(u"All back to default…"_s);
    story.when.I_answer(ui::Answer::Yes);
    story.when.I_press(u"Space"_s);
    story.then.the_key_of(u"view.detail"_s, u"F4"_s);
    story.then.the_key_of(u"go.nextPart"_s, u"F6"_s);
}

TEST_CASE("A key changed in one window holds in the other", "[features]")
{
    Story story;
    openSettings(story, u"Keys"_s);
    story.when.I_open_the_book();
    story.when.I_use_window(1);
    goToCommand(story, u"detail pane"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_press(u"Ctrl+J"_s);
    story.then.the_key_of(u"view.detail"_s, u"Ctrl+J"_s);
    story.when.I_use_window(2);
    story.then.the_key_of(u"view.detail"_s, u"Ctrl+J"_s);
}

TEST_CASE("Settings have no record beside them, and back leads from part to part", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 100);
    story.when.I_open_the_list_of_deals();
    story.then.the_selected_row_is(u"Renewal"_s);
    CHECK(story.shell().isDetailShown());
    story.when.I_press(u"Ctrl+,"_s);
    story.then.the_window_shows(u"settings"_s);
    CHECK(!story.shell().isDetailShown());
    story.when.I_press(u"Down"_s);
    CHECK(story.shell().place().trail.value(0) == u"Keys"_s);
    story.when.I_press(u"Alt+Left"_s);
    CHECK(story.shell().place().trail.value(0) != u"Keys"_s);
    story.when.I_press(u"Alt+Left"_s);
    story.then.the_window_shows(u"deals"_s);
    CHECK(story.shell().isDetailShown());
}
