// SPDX-License-Identifier: GPL-3.0-or-later
// What the window does with a kind of record added by this test, on both engines.
#include "app/history/historymodel.h"
#include "app/lists/listmodel.h"
#include "domain/records/company.h"
#include "domain/records/user.h"
#include "kinds/vehicle.h"
#include "support/transfer.h"
#include "ui/fields/fieldeditors.h"
#include "ui/fields/fieldrow.h"
#include "ui/fields/recordform.h"
#include "ui/history/historypage.h"
#include "ui/lists/listpage.h"
#include "ui/record/detailpane.h"
#include "ui/shell/shell.h"
#include "ui/transfer/importdialog.h"
#include "ui/windows/windowroom.h"

#include <QComboBox>
#include <QTableView>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

// A window on a book with one vehicle.
struct Garage {
    FreshBook book;
    EntityRef bus;
    WindowRoom room;

    explicit Garage(sql::Engine engine) : book(engine)
    {
        book.add(User{.name = u"Ana Núñez"_s});
        const CompanyId acme = book.add(Company{.name = u"Acme Haulage"_s});
        bus = {vehicleKind,
               book.add(Vehicle{.name = u"Yellow bus"_s,
                                .plate = u"B-HW 17"_s,
                                .company = acme,
                                .value = 8'500'000,
                                .currency = u"EUR"_s})
                   .value};
        room.open(book.place());
    }

    Shell &shell() const { return room.window->shell(); }
    ListPage *list() const
    {
        for (auto *page : shell().findChildren<ListPage *>()) {
            if (page->kind() == vehicleKind)
                return page;
        }
        return nullptr;
    }
    QStringList names() const
    {
        QStringList all;
        for (int row = 0; list() && row < list()->model().rowCount(); ++row)
            all += list()->model().index(row, 0).data().toString();
        return all;
    }
    DetailPane *pane() const { return shell().findChild<DetailPane *>(); }
    RecordForm *sheet() const { return pane()->findChild<RecordForm *>(); }
    Vehicle load() { return book.load<Vehicle>({bus.id}); }
};

} // namespace

TEST_CASE("A made-up kind has a page with its list, and opens beside it", "[.][kinds]")
{
    registerVehicle();
    Garage garage(GENERATE(anyEngine()));
    garage.room.window->showRecord(garage.bus, BookWindow::Where::ItsPage);
    CHECK(garage.shell().place().page == u"vehicles"_s);
    REQUIRE(await([&] { return garage.names() == QStringList{u"Yellow bus"_s}; }));
    REQUIRE(await([&] { return garage.list()->sheet()->summary.contains(u"€85,000"_s); }));
    REQUIRE(await([&] { return garage.sheet()->fieldRow(u"plate"); }));
    CHECK(garage.sheet()->fieldRow(u"plate")->shownText() == u"B-HW 17"_s);
    CHECK(garage.sheet()->fieldRow(u"company_id")->shownText() == u"Acme Haulage"_s);
}

TEST_CASE("A made-up kind is changed in its details, undone, and told of in the history", "[.][kinds]")
{
    registerVehicle();
    Garage garage(GENERATE(anyEngine()));
    garage.room.window->showRecord(garage.bus, BookWindow::Where::ItsPage);
    REQUIRE(await([&] { return garage.sheet()->fieldRow(u"plate"); }));
    FieldRow *plate = garage.sheet()->fieldRow(u"plate");
    plate->edit(u"B-NEW 1"_s);
    plate->save();
    REQUIRE(await([&] { return garage.load().plate == u"B-NEW 1"_s; }));
    garage.shell().showPage(u"history"_s);
    const auto lastStep = [&] {
        const auto *page = garage.shell().findChild<HistoryPage *>();
        const auto *view = page ? page->findChild<QTableView *>() : nullptr;
        return view ? view->model()->index(0, app::HistoryModel::What).data().toString() : QString();
    };
    REQUIRE(await([&] { return lastStep() == u"Changed Plate of “Yellow bus”"_s; }));
    garage.room.window->workspace().undo();
    REQUIRE(await([&] { return garage.load().plate == u"B-HW 17"_s; }));
}

TEST_CASE("A new record of a made-up kind is typed into its form", "[.][kinds]")
{
    registerVehicle();
    Garage garage(GENERATE(anyEngine()));
    garage.shell().showPage(u"vehicles"_s);
    REQUIRE(await([&] { return garage.names().size() == 1; }));
    garage.pane()->create(vehicleKind, entityInfo(vehicleKind).defaults);
    REQUIRE(garage.sheet()->fieldRow(u"plate"));
    garage.sheet()->fieldRow(u"name")->editor()->type(u"Blue van"_s);
    garage.sheet()->fieldRow(u"value")->editor()->type(u"12,000"_s);
    garage.sheet()->fieldRow(u"phone")->editor()->type(u"+49 30 777"_s);
    garage.sheet()->saveNew();
    REQUIRE(await([&] { return garage.names() == QStringList{u"Blue van"_s, u"Yellow bus"_s}; }));
    const Vehicle van = garage.book.load<Vehicle>({2});
    CHECK(van.value == 1'200'000);
    CHECK(van.phone == u"+49 30 777"_s);
    CHECK(van.owner == garage.room.window->workspace().user());
}

TEST_CASE("The import assistant recognises a file of a made-up kind", "[.][kinds]")
{
    registerVehicle();
    Garage garage(GENERATE(anyEngine()));
    const TextFile file("Name,Plate,Inspection on\nBlue van,HW18,2027-01-31\n");
    const app::Display display{QLocale(QLocale::English, QLocale::UnitedKingdom), QTimeZone::utc()};
    const std::unique_ptr<ImportDialog> dialog(
        new ImportDialog(garage.room.window->workspace(), display, garage.room.dialogs, file.path()));
    dialog->open();
    const auto kind = [&] {
        for (const auto *box : dialog->findChildren<QComboBox *>()) {
            if (box->accessibleName() == u"What the file holds"_s)
                return box->currentText();
        }
        return QString();
    };
    REQUIRE(await([&] { return kind() == u"vehicles"_s; }));
}
