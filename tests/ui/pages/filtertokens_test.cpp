// SPDX-License-Identifier: GPL-3.0-or-later
// The filter line while somebody types: values with their numbers, and tokens of what is finished.
#include "app/text/display.h"
#include "domain/query/filtertokens.h"
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/user.h"
#include "support/await.h"
#include "support/openbook.h"
#include "support/reads.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/tokenrow.h"
#include "ui/pages/filterbar.h"
#include "ui/pages/filterbuilder.h"
#include "ui/pages/filtercompletion.h"

#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QVBoxLayout>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Bar {
    OpenBook book{OpenBook::Content::Defaults};
    app::Display display{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    QWidget page;
    FilterBar *bar;
    QLineEdit *line;
    FilterCompletion *completion;
    TokenRow *row;
    QAbstractItemView *popup;

    explicit Bar(int width = 1000)
    {
        page.resize(width, 300);
        auto *column = new QVBoxLayout(&page);
        bar = new FilterBar(EntityKind::Deal, book.workspace(), display, &page);
        column->addWidget(bar);
        column->addStretch(1);
        line = bar->findChild<QLineEdit *>();
        completion = bar->findChild<FilterCompletion *>();
        row = bar->findChild<TokenRow *>();
        popup = completion->findChild<QCompleter *>()->popup();
        page.show();
        page.activateWindow();
        REQUIRE(await([this] { return page.isActiveWindow(); }));
        line->setFocus();
    }
    ~Bar() { completion->close(); }

    const Stage &stage(size_t at) { return book.workspace().lookups().stages.at(at); }
    void addDeal(const Stage &stage, UserId owner)
    {
        book.add(Deal{.name = u"Fan"_s,
                      .pipeline = stage.pipeline,
                      .stage = stage.id,
                      .currency = u"EUR"_s,
                      .owner = owner});
    }
    void type(const QString &text) const { QTest::keyClicks(line, text); }
    void press(Qt::Key key) const { QTest::keyClick(popup, key); }
    // "Offer 2", as they stand in the open list.
    QStringList offered() const
    {
        QStringList all;
        for (const app::FilterOffer &each : completion->offers())
            all += each.beside.isEmpty() ? each.text : each.text + u' ' + each.beside;
        return completion->isOpen() ? all : QStringList();
    }
    QStringList mistakes() const
    {
        QStringList said;
        for (const QLabel *label : bar->findChildren<QLabel *>()) {
            if (label->isVisibleTo(bar) && !label->text().isEmpty())
                said += label->text();
        }
        return said;
    }
    QString holds() const { return filterText(EntityKind::Deal, bar->filter()); }
    QStringList tokens() const
    {
        QStringList all;
        for (const Token *token : row->tokens()) {
            if (token->isVisibleTo(row))
                all += token->label();
        }
        return all;
    }
    Token *token(size_t at) const { return row->tokens().at(at); }
};

QString written(const Stage &stage)
{
    return u"stage:"_s + filterValue(stage.name);
}

} // namespace

TEST_CASE("After stage: the stages are offered in their order, with how many deals are in each", "[ui]")
{
    Bar deals;
    deals.addDeal(deals.stage(1), deals.book.user());
    deals.addDeal(deals.stage(1), {});
    deals.addDeal(deals.stage(0), {});
    deals.type(u"stage:"_s);
    REQUIRE(await([&] { return deals.offered().contains(deals.stage(1).name + u" 2"_s); }));
    const QStringList offered = deals.offered();
    REQUIRE(offered.size() >= 2);
    CHECK(offered[0] == deals.stage(0).name + u" 1"_s);
    CHECK(offered[1] == deals.stage(1).name + u" 2"_s);
    CHECK(deals.popup->model()->index(1, 0).data(Qt::AccessibleTextRole).toString()
          == deals.stage(1).name + u", 2 deals"_s);
    // In what the rest of the filter meets.
    deals.line->clear();
    deals.type(u"owner:me stage:"_s);
    REQUIRE(await([&] { return deals.offered().contains(deals.stage(1).name + u" 1"_s); }));
    CHECK(deals.offered()[0] == deals.stage(0).name + u" 0"_s);
}

