// SPDX-License-Identifier: GPL-3.0-or-later
// Books made by older versions of the program open in this one.
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/lookups.h"
#include "domain/records/pipeline.h"
#include "domain/records/searchhit.h"
#include "sql/migrate.h"
#include "store/book/book.h"
#include "store/book/restore.h"
#include "store/commit/changelog.h"
#include "store/commit/commit.h"
#include "store/maintenance/backup.h"
#include "store/maintenance/check.h"
#include "store/reading/booksettings.h"
#include "store/reading/importlookup.h"
#include "store/reading/lookups.h"
#include "store/schema/schema.h"
#include "store/search/search.h"
#include "support/dump.h"
#include "support/engines.h"

#include <QFile>

#include <algorithm>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// As made by the first `count` scripts, with a pipeline and a currency of its own.
void makeBookOfVersion(const FreshDatabase &database, int count)
{
    const auto book = database.open(sql::Access::Create);
    if (book->engine() == sql::Engine::Sqlite)
        valueOf(book->command(u"PRAGMA application_id = 1212438361"_s));
    const std::vector<sql::Migration> &all = store::migrations();
    valueOf(sql::migrate(*book, {all.begin(), all.begin() + count}));
    valueOf(store::setBookValue(*book, u"uuid"_s, u"0123"_s));
    valueOf(store::setBookValue(*book, u"currency"_s, u"CHF"_s));
    // With direct SQL: the program writes the columns of its own version.
    const qint64 then = 1'700'000'000'000;
    valueOf(book->run(u"INSERT INTO pipeline (id, name, name_key, position, version, created_at, modified_at)"
                      " VALUES (1, 'Sales', 'sales', 1, 1, ?, ?)"_s,
                      {then, then}));
    valueOf(book->run(u"INSERT INTO operation (id, at, label, origin, change_count)"
                      " VALUES (1, ?, 'Began with “Sales”', 'typed', 1)"_s,
                      {then}));
    valueOf(book->run(u"INSERT INTO change (operation_id, entity, entity_id, kind, after)"
                      " VALUES (1, 'pipeline', 1, 'create', '{\"name\":\"Sales\",\"position\":1}')"_s));
}

} // namespace

TEST_CASE("A book of every older version opens with all it held, and keeps a copy", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const int scripts = int(store::migrations().size());
    const int count = GENERATE_COPY(range(1, scripts));
    const int version = store::migrations()[size_t(count) - 1].number; // one may have been left out
    const auto access = GENERATE(sql::Access::ReadWrite, sql::Access::Read);
    CAPTURE(database.engine(), version, int(access));
    makeBookOfVersion(database, count);

    const auto book = valueOf(store::openBook(database.place(), access));
    CHECK(valueOf(sql::schemaVersion(*book)) == sql::newestNumber(store::migrations()));
    const Lookups lists = valueOf(store::loadLookups(*book));
    REQUIRE(lists.pipelines.size() == 1);
    CHECK(lists.pipelines.front().name == u"Sales"_s);
    CHECK(lists.currency == u"CHF"_s);
    // earlier steps keep their words
    const std::vector<Operation> steps = valueOf(store::operations(*book, 0, 5));
    REQUIRE(steps.size() == 1);
    CHECK(inEnglish(steps.front().label) == u"Began with “Sales”"_s);
    CHECK(valueOf(store::checkBook(*book, store::CheckDepth::Thorough, {})).isSound());
    if (database.engine() == sql::Engine::Sqlite) {
        QString copy = database.place();
        copy.replace(u".headway"_s, u".before-upgrade-v%1.headway"_s.arg(version));
        CHECK(QFile::exists(copy));
    }
}

