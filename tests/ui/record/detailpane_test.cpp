// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/detailpane.h"

#include "domain/records/activity.h"
#include "ui/buttons.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/tabrow.h"
#include "ui/record/detailroom.h"
#include "ui/record/linklist.h"

#include <QFile>
#include <QLineEdit>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

TEST_CASE("F2 turns a field into its editor and Enter saves it as one step", "[ui]")
{
    DetailRoom room;
    FieldRow *amount = room.edit(u"amount");
    room.type(u"12500"_s);
    CHECK(amount->isUnsaved());
    CHECK(amount->note() == u"€12,500"_s);
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return !amount->isEditing(); }));
    CHECK(room.theDeal().amount == 1'250'000);
    CHECK(room.book.lastStep() == u"Changed Amount of “Renewal”"_s);
    REQUIRE(await([&] { return amount->shownText() == u"€12,500"_s; }));
    CHECK(amount->hasFocus()); // it keeps the focus
}

TEST_CASE("Escape takes back what was typed, and nothing is saved", "[ui]")
{
    DetailRoom room;
    FieldRow *amount = room.edit(u"amount");
    room.type(u"99"_s);
    room.press(Qt::Key_Escape);
    CHECK(!amount->isEditing());
    CHECK(amount->shownText() == u"€10,000"_s);
    CHECK(room.theDeal().amount == 1'000'000);
    CHECK(room.drafts.keys().isEmpty());
}

TEST_CASE("Leaving a field saves it", "[ui]")
{
    DetailRoom room;
    FieldRow *next = room.edit(u"competitor");
    room.type(u"Send the offer, naïvely"_s);
    room.press(Qt::Key_Tab);
    REQUIRE(await([&] { return !next->isEditing(); }));
    CHECK(room.theDeal().competitor == u"Send the offer, naïvely"_s);
}

TEST_CASE("Undo brings back what a field held, and the pane shows it", "[ui]")
{
    DetailRoom room;
    FieldRow *amount = room.edit(u"amount");
    room.type(u"5"_s);
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return amount->shownText() == u"€5"_s; }));
    room.book.workspace().undo();
    REQUIRE(await([&] { return amount->shownText() == u"€10,000"_s; }));
    CHECK(room.theDeal().amount == 1'000'000);
}

TEST_CASE("What cannot be read stays as it was typed, with the reason beside it", "[ui]")
{
    DetailRoom room;
    FieldRow *close = room.edit(u"expected_close");
    room.type(u"31.2.2027"_s);
    CHECK(!close->note().isEmpty()); // while typing
    room.press(Qt::Key_Return);
    CHECK(close->isEditing());
    CHECK(close->editor()->typed() == u"31.2.2027"_s);
    CHECK(!room.theDeal().expectedClose.isValid());
    room.fieldRow(u"amount")->setFocus(); // leaving keeps it, too
    CHECK(close->isEditing());
    CHECK(close->editor()->typed() == u"31.2.2027"_s);
}

TEST_CASE("A save that the rules refuse keeps the text and says why", "[ui]")
{
    DetailRoom room;
    FieldRow *stage = room.edit(u"stage_id");
    stage->editor()->type(u"Lost"_s);
    stage->save();
    REQUIRE(await([&] { return !stage->note().isEmpty(); }));
    CHECK(stage->note().contains(u"date"_s));
    CHECK(stage->isEditing());
    CHECK(stage->editor()->typed() == u"Lost"_s);
    CHECK(room.theDeal().stage.value == 1);
}

TEST_CASE("A record changed elsewhere while it is edited: the conflict is said, the text kept", "[ui]")
{
    DetailRoom room;
    FieldRow *next = room.edit(u"competitor");
    room.type(u"Mine"_s);
    Deal before = room.theDeal();
    Deal after = before;
    after.competitor = u"Theirs"_s;
    room.book.commitElsewhere({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    room.press(Qt::Key_Return); // the workspace does not know of it yet
    REQUIRE(await([&] { return next->note().contains(u"“Theirs” in the meantime. Enter keeps yours"_s); }));
    CHECK(next->editor()->typed() == u"Mine"_s);
    CHECK(room.theDeal().competitor == u"Theirs"_s);
    room.press(Qt::Key_Return); // now the conflict is known
    REQUIRE(await([&] { return !next->isEditing(); }));
    CHECK(room.theDeal().competitor == u"Mine"_s);
}

TEST_CASE("A book that goes away while one types: it is said, the text kept, and saved once it is back",
          "[ui]")
{
    DetailRoom room;
    FieldRow *name = room.edit(u"name");
    room.type(u"Renewal 2027"_s);
    const QString path = room.book.workspace().address();
    REQUIRE(QFile::rename(path, path + u".away"_s));
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return name->note().contains(u"was moved or removed while it was open"_s); }));
    CHECK(name->isUnsaved());
    CHECK(name->findChild<QLineEdit *>()->text() == u"Renewal 2027"_s);
    REQUIRE(QFile::rename(path + u".away"_s, path));
    name->findChild<QLineEdit *>()->setFocus();
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return !name->isEditing(); }));
    CHECK(room.theDeal().name == u"Renewal 2027"_s);
}

