// SPDX-License-Identifier: GPL-3.0-or-later
// What the database does with a kind of record added by this test, on both engines.
#include "domain/changes/derive.h"
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/inenglish.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/searchhit.h"
#include "domain/records/totals.h"
#include "domain/records/user.h"
#include "kinds/vehicle.h"
#include "store/actions/actions.h"
#include "store/commit/changelog.h"
#include "store/maintenance/check.h"
#include "store/reading/related.h"
#include "store/search/search.h"
#include "store/summaries/timeline.h"
#include "store/summaries/today.h"
#include "support/transfer.h"
#include "transfer/archive.h"
#include "transfer/import/importpreview.h"

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

store::Viewer ana()
{
    return {.user = UserId{1}};
}

// A haulier's book: Acme with two vans owned by Ana.
struct Fleet : FreshBook {
    CompanyId acme;
    VehicleId bus;
    VehicleId van;

    explicit Fleet(sql::Engine engine) : FreshBook(engine)
    {
        add(User{.name = u"Ana Núñez"_s});
        acme = add(Company{.name = u"Acme Haulage"_s});
        bus = enter({.name = u"Yellow bus"_s,
                     .plate = u"B-HW 17"_s,
                     .company = acme,
                     .value = 8'500'000,
                     .currency = u"EUR"_s,
                     .phone = u"+49 30 901820"_s});
        van = enter({.name = u"Blue van"_s,
                     .plate = u"B-HW 18"_s,
                     .company = acme,
                     .value = 1'200'000,
                     .currency = u"EUR"_s});
    }

    // As entered in the form of a new one.
    VehicleId enter(const Vehicle &vehicle)
    {
        const Edit edit =
            valueOf(store::createRecordEdit(connection(), vehicleKind, toRow(vehicle), actor()));
        return {commit(edit).changes.front().ref.id};
    }
    ChangeSet set(VehicleId vehicle, QStringView field, const Value &value)
    {
        return commit(
            valueOf(store::setFieldsEdit(connection(), {vehicleKind, vehicle.value},
                                         {{entityInfo(vehicleKind).indexOf(field), value}}, actor())));
    }
    QStringList listed(const QString &filter, const QString &order = u"name"_s)
    {
        const auto read = parseFilter(vehicleKind, filter, QDate(2026, 11, 23));
        REQUIRE(read);
        const Query query{
            .kind = vehicleKind, .filter = *read, .order = valueOf(parseOrder(vehicleKind, order))};
        QStringList names;
        const auto ids = valueOf(store::ids(connection(), query, ana(), 0));
        for (const LoadedRecord &row : valueOf(store::rows(connection(), vehicleKind, ids)))
            names += titleOf(vehicleKind, row.record.row);
        return names;
    }
    QStringList found(const QString &typed)
    {
        QStringList titles;
        for (const SearchHit &hit : valueOf(store::search(connection(), typed, 20)))
            titles += hit.title + u" · "_s + hit.detail;
        return titles;
    }
    QStringList flaws()
    {
        return linesInEnglish(
            valueOf(store::checkBook(connection(), store::CheckDepth::Thorough, {})).sentences());
    }
};

} // namespace

TEST_CASE("A made-up kind is listed, filtered, sorted and added up like any other", "[.][kinds]")
{
    registerVehicle();
    Fleet book(GENERATE(anyEngine()));
    CHECK(book.listed({}) == QStringList{u"Blue van"_s, u"Yellow bus"_s});
    CHECK(book.listed({}, u"-value"_s) == QStringList{u"Yellow bus"_s, u"Blue van"_s});
    CHECK(book.listed(u"value:>20k"_s) == QStringList{u"Yellow bus"_s});
    CHECK(book.listed(u"company:acme owner:me van"_s) == QStringList{u"Blue van"_s});
    const Totals totals = valueOf(store::totals(book.connection(), {.kind = vehicleKind}, ana()));
    CHECK(totals.count == 2);
    REQUIRE(totals.sums.size() == 1);
    CHECK(totals.sums.front().minor == 9'700'000);
}

