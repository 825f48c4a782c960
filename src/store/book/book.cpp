// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/book.h"

#include "sql/file.h"
#include "store/book/searchwords.h"
#include "store/book/upgrade.h"
#include "store/book/visit.h"
#include "store/book/wholedays.h"
#include "store/maintenance/backup.h"
#include "store/schema/schema.h"

#include <QFile>
#include <QUuid>

#include <array>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// "HDWY" in the file's header, by which `file` and this program recognise a book among SQLite files.
constexpr int applicationId = 0x48445759;

Result<std::unique_ptr<sql::Connection>> connect(const QString &address, sql::Access access)
{
    return isServer(address) ? sql::openPostgres(address, access) : sql::openSqlite(address, access);
}

Error notABook(const QString &address)
{
    return {ErrorCode::Unreadable,
            isServer(address)
                ? Sentence::tr("There is no Headway book at %1.").arg(sql::withoutPassword(address))
                : Sentence::tr("%1 is a database, but not a Headway book.").arg(address),
            {}};
}

// Triggers, views and virtual tables would run when we read or write: our books have none but the search's.
Result<> refuseStrangersCode(sql::Connection &connection, const QString &address)
{
    HEADWAY_TRY(name,
                connection.cell(u"SELECT name FROM sqlite_schema WHERE type IN ('trigger', 'view')"
                                " OR (type = 'table' AND sql LIKE 'CREATE%VIRTUAL%TABLE%'"
                                " AND name NOT IN ('search_index', 'activity_index')) LIMIT 1"_s));
    if (!std::holds_alternative<QString>(name))
        return {};
    return failure(ErrorCode::Unreadable,
                   Sentence::tr("%1 is not opened: “%2” in it would run commands that are not Headway's.")
                       .arg(address, std::get<QString>(name).left(80)));
}

Result<> refuseOtherDatabases(sql::Connection &connection, const QString &address)
{
    if (connection.engine() == sql::Engine::Sqlite) {
        HEADWAY_TRY(id, connection.cell(u"PRAGMA application_id"_s));
        if (id != sql::Value(qint64(applicationId)))
            return failure(notABook(address));
        HEADWAY_CHECK(refuseStrangersCode(connection, address));
    }
    HEADWAY_TRY(version, sql::schemaVersion(connection));
    if (version > sql::newestNumber(migrations()))
        return failure(ErrorCode::NewerVersion,
                       Sentence::tr("%1 was made by a newer version of Headway; this one cannot open it.")
                           .arg(sql::withoutPassword(address)));
    return version == 0 ? Result<>(failure(notABook(address))) : Result<>();
}

// An outdated book lacks tables that even reading needs.
Result<bool> isOutdated(sql::Connection &connection)
{
    HEADWAY_TRY(version, sql::schemaVersion(connection));
    return version < sql::newestNumber(migrations());
}

std::array<const Renewal *, 2> renewals()
{
    return {&searchWordsRenewal, &wholeDaysRenewal};
}

// A book in which that fails is open all the same: searched by older words, with whole days as the moments at which
// they begin.
void renew(sql::Connection &connection)
{
    for (const Renewal *each : renewals())
        (void)renewIfDue(connection, *each);
}

// Of a book that is opened for reading. Where it cannot be written, it is read as it is.
void renewBook(sql::Connection &connection, const QString &address)
{
    for (const Renewal *each : renewals()) {
        const auto due = isDue(connection, *each);
        if (due && *due) {
            (void)openBook(address, sql::Access::ReadWrite);
            return;
        }
    }
}

Result<> fill(sql::Connection &connection, const QString &address)
{
    HEADWAY_TRY(version, sql::schemaVersion(connection));
    if (version > 0)
        return failure(ErrorCode::Conflict,
                       Sentence::tr("There is a book at %1 already.").arg(sql::withoutPassword(address)));
    if (connection.engine() == sql::Engine::Sqlite)
        HEADWAY_CHECK(
            connection.command(u"PRAGMA application_id = %1"_s.arg(applicationId))); // sql: names only
    HEADWAY_CHECK(sql::migrate(connection, migrations()));
    for (const Renewal *each : renewals())
        HEADWAY_CHECK(noteRenewed(connection, *each));
    return setBookValue(connection, u"uuid"_s, QUuid::createUuid().toString(QUuid::WithoutBraces));
}

} // namespace

Result<std::unique_ptr<sql::Connection>> createBook(const QString &address)
{
    auto opened = connect(address, sql::Access::Create);
    if (!opened)
        return failure(explained(address, opened.error()));
    auto connection = *std::move(opened);
    if (auto filled = fill(*connection, address); !filled) {
        connection.reset();
        if (!isServer(address))
            sql::removeDatabaseFile(address); // a half-built book would block the next attempt
        return failure(filled.error());
    }
    return connection;
}

Result<> makeBook(const QString &address, const std::function<Result<>(sql::Connection &)> &fill)
{
    if (isServer(address)) {
        HEADWAY_TRY(connection, createBook(address));
        return fill(*connection);
    }
    if (QFile::exists(address))
        return failure(ErrorCode::Conflict, Sentence::tr("The file %1 exists already.").arg(address));
    const QString unfinished = address + u".unfinished"_s;
    sql::removeDatabaseFile(unfinished); // of a program that crashed
    const auto make = [&]() -> Result<> {
        {
            HEADWAY_TRY(connection, createBook(unfinished));
            HEADWAY_CHECK(fill(*connection));
        }
        return sql::renameDatabaseFile(unfinished, address);
    };
    const Result<> made = make();
    if (!made)
        sql::removeDatabaseFile(unfinished);
    return made;
}

Result<std::unique_ptr<sql::Connection>> openBookAsItIs(const QString &address)
{
    HEADWAY_TRY(connection, connect(address, sql::Access::Read));
    HEADWAY_CHECK(refuseOtherDatabases(*connection, address));
    return std::move(connection);
}

Result<std::unique_ptr<sql::Connection>> openBook(const QString &address, sql::Access access)
{
    HEADWAY_TRY(connection, connect(address, access));
    HEADWAY_CHECK(refuseOtherDatabases(*connection, address));
    if (access == sql::Access::Read) {
        HEADWAY_TRY(outdated, isOutdated(*connection));
        if (!outdated) {
            renewBook(*connection, address);
            return std::move(connection);
        }
        connection.reset();
        HEADWAY_CHECK(openBook(address, sql::Access::ReadWrite));
        return connect(address, access);
    }
    if (!isServer(address))
        HEADWAY_CHECK(connection->command(u"PRAGMA journal_mode = WAL"_s)); // a copy may have lost this mode
    HEADWAY_CHECK(upgradeBook(*connection, address, migrations()));
    renew(*connection);
    return std::move(connection);
}

Result<> upgradeBook(sql::Connection &connection, const QString &address,
                     const std::vector<sql::Migration> &scripts)
{
    HEADWAY_TRY(version, sql::schemaVersion(connection));
    if (version == sql::newestNumber(scripts))
        return {};
    if (!isServer(address))
        HEADWAY_CHECK(backupBeforeUpgrade(connection, address, version));
    return sql::migrate(connection, scripts);
}

} // namespace headway::store
