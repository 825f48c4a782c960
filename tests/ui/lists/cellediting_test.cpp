// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/listroom.h"

#include "ui/fields/fieldrow.h"
#include "ui/fields/recordeditor.h"
#include "ui/stages/stageform.h"

#include <QComboBox>
#include <QLineEdit>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

TEST_CASE("A cell is edited in its place, and Enter saves it and stays", "[ui]")
{
    ListRoom room;
    room.edit(room.birch, u"amount");
    room.type(u"12.5k"_s);
    room.press(Qt::Key_Return);
    CHECK(await([&] { return room.load(room.birch).amount == 1'250'000; }));
    CHECK(await([&] { return room.text(room.birch, u"amount") == u"€12,500"_s; }));
    CHECK_FALSE(room.editor());
    CHECK(room.view()->currentIndex() == room.cell(room.birch, u"amount"));
    CHECK(room.view()->hasFocus());
    CHECK(await([&] { return room.sum() == 2'550'000; }));
    room.book.workspace().undo();
    CHECK(await([&] { return room.text(room.birch, u"amount") == u"€500"_s; }));
    CHECK(await([&] { return room.sum() == 1'350'000; }));
}

TEST_CASE("What is typed into a cell that was just opened takes the place of what stood there", "[ui]")
{
    ListRoom room;
    room.edit(room.birch, u"name");
    QTest::keyClicks(QApplication::focusWidget(), u"Beech"_s);
    room.press(Qt::Key_Return);
    CHECK(await([&] { return room.load(room.birch).name == u"Beech"_s; }));
}

TEST_CASE("A double click edits the cell it meets", "[ui]")
{
    ListRoom room;
    const QPoint middle = room.view()->visualRect(room.cell(room.cedar, u"name")).center();
    QTest::mouseClick(room.view()->viewport(), Qt::LeftButton, {}, middle);
    QTest::mouseDClick(room.view()->viewport(), Qt::LeftButton, {}, middle);
    REQUIRE(room.editor());
    CHECK(room.editor()->record() == EntityRef{EntityKind::Deal, room.cedar.value});
}

TEST_CASE("A figure is typed where its column has it, at the right", "[ui]")
{
    ListRoom room;
    const CellEditor *amount = room.edit(room.amber, u"amount");
    CHECK(amount->findChild<QLineEdit *>()->alignment().testFlag(Qt::AlignRight));
    room.press(Qt::Key_Escape);
    const CellEditor *name = room.edit(room.amber, u"name");
    CHECK(name->findChild<QLineEdit *>()->alignment().testFlag(Qt::AlignLeft));
}

TEST_CASE("Tab saves and goes on to the next cell that can be edited", "[ui]")
{
    ListRoom room;
    room.edit(room.amber, u"expected_close");
    room.type(u"tomorrow"_s);
    room.press(Qt::Key_Tab);
    CHECK(room.load(room.amber).expectedClose == QDate(2026, 11, 24));
    REQUIRE(await([&] { return room.page->cellEditors().size() == 1; }));
    CHECK(room.view()->currentIndex() == room.cell(room.amber, u"owner_id"));
    QTest::keyClick(QApplication::focusWidget(), Qt::Key_Backtab, Qt::ShiftModifier);
    REQUIRE(await([&] { return room.page->cellEditors().size() == 1; }));
    CHECK(room.view()->currentIndex() == room.cell(room.amber, u"expected_close"));
}

TEST_CASE("Tab in the last column goes on in the next row", "[ui]")
{
    ListRoom room;
    room.edit(room.amber, u"next_step");
    room.type(u"Send the offer"_s);
    room.press(Qt::Key_Tab);
    CHECK(await([&] { return room.load(room.amber).nextStep == u"Send the offer"_s; }));
    CHECK(room.view()->currentIndex() == room.cell(room.birch, u"name"));
}

TEST_CASE("Esc takes back what was typed into a cell", "[ui]")
{
    ListRoom room;
    const QString before = room.book.lastStep();
    room.edit(room.amber, u"name");
    room.type(u"Something else"_s);
    room.press(Qt::Key_Escape);
    CHECK_FALSE(room.editor());
    CHECK(room.view()->hasFocus());
    CHECK(room.load(room.amber).name == u"Amber"_s);
    CHECK(room.book.lastStep() == before);
}

TEST_CASE("A column that follows from others is not edited", "[ui]")
{
    ListRoom room;
    for (const QString &id : {u"weighted"_s, u"probability"_s}) {
        room.choose(room.amber, id);
        room.page->editCell();
        CHECK_FALSE(room.editor());
    }
}

TEST_CASE("A refused value stays in its cell with the reason, wherever one goes", "[ui]")
{
    ListRoom room;
    CellEditor *refused = room.edit(room.amber, u"expected_close");
    room.type(u"31.2.2027"_s);
    room.press(Qt::Key_Tab);
    CHECK(room.editor() == refused);
    CHECK_FALSE(refused->note().isEmpty());
    room.edit(room.birch, u"name");
    CHECK(room.page->cellEditors().size() == 2);
    CHECK(refused->findChild<QLineEdit *>()->text() == u"31.2.2027"_s);
    room.press(Qt::Key_Escape);
    CHECK(room.edit(room.amber, u"expected_close") == refused); // it was still open
    room.type(u"28.2.2027"_s);
    room.press(Qt::Key_Return);
    CHECK(await([&] { return room.load(room.amber).expectedClose == QDate(2027, 2, 28); }));
}