TEST_CASE("A made-up kind is found by its name, its plate and its phone number", "[.][kinds]")
{
    registerVehicle();
    Fleet book(GENERATE(anyEngine()));
    const QStringList bus{u"Yellow bus · Acme Haulage"_s};
    CHECK(book.found(u"yel"_s) == bus);
    CHECK(book.found(u"hw 17"_s) == bus);
    CHECK(book.found(u"901820"_s) == bus);
    CHECK(book.load<Vehicle>(book.bus).phone == u"+49 30 901820"_s);
    CHECK(book.flaws().isEmpty());
}

TEST_CASE("Steps on a made-up kind stand in the history and are undone and done again", "[.][kinds]")
{
    registerVehicle();
    Fleet book(GENERATE(anyEngine()));
    book.set(book.bus, u"plate", u"B-NEW 1"_s);
    CHECK(inEnglish(book.history().front().label) == u"Changed Plate of “Yellow bus”"_s);
    CHECK(book.found(u"new"_s).size() == 1);
    book.undo();
    CHECK(book.load<Vehicle>(book.bus).plate == u"B-HW 17"_s);
    book.redo();
    CHECK(book.load<Vehicle>(book.bus).plate == u"B-NEW 1"_s);

    book.commit(valueOf(store::deleteEdit(book.connection(), {{vehicleKind, book.bus.value}})));
    CHECK(book.listed({}) == QStringList{u"Blue van"_s});
    CHECK(book.found(u"yellow"_s).isEmpty());
    book.undo();
    CHECK(book.found(u"yellow"_s).size() == 1);
    CHECK(book.flaws().isEmpty());
}

TEST_CASE("What is wrong with a made-up kind is refused in its own words", "[.][kinds]")
{
    registerVehicle();
    Fleet book(GENERATE(anyEngine()));
    const auto nameless =
        store::commit(book.connection(), {Sentence::verbatim(u"Add"_s), {create(Vehicle{})}}, book.actor());
    REQUIRE_FALSE(nameless);
    CHECK(nameless.error().code == ErrorCode::Invalid);
    const auto poor = store::commit(
        book.connection(), {Sentence::verbatim(u"Add"_s), {create(Vehicle{.name = u"Cart"_s, .value = 5})}},
        book.actor());
    REQUIRE_FALSE(poor); // an amount needs a currency
    CHECK(poor.error().code == ErrorCode::Invalid);
}

TEST_CASE("A call about a made-up kind stands in its timeline and in Today", "[.][kinds]")
{
    registerVehicle();
    Fleet book(GENERATE(anyEngine()));
    const EntityRef bus{vehicleKind, book.bus.value};
    const Activity call{.kind = ActivityKind::Call,
                        .state = ActivityState::Planned,
                        .subject = u"Book the inspection"_s,
                        .at = {1'700'000'000'000},
                        .owner = {1}};
    const ChangeSet logged = book.commit(
        valueOf(store::logActivityEdit(book.connection(), {.activity = call, .links = {bus}}, book.actor())));
    CHECK(book.load<Vehicle>(book.bus).nextActivity == call.at);
    CHECK(valueOf(store::timeline(book.connection(), bus, 10)).planned.size() == 1);

    const auto today = valueOf(store::today(book.connection(), {.today = QDate(2023, 12, 1)}, ana()));
    REQUIRE(today.overdue.rows.size() == 1);
    REQUIRE(today.overdue.rows.front().linked.size() == 1);
    CHECK(today.overdue.rows.front().linked.front().title == u"Yellow bus"_s);
    const EntityRef activity = logged.changes.front().ref;
    CHECK(valueOf(store::relatedTo(book.connection(), activity, 10)).of(vehicleKind).size() == 1);
    CHECK(book.flaws().isEmpty());
}

