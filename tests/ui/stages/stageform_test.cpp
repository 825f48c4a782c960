// SPDX-License-Identifier: GPL-3.0-or-later
// What the board asks when deals enter a stage, and the results of the answers.
#include "ui/stages/stageform.h"

#include "domain/records/inenglish.h"
#include "domain/records/lists.h"
#include "ui/board/boarddesk.h"
#include "ui/controls/flatbutton.h"
#include "ui/fields/fieldrow.h"
#include "ui/stages/dealmover.h"

#include <QLabel>
#include <QListWidget>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// Fills in 450 and a note; the form stays open.
void sellThePump(Desk &desk)
{
    desk.click(desk.book.qualified, desk.book.pump);
    desk.press({Qt::Key_W, Qt::Key_Tab});
    desk.line().selectAll();
    QTest::keyClicks(&desk.line(), u"450"_s);
    desk.press(Qt::Key_Tab);
    QTest::keyClicks(&desk.line(), u"Service beats price"_s);
}

} // namespace

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
    CHECK(desk.page->current().id == desk.book.pump.value); // the next card is current
}

TEST_CASE("In a low window the form about a deal with a long name scrolls, and its buttons stay in sight",
          "[ui]")
{
    Desk desk;
    const Deal before = desk.book.loadDeal(desk.book.renewal);
    Deal after = before;
    after.name = QString(u"Wärmetechnik "_s).repeated(40).left(500).trimmed();
    desk.workspace->submit(Edit{Sentence::verbatim(u"Renamed"_s), {update(before, after)}});
    REQUIRE(await([&] { return desk.names(desk.book.qualified).contains(after.name); }));
    Edit reasons{Sentence::verbatim(u"Add"_s), {}};
    for (int i = 0; i < 12; ++i)
        reasons.changes.push_back(create(LostReason{.name = u"Reason %1"_s.arg(i), .position = 10 + i}));
    desk.workspace->submit(reasons);
    REQUIRE(await([&] { return desk.workspace->lookups().lostReasons.size() > 12; }));
    desk.window.resize(1024, 320);
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_L);
    REQUIRE(desk.form().isVisible());
    QCoreApplication::processEvents();
    StageForm &form = desk.form();
    CHECK(form.accessibleName().contains(after.name)); // a screen reader is told all of it
    CHECK(form.height() <= form.parentWidget()->height());
    CHECK(form.parentWidget()->rect().contains(form.geometry()));
    int inSight = 0;
    for (const FlatButton *button : form.findChildren<FlatButton *>()) {
        if (!button->isVisible())
            continue;
        CHECK(form.rect().contains(QRect(button->mapTo(&form, QPoint()), button->size())));
        ++inSight;
    }
    CHECK(inSight >= 2);
    bool isCutInTheMiddle = false;
    for (const QLabel *label : form.findChildren<QLabel *>())
        isCutInTheMiddle |= label->text().contains(u'…') && label->text().endsWith(u"as lost"_s);
    CHECK(isCutInTheMiddle);
    auto *note = form.findChild<QLineEdit *>(u"note"_s);
    note->setFocus(Qt::TabFocusReason);
    desk.press(Qt::Key_Tab); // and round to what was scrolled away
    desk.press(Qt::Key_Escape);
    CHECK(!form.isVisible());
}

TEST_CASE("A stage that needs an amount asks for it in a small form, and Esc leaves the deal where it was",
          "[ui]")
{
    Desk desk;
    desk.neededInStage(desk.book.offer, u"amount expected_close"_s);
    desk.click(desk.book.qualified, desk.book.pump);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK_FALSE(desk.window.findChild<StageForm *>()); // this deal has all required fields
    desk.click(desk.book.qualified, desk.book.fans);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(desk.form().isVisible());
    CHECK(desk.form().findChildren<FieldRow *>().size() == 1);
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
    CHECK(desk.form().isVisible()); // no valid amount; the form says so
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
    desk.neededInStage(desk.book.offer, u"amount"_s);
    desk.click(desk.book.qualified, desk.book.pump);
    QTest::mouseClick(desk.list(desk.book.qualified).viewport(), Qt::LeftButton, Qt::ControlModifier,
                      desk.list(desk.book.qualified).cardRect(desk.book.fans).center());
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(desk.form().isVisible());
    CHECK(desk.line().text().isEmpty()); // not the draft of the other deal
    desk.line().setText(u"900"_s);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(desk.book.fans).amount == 900'00);
    CHECK(desk.book.loadDeal(desk.book.pump).amount == 800'00);
}

TEST_CASE("Tab goes through all that a lost deal is asked for, and comes to its end", "[ui]")
{
    Desk desk;
    desk.neededInStage(desk.book.lost, u"amount competitor"_s);
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

    // Then the plain question, in its own tab order.
    desk.click(desk.book.qualified, desk.book.pump);
    desk.press({Qt::Key_W, Qt::Key_Tab, Qt::Key_Tab}); // skips the value
    QTest::keyClicks(QApplication::focusWidget(), u"Service"_s);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(desk.book.pump).closeNote == u"Service"_s);
}

