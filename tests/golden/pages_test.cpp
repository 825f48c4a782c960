// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/settings.h"
#include "features/support/story.h"
#include "golden/golden.h"
#include "support/await.h"
#include "support/pseudo.h"
#include "ui/board/cardlist.h"
#include "ui/fields/fieldrow.h"
#include "ui/record/detailpane.h"
#include "ui/settings/picklistview.h"
#include "ui/settings/settingspage.h"
#include "ui/shell/shell.h"
#include "ui/style/theme.h"
#include "ui/today/todayview.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QLayout>
#include <QPalette>
#include <QStyle>

#include <algorithm>
#include <memory>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// Sets light or dark during its lifetime; then restores it.
class ThemeWhile
{
public:
    explicit ThemeWhile(app::Look look)
    {
        ui::applyTheme(*qApp, look);
        ui::forgetInput();
    }
    ~ThemeWhile() { ui::applyTheme(*qApp, app::Look::Light); }
    ThemeWhile(const ThemeWhile &) = delete;
    ThemeWhile &operator=(const ThemeWhile &) = delete;
};

// Right-to-left layout during its lifetime.
class Mirror
{
public:
    Mirror() { QGuiApplication::setLayoutDirection(Qt::RightToLeft); }
    ~Mirror() { QGuiApplication::setLayoutDirection(Qt::LeftToRight); }
    Mirror(const Mirror &) = delete;
    Mirror &operator=(const Mirror &) = delete;
};

// The board of the sample company with the detail pane of a card.
void showBoard(Story &story)
{
    story.given.the_sample_company();
    story.when.I_open_the_book();
    story.shell().resize(1280, 720);
    story.when.I_give_the_keyboard_to_the_board();
    auto *details = story.shell().findChild<ui::DetailPane *>();
    REQUIRE(await([&] { return !details->title().isEmpty(); }));
    auto *timeline = details->findChild<QAbstractItemView *>(u"timeline"_s);
    REQUIRE(await([&] { return timeline->model()->rowCount() > 0; }));
}

// The leads of the sample company by status.
void showLeadBoard(Story &story)
{
    story.given.the_sample_company();
    story.when.I_open_the_book();
    story.when.I_press(u"Ctrl+B"_s);
    story.then.the_window_shows(u"leadboard"_s);
    story.shell().resize(1280, 720);
    REQUIRE(await([&] {
        const auto cards = story.shell().findChildren<ui::CardList *>();
        return std::any_of(cards.begin(), cards.end(),
                           [](const ui::CardList *list) { return list->isVisible() && list->currentCard(); });
    }));
    story.shell().setFocus();
}

// The list of the sample company without the detail pane, which loads later. Nothing is focused, so that no
// cursor is visible.
void showDeals(Story &story)
{
    story.given.the_sample_company();
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(300);
    story.then.the_page_says(u"300 deals"_s);
    story.then.the_cells_are_there(); // the columns fit them
    story.when.I_filter_by(u"owner:me amount:>5k"_s);
    story.then.the_list_has(36);
    story.then.the_page_says(u"36 deals"_s);
    story.shell().hideDetail();
    story.shell().resize(1000, 640);
    QCoreApplication::processEvents(); // the sidebar folds
    story.then.the_cells_are_there();
    story.shell().setFocus();
}

void showToday(Story &story)
{
    story.given.the_sample_company();
    story.when.I_open_today();
    story.shell().hideDetail();
    story.shell().resize(1000, 640);
    REQUIRE(await([&] { return story.today().width() > 900; })); // the sidebar is narrow
    story.shell().setFocus();
}

// A stage and the list of all stages.
void showPipelines(Story &story)
{
    story.given.the_sample_company();
    story.when.I_open_the_settings(ui::SettingsPage::tr("Pipelines"));
    story.shell().resize(1180, 720);
    const auto lists = story.shell().findChildren<ui::PicklistView *>();
    const auto entries = std::find_if(lists.begin(), lists.end(),
                                      [](const ui::PicklistView *list) { return list->isVisible(); });
    REQUIRE(entries != lists.end());
    const auto shown = [&story] {
        const auto facts = story.shell().findChildren<ui::FieldRow *>();
        return std::count_if(facts.begin(), facts.end(), [](const ui::FieldRow *fieldRow) {
            return fieldRow->isVisible() && fieldRow->width() > 200;
        });
    };
    REQUIRE(await([&] { return shown() > 0; })); // a pipeline has a name field
    (*entries)->setFocus();
    story.when.I_press(u"Down"_s);
    // A stage has more fields, and its guidance has several lines, for which the sheet makes room.
    const auto hasRoom = [&story] {
        const auto facts = story.shell().findChildren<ui::FieldRow *>();
        return std::all_of(facts.begin(), facts.end(), [](const ui::FieldRow *fieldRow) {
            return !fieldRow->isVisible()
                || fieldRow->height() >= fieldRow->layout()->heightForWidth(fieldRow->width());
        });
    };
    REQUIRE(await([&] { return shown() > 1 && hasRoom(); }));
    story.shell().setFocus();
}

} // namespace

TEST_CASE("The start page looks as it did", "[golden]")
{
    const ThemeWhile light(app::Look::Light);
    Story story;
    story.when.I_start_the_program();
    story.shell().resize(1000, 640);
    story.shell().setFocus();
    checkPicture(u"start-light"_s, pictureOf(story.shell(), 1));
}

TEST_CASE("The pages look as they did: by day, by night, mirrored, wordier, on a finer screen", "[golden]")
{
    struct Page {
        QString name;
        void (*show)(Story &story);
        QStringList looks;
    };
    const Page pages[] = {
        {u"deals"_s, showDeals, {u"light"_s, u"dark"_s, u"mirrored"_s, u"200"_s}},
        {u"today"_s, showToday, {u"light"_s, u"dark"_s, u"mirrored"_s}},
        {u"settings"_s, showPipelines, {u"light"_s, u"dark"_s, u"mirrored"_s, u"pseudo"_s}},
        {u"board"_s, showBoard, {u"light"_s, u"dark"_s, u"mirrored"_s, u"pseudo"_s}},
        {u"leadboard"_s, showLeadBoard, {u"light"_s, u"dark"_s, u"mirrored"_s}},
    };
    for (const Page &page : pages) {
        for (const QString &look : page.looks) {
            const ThemeWhile dress(look == u"dark"_s ? app::Look::Dark : app::Look::Light);
            const auto mirror = look == u"mirrored"_s ? std::make_unique<Mirror>() : nullptr;
            const auto longer = look == u"pseudo"_s ? std::make_unique<PseudoLanguage>() : nullptr;
            Story story;
            page.show(story);
            CAPTURE(page.name, look);
            checkPicture(page.name + u'-' + look, pictureOf(story.shell(), look == u"200"_s ? 2 : 1));
        }
    }
}