TEST_CASE("A company lists the records of a made-up kind that are its own", "[.][kinds]")
{
    registerVehicle();
    Fleet book(GENERATE(anyEngine()));
    const auto related =
        valueOf(store::relatedTo(book.connection(), {EntityKind::Company, book.acme.value}, 10));
    REQUIRE(related.of(vehicleKind).size() == 2);
    CHECK(titleOf(vehicleKind, related.of(vehicleKind).front().record.row) == u"Blue van"_s);
}

TEST_CASE("A made-up kind is read from a file of another program, and recognised in it", "[.][kinds]")
{
    registerVehicle();
    Fleet book(GENERATE(anyEngine()));
    CHECK(transfer::likelyKind({u"Name"_s, u"Plate"_s, u"Inspection on"_s, u"Value"_s}, {}) == vehicleKind);
    transfer::ImportRequest request{.kind = vehicleKind};
    request.match = {u"plate"_s};
    request.existing = transfer::DuplicatePolicy::Overwrite;
    request.createMissing = kindsWith(KindTrait::IsNameable);
    const transfer::ImportReport report = import(book, request,
                                                 "Name,Plate,Company,Value,Phone,Tags\n"
                                                 "Big yellow bus,B-HW 17,Acme Haulage,90000 EUR,,old\n"
                                                 "Red truck,B-HW 19,Bolt Works,45000 EUR,+49 30 7774,\n");
    INFO((report.firstRejected.empty() ? QString() : inEnglish(report.firstRejected.front().reason))
             .toStdString());
    CHECK(report.rejected == 0);
    CHECK(report.updated == 1);
    CHECK(report.created == 1);
    CHECK(book.load<Vehicle>(book.bus).name == u"Big yellow bus"_s);
    CHECK(book.load<Vehicle>(book.bus).value == 9'000'000);
    CHECK(book.found(u"7774"_s) == QStringList{u"Red truck · Bolt Works"_s});
    CHECK(book.listed(u"tag:old"_s) == QStringList{u"Big yellow bus"_s});
    CHECK(book.flaws().isEmpty());
}

TEST_CASE("A file of activities names records of a made-up kind, and makes those that are missing",
          "[.][kinds]")
{
    registerVehicle();
    Fleet book(GENERATE(anyEngine()));
    transfer::ImportRequest request{.kind = EntityKind::Activity};
    request.createMissing = {vehicleKind};
    const transfer::ImportReport report = import(book, request,
                                                 "Subject,Vehicle,Kind\n"
                                                 "New tyres,Yellow bus,note\n"
                                                 "Bought,Green tractor,note\n");
    CHECK(report.created == 2);
    CHECK(book.listed({}) == QStringList{u"Blue van"_s, u"Green tractor"_s, u"Yellow bus"_s});
    CHECK(valueOf(store::timeline(book.connection(), {vehicleKind, book.bus.value}, 10)).past.size() == 1);
}

TEST_CASE("A made-up kind is exported, and a whole book with it comes back byte for byte", "[.][kinds]")
{
    registerVehicle();
    const auto engine = GENERATE(anyEngine());
    Fleet book(engine);
    CHECK(exported(book, vehicleKind, {u"name"_s, u"company"_s, u"value"_s})
          == "name,company,value\nYellow bus,Acme Haulage,85000.00\nBlue van,Acme Haulage,12000.00\n");

    const QTemporaryDir folder;
    const QString archive = folder.filePath(u"archive"_s);
    valueOf(transfer::exportArchive(book.connection(), archive));
    FreshBook copy(engine);
    valueOf(transfer::importArchive(copy.connection(), archive, copy.actor()));
    CHECK(exportedWhole(copy) == exportedWhole(book));
    CHECK(valueOf(store::checkBook(copy.connection(), store::CheckDepth::Thorough, {})).sentences().empty());
}
