// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/connection.h"

#include "sql/driver.h"
#include "sql/script.h"

using namespace Qt::StringLiterals;

namespace headway::sql {

Sentence sentenceFor(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Busy: return Sentence::tr("The book is locked by another program.");
    case ErrorCode::Cancelled: return Sentence::tr("Cancelled.");
    case ErrorCode::Constraint: return Sentence::tr("The book refused the change because it breaks a rule.");
    case ErrorCode::Offline: return Sentence::tr("The server does not answer.");
    case ErrorCode::Full: return Sentence::tr("The disk is full; nothing was changed.");
    case ErrorCode::ReadOnly: return Sentence::tr("The book cannot be written: it is read-only.");
    case ErrorCode::Unreadable: return Sentence::tr("The file is damaged or not a database.");
    default: return Sentence::tr("The database reported an error.");
    }
}

Error unstorableText()
{
    return {ErrorCode::Invalid, Sentence::tr("A text contains a NUL character or half a character."), {}};
}

Connection::Connection(std::unique_ptr<Driver> driver) : m_driver(std::move(driver))
{
}

Connection::~Connection() = default;

Engine Connection::engine() const
{
    return m_driver->engine();
}

bool Connection::interrupt()
{
    return m_driver->interrupt();
}

void Connection::abandon()
{
    m_driver->abandon();
}

Result<> Connection::presence()
{
    if (m_probe)
        HEADWAY_CHECK(m_probe(u"presence"_s, {}));
    return m_driver->presence();
}

Result<> Connection::addTextTest(const char *name, TextTest test)
{
    return m_driver->addTextTest(name, test);
}

bool Connection::isStale()
{
    return m_driver->isStale();
}

Result<> Connection::admit(const QString &statement, const Values &binds) const
{
    if (m_reading)
        return failure(ErrorCode::Internal, sentenceFor(ErrorCode::Internal),
                       u"a statement was run while another one was being read: "_s + statement);
    if (m_probe)
        HEADWAY_CHECK(m_probe(statement, binds));
    for (const Value &bind : binds) {
        if (const auto *text = std::get_if<QString>(&bind); text && !isStorable(*text))
            return failure(unstorableText());
    }
    return {};
}

Result<StatementOutcome> Connection::execute(const QString &statement, const Values &binds,
                                             const RowReader &row)
{
    HEADWAY_CHECK(admit(statement, binds));
    m_reading = true;
    Result<StatementOutcome> outcome = m_driver->execute(statement, binds, row);
    m_reading = false;
    if (!outcome)
        return failure(ofUnfinished(std::move(outcome.error())));
    return outcome;
}

Result<qint64> Connection::run(const QString &statement, const Values &binds)
{
    HEADWAY_TRY(outcome, execute(statement, binds, {}));
    return outcome.touched;
}

Result<qint64> Connection::insert(const QString &statement, const Values &binds)
{
    if (engine() == Engine::Postgres) {
        HEADWAY_TRY(id, cell(statement + u" RETURNING id"_s, binds));
        return std::get<qint64>(id);
    }
    HEADWAY_TRY(outcome, execute(statement, binds, {}));
    return outcome.lastId;
}

Result<> Connection::each(const QString &statement, const Values &binds,
                          const std::function<Result<>(const RowView &)> &row)
{
    const RowReader all = [&row](const RowView &view) -> Result<bool> {
        HEADWAY_CHECK(row(view));
        return true;
    };
    HEADWAY_CHECK(execute(statement, binds, all));
    return {};
}

Result<std::unique_ptr<BulkInsert>> Connection::bulkInsert(const QString &table, const QStringList &columns)
{
    if (m_probe)
        HEADWAY_CHECK(m_probe(u"bulk insert into "_s + table, {}));
    return m_driver->bulkInsert(table, columns);
}

Result<Value> Connection::cell(const QString &query, const Values &binds)
{
    HEADWAY_TRY(cells, row(query, binds));
    return cells.empty() ? Value() : cells.front();
}

