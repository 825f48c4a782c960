// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/migrate.h"

#include <QCryptographicHash>
#include <QHash>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

QString hashOf(const QString &text)
{
    return QString::fromLatin1(QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex());
}

// Also says what to grant if somebody else made it.
Result<bool> hasVersionTableOnServer(Connection &connection)
{
    HEADWAY_TRY(
        found,
        connection.row(u"SELECT count(*), bool_and(has_table_privilege(c.oid, 'SELECT')),"
                       " quote_ident(current_user), min(quote_ident(pg_get_userbyid(c.relowner)))"
                       " FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid"
                       " WHERE c.oid = to_regclass(quote_ident(current_schema()) || '.schema_version')"
                       " AND a.attname IN ('number', 'name', 'hash') AND NOT a.attisdropped"_s));
    if (found.at(0) != Value(qint64(3)))
        return false;
    if (found.at(1) == Value(qint64(1)))
        return true;
    const QString user = std::get<QString>(found.at(2));
    const QString owner = std::get<QString>(found.at(3));
    const QString grant = u"GRANT "_s + owner + u" TO "_s + user;
    return failure(
        ErrorCode::Unreadable,
        Sentence::tr("%1 may not read the book: it belongs to %2. Whoever runs the server can write: %3")
            .arg(user, owner, grant));
}

// Since PostgreSQL 15 only the owner of a database may make tables in it, unless others are let.
Result<> refuseWithoutRoom(Connection &connection)
{
    if (connection.engine() == Engine::Sqlite)
        return {};
    HEADWAY_TRY(room,
                connection.row(u"SELECT coalesce(has_schema_privilege(current_schema(), 'CREATE'), false),"
                               " quote_ident(current_user), current_database(),"
                               " quote_ident(coalesce(current_schema(), 'public'))"_s));
    if (room.at(0) == Value(qint64(1)))
        return {};
    const QString user = std::get<QString>(room.at(1));
    const QString grant =
        u"GRANT USAGE, CREATE ON SCHEMA "_s + std::get<QString>(room.at(3)) + u" TO "_s + user;
    return failure(
        ErrorCode::ReadOnly,
        Sentence::tr("%1 may not make tables in the database %2. Whoever runs the server can write "
                     "there: %3")
            .arg(user, std::get<QString>(room.at(2)), grant));
}

Result<bool> hasVersionTable(Connection &connection)
{
    // Other programs may have a table of this name, too: ours is recognised by its columns.
    if (connection.engine() == Engine::Postgres)
        return hasVersionTableOnServer(connection);
    HEADWAY_TRY(count,
                connection.cell(u"SELECT count(*) FROM pragma_table_info('schema_version')"
                                " WHERE name IN ('number', 'name', 'hash')"_s));
    return count == Value(qint64(3));
}

// Two programs that open a new server book at the same time must not both build it.
Result<> lockSchema(Connection &connection)
{
    if (connection.engine() == Engine::Postgres)
        HEADWAY_CHECK(connection.row(u"SELECT pg_advisory_xact_lock(4823047)"_s));
    return {};
}

Result<QHash<qint64, QString>> knownHashes(Connection &connection)
{
    QHash<qint64, QString> hashes;
    HEADWAY_TRY(present, hasVersionTable(connection));
    if (!present) {
        HEADWAY_CHECK(refuseWithoutRoom(connection));
        HEADWAY_CHECK(connection.script(
            scriptFor(connection.engine(),
                      u"CREATE TABLE schema_version (number {{int}} PRIMARY KEY, name {{text}} NOT NULL,"
                      " hash {{text}} NOT NULL) {{strict}};"_s)));
        return hashes;
    }
    HEADWAY_CHECK(connection.each(u"SELECT number, hash FROM schema_version"_s, {},
                                  [&](const RowView &row) -> Result<> {
                                      hashes.insert(row.integer(0), row.text(1));
                                      return {};
                                  }));
    return hashes;
}

Result<> runOne(Connection &connection, const Migration &migration)
{
    HEADWAY_CHECK(connection.script(scriptFor(connection.engine(), migration.text)));
    HEADWAY_CHECK(connection.run(u"INSERT INTO schema_version (number, name, hash) VALUES (?, ?, ?)"_s,
                                 {qint64(migration.number), migration.name, hashOf(migration.text)}));
    return {};
}

