// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/boardpage.h"

#include "app/drafts.h"
#include "app/settings.h"
#include "support/await.h"
#include "support/boardbook.h"
#include "ui/boardcolumn.h"
#include "ui/cardlist.h"
#include "ui/commandactions.h"
#include "ui/fact.h"
#include "ui/foldedcolumn.h"
#include "ui/stageform.h"
#include "ui/surroundings.h"
#include "ui/theme.h"

#include <QAction>
#include <QApplication>
#include <QDragEnterEvent>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QMimeData>
#include <QScrollBar>
#include <QTemporaryDir>
#include <QTest>
#include <QVBoxLayout>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// A salesperson before the board, in a window of its own.
struct Desk {
    BoardBook book;
    std::shared_ptr<app::Workspace> workspace = book.open(app::Threads::None);
    QTemporaryDir folder;
    app::Drafts drafts{folder.filePath(u"drafts.json"_s)};
    EditorSurroundings surroundings = surroundingsOf(*workspace, drafts);
    app::Settings settings{folder.filePath(u"headway.ini"_s)};
    app::Commands commands{settings};
    QWidget window;
    CommandActions actions{commands, &window};
    BoardPage *page = nullptr;
    std::vector<EntityRef> selected;
    std::vector<EntityRef> opened;
    QStringList errors;

    Desk()
    {
        page = new BoardPage(workspace, surroundings, commands, actions, &window);
        auto *layout = new QVBoxLayout(&window);
        layout->setContentsMargins(0, 0, 0, 0);
        layout->addWidget(page);
        actions.attach(app::Area::Board, page);
        QObject::connect(page, &BoardPage::selected, page,
                         [this](const EntityRef &r) { selected.push_back(r); });
        QObject::connect(page, &BoardPage::opened, page, [this](const EntityRef &r) { opened.push_back(r); });
        QObject::connect(page, &BoardPage::failed, page, [this](const Error &e) { errors += e.text; });
        window.resize(1200, 700);
        window.show();
        window.activateWindow();
        REQUIRE(await([this] { return page->board().isLoaded() && window.isActiveWindow(); }));
        actions.refresh();
    }
    ~Desk() { delete page; }

