// SPDX-License-Identifier: GPL-3.0-or-later
// What the board folds to make room, and what stays open.
#include "app/edits/recordedits.h"
#include "app/text/plaintip.h"
#include "domain/rules/deals.h"
#include "ui/board/boarddesk.h"
#include "ui/controls/flatbutton.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QMenu>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

BoardColumnView &columnOf(const Desk &desk, StageId stage)
{
    auto *column = desk.window.findChild<BoardColumnView *>(u"stage-%1"_s.arg(stage.value));
    REQUIRE(column);
    return *column;
}

FlatButton &buttonIn(QWidget &place, const QString &name)
{
    for (FlatButton *button : place.findChildren<FlatButton *>()) {
        if (button->accessibleName() == name)
            return *button;
    }
    FAIL("no button " << name.toStdString());
    throw std::logic_error("unreachable");
}

bool isFolded(const Desk &desk, StageId stage)
{
    const auto *strip = desk.window.findChild<FoldedColumn *>(u"folded-%1"_s.arg(stage.value));
    return strip && strip->isVisible() && !columnOf(desk, stage).isVisible();
}

QMenu *menuOver(const Desk &desk, StageId stage, DealId deal)
{
    const CardList &list = desk.list(stage);
    const QPoint place = list.cardRect(deal).center();
    QContextMenuEvent click(QContextMenuEvent::Mouse, place, list.viewport()->mapToGlobal(place));
    QApplication::sendEvent(list.viewport(), &click);
    auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
    REQUIRE(menu);
    return menu;
}

// One of the menus below it; of names that are cut, the tool tip has the whole.
QAction *actionBelow(const QMenu &menu, const QString &toolTip)
{
    for (const QMenu *below : menu.findChildren<QMenu *>()) {
        for (QAction *action : below->actions()) {
            if (action->toolTip() == app::plainTip(toolTip))
                return action;
        }
    }
    FAIL("no action " << toolTip.toStdString());
    throw std::logic_error("unreachable");
}

void filterBy(Desk &desk, const QString &text)
{
    desk.page->setFilter(parseFilter(EntityKind::Deal, text, boardDay).value());
}

} // namespace

TEST_CASE("A stage without deals is a narrow strip, until a deal is dropped on it", "[ui]")
{
    Desk desk;
    REQUIRE(isFolded(desk, desk.book.negotiation));
    FoldedColumn &strip = desk.folded(desk.book.negotiation);
    CHECK(await([&] { return strip.width() == 40; })); // once it is laid out
    CHECK(strip.accessibleName() == u"Negotiation, 0 deals"_s);
    desk.drag({desk.book.renewal}, strip, {10, 10});
    CHECK_FALSE(isFolded(desk, desk.book.negotiation));
    CHECK(desk.names(desk.book.negotiation) == QStringList{u"Renewal"_s});
    REQUIRE(desk.settled());
    CHECK(desk.book.names(desk.book.negotiation) == QStringList{u"Renewal"_s});
    CHECK(desk.list(desk.book.negotiation).hasFocus());
    desk.workspace->undo();
    CHECK(await([&] { return isFolded(desk, desk.book.negotiation); }));
}

TEST_CASE("The name of a folded stage is a name: an ampersand in it makes no key", "[ui]")
{
    Desk desk;
    const int columns = desk.page->board().columnCount();
    desk.workspace->submit(
        {Sentence::verbatim(u"Add"_s),
         {create(Stage{
             .pipeline = desk.book.pipeline, .name = u"R&D fit"_s, .position = 2, .probability = 40})}});
    REQUIRE(await([&] { return desk.page->board().columnCount() == columns + 1; }));
    StageId stage;
    for (int i = 0; i <= columns; ++i) {
        if (desk.page->board().column(i).lane.name() == u"R&D fit"_s)
            stage = {desk.page->board().column(i).lane.id()};
    }
    REQUIRE(await([&] { return isFolded(desk, stage); }));
    CHECK(desk.folded(stage).shortcut().isEmpty());
    CHECK(desk.folded(stage).accessibleName() == u"R&D fit, 0 deals"_s);
}