TEST_CASE("A backup of an older version is restored without being touched", "[store]")
{
    const FreshDatabase old(sql::Engine::Sqlite);
    makeBookOfVersion(old, 1);
    QFile backup(old.place());
    REQUIRE(backup.open(QIODevice::ReadOnly));
    const QByteArray before = backup.readAll();
    const FreshDatabase place(sql::Engine::Sqlite);
    valueOf(store::restoreBook(old.place(), place.place(), QDateTime(QDate(2026, 3, 10), QTime(12, 0)), {}));
    backup.seek(0);
    CHECK(backup.readAll() == before);
    const auto book = valueOf(store::openBook(place.place(), sql::Access::ReadWrite));
    CHECK(valueOf(store::loadLookups(*book)).currency == u"CHF"_s);
}

TEST_CASE("A book's currency and working days are a step that can be taken back", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto book = valueOf(store::createBook(database.place()));
    valueOf(store::setBookValue(*book, u"currency"_s, u"CHF"_s));
    const Actor actor{UserId{}, Instant{1'700'000'000'000}};
    const auto change = [&](const BookSettings &after) {
        const BookSettings before = valueOf(store::loadBookSettings(*book));
        return valueOf(store::commit(*book, valueOf(store::bookSettingsEdit(*book, before, after)), actor));
    };
    CHECK(valueOf(store::loadBookSettings(*book)).currency == u"CHF"_s);

    BookSettings settings = valueOf(store::loadBookSettings(*book));
    settings.workingDays = u"mon tue wed thu"_s;
    CHECK(inEnglish(change(settings).operation.label) == u"Changed the working days"_s);
    settings = valueOf(store::loadBookSettings(*book));
    CHECK(settings.workingDays == u"mon tue wed thu"_s);
    settings.currency = u"JPY"_s;
    const ChangeSet second = change(settings);
    CHECK(inEnglish(second.operation.label) == u"Changed the book's currency to JPY"_s);
    CHECK(valueOf(store::loadLookups(*book)).currency == u"JPY"_s);
    settings = valueOf(store::loadBookSettings(*book));
    settings.yearBegins = Month::April;
    const ChangeSet third = change(settings);
    CHECK(inEnglish(third.operation.label) == u"Changed the beginning of the fiscal year to April"_s);
    CHECK(valueOf(store::loadLookups(*book)).settings.dayRules({}).firstMonth == 4);
    valueOf(store::revert(*book, third.operation.id, actor));
    CHECK(valueOf(store::loadBookSettings(*book)).yearBegins == Month::January);
    CHECK(valueOf(store::bookSettingsEdit(*book, valueOf(store::loadBookSettings(*book)),
                                          valueOf(store::loadBookSettings(*book))))
              .isEmpty());

    valueOf(store::revert(*book, second.operation.id, actor));
    CHECK(valueOf(store::loadLookups(*book)).currency == u"CHF"_s);
    CHECK(valueOf(store::loadBookSettings(*book)).workingDays == u"mon tue wed thu"_s);
}

TEST_CASE("Settings of a book that make no sense are refused, and so is what another was faster with",
          "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto book = valueOf(store::createBook(database.place()));
    const Actor actor{UserId{}, Instant{1'700'000'000'000}};
    const BookSettings none = valueOf(store::loadBookSettings(*book));
    BookSettings wrong = none;
    wrong.workingDays.clear();
    const auto idle = store::bookSettingsEdit(*book, none, wrong);
    REQUIRE_FALSE(idle);
    CHECK(inEnglish(idle.error().text) == u"At least one day of the week is a working day."_s);
    wrong = none;
    wrong.currency = u"XYZ"_s;
    const auto strange = store::commit(*book, valueOf(store::bookSettingsEdit(*book, none, wrong)), actor);
    REQUIRE_FALSE(strange);
    CHECK(inEnglish(strange.error().text) == u"Currency: “XYZ” is not a currency code."_s);

    BookSettings dollars = none;
    dollars.currency = u"USD"_s;
    valueOf(store::commit(*book, valueOf(store::bookSettingsEdit(*book, none, dollars)), actor));
    const BookSettings seen = valueOf(store::loadBookSettings(*book));
    BookSettings pounds = seen;
    pounds.currency = u"GBP"_s;
    valueOf(store::commit(*book, valueOf(store::bookSettingsEdit(*book, seen, pounds)), actor));
    BookSettings yen = seen;
    yen.currency = u"JPY"_s;
    const auto late = store::commit(*book, valueOf(store::bookSettingsEdit(*book, seen, yen)), actor);
    REQUIRE_FALSE(late);
    CHECK(late.error().code == ErrorCode::Conflict);
}