    CardList &list(StageId stage) const
    {
        return *window.findChild<BoardColumn *>(u"stage-%1"_s.arg(stage.value))->findChild<CardList *>();
    }
    FoldedColumn &folded(StageId stage) const
    {
        return *window.findChild<FoldedColumn *>(u"folded-%1"_s.arg(stage.value));
    }
    StageForm &form() const { return *window.findChild<StageForm *>(); }

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        QTest::keyClick(QApplication::focusWidget() ? QApplication::focusWidget() : &window, key, modifiers);
    }
    void press(std::initializer_list<Qt::Key> keys)
    {
        for (const Qt::Key key : keys)
            press(key);
    }
    // The line that has the keyboard.
    static QLineEdit &line()
    {
        auto *line = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        REQUIRE(line);
        return *line;
    }
    void click(StageId stage, DealId deal)
    {
        QTest::mouseClick(list(stage).viewport(), Qt::LeftButton, {}, list(stage).cardRect(deal).center());
    }
    QStringList names(StageId stage) const
    {
        QStringList names;
        const QAbstractItemModel *model = list(stage).model();
        for (int row = 0; row < model->rowCount(); ++row)
            names += model->index(row, 0).data().toString();
        return names;
    }
    // What a mouse does to a viewport between taking a card and letting go of it.
    void drag(const std::vector<DealId> &deals, QWidget &target, QPoint to)
    {
        const std::unique_ptr<QMimeData> data(page->board().mimeOf(deals));
        QDragEnterEvent enter(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &enter);
        REQUIRE(enter.isAccepted());
        QDragMoveEvent move(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &move);
        QDropEvent drop(to, Qt::MoveAction, data.get(), Qt::LeftButton, Qt::NoModifier);
        QApplication::sendEvent(&target, &drop);
    }
    // As somebody sets it in the settings meanwhile.
    void needOnEntry(StageId stage, const QString &fields)
    {
        const int field = entityInfo(EntityKind::Stage).indexOf(u"required_fields");
        app::saveFields(*workspace, page, {EntityKind::Stage, stage.value}, {{field, u""_s, fields}},
                        [](const Result<ChangeSet> &) {});
        const auto &board = page->board();
        REQUIRE(await([&] { return board.column(board.indexOf(stage)).stage.required == fields; }));
    }
    bool settled()
    {
        return await([this] { return totals() == book.totals(page->board().filter()) && isStill(); });
    }
    bool isStill() const
    {
        for (const DealId deal :
             {book.renewal, book.pump, book.fans, book.filters, book.ducts, book.oldOrder}) {
            if (page->board().isMoving(deal))
                return false;
        }
        return true;
    }
    QStringList totals() const
    {
        QStringList lines;
        for (int i = 0; i < page->board().columnCount(); ++i) {
            const auto &column = page->board().column(i);
            QString line = column.stage.name + u' ' + QString::number(column.count);
            for (const auto &sum : column.sums)
                line += u" %1 %2/%3"_s.arg(sum.currency).arg(sum.minor).arg(sum.weighted);
            lines += line;
        }
        return lines;
    }
};

} // namespace

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
    CHECK(desk.list(desk.book.qualified).selectedDeals().empty());
    desk.press(Qt::Key_Return);
    REQUIRE(desk.opened.size() == 1);
    CHECK(desk.opened.front() == EntityRef{EntityKind::Deal, desk.book.filters.value});
    // on past an empty column to the folded ones, and back
    desk.press(Qt::Key_Right);
    CHECK(QApplication::focusWidget() == &desk.list(desk.book.negotiation));
    desk.press(Qt::Key_Right);
    CHECK(QApplication::focusWidget() == &desk.folded(desk.book.won));
    desk.press(Qt::Key_Left);
    CHECK(QApplication::focusWidget() == &desk.list(desk.book.negotiation));
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

TEST_CASE("W asks when it was won; Enter confirms, and the deal counts as won", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_W);
    REQUIRE(desk.form().isVisible());
    CHECK(!desk.form().findChild<QListWidget *>()->isVisible());
    desk.form().findChild<QLineEdit *>(u"closed-on"_s)->setText(u"yesterday"_s);
    desk.form().findChild<QLineEdit *>(u"note"_s)->setText(u"By handshake"_s);
    desk.press(Qt::Key_Return);
    CHECK(!desk.form().isVisible());
    CHECK(desk.names(desk.book.qualified) == QStringList{u"Pump"_s, u"Fans"_s});
    REQUIRE(desk.settled());
    const Deal deal = desk.book.loadDeal(desk.book.renewal);
    CHECK(deal.status == StageType::Won);
    CHECK(deal.closedOn == boardDay.addDays(-1));
    CHECK(deal.closeNote == u"By handshake"_s);
    CHECK(desk.page->current().id == desk.book.pump.value); // and on with the next one
}

TEST_CASE("A stage that needs an amount asks for it in a small form, and Esc leaves the deal where it was",
          "[ui]")
{
    Desk desk;
    desk.needOnEntry(desk.book.offer, u"amount expected_close"_s);
    desk.click(desk.book.qualified, desk.book.pump);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK_FALSE(desk.window.findChild<StageForm *>()); // this one says all that is needed
    desk.click(desk.book.qualified, desk.book.fans);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(desk.form().isVisible());
    CHECK(desk.form().findChildren<Fact *>().size() == 1);
    CHECK(!desk.form().findChild<QLineEdit *>(u"closed-on"_s)->isVisible());
    desk.press(Qt::Key_Return);
    CHECK(desk.form().said() == u"“Offer” asks for it: Amount."_s);
    desk.press(Qt::Key_Escape);
    CHECK(!desk.form().isVisible());
    CHECK(desk.names(desk.book.qualified).contains(u"Fans"_s));

    desk.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(desk.form().isVisible());
    QTest::keyClicks(QApplication::focusWidget(), u"9/0"_s);
    desk.press(Qt::Key_Return);
    CHECK(desk.form().isVisible()); // that is no amount; the sentence stands in the form
    CHECK(!desk.form().said().isEmpty());
    desk.line().setText(u"900"_s);
    desk.press(Qt::Key_Return);
    CHECK(!desk.form().isVisible());
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(desk.book.fans).stage == desk.book.offer);
    CHECK(desk.book.loadDeal(desk.book.fans).amount == 900'00);
}

