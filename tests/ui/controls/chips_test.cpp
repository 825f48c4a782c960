// SPDX-License-Identifier: GPL-3.0-or-later
// Chips and tokens: where they stand, which has the keyboard, and what mouse and keys take away.
#include "app/text/plaintip.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/controls/chipline.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/removablechip.h"
#include "ui/controls/tokenrow.h"
#include "ui/style/theme.h"

#include <QAbstractItemView>
#include <QApplication>
#include <QCompleter>
#include <QHelpEvent>
#include <QLineEdit>
#include <QTest>
#include <QToolTip>
#include <QVBoxLayout>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct Place {
    QWidget window;

    explicit Place(int width = 500)
    {
        new QVBoxLayout(&window);
        window.resize(width, 200);
    }
    void show(QWidget *part)
    {
        window.layout()->addWidget(part);
        window.show();
        window.activateWindow();
        REQUIRE(await([this] { return window.isActiveWindow(); }));
    }
};

struct Chips : Place {
    ChipLine *chips = new ChipLine(u"Add a tag"_s, &window);
    std::vector<qint64> removed;

    Chips()
    {
        show(chips);
        chips->showChips({{1, u"A"_s}, {2, u"Wood"_s}, {3, u"C"_s}}, true);
        QObject::connect(chips, &ChipLine::removeWanted, chips, [this](qint64 id) { removed.push_back(id); });
    }
    RemovableChip &chip(size_t at) const { return *chips->chips()[at]; }
    QAbstractItemView *list() const { return chips->findChild<QCompleter *>()->popup(); }
    QString chosen() const { return list()->currentIndex().data().toString(); }
};

} // namespace

TEST_CASE("A condition that has the keyboard keeps it while forty others come", "[ui]")
{
    Place place;
    QLineEdit line(&place.window);
    auto *row = new TokenRow(u"Condition: %1"_s, &place.window);
    place.show(row);
    row->showTokens({u"A"_s}, &line, &line);
    row->tokens().front()->setFocus();
    REQUIRE(row->tokens().front()->hasFocus());
    QStringList many{u"A"_s};
    for (int i = 0; i < 40; ++i)
        many += u"Condition %1"_s.arg(i);
    row->showTokens(many, &line, &line);
    CHECK(row->tokens().front()->hasFocus());
    row->showTokens({}, &line, &line);
    CHECK(line.hasFocus());
}

TEST_CASE("Delete held down takes out one condition, not all of them", "[ui]")
{
    Place place;
    QLineEdit line(&place.window);
    auto *row = new TokenRow(u"Condition: %1"_s, &place.window);
    place.show(row);
    row->showTokens({u"A"_s, u"B"_s}, &line, &line);
    int removed = 0;
    QObject::connect(row, &TokenRow::removeWanted, row, [&removed] { ++removed; });
    Token *token = row->tokens().front();
    for (const bool isRepeated : {false, true, true}) {
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Delete, Qt::NoModifier, QString(), isRepeated);
        QApplication::sendEvent(token, &press);
    }
    CHECK(removed == 1);
    token->showLabel(u"Company <b>Acme</b>"_s);
    CHECK(token->toolTip() == app::plainTip(u"Company <b>Acme</b>"_s));
}

TEST_CASE("A tag goes when its cross is clicked, not when the mouse slides onto it", "[ui]")
{
    Chips tags;
    RemovableChip &wood = tags.chip(1);
    const QPoint word(4, wood.height() / 2);
    QTest::mousePress(&wood, Qt::LeftButton, {}, word);
    QTest::mouseRelease(&wood, Qt::LeftButton, {}, wood.cross().center());
    CHECK(tags.removed.empty());
    QTest::mousePress(&wood, Qt::LeftButton, {}, wood.cross().center());
    QTest::mouseRelease(&wood, Qt::LeftButton, {}, word);
    CHECK(tags.removed.empty());
    QTest::mouseClick(&wood, Qt::LeftButton, {}, wood.cross().center());
    CHECK(tags.removed == std::vector<qint64>{2});
}

TEST_CASE("After a tag was clicked away, Delete takes no other one", "[ui]")
{
    Chips tags;
    QTest::mouseClick(&tags.chip(1), Qt::LeftButton, {}, tags.chip(1).cross().center());
    tags.chips->showChips({{1, u"A"_s}, {3, u"C"_s}}, true);
    CHECK(tags.chips->line()->hasFocus());
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Delete);
    CHECK(tags.removed == std::vector<qint64>{2});
}

