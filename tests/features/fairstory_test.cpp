// SPDX-License-Identifier: GPL-3.0-or-later
// Twenty leads from a fair: typed and imported, called one by one, qualified, given up, put to sleep, converted; and
// all of it taken back, until the book is what it was, byte for byte.
#include "features/support/story.h"

#include "domain/records/lead.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/leads/conversionpanel.h"
#include "ui/leads/leadform.h"
#include "ui/record/logform.h"
#include "ui/shell/shell.h"
#include "ui/transfer/importdialog.h"

#include <QApplication>
#include <QFile>
#include <QLineEdit>

using namespace headway;
using namespace Qt::StringLiterals;
using test::await;
using test::Story;

namespace {

constexpr int typed = 5;
constexpr int imported = 15;

QString lastName(int lead)
{
    return u"L%1"_s.arg(lead, 2, 10, QChar(u'0'));
}

QString phone(int lead)
{
    return u"+49 30 55501%1"_s.arg(lead, 2, 10, QChar(u'0'));
}

bool isTyping()
{
    return qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr;
}

void typeLeads(Story &story)
{
    for (int lead = 0; lead < typed; ++lead) {
        story.when.I_press(u"Ctrl+N"_s);
        REQUIRE(await(isTyping));
        const QStringList fields{u"Ann"_s,  lastName(lead), u"Hall %1"_s.arg(lead),
                                 QString(), QString(),      phone(lead)};
        for (const QString &field : fields) {
            story.when.I_type(field);
            story.when.I_press(u"Tab"_s);
        }
        story.when.I_press(u"Ctrl+Return"_s);
        story.then.the_message_says(u"Added “Ann %1”"_s.arg(lastName(lead)));
    }
}

void importLeads(Story &story)
{
    const QString path = story.file(u"fair.csv"_s);
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("First name,Last name,Company,Phone,Lead status\n");
    for (int lead = typed; lead < typed + imported; ++lead)
        file.write(
            u"Ben,%1,%2,%3,New\n"_s
                .arg(lastName(lead), lead == typed ? u"Engines Ltd"_s : u"Stand %1"_s.arg(lead), phone(lead))
                .toUtf8());
    file.close();
    story.when.I_choose_the_file(path);
    story.when.I_press(u"Ctrl+I"_s);
    REQUIRE(await([&] { return story.shell().findChild<ui::ImportDialog *>() != nullptr; }));
    story.when.I_click(u"Import"_s);
    story.then.the_message_begins(u"Imported 15 leads"_s);
    story.when.I_use_window(1); // as a desktop gives the keyboard back to it
    story.then.the_list_has(typed + imported);
}

void awaitCall(const Story &story, int lead)
{
    story.then.the_detail_shows((lead < typed ? u"Ann "_s : u"Ben "_s) + lastName(lead));
    const auto *form = story.shell().findChild<ui::LogForm *>();
    REQUIRE(form);
    REQUIRE(await([&] { return form->isVisible() && form->isAncestorOf(QApplication::focusWidget()); }));
}

void choose(Story &story, const QString &name)
{
    story.when.I_select({name});
    story.then.the_detail_shows(name);
}

} // namespace