TEST_CASE("What was typed about a deal that could not be closed stands there again", "[ui]")
{
    Desk desk;
    sellThePump(desk);
    const Deal before = desk.book.loadDeal(desk.book.pump);
    Deal dearer = before;
    dearer.amount = 900'00;
    desk.book.book.commit({Sentence::verbatim(u"Somebody else"_s), {update(before, dearer)}});
    desk.press(Qt::Key_Return);
    REQUIRE(await([&] { return desk.form().isVisible() && !desk.form().said().isEmpty(); }));
    CHECK(desk.book.loadDeal(desk.book.pump).status == StageType::Open);
    CHECK(desk.line().text() == u"Service beats price"_s);
    CHECK(desk.errors.size() == 1);
    desk.press(Qt::Key_Return); // accepts the deal's current value
    REQUIRE(desk.settled());
    const Deal won = desk.book.loadDeal(desk.book.pump);
    CHECK(won.status == StageType::Won);
    CHECK(won.amount == 900'00);
    CHECK(won.closeNote == u"Service beats price"_s);
    CHECK_FALSE(desk.form().isVisible());
}

TEST_CASE("A reason that was chosen and an amount that was asked for are kept with the rest", "[ui]")
{
    Desk desk;
    desk.neededInStage(desk.book.lost, u"amount"_s);
    desk.click(desk.book.qualified, desk.book.fans);
    desk.press(Qt::Key_L);
    QTest::keyClicks(&desk.line(), u"900"_s);
    desk.press({Qt::Key_Tab, Qt::Key_Tab, Qt::Key_1});
    desk.reopen();
    desk.click(desk.book.qualified, desk.book.fans);
    desk.press(Qt::Key_L);
    CHECK(desk.line().text() == u"900"_s);
    CHECK(desk.form().findChild<QListWidget *>()->currentRow() == 0);
    desk.press(Qt::Key_Return);
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(desk.book.fans).lostReason == desk.book.price);
    CHECK(desk.book.loadDeal(desk.book.fans).amount == 900'00);
    CHECK(desk.drafts.keys().isEmpty());
}

TEST_CASE("A deal that could not be moved without a question brings no earlier form back", "[ui]")
{
    Desk desk;
    DealMover mover(desk.editors, &desk.window);
    QStringList errors;
    QObject::connect(&mover, &DealMover::failed, &mover,
                     [&](const Error &e) { errors += inEnglish(e.text); });
    const Deal pump = desk.book.loadDeal(desk.book.pump);
    mover.close({pump.id}, {pump}, u"Pump"_s, StageType::Won, {});
    desk.press(Qt::Key_Return);
    REQUIRE(desk.settled());
    CHECK(desk.book.loadDeal(pump.id).status == StageType::Won);

    const Deal fans = desk.book.loadDeal(desk.book.fans);
    mover.move(fans, Stage{.id = StageId{999}, .pipeline = fans.pipeline, .name = u"Gone"_s}, {});
    REQUIRE(await([&] { return errors.size() == 1; }));
    CHECK_FALSE(desk.form().isVisible());
}

TEST_CASE("What was typed about a closing is there again after the window was closed, until it is cancelled",
          "[ui]")
{
    Desk desk;
    sellThePump(desk);
    desk.reopen();

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
    REQUIRE(desk.form().isVisible()); // and shows what is wrong
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
    desk.neededInStage(desk.book.won, u"amount"_s);
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

TEST_CASE("A closing date that is impossible or still to come is refused where it stands", "[ui]")
{
    const QString day = GENERATE(u"31.2.2026"_s, u"tomorrow"_s);
    Desk desk;
    desk.click(desk.book.offer, desk.book.filters);
    desk.press(Qt::Key_W);
    desk.form().findChild<QLineEdit *>(u"closed-on"_s)->setText(day);
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
