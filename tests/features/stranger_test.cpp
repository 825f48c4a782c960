// SPDX-License-Identifier: GPL-3.0-or-later
// What a new user does on the first day, without the manual: find a person, log a call, move a deal, win it,
// see the quarter, export the list, and undo all of it. Once by keyboard only, once by mouse only (except for
// typing text).
#include "features/support/story.h"
#include "support/catch_qt.h"
#include "ui/lists/listpage.h"
#include "ui/pages/filterbar.h"
#include "ui/shell/shell.h"

#include <QFile>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Story;

namespace {

void giveAFirstDay(Story &story) // Tuesday, 10 March 2026
{
    story.given.an_empty_book();
    story.given.a_person(u"Ana"_s, u"Ito"_s, u"+49 30 901820-17"_s);
    story.given.a_person(u"Ben"_s, u"Sato"_s, u"+49 30 555555"_s);
    story.given.a_deal_closing(u"Renewal"_s, 12'000, QDate(2026, 3, 31));
    story.given.a_deal_closing(u"Pump"_s, 500, QDate(2026, 3, 20));
    story.given.a_deal_closing(u"Later"_s, 900, QDate(2026, 4, 1));
    story.when.I_open_the_book();
    story.shell().resize(1180, 680);
}

void checkTheQuarter(Story &story)
{
    story.when.I_use_window(1); // the test platform loses the active window after a completer popup
    INFO("filter: " << story.list().filterBar().text().toStdString());
    story.then.the_list_shows({u"Pump"_s, u"Renewal"_s});
    story.then.the_page_says(u"2 deals   ·   €12,500   ·   weighted €"_s);
}

void checkTheFile(Story &story, const QString &path)
{
    story.then.the_message_says(u"2 rows written to quarter.csv."_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK(file.readAll().count('\n') == 3);
}

// As before that day.
void checkThatAllIsBack(Story &story)
{
    story.then.the_deal_was(u"Renewal"_s, u"open"_s);
    story.then.the_card_stands_in(u"Renewal"_s, story.stagesInOrder().at(0));
    story.then.the_next_step_is_on(u"Renewal"_s, {});
    story.then.the_timeline_holds(u"Renewal"_s, {});
}

} // namespace

TEST_CASE("A stranger does a day's work by keyboard alone, and takes all of it back", "[features]")
{
    Story story;
    giveAFirstDay(story);
    const QStringList stages = story.stagesInOrder();

    // Find a person by part of a phone number.
    story.when.I_press(u"Ctrl+K"_s);
    story.when.I_type(u"0182"_s);
    story.then.the_palette_offers(u"Ana Ito"_s);
    story.then.it_looks_like_this(u"day-find"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_detail_shows(u"Ana Ito"_s);

    // Log a call with its outcome and a follow-up in three days: four keystrokes and the text.
    story.when.I_press(u"Ctrl+1"_s);
    story.when.I_take_the_card(u"Renewal"_s);
    story.then.the_detail_shows(u"Renewal"_s);
    story.when.I_press(u"Ctrl+L"_s);
    story.when.I_press(u"1"_s);
    story.when.I_type(u"Wants an offer by Friday"_s);
    story.when.I_press(u"Alt+3"_s);
    story.then.it_looks_like_this(u"day-call"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_timeline_holds(u"Renewal"_s, u"Wants an offer by Friday"_s);
    story.then.the_next_step_is_on(u"Renewal"_s, QDate(2026, 3, 13));

    // Move it two stages on.
    story.when.I_take_the_card(u"Renewal"_s);
    story.when.I_press(u"Ctrl+Right"_s);
    story.then.the_card_stands_in(u"Renewal"_s, stages.at(1));
    story.when.I_press(u"Ctrl+Right"_s);
    story.then.the_card_stands_in(u"Renewal"_s, stages.at(2));
    story.then.it_looks_like_this(u"day-move"_s);

    // The open deals of one owner this quarter, with their sum and weighted sum, and that list exported.
    story.when.I_press(u"Ctrl+3"_s);
    story.then.the_window_shows(u"deals"_s);
    story.when.I_press(u"/"_s);
    story.when.I_type(u"owner:ana status:open close:this-quarter"_s);
    story.when.I_press(u"Return"_s);
    checkTheQuarter(story);
    story.then.it_looks_like_this(u"day-quarter"_s);
    const QString path = story.file(u"quarter.csv"_s);
    story.when.I_choose_the_file(path);
    story.when.I_press(u"Ctrl+Shift+E"_s);
    story.then.it_looks_like_this(u"day-export"_s);
    story.when.I_press(u"Return"_s);
    checkTheFile(story, path);

    // Mark it won, with the reason.
    story.when.I_press(u"Ctrl+1"_s);
    story.when.I_take_the_card(u"Renewal"_s);
    story.when.I_press(u"W"_s);
    story.when.I_press(u"Tab"_s);
    story.when.I_press(u"Tab"_s);
    story.when.I_type(u"Service beats price"_s);
    story.then.it_looks_like_this(u"day-won"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_deal_was(u"Renewal"_s, u"won"_s);
    story.then.the_closing_note_was(u"Renewal"_s, u"Service beats price"_s);

    // Undo all of it: the won deal, two moves, and the call with its follow-up.
    for (int step = 0; step < 4; ++step)
        story.when.I_press(u"Ctrl+Z"_s);
    checkThatAllIsBack(story);
    story.then.the_page_says(u"3 open   ·   €13,400"_s);
    story.then.it_looks_like_this(u"day-undone"_s);
}

TEST_CASE("A stranger does a day's work by mouse alone, and takes all of it back", "[features]")
{
    Story story;
    giveAFirstDay(story);
    const QStringList stages = story.stagesInOrder();

    story.when.I_click(u"Search or type a command"_s);
    story.when.I_type(u"0182"_s);
    story.then.the_palette_offers(u"Ana Ito"_s);
    story.when.I_click_the_row(u"Ana Ito"_s);
    story.then.the_detail_shows(u"Ana Ito"_s);

    story.when.I_click_the_row(u"Board"_s);
    story.when.I_click_the_row(u"Renewal"_s);
    story.then.the_detail_shows(u"Renewal"_s);
    story.when.I_click_the_row(u"Renewal"_s); // again: the details open
    story.when.I_click(u"Log call"_s);
    story.when.I_click_the_chip(u"Reached"_s);
    story.when.I_click_into(u"Text"_s);
    story.when.I_type(u"Wants an offer by Friday"_s);
    story.when.I_click_the_chip(u"3 days"_s);
    story.when.I_click(u"Save · 13 Mar"_s);
    story.then.the_timeline_holds(u"Renewal"_s, u"Wants an offer by Friday"_s);
    story.then.the_next_step_is_on(u"Renewal"_s, QDate(2026, 3, 13));

    story.when.I_choose_from_the_menu_of(u"Renewal"_s, {u"Move to"_s, stages.at(2)});
    story.then.the_card_stands_in(u"Renewal"_s, stages.at(2));

    story.when.I_click_the_row(u"Deals"_s);
    story.then.the_window_shows(u"deals"_s);
    story.when.I_click_into(u"Filter"_s);
    story.when.I_type(u"owner:ana status:open close:this-quarter"_s);
    checkTheQuarter(story);
    const QString path = story.file(u"quarter.csv"_s);
    story.when.I_choose_the_file(path);
    story.when.I_choose_from_the_menus({u"Book"_s, u"Export this list as CSV…"_s});
    story.when.I_click(u"Choose the file…"_s);
    checkTheFile(story, path);

    story.when.I_click_the_row(u"Board"_s);
    story.when.I_choose_from_the_menu_of(u"Renewal"_s, {u"Mark as won…"_s});
    story.when.I_click_into(u"Note"_s);
    story.when.I_type(u"Service beats price"_s);
    story.when.I_click(u"Mark as won"_s);
    story.then.the_closing_note_was(u"Renewal"_s, u"Service beats price"_s);
    story.then.the_message_begins(u"Won “Renewal”"_s);
    story.when.I_click(u"Undo (Ctrl+Z)"_s); // in the message
    story.then.the_deal_was(u"Renewal"_s, u"open"_s);
    for (int step = 0; step < 2; ++step) // the move, and the call with its follow-up
        story.when.I_choose_from_the_menus({u"Edit"_s, u"Undo"_s});
    checkThatAllIsBack(story);
}
