// SPDX-License-Identifier: GPL-3.0-or-later
// Own fields of the book as columns of a list.
#include "domain/changes/customvalues.h"
#include "domain/records/lists.h"
#include "ui/fields/fieldrow.h"
#include "ui/lists/changeform.h"
#include "ui/lists/listcolumns.h"
#include "ui/lists/listroom.h"

#include <QComboBox>
#include <QLineEdit>
#include <QMenu>
using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct OwnRoom : ListRoom {
    Id<EntityKind::CustomField> seats = book.add(CustomField{
        .recordKind = EntityKind::Deal, .name = u"seats"_s, .label = u"Seats"_s, .kind = CustomKind::Number});
    Id<EntityKind::CustomField> budget = book.add(CustomField{.recordKind = EntityKind::Deal,
                                                              .name = u"budget"_s,
                                                              .label = u"Budget"_s,
                                                              .kind = CustomKind::Money,
                                                              .position = 2});

    OwnRoom()
    {
        REQUIRE(await([this] { return model().ownFields().size() == 2; }));
        QObject::connect(page, &ListPage::changeWanted, page, [this](const app::BulkChange &change) {
            app::changeRecords(book.workspace(), page, change, {},
                               [this](const Result<app::BulkReport> &report) { page->showReport(report); });
        });
    }
    // From the menu of columns.
    void show(const QString &heading) const
    {
        view()->columns().openMenu();
        auto *menu = view()->findChild<QMenu *>();
        REQUIRE(menu);
        for (QAction *action : menu->actions()) {
            if (action->text() == heading) {
                CHECK_FALSE(action->isChecked());
                QTest::mouseClick(menu, Qt::LeftButton, {}, menu->actionGeometry(action).center());
                menu->close();
                return;
            }
        }
        FAIL("no such column");
    }
    Value valueOf(DealId deal, Id<EntityKind::CustomField> field)
    {
        return customValue(book.load<Deal>(deal).custom, book.load<CustomField>(field));
    }
    void give(DealId deal, const QString &typed)
    {
        choose(deal, u"custom.seats");
        view()->editCell(cell(deal, u"custom.seats"));
        auto *editor = view()->viewport()->findChild<CellEditor *>();
        REQUIRE(editor);
        auto *line = editor->findChild<QLineEdit *>();
        REQUIRE(line);
        line->setText(typed);
        QTest::keyClick(line, Qt::Key_Return);
    }
};

} // namespace

TEST_CASE("An own field is a column that I choose, fill in, and sort by", "[ui]")
{
    OwnRoom room;
    room.show(u"Seats"_s);
    room.give(room.amber, u"9"_s);
    CHECK(await([&] { return room.text(room.amber, u"custom.seats") == u"9"_s; }));
    room.give(room.birch, u"10.5"_s);
    CHECK(await([&] { return room.text(room.birch, u"custom.seats") == u"10.5"_s; }));
    CHECK(room.valueOf(room.amber, room.seats) == Value(qint64(9)));
    CHECK(app::alignmentOf(EntityKind::Deal, room.model().columns()[size_t(room.column(u"custom.seats"))])
              .testFlag(Qt::AlignRight));
    room.model().sort(room.column(u"custom.seats"), Qt::DescendingOrder);
    CHECK(await([&] { return room.names() == QStringList{u"Birch"_s, u"Amber"_s, u"Cedar"_s}; }));
    SECTION("what is no number is refused in the cell")
    {
        room.give(room.cedar, u"many"_s);
        CHECK(room.view()->viewport()->findChild<CellEditor *>()->note().contains(u"many"_s));
        CHECK(isNull(room.valueOf(room.cedar, room.seats)));
    }
    SECTION("the column comes back with the list, and order and columns with a view")
    {
        CHECK(room.page->arrangement()->sort == u"-seats"_s);
        CHECK(room.page->arrangement()->columns.contains(u"custom.seats"_s));
        room.openPage();
        CHECK(room.column(u"custom.seats") >= 0);
    }
}

TEST_CASE("An own amount is written in the currency of its deal", "[ui]")
{
    OwnRoom room;
    room.show(u"Budget"_s);
    Deal deal = room.book.load<Deal>(room.amber);
    const Deal before = deal;
    deal.custom = withCustomValue({}, room.book.load<CustomField>(room.budget), qint64(1'234'50));
    room.book.commit({Sentence::verbatim(u"Give"_s), {update(before, deal)}});
    CHECK(await([&] { return room.text(room.amber, u"custom.budget") == u"€1,234.50"_s; }));
}

TEST_CASE("An own field is given to many deals at once, and taken back", "[ui]")
{
    OwnRoom room;
    room.show(u"Seats"_s);
    room.choose({room.amber, room.cedar});
    room.view()->selectionModel()->setCurrentIndex(room.cell(room.cedar, u"custom.seats"),
                                                   QItemSelectionModel::NoUpdate);
    room.page->changeSelection();
    auto *form = room.page->findChild<ChangeForm *>();
    REQUIRE(form);
    CHECK(form->findChild<QComboBox *>(u"field"_s)->currentText() == u"Seats"_s);
    auto *line = form->findChild<FieldRow *>()->editor()->findChild<QLineEdit *>();
    REQUIRE(line);
    line->setText(u"25"_s);
    QTest::keyClick(line, Qt::Key_Return);
    CHECK(await([&] { return room.valueOf(room.cedar, room.seats) == Value(qint64(25)); }));
    CHECK(room.valueOf(room.amber, room.seats) == Value(qint64(25)));
    CHECK(isNull(room.valueOf(room.birch, room.seats)));
    CHECK(room.book.lastStep() == u"Changed “Seats” of 2 deals"_s);
}

TEST_CASE("An own amount is not given to deals in another currency", "[ui]")
{
    OwnRoom room;
    const Deal before = room.book.load<Deal>(room.amber);
    Deal after = before;
    after.currency = u"USD"_s;
    room.book.commit({Sentence::verbatim(u"Dollars"_s), {update(before, after)}});
    const app::BulkChange change{
        .kind = EntityKind::Deal,
        .ids = {room.amber.value, room.birch.value},
        .own = app::OwnChange{room.book.load<CustomField>(room.budget), qint64(100'000), u"EUR"_s}};
    std::optional<app::BulkReport> report;
    app::changeRecords(room.book.workspace(), room.page, change, {},
                       [&report](const Result<app::BulkReport> &done) { report = done.value(); });
    REQUIRE(await([&] { return report.has_value(); }));
    CHECK(report->refused == 1);
    CHECK(isNull(room.valueOf(room.amber, room.budget)));
}

TEST_CASE("An own field that is renamed has its new name above its column, and one that is gone has none",
          "[ui]")
{
    OwnRoom room;
    room.show(u"Seats"_s);
    const auto heading = [&room] {
        const int at = room.column(u"custom.seats");
        return room.model().headerData(at, Qt::Horizontal, Qt::DisplayRole).toString();
    };
    CHECK(heading() == u"Seats"_s);
    const CustomField before = room.book.load<CustomField>(room.seats);
    CustomField after = before;
    after.label = u"Places"_s;
    room.book.commit({Sentence::verbatim(u"Rename"_s), {update(before, after)}});
    CHECK(await([&] { return heading() == u"Places"_s; }));
    const int columns = room.model().columnCount();
    room.book.commit({Sentence::verbatim(u"Gone"_s), {remove({EntityKind::CustomField, room.seats.value})}});
    CHECK(await([&] { return room.model().columnCount() == columns - 1; }));
}
