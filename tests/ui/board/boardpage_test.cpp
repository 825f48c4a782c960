// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardpage.h"

#include "ui/board/boarddesk.h"
#include "ui/pages/filterbar.h"
#include "ui/style/theme.h"

#include <QAction>
#include <QLabel>
#include <QMenu>
#include <QScrollBar>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

TEST_CASE("I drag a deal to the next stage, between two others, and it stays there", "[ui]")
{
    Desk desk;
    CardList &offer = desk.list(desk.book.offer);
    const QRect below = offer.cardRect(desk.book.ducts);
    desk.drag({desk.book.renewal}, *offer.viewport(), below.topLeft() + QPoint(20, 4));
    CHECK(desk.names(desk.book.offer) == QStringList{u"Filters"_s, u"Renewal"_s, u"Ducts"_s});
    REQUIRE(desk.settled());
    CHECK(desk.book.names(desk.book.offer) == desk.names(desk.book.offer));
    CHECK(desk.page->current() == EntityRef{EntityKind::Deal, desk.book.renewal.value});
}

TEST_CASE("I drag a deal to the end of its own column", "[ui]")
{
    Desk desk;
    CardList &list = desk.list(desk.book.qualified);
    desk.drag({desk.book.renewal}, *list.viewport(), QPoint(30, list.viewport()->height() - 60));
    CHECK(desk.names(desk.book.qualified) == QStringList{u"Pump"_s, u"Fans"_s, u"Renewal"_s});
    REQUIRE(desk.settled());
    CHECK(desk.book.names(desk.book.qualified).last() == u"Renewal"_s);
}

TEST_CASE("Something else dragged over the board is refused", "[ui]")
{
    Desk desk;
    QMimeData text;
    text.setText(u"Renewal"_s);
    QDragEnterEvent enter({20, 20}, Qt::MoveAction, &text, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(desk.list(desk.book.offer).viewport(), &enter);
    CHECK(!enter.isAccepted());
}

TEST_CASE("By keyboard alone: Space picks a deal up, arrows carry it, Enter drops it", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_Space);
    CHECK(desk.page->summary() == u"Renewal, Acme, €12,500, picked up, column Qualified, 1 of 3"_s);
    desk.press({Qt::Key_Right, Qt::Key_Down});
    CHECK(desk.page->summary() == u"Renewal, Acme, €12,500, picked up, column Offer, 2 of 3"_s);
    CHECK(desk.totals().at(1) == u"Offer 3 EUR 4950100/2775050"_s);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.settled());
    CHECK(desk.book.names(desk.book.offer) == QStringList{u"Filters"_s, u"Renewal"_s, u"Ducts"_s});
    CHECK(QApplication::focusWidget() == &desk.list(desk.book.offer));
    CHECK(desk.page->summary().startsWith(u"5 open"_s));
}

TEST_CASE("Esc brings a carried deal back to where it was", "[ui]")
{
    Desk desk;
    const QStringList before = desk.totals();
    desk.click(desk.book.qualified, desk.book.pump);
    desk.press({Qt::Key_Space, Qt::Key_Right, Qt::Key_Right, Qt::Key_Escape});
    CHECK(desk.names(desk.book.qualified) == QStringList{u"Renewal"_s, u"Pump"_s, u"Fans"_s});
    CHECK(desk.totals() == before);
    CHECK(desk.page->current().id == desk.book.pump.value);
    CHECK(QApplication::focusWidget() == &desk.list(desk.book.qualified));
}

TEST_CASE("A click elsewhere lets go of a carried deal", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.pump);
    desk.press({Qt::Key_Space, Qt::Key_Right});
    desk.click(desk.book.offer, desk.book.filters);
    CHECK(!desk.page->board().isCarrying());
    CHECK(desk.names(desk.book.qualified).contains(u"Pump"_s));
}

