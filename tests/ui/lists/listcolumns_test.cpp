// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listcolumns.h"

#include "ui/lists/listroom.h"

#include <QHeaderView>
#include <QMenu>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

QStringList headings(const ListRoom &room)
{
    QStringList all;
    const QHeaderView &header = *room.view()->horizontalHeader();
    for (int i = 0; i < header.count(); ++i)
        all += room.model().headerData(header.logicalIndex(i), Qt::Horizontal, Qt::DisplayRole).toString();
    return all;
}

QMenu *openedMenu(const ListRoom &room)
{
    room.page->columns().openMenu();
    auto *menu = room.view()->findChild<QMenu *>();
    REQUIRE(menu);
    return menu;
}

void pick(QMenu &menu, const QString &text)
{
    for (QAction *action : menu.actions()) {
        if (action->text().remove(u'&') != text)
            continue;
        QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(action).center());
        return;
    }
    FAIL("no " << text.toStdString());
}

} // namespace

TEST_CASE("Columns are switched on and off in a menu that stays open, and are there tomorrow", "[ui]")
{
    ListRoom room;
    QMenu *menu = openedMenu(room);
    pick(*menu, u"Contact"_s);
    pick(*menu, u"Weighted"_s);
    CHECK(menu->isVisible());
    CHECK(headings(room).back() == u"Contact"_s);
    CHECK_FALSE(headings(room).contains(u"Weighted"_s));
    const QStringList before = headings(room);
    menu->close();
    room.openPage();
    CHECK(headings(room) == before);
}

TEST_CASE("The last column cannot be switched off", "[ui]")
{
    ListRoom room;
    room.model().setColumns(app::columnsNamed(EntityKind::Deal, {u"name"_s}));
    QMenu *menu = openedMenu(room);
    pick(*menu, u"Name"_s);
    CHECK(headings(room) == QStringList{u"Name"_s});
}

TEST_CASE("A heading dragged to another place stays there, with the rows that were chosen", "[ui]")
{
    ListRoom room;
    room.choose({room.amber, room.cedar});
    room.view()->horizontalHeader()->moveSection(room.column(u"amount"), 0);
    CHECK(await([&] { return room.column(u"amount") == 0; }));
    CHECK(headings(room).front() == u"Amount"_s);
    CHECK(room.page->selection()
          == std::vector<EntityRef>{{EntityKind::Deal, room.amber.value},
                                    {EntityKind::Deal, room.cedar.value}});
    CHECK(room.page->current() == EntityRef{EntityKind::Deal, room.cedar.value});
    room.openPage();
    CHECK(headings(room).front() == u"Amount"_s);
}

TEST_CASE("The keyboard moves and widens the column it is in", "[ui]")
{
    ListRoom room;
    room.choose(room.birch, u"company_id");
    const int width = room.view()->columnWidth(room.column(u"company_id"));
    room.page->columns().moveCurrent(ListColumns::Direction::Right);
    CHECK(headings(room).mid(0, 3) == QStringList{u"Name"_s, u"Stage"_s, u"Company"_s});
    CHECK(room.view()->currentIndex() == room.cell(room.birch, u"company_id"));
    room.page->columns().resizeCurrent(ListColumns::Size::Wider);
    const int wider = room.view()->columnWidth(room.column(u"company_id"));
    CHECK(wider > width);
    room.openPage();
    CHECK(room.view()->columnWidth(room.column(u"company_id")) == wider);
}

TEST_CASE("The order of the rows stays when the columns change, and its arrow goes along", "[ui]")
{
    ListRoom room;
    room.view()->sortByColumn(room.column(u"amount"), Qt::AscendingOrder);
    CHECK(await([&] { return room.names() == QStringList{u"Birch"_s, u"Cedar"_s, u"Amber"_s}; }));
    room.choose(room.birch, u"amount");
    room.page->columns().moveCurrent(ListColumns::Direction::Left);
    CHECK(room.view()->horizontalHeader()->sortIndicatorSection() == room.column(u"amount"));
    CHECK(room.names() == QStringList{u"Birch"_s, u"Cedar"_s, u"Amber"_s});
}

TEST_CASE("Standard columns are as at the first time, widths included", "[ui]")
{
    ListRoom room;
    const QStringList before = headings(room);
    const int width = room.view()->columnWidth(room.column(u"name"));
    room.view()->setColumnWidth(room.column(u"name"), width + 90);
    QMenu *menu = openedMenu(room);
    pick(*menu, u"Type"_s);
    pick(*menu, u"Name"_s);
    room.page->columns().showStandard();
    CHECK(headings(room) == before);
    CHECK(room.view()->columnWidth(room.column(u"name")) == width);
    CHECK(room.settings.value(app::setting::columns, u"deal").isEmpty());
}

TEST_CASE("Who goes to a view and back keeps what was chosen in the list", "[ui]")
{
    ListRoom room;
    room.choose({room.amber, room.cedar});
    const std::vector<EntityRef> chosen = room.page->selection();
    REQUIRE(chosen.size() == 2);
    const QModelIndex current = room.view()->currentIndex();
    const auto isKept = [&] {
        return room.page->selection() == chosen
            && room.page->current() == EntityRef{EntityKind::Deal, room.cedar.value};
    };
    REQUIRE(isKept());
    room.page->columns().showAs(u"amount:140 competitor name"_s);
    CHECK(headings(room) == QStringList{u"Amount"_s, u"Competitor"_s, u"Name"_s});
    CHECK(isKept());
    CHECK(room.view()->currentIndex().row() == current.row());
    CHECK(room.view()->currentIndex().column() == room.column(u"name")); // the cell one was in
    room.page->columns().showOwn();
    CHECK(isKept());
    CHECK(room.view()->currentIndex() == current);
}

TEST_CASE("A column that only a view has fits what is in it, like any other", "[ui]")
{
    ListRoom shown;
    QMenu *menu = openedMenu(shown);
    pick(*menu, u"Competitor"_s);
    pick(*menu, u"Contact"_s); // the last column fills the rest
    const int width = shown.view()->columnWidth(shown.column(u"competitor"));
    menu->close();
    ListRoom room;
    room.page->columns().showAs(u"name competitor amount"_s);
    CHECK(room.view()->columnWidth(room.column(u"competitor")) == width);
}
