// SPDX-License-Identifier: GPL-3.0-or-later
// Saved views through the real window.
#include "features/support/story.h"

#include "app/edits/recordedits.h"
#include "app/lists/listmodel.h"
#include "domain/records/record.h"
#include "store/reading/lookups.h"
#include "support/await.h"
#include "ui/board/boardpage.h"
#include "ui/board/foldedcolumn.h"
#include "ui/controls/sidebar.h"
#include "ui/lists/listcolumns.h"
#include "ui/lists/listgroups.h"
#include "ui/lists/listpage.h"
#include "ui/pages/filterbar.h"
#include "ui/shell/shell.h"

#include <QApplication>
#include <QLineEdit>
#include <QMenu>
#include <QTest>

#include <algorithm>

using namespace headway;
using namespace Qt::StringLiterals;
using test::await;
using test::Story;

namespace {

void openThreeDeals(Story &story)
{
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 12'000);
    story.given.a_deal(u"Cargo"_s, 9'000);
    story.given.a_deal(u"Pump"_s, 500);
    story.when.I_open_the_list_of_deals();
    story.then.the_list_has(3);
}

ui::Sidebar &sidebarOf(const Story &story)
{
    return *story.shell().findChild<ui::Sidebar *>();
}

// The rows of the sidebar as a screen reader says them.
QStringList spokenRows(const Story &story)
{
    QStringList rows;
    const QAbstractItemModel &model = *sidebarOf(story).model();
    for (int i = 0; i < model.rowCount(); ++i)
        rows += model.index(i, 0).data(Qt::AccessibleTextRole).toString();
    return rows;
}

bool hasRow(const Story &story, const QString &spoken)
{
    return spokenRows(story).contains(spoken);
}

void saveAs(Story &story, const QString &name)
{
    story.when.I_press(u"Ctrl+Shift+S"_s);
    REQUIRE(await([] { return qobject_cast<QLineEdit *>(QApplication::focusWidget()) != nullptr; }));
    qobject_cast<QLineEdit *>(QApplication::focusWidget())->clear();
    story.when.I_type(name);
    story.when.I_press(u"Return"_s);
    REQUIRE(await([&] { return story.shell().place().trail == QStringList{name}; }));
}

void filterAndSaveAs(Story &story, const QString &filter, const QString &name)
{
    story.when.I_filter_by(filter);
    saveAs(story, name);
}

// Of a won or lost stage, at the edge of the board; null: there is none of this name.
ui::FoldedColumn *closedStage(const Story &story, const QString &name)
{
    for (ui::FoldedColumn *each : story.shell().findChildren<ui::FoldedColumn *>()) {
        if (each->isCheckable() && each->text() == name)
            return each;
    }
    return nullptr;
}

// The book of the window; the list of deals is in sight again.
app::Workspace &workspaceOf(Story &story)
{
    story.shell().showPage(u"board"_s);
    ui::BoardPage *page = nullptr;
    REQUIRE(await([&] { return (page = story.shell().findChild<ui::BoardPage *>()) != nullptr; }));
    story.shell().showPage(u"deals"_s);
    REQUIRE(await([&] { return story.shell().place().page == u"deals"_s; }));
    return page->board().workspace();
}

// Done by the user at work; nothing is said of it.
EntityRef commit(app::Workspace &workspace, const Change &change)
{
    EntityRef made;
    workspace.submit(
        &workspace,
        [change](sql::Connection &) {
            return Edit{Sentence::verbatim(u"Change"_s), {change}};
        },
        [&made](const Result<ChangeSet> &set) {
            if (set)
                made = set->changes.front().ref;
        });
    REQUIRE(await([&] { return made.id != 0; }));
    return made;
}

// One key, wherever the keyboard is: in a menu that is open, else in the window.
void press(Story &story, const QString &key)
{
    if (QWidget *menu = QApplication::activePopupWidget())
        QTest::keyClick(menu, Qt::Key(QKeySequence(key)[0].key()));
    else
        story.when.I_press(key);
}

} // namespace

TEST_CASE("I save what I see under a name, and it stands under its page and gives it its title", "[features]")
{
    Story story;
    openThreeDeals(story);
    story.when.I_filter_by(u"amount:>1k"_s);
    story.then.the_list_has(2);
    CHECK(story.shell().windowTitle().startsWith(u"Deals · amount over 1,000 · "_s)); // not its syntax
    filterAndSaveAs(story, u"amount:>1k"_s, u"Large ones"_s);
    CHECK(story.shell().windowTitle().startsWith(u"Deals · Large ones · "_s));
    CHECK(hasRow(story, u"Large ones, view of Deals"_s));
    story.then.the_list_has(2);
    story.when.I_press(u"Ctrl+Z"_s); // a step like any other
    REQUIRE(await([&] { return !hasRow(story, u"Large ones, view of Deals"_s); }));
    CHECK(story.list().filterBar().text() == u"amount:>1k"_s); // what I see stays
}

TEST_CASE("The page itself is as it was before I looked at a view", "[features]")
{
    Story story;
    openThreeDeals(story);
    filterAndSaveAs(story, u"amount:>1k"_s, u"Large ones"_s);
    story.when.I_press(u"Ctrl+S"_s);
    story.then.the_message_says(u"The view is saved as it is."_s);
    const auto own = story.list().model().columns();
    story.when.I_filter_by(u"amount:>10k"_s);
    story.list().columns().moveCurrent(ui::ListColumns::Direction::Right);
    CHECK(story.list().model().columns() != own);
    story.when.I_press(u"Ctrl+S"_s);
    REQUIRE(await([&] { return hasRow(story, u"Large ones, view of Deals"_s); }));
    story.shell().showPage(u"deals"_s);
    REQUIRE(await([&] { return story.list().filterBar().text() == u"amount:>1k"_s; }));
    CHECK(story.list().model().columns() == own);
    CHECK(story.shell().place().row.isEmpty());
    CHECK(story.shell().commands().run(u"view.open.1"));
    REQUIRE(await([&] { return story.list().filterBar().text() == u"amount:>10k"_s; }));
    CHECK(story.list().model().columns() != own);
}

TEST_CASE("A changed view shows a dot until I save it or go back to it", "[features]")
{
    Story story;
    openThreeDeals(story);
    filterAndSaveAs(story, u"amount:>1k"_s, u"Large ones"_s);
    story.when.I_sort_by(u"Amount"_s, Qt::DescendingOrder);
    story.then.the_list_shows({u"Renewal"_s, u"Cargo"_s});
    REQUIRE(await([&] { return hasRow(story, u"Large ones, view of Deals, changed and not saved"_s); }));
    story.when.I_press(u"Ctrl+S"_s);
    REQUIRE(await([&] { return hasRow(story, u"Large ones, view of Deals"_s); }));
    story.when.I_sort_by(u"Amount"_s, Qt::AscendingOrder);
    story.then.the_list_shows({u"Cargo"_s, u"Renewal"_s});
    CHECK(story.shell().commands().run(u"view.back"));
    story.then.the_list_shows({u"Renewal"_s, u"Cargo"_s});
    CHECK(hasRow(story, u"Large ones, view of Deals"_s));
}

TEST_CASE("A view keeps its groups, and the list its own", "[features]")
{
    Story story;
    openThreeDeals(story);
    filterAndSaveAs(story, u"amount:>1k"_s, u"By stage"_s);
    const auto grouping = [&] { return story.list().model().grouping(); };
    story.list().groups().set(
        groupingBy(EntityKind::Deal, Subject::Field, entityInfo(EntityKind::Deal).indexOf(u"stage_id")));
    REQUIRE(await([&] { return hasRow(story, u"By stage, view of Deals, changed and not saved"_s); }));
    story.when.I_press(u"Ctrl+S"_s);
    REQUIRE(await([&] { return hasRow(story, u"By stage, view of Deals"_s); }));
    story.shell().showPage(u"deals"_s);
    REQUIRE(await([&] { return !grouping(); }));
    story.list().groups().set(
        groupingBy(EntityKind::Deal, Subject::Field, entityInfo(EntityKind::Deal).indexOf(u"owner_id")));
    CHECK(story.shell().commands().run(u"view.open.1"));
    REQUIRE(
        await([&] { return grouping() && groupingText(EntityKind::Deal, *grouping()) == u"stage_id"_s; }));
    story.shell().showPage(u"deals"_s);
    REQUIRE(
        await([&] { return grouping() && groupingText(EntityKind::Deal, *grouping()) == u"owner_id"_s; }));
}

TEST_CASE("Each of the last ten views is two keys away", "[features]")
{
    Story story;
    openThreeDeals(story);
    QStringList names;
    for (int i = 1; i <= 11; ++i) {
        names.prepend(u"View %1"_s.arg(i));
        filterAndSaveAs(story, u"amount:>%1"_s.arg(i), names.front());
    }
    // View 11 is shown; the ten before it have the digits 1 to 9 and 0.
    for (int nth = 1; nth <= 10; ++nth) {
        const QString &wanted = names.at(nth);
        CAPTURE(wanted);
        int keys = 0;
        press(story, u"Ctrl+0"_s);
        ++keys;
        REQUIRE(await([] { return QApplication::activePopupWidget() != nullptr; }));
        press(story, QString::number(nth % 10));
        ++keys;
        REQUIRE(await([&] { return story.shell().place().trail == QStringList{wanted}; }));
        CHECK(keys == 2);
        // for the next one: as it was at the beginning
        for (qsizetype i = names.size() - 1; i >= 0; --i) {
            const QString id = u"view.open.%1"_s.arg(names.size() - i);
            story.shell().commands().run(id);
        }
    }
}

TEST_CASE("A view of the board shows the won deals that I opened in it, the board itself does not",
          "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 12'000);
    story.when.I_open_the_book();
    story.then.the_window_shows(u"board"_s);
    story.when.I_take_the_card(u"Renewal"_s);
    const auto won = [&story] { return closedStage(story, u"Won"_s); };
    REQUIRE(won());
    won()->click();
    REQUIRE(won()->isChecked());
    saveAs(story, u"With won"_s);
    CHECK(hasRow(story, u"With won, view of Board"_s));
    CHECK(won()->isChecked());
    won()->click();
    CHECK(await([&] { return hasRow(story, u"With won, view of Board, changed and not saved"_s); }));
    CHECK(story.shell().commands().run(u"view.back"));
    CHECK(await([&] { return won()->isChecked() && hasRow(story, u"With won, view of Board"_s); }));
    story.shell().showPage(u"board"_s);
    REQUIRE(await([&] { return story.shell().place().row.isEmpty(); }));
    won()->click();
    CHECK_FALSE(won()->isChecked()); // on the board itself
    CHECK(story.shell().commands().run(u"view.open.1"));
    CHECK(await([&] { return won()->isChecked(); }));
    story.shell().showPage(u"board"_s);
    CHECK(await([&] { return !won()->isChecked(); }));
}

TEST_CASE("A stage that gets another name while its view is open changes nothing of the view", "[features]")
{
    Story story;
    story.given.an_empty_book();
    story.given.a_deal(u"Renewal"_s, 12'000);
    story.when.I_open_the_book();
    story.then.the_window_shows(u"board"_s);
    auto *page = story.shell().findChild<ui::BoardPage *>();
    REQUIRE(page);
    app::BoardModel &board = page->board();
    REQUIRE(await([&] { return board.isLoaded(); }));
    REQUIRE(closedStage(story, u"Won"_s));
    closedStage(story, u"Won"_s)->click();
    saveAs(story, u"With won"_s);
    REQUIRE(await([&] { return hasRow(story, u"With won, view of Board"_s); }));
    const auto &stages = board.workspace().lookups().stages;
    const auto won = std::find_if(stages.begin(), stages.end(),
                                  [](const Stage &each) { return each.type == StageType::Won; });
    REQUIRE(won != stages.end());
    app::saveFields(board.workspace(), page, {EntityKind::Stage, won->id.value},
                    {{entityInfo(EntityKind::Stage).indexOf(u"name"), won->name, u"Signed"_s}},
                    [](const Result<ChangeSet> &) {});
    REQUIRE(await([&] { return closedStage(story, u"Signed"_s) != nullptr; }));
    CHECK(hasRow(story, u"With won, view of Board"_s));
    closedStage(story, u"Signed"_s)->click();
    CHECK(await([&] { return hasRow(story, u"With won, view of Board, changed and not saved"_s); }));
}

TEST_CASE("A view whose stage was renamed says so above the list, and keeps its text", "[features]")
{
    Story story;
    openThreeDeals(story);
    filterAndSaveAs(story, u"amount:>1k stage:Zeppelin"_s, u"Large ones"_s);
    story.then.the_list_has(2);
    story.then.the_page_says(u"There is no stage “Zeppelin” any more. The rest of the view is shown."_s);
    CHECK(story.list().filterBar().text() == u"amount:>1k stage:Zeppelin"_s);
    CHECK(hasRow(story, u"Large ones, view of Deals"_s)); // nothing was changed
}

TEST_CASE("A view of a colleague's deals says that the colleague is gone, and is whole once they are back",
          "[features]")
{
    Story story;
    openThreeDeals(story);
    app::Workspace &workspace = workspaceOf(story);
    const EntityRef ben = commit(workspace, create(User{.name = u"Ben Ott"_s}));
    filterAndSaveAs(story, u"amount:>1k owner:ott"_s, u"Ben's"_s);
    story.then.the_list_has(0);
    commit(workspace, remove(ben));
    story.then.the_list_has(2);
    story.then.the_page_says(u"There is no user “ott” any more. The rest of the view is shown."_s);
    CHECK(story.list().filterBar().text() == u"amount:>1k owner:ott"_s);
    CHECK(hasRow(story, u"Ben's, view of Deals"_s)); // nothing of it was changed
    workspace.undo();
    story.then.the_list_has(0);
}

TEST_CASE("A view by a field of our own that is gone says so, and shows the rest", "[features]")
{
    Story story;
    openThreeDeals(story);
    app::Workspace &workspace = workspaceOf(story);
    const EntityRef field =
        commit(workspace,
               create(CustomField{
                   .recordKind = EntityKind::Deal, .name = u"contract"_s, .label = u"Contract type"_s}));
    filterAndSaveAs(story, u"amount:>1k \"Contract type\":yearly"_s, u"Yearly"_s);
    story.then.the_list_has(0);
    CHECK(story.shell().windowTitle().startsWith(u"Deals · Yearly · "_s));
    commit(workspace, remove(field));
    story.then.the_list_has(2);
    story.then.the_page_says(u"Deals have no “Contract type”. The rest of the view is shown."_s);
    CHECK(hasRow(story, u"Yearly, view of Deals"_s));
}

TEST_CASE("A view with a column, an order and groups that are gone says each, and shows the deals",
          "[features]")
{
    Story story;
    openThreeDeals(story);
    const EntityRef view = commit(workspaceOf(story),
                                  create(SavedView{.name = u"Old"_s,
                                                   .filter = u"amount:>1k"_s,
                                                   .columns = u"name:200 horsepower:90"_s,
                                                   .sort = u"-horsepower"_s,
                                                   .groups = u"garage"_s}));
    REQUIRE(await([&] { return story.shell().commands().run(u"view.open.%1"_s.arg(view.id)); }));
    story.then.the_list_has(2);
    story.then.the_page_says(u"There is no column “horsepower” any more."_s);
    story.then.the_page_says(u"Deals cannot be sorted by “-horsepower”."_s);
    story.then.the_page_says(u"There are no groups by “garage” any more. The rest of the view is shown."_s);
    CHECK(hasRow(story, u"Old, view of Deals"_s));
}

// Takes two seconds: each window has the book open for itself, and hears that late of what the other did.
TEST_CASE("Of two windows that change one view, the later one is told, and neither loses what it has",
          "[features]")
{
    Story story;
    openThreeDeals(story);
    filterAndSaveAs(story, u"amount:>1k"_s, u"Large ones"_s);
    story.when.I_press(u"Ctrl+Shift+N"_s);
    story.then.there_are_windows_on_the_book(2);
    story.when.I_use_window(2);
    REQUIRE(await([&] { return story.shell().commands().run(u"view.open.1"); }));
    REQUIRE(await([&] { return story.shell().place().trail == QStringList{u"Large ones"_s}; }));
    story.when.I_filter_by(u"amount:>10k"_s);
    story.then.the_list_has(1);
    story.when.I_use_window(1);
    story.when.I_filter_by(u"amount:>5k"_s);
    story.then.the_list_has(2);
    story.when.I_press(u"Ctrl+S"_s);
    REQUIRE(await([&] { return hasRow(story, u"Large ones, view of Deals"_s); }));

    story.when.I_use_window(2);
    CHECK(story.list().filterBar().text() == u"amount:>10k"_s); // what is not saved stays
    CHECK(hasRow(story, u"Large ones, view of Deals, changed and not saved"_s));
    story.when.I_press(u"Ctrl+S"_s);
    story.then.the_message_begins(u"Filter of “Large ones” was changed in the meantime: it is now"_s);
    CHECK(story.list().filterBar().text() == u"amount:>10k"_s);
    story.then.the_list_has(1);
    CHECK(story.shell().commands().run(u"view.back"));
    REQUIRE(await([&] { return story.list().filterBar().text() == u"amount:>5k"_s; }));
    CHECK(hasRow(story, u"Large ones, view of Deals"_s));
    story.when.I_use_window(1);
    CHECK(story.list().filterBar().text() == u"amount:>5k"_s);
}
