// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk/bulk.h"

#include "domain/changes/derive.h"
#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/inenglish.h"
#include "domain/records/pipeline.h"
#include "domain/records/user.h"
#include "store/commit/changelog.h"
#include "store/maintenance/check.h"
#include "store/rows/records.h"
#include "support/book.h"
#include "support/dump.h"
#include "support/flaws.h"
#include "support/smallcompany.h"

#include <QDateTime>
#include <QElapsedTimer>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

std::vector<SampleRecord> company()
{
    return smallCompany(40);
}

Result<> load(sql::Connection &connection, const std::vector<SampleRecord> &records, qint64 history)
{
    HEADWAY_TRY(bulk, store::BulkLoad::begin(connection));
    if (history)
        bulk.logHistory(history);
    for (const SampleRecord &record : records)
        HEADWAY_CHECK(bulk.add(record.ref.kind, record.ref.id, record.row, record.createdAt));
    return bulk.finish({});
}

} // namespace

TEST_CASE("A book filled in bulk equals one that was typed", "[store]")
{
    const auto engine = GENERATE(anyEngine());
    CAPTURE(engine);
    FreshBook filled(engine);
    valueOf(load(filled.connection(), company(), 0));

    FreshBook typed(engine);
    for (const SampleRecord &record : company()) {
        Change change = createRow(record.ref.kind, record.row, record.ref.id);
        change.createdAt = record.createdAt;
        valueOf(store::commit(typed.connection(), {Sentence::verbatim(u"Add"_s), {change}},
                              {UserId{1}, record.createdAt}));
    }
    for (const EntityKind kind : allEntityKinds()) {
        CAPTURE(QString(tableName(kind)));
        const auto a = valueOf(store::loadAll(filled.connection(), kind));
        const auto b = valueOf(store::loadAll(typed.connection(), kind));
        REQUIRE(a.size() == b.size());
        for (size_t i = 0; i < a.size(); ++i) {
            CHECK(a[i].ref == b[i].ref);
            CHECK(a[i].createdAt == b[i].createdAt);
            for (size_t f = 0; f < a[i].row.size(); ++f) {
                const QString name = a[i].info().field(int(f)).name;
                if (name == u"touched_at") // set only when a user changes a record
                    continue;
                CAPTURE(a[i].ref.id, name);
                CHECK(a[i].row[f] == b[i].row[f]);
            }
        }
    }
    CHECK(dumpOf(filled.connection(), {u"search_doc"_s}, {u"id"_s})
          == dumpOf(typed.connection(), {u"search_doc"_s}, {u"id"_s}));
    CHECK(indexesOf(filled.connection()) == indexesOf(typed.connection()));
}

TEST_CASE("A book filled in bulk passes its own check", "[store]")
{
    const auto engine = GENERATE(anyEngine());
    CAPTURE(engine);
    FreshBook book(engine);
    const auto history = GENERATE(qint64(0), qint64(7), qint64(100'000));
    valueOf(load(book.connection(), company(), history));
    const auto report = valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {}));
    CHECK(linesInEnglish(report.sentences()) == none);
    const auto count = valueOf(book.connection().cell(u"SELECT count(*) FROM change"_s));
    if (history < 100)
        CHECK(count <= sql::Value(history)); // an update without a difference is left out
    else
        CHECK(count >= sql::Value(qint64(company().size())));
}

TEST_CASE("A customer since 1965 is loaded in bulk, and the history tells only when they came", "[store]")
{
    const auto engine = GENERATE(anyEngine());
    CAPTURE(engine);
    FreshBook book(engine);
    const Row row = derive(EntityKind::Company, toRow(Company{.name = u"Old & Sons"_s}));
    const Instant since{QDateTime(QDate(1965, 3, 4), QTime(9, 0), Qt::UTC).toMSecsSinceEpoch()};
    auto bulk = valueOf(store::BulkLoad::begin(book.connection()));
    bulk.logHistory(100);
    valueOf(bulk.add(EntityKind::Company, 1, row, since));
    valueOf(bulk.finish({}));
    CHECK(valueOf(book.connection().cell(u"SELECT count(*) FROM change"_s)) == sql::Value(qint64(1)));
    CHECK(valueOf(store::load<Company>(book.connection(), {1})).name == u"Old & Sons"_s);
    CHECK(valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {})).isSound());
}