TEST_CASE("A field of our own is offered under its label, with its values, and says so in its token", "[ui]")
{
    Bar deals;
    deals.book.add(CustomField{.recordKind = EntityKind::Deal,
                               .name = u"vertragsart"_s,
                               .label = u"Contract type"_s,
                               .kind = CustomKind::Choice,
                               .choices = u"Monthly\nEvery year"_s});
    const Stage &stage = deals.stage(0);
    deals.book.add(Deal{.name = u"Fan"_s,
                        .pipeline = stage.pipeline,
                        .stage = stage.id,
                        .currency = u"EUR"_s,
                        .custom = uR"({"vertragsart":"Every year"})"_s});
    deals.type(u"contract"_s);
    REQUIRE(deals.offered() == QStringList{u"Contract type"_s});
    deals.press(Qt::Key_Down);
    deals.press(Qt::Key_Return);
    CHECK(deals.bar->text() == u"vertragsart:"_s);
    REQUIRE(await([&] { return deals.offered().contains(u"Every year 1"_s); }));
    CHECK(deals.offered()[0] == u"Monthly 0"_s);
    deals.press(Qt::Key_Down);
    deals.press(Qt::Key_Down);
    deals.press(Qt::Key_Return);
    CHECK(deals.bar->text() == u"vertragsart:\"Every year\""_s);
    CHECK(deals.mistakes().isEmpty());
    REQUIRE(deals.bar->filter().conditions.size() == 1);
    CHECK(deals.bar->filter().conditions.front().subject == Subject::Custom);
    deals.bar->setText(u"\"Contract type\":monthly"_s);
    CHECK(deals.tokens() == QStringList{u"Contract type Monthly"_s});
    CHECK(deals.mistakes().isEmpty());
}

TEST_CASE("A value is taken by Down and Enter, by Tab or by a click, and Esc leaves what was typed", "[ui]")
{
    Bar deals;
    deals.type(u"stage:"_s);
    REQUIRE(deals.completion->isOpen());
    CHECK_FALSE(deals.popup->currentIndex().isValid());
    deals.press(Qt::Key_Down);
    deals.press(Qt::Key_Down);
    deals.press(Qt::Key_Return);
    CHECK(deals.bar->text() == written(deals.stage(1)));
    CHECK_FALSE(deals.completion->isOpen());
    CHECK(deals.bar->filter().conditions.size() == 1);

    deals.line->clear();
    deals.type(u"(tag:vip or -stage:"_s);
    deals.press(Qt::Key_Tab);
    CHECK(deals.bar->text() == u"(tag:vip or -"_s + written(deals.stage(0)));

    deals.line->clear();
    deals.type(u"stage:"_s);
    Q_EMIT deals.popup->clicked(deals.popup->model()->index(0, 0));
    CHECK(deals.bar->text() == written(deals.stage(0)));

    deals.line->clear();
    deals.type(u"stage:"_s);
    deals.press(Qt::Key_Escape);
    CHECK_FALSE(deals.completion->isOpen());
    CHECK(deals.bar->text() == u"stage:"_s);
}

TEST_CASE("A name that is taken goes on with its values", "[ui]")
{
    Bar deals;
    deals.type(u"sta"_s);
    REQUIRE(deals.offered().contains(u"stage"_s));
    while (deals.popup->currentIndex().data().toString() != u"stage"_s)
        deals.press(Qt::Key_Down);
    deals.press(Qt::Key_Return);
    CHECK(deals.bar->text() == u"stage:"_s);
    CHECK(await([&] { return deals.offered().join(u' ').contains(deals.stage(0).name); }));
}

TEST_CASE("A condition with nothing behind it does not hold while it is typed, and does when it is left",
          "[ui]")
{
    Bar deals;
    deals.type(u"status:open "_s);
    CHECK(deals.holds() == u"status:open"_s);
    deals.type(u"owner:"_s);
    CHECK(deals.holds() == u"status:open"_s);
    deals.type(u" "_s);
    CHECK(deals.holds() == u"status:open owner:"_s);
    deals.type(u"stage:"_s);
    CHECK(deals.holds() == u"status:open owner:"_s);
    deals.press(Qt::Key_Return); // nothing is chosen: as it is
    CHECK(deals.holds() == u"status:open owner: stage:"_s);
}