TEST_CASE("Of two deals only the one that leaves it open gets what is typed", "[ui]")
{
    Desk desk;
    desk.needOnEntry(desk.book.offer, u"amount"_s);
    desk.click(desk.book.qualified, desk.book.pump);
    QTest::mouseClick(desk.list(desk.book.qualified).viewport(), Qt::LeftButton, Qt::ControlModifier,
                      desk.list(desk.book.qualified).cardRect(desk.book.fans).center());
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(desk.form().isVisible());
    CHECK(desk.line().text().isEmpty()); // not what the other one has
    desk.line().setText(u"900"_s);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(desk.book.fans).amount == 900'00);
    CHECK(desk.book.loadDeal(desk.book.pump).amount == 800'00);
}

TEST_CASE("Tab goes through all that a lost deal is asked for, and comes to its end", "[ui]")
{
    Desk desk;
    desk.needOnEntry(desk.book.lost, u"amount competitor"_s);
    desk.click(desk.book.qualified, desk.book.fans);
    desk.press(Qt::Key_L);
    REQUIRE(desk.form().isVisible());
    QTest::keyClicks(QApplication::focusWidget(), u"900"_s);
    desk.press(Qt::Key_Tab);
    QTest::keyClicks(QApplication::focusWidget(), u"Rival"_s);
    desk.press(Qt::Key_Tab); // the day stays today
    desk.press({Qt::Key_Tab, Qt::Key_1, Qt::Key_Tab});
    QTest::keyClicks(QApplication::focusWidget(), u"Too dear"_s);
    desk.press({Qt::Key_Tab, Qt::Key_Tab, Qt::Key_Space}); // past Cancel
    REQUIRE(desk.settled());
    const Deal deal = desk.book.loadDeal(desk.book.fans);
    CHECK(deal.status == StageType::Lost);
    CHECK(deal.amount == 900'00);
    CHECK(deal.competitor == u"Rival"_s);
    CHECK(deal.lostReason == desk.book.price);
    CHECK(deal.closeNote == u"Too dear"_s);

    // And the plain question again, in its own order.
    desk.click(desk.book.qualified, desk.book.pump);
    desk.press({Qt::Key_W, Qt::Key_Tab, Qt::Key_Tab}); // past what it was sold for
    QTest::keyClicks(QApplication::focusWidget(), u"Service"_s);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(desk.book.pump).closeNote == u"Service"_s);
}

TEST_CASE("What was typed about a deal that could not be closed stands there again", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.pump);
    desk.press({Qt::Key_W, Qt::Key_Tab});
    desk.line().selectAll();
    QTest::keyClicks(&desk.line(), u"450"_s);
    desk.press(Qt::Key_Tab);
    QTest::keyClicks(&desk.line(), u"Service beats price"_s);
    const Deal before = desk.book.loadDeal(desk.book.pump);
    Deal dearer = before;
    dearer.amount = 900'00;
    desk.book.book.commit({u"Somebody else"_s, {update(before, dearer)}});
    desk.press(Qt::Key_Return);
    REQUIRE(await([&] { return desk.form().isVisible() && !desk.form().said().isEmpty(); }));
    CHECK(desk.book.loadDeal(desk.book.pump).status == StageType::Open);
    CHECK(desk.line().text() == u"Service beats price"_s);
    CHECK(desk.errors.size() == 1);
    desk.press(Qt::Key_Return); // for what the deal says by now
    REQUIRE(desk.settled());
    const Deal won = desk.book.loadDeal(desk.book.pump);
    CHECK(won.status == StageType::Won);
    CHECK(won.amount == 900'00);
    CHECK(won.closeNote == u"Service beats price"_s);
    CHECK_FALSE(desk.form().isVisible());
}

TEST_CASE("What was typed about a closing is there again after the window was closed, until it is cancelled",
          "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.pump);
    desk.press({Qt::Key_W, Qt::Key_Tab});
    desk.line().selectAll();
    QTest::keyClicks(&desk.line(), u"450"_s);
    desk.press(Qt::Key_Tab);
    QTest::keyClicks(&desk.line(), u"Service beats price"_s);
    delete desk.page;
    desk.page = new BoardPage(desk.workspace, desk.surroundings, desk.commands, desk.actions, &desk.window);
    desk.window.layout()->addWidget(desk.page);
    desk.actions.attach(app::Area::Board, desk.page);
    REQUIRE(await([&] { return desk.page->board().isLoaded(); }));
    desk.actions.refresh();

    desk.click(desk.book.qualified, desk.book.pump);
    desk.press({Qt::Key_W, Qt::Key_Tab});
    CHECK(desk.line().text() == u"450"_s);
    desk.press(Qt::Key_Tab);
    CHECK(desk.line().text() == u"Service beats price"_s);
    desk.press(Qt::Key_Escape);
    desk.press({Qt::Key_W, Qt::Key_Tab, Qt::Key_Tab});
    CHECK(desk.line().text().isEmpty());
    CHECK(desk.drafts.keys().isEmpty());
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
    CHECK(await([&] { return first.currentDeal() == desk.book.renewal; }));
    CHECK(first.hasFocus());
    CHECK(isWhole(first));
}

TEST_CASE("A deal is won for its final value, and its renewal planned in the same step", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.pump);
    desk.press({Qt::Key_W, Qt::Key_Tab});
    auto *value = qobject_cast<QLineEdit *>(QApplication::focusWidget());
    REQUIRE(value);
    value->selectAll();
    QTest::keyClicks(value, u"dear"_s);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.form().isVisible()); // and says what is wrong
    CHECK_FALSE(desk.form().said().isEmpty());
    value->selectAll();
    QTest::keyClicks(value, u"450"_s);
    auto *renewal = desk.form().findChild<QLineEdit *>(u"renewal"_s);
    renewal->setFocus();
    QTest::keyClicks(renewal, u"soon"_s);
    desk.press(Qt::Key_Return);
    CHECK(desk.form().said() == u"In how many months, 1 to 120? “soon” is none."_s);
    renewal->clear();
    QTest::keyClicks(renewal, u"12"_s);
    CHECK(desk.form().said().startsWith(u"A new deal, expected on "_s));
    desk.press(Qt::Key_Return);
    REQUIRE(desk.settled());
    const Deal won = desk.book.loadDeal(desk.book.pump);
    CHECK(won.status == StageType::Won);
    CHECK(won.amount == 450'00);
    CHECK(await([&] { return desk.names(desk.book.qualified).filter(u" – renewal "_s).size() == 1; }));
    desk.workspace->undo();
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(desk.book.pump).status == StageType::Open);
    CHECK(desk.names(desk.book.qualified).filter(u" – renewal "_s).isEmpty());
}

