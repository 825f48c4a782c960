// SPDX-License-Identifier: GPL-3.0-or-later
// The only access to a database: one SQL text for two engines, SQLite and PostgreSQL. Parameters are `?`. A
// Connection belongs to the thread that opened it; only interrupt() and abandon() may be called from
// another one. Every call can fail: with Busy (locked), Cancelled (interrupted), Constraint, Invalid (text
// that an engine would not store unchanged), Offline (the server went away), Full (the disk), ReadOnly,
// Unreadable (damaged), else Internal with the engine's message as detail.
#pragma once

#include "domain/result.h"
#include "sql/value.h"

#include <QStringList>

#include <functional>
#include <future>
#include <memory>
#include <optional>
#include <string_view>

namespace headway::sql {

enum class Engine { Sqlite, Postgres };

enum class Access {
    Create,    // SQLite: the file must not exist yet
    ReadWrite, // it must exist
    Read,      // nothing can be written through this connection
};

// The current row of a running statement; valid only inside the callback that it is passed to.
class RowView
{
public:
    virtual ~RowView() = default;

    virtual int columns() const = 0;
    virtual bool isNull(int column) const = 0;
    virtual qint64 integer(int column) const = 0; // 0 for NULL
    virtual double real(int column) const = 0;
    virtual QString text(int column) const = 0; // empty for NULL
    virtual Value value(int column) const = 0;
};

class BulkInsert;
class Driver; // what differs between the engines, see driver.h
struct StatementOutcome;

class Connection
{
public:
    ~Connection();
    Connection(const Connection &) = delete;
    Connection &operator=(const Connection &) = delete;

    Engine engine() const;

    // Runs a statement that yields no rows; returns the number of rows it touched.
    Result<qint64> run(const QString &statement, const Values &binds = {});
    // An INSERT into a table with an `id` column; returns the new row's id.
    Result<qint64> insert(const QString &statement, const Values &binds);
    // Calls `row` for each row. The callback must not use this connection. Its error ends the reading and
    // is returned.
    Result<> each(const QString &statement, const Values &binds,
                  const std::function<Result<>(const RowView &)> &row);
    // Inserts many rows into `table`, see sql/bulkinsert.h.
    Result<std::unique_ptr<BulkInsert>> bulkInsert(const QString &table, const QStringList &columns);
    // The first cell of the first row; NULL if there is none.
    Result<Value> cell(const QString &query, const Values &binds = {});
    // The first row, or no cells if there is none.
    Result<Values> row(const QString &statement, const Values &binds = {});
    // A statement that engines cannot prepare: BEGIN, SET, PRAGMA.
    Result<> command(const QString &statement);
    // Several statements without parameters, see sql/script.h; none of them may end a transaction.
    Result<> script(const QString &statements);

    // Makes `name(text, other)` known to statements of SQLite, for good: 1 or 0, and NULL where one of them is. Does
    // nothing on PostgreSQL.
    using TextTest = bool (*)(std::string_view text, std::string_view other); // UTF-8
    Result<> addTextTest(const char *name, TextTest test);

    // Whether the server still answers, or the file is still where it was opened: Offline, NotFound. One
    // check, without waiting.
    Result<> presence();
    // Whether to reopen the connection: the server closed it, or another file replaced this one.
    bool isStale();

    // Makes the running statement fail with Cancelled. From any one other thread. For a server this takes a
    // connection of its own, up to the connect_timeout of each of its addresses; false if there is no
    // answer.
    bool interrupt();
    // Closes the connection to a server that does not answer: the running statement fails with Offline at
    // once, and whether it was carried out is unknown. From any thread. Does nothing for a file.
    void abandon();
    // Copies the whole database into a new file while others go on working. SQLite only. `progress` is
    // called with the pages done and all pages; returning false cancels.
    Result<> copyTo(const QString &path, const std::function<bool(int done, int all)> &progress);
    // Moves the write-ahead log's content into the database file. Does nothing on PostgreSQL.
    Result<> checkpoint();

