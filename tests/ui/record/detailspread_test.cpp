// SPDX-License-Identifier: GPL-3.0-or-later
// A record in a wide window of its own: facts and people beside the timeline.
#include "domain/records/lists.h"
#include "ui/controls/tabrow.h"
#include "ui/record/detailhead.h"
#include "ui/record/detailroom.h"
#include "ui/record/linklist.h"
#include "ui/record/tagfield.h"
#include "ui/record/timelineview.h"

#include <QLayout>
#include <QScrollBar>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct WideRoom : DetailRoom {
    ContactId person;

    explicit WideRoom(int width = 1100)
    {
        person = book.add(Contact{.firstName = u"Ana"_s, .lastName = u"Núñez"_s, .company = company});
        pane->spreadWhenWide();
        resize(width);
        show({EntityKind::Company, company.value});
    }

    void resize(int width)
    {
        window.resize(width, 700);
        REQUIRE(await([&] { return pane->width() == width && pane->isSpread() == (width >= 900); }));
        QApplication::processEvents();
    }
    QRect place(const QWidget *widget) const { return {widget->mapTo(pane, QPoint(0, 0)), widget->size()}; }
    QWidget *timeline() const { return pane->findChild<TimelineView *>(u"timeline"_s); }
    QWidget *history() const { return pane->findChild<TimelineView *>(u"history"_s); }
    QWidget *head() const { return pane->findChild<DetailHead *>(); }
    LinkRow *link(const QString &text) const
    {
        for (LinkRow *row : pane->findChildren<LinkRow *>()) {
            if (row->isVisible() && row->link().text == text)
                return row;
        }
        return nullptr;
    }
    bool isAmongFacts(const QWidget *widget) const
    {
        return widget && (sheet()->isAncestorOf(widget) || head()->isAncestorOf(widget));
    }
};

} // namespace

TEST_CASE("In a wide window of its own, facts and people stand beside the timeline", "[ui]")
{
    WideRoom room;
    REQUIRE(room.sheet()->isVisible());
    REQUIRE(room.timeline()->isVisible());
    CHECK(room.place(room.sheet()).left() == 0);
    CHECK(room.place(room.sheet()).width() == 340);
    CHECK(room.place(room.head()).width() == 340);
    CHECK(room.place(room.timeline()).left() > room.place(room.sheet()).right());
    REQUIRE(await([&] { return room.link(u"Ana Núñez"_s) != nullptr; }));
    CHECK(room.sheet()->isAncestorOf(room.link(u"Ana Núñez"_s)));
    room.resize(1900);
    CHECK(room.place(room.timeline()).width() <= 720);
    CHECK(room.place(room.timeline()).left() < 400); // beside the facts, not at the far edge
}

TEST_CASE("Below nine hundred pixels it is one column as ever, and what was chosen is chosen again", "[ui]")
{
    WideRoom room(700);
    room.pane->choosePart(DetailPane::Part::Related);
    REQUIRE(await([&] { return room.link(u"Ana Núñez"_s) != nullptr; }));
    CHECK_FALSE(room.sheet()->isAncestorOf(room.link(u"Ana Núñez"_s)));
    CHECK_FALSE(room.timeline()->isVisible());
    room.resize(900);
    CHECK(room.timeline()->isVisible());
    CHECK(room.sheet()->isVisible());
    room.resize(899);
    CHECK_FALSE(room.timeline()->isVisible());
    CHECK_FALSE(room.sheet()->isVisible());
    CHECK(room.link(u"Ana Núñez"_s));
    room.resize(1100);
    room.press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(room.history()->isVisible());
    room.press(Qt::Key_PageDown, Qt::ControlModifier);
    CHECK(room.timeline()->isVisible()); // there are only two
    room.resize(700);
    CHECK(room.timeline()->isVisible());
}

TEST_CASE("The details beside a page stay one column, however wide they are", "[ui]")
{
    DetailRoom room;
    room.window.resize(1200, 700);
    REQUIRE(await([&] { return room.pane->width() == 1200; }));
    CHECK_FALSE(room.pane->isSpread());
    CHECK_FALSE(room.sheet()->isVisible());
}