TEST_CASE("A change that arrives while one types is said at once, other fields follow quietly", "[ui]")
{
    DetailRoom room;
    FieldRow *next = room.edit(u"competitor");
    room.type(u"Mine"_s);
    Deal before = room.theDeal();
    Deal after = before;
    after.competitor = u"Theirs"_s;
    after.description = u"Globex"_s;
    room.book.commit({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    REQUIRE(await([&] { return next->note().contains(u"Theirs"_s); }));
    CHECK(next->editor()->typed() == u"Mine"_s);
    CHECK(room.fieldRow(u"description")->shownText() == u"Globex"_s);
    room.press(Qt::Key_Escape);
    CHECK(next->shownText() == u"Theirs"_s);
}

TEST_CASE("A look at an activity does not change which part other records show", "[ui]")
{
    DetailRoom room;
    const ActivityId call = room.book.add(Activity{.kind = ActivityKind::Call, .subject = u"Ring"_s});
    const auto part = [&] { return room.pane->findChild<TabRow *>()->current(); };
    room.pane->choosePart(DetailPane::Part::Timeline);
    room.show({EntityKind::Activity, call.value});
    CHECK(part() == int(DetailPane::Part::Details)); // it has no timeline
    room.show({EntityKind::Deal, room.deal.value});
    CHECK(part() == int(DetailPane::Part::Timeline));
    room.pane->choosePart(DetailPane::Part::History);
    room.show({EntityKind::Activity, call.value});
    CHECK(part() == int(DetailPane::Part::History));
}

TEST_CASE("A new record that is refused puts the cursor into its first fault", "[ui]")
{
    DetailRoom room;
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    REQUIRE(await([&] { return room.fieldRow(u"amount") && room.fieldRow(u"amount")->editor(); }));
    room.fieldRow(u"name")->editor()->type(u"Big order"_s);
    room.fieldRow(u"amount")->editor()->type(u"12x"_s);
    room.fieldRow(u"description")->editor()->setFocus();
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return !room.fieldRow(u"amount")->note().isEmpty(); }));
    CHECK(room.fieldRow(u"amount")->isAncestorOf(QApplication::focusWidget()));
}

TEST_CASE("Empty fields are folded away until one asks for more", "[ui]")
{
    DetailRoom room;
    room.pane->choosePart(DetailPane::Part::Details);
    CHECK(room.fieldRow(u"amount")->isVisible());
    CHECK(room.fieldRow(u"expected_close")->isVisible()); // shown though empty, since it should be filled
    CHECK(!room.fieldRow(u"competitor")->isVisible());
    for (FlatButton *button : room.sheet()->findChildren<FlatButton *>()) {
        if (button->text().startsWith(u"More…"_s))
            button->click();
    }
    CHECK(room.fieldRow(u"competitor")->isVisible());
}

TEST_CASE("Going to another record saves what was typed in this one", "[ui]")
{
    DetailRoom room;
    room.edit(u"competitor");
    room.type(u"Call Ana"_s);
    room.show({EntityKind::Company, room.company.value});
    CHECK(room.theDeal().competitor == u"Call Ana"_s);
    CHECK(room.book.load<Company>(room.company).name == u"Acme"_s);
}

TEST_CASE("What could not be saved waits at its record, even in the next session", "[ui]")
{
    DetailRoom room;
    room.edit(u"expected_close");
    room.type(u"someday"_s);
    room.show({EntityKind::Company, room.company.value});
    CHECK(app::Drafts(room.book.folderPath(u"drafts.json"_s)).keys().isEmpty()); // not written yet
    room.drafts.write();
    CHECK(app::Drafts(room.book.folderPath(u"drafts.json"_s)).keys().size() == 1);
    room.show({EntityKind::Deal, room.deal.value});
    FieldRow *close = room.fieldRow(u"expected_close");
    REQUIRE(close->isEditing());
    CHECK(close->editor()->typed() == u"someday"_s);
}

