// SPDX-License-Identifier: GPL-3.0-or-later
// Settings, by keyboard, through the real window.
#include "app/lists/listmodel.h"
#include "app/program/settings.h"
#include "features/support/story.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/lists/listpage.h"
#include "ui/settings/controlsheet.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shell.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QCoreApplication>
#include <QDesktopServices>
#include <QFileInfo>
#include <QGuiApplication>
#include <QUrl>

using namespace headway;
using namespace Qt::StringLiterals;
using test::Story;

namespace {

void openSettings(Story &story, const QString &part)
{
    story.given.an_empty_book();
    story.when.I_open_the_settings(part);
}

// Receives the URLs instead of the desktop.
class OpenedFolders : public QObject
{
    Q_OBJECT
public:
    OpenedFolders() { QDesktopServices::setUrlHandler(u"file"_s, this, "open"); }
    ~OpenedFolders() override { QDesktopServices::unsetUrlHandler(u"file"_s); }

    Q_INVOKABLE void open(const QUrl &url) { urls += url; }
    QList<QUrl> urls;
};

// Types into the filter until the table's current row is that command.
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
    openSettings(story, u"This computer"_s);
    story.when.I_tab_to(u"Look"_s);
    story.then.the_control_shows(u"Look"_s, u"As the system"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Down"_s);
    story.then.the_control_shows(u"Look"_s, u"Dark"_s);
    CHECK(story.settings().value(app::setting::look) == app::Look::Dark);
}

TEST_CASE("I turn motion off in the settings, and it is kept", "[features]")
{
    Story story;
    openSettings(story, u"This computer"_s);
    story.when.I_tab_to(u"Motion"_s);
    story.then.the_control_shows(u"Motion"_s, u"As the system"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Down"_s);
    story.then.the_control_shows(u"Motion"_s, u"None"_s);
    CHECK(story.settings().value(app::setting::motion) == app::MotionSetting::Off);
}

TEST_CASE("A key shows all controls below what the program is, and hides them again", "[features]")
{
    Story story;
    openSettings(story, u"About Headway"_s);
    const auto sheet = [&story] { return story.shell().findChild<ui::ControlSheet *>(); };
    CHECK_FALSE(sheet());
    story.when.I_press(u"Ctrl+Shift+F12"_s);
    REQUIRE(sheet());
    CHECK(sheet()->isVisible());
    story.when.I_press(u"Ctrl+Shift+F12"_s);
    CHECK_FALSE(sheet()->isVisible());
    CHECK(story.shell().commands().run(u"settings.keys"));
    story.when.I_press(u"Ctrl+Shift+F12"_s); // only where it belongs
    CHECK(story.shell().commands().run(u"settings.about"));
    CHECK_FALSE(sheet()->isVisible());
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
    story.when.I_press(u"Ctrl+9"_s); // there is no ninth page: Settings has a shortcut of its own
    story.then.the_window_shows(u"settings"_s);
}

TEST_CASE("I give a command another key by pressing it", "[features]")
{
    Story story;
    openSettings(story, u"Keys"_s);
    goToCommand(story, u"detail pane"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_press(u"Ctrl+Shift+J"_s);
    story.then.the_page_remarks(u"“Detail pane” is Ctrl+Shift+J now."_s);
    story.then.the_key_of(u"view.detail"_s, u"Ctrl+Shift+J"_s);
    CHECK(story.settings().value(app::setting::shortcuts, u"view.detail") == QStringList{u"Ctrl+Shift+J"_s});

    story.when.I_press(u"Ctrl+1"_s);
    story.then.the_window_shows(u"board"_s);
    const bool wasShown = story.shell().isDetailShown();
    story.when.I_press(u"F4"_s);
    CHECK(story.shell().isDetailShown() == wasShown);
    story.when.I_press(u"Ctrl+Shift+J"_s);
    CHECK(story.shell().isDetailShown() != wasShown);
}

TEST_CASE("A key that is taken is refused with the name of its command", "[features]")
{
    Story story;
    openSettings(story, u"Keys"_s);
    goToCommand(story, u"detail pane"_s);
    story.when.I_press(u"F2"_s);
    story.when.I_press(u"Ctrl+K"_s); // would open the search if it were not captured
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
    story.when.I_press(u"Ctrl+Shift+J"_s);
    story.then.the_key_of(u"view.detail"_s, u"Ctrl+Shift+J"_s);
    story.when.I_use_window(2);
    story.then.the_key_of(u"view.detail"_s, u"Ctrl+Shift+J"_s);
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

TEST_CASE("I add a source, and it stands in the list and in the history", "[features]")
{
    Story story;
    openSettings(story, u"Sources"_s);
    story.when.I_tab_to(u"Sources"_s);
    story.when.I_press(u"Insert"_s);
    story.when.I_put_into_the_line(u"Radio"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_message_says(u"Added the source “Radio”"_s);
    story.then.the_values_end_with(u"Radio"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_message_says(u"Took back: Added the source “Radio”"_s);
    story.then.the_values_end_with(u"Social media"_s);
}

TEST_CASE("A name that is there already is refused beside it, and what I typed stays", "[features]")
{
    Story story;
    openSettings(story, u"Sources"_s);
    story.when.I_tab_to(u"Sources"_s);
    story.when.I_press(u"F2"_s);
    story.when.I_put_into_the_line(u"referral"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_field_notes(u"There is a source called “Referral” already."_s);
    story.then.the_control_shows(u"Name"_s, u"referral"_s);
    story.when.I_put_into_the_line(u"x"_s.repeated(3'000));
    story.when.I_press(u"Return"_s);
    story.then.the_field_notes(u"3,000 characters long; at most"_s);
    story.when.I_put_into_the_line({});
    story.when.I_press(u"Return"_s);
    story.then.the_field_notes(u"Name is missing."_s);
    story.when.I_put_into_the_line(u"Fair"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Changed Name of “Trade show”"_s);
}

TEST_CASE("I rename a stage, and the board has it at once", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 100);
    story.when.I_open_the_settings(u"Pipelines"_s);
    story.when.I_tab_to(u"Pipelines"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"F2"_s);
    story.when.I_put_into_the_line(u"First talk"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Changed Name of “Qualified”"_s);
    story.when.I_press(u"Ctrl+1"_s);
    story.then.the_board_has(u"Stage First talk"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_board_has(u"Stage Qualified"_s);
}

TEST_CASE("I move a stage, and the columns of the board change places", "[features]")
{
    Story story;
    openSettings(story, u"Pipelines"_s);
    const QStringList before = story.stagesInOrder();
    story.when.I_tab_to(u"Pipelines"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Alt+Down"_s);
    story.then.the_message_says(u"Moved “%1” down"_s.arg(before[0]));
    const QStringList after = story.stagesInOrder();
    CHECK(after.first(2) == QStringList{before[1], before[0]});
    CHECK(after.mid(2) == before.mid(2));
}

TEST_CASE("A chance of 101 percent and days before today are refused beside the field", "[features]")
{
    Story story;
    openSettings(story, u"Pipelines"_s);
    story.when.I_tab_to(u"Pipelines"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_tab_to(u"Probability"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_put_into_the_line(u"101"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_field_notes(u"Probability must be between 0 and 100, not 101."_s);
    story.when.I_press(u"Escape"_s);
    story.when.I_tab_to(u"Rots after (days)"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_put_into_the_line(u"-3"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_field_notes(u"Rots after (days): a number between 0 and 10,000, not -3."_s);
}

TEST_CASE("I say what a stage needs, and a deal that comes there without it is asked for it", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal_without_amount(u"Renewal"_s);
    story.when.I_open_the_settings(u"Pipelines"_s);
    story.when.I_tab_to(u"Pipelines"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Down"_s); // the second stage
    story.when.I_tab_to(u"Needs on entry"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_press(u"Right"_s);
    story.when.I_press(u"Right"_s); // from Company to Amount
    story.when.I_press(u"Space"_s);
    story.when.I_press(u"Ctrl+S"_s);
    story.when.I_press(u"Ctrl+1"_s);
    story.then.the_board_explains(u"Asks for: Amount"_s);
    story.when.I_take_the_card(u"Renewal"_s);
    story.when.I_press(u"Ctrl+Right"_s);
    story.when.I_type(u"12500"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_card_stands_in(u"Renewal"_s, story.stagesInOrder().at(1));
    story.then.the_page_says(u"€12,500"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_card_stands_in(u"Renewal"_s, story.stagesInOrder().at(0));
}

TEST_CASE("A stage with a deal in it is not deleted, and I read why", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 100);
    story.when.I_open_the_settings(u"Pipelines"_s);
    story.when.I_tab_to(u"Pipelines"_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Delete"_s);
    story.then.the_page_remarks(
        u"Cannot delete “Qualified”: the stage “Qualified” is used by the deal “Renewal”."_s);
    story.when.I_press(u"Down"_s);
    story.when.I_press(u"Delete"_s);
    story.then.the_message_says(u"Deleted “Needs analysis”"_s);
}

TEST_CASE("The digits of the log form follow the list of outcomes", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 100);
    story.when.I_open_the_settings(u"Outcomes"_s);
    story.when.I_tab_to(u"Outcomes"_s);
    story.when.I_press(u"Alt+Down"_s); // "Reached" below "No answer"
    story.then.the_message_says(u"Moved “Reached” down"_s);
    story.then.the_values_begin_with({u"No answer, Call · 1 day"_s, u"Reached, Call"_s});
    story.when.I_press(u"Ctrl+1"_s);
    story.when.I_take_the_card(u"Renewal"_s);
    story.then.the_detail_shows(u"Renewal"_s);
    story.when.I_press(u"Ctrl+L"_s);
    story.when.I_press(u"1"_s);
    story.when.I_type(u"Nobody there"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_timeline_holds(u"Renewal"_s, u"Nobody there"_s);
    story.then.the_last_outcome_was(u"No answer"_s);
}

TEST_CASE("I say for which kinds of activity an outcome is offered", "[features]")
{
    Story story;
    openSettings(story, u"Outcomes"_s);
    story.when.I_tab_to(u"Outcomes"_s);
    story.when.I_tab_to(u"For"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_press(u"Right"_s); // from Call to Meeting
    story.when.I_press(u"Space"_s);
    story.when.I_press(u"Ctrl+S"_s);
    story.then.the_values_begin_with({u"Reached, Call, Meeting"_s, u"No answer, Call · 1 day"_s});
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_values_begin_with({u"Reached, Call"_s});
}

TEST_CASE("I add a pipeline, which comes with the stages it cannot do without", "[features]")
{
    Story story;
    openSettings(story, u"Pipelines"_s);
    story.when.I_tab_to(u"Add a pipeline"_s);
    story.when.I_press(u"Space"_s);
    story.when.I_put_into_the_line(u"Service"_s);
    story.when.I_press(u"Ctrl+Return"_s);
    story.then.the_message_says(u"Added the pipeline “Service”"_s);
    story.then.the_values_end_with(u"Lost"_s);
}

TEST_CASE("A reason that is not active any more is not offered when I lose a deal", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 100);
    story.when.I_open_the_settings(u"Lost reasons"_s);
    story.when.I_tab_to(u"Lost reasons"_s);
    story.when.I_tab_to(u"Active"_s);
    story.when.I_press(u"Return"_s);
    story.when.I_press(u"Space"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Changed Active of “Price”"_s);
    story.then.the_values_begin_with({u"Price, inactive"_s, u"Competitor"_s});
    story.when.I_press(u"Ctrl+1"_s);
    story.when.I_take_the_card(u"Renewal"_s);
    story.when.I_press(u"L"_s);
    story.when.I_press(u"1"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_deal_was(u"Renewal"_s, u"lost"_s);
    story.then.the_reason_was(u"Renewal"_s, u"Competitor"_s);
}

TEST_CASE("The book's currency is changed as one step, whatever the arrows pass", "[features]")
{
    Story story;
    openSettings(story, u"This book"_s);
    story.when.I_tab_to(u"Currency"_s);
    story.then.the_control_shows(u"Currency"_s, u"EUR · €"_s);
    story.when.I_type(u"USD"_s);
    story.then.the_control_shows(u"Currency"_s, u"USD · $"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Changed the book's currency to USD"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_control_shows(u"Currency"_s, u"EUR · €"_s);
    story.when.I_press(u"Ctrl+Z"_s);
    story.then.the_message_says(u"There is nothing to take back."_s);
}

TEST_CASE("This quarter is one of the fiscal year that I choose", "[features]")
{
    Story story; // on 10 March 2026
    openSettings(story, u"This book"_s);
    story.when.I_tab_to(u"Fiscal year begins in"_s);
    story.then.the_control_shows(u"Fiscal year begins in"_s, u"January"_s);
    story.when.I_type(u"feb"_s);
    story.when.I_press(u"Return"_s);
    story.then.the_message_says(u"Changed the beginning of the fiscal year to February"_s);
    story.when.I_press(u"Ctrl+3"_s);
    story.then.the_window_shows(u"deals"_s);
    story.when.I_filter_by(u"close:this-quarter"_s);
    const auto isThisQuarter = [&story](const QStringList &days) {
        const Filter &filter = story.list().model().query().filter;
        return filter.conditions.size() == 1 && filter.conditions.front().values == days;
    };
    CHECK(test::await([&] { return isThisQuarter({u"2026-02-01"_s, u"2026-04-30"_s}); }));
    story.when.I_press(u"Ctrl+Z"_s); // the list follows
    CHECK(test::await([&] { return isThisQuarter({u"2026-01-01"_s, u"2026-03-31"_s}); }));
}

TEST_CASE("At least one day of the week stays a working day", "[features]")
{
    Story story;
    openSettings(story, u"This book"_s);
    story.when.I_tab_to(u"Working days"_s);
    for (int day = 0; day < 5; ++day) {
        story.when.I_press(u"Space"_s);
        story.when.I_press(u"Right"_s);
        if (day < 4)
            story.then.the_working_days_are(
                QStringList{u"mon"_s, u"tue"_s, u"wed"_s, u"thu"_s, u"fri"_s}.mid(day + 1).join(u' '));
    }
    story.then.the_page_remarks(u"At least one day of the week is a working day."_s);
    story.then.the_working_days_are(u"fri"_s);
}

TEST_CASE("The page about the program can be copied for a question", "[features]")
{
    Story story;
    openSettings(story, u"About Headway"_s);
    story.then.the_page_says(u"SQLite 3."_s);
    story.when.I_tab_to(u"Copy all of this"_s);
    story.when.I_press(u"Space"_s);
    const QString text = QGuiApplication::clipboard()->text();
    CHECK(text.contains(u"Headway: "_s));
    CHECK(text.contains(u"Qt: 6."_s));
    CHECK(text.contains(u"Database: SQLite 3."_s));
    CHECK(text.contains(u"Book: "_s + story.bookFile()));
    CHECK(text.contains(u"/log/headway.log"_s));
    CHECK(text.contains(u"/crashes"_s));
}

TEST_CASE("The folder of the book is opened from the page about the program", "[features]")
{
    Story story;
    OpenedFolders opened;
    openSettings(story, u"About Headway"_s);
    story.when.I_tab_to(u"Open the folder of: Book"_s);
    story.when.I_press(u"Space"_s);
    CHECK(opened.urls == QList{QUrl::fromLocalFile(QFileInfo(story.bookFile()).absolutePath())});
}

TEST_CASE("The palette and the menu of help lead to a part of the settings", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.when.I_open_the_book();
    story.then.the_window_shows(u"board"_s);
    CHECK(story.shell().commands().run(u"settings.about"));
    story.then.the_window_shows(u"settings"_s);
    story.then.the_page_says(u"SQLite 3."_s);
    story.when.I_press(u"Ctrl+K"_s);
    story.when.I_type(u">settings: tags"_s);
    story.then.the_palette_offers(u"Settings: Tags"_s);
    story.when.I_press(u"Return"_s);
    CHECK(story.shell().place().trail.value(0) == u"Tags"_s);
}

#include "settingsstory_test.moc"
