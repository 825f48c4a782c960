// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/customvalues.h"
#include "domain/records/lists.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/flatbutton.h"
#include "ui/record/detailroom.h"

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// A deal with custom fields, all empty.
struct CustomRoom : DetailRoom {
    std::vector<CustomField> fields;

    CustomRoom()
    {
        define(u"budget"_s, u"Budget"_s, CustomKind::Money, 3);
        define(u"seats"_s, u"Seats"_s, CustomKind::Number, 1);
        define(u"go_live"_s, u"Go-live"_s, CustomKind::Day, 2);
        define(u"size"_s, u"Size"_s, CustomKind::Choice, 4);
        define(u"pilot"_s, u"Pilot"_s, CustomKind::YesNo, 5);
        define(u"remarks"_s, u"Remarks"_s, CustomKind::LongText, 6);
        define(u"region"_s, u"Region"_s, CustomKind::Text, 7, true);
        pane->choosePart(DetailPane::Part::Details);
        REQUIRE(await([this] { return sheet()->fieldRow(u"custom.region"); }));
    }

    void define(const QString &name, const QString &label, CustomKind kind, qint64 position,
                bool required = false)
    {
        fields.push_back({.recordKind = EntityKind::Deal,
                          .name = name,
                          .label = label,
                          .kind = kind,
                          .choices = u"Small\nLarge"_s,
                          .required = required,
                          .position = position});
        book.add(fields.back());
    }

    Value value(const QString &name)
    {
        for (const CustomField &field : fields) {
            if (field.name == name)
                return customValue(theDeal().custom, field);
        }
        return {};
    }

    // Types into the field and saves: returns whether it then shows `shown`.
    bool shows(const QString &name, const QString &typed, const QString &shown)
    {
        FieldRow *custom = fieldRow(QString(u"custom."_s + name));
        custom->edit(typed);
        custom->save();
        return await([&] { return !custom->isEditing() && custom->shownText() == shown; });
    }
};

} // namespace

TEST_CASE("Custom fields stand in a section of their own, in the order of their definitions", "[ui]")
{
    CustomRoom room;
    QStringList labels;
    for (const FieldRow *fieldRow : room.sheet()->findChildren<FieldRow *>()) {
        if (fieldRow->field().isCustom() && !labels.contains(fieldRow->accessibleName()))
            labels += fieldRow->accessibleName();
    }
    CHECK(labels
          == QStringList{u"Seats"_s, u"Go-live"_s, u"Budget"_s, u"Size"_s, u"Pilot"_s, u"Remarks"_s,
                         u"Region"_s});
    CHECK(await([&] { return room.fieldRow(u"custom.region")->isVisible(); })); // it is required
    CHECK(room.fieldRow(u"custom.seats")->isVisible()); // to be filled in: one of the first
    room.define(u"late"_s, u"Late"_s, CustomKind::Text, 8);
    REQUIRE(await([&] { return room.sheet()->fieldRow(u"custom.late") != nullptr; }));
    CHECK(!room.fieldRow(u"custom.late")->isVisible());
    for (FlatButton *button : room.sheet()->findChildren<FlatButton *>()) {
        if (button->text().startsWith(u"More…"_s))
            button->click();
    }
    CHECK(await([&] { return room.fieldRow(u"custom.late")->isVisible(); }));
    const auto titles = room.sheet()->findChildren<ElidedLabel *>();
    CHECK(std::any_of(titles.begin(), titles.end(), [](const ElidedLabel *title) {
        return title->text() == u"Own fields"_s && title->isVisible();
    }));
}

TEST_CASE("Each kind of custom field is typed and shown as its kind", "[ui]")
{
    CustomRoom room;
    CHECK(room.shows(u"seats"_s, u"1200"_s, u"1,200"_s));
    CHECK(room.value(u"seats"_s) == Value(qint64(1200)));
    CHECK(room.shows(u"seats"_s, u"2.5"_s, u"2.5"_s));
    CHECK(room.value(u"seats"_s) == Value(2.5));
    CHECK(room.shows(u"budget"_s, u"12500"_s, u"€12,500"_s));
    CHECK(room.value(u"budget"_s) == Value(qint64(1'250'000)));
    CHECK(room.shows(u"go_live"_s, u"tomorrow"_s, u"24 Nov 2026"_s));
    CHECK(room.value(u"go_live"_s) == Value(u"2026-11-24"_s));
    CHECK(room.shows(u"size"_s, u"Large"_s, u"Large"_s));
    CHECK(room.shows(u"pilot"_s, u"1"_s, u"Yes"_s));
    CHECK(room.value(u"pilot"_s) == Value(qint64(1)));
    CHECK(room.shows(u"remarks"_s, u"two\nlines"_s, u"two\nlines"_s));
    CHECK(room.shows(u"region"_s, u"Süd"_s, u"Süd"_s));
    CHECK(room.book.lastStep() == u"Changed Region of “Renewal”"_s);
    CHECK(room.shows(u"seats"_s, QString(), u"–"_s));
    CHECK(isNull(room.value(u"seats"_s)));
    CHECK(room.value(u"size"_s) == Value(u"Large"_s));
}