TEST_CASE("Won asks at once for what it needs and when it was won", "[ui]")
{
    Desk desk;
    desk.needOnEntry(desk.book.won, u"amount"_s);
    desk.click(desk.book.qualified, desk.book.fans);
    desk.press(Qt::Key_W);
    REQUIRE(desk.form().isVisible());
    desk.line().setText(u"much"_s);
    desk.form().findChild<QLineEdit *>(u"closed-on"_s)->setText(u"yesterday"_s);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.form().isVisible());
    desk.line().setText(u"1200"_s);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.settled());
    const Deal deal = desk.book.loadDeal(desk.book.fans);
    CHECK(deal.status == StageType::Won);
    CHECK(deal.amount == 1'200'00);
    CHECK(deal.closedOn == boardDay.addDays(-1));
}

TEST_CASE("L asks why it was lost; a digit gives the reason, Esc leaves the deal where it is", "[ui]")
{
    Desk desk;
    desk.click(desk.book.offer, desk.book.filters);
    desk.press(Qt::Key_L);
    REQUIRE(desk.form().isVisible());
    desk.press(Qt::Key_Escape);
    CHECK(!desk.form().isVisible());
    CHECK(desk.names(desk.book.offer).contains(u"Filters"_s));
    CHECK(desk.book.loadDeal(desk.book.filters).status == StageType::Open);

    desk.press(Qt::Key_L);
    desk.press(Qt::Key_Return); // no reason yet
    REQUIRE(desk.form().isVisible());
    CHECK(desk.form().said().contains(u"Why was it lost?"_s));
    desk.press({Qt::Key_2, Qt::Key_Return}); // "Other" needs a note
    CHECK(desk.form().said().contains(u"note"_s));
    desk.form().findChild<QListWidget *>()->setFocus();
    desk.press({Qt::Key_1, Qt::Key_Return});
    CHECK(!desk.form().isVisible());
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(desk.book.filters).lostReason == desk.book.price);
}

