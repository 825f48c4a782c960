// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/lists/changeform.h"

#include "domain/records/lists.h"
#include "ui/fields/fieldrow.h"
#include "ui/lists/listroom.h"
#include "ui/stages/stageform.h"

#include <QComboBox>
#include <QLineEdit>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// The list as in the book's window: the changes that the form asks for are made.
struct ChangeRoom : ListRoom {
    ChangeForm *form = nullptr;

    ChangeRoom()
    {
        QObject::connect(page, &ListPage::changeWanted, page, [this](const app::BulkChange &change) {
            app::changeRecords(book.workspace(), page, change, {},
                               [this](const Result<app::BulkReport> &report) { page->showReport(report); });
        });
    }

    void ask(const std::vector<DealId> &deals, QStringView field)
    {
        choose(deals);
        view()->selectionModel()->setCurrentIndex(cell(deals.back(), field), QItemSelectionModel::NoUpdate);
        page->changeSelection();
        form = page->findChild<ChangeForm *>();
        REQUIRE(form);
        REQUIRE(form->isVisible());
    }
    // A field that need not be a column.
    void chooseField(const QString &label) const
    {
        auto *fields = form->findChild<QComboBox *>(u"field"_s);
        const int at = fields->findText(label);
        REQUIRE(at >= 0);
        fields->setCurrentIndex(at);
        editor()->setFocus();
    }
    FieldEditor *editor() const { return form->findChild<FieldRow *>()->editor(); }
};

} // namespace