TEST_CASE("A new record that I began earlier says from when it is, and can be emptied", "[ui]")
{
    DetailRoom room;
    const auto says = [&] {
        for (const ElidedLabel *each : room.sheet()->findChildren<ElidedLabel *>()) {
            if (each->isVisible() && each->text().startsWith(u"Kept from "_s))
                return true;
        }
        return false;
    };
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    CHECK_FALSE(says());
    room.type(u"Test"_s);
    room.press(Qt::Key_Escape); // keeps it
    REQUIRE(await([&] { return !room.pane->isCreating(); }));
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    REQUIRE(says());
    CHECK(room.fieldRow(u"name")->editor()->typed() == u"Test"_s);
    clickButton(*room.sheet(), u"Discard"_s);
    CHECK_FALSE(says());
    CHECK(room.fieldRow(u"name")->editor()->typed().isEmpty());
    CHECK(room.pane->isCreating());
    CHECK(room.drafts.keys().isEmpty());
}

TEST_CASE("A new record is typed into the same pane; refused, it keeps every word", "[ui]")
{
    DetailRoom room;
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    CHECK(room.pane->isCreating());
    room.fieldRow(u"amount")->editor()->setFocus();
    room.type(u"$2,500"_s);
    room.press(Qt::Key_S, Qt::ControlModifier);
    CHECK(room.fieldRow(u"name")->note().contains(u"missing"_s));
    CHECK(room.fieldRow(u"amount")->editor()->typed() == u"$2,500"_s);

    room.fieldRow(u"name")->editor()->setFocus();
    room.type(u"Größerer Auftrag"_s);
    EntityRef made;
    QObject::connect(room.pane, &DetailPane::created, &room.window, [&](EntityRef ref) { made = ref; });
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return made.id != 0 && room.pane->record() == made && !room.pane->isCreating(); }));
    const Deal deal = room.book.load<Deal>({made.id});
    CHECK(deal.name == u"Größerer Auftrag"_s);
    CHECK(deal.amount == 250'000);
    CHECK(deal.currency == u"USD"_s);
    CHECK(deal.stage.value == 1);
    CHECK(deal.owner == room.book.user());
    CHECK(room.drafts.keys().isEmpty());
}

TEST_CASE("A new record that is left comes back with what was typed", "[ui]")
{
    DetailRoom room;
    room.pane->create(EntityKind::Company, entityInfo(EntityKind::Company).defaults);
    room.fieldRow(u"name")->editor()->setFocus();
    room.type(u"Half a na"_s);
    room.press(Qt::Key_Escape);
    REQUIRE(await([&] { return !room.pane->isCreating(); }));
    room.pane->create(EntityKind::Company, entityInfo(EntityKind::Company).defaults);
    CHECK(room.fieldRow(u"name")->editor()->typed() == u"Half a na"_s);
}

TEST_CASE("A company lists its deals and contacts, and a click goes there", "[ui]")
{
    DetailRoom room;
    room.book.add(Contact{.firstName = u"Ana"_s, .lastName = u"Núñez"_s, .company = room.company});
    room.show({EntityKind::Company, room.company.value});
    room.pane->choosePart(DetailPane::Part::Related);
    QStringList names;
    LinkRow *deal = nullptr;
    for (LinkRow *row : room.pane->findChildren<LinkRow *>()) {
        names += row->link().text;
        if (row->link().record == EntityRef{EntityKind::Deal, room.deal.value})
            deal = row;
    }
    CHECK(names == QStringList{u"Ana Núñez"_s, u"Renewal"_s});
    REQUIRE(deal);
    deal->click();
    REQUIRE(await([&] { return room.pane->record() == EntityRef{EntityKind::Deal, room.deal.value}; }));
}

TEST_CASE("A record deleted elsewhere says so and keeps its fields readable", "[ui]")
{
    DetailRoom room;
    room.book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, room.deal.value})}});
    REQUIRE(await([&] { return !room.commands.run(u"activity.logCall"); }));
    CHECK(room.fieldRow(u"amount")->shownText() == u"€10,000"_s);
}

TEST_CASE("No two of the pane's commands share a key", "[ui]")
{
    DetailRoom room;
    CHECK(room.commands.conflicts().empty());
}
