// SPDX-License-Identifier: GPL-3.0-or-later
// A list is called one by one, and a call says how far a lead is, through the real window.
#include "features/support/story.h"

#include "domain/records/lead.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/calls/callbar.h"
#include "ui/controls/remarklabel.h"
#include "ui/record/logform.h"
#include "ui/shell/shell.h"

#include <QApplication>

using namespace headway;
using namespace Qt::StringLiterals;
using test::await;
using test::Story;

namespace {

// The line below the details; empty: it is hidden.
QString progress(const Story &story)
{
    const auto *bar = story.shell().findChild<ui::CallBar *>();
    return bar && bar->isVisible() ? bar->progressText().simplified() : QString();
}

// Waits for the form of the call of somebody.
void awaitCallOf(const Story &story, const QString &name)
{
    story.then.the_detail_shows(name);
    const auto *form = story.shell().findChild<ui::LogForm *>();
    REQUIRE(form);
    REQUIRE(await([&] { return form->isVisible() && form->isAncestorOf(QApplication::focusWidget()); }));
}

const ui::RemarkLabel &remark(const Story &story, const QString &name)
{
    const auto *label = story.shell().findChild<ui::LogForm *>()->findChild<ui::RemarkLabel *>(name);
    REQUIRE(label);
    return *label;
}

void openPage(Story &story, const QString &key, const QString &page)
{
    story.when.I_open_the_book();
    story.when.I_press(key);
    REQUIRE(await([&] { return story.shell().place().page == page; }));
}

} // namespace

TEST_CASE("I call a list with a digit and Ctrl+Enter for each, and see how many I reached", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_person(u"Ada"_s, u"Byron"_s, u"+44 20 7946 0011"_s);
    story.given.a_person(u"Bob"_s, u"Cole"_s, u"+44 20 7946 0012"_s);
    story.given.a_person(u"Cyd"_s, u"Dale"_s, u"+44 20 7946 0013"_s);
    openPage(story, u"Ctrl+5"_s, u"contacts"_s);
    story.then.the_list_has(3);
    CHECK(progress(story).isEmpty());
    story.when.I_press(u"Ctrl+Shift+G"_s);
    awaitCallOf(story, u"Ada Byron"_s);
    CHECK(progress(story) == u"0 of 3"_s);
    story.when.I_press(u"Ctrl+Shift+F"_s); // she comes back at the end
    awaitCallOf(story, u"Bob Cole"_s);
    story.when.I_press(u"1"_s);
    story.when.I_type(u"Wants the offer"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    awaitCallOf(story, u"Cyd Dale"_s);
    CHECK(progress(story) == u"1 of 3 · 100 % reached · 1 skipped"_s);
    story.when.I_press(u"2"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    awaitCallOf(story, u"Ada Byron"_s);
    CHECK(progress(story) == u"2 of 3 · 50 % reached · 1 skipped"_s);
    story.when.I_press(u"2"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_message_begins(u"The list is called: 3 of 3 · 33"_s);
    REQUIRE(await([&] { return progress(story).isEmpty(); }));
    CHECK(story.exportedWhole().contains("Wants the offer"));
}

TEST_CASE("I stop calling by a click, and what I logged stays", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_person(u"Ada"_s, u"Byron"_s, u"+44 20 7946 0011"_s);
    story.given.a_person(u"Bob"_s, u"Cole"_s, u"+44 20 7946 0012"_s);
    openPage(story, u"Ctrl+5"_s, u"contacts"_s);
    story.then.the_list_has(2);
    story.when.I_choose_from_the_menus({u"Record"_s, u"Call this list"_s});
    awaitCallOf(story, u"Ada Byron"_s);
    story.when.I_click_the_chip(u"Reached"_s);
    story.when.I_click(u"Save"_s);
    awaitCallOf(story, u"Bob Cole"_s);
    story.when.I_click(u"Stop"_s);
    REQUIRE(await([&] { return progress(story).isEmpty(); }));
    story.when.I_press(u"Escape"_s);
    story.then.the_detail_shows(u"Bob Cole"_s);
}

TEST_CASE("The form says where a call moves the lead, and saving it moves it there", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_lead(u"Ada"_s, u"Byron"_s, u"Engines Ltd"_s);
    openPage(story, u"Ctrl+4"_s, u"leads"_s);
    story.when.I_select({u"Ada Byron"_s});
    story.then.the_detail_shows(u"Ada Byron"_s);
    story.when.I_press(u"Ctrl+L"_s);
    awaitCallOf(story, u"Ada Byron"_s);
    CHECK(remark(story, u"move"_s).text().isEmpty());
    story.when.I_press(u"1"_s);
    CHECK(remark(story, u"move"_s).text() == u"The lead moves to Connected."_s);
    story.when.I_press(u"Ctrl+Return"_s);
    CHECK(await([&] { return story.exportedWhole().contains(",Connected,3,working,"); }));
    story.when.I_press(u"Ctrl+Z"_s);
    CHECK(await([&] { return story.exportedWhole().contains(",New,1,open,,"); }));
}

TEST_CASE("The leads of the sample company are called, from the likeliest on", "[features]")
{
    Story story;
    story.given.the_sample_company();
    openPage(story, u"Ctrl+4"_s, u"leads"_s);
    story.when.I_filter_by(u"status:attempting,connected"_s);
    REQUIRE(await([&] { return !story.cellsInSight(0).isEmpty(); }));
    story.when.I_press(u"Ctrl+Shift+G"_s);
    REQUIRE(await([&] { return !progress(story).isEmpty(); }));
    const auto *form = story.shell().findChild<ui::LogForm *>();
    REQUIRE(await([&] { return form->isVisible() && form->isAncestorOf(QApplication::focusWidget()); }));
    story.when.I_press(u"1"_s);
    story.when.I_type(u"Wants to see the Cyclo 160 in Hanover"_s);
    story.shell().resize(1180, 760);
    story.then.it_looks_like_this(u"call-list"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    REQUIRE(await([&] { return progress(story).startsWith(u"1 of "_s); }));
}