TEST_CASE("An impossible closing date is refused where it stands", "[ui]")
{
    Desk desk;
    desk.click(desk.book.offer, desk.book.filters);
    desk.press(Qt::Key_W);
    desk.form().findChild<QLineEdit *>(u"closed-on"_s)->setText(u"31.2.2026"_s);
    desk.press(Qt::Key_Return);
    CHECK(desk.form().isVisible());
    CHECK(!desk.form().said().isEmpty());
    CHECK(QApplication::focusWidget() == desk.form().findChild<QLineEdit *>(u"closed-on"_s));
    desk.press(Qt::Key_Escape);
}

TEST_CASE("A deal dropped on the folded Lost column asks first and goes back on Esc", "[ui]")
{
    Desk desk;
    const QStringList before = desk.totals();
    desk.drag({desk.book.renewal}, desk.folded(desk.book.lost), {20, 40});
    REQUIRE(desk.form().isVisible());
    CHECK(desk.names(desk.book.qualified) == QStringList{u"Pump"_s, u"Fans"_s});
    desk.press(Qt::Key_Escape);
    CHECK(desk.names(desk.book.qualified) == QStringList{u"Renewal"_s, u"Pump"_s, u"Fans"_s});
    CHECK(desk.totals() == before);
    REQUIRE(desk.settled());
}

TEST_CASE("A won column opens on a click and folds up again", "[ui]")
{
    Desk desk;
    desk.folded(desk.book.won).click();
    REQUIRE(await([&] { return desk.list(desk.book.won).model()->rowCount() == 1; }));
    REQUIRE(await([&] { return desk.names(desk.book.won) == QStringList{u"Old order"_s}; }));
    // reopened by drag
    desk.drag({desk.book.oldOrder}, *desk.list(desk.book.negotiation).viewport(), {20, 20});
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(desk.book.oldOrder).status == StageType::Open);
    desk.folded(desk.book.won).click();
    CHECK(!desk.window.findChild<BoardColumn *>(u"stage-%1"_s.arg(desk.book.won.value)));
}

TEST_CASE("What I type into the filter line decides which deals are shown and counted", "[ui]")
{
    Desk desk;
    auto *line = desk.page->findChild<QLineEdit *>(u"filter"_s);
    line->setText(u"amount:>5k"_s);
    REQUIRE(await([&] { return desk.names(desk.book.qualified) == QStringList{u"Renewal"_s}; }));
    REQUIRE(desk.settled());
    CHECK(desk.page->summary().startsWith(u"3 open"_s));
    line->setText(u"amount:>5k amount:rubbish"_s); // half typed: the board stays
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
        Edit{u"Deleted"_s, {remove({EntityKind::Deal, desk.book.renewal.value})}});
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