TEST_CASE("A field of all selected rows is changed at once, by keyboard, and sums follow", "[ui]")
{
    ChangeRoom room;
    room.ask({room.amber, room.cedar}, u"amount");
    CHECK(room.form->accessibleName() == u"Change 2 deals"_s);
    CHECK(room.form->findChild<QComboBox *>(u"field"_s)->currentText() == u"Amount"_s);
    room.type(u"2k"_s);
    room.press(Qt::Key_Return);
    CHECK(await([&] { return room.load(room.cedar).amount == 200'000; }));
    CHECK(room.load(room.amber).amount == 200'000);
    CHECK(room.load(room.birch).amount == 50'000);
    CHECK(room.book.lastStep() == u"Changed Amount of 2 deals"_s);
    CHECK(await([&] { return room.sum() == 450'000; }));
    CHECK_FALSE(room.form->isVisible());
    CHECK(room.view()->hasFocus());
    CHECK(room.page->selection().size() == 2); // still, for another change
}

TEST_CASE("A change begins with the column one is in, and from the name with the owner", "[ui]")
{
    ChangeRoom room;
    const auto field = [&] { return room.form->findChild<QComboBox *>(u"field"_s)->currentText(); };
    room.ask({room.amber, room.cedar}, u"expected_close");
    CHECK(field() == u"Expected close"_s);
    room.press(Qt::Key_Escape);
    room.ask({room.amber, room.cedar}, u"name");
    CHECK(field() == u"Owner"_s);
    room.press(Qt::Key_Escape);
    room.ask({room.amber, room.cedar}, u"weighted"); // cannot be set
    CHECK(field() == u"Owner"_s);
}

TEST_CASE("The form says how many rows a value changes before it does", "[ui]")
{
    ChangeRoom room;
    room.ask({room.amber, room.birch, room.cedar}, u"amount");
    room.type(u"3k"_s); // as Cedar has it
    CHECK(await([&] { return room.form->said().contains(u"2 of 3 would change."_s); }));
    room.type(u"4k"_s);
    CHECK(await([&] { return room.form->said().contains(u"3 of 3 would change."_s); }));
    CHECK(room.load(room.amber).amount == 1'000'000);
}

TEST_CASE("A tag is given to all selected rows, and taken again", "[ui]")
{
    ChangeRoom room;
    room.book.add(Tag{.name = u"Trade fair"_s});
    REQUIRE(await([&] { return !room.book.workspace().lookups().tags.empty(); }));
    const auto chooseTag = [&](const QString &what) {
        room.chooseField(what);
        room.editor()->type(u"Trade fair"_s);
        REQUIRE(await([&] { return bool(room.editor()->values()); })); // it is found
        room.press(Qt::Key_Return);
    };
    room.ask({room.amber, room.cedar}, u"amount");
    chooseTag(u"Add a tag"_s);
    CHECK(await([&] { return room.book.all(EntityKind::TagLink).size() == 2; }));
    room.ask({room.amber}, u"amount");
    chooseTag(u"Remove a tag"_s);
    CHECK(await([&] { return room.book.all(EntityKind::TagLink).size() == 1; }));
}

TEST_CASE("A tag that was not chosen is asked for, and nothing is changed", "[ui]")
{
    ChangeRoom room;
    const QString before = room.book.lastStep();
    room.ask({room.amber, room.cedar}, u"amount");
    for (const QString &what : {u"Add a tag"_s, u"Remove a tag"_s}) {
        room.chooseField(what);
        room.press(Qt::Key_Return);
        CHECK(room.form->isVisible());
        CHECK(room.form->findChild<FieldRow *>()->note() == u"▲ Tag is missing."_s);
    }
    CHECK(room.book.lastStep() == before);
}

TEST_CASE("A tag that is taken out of the book while the form is open is not given", "[ui]")
{
    ChangeRoom room;
    const TagId tag = room.book.add(Tag{.name = u"Trade fair"_s});
    REQUIRE(await([&] { return !room.book.workspace().lookups().tags.empty(); }));
    room.ask({room.amber, room.cedar}, u"amount");
    room.chooseField(u"Add a tag"_s);
    room.editor()->type(u"Trade fair"_s);
    REQUIRE(await([&] { return bool(room.editor()->values()); }));
    room.book.commit({Sentence::verbatim(u"Remove"_s), {remove({EntityKind::Tag, tag.value})}});
    REQUIRE(await([&] { return room.book.workspace().lookups().tags.empty(); }));
    room.press(Qt::Key_Return);
    CHECK(room.form->findChild<FieldRow *>()->note().contains(u"Choose a tag."_s));
    CHECK(room.book.all(EntityKind::TagLink).empty());
}

TEST_CASE("What cannot be read is said in the form, and nothing is changed", "[ui]")
{
    ChangeRoom room;
    const QString before = room.book.lastStep();
    room.ask({room.amber, room.cedar}, u"expected_close");
    room.type(u"31.2.2027"_s);
    room.press(Qt::Key_Return);
    CHECK(room.form->isVisible());
    CHECK_FALSE(room.form->findChild<FieldRow *>()->note().isEmpty());
    room.press(Qt::Key_Escape);
    CHECK_FALSE(room.form->isVisible());
    CHECK(room.book.lastStep() == before);
}

TEST_CASE("The form names what the rules refuse, and changes the others when told to", "[ui]")
{
    ChangeRoom room;
    room.ask({room.amber, room.cedar}, u"amount");
    room.chooseField(u"Competitor"_s);
    room.type(u"Call"_s);
    room.book.commitElsewhere(
        {Sentence::verbatim(u"Delete"_s), {remove({EntityKind::Deal, room.cedar.value})}});
    room.press(Qt::Key_Return);
    REQUIRE(await([&] { return room.form->isVisible() && room.form->said().contains(u"was deleted"_s); }));
    CHECK(room.load(room.amber).competitor.isEmpty());
    room.press(Qt::Key_Return); // Change the other 1
    CHECK(await([&] { return room.load(room.amber).competitor == u"Call"_s; }));
    CHECK_FALSE(room.form->isVisible());
}

TEST_CASE("Deals that are lost together are asked for their reason once", "[ui]")
{
    ChangeRoom room;
    room.ask({room.amber, room.birch}, u"stage_id");
    room.editor()->type(u"Lost"_s);
    room.editor()->setFocus();
    room.press(Qt::Key_Return);
    auto *closing = room.page->findChild<StageForm *>();
    REQUIRE(closing);
    REQUIRE(closing->isVisible());
    room.press(Qt::Key_1);
    room.press(Qt::Key_Return);
    CHECK(await([&] { return room.load(room.birch).status == StageType::Lost; }));
    CHECK(room.load(room.amber).lostReason);
    CHECK(room.book.lastStep() == u"Changed Stage of 2 deals"_s);
}
