// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listgroups.h"

#include "domain/records/activity.h"
#include "ui/controls/listheader.h"
#include "ui/lists/listfoot.h"
#include "ui/lists/listroom.h"

#include <QClipboard>
#include <QHeaderView>
#include <QScrollBar>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// Grouped by company, all three deals at Acme but one.
struct GroupRoom : ListRoom {
    GroupRoom()
    {
        Deal there = load(cedar);
        const Deal before = there;
        there.company = bolt;
        book.commit({Sentence::verbatim(u"Change"_s), {update(before, there)}});
        REQUIRE(await([this] { return text(cedar, u"company_id") == u"Bolt Works"_s; }));
        choose(amber, u"company_id");
        page->groups().toggle();
        REQUIRE(await([this] { return model().rowCount() == 5 && model().headAt(0); }));
    }

    int current() const { return view()->currentIndex().row(); }
};

} // namespace

TEST_CASE("The list is grouped by the column one is in, and the same again undoes it", "[ui]")
{
    GroupRoom room;
    CHECK(room.names() == QStringList{u"Acme Tools"_s, u"Amber"_s, u"Birch"_s, u"Bolt Works"_s, u"Cedar"_s});
    CHECK(room.current() == 1); // still the deal that was chosen
    room.page->groups().toggle();
    CHECK(await([&] { return room.names() == QStringList{u"Amber"_s, u"Birch"_s, u"Cedar"_s}; }));
}

TEST_CASE("In a column without two alike, the list is grouped by owner", "[ui]")
{
    ListRoom room;
    room.choose(room.birch, u"amount");
    room.page->groups().toggle();
    CHECK(await([&] { return room.model().rowCount() == 4 && room.model().headAt(0); }));
}

TEST_CASE("A list is grouped tomorrow as it was today", "[ui]")
{
    GroupRoom room;
    CHECK(room.settings.value(app::setting::groups, u"deal") == u"company_id"_s);
    delete room.page;
    room.page = new ListPage(room.given.context, EntityKind::Deal);
    room.window.setCentralWidget(room.page);
    CHECK(await([&] { return room.model().rowCount() == 5 && room.model().headAt(0); }));
}

TEST_CASE("Left folds the group and Right unfolds it; a head is gone to from its rows", "[ui]")
{
    GroupRoom room;
    room.choose(room.birch, u"name");
    room.press(Qt::Key_Left);
    CHECK(room.current() == 0);
    room.press(Qt::Key_Left);
    CHECK(room.model().rowCount() == 3);
    room.press(Qt::Key_Right);
    CHECK(room.model().rowCount() == 5);
    room.press(Qt::Key_Right); // into the group
    CHECK(room.current() == 1);
    room.page->groups().foldAll(true);
    CHECK(room.model().rowCount() == 2);
    CHECK(room.current() == 0); // the keyboard is where the eye is
    room.press(Qt::Key_Down);
    room.press(Qt::Key_Return);
    CHECK(room.model().rowCount() == 3);
}

TEST_CASE("A click on a head folds it, and what was chosen goes on being shown", "[ui]")
{
    GroupRoom room;
    room.choose({room.birch});
    std::vector<EntityRef> shown;
    QObject::connect(room.page, &ListPage::selected, room.page,
                     [&](const EntityRef &record) { shown.push_back(record); });
    const QRect head = room.view()->visualRect(room.model().index(3, 0));
    QTest::mouseClick(room.view()->viewport(), Qt::LeftButton, {}, head.center());
    CHECK(room.model().rowCount() == 4);
    CHECK(shown.empty());
    QTest::mouseClick(room.view()->viewport(), Qt::LeftButton, {}, head.center());
    CHECK(room.model().rowCount() == 5);
}

TEST_CASE("Everything selected is every record, and no head", "[ui]")
{
    GroupRoom room;
    room.view()->selectAll();
    CHECK(room.page->selection().size() == 3);
    auto *foot = room.page->findChild<ListFoot *>();
    REQUIRE(foot);
    CHECK(await([&] { return foot->text().startsWith(u"3 selected   ·   €13,500"_s); }));
    CHECK(foot->text().endsWith(u"— of 3"_s));
}

