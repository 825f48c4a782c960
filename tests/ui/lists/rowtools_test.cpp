// SPDX-License-Identifier: GPL-3.0-or-later
// What the row under the mouse offers at its end.
#include "ui/lists/rowtools.h"

#include "domain/records/activity.h"
#include "ui/buttons.h"
#include "ui/lists/listgroups.h"
#include "ui/lists/listroom.h"

#include <QMenu>
#include <QScrollBar>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct ToolRoom : ListRoom {
    RowTools &tools() const
    {
        auto *found = view()->findChild<RowTools *>();
        REQUIRE(found);
        return *found;
    }
    void hover(int row) const
    {
        QWidget &viewport = *view()->viewport();
        const QPointF place(40, view()->rowViewportPosition(row) + view()->rowHeight(row) / 2.0);
        QMouseEvent move(QEvent::MouseMove, place, viewport.mapToGlobal(place), Qt::NoButton, Qt::NoButton,
                         Qt::NoModifier);
        QApplication::sendEvent(&viewport, &move);
    }
    void hover(DealId deal) const { hover(model().rowOf(deal.value)); }
    FlatButton *tool(const QString &name) const { return findButton(tools(), name); }
};

} // namespace

TEST_CASE("The row under the mouse offers a call at its end, and it means that row, whatever is chosen",
          "[ui]")
{
    ToolRoom room;
    room.choose({room.amber});
    CHECK_FALSE(room.tools().isVisible());
    room.hover(room.birch);
    REQUIRE(room.tools().isVisible());
    CHECK(room.tools().y() == room.view()->rowViewportPosition(room.model().rowOf(room.birch.value)));
    CHECK(room.tools().geometry().right() == room.view()->viewport()->rect().right());
    std::vector<EntityRef> called;
    std::vector<EntityRef> shown;
    QObject::connect(room.page, &BookPage::callWanted, room.page,
                     [&](const EntityRef &record) { called.push_back(record); });
    QObject::connect(room.page, &BookPage::selected, room.page,
                     [&](const EntityRef &record) { shown.push_back(record); });
    QTest::mouseClick(room.tool(u"Log a call"_s), Qt::LeftButton);
    const EntityRef birch{EntityKind::Deal, room.birch.value};
    CHECK(called == std::vector<EntityRef>{birch});
    CHECK(shown == std::vector<EntityRef>{birch});
    CHECK(room.page->selection() == std::vector<EntityRef>{birch});
}

TEST_CASE("Only a row with something planned can be marked done at its end", "[ui]")
{
    ToolRoom room;
    const ActivityId call = room.book.add(Activity{.kind = ActivityKind::Call,
                                                   .state = ActivityState::Planned,
                                                   .subject = u"Ring"_s,
                                                   .at = room.book.workspace().now()});
    room.book.add(
        ActivityLink{.activity = call, .recordKind = EntityKind::Deal, .recordId = room.birch.value});
    const auto isRead = [&](DealId deal) { return room.model().rowAt(room.model().rowOf(deal.value)); };
    const int next = entityInfo(EntityKind::Deal).indexOf(u"next_activity");
    REQUIRE(
        await([&] { return isRead(room.birch) && !isNull(isRead(room.birch)->record.row[size_t(next)]); }));
    room.hover(room.birch);
    REQUIRE(room.tools().isVisible());
    CHECK(room.tool(u"Mark as done"_s));
    room.hover(room.cedar);
    REQUIRE(room.tools().isVisible());
    CHECK_FALSE(room.tool(u"Mark as done"_s));
    room.hover(room.birch);
    std::vector<EntityRef> done;
    QObject::connect(room.page, &BookPage::doneWanted, room.page,
                     [&](const EntityRef &record) { done.push_back(record); });
    QTest::mouseClick(room.tool(u"Mark as done"_s), Qt::LeftButton);
    CHECK(done == std::vector<EntityRef>{{EntityKind::Deal, room.birch.value}});
}

TEST_CASE("The menu at a row's end is that of the right button, for all rows that are chosen with it", "[ui]")
{
    ToolRoom room;
    room.choose({room.amber, room.birch});
    room.hover(room.birch);
    QTest::mouseClick(room.tool(u"More"_s), Qt::LeftButton);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    REQUIRE(menu);
    menu->close();
    CHECK(room.page->selection().size() == 2);
    room.hover(room.cedar);
    QTest::mouseClick(room.tool(u"More"_s), Qt::LeftButton);
    menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    REQUIRE(menu);
    menu->close();
    CHECK(room.page->selection() == std::vector<EntityRef>{{EntityKind::Deal, room.cedar.value}});
}

TEST_CASE("What is offered goes away while I scroll, edit or leave, and no figure stands half below it",
          "[ui]")
{
    ToolRoom room;
    room.hover(room.birch);
    REQUIRE(room.tools().isVisible());
    const QModelIndex cell = room.cell(room.birch, u"amount");
    const QRect wide(0, 0, room.view()->viewport()->width(), 20); // a cell as wide as the list
    CHECK(room.view()->partInSight(cell, wide).width() == wide.width() - room.tools().width());
    CHECK(room.view()->partInSight(room.cell(room.cedar, u"amount"), wide).width() == wide.width());
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(room.view()->viewport(), &leave);
    CHECK_FALSE(room.tools().isVisible());
    room.hover(room.birch);
    CHECK(room.tools().isVisible());
    room.view()->verticalScrollBar()->setRange(0, 10);
    room.view()->verticalScrollBar()->setValue(2);
    CHECK_FALSE(room.tools().isVisible());
    room.edit(room.birch, u"name");
    room.hover(room.cedar);
    CHECK_FALSE(room.tools().isVisible());
}

TEST_CASE("The head of a group lights up below the mouse, and offers nothing but to be folded", "[ui]")
{
    ToolRoom room;
    room.choose(room.amber, u"company_id");
    room.page->groups().toggle();
    REQUIRE(await([&] { return room.model().rowCount() == 4 && room.model().headAt(0); }));
    const QRect head = room.view()->visualRect(room.model().index(0, 0));
    const auto ground = [&] {
        const QImage image = room.view()->viewport()->grab(head).toImage();
        return image.pixel(image.width() - 3, 3);
    };
    const QRgb before = ground();
    room.hover(0);
    CHECK(ground() != before);
    CHECK_FALSE(room.tools().isVisible());
    room.hover(room.birch);
    CHECK(ground() == before);
    CHECK(room.tools().isVisible());
}