TEST_CASE("What is on its way to a choice is no mistake, what leads nowhere is one", "[ui]")
{
    Bar deals;
    deals.type(u"status:wo"_s);
    CHECK(deals.mistakes().isEmpty());
    CHECK(deals.holds() == QString());
    deals.type(u"x"_s);
    CHECK(deals.mistakes().size() == 1);
    QTest::keyClick(deals.line, Qt::Key_Backspace);
    CHECK(deals.mistakes().isEmpty());
    deals.press(Qt::Key_Escape); // none of what is offered is meant
    CHECK(deals.mistakes().size() == 1);
}

TEST_CASE("A stage or a company that nobody knows is told at its place with the near name", "[ui]")
{
    Bar deals;
    deals.book.add(Company{.name = u"Acme Trading"_s});
    deals.bar->setText(u"status:open stage:Ofer"_s);
    REQUIRE(await([&] { return !deals.mistakes().isEmpty(); }));
    CHECK(deals.mistakes()
          == QStringList{u"There is no stage “Ofer”. Did you mean “Offer”?  (at “stage:Ofer”)"_s});
    deals.bar->setText(u"-company:Acmee"_s);
    REQUIRE(await([&] { return deals.mistakes().join(u' ').contains(u"company"_s); }));
    CHECK(deals.mistakes()
          == QStringList{
              u"There is no company “Acmee”. Did you mean “Acme Trading”?  (at “-company:Acmee”)"_s});
    deals.bar->setText(u"-company:Acme"_s);
    awaitReads(deals.book.workspace());
    CHECK(deals.mistakes().isEmpty());
}

TEST_CASE("A word that is left out has its token and can be taken out like any other", "[ui]")
{
    Bar deals;
    deals.bar->setText(u"status:open -alpha"_s);
    REQUIRE(deals.tokens() == QStringList{u"Open"_s, u"Without “alpha”"_s});
    QTest::mouseClick(deals.token(1), Qt::LeftButton, {}, deals.token(1)->crossPlace().center());
    CHECK(deals.bar->text() == u"status:open"_s);
}

TEST_CASE("A click elsewhere means none of what is offered, as Esc does", "[ui]")
{
    Bar deals;
    deals.type(u"status:wo"_s);
    REQUIRE(deals.completion->isOpen());
    CHECK(deals.mistakes().isEmpty());
    QTest::mousePress(deals.popup, Qt::LeftButton, {}, QPoint(-20, -20));
    REQUIRE_FALSE(deals.completion->isOpen());
    CHECK(await([&] { return deals.mistakes().size() == 1; }));
    CHECK(deals.bar->text() == u"status:wo"_s);
}

TEST_CASE("Tab leaves a word as it was typed, though names begin with it, unless one was chosen", "[ui]")
{
    Bar deals;
    deals.type(u"sta"_s);
    REQUIRE(deals.offered().contains(u"stage"_s));
    deals.press(Qt::Key_Tab);
    CHECK(deals.bar->text() == u"sta"_s);
    CHECK_FALSE(deals.completion->isOpen());
    CHECK_FALSE(deals.line->hasFocus());
    deals.line->setFocus();
    deals.line->clear();
    deals.type(u"sta"_s);
    deals.press(Qt::Key_Down);
    const QString chosen = deals.popup->currentIndex().data().toString();
    deals.press(Qt::Key_Tab);
    CHECK(deals.bar->text() == chosen + u':');
    CHECK(deals.line->hasFocus());
}

