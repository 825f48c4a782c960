// SPDX-License-Identifier: GPL-3.0-or-later
// The next step in a list that was exported, corrected and imported again.
#include "domain/records/activity.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "support/transfer.h"
#include "transfer/archive.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace headway;
using namespace Qt::StringLiterals;
using test::FreshBook;
using test::valueOf;
using transfer::DuplicatePolicy;
using transfer::ImportReport;

namespace {

const QTimeZone berlin("Europe/Berlin");
const QDate monday(2026, 12, 7);

Instant on(QDate day, QTime time = QTime(0, 0))
{
    return {QDateTime(day, time, berlin).toMSecsSinceEpoch()};
}

// Deals with a step at two o'clock, with one for the whole day, with none, and one that is won and has a step.
class Room
{
public:
    explicit Room(sql::Engine engine) : book(engine)
    {
        const PipelineId pipeline = test::givenPipeline(book);
        const auto stages = test::all<Stage>(book);
        const auto deal = [&](const QString &name, size_t stage) {
            return book.add(Deal{.name = name,
                                 .pipeline = pipeline,
                                 .stage = stages[stage].id,
                                 .status = stages[stage].type,
                                 .closedOn = stage == 2 ? monday.addDays(-9) : QDate()});
        };
        visit = plan(deal(u"Towers"_s, 0), {.subject = u"Visit"_s, .at = on(monday, QTime(14, 0))});
        offer = plan(deal(u"Cranes"_s, 1), {.subject = u"Offer"_s, .at = on(monday), .allDay = true});
        bare = deal(u"Bridges"_s, 0);
        thanks = plan(deal(u"Dams"_s, 2), {.subject = u" Thank them "_s, .at = on(monday), .allDay = true});
    }

    ActivityId plan(DealId deal, Activity step)
    {
        step.kind = ActivityKind::Task;
        step.state = ActivityState::Planned;
        step.timeZone = u"Europe/Berlin"_s;
        const ActivityId id = book.add(step);
        book.add(ActivityLink{.activity = id, .recordKind = EntityKind::Deal, .recordId = deal.value});
        return id;
    }

    QByteArray list()
    {
        return test::exported(book, EntityKind::Deal,
                              {u"id"_s, u"name"_s, u"next_step"_s, u"next_activity"_s});
    }
    ImportReport takeBack(const QByteArray &content, const QTimeZone &zone = berlin)
    {
        return test::import(book,
                            {.kind = EntityKind::Deal,
                             .match = {u"id"_s},
                             .existing = DuplicatePolicy::Overwrite,
                             .zone = zone},
                            content);
    }
    Activity now(ActivityId id) { return book.load<Activity>(id); }

    FreshBook book;
    ActivityId visit;
    ActivityId offer;
    DealId bare;
    ActivityId thanks;
};

QByteArray with(QByteArray list, const QByteArray &before, const QByteArray &after)
{
    REQUIRE(list.contains(before));
    return list.replace(before, after);
}

} // namespace

TEST_CASE("A list that is imported as it was exported changes no next step, on any clock", "[transfer]")
{
    Room room(GENERATE(test::anyEngine()));
    const auto steps = test::all<Activity>(room.book);
    for (const QTimeZone &zone : {berlin, QTimeZone::utc(), QTimeZone("America/New_York")}) {
        const ImportReport report = room.takeBack(room.list(), zone);
        CHECK(report.unchanged == 4);
        CHECK(report.rejected == 0);
        CHECK(report.step.id == 0);
    }
    CHECK(test::all<Activity>(room.book) == steps);
}

TEST_CASE("Another day or another text in the list moves and renames the planned step itself", "[transfer]")
{
    Room room(GENERATE(test::anyEngine()));
    const QByteArray list = room.list();
    const ImportReport moved =
        room.takeBack(with(with(list, "2026-12-07T13:00:00Z", "2026-12-09"), "Offer", "Second offer"));
    CHECK(moved.updated == 2);
    CHECK(moved.unchanged == 2);
    CHECK(room.now(room.visit).at == on(monday.addDays(2), QTime(14, 0))); // keeps its time of day
    CHECK(room.now(room.visit).subject == u"Visit"_s);
    CHECK(room.now(room.offer).subject == u"Second offer"_s);
    CHECK(room.now(room.offer).at == on(monday));
    CHECK(room.now(room.offer).allDay);
    CHECK(room.book.count(EntityKind::Activity) == 3); // no other one beside them
    CHECK(room.takeBack(with(list, "2026-12-07T13:00:00Z", "2026-12-07T15:30:00Z")).updated == 2);
    CHECK(room.now(room.visit).at == on(monday, QTime(16, 30)));
    CHECK(room.now(room.offer).subject == u"Offer"_s); // as in the list
}

