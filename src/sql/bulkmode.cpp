// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/bulkmode.h"

#include "sql/largecache.h"

#include <QStringList>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

constexpr int loadingCache = 256 * 1024; // KiB

// An in-memory journal holds the few pages of an empty book; new pages need no journal, they are cut off
// when the transaction is rolled back. Sorting millions of keys goes to a file rather than to memory.
const QString sqliteLoading[] = {u"PRAGMA foreign_keys = OFF"_s, u"PRAGMA journal_mode = MEMORY"_s,
                                 cacheSetting(loadingCache), u"PRAGMA temp_store = FILE"_s,
                                 u"PRAGMA threads = 2"_s};
const QString sqliteWorking[] = {u"PRAGMA journal_mode = WAL"_s, u"PRAGMA foreign_keys = ON"_s,
                                 cacheSetting(usualCache), u"PRAGMA temp_store = MEMORY"_s,
                                 u"PRAGMA threads = 0"_s};

// Indexes of a UNIQUE or PRIMARY KEY constraint have no text of their own and stay.
const QString sqliteIndexes =
    u"SELECT name, sql FROM sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY rowid"_s;
const QString postgresIndexes =
    u"SELECT indexname, indexdef FROM pg_indexes WHERE schemaname = current_schema() AND indexname NOT IN"
    " (SELECT conname FROM pg_constraint WHERE connamespace = current_schema()::regnamespace)"
    " ORDER BY indexname"_s;
const QString postgresForeignKeys =
    u"SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid) FROM pg_constraint"
    " WHERE contype = 'f' AND connamespace = current_schema()::regnamespace ORDER BY oid"_s;

bool isSqlite(const Connection &connection)
{
    return connection.engine() == Engine::Sqlite;
}

} // namespace

BulkMode::BulkMode(BulkMode &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)), m_transaction(std::move(other.m_transaction)),
      m_indexes(std::move(other.m_indexes)), m_foreignKeys(std::move(other.m_foreignKeys))
{
}

BulkMode::~BulkMode()
{
    if (!m_connection || !m_transaction)
        return;
    m_transaction.reset();
    (void)restoreSettings(); // if this fails the connection is lost, and the next statement reports that
}

Result<BulkMode> BulkMode::begin(Connection &connection)
{
    BulkMode mode(connection);
    if (isSqlite(connection)) {
        for (const QString &setting : sqliteLoading)
            HEADWAY_CHECK(connection.command(setting));
    }
    auto transaction = Transaction::write(connection);
    if (!transaction) {
        (void)mode.restoreSettings();
        return failure(transaction.error());
    }
    mode.m_transaction = std::make_unique<Transaction>(*std::move(transaction));
    HEADWAY_CHECK(mode.setForeignKeysAside());
    HEADWAY_CHECK(mode.setIndexesAside());
    return mode;
}

Result<> BulkMode::setIndexesAside()
{
    QStringList names;
    HEADWAY_CHECK(m_connection->each(isSqlite(*m_connection) ? sqliteIndexes : postgresIndexes, {},
                                     [&](const RowView &row) -> Result<> {
                                         names += row.text(0);
                                         m_indexes += row.text(1);
                                         return {};
                                     }));
    for (const QString &name : std::as_const(names))
        HEADWAY_CHECK(m_connection->command(u"DROP INDEX "_s + name));
    return {};
}

Result<> BulkMode::setForeignKeysAside()
{
    if (isSqlite(*m_connection))
        return {};
    HEADWAY_CHECK(m_connection->command(u"SET LOCAL maintenance_work_mem = '256MB'"_s));
    QStringList drops;
    HEADWAY_CHECK(m_connection->each(postgresForeignKeys, {}, [&](const RowView &row) -> Result<> {
        drops += u"ALTER TABLE "_s + row.text(0) + u" DROP CONSTRAINT "_s + row.text(1);
        m_foreignKeys +=
            u"ALTER TABLE "_s + row.text(0) + u" ADD CONSTRAINT "_s + row.text(1) + u' ' + row.text(2);
        return {};
    }));
    for (const QString &drop : std::as_const(drops))
        HEADWAY_CHECK(m_connection->command(drop));
    return {};
}

Result<> BulkMode::rebuildIndexes()
{
    for (const QString &index : std::as_const(m_indexes))
        HEADWAY_CHECK(m_connection->command(index));
    m_indexes.clear();
    return {};
}

Result<> BulkMode::checkForeignKeys()
{
    if (!isSqlite(*m_connection)) {
        for (const QString &key : std::as_const(m_foreignKeys))
            HEADWAY_CHECK(m_connection->command(key));
        return {};
    }
    HEADWAY_TRY(stray, m_connection->row(u"PRAGMA foreign_key_check"_s));
    if (stray.empty())
        return {};
    return failure(
        ErrorCode::Constraint, Sentence::tr("A row refers to a record that is not there; nothing was kept."),
        u"foreign_key_check: "_s + std::get<QString>(stray[0]) + u" to "_s + std::get<QString>(stray[2]));
}

Result<> BulkMode::restoreSettings()
{
    if (!isSqlite(*m_connection))
        return {};
    for (const QString &setting : sqliteWorking)
        HEADWAY_CHECK(m_connection->command(setting));
    return {};
}

Result<> BulkMode::finish()
{
    HEADWAY_CHECK(rebuildIndexes());
    HEADWAY_CHECK(checkForeignKeys());
    HEADWAY_CHECK(m_transaction->commit());
    m_transaction.reset();
    // All of it: from a sample of some thousand rows, a status that a third of them have looks rare, and
    // the planner then looks up half a million rows one by one.
    HEADWAY_CHECK(m_connection->command(u"ANALYZE"_s));
    return restoreSettings();
}

} // namespace headway::sql
