// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/driver.h"
#include "sql/largecache.h"
#include "sql/sqliterows.h"

#include <QDir>
#include <QFileInfo>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

struct Close {
    void operator()(sqlite3 *handle) const { sqlite3_close(handle); }
};
using Handle = std::unique_ptr<sqlite3, Close>;

std::string_view textOf(sqlite3_value *value)
{
    const auto *text = reinterpret_cast<const char *>(sqlite3_value_text(value));
    return text ? std::string_view(text, size_t(sqlite3_value_bytes(value))) : std::string_view();
}

void askTextTest(sqlite3_context *context, int, sqlite3_value **values)
{
    if (sqlite3_value_type(values[0]) == SQLITE_NULL || sqlite3_value_type(values[1]) == SQLITE_NULL)
        return sqlite3_result_null(context);
    const auto test = reinterpret_cast<Connection::TextTest>(sqlite3_user_data(context));
    sqlite3_result_int(context, test(textOf(values[0]), textOf(values[1])) ? 1 : 0);
}

class SqliteDriver : public Driver
{
public:
    explicit SqliteDriver(Handle handle) : m_handle(std::move(handle)), m_statements(m_handle.get()) {}
    // A file that was moved away gets the content of its log; SQLite would leave the log at the old place,
    // where it would damage the next file of that name.
    ~SqliteDriver() override
    {
        if (hasMoved())
            sqlite3_wal_checkpoint_v2(m_handle.get(), "main", SQLITE_CHECKPOINT_TRUNCATE, nullptr, nullptr);
    }

    Engine engine() const override { return Engine::Sqlite; }
    bool interrupt() override
    {
        sqlite3_interrupt(m_handle.get());
        return true;
    }
    void abandon() override {}

    Result<> presence() override
    {
        if (!hasMoved())
            return {};
        return failure(
            ErrorCode::NotFound,
            Sentence::tr("The file %1 was moved or removed while it was open: nothing more is written to it.")
                .arg(path()));
    }

    // A file that was only deleted is kept open: it exists as long as it is open.
    bool isStale() override { return hasMoved() && QFileInfo::exists(path()); }

    Result<std::unique_ptr<BulkInsert>> bulkInsert(const QString &table, const QStringList &columns) override
    {
        return bulkInsertSqlite(m_handle.get(), table, columns);
    }

    Result<StatementOutcome> execute(const QString &statement, const Values &binds,
                                     const RowReader &row) override
    {
        return m_statements.execute(statement, binds, row);
    }

    // No schema of a book may call it.
    Result<> addTextTest(const char *name, Connection::TextTest test) override
    {
        if (m_textTests.contains(name))
            return {};
        const int state = sqlite3_create_function_v2(
            m_handle.get(), name, 2, SQLITE_UTF8 | SQLITE_DETERMINISTIC | SQLITE_DIRECTONLY,
            reinterpret_cast<void *>(test), &askTextTest, nullptr, nullptr, nullptr);
        if (state != SQLITE_OK)
            return failure(ErrorCode::Internal, sentenceFor(ErrorCode::Internal),
                           QString::fromUtf8(sqlite3_errmsg(m_handle.get())));
        m_textTests += name;
        return {};
    }

    Result<> command(const QString &statement) override { return commandSqlite(m_handle.get(), statement); }

    Result<> copyTo(const QString &path, const std::function<bool(int, int)> &progress) override
    {
        sqlite3 *target = nullptr;
        const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
        if (sqlite3_open_v2(path.toUtf8().constData(), &target, flags, nullptr) != SQLITE_OK) {
            sqlite3_close(target);
            return failure(ErrorCode::Unreadable, Sentence::tr("Cannot write the file %1.").arg(path));
        }
        sqlite3_backup *backup = sqlite3_backup_init(target, "main", m_handle.get(), "main");
        int state = backup ? SQLITE_OK : SQLITE_ERROR;
        bool goOn = true;
        while (goOn && (state == SQLITE_OK || state == SQLITE_BUSY || state == SQLITE_LOCKED)) {
            state = sqlite3_backup_step(backup, pagesAtATime);
            const int all = sqlite3_backup_pagecount(backup);
            goOn = progress(all - sqlite3_backup_remaining(backup), all);
        }
        sqlite3_backup_finish(backup);
        const QString words = QString::fromUtf8(sqlite3_errmsg(target));
        sqlite3_close(target);
        if (!goOn && state != SQLITE_DONE)
            return failure(ErrorCode::Cancelled, Sentence::tr("Cancelled."));
        if (state != SQLITE_DONE)
            return failure(state == SQLITE_FULL ? ErrorCode::Full : ErrorCode::Unreadable,
                           Sentence::tr("Cannot write the file %1.").arg(path), words);
        return {};
    }

private:
    bool hasMoved() const
    {
        int moved = 0;
        return sqlite3_file_control(m_handle.get(), "main", SQLITE_FCNTL_HAS_MOVED, &moved) == SQLITE_OK
            && moved;
    }

    QString path() const { return QString::fromUtf8(sqlite3_db_filename(m_handle.get(), "main")); }

    static constexpr int pagesAtATime = 1000; // 4 MiB: writers wait no longer than copying this takes
    Handle m_handle;                          // outlives its statements
    SqliteStatements m_statements;
    QByteArrayList m_textTests; // names of those that are known
};