TEST_CASE("Values that are counted late open no list over what somebody has gone on to", "[ui]")
{
    Bar deals;
    deals.book.add(Deal{.name = u"Fan"_s,
                        .pipeline = deals.stage(0).pipeline,
                        .stage = deals.stage(0).id,
                        .currency = u"EUR"_s,
                        .competitor = u"Bolt"_s});
    deals.type(u"competitor:"_s);
    REQUIRE_FALSE(deals.completion->isOpen()); // nothing is in memory
    REQUIRE(await([&] { return deals.offered() == QStringList{u"Bolt 1"_s}; }));
    deals.press(Qt::Key_Escape);
    deals.line->clear();
    deals.type(u"competitor:"_s);
    QWidget menu(nullptr, Qt::Popup);
    menu.show();
    awaitReads(deals.book.workspace());
    CHECK_FALSE(deals.completion->isOpen());
}

TEST_CASE("In a list that somebody has scrolled, the numbers arrive without moving the values", "[ui]")
{
    Bar deals;
    UserId last;
    for (int i = 10; i < 40; ++i)
        last = deals.book.add(User{.name = u"User %1"_s.arg(i)});
    deals.addDeal(deals.stage(0), last);
    const auto names = [&] {
        QStringList all;
        for (const app::FilterOffer &each : deals.completion->offers())
            all += each.text;
        return all;
    };
    deals.type(u"owner:"_s);
    REQUIRE(deals.completion->isOpen());
    const QStringList before = names();
    REQUIRE(before.size() > 30);
    QScrollBar *bar = deals.popup->verticalScrollBar();
    deals.popup->doItemsLayout();
    bar->setValue(7);
    REQUIRE(bar->value() == 7);
    REQUIRE(await([&] { return deals.offered().contains(u"User 39 1"_s); }));
    CHECK(names().mid(0, before.size()) == before);
    CHECK(bar->value() == 7);
    deals.type(u"user"_s); // another list begins at its top
    CHECK(bar->value() == 0);
}

TEST_CASE("For days their words are offered with the days they mean, for amounts nothing is made up", "[ui]")
{
    Bar deals;
    deals.type(u"close:>=this-q"_s);
    CHECK(deals.offered() == QStringList{u"this-quarter 1 Oct 2026 – 31 Dec 2026"_s});
    deals.press(Qt::Key_Tab);
    CHECK(deals.bar->text() == u"close:>=this-quarter"_s);
    for (const QString &text : {u"amount:"_s, u"amount:>"_s, u"name:"_s, u"nosuchfield:"_s, u"stage:<"_s}) {
        deals.line->clear();
        deals.type(text);
        CAPTURE(text);
        CHECK(deals.offered().isEmpty());
    }
}

TEST_CASE("Each finished condition is a token in words, and the one that is typed is none yet", "[ui]")
{
    Bar deals;
    CHECK_FALSE(deals.row->isVisibleTo(deals.bar));
    const int height = deals.bar->sizeHint().height();
    deals.type(u"status:open amount:>10k"_s);
    CHECK(deals.tokens() == QStringList{u"Open"_s});
    deals.type(u" "_s);
    CHECK(deals.tokens() == QStringList{u"Open"_s, u"Amount over 10,000"_s});
    CHECK(deals.token(1)->accessibleName() == u"Condition: Amount over 10,000"_s);
    CHECK(deals.bar->sizeHint().height() > height);
    deals.bar->setText(u"status:open or status:won"_s);
    CHECK(deals.tokens().size() == 1);
    deals.bar->setText(u"status:open horsepower:>5"_s); // what cannot be read is said by the message
    CHECK(deals.tokens() == QStringList{u"Open"_s});
    deals.bar->setText({});
    CHECK(deals.bar->sizeHint().height() == height);
}

TEST_CASE("A token is taken out by its cross and by Delete, and the others stay as they were typed", "[ui]")
{
    Bar deals;
    deals.bar->setText(u"status:open  close:this-month fan"_s);
    REQUIRE(deals.tokens().size() == 3);
    QTest::mouseClick(deals.token(0), Qt::LeftButton, {}, deals.token(0)->crossPlace().center());
    CHECK(deals.bar->text() == u"close:this-month fan"_s);
    deals.token(1)->setFocus(Qt::TabFocusReason);
    QTest::keyClick(deals.token(1), Qt::Key_Delete);
    CHECK(deals.bar->text() == u"close:this-month"_s);
    CHECK(deals.token(0)->hasFocus());
    QTest::keyClick(deals.token(0), Qt::Key_Delete);
    CHECK(deals.bar->text().isEmpty());
    CHECK(deals.bar->filter().isEmpty());
    CHECK(deals.line->hasFocus());
}

