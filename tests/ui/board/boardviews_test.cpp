// SPDX-License-Identifier: GPL-3.0-or-later
// What of a board is kept in a saved view.
#include "ui/board/boarddesk.h"
#include "ui/controls/elidedlabel.h"
#include "ui/pages/filterbar.h"

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

bool isColumn(const Desk &desk, StageId stage)
{
    const auto *column = desk.window.findChild<BoardColumnView *>(u"stage-%1"_s.arg(stage.value));
    return column && column->isVisible();
}

Arrangement arrangementOf(const Desk &desk)
{
    return desk.page->arrangement().value();
}

Arrangement withOpen(const Desk &desk, const QString &stages)
{
    return {.pipeline = desk.book.pipeline, .settings = u"open: "_s + stages};
}

QString said(const Desk &desk)
{
    QStringList texts;
    for (const ElidedLabel *label : desk.page->bar()->findChildren<ElidedLabel *>()) {
        if (label->isVisible())
            texts += label->text();
    }
    return texts.join(u'\n');
}

} // namespace

TEST_CASE("A view of the board keeps which stages I opened, and the board its own", "[ui]")
{
    Desk desk;
    desk.settings.enterBook(u"board"_s);
    const Arrangement own = arrangementOf(desk);
    CHECK(own.settings.isEmpty());
    desk.page->arrange(withOpen(desk, u"won, Negotiation"_s), BookPage::Whose::View);
    CHECK(isColumn(desk, desk.book.won));
    CHECK(desk.folded(desk.book.won).isChecked());
    CHECK(isColumn(desk, desk.book.negotiation));
    CHECK_FALSE(isColumn(desk, desk.book.lost));
    CHECK(arrangementOf(desk).settings == u"open: Negotiation, Won"_s);
    CHECK(await([&] { return desk.names(desk.book.won) == QStringList{u"Old order"_s}; }));
    int arranged = 0;
    QObject::connect(desk.page, &BookPage::arranged, desk.page, [&] { ++arranged; });
    desk.folded(desk.book.lost).click();
    CHECK(arranged == 1);
    CHECK(arrangementOf(desk).settings == u"open: Negotiation, Won, Lost"_s);
    desk.page->arrange(own, BookPage::Whose::Own);
    CHECK_FALSE(isColumn(desk, desk.book.won));
    CHECK_FALSE(isColumn(desk, desk.book.negotiation));
    CHECK(arrangementOf(desk) == own);
    CHECK(desk.settings.value(app::setting::keptOpen).isEmpty());
}

TEST_CASE("A stage that I open in a view is the view's, not this computer's", "[ui]")
{
    Desk desk;
    desk.settings.enterBook(u"board"_s);
    desk.page->arrange({.pipeline = desk.book.pipeline}, BookPage::Whose::View);
    desk.folded(desk.book.negotiation).click();
    CHECK(arrangementOf(desk).settings == u"open: Negotiation"_s);
    CHECK(desk.settings.value(app::setting::keptOpen).isEmpty());
    desk.reopen();
    CHECK_FALSE(isColumn(desk, desk.book.negotiation));
    desk.folded(desk.book.negotiation).click(); // on the board itself
    CHECK(desk.settings.value(app::setting::keptOpen).size() == 1);
}

TEST_CASE("A view whose stage is gone says so, and opens the others", "[ui]")
{
    Desk desk;
    desk.page->arrange(withOpen(desk, u"Zeppelin, Won, \"\""_s), BookPage::Whose::View);
    CHECK(said(desk).contains(u"There is no stage “Zeppelin” any more. The rest of the view is shown."_s));
    CHECK(isColumn(desk, desk.book.won));
    CHECK(arrangementOf(desk).settings == u"open: Won"_s);
    Arrangement lost = withOpen(desk, u"Zeppelin, Won"_s);
    lost.pipeline = {4711};
    desk.page->arrange(lost, BookPage::Whose::View);
    CHECK(said(desk).contains(u"The pipeline of this view is gone."_s));
    CHECK_FALSE(said(desk).contains(u"Zeppelin"_s)); // it goes without saying
}

TEST_CASE("A view that opens a won stage brings its deals with the filter that it has, too", "[ui]")
{
    Desk desk;
    Arrangement view = withOpen(desk, u"Won"_s);
    view.filter = u"amount:<6k"_s;
    desk.page->arrange(view, BookPage::Whose::View);
    CHECK(await([&] {
        return desk.names(desk.book.won) == QStringList{u"Old order"_s}
        && desk.names(desk.book.qualified) == QStringList{u"Pump"_s};
    }));
    view.filter = u"amount:>6k"_s;
    desk.page->arrange(view, BookPage::Whose::View);
    CHECK(await([&] {
        return desk.names(desk.book.won).isEmpty()
            && desk.names(desk.book.qualified) == QStringList{u"Renewal"_s};
    }));
}

TEST_CASE("A view that is opened while I carry a card puts it back, and the keys go on", "[ui]")
{
    Desk desk;
    desk.page->arrange(withOpen(desk, u"Won"_s), BookPage::Whose::View);
    REQUIRE(await([&] { return desk.names(desk.book.won) == QStringList{u"Old order"_s}; }));
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_Space);
    app::BoardModel &board = desk.page->board();
    const int won = board.indexOf(desk.book.won.value);
    for (int step = 0; step < board.columnCount() && board.columnOf(desk.book.renewal) != won; ++step)
        desk.press(Qt::Key_Right);
    REQUIRE(board.columnOf(desk.book.renewal) == won);
    desk.page->arrange(withOpen(desk, {}), BookPage::Whose::View); // Won is folded again
    CHECK_FALSE(board.isCarrying());
    CHECK(desk.names(desk.book.qualified).contains(u"Renewal"_s));
    desk.press({Qt::Key_Down, Qt::Key_Right, Qt::Key_Return});
    REQUIRE(desk.settled());
    CHECK(desk.book.names(desk.book.qualified).contains(u"Renewal"_s));
}
