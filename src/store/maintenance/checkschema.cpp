// SPDX-License-Identifier: GPL-3.0-or-later
// Check: the engine's own check of the file, and whether the schema is that of our migrations.
#include "store/maintenance/checkparts.h"
#include "store/schema/schema.h"

#include <QRegularExpression>
#include <QSet>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

bool isSqlite(const sql::Connection &connection)
{
    return connection.engine() == sql::Engine::Sqlite;
}

// Leaves out what belongs to the engine, and expression indexes on custom fields.
bool isCompared(const QString &type, const QString &name)
{
    return !name.startsWith("sqlite_"_L1) && !(type == u"index" && name.startsWith("custom_by_"_L1));
}

// name → statement that created it
using Schema = QHash<QString, QString>;

Result<Schema> sqliteSchema(sql::Connection &connection)
{
    Schema schema;
    HEADWAY_CHECK(connection.each(u"SELECT name, coalesce(sql, ''), type FROM sqlite_schema"_s, {},
                                  [&](const sql::RowView &row) -> Result<> {
                                      if (isCompared(row.text(2), row.text(0)))
                                          schema.insert(row.text(0), row.text(1));
                                      return {};
                                  }));
    return schema;
}

Result<QSet<QString>> names(sql::Connection &connection, const QString &query)
{
    QSet<QString> found;
    HEADWAY_CHECK(connection.each(query, {}, [&](const sql::RowView &row) -> Result<> {
        found.insert(row.text(0));
        return {};
    }));
    return found;
}

// An empty book made by this version, for comparison.
Result<std::unique_ptr<sql::Connection>> reference()
{
    HEADWAY_TRY(connection, sql::openInMemory());
    HEADWAY_CHECK(sql::migrate(*connection, migrations()));
    return std::move(connection);
}

Result<> compareSqlite(sql::Connection &connection, sql::Connection &model, FlawList &flaws)
{
    HEADWAY_TRY(present, sqliteSchema(connection));
    HEADWAY_TRY(right, sqliteSchema(model));
    for (auto it = right.cbegin(); it != right.cend(); ++it) {
        if (!present.contains(it.key()))
            flaws.add(FlawKind::Schema, Sentence::tr("The table or index %1 is missing.").arg(it.key()));
        else if (present.value(it.key()) != it.value())
            flaws.add(FlawKind::Schema, Sentence::tr("The table or index %1 was altered.").arg(it.key()));
    }
    for (auto it = present.cbegin(); it != present.cend(); ++it) {
        if (!right.contains(it.key()))
            flaws.add(FlawKind::Schema,
                      Sentence::tr("The table or index %1 does not belong to this version.").arg(it.key()));
    }
    return {};
}

Result<> comparePostgres(sql::Connection &connection, sql::Connection &model, FlawList &flaws)
{
    HEADWAY_TRY(right,
                names(model,
                      u"SELECT m.name || '.' || c.name FROM sqlite_schema m, pragma_table_info(m.name) c"
                      " WHERE m.type = 'table' AND m.name NOT LIKE 'sqlite%'"
                      " AND m.name NOT LIKE 'search\\_index%' ESCAPE '\\'"
                      " AND m.name NOT LIKE 'activity\\_index%' ESCAPE '\\'"_s));
    HEADWAY_TRY(present,
                names(connection,
                      u"SELECT table_name || '.' || column_name FROM information_schema.columns"
                      " WHERE table_schema = current_schema() AND table_name <> 'activity_doc'"
                      " AND (table_name, column_name) <> ('search_doc', 'words')"_s));
    for (const QString &name : std::as_const(right)) {
        if (!present.contains(name))
            flaws.add(FlawKind::Schema, Sentence::tr("The column %1 is missing.").arg(name));
    }
    for (const QString &name : std::as_const(present)) {
        if (!right.contains(name))
            flaws.add(FlawKind::Schema,
                      Sentence::tr("The column %1 does not belong to this version.").arg(name));
    }
    HEADWAY_TRY(missing, missingIndexes(connection));
    for (auto it = missing.cbegin(); it != missing.cend(); ++it)
        flaws.add(FlawKind::Schema, Sentence::tr("The index %1 is missing.").arg(it.key()));
    return {};
}

Result<> checkSqliteFile(sql::Connection &connection, CheckDepth depth, FlawList &flaws)
{
    const QString pragma =
        depth == CheckDepth::Quick ? u"PRAGMA quick_check(20)"_s : u"PRAGMA integrity_check(20)"_s;
    const Result<> read = connection.each(pragma, {}, [&](const sql::RowView &row) -> Result<> {
        if (row.text(0) != u"ok")
            flaws.add(FlawKind::Damaged, Sentence::tr("The file is damaged: %1.").arg(row.text(0)));
        return {};
    });
    if (!read && read.error().code != ErrorCode::Unreadable)
        return read;
    if (!read)
        flaws.add(FlawKind::Damaged, Sentence::tr("The file is damaged: it cannot be read to its end."));
    return {};
}

} // namespace

Result<> checkEngine(sql::Connection &connection, CheckDepth depth, FlawList &flaws)
{
    if (isSqlite(connection))
        return checkSqliteFile(connection, depth, flaws);
    // PostgreSQL verifies checksums and keys itself; only keys added without validation remain to be found.
    return connection.each(
        u"SELECT conname FROM pg_constraint WHERE NOT convalidated"
        " AND connamespace = current_schema()::regnamespace"_s,
        {}, [&](const sql::RowView &row) -> Result<> {
            flaws.add(FlawKind::Damaged,
                      Sentence::tr("The key %1 was never checked by the server.").arg(row.text(0)));
            return {};
        });
}

Result<> checkSchema(sql::Connection &connection, FlawList &flaws)
{
    HEADWAY_TRY(model, reference());
    return isSqlite(connection) ? compareSqlite(connection, *model, flaws)
                                : comparePostgres(connection, *model, flaws);
}

Result<QHash<QString, QString>> missingIndexes(sql::Connection &connection)
{
    static const QRegularExpression statement(
        u"^(?:CREATE (?:UNIQUE )?INDEX (\\w+) [^;]*|DROP INDEX IF EXISTS (\\w+));"_s,
        QRegularExpression::MultilineOption);
    HEADWAY_TRY(present,
                names(connection,
                      isSqlite(connection)
                          ? u"SELECT name FROM sqlite_schema WHERE type = 'index'"_s
                          : u"SELECT indexname FROM pg_indexes WHERE schemaname = current_schema()"_s));
    QHash<QString, QString> missing;
    for (const sql::Migration &migration : migrations()) {
        const QString script = sql::scriptFor(connection.engine(), migration.text);
        for (const QRegularExpressionMatch &match : statement.globalMatch(script)) {
            if (match.hasCaptured(2)) // a later statement of the scripts may create it again
                missing.remove(match.captured(2));
            else if (!present.contains(match.captured(1)))
                missing.insert(match.captured(1), match.captured(0));
        }
    }
    return missing;
}

} // namespace headway::store