TEST_CASE("Arrows walk over the board and tell which deal is looked at; Enter opens it", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press({Qt::Key_Down, Qt::Key_Right});
    CHECK(desk.page->current().id == desk.book.ducts.value);
    desk.press(Qt::Key_Home);
    REQUIRE(desk.selected.size() == 4);
    CHECK(desk.selected.back().id == desk.book.filters.value);
    CHECK(desk.list(desk.book.qualified).selectedCards().empty());
    desk.press(Qt::Key_Return);
    REQUIRE(desk.opened.size() == 1);
    CHECK(desk.opened.front() == EntityRef{EntityKind::Deal, desk.book.filters.value});
    // past an empty stage to the closed ones, and back
    desk.press(Qt::Key_Right);
    CHECK(QApplication::focusWidget() == &desk.folded(desk.book.negotiation));
    desk.press(Qt::Key_Right);
    CHECK(QApplication::focusWidget() == &desk.folded(desk.book.won));
    desk.press(Qt::Key_Left);
    CHECK(QApplication::focusWidget() == &desk.folded(desk.book.negotiation));
    desk.press(Qt::Key_Left);
    CHECK(QApplication::focusWidget() == &desk.list(desk.book.offer));
}

TEST_CASE("The card clicked last is the one that keys and commands act on, also when it was clicked before",
          "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.click(desk.book.offer, desk.book.filters);
    desk.click(desk.book.qualified, desk.book.renewal);
    const EntityRef renewal{EntityKind::Deal, desk.book.renewal.value};
    CHECK(desk.page->current() == renewal);
    CHECK(desk.page->selection() == std::vector<EntityRef>{renewal});
    CHECK(desk.list(desk.book.offer).selectedCards().empty());
    CHECK(desk.selected.back() == renewal);
    SECTION("Ctrl+Right moves it")
    {
        desk.press(Qt::Key_Right, Qt::ControlModifier);
        REQUIRE(desk.settled());
        CHECK(desk.book.names(desk.book.offer).contains(u"Renewal"_s));
        CHECK(desk.book.names(desk.book.negotiation).isEmpty());
    }
    SECTION("L asks about it")
    {
        desk.press(Qt::Key_L);
        CHECK(desk.form().findChild<QLabel *>()->text().contains(u"Renewal"_s));
    }
    SECTION("the right button means it as well")
    {
        desk.click(desk.book.offer, desk.book.filters);
        CardList &list = desk.list(desk.book.qualified);
        QTest::mouseClick(list.viewport(), Qt::RightButton, {}, list.cardRect(desk.book.renewal).center());
        CHECK(desk.selected.back() == renewal);
    }
    SECTION("Tab back to its column means it again")
    {
        desk.click(desk.book.offer, desk.book.filters);
        desk.press(Qt::Key_Backtab);
        CHECK(desk.page->selection() == std::vector<EntityRef>{renewal});
        CHECK(desk.selected.back() == renewal);
    }
}

TEST_CASE("After a deal was won, a click on the card that followed it means that card", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_W);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.settled());
    desk.click(desk.book.offer, desk.book.filters);
    desk.click(desk.book.qualified, desk.book.pump);
    CHECK(desk.page->current().id == desk.book.pump.value);
    CHECK(desk.selected.back().id == desk.book.pump.value);
}

TEST_CASE("The page given the keyboard gives it to the first deal", "[ui]")
{
    Desk desk;
    desk.page->setFocus();
    CHECK(desk.page->current().id == desk.book.renewal.value);
    CHECK(QApplication::focusWidget() == &desk.list(desk.book.qualified));
}

TEST_CASE("Three deals selected move as one, and are taken back as one", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    CHECK(desk.page->selection().size() == 3);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(desk.settled());
    CHECK(desk.names(desk.book.offer).first(3) == QStringList{u"Renewal"_s, u"Pump"_s, u"Fans"_s});
    CHECK(desk.page->selection().size() == 3);
    desk.page->board().workspace().undo();
    REQUIRE(await([&] { return desk.names(desk.book.qualified).size() == 3; }));
    REQUIRE(desk.settled());
}