TEST_CASE("The engine says its name and version", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto book = valueOf(store::createBook(database.place()));
    const QString name = valueOf(store::engineName(*book));
    const bool isSqlite = database.engine() == sql::Engine::Sqlite;
    CHECK(name.startsWith(isSqlite ? u"SQLite 3."_s : u"PostgreSQL "_s));
    CHECK(name.section(u' ', 1).at(0).isDigit());
}

TEST_CASE("A book whose search has older words gets new ones when it is opened", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto access = GENERATE(sql::Access::ReadWrite, sql::Access::Read);
    CAPTURE(database.engine(), int(access));
    {
        const auto book = valueOf(store::createBook(database.place()));
        valueOf(store::commit(
            *book,
            {Sentence::verbatim(u"Add"_s),
             {create(Pipeline{.name = u"Sales"_s}, 1), create(Stage{.pipeline = {1}, .name = u"Offer"_s}, 1),
              create(Company{.name = u"Lindenau"_s}, 1),
              create(Deal{.name = u"Plant"_s, .company = {1}, .pipeline = {1}, .stage = {1}}, 1),
              create(Activity{.subject = u"電話帳"_s, .at = {2}}, 1)}},
            {{}, Instant{2}}));
        // as a version indexed them that knew deals by their own words only, and words by the spaces between them
        if (book->engine() == sql::Engine::Sqlite) {
            valueOf(book->run(u"INSERT INTO activity_index (activity_index, rowid, body)"
                              " VALUES ('delete', 1, '電話帳 話帳 帳')"_s));
            valueOf(book->run(u"INSERT INTO activity_index (rowid, body) VALUES (1, '電話帳')"_s));
        } else {
            valueOf(book->run(u"UPDATE activity_doc SET body = '電話帳'"_s));
        }
        if (book->engine() == sql::Engine::Sqlite)
            valueOf(book->run(u"INSERT INTO search_index (search_index, rowid, body)"
                              " SELECT 'delete', id, body FROM search_doc WHERE entity = 'deal'"_s));
        valueOf(book->run(u"UPDATE search_doc SET body = 'plant' WHERE entity = 'deal'"_s));
        if (book->engine() == sql::Engine::Sqlite)
            valueOf(book->run(u"INSERT INTO search_index (rowid, body)"
                              " SELECT id, body FROM search_doc WHERE entity = 'deal'"_s));
        valueOf(book->run(u"DELETE FROM book WHERE name = 'search_words'"_s));
        CHECK(valueOf(store::search(*book, u"lindenau plant"_s, 5)).empty());
        CHECK(valueOf(store::search(*book, u"話帳"_s, 5)).empty());
    }
    const auto book = valueOf(store::openBook(database.place(), access));
    CHECK(valueOf(store::search(*book, u"lindenau plant"_s, 5)).size() == 1);
    CHECK(valueOf(store::search(*book, u"plant"_s, 5)).size() == 1);
    CHECK(valueOf(store::search(*book, u"話帳"_s, 5)).size() == 1);
}