TEST_CASE("An empty stage that I opened stays open, also in the next window, until I fold it", "[ui]")
{
    Desk desk;
    desk.settings.enterBook(u"board"_s);
    desk.folded(desk.book.negotiation).click();
    CHECK_FALSE(isFolded(desk, desk.book.negotiation));
    desk.reopen();
    CHECK_FALSE(isFolded(desk, desk.book.negotiation));
    desk.drag({desk.book.renewal}, *desk.list(desk.book.negotiation).viewport(), {20, 20});
    REQUIRE(desk.settled());
    desk.workspace->undo();
    REQUIRE(desk.settled());
    CHECK_FALSE(isFolded(desk, desk.book.negotiation));
    FlatButton &fold = buttonIn(columnOf(desk, desk.book.negotiation), u"Fold Negotiation"_s);
    REQUIRE(await([&] { return fold.isVisible(); }));
    CHECK_FALSE(buttonIn(columnOf(desk, desk.book.offer), u"Fold Offer"_s).isVisible());
    fold.click();
    CHECK(isFolded(desk, desk.book.negotiation));
    desk.reopen();
    CHECK(isFolded(desk, desk.book.negotiation));
}

TEST_CASE("A stage that loses its last deal stays open under the hand, and folds once the deal is dropped",
          "[ui]")
{
    Desk desk;
    desk.click(desk.book.offer, desk.book.filters);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.press({Qt::Key_Space, Qt::Key_Right});
    CHECK(desk.names(desk.book.negotiation) == QStringList{u"Filters"_s, u"Ducts"_s});
    QCoreApplication::processEvents();
    CHECK_FALSE(isFolded(desk, desk.book.offer));
    SECTION("dropped")
    {
        desk.press(Qt::Key_Return);
        REQUIRE(desk.settled());
        CHECK(await([&] { return isFolded(desk, desk.book.offer); }));
        CHECK(desk.list(desk.book.negotiation).hasFocus());
        CHECK(desk.page->selection().size() == 2);
    }
    SECTION("put back")
    {
        desk.press(Qt::Key_Escape);
        CHECK(await([&] { return isFolded(desk, desk.book.negotiation); }));
        CHECK_FALSE(isFolded(desk, desk.book.offer));
        CHECK(desk.list(desk.book.offer).hasFocus());
    }
}

TEST_CASE("Where the last deal of a stage was won, the keyboard stays at its place", "[ui]")
{
    Desk desk;
    desk.click(desk.book.offer, desk.book.filters);
    desk.press(Qt::Key_A, Qt::ControlModifier);
    desk.press(Qt::Key_W);
    desk.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(desk.settled());
    REQUIRE(await([&] { return isFolded(desk, desk.book.offer); }));
    CHECK(QApplication::focusWidget() == &desk.folded(desk.book.offer));
    CHECK(desk.page->selection().empty());
    desk.press(Qt::Key_Left);
    CHECK(desk.list(desk.book.qualified).hasFocus());
}

TEST_CASE("Where no stage has a deal that meets the filter, none is folded", "[ui]")
{
    Desk desk;
    filterBy(desk, u"amount:>900k"_s);
    REQUIRE(await([&] { return desk.names(desk.book.qualified).isEmpty(); }));
    REQUIRE(desk.settled());
    for (const StageId stage : {desk.book.qualified, desk.book.offer, desk.book.negotiation})
        CHECK(columnOf(desk, stage).isVisible());
    filterBy(desk, {});
    CHECK(await([&] { return isFolded(desk, desk.book.negotiation); }));
}