    // For fault tests and tracing: called before each statement with its parameters; its error makes the
    // statement fail.
    using Probe = std::function<Result<>(const QString &statement, const Values &binds)>;
    void setProbe(Probe probe) { m_probe = std::move(probe); }

    // Called before each statement that reads or writes rows, with its text: by whoever holds rows back that the
    // statement may be about, to write them first. Statements of the call itself do not call it again. Its error makes
    // the statement fail. Empty: nobody.
    using Before = std::function<Result<>(const QString &statement)>;
    void setBefore(Before before) { m_before = std::move(before); }
    // While it lives nothing is called before a statement: those that run meanwhile are about no row held back.
    class Around
    {
    public:
        explicit Around(Connection &connection);
        ~Around();
        Around(const Around &) = delete;
        Around &operator=(const Around &) = delete;

    private:
        Connection *m_connection; // null on the thread of a job beside
    };

    // Runs `job`, which uses this connection, on a thread beside this one, and returns at once. Whoever uses the
    // connection meanwhile waits for its end; a second job waits for the first. If it fails, so does everything from
    // then on until the transaction is rolled back, with the same error.
    using Job = std::function<Result<>()>;
    Result<> runBeside(Job job);
    // Waits for it.
    Result<> together();

private:
    friend class LargeCache;
    friend class Transaction;
    friend Result<std::unique_ptr<Connection>> openSqlite(const QString &path, Access access);
    friend Result<std::unique_ptr<Connection>> openInMemory();
    friend Result<std::unique_ptr<Connection>> openPostgres(const QString &url, Access access);
    explicit Connection(std::unique_ptr<Driver> driver);
    class RowsOfStep;

    Result<StatementOutcome> execute(const QString &statement, const Values &binds,
                                     const std::function<Result<bool>(const RowView &)> &row);
    Result<> admit(const QString &statement, const Values &binds) const;
    Result<> callBefore(const QString &statement);
    Result<> begin(const QString &statement);
    Error ofUnfinished(Error error) const;

    std::unique_ptr<Driver> m_driver;
    Probe m_probe;
    Before m_before;
    int m_around = 0; // how many Around there are
    std::future<Result<>> m_beside;
    std::optional<Error> m_besideFailure;
    bool m_reading = false;
    bool m_writing = false; // in a transaction that may write, before its COMMIT
};

// A file on this machine. Fails with Unreadable if it is not a database, NotFound if it is not there,
// Conflict if it is there already (Access::Create).
Result<std::unique_ptr<Connection>> openSqlite(const QString &path, Access access);
// An empty in-memory SQLite database, which exists as long as the connection.
Result<std::unique_ptr<Connection>> openInMemory();
// A libpq URL: postgresql://user@host/database?options. Fails with Offline if the server does not answer,
// Unreadable if its database does not keep texts as UTF-8. A pooler between us and the server is noticed, and
// nothing then depends on a session; works with one that gives each transaction another connection.
Result<std::unique_ptr<Connection>> openPostgres(const QString &url, Access access);
// Whether a server answers at that address, even if it refuses us. Takes at most its connect_timeout if nobody is
// there, and five seconds more if there is only a pooler whose server is gone.
bool answers(const QString &url);
// A file's path or a server's URL for display: without the password.
QString withoutPassword(const QString &address);

// Rolls back when destroyed, unless commit() succeeded.
class Transaction
{
public:
    // Locks for writing at once, so that two writers wait for each other instead of failing later.
    static Result<Transaction> write(Connection &connection);
    // All reads see the same state of the database until the transaction ends.
    static Result<Transaction> read(Connection &connection);

    Transaction(Transaction &&other) noexcept;
    Transaction &operator=(Transaction &&) = delete;
    ~Transaction();

    Result<> commit();

private:
    explicit Transaction(Connection &connection) : m_connection(&connection) {}
    Connection *m_connection;
};

} // namespace headway::sql