TEST_CASE("A custom field that cannot be read stays as it was typed, with the reason", "[ui]")
{
    CustomRoom room;
    FieldRow *seats = room.edit(u"custom.seats");
    room.type(u"a dozen"_s);
    room.press(Qt::Key_Return);
    CHECK(seats->isEditing());
    CHECK(!seats->note().isEmpty());
    CHECK(seats->editor()->typed() == u"a dozen"_s);
    room.show({EntityKind::Company, room.company.value});
    room.show({EntityKind::Deal, room.deal.value});
    REQUIRE(room.fieldRow(u"custom.seats")->isEditing());
    CHECK(room.fieldRow(u"custom.seats")->editor()->typed() == u"a dozen"_s);
    room.fieldRow(u"custom.seats")->revert();

    CHECK(room.shows(u"region"_s, u"North"_s, u"North"_s));
    FieldRow *region = room.edit(u"custom.region");
    region->editor()->type(QString());
    region->save();
    CHECK(region->note().contains(u"Region is missing"_s));
    FieldRow *budget = room.edit(u"custom.budget");
    budget->editor()->type(u"$5"_s);
    budget->save();
    CHECK(budget->note().contains(u"Budget is in EUR"_s));
}

TEST_CASE("Somebody else's change of another custom field is no conflict, of the same one it is", "[ui]")
{
    CustomRoom room;
    FieldRow *seats = room.edit(u"custom.seats");
    room.type(u"7"_s);
    const Deal before = room.theDeal();
    Deal after = before;
    after.custom = uR"({"region":"Ost"})"_s;
    room.book.commitElsewhere({Sentence::verbatim(u"Change"_s), {update(before, after)}});
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return !seats->isEditing(); }));
    CHECK(room.value(u"region"_s) == Value(u"Ost"_s));
    CHECK(room.value(u"seats"_s) == Value(qint64(7)));

    FieldRow *region = room.edit(u"custom.region");
    region->editor()->type(u"Mine"_s);
    Deal theirs = room.theDeal();
    theirs.custom = uR"({"region":"Theirs","seats":7})"_s;
    room.book.commitElsewhere({Sentence::verbatim(u"Change"_s), {update(room.theDeal(), theirs)}});
    region->save();
    REQUIRE(await([&] { return !region->note().isEmpty(); }));
    CHECK(region->editor()->typed() == u"Mine"_s);
    CHECK(room.value(u"region"_s) == Value(u"Theirs"_s));
}

TEST_CASE("Undo takes back a custom field", "[ui]")
{
    CustomRoom room;
    CHECK(room.shows(u"region"_s, u"Süd"_s, u"Süd"_s));
    room.book.workspace().undo();
    REQUIRE(await([&] { return room.fieldRow(u"custom.region")->shownText() == u"–"_s; }));
}

TEST_CASE("The form of a new record has the custom fields, and says which of them is missing", "[ui]")
{
    CustomRoom room;
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    room.fieldRow(u"name")->editor()->type(u"Pump"_s);
    room.fieldRow(u"custom.seats")->editor()->type(u"7"_s);
    room.sheet()->saveNew();
    CHECK(room.fieldRow(u"custom.region")->note().contains(u"Region is missing"_s));
    room.fieldRow(u"custom.region")->editor()->type(u"North"_s);
    REQUIRE(awaitSignal(*room.pane, &DetailPane::created, [&] { room.sheet()->saveNew(); }));
    room.deal = {room.pane->record().id};
    CHECK(room.theDeal().name == u"Pump"_s);
    CHECK(room.value(u"seats"_s) == Value(qint64(7)));
    CHECK(room.value(u"region"_s) == Value(u"North"_s));
}