TEST_CASE("Won and lost are a thin rail that is wide while a deal is carried to it", "[ui]")
{
    Desk desk;
    const FoldedColumn &won = desk.folded(desk.book.won);
    REQUIRE(await([&] { return won.width() == 40 && won.height() > 250; })); // once it is laid out
    CHECK(desk.folded(desk.book.lost).height() > 250);
    CHECK(won.accessibleName() == u"Won, 1 deal, €5,000"_s);
    const int columns = columnOf(desk, desk.book.offer).width();
    SECTION("by mouse, from the beginning of the drag to its end")
    {
        Q_EMIT desk.list(desk.book.qualified).dragBegan();
        CHECK(won.width() >= 120);
        CHECK(won.mapTo(desk.page, won.rect().topRight()).x() <= desk.page->width());
        CHECK(columnOf(desk, desk.book.offer).width() == columns); // nothing moves under the mouse
        Q_EMIT desk.list(desk.book.qualified).dragEnded();
    }
    SECTION("by keyboard, while the deal is there")
    {
        desk.click(desk.book.qualified, desk.book.renewal);
        desk.press({Qt::Key_Space, Qt::Key_Right, Qt::Key_Right});
        CHECK(won.width() == 40);
        desk.press(Qt::Key_Right);
        CHECK(won.width() >= 120);
        desk.press(Qt::Key_Escape);
    }
    CHECK(won.width() == 40);
}

TEST_CASE("In a mirrored window a sum on the rail and how many more there are keep their order", "[ui]")
{
    Desk desk;
    const Stage wonStage = as<Stage>(desk.book.book.record({EntityKind::Stage, desk.book.won.value}));
    const Deal abroad{
        .name = u"From Poland"_s, .amount = 60'000'00, .currency = u"PLN"_s, .closedOn = boardDay};
    desk.workspace->submit(
        {Sentence::verbatim(u"Add"_s), createDeal(abroad, wonStage, desk.book.ana, boardNoon(), -1)});
    FoldedColumn &won = desk.folded(desk.book.won);
    REQUIRE(await([&] { return won.accessibleName().startsWith(u"Won, 2 deals"_s); }));
    REQUIRE(await([&] { return won.width() == 40 && won.height() > 250; })); // once it is laid out
    const QImage usual = won.grab().toImage();
    desk.window.setLayoutDirection(Qt::RightToLeft);
    REQUIRE(await([&] { return won.mapTo(desk.page, QPoint()).x() < desk.page->width() / 2; }));
    CHECK(won.grab().toImage() == usual); // turned text is read from above in either
}

TEST_CASE("The head of a stage stands over its cards, in a mirrored window as well", "[ui]")
{
    Desk desk;
    for (const Qt::LayoutDirection direction : {Qt::RightToLeft, Qt::LeftToRight}) {
        desk.window.setLayoutDirection(direction);
        QCoreApplication::processEvents();
        BoardColumnView &column = columnOf(desk, desk.book.offer);
        const QWidget *head = buttonIn(column, u"Add a deal in Offer"_s).parentWidget();
        const QWidget *cards = desk.list(desk.book.offer).viewport();
        CHECK(head->mapTo(&desk.window, QPoint()).x() == cards->mapTo(&desk.window, QPoint()).x());
        CHECK(head->width() == cards->width());
    }
}

TEST_CASE("The plus in a stage's head adds a deal there, and Ctrl+N where the chosen card is", "[ui]")
{
    Desk desk;
    std::vector<Row> wanted;
    QObject::connect(desk.page, &BookPage::addWanted, desk.page,
                     [&](EntityKind, const Row &preset) { wanted.push_back(preset); });
    const auto stageOf = [](const Row &row) {
        return integerOf(row[size_t(entityInfo(EntityKind::Deal).indexOf(u"stage_id"))]);
    };
    buttonIn(columnOf(desk, desk.book.offer), u"Add a deal in Offer"_s).click();
    REQUIRE(wanted.size() == 1);
    CHECK(stageOf(wanted.front()) == desk.book.offer.value);
    CHECK(stageOf(desk.page->presetOf(EntityKind::Deal)) == 0); // nothing is chosen
    desk.click(desk.book.offer, desk.book.ducts);
    CHECK(stageOf(desk.page->presetOf(EntityKind::Deal)) == desk.book.offer.value);
    desk.folded(desk.book.won).click();
    REQUIRE(await([&] { return desk.names(desk.book.won) == QStringList{u"Old order"_s}; }));
    desk.click(desk.book.won, desk.book.oldOrder);
    CHECK(stageOf(desk.page->presetOf(EntityKind::Deal)) == 0); // a won deal is not made, it is won
}