Result<> refuseStrangeHistory(const QHash<qint64, QString> &known, const std::vector<Migration> &migrations)
{
    for (auto it = known.begin(); it != known.end(); ++it) {
        if (it.key() > newestNumber(migrations))
            return failure(
                ErrorCode::NewerVersion,
                Sentence::tr("This book was made by a newer version of Headway; this one cannot open it."));
        const auto ran = std::find_if(migrations.begin(), migrations.end(),
                                      [&it](const Migration &each) { return each.number == it.key(); });
        if (ran == migrations.end() || it.value() != hashOf(ran->text))
            return failure(ErrorCode::Unreadable,
                           Sentence::tr("This book was not made by Headway as it was released."),
                           u"migration %1 ran with another text"_s.arg(it.key()));
    }
    return {};
}

} // namespace

int newestNumber(const std::vector<Migration> &migrations)
{
    return migrations.empty() ? 0 : migrations.back().number;
}

QString scriptFor(Engine engine, const QString &text)
{
    const bool sqlite = engine == Engine::Sqlite;
    QString kept;
    bool skipping = false;
    for (const QString &line : text.split(u'\n')) {
        const QString mark = line.trimmed(); // the whole line: "-- end of the year" is a comment
        if (mark == "-- sqlite:"_L1)
            skipping = !sqlite;
        else if (mark == "-- postgres:"_L1)
            skipping = sqlite;
        else if (mark == "-- end"_L1)
            skipping = false;
        else if (!skipping)
            kept += line + u'\n';
    }
    const std::pair<QString, QString> tokens[] = {
        {u"{{id}}"_s,
         sqlite ? u"INTEGER PRIMARY KEY AUTOINCREMENT"_s
                : u"BIGINT GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY"_s},
        {u"{{int}}"_s, sqlite ? u"INTEGER"_s : u"BIGINT"_s},
        {u"{{real}}"_s, sqlite ? u"REAL"_s : u"DOUBLE PRECISION"_s},
        {u"{{text}}"_s, sqlite ? u"TEXT"_s : u"TEXT COLLATE \"C\""_s},
        {u"{{strict}}"_s, sqlite ? u"STRICT"_s : QString()},
        {u"{{first}}"_s, sqlite ? QString() : u" NULLS FIRST"_s},
    };
    for (const auto &[token, word] : tokens)
        kept.replace(token, word);
    return kept;
}

Result<int> schemaVersion(Connection &connection)
{
    HEADWAY_TRY(present, hasVersionTable(connection));
    if (!present)
        return 0;
    HEADWAY_TRY(number, connection.cell(u"SELECT max(number) FROM schema_version"_s));
    const auto *found = std::get_if<qint64>(&number);
    return found ? int(std::clamp(*found, qint64(0), qint64(std::numeric_limits<int>::max()))) : 0;
}

Result<> countNewIndexes(Connection &connection)
{
    if (connection.engine() != Engine::Sqlite)
        return {}; // PostgreSQL has statistics of columns, not of indexes
    HEADWAY_TRY(counted,
                connection.cell(u"SELECT count(*) FROM sqlite_schema WHERE name = 'sqlite_stat1'"_s));
    if (counted == Value(qint64(0)))
        return {};
    QStringList names;
    HEADWAY_CHECK(connection.each(u"SELECT name FROM sqlite_schema WHERE type = 'index'"
                                  " AND tbl_name IN (SELECT tbl FROM sqlite_stat1)"
                                  " AND name NOT IN (SELECT idx FROM sqlite_stat1 WHERE idx IS NOT NULL)"_s,
                                  {}, [&](const RowView &row) -> Result<> {
                                      names += row.text(0);
                                      return {};
                                  }));
    for (const QString &name : std::as_const(names))
        HEADWAY_CHECK(connection.command(u"ANALYZE "_s + name));
    return {};
}

Result<> migrate(Connection &connection, const std::vector<Migration> &migrations)
{
    HEADWAY_TRY(transaction, Transaction::write(connection));
    HEADWAY_CHECK(lockSchema(connection));
    HEADWAY_TRY(known, knownHashes(connection));
    HEADWAY_CHECK(refuseStrangeHistory(known, migrations));
    if (known.size() == qsizetype(migrations.size()))
        return transaction.commit();
    for (const Migration &migration : migrations) {
        if (!known.contains(migration.number))
            HEADWAY_CHECK(runOne(connection, migration));
    }
    HEADWAY_CHECK(countNewIndexes(connection));
    return transaction.commit();
}

} // namespace headway::sql