TEST_CASE("Tab goes down the facts first, then the timeline, and comes to each once", "[ui]")
{
    WideRoom room;
    REQUIRE(await([&] { return room.link(u"Ana Núñez"_s) != nullptr; }));
    room.timeline()->setFocus();
    std::vector<bool> isFacts;
    const QWidget *first = QApplication::focusWidget();
    for (int i = 0; i < 200; ++i) {
        room.press(Qt::Key_Tab);
        if (QApplication::focusWidget() == first)
            break;
        REQUIRE(room.pane->isAncestorOf(QApplication::focusWidget()));
        isFacts.push_back(room.isAmongFacts(QApplication::focusWidget()));
    }
    REQUIRE(isFacts.size() < 200);
    int changes = 0;
    for (size_t i = 1; i < isFacts.size(); ++i)
        changes += isFacts[i] != isFacts[i - 1] ? 1 : 0;
    CHECK(isFacts.front());
    CHECK_FALSE(isFacts.back()); // the tabs, before the timeline again
    CHECK(changes == 1);
}

TEST_CASE("F6 changes from the timeline to the facts and back", "[ui]")
{
    WideRoom room;
    room.timeline()->setFocus();
    room.pane->setFocus(Qt::TabFocusReason); // as the shell does for F6
    CHECK(room.isAmongFacts(QApplication::focusWidget()));
    room.pane->setFocus(Qt::TabFocusReason);
    CHECK(room.pane->findChild<TabRow *>()->hasFocus());
    room.pane->setFocus(Qt::TabFocusReason);
    CHECK(room.isAmongFacts(QApplication::focusWidget()));
}

TEST_CASE("In two columns a fact is edited, a call is logged and a contact is begun, as in one", "[ui]")
{
    WideRoom room;
    room.pane->editField(u"name");
    REQUIRE(room.fieldRow(u"name")->isEditing());
    room.fieldRow(u"name")->editor()->type(u"Acme Works"_s);
    room.fieldRow(u"name")->save();
    REQUIRE(await([&] { return room.pane->title() == u"Acme Works"_s; }));
    room.pane->log(ActivityKind::Call);
    auto *form = room.pane->findChild<LogForm *>();
    REQUIRE(form->isOpen());
    QApplication::processEvents();
    CHECK(room.place(form).left() > room.place(room.sheet()).right());
    room.press(Qt::Key_Escape);
    REQUIRE(await([&] { return !form->isOpen(); }));
    room.pane->createHere(EntityKind::Contact);
    CHECK(room.pane->isCreating());
    CHECK(room.sheet()->isVisible());
    CHECK_FALSE(room.timeline()->isVisible()); // of another record
    room.press(Qt::Key_Escape);
    REQUIRE(await([&] { return room.timeline()->isVisible() && !room.pane->isCreating(); }));
}

TEST_CASE("What is typed stays while the window is made wider or narrower", "[ui]")
{
    WideRoom room(700);
    room.pane->createHere(EntityKind::Contact);
    FieldRow *name = room.sheet()->fieldRow(u"last_name");
    REQUIRE(name);
    name->editor()->type(u"Rossi"_s);
    room.resize(1100);
    CHECK(room.sheet()->isVisible());
    CHECK(name->editor()->typed() == u"Rossi"_s);
    room.resize(700);
    CHECK(room.sheet()->isVisible());
    CHECK(name->editor()->typed() == u"Rossi"_s);
    CHECK(room.book.all(EntityKind::Contact).size() == 1);
}

TEST_CASE("With larger letters the facts beside the timeline get the room that they need", "[ui]")
{
    WideRoom room(1600);
    const QWidget *facts = room.sheet()->parentWidget();
    const auto isWhole = [&] { return facts->width() >= facts->layout()->minimumSize().width(); };
    CHECK(isWhole());
    room.head()->setMinimumWidth(520); // as large letters, or the names of another record, make it
    CHECK(await([&] { return facts->width() >= 520 && isWhole(); }));
    room.head()->setMinimumWidth(0);
    CHECK(await([&] { return facts->width() < 520 && isWhole(); }));
}