TEST_CASE("A card that is clicked again, or twice, is opened; one that is only chosen is not", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.click(desk.book.offer, desk.book.filters);
    desk.click(desk.book.qualified, desk.book.renewal);
    CHECK(desk.opened.empty());
    desk.click(desk.book.qualified, desk.book.renewal);
    CHECK(desk.opened == std::vector{EntityRef{EntityKind::Deal, desk.book.renewal.value}});
    CardList &list = desk.list(desk.book.qualified);
    QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::ControlModifier,
                      list.cardRect(desk.book.pump).center());
    QTest::mouseClick(list.viewport(), Qt::LeftButton, Qt::ControlModifier,
                      list.cardRect(desk.book.pump).center());
    CHECK(desk.opened.size() == 1);
}

TEST_CASE("The menu of the cards gives them another owner, in one step", "[ui]")
{
    Desk desk;
    UserId ben;
    app::addUser(*desk.workspace, desk.page, u"Ben"_s,
                 [&](const Result<UserId> &added) { ben = valueOf(added); });
    REQUIRE(await([&] { return desk.workspace->lookups().user(ben); }));
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_Down, Qt::ShiftModifier);
    REQUIRE(desk.page->selection().size() == 2);
    QMenu *menu = menuOver(desk, desk.book.qualified, desk.book.renewal);
    QAction *chosen = actionBelow(*menu, u"Ben"_s);
    CHECK_FALSE(chosen->isChecked());
    chosen->trigger();
    menu->close();
    REQUIRE(await([&] { return desk.book.loadDeal(desk.book.pump).owner == ben; }));
    CHECK(desk.book.loadDeal(desk.book.renewal).owner == ben);
    CHECK(desk.book.loadDeal(desk.book.fans).owner == desk.book.ana);
    desk.workspace->undo();
    CHECK(await([&] { return desk.book.loadDeal(desk.book.renewal).owner == desk.book.ana; }));
    CHECK(desk.errors.isEmpty());
}

TEST_CASE("Two hundred owners and a name of five hundred letters leave the cards' menu on the screen", "[ui]")
{
    Desk desk;
    Edit edit{Sentence::verbatim(u"Add"_s), {}};
    for (int i = 0; i < 200; ++i)
        edit.changes.push_back(create(User{.name = u"Seller %1"_s.arg(i, 3, 10, QChar(u'0'))}));
    const QString longName =
        QString(u"R&D "_s + QString(u"Wärmetechnik "_s).repeated(38)).left(500).trimmed();
    edit.changes.push_back(create(User{.name = longName}));
    desk.workspace->submit(edit);
    REQUIRE(await([&] { return desk.workspace->lookups().users.size() > 200; }));
    desk.click(desk.book.qualified, desk.book.renewal);
    QMenu *menu = menuOver(desk, desk.book.qualified, desk.book.renewal);
    for (const QMenu *below : menu->findChildren<QMenu *>()) {
        CHECK(below->actions().size() <= 24);
        CHECK(below->sizeHint().width() < 900);
    }
    CHECK(actionBelow(*menu, longName)->text().startsWith(u"R&&D"_s));
    actionBelow(*menu, u"Seller 137"_s)->trigger();
    menu->close();
    CHECK(await([&] {
        const UserId owner = desk.book.loadDeal(desk.book.renewal).owner;
        return as<User>(desk.book.book.record({EntityKind::User, owner.value})).name == u"Seller 137"_s;
    }));
    CHECK(desk.errors.isEmpty());
}