Result<> checkFile(const QString &path, Access access)
{
    const QFileInfo file(path);
    if (access == Access::Create) {
        if (file.exists())
            return failure(ErrorCode::Conflict, Sentence::tr("The file %1 exists already.").arg(path));
        if (!file.dir().exists())
            return failure(ErrorCode::NotFound,
                           Sentence::tr("The folder %1 does not exist.").arg(file.absolutePath()));
        return {};
    }
    if (!file.exists())
        return failure(ErrorCode::NotFound, Sentence::tr("The file %1 does not exist.").arg(path));
    if (!file.isFile())
        return failure(ErrorCode::Unreadable, Sentence::tr("%1 is not a file.").arg(path));
    if (!file.isReadable())
        return failure(ErrorCode::Unreadable, Sentence::tr("You may not read the file %1.").arg(path));
    if (access == Access::ReadWrite && !file.isWritable())
        return failure(ErrorCode::ReadOnly, Sentence::tr("The file %1 is read-only.").arg(path));
    return {};
}

QStringList pragmas(Access access)
{
    QStringList list{
        u"PRAGMA trusted_schema = OFF"_s,
        u"PRAGMA foreign_keys = ON"_s,
        cacheSetting(usualCache),
        u"PRAGMA temp_store = MEMORY"_s,
    };
    if (access == Access::Read)
        list += u"PRAGMA query_only = ON"_s;
    else
        list += u"PRAGMA synchronous = FULL"_s;
    if (access == Access::Create)
        list += u"PRAGMA journal_mode = WAL"_s; // stays set in the file; existing files keep theirs
    return list;
}

// A book may come from an untrusted source: nothing in it may run, and nothing may grow without bound.
void harden(sqlite3 *handle)
{
    sqlite3_db_config(handle, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    sqlite3_db_config(handle, SQLITE_DBCONFIG_ENABLE_LOAD_EXTENSION, 0, nullptr);
    sqlite3_limit(handle, SQLITE_LIMIT_LENGTH, 64 * 1024 * 1024);
    sqlite3_limit(handle, SQLITE_LIMIT_ATTACHED, 2);
    sqlite3_limit(handle, SQLITE_LIMIT_SQL_LENGTH, 4 * 1024 * 1024);
    sqlite3_limit(handle, SQLITE_LIMIT_EXPR_DEPTH, 500);
    sqlite3_limit(handle, SQLITE_LIMIT_TRIGGER_DEPTH, 10);
}

// The engine's error about a file it cannot use, as a sentence that names the file.
Error openingError(Error error, const QString &path)
{
    const QFileInfo file(path);
    if (error.code == ErrorCode::Busy)
        error.text = Sentence::tr("The file %1 is locked by another program.").arg(path);
    else if (!QFileInfo(file.absolutePath()).isWritable())
        error = {ErrorCode::ReadOnly,
                 Sentence::tr("The file %1 cannot be used where it is: the folder is read-only.").arg(path),
                 error.detail};
    else
        error = {ErrorCode::Unreadable, Sentence::tr("The file %1 is damaged or not a database.").arg(path),
                 error.detail};
    return error;
}

// SQLite would count each piece of memory that it takes, under a lock: a tenth of the time of the full-text index. Only
// before it is first used; afterwards it declines, and counts on.
void countNoMemory()
{
    static const int once = sqlite3_config(SQLITE_CONFIG_MEMSTATUS, 0);
    (void)once;
}

Result<Handle> openHandle(const QString &path, int flags)
{
    countNoMemory();
    sqlite3 *opened = nullptr;
    const int code =
        sqlite3_open_v2(path.toUtf8().constData(), &opened, flags | SQLITE_OPEN_NOMUTEX, nullptr);
    Handle handle(opened);
    if (code != SQLITE_OK)
        return failure(ErrorCode::Unreadable, Sentence::tr("The file %1 cannot be opened.").arg(path),
                       QString::fromUtf8(sqlite3_errmsg(opened)));
    sqlite3_busy_timeout(opened, patience);
    harden(opened);
    return handle;
}

} // namespace

Result<std::unique_ptr<Connection>> openInMemory()
{
    HEADWAY_TRY(handle, openHandle(u":memory:"_s, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE));
    return std::unique_ptr<Connection>(new Connection(std::make_unique<SqliteDriver>(std::move(handle))));
}

Result<std::unique_ptr<Connection>> openSqlite(const QString &path, Access access)
{
    HEADWAY_CHECK(checkFile(path, access));
    const int flags = access == Access::Create ? SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE
        : access == Access::Read               ? SQLITE_OPEN_READONLY
                                               : SQLITE_OPEN_READWRITE;
    HEADWAY_TRY(handle, openHandle(QFileInfo(path).absoluteFilePath(), flags));
    std::unique_ptr<Connection> connection(new Connection(std::make_unique<SqliteDriver>(std::move(handle))));
    // Only reading the schema tells whether the file is a database.
    if (const auto read = connection->cell(u"SELECT count(*) FROM sqlite_schema"_s); !read)
        return failure(openingError(read.error(), path));
    for (const QString &pragma : pragmas(access)) {
        if (const auto done = connection->command(pragma); !done)
            return failure(openingError(done.error(), path));
    }
    return connection;
}

} // namespace headway::sql