TEST_CASE("A deal that is looked for in a folded group is shown", "[ui]")
{
    GroupRoom room;
    room.page->groups().foldAll(true);
    room.page->select({EntityKind::Deal, room.cedar.value});
    CHECK(await([&] { return room.page->current().id == room.cedar.value; }));
}

TEST_CASE("Tab in a cell goes over a head to the next row", "[ui]")
{
    GroupRoom room;
    room.edit(room.birch, u"next_step");
    room.type(u"Send the offer"_s);
    room.press(Qt::Key_Tab);
    CHECK(room.view()->currentIndex() == room.cell(room.cedar, u"name"));
}

TEST_CASE("The foot adds up what is selected, and a click copies it", "[ui]")
{
    ListRoom room;
    auto *foot = room.page->findChild<ListFoot *>();
    REQUIRE(foot);
    room.choose({room.amber, room.cedar});
    REQUIRE(await([&] { return foot->text().startsWith(u"2 selected   ·   €13,000"_s); }));
    CHECK(foot->text().endsWith(u"— of 3"_s));
    QTest::mouseClick(foot, Qt::LeftButton);
    CHECK(QGuiApplication::clipboard()->text() == foot->copyText());
    CHECK(foot->copyText().startsWith(u"2 selected   ·   €13,000"_s));
    room.choose({room.amber});
    CHECK(await([&] { return foot->text().startsWith(u"3 deals"_s); }));
}

TEST_CASE("The row one is in stays chosen and in sight when the list is grouped, however long it is", "[ui]")
{
    ListRoom room;
    std::vector<Change> many;
    for (int i = 0; i < 700; ++i) // more than are shown at first
        many.push_back(create(Deal{.name = u"Deal %1"_s.arg(i, 3, 10, QChar(u'0')),
                                   .company = room.acme,
                                   .pipeline = {1},
                                   .stage = {1},
                                   .currency = u"EUR"_s,
                                   .owner = {2}}));
    room.book.commit({Sentence::verbatim(u"Fill"_s), many});
    REQUIRE(await([&] { return room.model().rowCount() == 703; }));
    const EntityRef last = room.model().recordAt(702);
    room.view()->select(last.id);
    room.view()->setCurrentIndex(room.model().index(702, room.column(u"owner_id")));
    room.page->groups().toggle();
    REQUIRE(await([&] { return room.model().rowCount() == 705; })); // with the heads of two owners
    CHECK(await([&] { return room.page->current() == last; }));
    CHECK(room.page->selection() == std::vector<EntityRef>{last});
    CHECK(room.view()->currentIndex().column() == room.column(u"owner_id"));
    const QRect inSight = room.view()->viewport()->rect();
    CHECK(await([&] { return inSight.contains(room.view()->visualRect(room.view()->currentIndex())); }));
}

TEST_CASE("Sums in several currencies are one sum and how many more there are", "[ui]")
{
    const app::Display display(QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc());
    ListFoot foot(display, EntityKind::Deal);
    foot.showTotals(
        {.count = 4,
         .sums = {{u"EUR"_s, 23'100'000, 100}, {u"USD"_s, 500, 100}, {u"PLN"_s, 300, 100}, {u"GBP"_s, 0, 0}}},
        std::nullopt);
    CHECK(foot.text().startsWith(u"4 deals   ·   €231 k and 2 more"_s));
    CHECK(foot.copyText().contains(u"$5"_s));
    CHECK_FALSE(foot.copyText().contains(u"£"_s)); // nothing is no sum
}

TEST_CASE("The name stays in sight when the list is scrolled sideways", "[ui]")
{
    ListRoom room;
    const bool isMirrored = GENERATE(false, true);
    room.window.setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
    room.window.resize(600, 400);
    ListView &view = *room.view();
    REQUIRE(await([&] { return view.horizontalScrollBar()->maximum() > 100; }));
    const QRect before = view.visualRect(room.cell(room.birch, u"name"));
    room.choose(room.birch, u"next_step"); // the last column
    REQUIRE(view.horizontalScrollBar()->value() > 0);
    CHECK(view.visualRect(room.cell(room.birch, u"name")) == before);
    CHECK(view.indexAt(before.center()) == room.cell(room.birch, u"name"));
    const QRect heading = qobject_cast<const ListHeader *>(view.horizontalHeader())->pinnedRect();
    CHECK(heading.width() == before.width());
    // Nothing that one goes to lies below it.
    for (const QStringView id : {u"owner_id", u"stage_id", u"company_id"}) {
        CAPTURE(id.toString());
        room.choose(room.birch, id);
        CHECK_FALSE(view.visualRect(room.cell(room.birch, id)).intersects(before));
    }
    room.choose(room.birch, u"next_step");
    const int aside = view.horizontalScrollBar()->value();
    REQUIRE(aside > 0);
    room.choose(room.cedar, u"name");
    CHECK(view.horizontalScrollBar()->value() == aside);
}