TEST_CASE("With one owner too many for a list, the parts of the menu are alike", "[ui]")
{
    Desk desk;
    Edit edit{Sentence::verbatim(u"Add"_s), {}};
    size_t others = desk.workspace->lookups().users.size() - 1;
    for (; others < 21; ++others)
        edit.changes.push_back(create(User{.name = u"Seller %1"_s.arg(others, 2, 10, QChar(u'0'))}));
    desk.workspace->submit(edit);
    REQUIRE(await([&] { return desk.workspace->lookups().users.size() == 22; }));
    desk.click(desk.book.qualified, desk.book.renewal);
    QMenu *menu = menuOver(desk, desk.book.qualified, desk.book.renewal);
    QList<qsizetype> parts;
    for (const QMenu *below : menu->findChildren<QMenu *>()) {
        if (!below->title().contains(u" – "_s))
            continue;
        parts += below->actions().size();
        CHECK(below->toolTipsVisible()); // of names that are cut
    }
    menu->close();
    CHECK(parts == QList<qsizetype>{10, 11});
}

TEST_CASE("Delete means the chosen cards, but not those that are being carried", "[ui]")
{
    Desk desk;
    CHECK(desk.page->deletable().empty());
    desk.click(desk.book.qualified, desk.book.renewal);
    CHECK(desk.page->deletable() == std::vector{EntityRef{EntityKind::Deal, desk.book.renewal.value}});
    desk.press(Qt::Key_Space);
    CHECK(desk.page->deletable().empty());
}

TEST_CASE("The card that is chosen stays in sight beside what lies over the board's end", "[ui]")
{
    Desk desk;
    desk.window.resize(760, 700);
    REQUIRE(await([&] { return isFolded(desk, desk.book.negotiation); }));
    constexpr int open = 420; // pixels
    for (const Qt::LayoutDirection direction : {Qt::LeftToRight, Qt::RightToLeft}) {
        CAPTURE(direction);
        desk.window.setLayoutDirection(direction);
        QCoreApplication::processEvents();
        const int before = columnOf(desk, desk.book.offer).width();
        REQUIRE(before > open / 2); // so that both do not fit
        desk.click(desk.book.offer, desk.book.filters);
        desk.page->showCovered(desk.page->width() - open);
        const CardList &list = desk.list(desk.book.offer);
        const QRect card = list.cardRect(desk.book.filters);
        const QRect seen(list.viewport()->mapTo(desk.page, card.topLeft()), card.size());
        CHECK(QStyle::visualRect(direction, desk.page->rect(), QRect(0, 0, open, desk.page->height()))
                  .contains(seen));
        CHECK(columnOf(desk, desk.book.offer).width() == before); // no column changes its width
        desk.page->showCovered(0);
        const BoardColumnView &first = columnOf(desk, desk.book.qualified);
        CHECK(first.visibleRegion().boundingRect().width() == first.width());
    }
}

TEST_CASE("A stage that a colleague adds comes in while I drag a card, and the drag goes on", "[ui]")
{
    Desk desk;
    const QPointer<CardList> from = &desk.list(desk.book.qualified);
    Q_EMIT from->dragBegan();
    CHECK(desk.folded(desk.book.won).width() >= 120);
    const int columns = desk.page->board().columnCount();
    desk.workspace->submit(
        {Sentence::verbatim(u"Add"_s),
         {create(
             Stage{.pipeline = desk.book.pipeline, .name = u"Tender"_s, .position = 2, .probability = 40})}});
    REQUIRE(await([&] { return desk.page->board().columnCount() == columns + 1; }));
    QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    REQUIRE(from); // the drag returns into it
    CHECK_FALSE(from->isVisible());
    CHECK(desk.list(desk.book.qualified).isVisible());
    CHECK(&desk.list(desk.book.qualified) != from);
    CHECK(desk.folded(desk.book.won).width() >= 120);
    desk.drag({desk.book.renewal}, *desk.list(desk.book.offer).viewport(), {20, 20});
    Q_EMIT from->dragEnded();
    REQUIRE(desk.settled());
    CHECK(desk.names(desk.book.offer).contains(u"Renewal"_s));
    CHECK(desk.folded(desk.book.won).width() == 40);
    CHECK(await([&] { return !from; }));
}