TEST_CASE("A book of the version before places were searched is searched by them once it is upgraded",
          "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    CAPTURE(database.engine());
    const std::vector<sql::Migration> &all = store::migrations();
    const auto places =
        std::find_if(all.begin(), all.end(), [](const sql::Migration &each) { return each.number == 15; });
    REQUIRE(places != all.end());
    makeBookOfVersion(database, int(places - all.begin()));
    {
        const auto old = database.open(sql::Access::ReadWrite);
        valueOf(old->run(u"INSERT INTO company (name, name_key, city, created_at, modified_at)"
                         " VALUES ('Acme', 'acme', 'Berlin', 1, 1)"_s));
        valueOf(old->run(u"INSERT INTO address (record_kind, record_id, city, created_at, modified_at)"
                         " VALUES ('company', 1, 'Berlin', 1, 1)"_s));
        valueOf(
            old->run(u"INSERT INTO search_doc (entity, entity_id, body) VALUES ('company', 1, 'acme')"_s));
        if (database.engine() == sql::Engine::Sqlite)
            valueOf(old->run(u"INSERT INTO search_index (rowid, body) SELECT id, body FROM search_doc"_s));
        valueOf(store::setBookValue(*old, u"search_words"_s, u"2"_s));
    }
    const auto book = valueOf(store::openBook(database.place(), sql::Access::Read));
    CHECK(valueOf(store::search(*book, u"acme berlin"_s, 5)).size() == 1);
    CHECK(valueOf(store::checkBook(*book, store::CheckDepth::Thorough, {})).count(store::FlawKind::SearchText)
          == 0);
}

TEST_CASE("Numbers that an older version stored are found as a telephone shows them once the book is opened",
          "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    CAPTURE(database.engine());
    {
        const auto book = valueOf(store::createBook(database.place()));
        valueOf(store::commit(*book,
                              {Sentence::verbatim(u"Add"_s),
                               {create(Contact{.firstName = u"Ana"_s, .lastName = u"Berg"_s}, 1),
                                create(ContactPoint{.recordKind = EntityKind::Contact,
                                                    .recordId = 1,
                                                    .by = ContactPointType::Phone,
                                                    .value = u"+49 (0)30 5550155"_s},
                                       1),
                                create(ContactPoint{.recordKind = EntityKind::Contact,
                                                    .recordId = 1,
                                                    .by = ContactPointType::Phone,
                                                    .value = u"+49 30 1"_s},
                                       2)}},
                              {{}, Instant{2}}));
        valueOf(store::commit(*book,
                              {Sentence::verbatim(u"Remove"_s), {remove({EntityKind::ContactPoint, 2})}},
                              {{}, Instant{3}}));
        // as a version did that took all digits for the number
        const bool isSqlite = book->engine() == sql::Engine::Sqlite;
        if (isSqlite)
            valueOf(book->run(u"INSERT INTO search_index (search_index, rowid, body)"
                              " SELECT 'delete', id, body FROM search_doc"_s));
        valueOf(book->run(u"UPDATE search_doc SET body = 'ana berg 490305550155'"_s));
        if (isSqlite)
            valueOf(book->run(u"INSERT INTO search_index (rowid, body) SELECT id, body FROM search_doc"_s));
        valueOf(book->run(u"UPDATE contact_point SET value_key = '490305550155'"_s));
        for (const sql::Migration &script : store::migrations()) {
            if (script.name == "numbers_and_places"_L1)
                valueOf(book->script(sql::scriptFor(book->engine(), script.text)));
        }
        CHECK(valueOf(store::search(*book, u"+49305550155"_s, 5)).empty());
    }
    const auto book = valueOf(store::openBook(database.place(), sql::Access::ReadWrite));
    CHECK(valueOf(store::search(*book, u"+49305550155"_s, 5)).size() == 1);
    CHECK(valueOf(store::reachedBy(*book, EntityKind::Contact, u"phone"_s, u"030 5550155"_s))
          == std::vector<qint64>{1});
    CHECK(valueOf(book->cell(
              u"SELECT count(*) FROM contact_point WHERE value_key IN ('305550155+49', '301+49')"_s))
          == sql::Value(qint64(2)));
    CHECK(valueOf(store::checkBook(*book, store::CheckDepth::Thorough, {})).isSound());
}