Result<Values> Connection::row(const QString &statement, const Values &binds)
{
    Values cells;
    HEADWAY_CHECK(execute(statement, binds, [&cells](const RowView &view) -> Result<bool> {
        const int count = view.columns();
        cells.reserve(size_t(count));
        for (int i = 0; i < count; ++i)
            cells.push_back(view.value(i));
        return false;
    }));
    return cells;
}

Result<> Connection::command(const QString &statement)
{
    if (m_probe)
        HEADWAY_CHECK(m_probe(statement, {}));
    if (auto done = m_driver->command(statement); !done)
        return failure(ofUnfinished(std::move(done.error())));
    return {};
}

Result<> Connection::begin(const QString &statement)
{
    if (m_probe)
        HEADWAY_CHECK(m_probe(statement, {}));
    return m_driver->begin(statement);
}

// Without its COMMIT the server keeps nothing of a transaction.
Error Connection::ofUnfinished(Error error) const
{
    if (m_writing && error.code == ErrorCode::Offline)
        error.text = Sentence::tr("The server went away before this was saved: nothing was changed.");
    return error;
}

Result<> Connection::script(const QString &statements)
{
    if (!isStorable(statements)) // an engine would read only up to a NUL character
        return failure(unstorableText());
    for (const QString &part : statementsOf(engine(), statements)) {
        const QString statement = bareStatement(engine(), part);
        if (statement.isEmpty())
            continue;
        if (isTransactionControl(engine(), statement))
            return failure(ErrorCode::Internal, sentenceFor(ErrorCode::Internal),
                           u"a script may not end the transaction it runs in: "_s + statement.left(500));
        HEADWAY_CHECK(command(statement));
    }
    return {};
}

Result<> Connection::copyTo(const QString &path, const std::function<bool(int, int)> &progress)
{
    return m_driver->copyTo(path, progress);
}

Result<> Connection::checkpoint()
{
    if (engine() == Engine::Postgres)
        return {};
    HEADWAY_CHECK(row(u"PRAGMA wal_checkpoint(PASSIVE)"_s));
    return {};
}

Result<Transaction> Transaction::write(Connection &connection)
{
    const bool isFile = connection.engine() == Engine::Sqlite;
    HEADWAY_CHECK(
        connection.begin(isFile ? u"BEGIN IMMEDIATE"_s : u"BEGIN ISOLATION LEVEL READ COMMITTED"_s));
    Transaction transaction(connection);
    connection.m_writing = true;
    if (isFile) // SQLite would go on writing into a file that was deleted
        HEADWAY_CHECK(connection.presence());
    return transaction;
}

Result<Transaction> Transaction::read(Connection &connection)
{
    HEADWAY_CHECK(connection.begin(connection.engine() == Engine::Sqlite
                                       ? u"BEGIN"_s
                                       : u"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY"_s));
    return Transaction(connection);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr))
{
}

Transaction::~Transaction()
{
    if (m_connection)
        m_connection->m_writing = false;
    constexpr int mostTries = 3; // an interruption may hit the rollback, too, but not several times in a row
    for (int tries = 0; m_connection && tries < mostTries; ++tries) {
        const Result<> done = m_connection->command(u"ROLLBACK"_s);
        if (done || done.error().code != ErrorCode::Cancelled)
            return; // other errors mean that there is nothing left to roll back
    }
}

Result<> Transaction::commit()
{
    m_connection->m_writing = false;
    if (auto committed = m_connection->command(u"COMMIT"_s); !committed) {
        Error error = std::move(committed.error());
        if (error.code == ErrorCode::Offline)
            error.text = Sentence::tr(
                "The server went away at the very moment of saving. Once it answers again, look whether this was kept.");
        return failure(std::move(error));
    }
    m_connection = nullptr;
    return {};
}

} // namespace headway::sql
