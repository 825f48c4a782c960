// SPDX-License-Identifier: GPL-3.0-or-later
// What a salesperson does on the first day, through the real window.
#include "features/support/story.h"

#include "app/lists/listmodel.h"
#include "support/await.h"
#include "support/readworkbook.h"
#include "ui/lists/listpage.h"
#include "ui/record/detailpane.h"
#include "ui/shell/shell.h"

#include <QApplication>
#include <QClipboard>
#include <QFile>
#include <QGuiApplication>
#include <QMimeData>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Story;

namespace {

// The cells of a CSV file written by us without quotes.
QList<QStringList> cellsOf(const QString &path)
{
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    QList<QStringList> rows;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n', Qt::SkipEmptyParts))
        rows += line.split(u',');
    return rows;
}

void giveFourDeals(Story &story)
{
    story.given.an_empty_book();
    story.given.a_deal(u"Amber fan"_s, 12'000);
    story.given.a_deal(u"Birch"_s, 500);
    story.given.a_deal(u"Cedar fan"_s, 30'000);
    story.given.a_deal(u"Dune"_s, 7'250);
}

} // namespace

TEST_CASE("I open the sample company from the start page", "[features]")
{
    Story story;
    story.when.I_start_the_program();
    story.when.I_click_twice(u"Look around the sample company"_s);
    story.then.the_window_shows(u"board"_s);
    story.when.I_press(u"Ctrl+3"_s);
    story.then.the_list_has(300);
    story.then.there_is_one_book_window();
}

TEST_CASE("I filter my deals and see what they are worth together", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_shows({u"Amber fan"_s, u"Birch"_s, u"Cedar fan"_s, u"Dune"_s});
    story.when.I_filter_by(u"name:fan"_s);
    story.then.the_list_shows({u"Amber fan"_s, u"Cedar fan"_s});
    story.then.the_page_says(u"2 deals   ·   €42,000"_s);
    story.when.I_filter_by(u"amount:<1k"_s);
    story.then.the_list_shows({u"Birch"_s});
    story.then.the_page_says(u"1 deal   ·   €500"_s);
}

TEST_CASE("A filter may be typed letter by letter, whatever it looks like on the way", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    for (const QString &text : {u"created:today"_s, u"modified:>2026-01"_s, u"id:1,2"_s, u"-team:\"x y\""_s,
                                u"owner:me,ben"_s, u"amount:>=1..2"_s, u"stage:a,,b"_s}) {
        for (qsizetype end = 1; end <= text.size(); ++end)
            story.when.I_filter_by(text.left(end));
    }
    story.when.I_filter_by(u"id:1"_s);
    story.then.the_list_shows({u"Amber fan"_s});
}

TEST_CASE("I sort by amount and see the largest deal first", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.when.I_sort_by(u"Amount"_s, Qt::DescendingOrder);
    story.then.the_list_shows({u"Cedar fan"_s, u"Amber fan"_s, u"Dune"_s, u"Birch"_s});
    story.when.I_sort_by(u"Amount"_s, Qt::AscendingOrder);
    story.then.the_list_shows({u"Birch"_s, u"Dune"_s, u"Amber fan"_s, u"Cedar fan"_s});
}

TEST_CASE("I find a person by part of a phone number", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_person(u"Ana"_s, u"Ito"_s, u"+49 30 901820-17"_s);
    story.given.a_person(u"Ben"_s, u"Sato"_s, u"+49 30 555555"_s);
    story.when.I_open_the_list_of_deals();
    story.then.the_window_shows(u"deals"_s);
    story.when.I_press(u"Ctrl+K"_s);
    story.when.I_type(u"0182"_s);
    story.then.the_palette_offers(u"Ana Ito"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_window_shows(u"contacts"_s);
    story.then.the_selected_row_is(u"Ana Ito"_s);
}

TEST_CASE("The palette offers what I opened last, before I type a letter", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_selected_row_is(u"Amber fan"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_detail_shows(u"Cedar fan"_s);
    story.when.I_press(u"Ctrl+K"_s);
    story.then.the_palette_offers(u"Cedar fan"_s);
}

TEST_CASE("A record I came to by a link counts as opened, too", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Amber fan"_s, 12'000);
    story.given.a_planned_call(u"Ask for the size"_s, u"Amber fan"_s, 0);
    story.when.I_open_today();
    story.then.the_current_row_of_today_is(u"Ask for the size"_s);
    story.when.I_press(u"Space"_s); // looks at it
    story.then.the_detail_shows(u"Amber fan"_s);
    story.when.I_press(u"Ctrl+K"_s);
    story.then.the_palette_offers(u"Amber fan"_s);
}

TEST_CASE("I go to a list and down it with the keyboard alone, and the details follow", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_selected_row_is(u"Amber fan"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Down"_s);
    story.then.the_selected_row_is(u"Cedar fan"_s);
    story.then.the_detail_shows(u"Cedar fan"_s);
}

TEST_CASE("The details are about what is selected on the page I go to", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_selected_row_is(u"Amber fan"_s);
    story.when.I_press(u"Down"_s);
    story.then.the_detail_shows(u"Birch"_s);
    story.when.I_press(u"Ctrl+1"_s); // the board
    story.when.I_take_the_card(u"Dune"_s);
    story.then.the_detail_shows(u"Dune"_s);
    story.when.I_press(u"Ctrl+3"_s);
    story.then.the_detail_shows(u"Birch"_s);
    story.when.I_press(u"Ctrl+1"_s);
    story.then.the_detail_shows(u"Dune"_s);
}

TEST_CASE("A list whose rows come after I went on leaves the details to what I chose since", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_selected_row_is(u"Amber fan"_s);
    const auto *details = story.shell().findChild<ui::DetailPane *>();
    const EntityRef amber = details->record();
    story.when.I_press(u"Ctrl+1"_s); // the board
    story.when.I_take_the_card(u"Dune"_s);
    const EntityRef dune = details->record();
    REQUIRE(dune != amber);
    for (ui::BookPage *page : story.shell().findChildren<ui::BookPage *>()) {
        if (!page->isVisible())
            Q_EMIT page->selected(amber);
    }
    CHECK(details->record() == dune);
    story.then.the_detail_shows(u"Dune"_s);
}

TEST_CASE("What I add is selected in the list, and has the keyboard", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 12'000);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(1);
    story.when.I_press(u"Ctrl+N"_s);
    story.when.I_type(u"Filter bags"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_list_has(2);
    story.then.the_selected_row_is(u"Filter bags"_s);
    story.then.the_detail_shows(u"Filter bags"_s);
    CHECK(story.list().isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("I delete two deals and take it back with Ctrl+Z", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.when.I_select({u"Birch"_s, u"Dune"_s});
    story.when.I_press(u"Delete"_s);
    story.then.the_list_shows({u"Amber fan"_s, u"Cedar fan"_s});
    story.then.the_page_says(u"2 deals   ·   €42,000"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_list_shows({u"Amber fan"_s, u"Birch"_s, u"Cedar fan"_s, u"Dune"_s});
    story.then.the_message_says(u"Took back: Deleted 2 deals"_s);
    story.when.I_press(u"Ctrl+Shift+Z"_s);
    story.then.the_list_shows({u"Amber fan"_s, u"Cedar fan"_s});
}

TEST_CASE("I mark two deals of a list as lost, with the reason, and take it back", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.when.I_select({u"Birch"_s, u"Dune"_s});
    story.when.I_press(u"Ctrl+Shift+L"_s);
    story.when.I_press(u"1"_s); // the first reason
    story.when.I_press(u"Return"_s);
    story.then.the_deal_was(u"Birch"_s, u"lost"_s);
    story.then.the_deal_was(u"Dune"_s, u"lost"_s);
    story.then.the_deal_was(u"Cedar fan"_s, u"open"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_deal_was(u"Birch"_s, u"open"_s);
}

TEST_CASE("The history shows what I did, and takes an old step back", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.when.I_select({u"Birch"_s});
    story.when.I_press(u"Delete"_s);
    story.then.the_list_has(3);
    story.when.I_select({u"Dune"_s});
    story.when.I_press(u"Delete"_s);
    story.then.the_list_has(2);
    story.when.I_press(u"Ctrl+H"_s);
    story.then.the_window_shows(u"history"_s);
    story.then.the_history_shows({u"▸ 6 steps · Deleted “Dune”"_s}); // all of one minute
    story.when.I_press(u"Right"_s);
    story.then.the_history_shows({u"▾ Deleted “Dune”"_s, u"Deleted “Birch”"_s});
    story.when.I_choose_the_step(u"Deleted “Birch”"_s);
    story.when.I_click(u"Undo this step"_s);
    story.then.the_history_shows(
        {u"Took back: Deleted “Birch”"_s, u"▾ Deleted “Dune”"_s, u"Deleted “Birch” (taken back)"_s});
    story.when.I_press(u"Ctrl+3"_s);
    story.then.the_list_shows({u"Amber fan"_s, u"Birch"_s, u"Cedar fan"_s});
}

TEST_CASE("The file I export holds the rows on the screen, in their order", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.when.I_filter_by(u"-name:birch"_s);
    story.when.I_sort_by(u"Amount"_s, Qt::DescendingOrder);
    const QStringList onScreen{u"Cedar fan"_s, u"Amber fan"_s, u"Dune"_s};
    story.then.the_list_shows(onScreen);
    const QString path = story.file(u"deals.csv"_s);
    story.when.I_choose_the_file(path);
    story.when.I_press(u"Ctrl+Shift+E"_s);
    story.when.I_press(u"Return"_s); // for other programs, the columns of this list
    story.then.the_message_says(u"3 rows written to deals.csv."_s);
    const QList<QStringList> rows = cellsOf(path);
    REQUIRE(rows.size() == 4);
    const QStringList &header = rows.front();
    CHECK(header.first(3) == QStringList{u"name"_s, u"company"_s, u"stage"_s}); // as on the screen, by name
    CHECK(header.contains(u"weighted"_s));
    CHECK(header.contains(u"currency"_s)); // needed by amounts
    const qsizetype stage = header.indexOf(u"stage"_s);
    CHECK(rows[1].value(stage) == story.stagesInOrder().front());
    const qsizetype amount = rows.front().indexOf(u"amount"_s);
    REQUIRE(amount > 0);
    QStringList names;
    QStringList amounts;
    for (qsizetype row = 1; row < rows.size(); ++row) {
        names += rows[row].front();
        amounts += rows[row].value(amount);
    }
    CHECK(names == onScreen);
    CHECK(amounts == QStringList{u"30000.00"_s, u"12000.00"_s, u"7250.00"_s});
}

TEST_CASE("I export a list for a spreadsheet, and the program suggests the same next time", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"=Sum of all"_s, 100);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(1);
    for (const QString &name : {u"first.csv"_s, u"second.csv"_s}) {
        const QString path = story.file(name);
        story.when.I_choose_the_file(path);
        story.when.I_press(u"Ctrl+Shift+E"_s);
        if (name.startsWith(u"first"))
            story.when.I_press(u"Down"_s); // a spreadsheet
        story.when.I_press(u"Return"_s);
        story.then.the_message_says(u"1 row written to %1."_s.arg(name));
        QFile file(path);
        REQUIRE(file.open(QIODevice::ReadOnly));
        const QByteArray bytes = file.readAll();
        CHECK(bytes.startsWith("\xEF\xBB\xBFname,"));
        CHECK(bytes.contains("\n'=Sum of all,"));
    }
}

TEST_CASE("I export a list as a workbook, with amounts that are amounts", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"=Sum of all"_s, 100);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(1);
    const auto isWorkbook = [&story](const QString &name) {
        QFile file(story.file(name));
        REQUIRE(file.open(QIODevice::ReadOnly));
        const auto sheet = test::readWorkbook(file.readAll()).front();
        CHECK(sheet.name == u"Deals"_s);
        CHECK(sheet.at(u"name"_s, 1).value == u"=Sum of all"_s);
        CHECK(sheet.at(u"amount"_s, 1).value == u"100.00"_s);
        CHECK(sheet.at(u"amount"_s, 1).type.isEmpty());
    };
    story.when.I_choose_the_file(story.file(u"deals.xlsx"_s));
    story.when.I_press(u"Ctrl+Shift+E"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Down"_s); // a workbook
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"1 row written to deals.xlsx."_s);
    isWorkbook(u"deals.xlsx"_s);

    story.when.I_choose_the_file(story.file(u"again.csv"_s)); // who types that means it
    story.when.I_press(u"Ctrl+Shift+E"_s);
    story.when.I_press(u"Return"_s); // suggested: a workbook
    story.then.the_message_says(u"1 row written to again.csv."_s);
    CHECK(cellsOf(story.file(u"again.csv"_s)).size() == 2);
}

TEST_CASE("I print the board, and a list as long as several pages", "[features]")
{
    Story story;
    story.given.the_sample_company();
    story.when.I_open_the_book();
    story.when.I_give_the_keyboard_to_the_board();
    const auto pagesOf = [&story](const QString &name) {
        const QString path = story.file(name);
        story.when.I_print_to(path);
        story.when.I_press(u"Ctrl+P"_s);
        QFile file(path);
        REQUIRE(test::await([&file] { return file.exists() && file.open(QIODevice::ReadOnly); }));
        const QByteArray pdf = file.readAll();
        CHECK(pdf.startsWith("%PDF-"));
        return pdf.count("/Type /Page\n");
    };
    CHECK(pagesOf(u"board.pdf"_s) >= 2);
    story.when.I_press(u"Ctrl+3"_s);
    story.then.the_list_has(300);
    const auto all = pagesOf(u"deals.pdf"_s);
    CHECK(all >= 4);
    story.when.I_filter_by(u"stage:Offer"_s);
    story.then.the_page_says(u"23 deals"_s);
    const auto some = pagesOf(u"offers.pdf"_s);
    CHECK(some >= 1);
    CHECK(some < all);
}

TEST_CASE("An empty book says what to do first", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(0);
    story.then.the_page_says(u"There are no deals yet."_s);
    story.when.I_click(u"Add a new deal"_s);
    story.then.the_page_says(u"Name *"_s); // the form asks for the name
}

TEST_CASE("A filter that nothing meets says so, and one click brings everything back", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.when.I_filter_by(u"name:zebra"_s);
    story.then.the_list_has(0);
    story.then.the_page_says(u"Nothing meets this filter."_s);
    story.when.I_click(u"Clear the filter"_s);
    story.then.the_list_has(4);
    story.when.I_press(u"/"_s);
    story.when.I_type(u"id:2"_s);
    story.then.the_list_has(1);
    story.when.I_use_window(1);
    story.when.I_press(u"Esc"_s); // clears the filter, too
    story.then.the_list_has(4);
    story.when.I_select({u"Amber fan"_s});
    story.when.I_press(u"Down"_s); // the list has the focus again
    story.then.the_selected_row_is(u"Birch"_s);
}

TEST_CASE("What I do in one window shows in the other", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.when.I_select({u"Birch"_s});
    story.when.I_press(u"Delete"_s);
    story.then.the_list_has(3);
    story.when.I_use_window(1);
    story.then.the_list_shows({u"Amber fan"_s, u"Cedar fan"_s, u"Dune"_s});
}

TEST_CASE("A further window shows the book of the one it comes from, and stands beside it", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.settings().rememberBook(story.file(u"another.headway"_s)); // another window opened another book
    story.when.I_press(u"Ctrl+Shift+N"_s);
    story.then.there_are_windows_on_the_book(2);
}

TEST_CASE("I copy the rows I chose, as they stand on the screen", "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.when.I_select({u"Dune"_s, u"Birch"_s});
    story.when.I_press(u"Ctrl+C"_s);
    story.then.the_message_says(u"Copied 2 deals."_s);
    const QMimeData *data = QGuiApplication::clipboard()->mimeData();
    const QStringList lines = data->text().split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(lines.size() == 3);
    CHECK(lines[0].startsWith(u"Name\tCompany\tStage\tAmount"_s));
    CHECK(lines[1].startsWith(u"Birch\t\t"_s));
    CHECK(lines[2].section(u'\t', 3, 3) == u"€7,250"_s);
    const QStringList csv = QString::fromUtf8(data->data(u"text/csv"_s)).split(u'\n', Qt::SkipEmptyParts);
    REQUIRE(csv.size() == 3);
    CHECK(csv[2].startsWith(u"Dune,"_s));
    CHECK(csv[2].contains(u"\"€7,250\""_s));
}

TEST_CASE("I change all deals at once, by keyboard alone, and delete them, and it all comes back",
          "[features]")
{
    Story story;
    giveFourDeals(story);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(4);
    story.when.I_select({u"Amber fan"_s});
    for (const QString &key : {u"Right"_s, u"Right"_s, u"Right"_s, u"Ctrl+A"_s, u"Ctrl+E"_s})
        story.when.I_press(key);
    story.when.I_type(u"1k"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Changed Amount of 4 deals"_s);
    story.then.the_page_says(u"4 selected   ·   €4,000   ·   weighted €400 — of 4"_s);
    story.when.I_press(u"Delete"_s);
    story.then.the_message_says(u"Deleted 4 deals"_s);
    story.then.the_list_has(0);
    story.when.I_press(u"Ctrl+Z"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_list_has(4);
    story.then.the_page_says(u"4 deals   ·   €49,750"_s);
}