TEST_CASE("A company is found while typing, in its cell", "[ui]")
{
    ListRoom room;
    CellEditor *editor = room.edit(room.amber, u"company_id");
    auto *record = editor->findChild<RecordEditor *>();
    REQUIRE(record);
    room.type(u"bolt works"_s);
    record->type(u"bolt works"_s);
    REQUIRE(await([&] { return record->values().has_value(); }));
    editor->save();
    CHECK(await([&] { return room.load(room.amber).company == room.bolt; }));
    CHECK(await([&] { return room.text(room.amber, u"company_id") == u"Bolt Works"_s; }));
}

TEST_CASE("What was typed into a cell when the window closed waits among the fields of its record", "[ui]")
{
    ListRoom room;
    (void)room.edit(room.amber, u"name");
    room.type(u"Amber, but lar"_s);
    (void)room.edit(room.birch, u"expected_close"); // saves the other cell
    REQUIRE(await([&] { return room.drafts.keys().isEmpty(); }));
    CHECK(room.load(room.amber).name == u"Amber, but lar"_s);
    room.type(u"31.2.2027"_s);
    room.openPage(); // the old page is deleted, as in a crash
    room.drafts.write();
    const app::Drafts tomorrow(room.book.folderPath(u"drafts.json"_s));
    CHECK(tomorrow.keys() == QStringList{app::Drafts::key(u"facts", {EntityKind::Deal, room.birch.value})});
    CHECK(tomorrow.find(tomorrow.keys().front()).value(u"expected_close"_s) == QJsonValue(u"31.2.2027"_s));
}

TEST_CASE("A cell that was saved, or reverted with Esc, leaves no draft", "[ui]")
{
    ListRoom room;
    (void)room.edit(room.amber, u"name");
    room.type(u"Other"_s);
    CHECK(room.drafts.keys().size() == 1);
    room.press(Qt::Key_Escape);
    CHECK(room.drafts.keys().isEmpty());
    (void)room.edit(room.amber, u"name");
    room.type(u"Third"_s);
    room.press(Qt::Key_Return);
    CHECK(await([&] { return room.load(room.amber).name == u"Third"_s; }));
    CHECK(await([&] { return room.drafts.keys().isEmpty(); }));
}

TEST_CASE("A value that somebody else changed meanwhile is said, and nothing typed is lost", "[ui]")
{
    ListRoom room;
    CellEditor *editor = room.edit(room.amber, u"name");
    room.type(u"Mine"_s);
    Deal theirs = room.load(room.amber);
    theirs.name = u"Theirs"_s;
    room.book.commitElsewhere({Sentence::verbatim(u"Change"_s), {update(room.load(room.amber), theirs)}});
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return editor->note().contains(u"“Theirs” in the meantime. Enter keeps yours"_s); }));
    CHECK(room.editor() == editor);
    CHECK(editor->findChild<QLineEdit *>()->text() == u"Mine"_s);
    room.press(Qt::Key_Return);
    CHECK(await([&] { return room.load(room.amber).name == u"Mine"_s; }));
}

TEST_CASE("A record deleted meanwhile is said, and what was typed stays until Esc", "[ui]")
{
    ListRoom room;
    CellEditor *editor = room.edit(room.amber, u"name");
    room.type(u"Mine"_s);
    room.book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, room.amber.value})}});
    REQUIRE(await([&] { return editor->note().contains(u"was deleted in the meantime"_s); }));
    CHECK(editor->findChild<QLineEdit *>()->text() == u"Mine"_s);
    editor->findChild<QLineEdit *>()->setFocus();
    room.press(Qt::Key_Escape);
    CHECK_FALSE(room.editor());
}

TEST_CASE("An editor nothing was typed into goes away with its record", "[ui]")
{
    ListRoom room;
    room.edit(room.amber, u"name");
    room.book.commit({Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, room.amber.value})}});
    CHECK(await([&] { return room.editor() == nullptr; }));
}

TEST_CASE("The editor follows its cell when the list is sorted", "[ui]")
{
    ListRoom room;
    CellEditor *editor = room.edit(room.amber, u"name");
    room.type(u"Amber II"_s);
    room.view()->sortByColumn(room.column(u"amount"), Qt::AscendingOrder);
    REQUIRE(await([&] { return room.model().rowOf(room.amber.value) == 2; }));
    CHECK(await([&] { return editor->y() == room.view()->visualRect(room.cell(room.amber, u"name")).y(); }));
    CHECK(editor->findChild<QLineEdit *>()->text() == u"Amber II"_s);
}

TEST_CASE("A stage that closes the deal asks when and why, beside the cell", "[ui]")
{
    ListRoom room;
    CellEditor *editor = room.edit(room.amber, u"stage_id");
    auto *box = editor->findChild<QComboBox *>();
    REQUIRE(box);
    const int lost = box->findText(u"Lost"_s);
    REQUIRE(lost >= 0);
    box->hidePopup();
    box->setCurrentIndex(lost);
    editor->save();
    auto *form = room.page->findChild<StageForm *>();
    REQUIRE(form);
    REQUIRE(form->isVisible());
    room.press(Qt::Key_1); // the first reason
    room.press(Qt::Key_Return);
    CHECK(await([&] { return room.load(room.amber).status == StageType::Lost; }));
    CHECK(room.load(room.amber).lostReason);
    CHECK(room.load(room.amber).closedOn == QDate(2026, 11, 23));
    CHECK(room.book.lastStep().contains(u"Lost"_s));
}
