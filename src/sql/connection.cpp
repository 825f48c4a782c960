// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/connection.h"

#include "sql/bulkinsert.h"
#include "sql/driver.h"
#include "sql/script.h"

#include <system_error>

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

Connection::~Connection()
{
    (void)together();
}

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

namespace {

thread_local const Connection *servedBeside = nullptr; // by this thread, which runs a job for it

} // namespace

Connection::Around::Around(Connection &connection)
    : m_connection(servedBeside == &connection ? nullptr : &connection)
{
    if (m_connection)
        ++m_connection->m_around;
}

Connection::Around::~Around()
{
    if (m_connection)
        --m_connection->m_around;
}

Result<> Connection::runBeside(Job job)
{
    HEADWAY_CHECK(together());
    try {
        m_beside = std::async(std::launch::async, [this, job]() -> Result<> {
            servedBeside = this;
            return job();
        });
    } catch (const std::system_error &) { // no more threads
        const Around around(*this);
        if (const Result<> done = job(); !done)
            m_besideFailure = done.error();
        return together();
    }
    return {};
}

Result<> Connection::together()
{
    if (servedBeside == this)
        return {};
    if (m_beside.valid()) {
        const Result<> done = m_beside.get();
        if (!done)
            m_besideFailure = done.error();
    }
    return m_besideFailure ? Result<>(failure(*m_besideFailure)) : Result<>();
}

Result<> Connection::presence()
{
    HEADWAY_CHECK(together());
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

Result<> Connection::callBefore(const QString &statement)
{
    if (servedBeside == this || !m_before || m_around > 0)
        return {};
    const Around around(*this);
    return m_before(statement);
}

Result<StatementOutcome> Connection::execute(const QString &statement, const Values &binds,
                                             const RowReader &row)
{
    HEADWAY_CHECK(callBefore(statement));
    HEADWAY_CHECK(together());
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

// Says of what fails what execute() would say, and asks for each row as it does.
class Connection::RowsOfStep : public BulkInsert
{
public:
    RowsOfStep(const Connection &connection, std::unique_ptr<BulkInsert> rows, QString statement)
        : m_connection(connection), m_rows(std::move(rows)), m_statement(std::move(statement))
    {
    }

    Result<> add(std::span<const Value> row) override
    {
        if (m_connection.m_probe)
            HEADWAY_CHECK(m_connection.m_probe(m_statement, Values(row.begin(), row.end())));
        return told(m_rows->add(row));
    }
    Result<> finish() override { return told(m_rows->finish()); }

private:
    Result<> told(Result<> done) const
    {
        return done ? std::move(done) : Result<>(failure(m_connection.ofUnfinished(std::move(done.error()))));
    }

    const Connection &m_connection;
    std::unique_ptr<BulkInsert> m_rows;
    QString m_statement; // that inserts one row
};

Result<std::unique_ptr<BulkInsert>> Connection::bulkInsert(const QString &table, const QStringList &columns)
{
    HEADWAY_CHECK(together());
    HEADWAY_TRY(rows, m_driver->bulkInsert(table, columns));
    return std::make_unique<RowsOfStep>(*this, std::move(rows),
                                        u"INSERT INTO "_s + table + u" ("_s + columns.join(u", "_s)
                                            + u") VALUES ("_s + placeholders(columns.size()) + u')');
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
    HEADWAY_CHECK(together());
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
    HEADWAY_CHECK(together());
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
    if (m_connection) {
        (void)m_connection->together();
        m_connection->m_besideFailure.reset();
        m_connection->m_writing = false;
    }
    constexpr int mostTries = 3; // an interruption may hit the rollback, too, but not several times in a row
    for (int tries = 0; m_connection && tries < mostTries; ++tries) {
        const Result<> done = m_connection->command(u"ROLLBACK"_s);
        if (done || done.error().code != ErrorCode::Cancelled)
            return; // other errors mean that there is nothing left to roll back
    }
}

Result<> Transaction::commit()
{
    HEADWAY_CHECK(m_connection->together());
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
