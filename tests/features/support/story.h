// SPDX-License-Identifier: GPL-3.0-or-later
// The words of feature tests, which describe what a user does with the real window:
//     Story story;
//     story.given.a_deal(u"Renewal"_s, 12'000);
//     story.when.I_open_the_book();
//     story.when.I_press(u"Ctrl+K"_s);
//     story.then.the_list_shows({u"Renewal"_s});
// Each `then` waits until it holds; otherwise it fails with what is shown instead.
#pragma once

#include "app/program/settings.h"
#include "support/book.h"
#include "ui/controls/dialogs.h"
#include "ui/windows/windows.h"

#include <QPointer>
#include <QTemporaryDir>

namespace headway {
struct Deal;
}

namespace headway::ui {
class ListPage;
class Shell;
class TodayView;
} // namespace headway::ui

namespace headway::test {

class Story;

// What is true before the story begins.
struct Given {
    Story &story;
    void an_empty_book();
    void the_sample_company() const;
    void a_deal(const QString &name, qint64 euros);
    void a_deal_without_amount(const QString &name);
    void a_deal_closing(const QString &name, qint64 euros, QDate day);
    void a_planned_call(const QString &subject, const QString &deal, int daysFromNow); // owned by Ana
    void a_person(const QString &firstName, const QString &lastName, const QString &phone);
    void a_lead(const QString &firstName, const QString &lastName, const QString &organisation);
    void a_company(const QString &name);
};

struct When {
    Story &story;
    void I_start_the_program();
    void I_open_the_book();          // which shows the board
    void I_open_the_list_of_deals(); // of the book, in a window of its own
    void I_open_today();             // of the book; the page gets the focus
    void I_take_the_card(const QString &deal) const;
    void I_give_the_keyboard_to_the_board() const;   // as the shell does when it shows the page
    void I_use_window(int number);                   // from 1
    void I_use_the_window_of(const QString &record); // one of its own
    void I_follow_in_the_manual(const QString &page);
    void I_go_back_in_the_manual();
    void I_click(const QString &name) const; // of a button
    void I_click_twice(const QString &name) const;
    void I_press(const QString &keys) const; // "Ctrl+Z"
    void I_type(const QString &text);        // ASCII
    void I_filter_by(const QString &text) const;
    void I_sort_by(const QString &column, Qt::SortOrder order) const;
    void I_select(const QStringList &names) const; // by the first column
    void I_choose_the_file(const QString &path);   // the answer to the next file dialog
    void I_print_to(const QString &path);          // where the next printout goes
    void I_choose_the_step(const QString &text) const;
    void I_open_the_settings(const QString &part); // of the book, in a window of its own
    void I_tab_to(const QString &control);         // by its accessible name
    void I_answer(ui::Answer answer);              // the answer to the next yes-or-no dialog
    void I_put_into_the_line(const QString &text); // the focused one, as pasting does
    // By mouse only:
    void I_click_the_row(const QString &text) const; // of a list, a card, a page, an offer
    void I_click_the_chip(const QString &text) const;
    void I_click_into(const QString &control) const;       // by its accessible name
    void I_choose_from_the_menus(const QStringList &path); // {"Edit", "Undo"}
    void I_choose_from_the_menu_of(const QString &name, const QStringList &path);
};

struct Then {
    Story &story;
    void the_window_shows(const QString &page) const;
    // Saved for the manual where `./run pictures` asks for it.
    void it_looks_like_this(const QString &picture) const;
    void the_list_shows(const QStringList &firstColumn) const;
    void the_list_has(int rows) const;
    void the_cells_are_there() const; // no cell is empty because its row is still loading
    void the_summary_says(const QString &text) const;
    void the_page_says(const QString &text) const;
    void the_message_says(const QString &text) const;
    void the_message_begins(const QString &text) const;
    void today_shows(const QStringList &wanted) const; // including its headings
    void the_current_row_of_today_is(const QString &text) const;
    void the_sidebar_counts(const QString &page, int count) const;
    void the_selected_row_is(const QString &firstCell) const;
    void the_manual_shows(const QString &heading); // of the page, with all its pictures loaded
    void the_palette_offers(const QString &text) const;
    void the_history_shows(const QStringList &newestSteps) const;
    void the_detail_shows(const QString &title) const;
    void there_is_one_book_window() const;
    void there_are_windows_on_the_book(int count); // none covering another
    void the_card_stands_in(const QString &name, const QString &stageName);
    void the_deal_was(const QString &name, const QString &status); // "won", as stored in the book
    void the_closing_note_was(const QString &name, const QString &note);
    void the_next_step_is_on(const QString &name, QDate day); // invalid: it has none
    void the_timeline_holds(const QString &name, const QString &note);
    void the_control_shows(const QString &control, const QString &text) const; // by its accessible name
    void the_page_remarks(const QString &text) const;
    void the_values_end_with(const QString &name) const;         // of the visible list
    void the_values_begin_with(const QStringList &spoken) const; // as a screen reader says them
    void the_field_notes(const QString &text) const;             // at any visible field
    void the_board_has(const QString &column) const;             // by its accessible name
    void the_board_explains(const QString &text) const;          // in the tool tip of a column's head
    void the_last_outcome_was(const QString &outcome);
    void the_reason_was(const QString &name, const QString &reason);
    void the_working_days_are(const QString &codes);                    // as stored in the book
    void the_key_of(const QString &command, const QString &keys) const; // by its id, as every menu shows it
};

class Story
{
public:
    Story();
    ~Story();

    Given given{*this};
    When when{*this};
    Then then{*this};

    QString bookFile() const { return m_folder.filePath(QStringLiteral("book.headway")); }
    QString file(const QString &name) const { return m_folder.filePath(name); }
    ui::Shell &shell() const;
    ui::ListPage &list() const; // the visible one
    ui::TodayView &today() const;
    QStringList cellsInSight(int column) const;
    QStringList stagesInOrder();
    QByteArray exportedWhole(); // all files that `export all` writes, one after the other
    app::Settings &settings() { return m_settings; }

private:
    friend struct Given;
    friend struct When;
    friend struct Then;

    void enter(ui::Shell &shell);
    sql::Connection &book();
    void add(const Deal &deal);

    QTemporaryDir m_folder;
    app::Settings m_settings{m_folder.filePath(QStringLiteral("headway.ini"))};
    ui::Dialogs m_dialogs{m_settings};
    Instant m_now{1'773'144'000'000}; // Tuesday, 10 March 2026, noon UTC
    ui::Windows m_windows;
    std::unique_ptr<sql::Connection> m_connection; // to prepare and check the book, like another program
    std::vector<QPointer<ui::Shell>> m_shells;
    size_t m_current = 0;
    int m_opened = 0;
};

} // namespace headway::test
