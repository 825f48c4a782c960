// SPDX-License-Identifier: GPL-3.0-or-later
// Books of every schema version, and upgrades that fail.
#include "store/book/upgrade.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "store/book/book.h"
#include "store/commit/changelog.h"
#include "store/commit/commit.h"
#include "store/maintenance/check.h"
#include "store/reading/lists.h"
#include "store/rows/records.h"
#include "store/schema/schema.h"
#include "support/dump.h"
#include "support/engines.h"
#include "support/flaws.h"

#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTimeZone>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

constexpr qint64 applicationId = 0x48445759;

// A book made with the first `count` scripts, with one company in it.
void makeOldBook(const FreshDatabase &database, size_t count)
{
    const auto connection = database.open(sql::Access::Create);
    if (database.engine() == sql::Engine::Sqlite)
        valueOf(connection->command(u"PRAGMA application_id = "_s + QString::number(applicationId)));
    const std::vector<sql::Migration> &all = store::migrations();
    valueOf(sql::migrate(*connection, {all.begin(), all.begin() + std::ptrdiff_t(count)}));
    valueOf(store::setBookValue(*connection, u"uuid"_s, u"old"_s));
    valueOf(connection->run(
        u"INSERT INTO company (name, name_key, created_at, modified_at) VALUES ('Acme', 'acme', 1, 1)"_s));
    valueOf(
        connection->run(u"INSERT INTO search_doc (entity, entity_id, body) VALUES ('company', 1, 'acme')"_s));
    if (database.engine() == sql::Engine::Sqlite)
        valueOf(connection->run(u"INSERT INTO search_index (rowid, body) SELECT id, body FROM search_doc"_s));
}

// Where its deals are.
void addStage(sql::Connection &book)
{
    valueOf(
        book.run(u"INSERT INTO pipeline (id, name, created_at, modified_at) VALUES (1, 'Sales', 1, 1)"_s));
    valueOf(book.run(u"INSERT INTO stage (id, pipeline_id, name, type, created_at, modified_at)"
                     " VALUES (1, 1, 'Offer', 'open', 1, 1)"_s));
}

std::vector<sql::Migration> with(const QString &text)
{
    std::vector<sql::Migration> scripts = store::migrations();
    scripts.push_back({sql::newestNumber(scripts) + 1, u"next"_s, text});
    return scripts;
}

} // namespace

TEST_CASE("A book of every schema so far opens, keeps its records and equals a fresh one", "[store]")
{
    const auto engine = GENERATE(anyEngine());
    const auto count = size_t(GENERATE(range(1, int(store::migrations().size()) + 1)));
    CAPTURE(engine, count);
    const FreshDatabase database(engine);
    makeOldBook(database, count);
    const auto book = valueOf(store::openBook(database.place(), sql::Access::ReadWrite));
    CHECK(valueOf(sql::schemaVersion(*book)) == sql::newestNumber(store::migrations()));
    // the check compares the schema with a new one
    CHECK(flawsIn(*book) == none);
    CHECK(valueOf(store::load<Company>(*book, CompanyId{1})).name == u"Acme"_s);
    valueOf(store::commit(*book, {Sentence::verbatim(u"Add"_s), {create(Company{.name = u"Bolt"_s})}},
                          {UserId{1}, Instant{2}}));
    const bool wasOld = count < store::migrations().size();
    const QFileInfo file(database.place());
    CHECK(QDir(file.path()).entryList({u"*before-upgrade*"_s}).size()
          == (wasOld && engine == sql::Engine::Sqlite ? 1 : 0));
}

TEST_CASE("An older book that has lost an index is upgraded all the same, and has it again", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    CAPTURE(database.engine());
    makeOldBook(database, 13);
    {
        const auto old = database.open(sql::Access::ReadWrite);
        for (const QString &index : {u"deal_by_amount"_s, u"tag_link_by_record"_s, u"tag_link_by_tag"_s})
            valueOf(old->command(u"DROP INDEX "_s + index));
    }
    const auto book = valueOf(store::openBook(database.place(), sql::Access::ReadWrite));
    CHECK(flawsIn(*book) == none);
}

