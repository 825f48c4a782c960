// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a schema script: no character is lost when it is split into statements, the splits are where
// the engine makes them, and a script that fails leaves the schema as it was.
#include "fuzz/smallbook.h"
#include "sql/migrate.h"
#include "sql/script.h"

#include <QStringList>

#include <sqlite3.h>

using namespace headway;
using namespace Qt::StringLiterals;
using fuzz::need;
using fuzz::require;
using sql::Engine;

namespace {

const sql::Migration first{1, u"first"_s, u"CREATE TABLE thing (id {{id}}, name {{text}}) {{strict}};\n"_s};

class Database
{
public:
    Database() { require(sqlite3_open(":memory:", &m_handle) == SQLITE_OK); }
    ~Database() { sqlite3_close(m_handle); }
    Database(const Database &) = delete;
    Database &operator=(const Database &) = delete;

    // The rest of `text` after its first statement, if it is one.
    std::optional<QString> behindFirst(const QString &text) const
    {
        sqlite3_stmt *statement = nullptr;
        const QByteArray bytes = text.toUtf8();
        const char *tail = nullptr;
        const int code = sqlite3_prepare_v2(m_handle, bytes.constData(), -1, &statement, &tail);
        sqlite3_finalize(statement);
        return code == SQLITE_OK ? std::optional(QString::fromUtf8(tail)) : std::nullopt;
    }

    fuzz::Folder folder;

private:
    sqlite3 *m_handle = nullptr;
};

bool isComplete(const QString &text)
{
    return sqlite3_complete(text.toUtf8().constData()) == 1;
}

// Splits must be where SQLite says that a statement is complete.
void requireCutsOfSqlite(const QStringList &statements)
{
    for (qsizetype i = 0; i < statements.size(); ++i) {
        const QString &statement = statements[i];
        require(i == statements.size() - 1 || isComplete(statement));
        for (qsizetype at = statement.indexOf(u';'); at >= 0 && at < statement.size() - 1;
             at = statement.indexOf(u';', at + 1))
            require(!isComplete(statement.left(at + 1)));
    }
}

void tryCutting(const Database &database, const QString &script)
{
    for (const Engine engine : {Engine::Sqlite, Engine::Postgres}) {
        const QStringList statements = sql::statementsOf(engine, script);
        require(statements.join(QString()) == script);
        for (const QString &statement : statements) {
            require(!statement.isEmpty());
            const QString bare = sql::bareStatement(engine, statement);
            require(sql::bareStatement(engine, bare) == bare);
        }
        // SQLite stops at a NUL, and EXPLAIN does not occur in our scripts
        if (engine == Engine::Postgres || script.contains(QChar(u'\0'))
            || script.contains("explain"_L1, Qt::CaseInsensitive))
            continue;
        requireCutsOfSqlite(statements);
        for (const QString &statement : statements) {
            const auto rest = database.behindFirst(sql::bareStatement(engine, statement));
            require(!rest || rest->trimmed().isEmpty());
        }
    }
}

// A script without our own marks is not changed.
void requireKept(const QString &script)
{
    bool isOurs = script.contains("{{"_L1);
    for (const QString &line : script.split(u'\n')) {
        const QString mark = line.trimmed();
        isOurs |= mark == "-- sqlite:"_L1 || mark == "-- postgres:"_L1 || mark == "-- end"_L1;
    }
    for (const Engine engine : {Engine::Sqlite, Engine::Postgres})
        require(isOurs || sql::scriptFor(engine, script) == script + u'\n');
}

QStringList stateOf(sql::Connection &connection)
{
    QStringList lines;
    const auto add = [&lines](const sql::RowView &row) -> Result<> {
        lines += row.text(0) + u'|' + row.text(1);
        return {};
    };
    need(connection.each(u"SELECT name, sql FROM sqlite_schema"_s, {}, add));
    need(connection.each(u"SELECT number, hash FROM schema_version"_s, {}, add));
    return lines;
}

// Statements that could leave the file or run forever, and do not occur in scripts.
bool reachesOut(const QString &script)
{
    for (const QLatin1StringView word : {"attach"_L1, "pragma"_L1, "vacuum"_L1, "with"_L1})
        if (script.contains(word, Qt::CaseInsensitive))
            return true;
    return false;
}

void tryRunning(const Database &database, const QString &script)
{
    const QString path = database.folder.filePath(u"schema.db"_s);
    fuzz::putFile(path, {});
    const auto connection = need(sql::openSqlite(path, sql::Access::ReadWrite));
    need(sql::migrate(*connection, {first}));
    const QStringList before = stateOf(*connection);
    const std::vector<sql::Migration> both{first, {2, u"second"_s, script}};
    const bool ran = sql::migrate(*connection, both).has_value();
    if (!ran)
        require(stateOf(*connection) == before);
    else if (!script.contains("schema_version"_L1, Qt::CaseInsensitive))
        need(sql::migrate(*connection, both)); // the second run finds it applied
}

} // namespace

HEADWAY_FUZZ_ON(schema, Database)
{
    const QString script = QString::fromUtf8(bytes);
    tryCutting(state, script);
    requireKept(script);
    if (!reachesOut(script))
        tryRunning(state, script);
}