TEST_CASE("What I chose among the tags stays chosen when they come in their order", "[ui]")
{
    Chips tags;
    tags.chips->line()->setFocus();
    tags.chips->offer({{.text = u"Metal"_s}, {.text = u"Paper"_s}, {.text = u"Stone"_s}});
    REQUIRE(tags.chips->isOffering());
    QTest::keyClick(tags.list(), Qt::Key_Down);
    REQUIRE(tags.chosen() == u"Paper"_s);
    tags.chips->offerAnew({{.text = u"Stone"_s}, {.text = u"Metal"_s}, {.text = u"Paper"_s}});
    CHECK(tags.chosen() == u"Paper"_s);
    tags.chips->offerAnew({{.text = u"Stone"_s}, {.text = u"Metal"_s}}); // it is gone
    CHECK(tags.chosen() == u"Stone"_s);
    tags.list()->hide();
}

TEST_CASE("Only the left button asks for the tags that there are", "[ui]")
{
    Chips tags;
    int asked = 0;
    QObject::connect(tags.chips, &ChipLine::asked, tags.chips, [&asked] { ++asked; });
    QLineEdit *line = tags.chips->line();
    const QPoint middle(line->width() / 2, line->height() / 2);
    QTest::mouseClick(line, Qt::MiddleButton, {}, middle);
    CHECK(asked == 0);
    QTest::mouseClick(line, Qt::LeftButton, {}, middle);
    CHECK(asked == 1);
}

TEST_CASE("Ctrl+Enter over the list of tags is for the record, not for what the list offers", "[ui]")
{
    struct Watch : QWidget {
        using QWidget::QWidget;
        int saved = 0;
        void keyPressEvent(QKeyEvent *event) override
        {
            saved += event->key() == Qt::Key_Return && event->modifiers() == Qt::ControlModifier;
        }
    };
    Place place;
    auto *pane = new Watch(&place.window);
    auto *chips = new ChipLine(u"Add a tag"_s, pane);
    (new QVBoxLayout(pane))->addWidget(chips);
    place.show(pane);
    QStringList taken;
    QObject::connect(chips, &ChipLine::taken, chips, [&taken](const QString &text) { taken += text; });
    chips->line()->setFocus();
    chips->type(u"Pap"_s);
    chips->offer({{.text = u"Paper"_s}});
    REQUIRE(chips->isOffering());
    QTest::keyClick(chips->findChild<QCompleter *>()->popup(), Qt::Key_Return, Qt::ControlModifier);
    CHECK(taken.isEmpty());
    CHECK(pane->saved == 1);
    CHECK_FALSE(chips->isOffering());
    CHECK(chips->typed() == u"Pap"_s);
}

TEST_CASE("Sixty tags wrap within the pane, and one of five hundred letters is cut, also mirrored", "[ui]")
{
    for (const bool isMirrored : {false, true}) {
        CAPTURE(isMirrored);
        QWidget window;
        window.setLayoutDirection(isMirrored ? Qt::RightToLeft : Qt::LeftToRight);
        ChipLine chips(u"Add a tag"_s, &window);
        std::vector<ChipLine::Item> items{{1, QString(500, u'W')}};
        for (int i = 2; i <= 60; ++i)
            items.push_back({i, u"Tag %1"_s.arg(i)});
        chips.showChips(items, true);
        chips.resize(300, chips.heightForWidth(300));
        window.show();
        std::vector<QRect> places{chips.line()->geometry()};
        for (const RemovableChip *chip : chips.chips())
            places.push_back(chip->geometry());
        CHECK(places.size() == 61);
        for (size_t i = 0; i < places.size(); ++i) {
            CHECK(chips.rect().contains(places[i]));
            for (size_t k = 0; k < i; ++k)
                CHECK_FALSE(places[i].intersects(places[k]));
        }
        const RemovableChip *longest = chips.chips().front();
        CHECK(longest->toolTip().size() == 500);
        CHECK(longest->accessibleName().size() == 500);
        CHECK(longest->cross().center().x() < longest->width());
        CHECK((longest->cross().center().x() < longest->width() / 2) == isMirrored);
    }
}

TEST_CASE("Tags that cannot be changed have no cross, and no line to type another", "[ui]")
{
    ChipLine deleted(u"Add a tag"_s, nullptr);
    deleted.showChips({{1, u"VIP"_s}}, false);
    CHECK(deleted.line()->isHidden());
    CHECK(deleted.chips().front()->cross().isEmpty());
}

TEST_CASE("A choice that is cut because of its key says all of it", "[ui]")
{
    ChipRow row(ChipRow::Choose::One, nullptr);
    const QString text = u"Left a message"_s;
    row.showChips({{.text = text, .key = u"3"_s}, {.text = u"OK"_s, .key = u"4"_s, .toolTip = u"a <b> c"_s}});
    row.resize(row.fontMetrics().horizontalAdvance(text) + 2 * space::small, 200);
    row.show();
    const auto tipOf = [&row](int chip) {
        QToolTip::hideText();
        const QPoint place = row.placeOf(chip).center();
        QHelpEvent help(QEvent::ToolTip, place, row.mapToGlobal(place));
        QApplication::sendEvent(&row, &help);
        return QToolTip::text();
    };
    CHECK(tipOf(0) == text);
    CHECK(tipOf(1) == app::plainTip(u"a <b> c"_s));
}