TEST_CASE("After a bulk load new records get ids of their own and work goes on", "[store]")
{
    const auto engine = GENERATE(anyEngine());
    CAPTURE(engine);
    FreshBook book(engine);
    valueOf(load(book.connection(), company(), 50));
    const CompanyId fresh = book.add(Company{.name = u"Late & Co"_s});
    for (const SampleRecord &record : company()) {
        if (record.ref.kind == EntityKind::Company)
            CHECK(record.ref.id < fresh.value);
    }
    CHECK(book.undo() == u"Add"_s);
    if (engine == sql::Engine::Sqlite) {
        CHECK(valueOf(book.connection().cell(u"PRAGMA journal_mode"_s)) == sql::Value(u"wal"_s));
        CHECK(valueOf(book.connection().cell(u"PRAGMA foreign_keys"_s)) == sql::Value(qint64(1)));
        CHECK(valueOf(book.connection().cell(u"PRAGMA synchronous"_s)) == sql::Value(qint64(2)));
    }
}

TEST_CASE("A bulk load that is dropped, refused or cancelled leaves the book empty", "[store]")
{
    const auto engine = GENERATE(anyEngine());
    CAPTURE(engine);
    FreshBook book(engine);
    const QString empty = dumpOf(book.connection());
    const QStringList indexes = indexesOf(book.connection());
    ErrorCode code = ErrorCode::Internal;
    SECTION("dropped half-way")
    {
        auto bulk = valueOf(store::BulkLoad::begin(book.connection()));
        for (const SampleRecord &record : company())
            valueOf(bulk.add(record.ref.kind, record.ref.id, record.row, record.createdAt));
    }
    SECTION("a row that breaks a rule")
    {
        auto records = company();
        records.push_back({{EntityKind::Company, 999}, entityInfo(EntityKind::Company).defaults, Instant{5}});
        const auto result = load(book.connection(), records, 0);
        REQUIRE_FALSE(result);
        code = ErrorCode::Invalid;
        CHECK(result.error().code == code);
    }
    SECTION("a reference to nothing")
    {
        auto records = company();
        records.push_back({{EntityKind::Contact, 9999},
                           toRow(Contact{.firstName = u"Ana"_s, .company = {777'777}}),
                           Instant{5}});
        const auto result = load(book.connection(), records, 0);
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::Constraint);
    }
    SECTION("cancelled at the end")
    {
        auto bulk = valueOf(store::BulkLoad::begin(book.connection()));
        for (const SampleRecord &record : company())
            valueOf(bulk.add(record.ref.kind, record.ref.id, record.row, record.createdAt));
        const auto result = bulk.finish([](qint64 done, qint64) { return done < 5; });
        REQUIRE_FALSE(result);
        CHECK(result.error().code == ErrorCode::Cancelled);
    }
    CHECK(dumpOf(book.connection()) == empty);
    CHECK(indexesOf(book.connection()) == indexes);
    valueOf(load(book.connection(), company(), 10));
}

TEST_CASE("Only an empty book can be filled in bulk", "[store]")
{
    const auto engine = GENERATE(anyEngine());
    CAPTURE(engine);
    FreshBook book(engine);
    book.add(Company{.name = u"Acme"_s});
    const auto bulk = store::BulkLoad::begin(book.connection());
    REQUIRE_FALSE(bulk);
    CHECK(bulk.error().code == ErrorCode::Conflict);
}

// Runs only if named: rows per second. HEADWAY_BULK_DEALS sets the size.
TEST_CASE("Bulk load: rows a second", "[.bulk]")
{
    const auto engine = GENERATE(anyEngine());
    FreshBook book(engine);
    const int deals = qEnvironmentVariableIntValue("HEADWAY_BULK_DEALS");
    const auto records = smallCompany(deals ? deals : 20'000);
    QElapsedTimer clock;
    clock.start();
    auto bulk = valueOf(store::BulkLoad::begin(book.connection()));
    bulk.logHistory(qint64(records.size()));
    for (const SampleRecord &record : records)
        valueOf(bulk.add(record.ref.kind, record.ref.id, record.row, record.createdAt));
    const qint64 adding = clock.restart();
    valueOf(bulk.finish([&](qint64 done, qint64) {
        WARN("part " << done << " after " << clock.elapsed() << " ms");
        return true;
    }));
    const qint64 finishing = clock.restart();
    const auto report = valueOf(store::checkBook(book.connection(), store::CheckDepth::Thorough, {}));
    WARN(records.size() << " rows: adding " << adding << " ms, finishing " << finishing << " ms, check "
                        << clock.elapsed() << " ms");
    CHECK(linesInEnglish(report.sentences()) == none);
}