TEST_CASE("What undo takes back is shown where it stands now, however far one had gone", "[ui]")
{
    Desk desk;
    desk.window.resize(560, 500);
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(desk.settled());
    CardList &first = desk.list(desk.book.qualified);
    const auto isWhole = [](const QWidget &widget) {
        return widget.visibleRegion().boundingRect().width() == widget.width();
    };
    REQUIRE(isWhole(desk.list(desk.book.negotiation)));
    REQUIRE_FALSE(isWhole(first));
    desk.workspace->undo();
    desk.workspace->undo();
    REQUIRE(desk.settled());
    CHECK(await([&] { return first.currentCard() == desk.book.renewal; }));
    CHECK(first.hasFocus());
    CHECK(isWhole(first));
}

TEST_CASE("A won column opens on a click and folds up again", "[ui]")
{
    Desk desk;
    desk.folded(desk.book.won).click();
    REQUIRE(await([&] { return desk.list(desk.book.won).model()->rowCount() == 1; }));
    REQUIRE(await([&] { return desk.names(desk.book.won) == QStringList{u"Old order"_s}; }));
    // reopened by drag
    desk.drag({desk.book.oldOrder}, desk.folded(desk.book.negotiation), {20, 20});
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(desk.book.oldOrder).status == StageType::Open);
    desk.folded(desk.book.won).click();
    CHECK(!desk.window.findChild<BoardColumnView *>(u"stage-%1"_s.arg(desk.book.won.value)));
}

TEST_CASE("A column that is opened where there is no room for it is scrolled into sight", "[ui]")
{
    Desk desk;
    desk.window.resize(700, 700); // the strip of columns is wider
    desk.folded(desk.book.won).click();
    const QWidget *column = desk.window.findChild<BoardColumnView *>(u"stage-%1"_s.arg(desk.book.won.value));
    REQUIRE(column);
    const QRect seen(column->mapTo(&desk.window, QPoint()), column->size());
    CHECK(desk.window.rect().contains(seen));
}

TEST_CASE("What I type into the filter line decides which deals are shown and counted", "[ui]")
{
    Desk desk;
    desk.page->bar()->takeFocus();
    QLineEdit *line = &desk.line();
    line->setText(u"amount:>5k"_s);
    REQUIRE(await([&] { return desk.names(desk.book.qualified) == QStringList{u"Renewal"_s}; }));
    REQUIRE(desk.settled());
    CHECK(desk.page->summary().startsWith(u"3 open"_s));
    line->setText(u"amount:>5k amount:rubbish"_s); // incomplete: the board does not change
    CHECK(desk.names(desk.book.qualified) == QStringList{u"Renewal"_s});
    line->clear();
    REQUIRE(await([&] { return desk.names(desk.book.qualified).size() == 3; }));
    CHECK(desk.page->current().id == 0);
}

TEST_CASE("The card that is looked at stays so while others come and go", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.pump);
    desk.page->board().workspace().submit(
        Edit{Sentence::verbatim(u"Deleted"_s), {remove({EntityKind::Deal, desk.book.renewal.value})}});
    REQUIRE(await([&] { return desk.names(desk.book.qualified).size() == 2; }));
    CHECK(desk.page->current().id == desk.book.pump.value);
    CHECK(desk.page->selection().size() == 1);
}

TEST_CASE("Every stage can be moved to by its name, and the menu of a card offers it", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.pump);
    REQUIRE(desk.commands.run(u"deal.moveTo.%1"_s.arg(desk.book.negotiation.value)));
    REQUIRE(desk.settled());
    CHECK(desk.names(desk.book.negotiation) == QStringList{u"Pump"_s});
    CHECK(desk.commands.conflicts().empty());
    CHECK(desk.commands.toolTip(u"deal.won") == u"Mark as won (W)"_s);
}

TEST_CASE("Every column and every card has a name for a screen reader", "[ui]")
{
    Desk desk;
    CHECK(desk.list(desk.book.offer).accessibleName() == u"Stage Offer"_s);
    CHECK(desk.folded(desk.book.won).accessibleName().startsWith(u"Won, "_s));
    for (const QWidget *each : desk.page->findChildren<QWidget *>()) {
        if (each->isVisible() && each->focusPolicy() & Qt::TabFocus
            && !qobject_cast<const QAbstractScrollArea *>(each->parent())) {
            INFO(each->metaObject()->className());
            CHECK(!each->accessibleName().isEmpty());
        }
    }
}