TEST_CASE("A token that is taken out leaves a condition that is only begun as it is", "[ui]")
{
    Bar deals;
    deals.type(u"status:open owner:"_s);
    deals.press(Qt::Key_Escape);
    REQUIRE(deals.tokens() == QStringList{u"Open"_s});
    QTest::mouseClick(deals.token(0), Qt::LeftButton, {}, deals.token(0)->crossPlace().center());
    CHECK(deals.bar->text() == u"owner:"_s);
    CHECK(deals.holds() == QString()); // not the deals of nobody
    CHECK(deals.line->cursorPosition() == 6);
    deals.type(u"me "_s);
    CHECK(deals.holds() == u"owner:me"_s);
}

TEST_CASE("Enter on the keypad leads back to the list, too", "[ui]")
{
    Bar deals;
    deals.bar->setText(u"status:open"_s);
    const Qt::Key key = GENERATE(Qt::Key_Return, Qt::Key_Enter);
    QSignalSpy left(deals.bar, &FilterBar::leave);
    QTest::keyClick(deals.line, key);
    CHECK(left.size() == 1);
}

TEST_CASE("A day is typed in the order of the computer, and kept so that a colleague reads the same day",
          "[ui]")
{
    Bar deals;
    deals.book.workspace().readDaysAs(DateOrder::MonthDayYear);
    deals.type(u"close:<3/4/2027"_s);
    CHECK(deals.holds() == u"close:<2027-03-04"_s);
    CHECK(deals.bar->text() == u"close:<2027-03-04"_s);
    CHECK(deals.line->text() == u"close:<3/4/2027"_s); // until it is done
    deals.line->clearFocus();
    CHECK(deals.line->text() == u"close:<2027-03-04"_s);
    CHECK(deals.tokens().size() == 1);
    CHECK(deals.mistakes().isEmpty());
}

TEST_CASE("A click on a token offers other values for it, and on brackets opens the rows", "[ui]")
{
    Bar deals;
    deals.bar->setText(written(deals.stage(0)) + u" status:open"_s);
    deals.token(0)->click();
    CHECK(deals.line->selectedText() == filterValue(deals.stage(0).name));
    CHECK(deals.offered().size() > 1);
    deals.press(Qt::Key_Down);
    deals.press(Qt::Key_Down);
    deals.press(Qt::Key_Return);
    CHECK(deals.bar->text() == written(deals.stage(1)) + u" status:open"_s);
    deals.bar->setText(u"(status:open or status:won) fan"_s);
    deals.token(0)->click();
    const auto *builder = deals.page.findChild<FilterBuilder *>();
    REQUIRE(builder);
    CHECK(builder->isVisibleTo(&deals.page));
}

TEST_CASE("Tokens that find no room are counted behind the last one", "[ui]")
{
    Bar deals(420);
    deals.bar->setText(u"status:open amount:>10k close:this-quarter probability:>50 created:this-year"
                       " closed:last-year modified:this-month -type:renewal next:this-week last:last-week"_s);
    REQUIRE(await([&] { return deals.row->folded() > 0; }));
    CHECK(deals.row->count() == 10);
    CHECK(deals.tokens().size() == 10 - deals.row->folded());
    for (const Token *token : deals.row->tokens()) {
        if (token->isVisibleTo(deals.row))
            CHECK(deals.row->rect().contains(token->geometry()));
    }
    auto *more = deals.row->findChild<FlatButton *>();
    CHECK(more->isVisibleTo(deals.row));
    CHECK(deals.row->rect().contains(more->geometry()));
    CHECK(more->text() == u"+%1"_s.arg(deals.row->folded()));
    more->click();
    CHECK(deals.page.findChild<FilterBuilder *>());
    deals.page.resize(3000, 300);
    CHECK(await([&] { return deals.row->folded() == 0; }));
}