TEST_CASE("A step for a whole day stays one when its day is changed by a list from another clock",
          "[transfer]")
{
    Room room(GENERATE(test::anyEngine()));
    // As a day, or as older versions wrote it.
    const char *written =
        GENERATE(Catch::Generators::as<const char *>{}, "Offer,2026-12-10", "Offer,2026-12-09T23:00:00Z");
    const QByteArray list = with(room.list(), "Offer,2026-12-07", written);
    CHECK(room.takeBack(list, QTimeZone("America/New_York")).updated == 1);
    const Activity offer = room.now(room.offer);
    CHECK(offer.at == on(monday.addDays(3)));
    CHECK(offer.allDay);
    CHECK(offer.timeZone == u"Europe/Berlin"_s);
}

TEST_CASE("A step that is written into the list where none was is planned, at its time", "[transfer]")
{
    Room room(GENERATE(test::anyEngine()));
    CHECK(room.takeBack(with(room.list(), "Bridges,,", "Bridges,Measure,2026-12-11")).updated == 1);
    const Deal deal = room.book.load<Deal>(room.bare);
    CHECK(deal.nextStep == u"Measure"_s);
    CHECK(deal.nextActivity == on(monday.addDays(4)));
    CHECK(deal.notedStep.isEmpty());
}

TEST_CASE("Old column names of a list still mean what is planned; nothing is noted instead", "[transfer]")
{
    Room room(GENERATE(test::anyEngine()));
    const QByteArray list = with(with(room.list(), "next_activity", "next_step_on"), "Visit", "Call");
    CHECK(room.takeBack(list).updated == 1);
    CHECK(room.now(room.visit).subject == u"Call"_s);
    for (const Deal &deal : test::all<Deal>(room.book))
        CHECK(deal.notedStep.isEmpty());
}

TEST_CASE("An archive of before next steps were planned comes back with them as notes", "[transfer]")
{
    Room room(sql::Engine::Sqlite);
    QTemporaryDir folder;
    const QString path = folder.filePath(u"archive"_s);
    valueOf(transfer::exportArchive(room.book.connection(), path));
    const QDir archive(path);
    // As an older version wrote it: without activities, and with other names.
    QByteArray deals = test::contentOf(archive.filePath(u"deal.csv"_s));
    deals = with(with(deals, ",next_step,noted_step,noted_step_on,", ",was_step,next_step,next_step_on,"),
                 ",Visit,,,", ",Visit,Call Bo,2026-11-19,");
    const auto write = [&](const QString &name, const QByteArray &content) {
        QFile file(archive.filePath(name));
        REQUIRE(file.open(QIODevice::WriteOnly));
        file.write(content);
    };
    write(u"deal.csv"_s, deals);
    QJsonObject manifest =
        QJsonDocument::fromJson(test::contentOf(archive.filePath(u"manifest.json"_s))).object();
    QJsonArray files;
    for (const auto value : manifest.value(u"files"_s).toArray()) {
        QJsonObject entry = value.toObject();
        if (entry.value(u"kind"_s) == u"deal"_s)
            entry.insert(
                u"sha256"_s,
                QString::fromLatin1(QCryptographicHash::hash(deals, QCryptographicHash::Sha256).toHex()));
        files += entry;
    }
    manifest.insert(u"files"_s, files);
    write(u"manifest.json"_s, QJsonDocument(manifest).toJson());

    FreshBook book(GENERATE(test::anyEngine()));
    valueOf(transfer::importArchive(book.connection(), path, book.actor()));
    const auto towers = test::named<Deal>(book, u"Towers"_s);
    CHECK(towers.notedStep == u"Call Bo"_s);
    CHECK(towers.notedStepOn == QDate(2026, 11, 19));
    CHECK(towers.nextStep == u"Visit"_s); // its activity came along
    CHECK(book.count(EntityKind::Activity) == 3);
}