TEST_CASE("A click on the held heading sorts by it, not by the column below", "[ui]")
{
    ListRoom room;
    room.window.resize(600, 400);
    ListView &view = *room.view();
    REQUIRE(await([&] { return view.horizontalScrollBar()->maximum() > 100; }));
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->maximum());
    const auto *header = qobject_cast<const ListHeader *>(view.horizontalHeader());
    QTest::mouseClick(view.horizontalHeader()->viewport(), Qt::LeftButton, {}, header->pinnedRect().center());
    CHECK(await([&] { return room.names() == QStringList{u"Cedar"_s, u"Birch"_s, u"Amber"_s}; }));
}

TEST_CASE("The arrow of the order is there before anybody sorts", "[ui]")
{
    ListRoom room;
    CHECK(room.view()->horizontalHeader()->sortIndicatorSection() == room.column(u"name"));
    CHECK(room.view()->horizontalHeader()->sortIndicatorOrder() == Qt::AscendingOrder);
}

TEST_CASE("A list in the order of what is due shows no arrow at a column that has another", "[ui]")
{
    ListRoom room;
    delete room.page;
    room.page = new ListPage(room.given.context, EntityKind::Activity);
    room.window.setCentralWidget(room.page);
    CHECK(room.column(u"deal") > 0);
    CHECK(room.view()->horizontalHeader()->sortIndicatorSection() < 0);
}

TEST_CASE(
    "The list of activities says what is overdue, what comes next and what is done, until somebody groups it otherwise",
    "[ui]")
{
    ListRoom room;
    const Instant now = room.book.workspace().now();
    const auto add = [&](const QString &subject, ActivityState state, int days) {
        room.book.add(Activity{.kind = ActivityKind::Call,
                               .state = state,
                               .subject = subject,
                               .at = {now.ms + days * qint64(86'400'000)},
                               .owner = {1}});
    };
    add(u"Rung up"_s, ActivityState::Done, -3);
    add(u"Ring back"_s, ActivityState::Planned, -2);
    add(u"Ring again"_s, ActivityState::Planned, 2);
    const auto reopen = [&] {
        delete room.page;
        room.page = new ListPage(room.given.context, EntityKind::Activity);
        room.window.setCentralWidget(room.page);
    };
    const auto rows = [&] {
        QStringList all;
        for (int row = 0; row < room.model().rowCount(); ++row) {
            const app::GroupHead *head = room.model().headAt(row);
            all += head ? room.model().nameOf(*head).toUpper()
                        : room.model().index(row, room.column(u"subject")).data().toString();
        }
        return all;
    };
    reopen();
    CHECK(await([&] {
        return rows() == QStringList{u"OVERDUE"_s,    u"Ring back"_s,         u"NEXT"_s,
                                     u"Ring again"_s, u"DONE OR CANCELLED"_s, u"Rung up"_s};
    }));
    room.view()->setCurrentIndex(room.model().index(1, room.column(u"at")));
    room.page->groups().toggle();
    CHECK(room.model().grouping()->span == GroupSpan::Month);
    room.page->groups().toggle();
    const QStringList plain{u"Ring back"_s, u"Ring again"_s, u"Rung up"_s};
    CHECK(await([&] { return rows() == plain; }));
    reopen(); // and it stays so
    CHECK(await([&] { return rows() == plain; }));
    room.view()->setCurrentIndex(room.model().index(0, room.column(u"at")));
    room.page->groups().toggle();
    CHECK(room.model().grouping() == groupingByDue(EntityKind::Activity));
}

