// SPDX-License-Identifier: GPL-3.0-or-later
// How cards look: their heights, what fades, and what is said of the mark.
#include "ui/board/carddelegate.h"

#include "app/edits/recordedits.h"
#include "domain/records/activity.h"
#include "ui/board/boarddesk.h"

#include <QImage>

#include <cstdlib>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// A deal of which only the name is known; at the top of the first stage.
DealId addNamed(Desk &desk, const QString &name)
{
    Row row = desk.page->presetOf(EntityKind::Deal);
    const EntityInfo &info = entityInfo(EntityKind::Deal);
    row[size_t(info.indexOf(u"name"))] = name;
    row[size_t(info.indexOf(u"stage_id"))] = desk.book.qualified.value;
    DealId added;
    app::createRecord(*desk.workspace, desk.page, EntityKind::Deal, row, [&](const Result<ChangeSet> &set) {
        added = {app::createdIn(valueOf(set), EntityKind::Deal).id};
    });
    REQUIRE(await([&] { return added && desk.names(desk.book.qualified).contains(name); }));
    return added;
}

int heightOf(const Desk &desk, DealId deal)
{
    return desk.list(desk.book.qualified).cardRect(deal).height() + CardDelegate::gap();
}

// How far the pixels of the card are from the ground of the window, added up.
qint64 inkOf(Desk &desk, DealId deal)
{
    const QWidget *cards = desk.list(desk.book.qualified).viewport();
    const QRect place = desk.list(desk.book.qualified).cardRect(deal);
    const QImage picture =
        desk.window.grab({cards->mapTo(&desk.window, place.topLeft()), place.size()}).toImage();
    const int ground = qGray(desk.window.palette().color(QPalette::Window).rgb());
    qint64 ink = 0;
    for (int y = 0; y < picture.height(); ++y) {
        for (int x = 0; x < picture.width(); ++x)
            ink += std::abs(qGray(picture.pixel(x, y)) - ground);
    }
    return ink;
}

int rowHeightOf(const Desk &desk)
{
    return desk.page->findChild<CardDelegate *>()->rowHeight();
}

} // namespace

TEST_CASE("A card of which only the name is known needs two lines, the others keep their height", "[ui]")
{
    Desk desk;
    const DealId brief = addNamed(desk, u"Asked at the fair"_s);
    REQUIRE(await([&] { return heightOf(desk, brief) == CardDelegate::briefHeight(); }));
    CHECK(CardDelegate::briefHeight() >= 58);
    CHECK(CardDelegate::briefHeight() <= 66);
    CHECK(rowHeightOf(desk) > CardDelegate::briefHeight() + 20);
    CHECK(heightOf(desk, desk.book.renewal) == rowHeightOf(desk));
    CHECK(heightOf(desk, desk.book.fans) == rowHeightOf(desk)); // no amount, but a day
    SECTION("cards are dropped between them where the line shows it")
    {
        CardList &list = desk.list(desk.book.qualified);
        for (int row = 0; row < list.model()->rowCount(); ++row) {
            const QRect card = list.visualRect(list.model()->index(row, 0));
            CHECK(list.dropRow(card.topLeft() + QPoint(20, 3)) == row);
            CHECK(list.dropRow(card.bottomLeft() + QPoint(20, -3)) == row + 1);
        }
        CHECK(list.dropRow({20, list.viewport()->height() - 5}) == list.model()->rowCount());
    }
    SECTION("once more is known it is as high as the others")
    {
        const int amount = entityInfo(EntityKind::Deal).indexOf(u"amount");
        app::saveFields(*desk.workspace, desk.page, {EntityKind::Deal, brief.value},
                        {{amount, Value(), qint64(900'00)}}, [](const Result<ChangeSet> &) {});
        CHECK(await([&] { return heightOf(desk, brief) == rowHeightOf(desk); }));
    }
}

TEST_CASE("A card that the mouse carries fades at its old place until it is dropped", "[ui]")
{
    Desk desk;
    CardList &list = desk.list(desk.book.qualified);
    auto *delegate = qobject_cast<CardDelegate *>(list.itemDelegate());
    REQUIRE(delegate);
    REQUIRE(await([&] { return desk.page->board().card(desk.book.pump) != nullptr; }));
    const qint64 before = inkOf(desk, desk.book.renewal);
    const qint64 beside = inkOf(desk, desk.book.pump);
    delegate->fade({desk.book.renewal});
    CHECK(inkOf(desk, desk.book.renewal) < before * 7 / 10);
    CHECK(inkOf(desk, desk.book.pump) == beside);
    delegate->fade({});
    CHECK(inkOf(desk, desk.book.renewal) == before);
}

TEST_CASE("The tool tip of a card says its mark in words, and what is planned", "[ui]")
{
    Desk desk;
    LoggedActivity call{.activity = {.kind = ActivityKind::Call,
                                     .state = ActivityState::Planned,
                                     .subject = u"Follow up"_s,
                                     .at = {boardNoon().ms - qint64(4) * 86'400'000},
                                     .timeZone = u"UTC"_s},
                        .links = {{EntityKind::Deal, desk.book.renewal.value}}};
    app::logActivity(*desk.workspace, desk.page, call, [](const Result<ChangeSet> &set) { valueOf(set); });
    const auto tip = [&](DealId deal) {
        CardList &list = desk.list(desk.book.qualified);
        const int row = desk.page->board().cards(0).rowOf(deal);
        return list.model()->index(row, 0).data(Qt::ToolTipRole).toString();
    };
    CHECK(await([&] { return tip(desk.book.renewal).contains(u"▲ Overdue since 19 Nov: Follow up"_s); }));
    CHECK(tip(desk.book.pump).contains(u"◇ No next step"_s));
    CardList &list = desk.list(desk.book.qualified);
    const QPoint place = list.cardRect(desk.book.renewal).center();
    QHelpEvent hover(QEvent::ToolTip, place, list.viewport()->mapToGlobal(place));
    QApplication::sendEvent(list.viewport(), &hover);
    CHECK(await([&] { return tip(desk.book.renewal).contains(u"▲ Overdue since 19 Nov: Follow up"_s); }));
}