TEST_CASE("What older books had as the text of a next step stays as a note, in the history, too", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    CAPTURE(database.engine());
    makeOldBook(database, 8);
    {
        const auto old = database.open(sql::Access::ReadWrite);
        addStage(*old);
        valueOf(
            old->run(u"UPDATE stage SET required_fields = 'amount next_step next_step_on' WHERE id = 1"_s));
        valueOf(old->run(u"INSERT INTO deal (id, name, name_key, pipeline_id, stage_id, status, next_step,"
                         " next_step_on, created_at, modified_at) VALUES"
                         " (1, 'Renewal', 'renewal', 1, 1, 'open', 'Call \"Bo\"', '2026-11-19', 1, 1)"_s));
        valueOf(old->run(u"INSERT INTO operation (id, at, actor_id, label, origin, change_count)"
                         " VALUES (1, 1, NULL, 'Added', 'typed', 1)"_s));
        valueOf(old->run(
            u"INSERT INTO change (operation_id, entity, entity_id, kind, after) VALUES"
            " (1, 'deal', 1, 'create', ?)"_s,
            {uR"({"name":"Renewal","next_step":"Call \"Bo\"","next_step_on":"2026-11-19","pipeline_id":1,"stage_id":1})"_s}));
    }
    const auto book = valueOf(store::openBook(database.place(), sql::Access::ReadWrite));
    const Deal deal = valueOf(store::load<Deal>(*book, DealId{1}));
    CHECK(deal.notedStep == u"Call \"Bo\""_s);
    CHECK(deal.notedStepOn == QDate(2026, 11, 19));
    CHECK(deal.nextStep.isEmpty()); // nothing is planned
    CHECK(valueOf(store::load<Stage>(*book, StageId{1})).required == u"amount next_step"_s);
    const auto changes = valueOf(store::changesOf(*book, 1, 10));
    REQUIRE(changes.size() == 1);
    CHECK(deltaOf(changes.front(), u"noted_step")->after == Value(u"Call \"Bo\""_s));
    CHECK(deltaOf(changes.front(), u"noted_step_on")->after == Value(u"2026-11-19"_s));
    CHECK(deltaOf(changes.front(), u"next_step") == nullptr);
}

TEST_CASE("Leads of an older book keep their statuses, which are records now, in the history, too", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    CAPTURE(database.engine());
    makeOldBook(database, 18);
    const QStringList before{u"new"_s,     u"attempting"_s,   u"connected"_s, u"qualified"_s,
                             u"nurture"_s, u"disqualified"_s, u"converted"_s, u"new"_s};
    {
        const auto old = database.open(sql::Access::ReadWrite);
        for (qsizetype i = 0; i < before.size(); ++i)
            valueOf(
                old->run(u"INSERT INTO lead (id, first_name, last_name, name, name_key, status, created_at,"
                         " modified_at) VALUES (?, ?, ?, ?, ?, ?, 7, 7)"_s,
                         {i + 1, u"A%1"_s.arg(i), u"B%1"_s.arg(i), u"A%1 B%1"_s.arg(i), u"b%1 a%1"_s.arg(i),
                          before[i]}));
        // As the program of then made them in one long step, with its check digits; and then moved one there and back.
        for (int step = 1; step <= 3; ++step)
            valueOf(old->run(u"INSERT INTO operation (at, label, origin, change_count)"
                             " VALUES (7, 'Step', 'typed', ?)"_s,
                             {step == 1 ? 8 : 1}));
        const QString columns =
            u"INSERT INTO change (operation_id, entity, entity_id, kind, before, after, last_id) VALUES "_s;
        valueOf(
            old->run(columns + u"(1, 'lead', 1, 'create', NULL, 'muxOoMq8WXY1caejrgfKk9wIxMAAyzwO', 8)"_s));
        valueOf(old->run(columns + u"(2, 'lead', 2, 'update', ?, ?, NULL)"_s,
                         {uR"({"status":"attempting"})"_s, uR"({"status":"qualified"})"_s}));
        valueOf(old->run(columns + u"(3, 'lead', 2, 'update', ?, ?, NULL)"_s,
                         {uR"({"status":"qualified"})"_s, uR"({"status":"attempting"})"_s}));
        // One by one, begun without a word of its status; a text that looks like the status of a careless eye.
        valueOf(old->run(u"INSERT INTO lead (id, last_name, name, name_key, description, created_at,"
                         " modified_at) VALUES (9, 'Ott', 'Ott', 'ott', '\"status\":\"new\"', 7, 7)"_s));
        valueOf(old->run(u"INSERT INTO operation (at, label, origin, change_count)"
                         " VALUES (7, 'Step', 'typed', 1)"_s));
        valueOf(old->run(columns + u"(4, 'lead', 9, 'create', NULL, ?, NULL)"_s,
                         {uR"({"description":"\"status\":\"new\"","last_name":"Ott"})"_s}));
    }
    const auto book = valueOf(store::openBook(database.place(), sql::Access::ReadWrite));
    CHECK(flawsIn(*book) == none);
    for (qsizetype i = 0; i < before.size(); ++i) {
        const Lead lead = valueOf(store::load<Lead>(*book, LeadId{i + 1}));
        CHECK(firstLeadStatuses[size_t(lead.status.value) - 1].code == before[i]);
        CHECK(lead.state == firstLeadStatuses[size_t(lead.status.value) - 1].type);
    }
    CHECK(valueOf(store::load<LeadStatus>(*book, LeadStatusId{4})).name == u"Qualified"_s);
    CHECK(valueOf(store::load<Lead>(*book, LeadId{9})).description == uR"("status":"new")"_s);
    const auto there = valueOf(store::changesOf(*book, 2, 10));
    REQUIRE(there.size() == 1);
    CHECK(deltaOf(there.front(), u"status_id")->before == Value(qint64(2)));
    CHECK(deltaOf(there.front(), u"status_id")->after == Value(qint64(4)));
    // All of it can be taken back, as if it had been made today.
    for (const qint64 step : {4, 3, 2, 1})
        valueOf(store::revert(*book, step, {UserId{1}, Instant{9}}));
    CHECK(valueOf(store::loadAll<Lead>(*book)).empty());
    CHECK(flawsIn(*book) == none);
}

TEST_CASE("Deals of an older book are sorted by what is written, whatever their currency", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    CAPTURE(database.engine());
    makeOldBook(database, 13);
    {
        const auto old = database.open(sql::Access::ReadWrite);
        addStage(*old);
        valueOf(old->run(
            u"INSERT INTO deal (id, name, name_key, pipeline_id, stage_id, status, amount, currency, created_at,"
            " modified_at) VALUES (1, 'A', 'a', 1, 1, 'open', 1000000, 'KWD', 1, 1),"
            " (2, 'B', 'b', 1, 1, 'open', 1000000000000000, 'JPY', 1, 1),"
            " (3, 'C', 'c', 1, 1, 'open', 500000, 'EUR', 1, 1), (4, 'D', 'd', 1, 1, 'open', NULL, '', 1, 1)"_s));
    }
    const auto book = valueOf(store::openBook(database.place(), sql::Access::ReadWrite));
    const std::vector<SortKey> byAmount = valueOf(parseOrder(EntityKind::Deal, u"-amount"));
    CHECK(valueOf(store::ids(*book, {EntityKind::Deal, {}, byAmount}, {UserId{1}}, 0))
          == std::vector<qint64>{2, 3, 1, 4});
}

TEST_CASE("Whole days of an older book are the days on which they were entered, however it is opened",
          "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto access = GENERATE(sql::Access::ReadWrite, sql::Access::Read);
    CAPTURE(database.engine(), int(access));
    makeOldBook(database, 13);
    const QDate december(2026, 12, 1);
    const auto begin = [december](const char *zone) {
        return december.startOfDay(QTimeZone(zone)).toMSecsSinceEpoch();
    };
    {
        const auto old = database.open(sql::Access::ReadWrite);
        const auto plan = [&](qint64 id, const QString &state, qint64 at, bool allDay, const QString &zone) {
            valueOf(old->run(u"INSERT INTO activity (id, kind, state, at, all_day, time_zone, created_at,"
                             " modified_at) VALUES (?, 'task', ?, ?, ?, ?, 1, 1)"_s,
                             {id, state, at, qint64(allDay), zone}));
            valueOf(old->run(u"INSERT INTO activity_link (activity_id, record_kind, record_id, at, phase,"
                             " created_at, modified_at) VALUES (?, 'company', 1, ?, ?, 1, 1)"_s,
                             {id, at, qint64(state == u"planned")}));
        };
        plan(1, u"planned"_s, begin("Europe/Berlin"), true, u"Europe/Berlin"_s);
        plan(2, u"planned"_s, begin("America/New_York"), true, u"America/New_York"_s);
        plan(3, u"planned"_s, begin("Asia/Tokyo") + 10 * 86'400'000, false, u"Asia/Tokyo"_s);
        plan(4, u"done"_s, begin("Asia/Tokyo") - 86'400'000, true, QString(u""_s));
        valueOf(old->run(u"UPDATE company SET next_activity = ?, last_activity = ? WHERE id = 1"_s,
                         {begin("Europe/Berlin"), begin("Asia/Tokyo") - 86'400'000}));
    }
    const auto book = valueOf(store::openBook(database.place(), access));
    const auto dayOfActivity = [&](qint64 id) {
        return valueOf(store::load<Activity>(*book, ActivityId{id})).day;
    };
    CHECK(dayOfActivity(1) == december);
    CHECK(dayOfActivity(2) == december);
    CHECK_FALSE(dayOfActivity(3).isValid());
    CHECK(dayOfActivity(4) == december.addDays(-1));
    const Company company = valueOf(store::load<Company>(*book, CompanyId{1}));
    CHECK(company.nextDay == december);
    CHECK(company.lastDay == december.addDays(-1));
    CHECK(valueOf(store::checkBook(*book, store::CheckDepth::Quick, {})).isSound());
}

TEST_CASE("An upgrade leaves a copy of the book as it was", "[store]")
{
    const FreshDatabase database(sql::Engine::Sqlite);
    makeOldBook(database, store::migrations().size());
    const auto book = valueOf(store::openBook(database.place(), sql::Access::ReadWrite));
    const QString before = dumpOf(*book);
    const auto scripts = with(u"CREATE TABLE parcel (id {{id}}, name {{text}} NOT NULL) {{strict}};\n"_s);
    valueOf(store::upgradeBook(*book, database.place(), scripts));
    CHECK(valueOf(sql::schemaVersion(*book)) == sql::newestNumber(scripts));
    const QFileInfo file(database.place());
    const QStringList copies = QDir(file.path()).entryList({u"*before-upgrade*"_s});
    REQUIRE(copies.size() == 1);
    const auto copy = valueOf(store::openBook(file.path() + u'/' + copies.front(), sql::Access::Read));
    CHECK(dumpOf(*copy) == before);
}

TEST_CASE("Whichever statement of an upgrade fails, the book is as it was, beside its copy", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    CAPTURE(database.engine());
    makeOldBook(database, store::migrations().size());
    const auto book = valueOf(store::openBook(database.place(), sql::Access::ReadWrite));
    const QString before = dumpOf(*book);
    const int version = valueOf(sql::schemaVersion(*book));
    const auto broken = with(u"ALTER TABLE deal ADD COLUMN colour {{text}};\nALTER TABLE nothing ADD x;\n"_s);
    const auto refused = store::upgradeBook(*book, database.place(), broken);
    REQUIRE_FALSE(refused);
    CHECK(dumpOf(*book) == before);
    CHECK(valueOf(sql::schemaVersion(*book)) == version);

    const auto good =
        with(u"ALTER TABLE deal ADD COLUMN colour {{text}};\nUPDATE deal SET colour = 'red';\n"_s);
    int failAt = 0;
    for (bool done = false; !done; ++failAt) {
        int statement = 0;
        book->setProbe([&](const QString &, const sql::Values &) -> Result<> {
            return statement++ == failAt
                ? Result<>(failure(ErrorCode::Full, Sentence::verbatim(u"No room."_s)))
                : Result<>();
        });
        done = bool(store::upgradeBook(*book, database.place(), good));
        book->setProbe({});
        CAPTURE(failAt);
        if (!done) {
            REQUIRE(dumpOf(*book) == before);
            REQUIRE(valueOf(sql::schemaVersion(*book)) == version);
        }
    }
    CHECK(failAt > 5);
    CHECK(valueOf(sql::schemaVersion(*book)) == version + 1);
    valueOf(book->cell(u"SELECT colour FROM deal"_s));
    if (database.engine() == sql::Engine::Sqlite)
        CHECK(QDir(QFileInfo(database.place()).path()).entryList({u"*before-upgrade*"_s}).size() == 1);
}