TEST_CASE("Activities cannot be sorted by whom they are with, and their list can be saved as a view", "[ui]")
{
    ListRoom room;
    delete room.page;
    room.page = new ListPage(room.given.context, EntityKind::Activity);
    room.window.setCentralWidget(room.page);
    room.view()->sortByColumn(room.column(u"subject"), Qt::AscendingOrder);
    CHECK(room.page->arrangement()->sort == u"subject"_s);
    for (const QStringView names : {u"with", u"deal"}) {
        room.view()->sortByColumn(room.column(names), Qt::DescendingOrder);
        CHECK(room.page->arrangement()->sort.isEmpty());
        CHECK(await([&] { return room.view()->horizontalHeader()->sortIndicatorSection() < 0; }));
    }
}

TEST_CASE("An amount is shown in another wording rather than cut", "[ui]")
{
    ListRoom room;
    Deal deal = room.load(room.amber);
    const Deal before = deal;
    deal.amount = 123'456'789;
    room.book.commit({Sentence::verbatim(u"Change"_s), {update(before, deal)}});
    REQUIRE(await([&] { return room.text(room.amber, u"amount") == u"€1,234,567.89"_s; }));
    CHECK(room.model().wordingsOf(room.cell(room.amber, u"amount"))
          == QStringList{u"€1,234,567.89"_s, u"€1,234,568"_s, u"€1.23 M"_s, u"€1.2 M"_s});
    const int column = room.column(u"amount");
    room.view()->setColumnWidth(column, 5); // dragged narrower than any figure
    CHECK(room.view()->columnWidth(column) >= room.view()->leastWidthOfColumn(column));
    CHECK(room.view()->leastWidthOfColumn(column) > 40);
}

TEST_CASE("A figure half below the held column is shown in another wording, not in half", "[ui]")
{
    ListRoom room;
    room.window.setLayoutDirection(GENERATE(Qt::LeftToRight, Qt::RightToLeft));
    room.window.resize(600, 400);
    ListView &view = *room.view();
    REQUIRE(await([&] { return view.horizontalScrollBar()->maximum() > 100; }));
    room.choose(room.cedar, u"name"); // no ring and no selection in the row that is looked at
    const QModelIndex cell = room.cell(room.amber, u"amount");
    view.horizontalScrollBar()->setValue(view.columnViewportPosition(cell.column()));
    view.scrollTo(cell);
    const auto picture = [&](const QRect &place) { return view.viewport()->grab(place).toImage(); };
    const QRect whole = view.visualRect(cell);
    REQUIRE(view.partInSight(cell, whole) == whole);
    const QImage before = picture(whole);
    const int hidden = whole.width() / 2;
    view.horizontalScrollBar()->setValue(view.horizontalScrollBar()->value() + hidden
                                         + (view.isRightToLeft()
                                                ? view.pinnedRect().left() - whole.right() - 1
                                                : whole.left() - view.pinnedRect().right() - 1));
    const QRect part = view.partInSight(cell, view.visualRect(cell));
    REQUIRE(part.width() == whole.width() - hidden);
    const QRect same = part.translated(whole.topLeft() - view.visualRect(cell).topLeft());
    CHECK(picture(part) != before.copy(same.translated(-whole.topLeft())));
}

TEST_CASE("An amount stands on one line with the rest of its row, also where the lower edge cuts the row",
          "[ui]")
{
    ListRoom room;
    const ListView &view = *room.view();
    const QModelIndex cell = room.cell(room.amber, u"amount");
    QRect cut = view.visualRect(cell);
    cut.moveBottom(view.viewport()->rect().bottom() + cut.height() / 2);
    const QRect part = view.partInSight(cell, cut);
    CHECK(part.top() == cut.top());
    CHECK(part.bottom() == cut.bottom());
}

TEST_CASE("Rows are as high as the settings say", "[ui]")
{
    ListRoom room;
    const int normal = room.view()->rowHeight(0);
    room.settings.change(app::setting::density, app::Density::Roomy);
    CHECK(room.view()->rowHeight(0) > normal);
    room.settings.change(app::setting::density, app::Density::Compact);
    CHECK(room.view()->rowHeight(0) < normal);
}