TEST_CASE("I bring twenty leads home from a fair by keyboard, and everything can be taken back", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_company(u"ENGINES"_s);
    const QByteArray before = story.exportedWhole();
    story.when.I_open_the_book();
    story.when.I_press(u"Ctrl+4"_s);
    story.then.the_window_shows(u"leads"_s);
    typeLeads(story);
    importLeads(story);

    // Every third is reached, and moves on; the others are tried again another day.
    story.when.I_press(u"Ctrl+Shift+G"_s);
    for (int lead = 0; lead < typed + imported; ++lead) {
        awaitCall(story, lead);
        story.when.I_press(lead % 3 == 0 ? u"1"_s : u"2"_s);
        story.when.I_press(u"Ctrl+Return"_s);
    }
    story.then.the_message_begins(u"The list is called: 20 of 20 · 35"_s);
    story.when.I_filter_by(u"status:connected"_s);
    story.then.the_list_has(7);
    story.when.I_filter_by(u"name:L00 or name:L03 or name:L06"_s);
    story.then.the_list_has(3);
    story.when.I_select({u"Ann L00"_s});
    for (const QString &key : {u"Right"_s, u"Right"_s, u"Ctrl+A"_s, u"Ctrl+E"_s})
        story.when.I_press(key);
    story.when.I_type(u"Qualified"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Changed Status of 3 leads"_s);
    story.when.I_filter_by(QString());
    story.then.the_list_has(20);

    choose(story, u"Ann L01"_s);
    story.when.I_press(u"Ctrl+Shift+X"_s);
    story.when.I_press(u"1"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Disqualified “Ann L01”"_s);
    choose(story, u"Ann L02"_s);
    story.when.I_press(u"Ctrl+Shift+B"_s);
    story.when.I_put_into_the_line(u"+30d"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_begins(u"Put “Ann L02” to sleep until"_s);

    const QStringList companies{u"ENGINES"_s, u"Hall 4"_s}; // the first is there already
    for (const QString &lead : {u"Ben L05"_s, u"Ann L04"_s}) {
        story.when.I_press(u"Ctrl+4"_s);
        choose(story, lead);
        story.when.I_press(u"Ctrl+Shift+U"_s);
        const auto *panel = story.shell().findChild<ui::ConversionPanel *>();
        REQUIRE(await([&] { return panel->isVisible(); }));
        story.when.I_press(u"Return"_s);
        story.then.the_message_says(u"Converted “%1”"_s.arg(lead));
    }
    story.when.I_press(u"Ctrl+6"_s);
    story.then.the_list_shows(companies);

    const int steps = typed + 1 + (typed + imported) + 1 + 2 + 2;
    for (int step = 0; step < steps; ++step)
        story.when.I_press(u"Ctrl+Z"_s);
    story.when.I_press(u"Ctrl+4"_s);
    story.then.the_list_has(0);
    CHECK(story.exportedWhole() == before);
}

TEST_CASE("I do the same with a few leads by mouse alone", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_company(u"ENGINES"_s);
    for (const QString &name : {u"Byron"_s, u"Cole"_s, u"Dale"_s})
        story.given.a_lead(u"Ada"_s, name, u"Engines Ltd"_s);
    const QByteArray before = story.exportedWhole();
    story.when.I_open_the_book();
    story.when.I_click_the_row(u"Leads"_s);
    story.then.the_window_shows(u"leads"_s);
    story.then.the_list_has(3);
    story.when.I_click_the_row(u"Ada Byron"_s);
    story.then.the_detail_shows(u"Ada Byron"_s);
    story.when.I_click(u"Log call"_s);
    story.when.I_click_the_chip(u"Reached"_s);
    story.when.I_click(u"Save"_s);
    story.then.the_message_begins(u"Logged"_s);
    story.when.I_choose_from_the_menus({u"Record"_s, u"Convert the lead…"_s});
    const auto *panel = story.shell().findChild<ui::ConversionPanel *>();
    REQUIRE(await([&] { return panel->isVisible(); }));
    story.when.I_click(u"Convert"_s);
    story.then.the_message_says(u"Converted “Ada Byron”"_s);
    story.when.I_click_the_row(u"Leads"_s);
    story.when.I_click_the_row(u"Ada Cole"_s);
    story.then.the_detail_shows(u"Ada Cole"_s);
    story.when.I_choose_from_the_menus({u"Record"_s, u"Disqualify the lead…"_s});
    story.when.I_click_the_row(u"1   Price"_s);
    story.when.I_click(u"Disqualify"_s);
    story.then.the_message_says(u"Disqualified “Ada Cole”"_s);
    for (int step = 0; step < 3; ++step)
        story.when.I_choose_from_the_menus({u"Edit"_s, u"Undo"_s});
    story.then.the_message_begins(u"Took back: Logged"_s);
    CHECK(story.exportedWhole() == before);
}
