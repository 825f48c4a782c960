// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/sqliterows.h"

#include <QStringEncoder>
#include <QStringList>

#include <sqlite3.h>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

struct Finalize {
    void operator()(sqlite3_stmt *statement) const { sqlite3_finalize(statement); }
};
using Statement = std::unique_ptr<sqlite3_stmt, Finalize>;

ErrorCode codeOf(int resultCode)
{
    switch (resultCode & 0xff) {
    case SQLITE_BUSY:
    case SQLITE_LOCKED: return ErrorCode::Busy;
    case SQLITE_INTERRUPT: return ErrorCode::Cancelled;
    case SQLITE_CONSTRAINT: return ErrorCode::Constraint;
    case SQLITE_READONLY: return ErrorCode::ReadOnly;
    case SQLITE_FULL: return ErrorCode::Full;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
    case SQLITE_CANTOPEN:
    case SQLITE_TOOBIG:
    case SQLITE_IOERR: return ErrorCode::Unreadable;
    default: return ErrorCode::Internal;
    }
}

Sentence sentenceOf(int resultCode)
{
    switch (resultCode & 0xff) {
    case SQLITE_IOERR: return Sentence::tr("The disk or network that the file is on does not read or write.");
    case SQLITE_CANTOPEN: return Sentence::tr("The file cannot be opened where it is.");
    case SQLITE_TOOBIG: return Sentence::tr("The file holds a text that is too long.");
    default: return sentenceFor(codeOf(resultCode));
    }
}

Error errorOf(sqlite3 *handle, int code, const QString &statement)
{
    const ErrorCode kind = codeOf(code);
    return {kind, sentenceOf(code),
            QString::fromUtf8(sqlite3_errmsg(handle)) + u" in: " + statement.left(500)};
}

Result<Statement> prepare(sqlite3 *handle, const QString &text)
{
    sqlite3_stmt *statement = nullptr;
    const QByteArray bytes = text.toUtf8();
    const int code = sqlite3_prepare_v3(handle, bytes.constData(), int(bytes.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK)
        return failure(errorOf(handle, code, text));
    return Statement(statement);
}

// Binds a statement's parameters, texts as UTF-8 in memory that is reused for the next parameters. The
// statement may run until the next bind().
class Texts
{
public:
    void bind(sqlite3_stmt *statement, std::span<const Value> cells)
    {
        m_used = 0;
        m_places.clear();
        for (const Value &cell : cells) {
            const auto *text = std::get_if<QString>(&cell);
            m_places.push_back(text ? put(*text) : Place());
        }
        for (size_t i = 0; i < cells.size(); ++i)
            bind(statement, int(i) + 1, cells[i], m_places[i]);
    }

private:
    struct Place {
        size_t from = 0;
        int length = 0;
    };

    Place put(const QString &text)
    {
        QStringEncoder encoder(QStringEncoder::Utf8);
        const size_t from = m_used;
        const size_t most = size_t(encoder.requiredSpace(text.size()));
        if (m_bytes.size() < from + most)
            m_bytes.resize(2 * (from + most));
        const char *end = encoder.appendToBuffer(m_bytes.data() + from, text);
        m_used = size_t(end - m_bytes.data());
        return {from, int(m_used - from)};
    }

    void bind(sqlite3_stmt *statement, int position, const Value &cell, Place place) const
    {
        if (const auto *number = std::get_if<qint64>(&cell))
            sqlite3_bind_int64(statement, position, *number);
        else if (const auto *real = std::get_if<double>(&cell))
            sqlite3_bind_double(statement, position, *real);
        else if (std::holds_alternative<QString>(cell))
            sqlite3_bind_text(statement, position, m_bytes.data() + place.from, place.length, SQLITE_STATIC);
        else
            sqlite3_bind_null(statement, position);
    }

    std::vector<char> m_bytes = std::vector<char>(4096);
    size_t m_used = 0;
    std::vector<Place> m_places;
};

class SqliteBulkInsert : public BulkInsert
{
public:
    SqliteBulkInsert(sqlite3 *handle, Statement statement, QString table)
        : m_handle(handle), m_statement(std::move(statement)), m_table(std::move(table))
    {
    }

    Result<> add(std::span<const Value> row) override
    {
        for (const Value &cell : row) {
            if (const auto *text = std::get_if<QString>(&cell); text && !isStorable(*text))
                return failure(unstorableText());
        }
        m_texts.bind(m_statement.get(), row);
        const int code = sqlite3_step(m_statement.get());
        sqlite3_reset(m_statement.get());
        if (code != SQLITE_DONE)
            return failure(errorOf(m_handle, code, m_table));
        return {};
    }

    Result<> finish() override { return {}; }

private:
    sqlite3 *m_handle;
    Statement m_statement;
    QString m_table;
    Texts m_texts;
};

class SqliteRow : public RowView
{
public:
    explicit SqliteRow(sqlite3_stmt *statement) : m_statement(statement) {}

    int columns() const override { return sqlite3_column_count(m_statement); }
    bool isNull(int column) const override { return sqlite3_column_type(m_statement, column) == SQLITE_NULL; }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    double real(int column) const override { return sqlite3_column_double(m_statement, column); }
    QString text(int column) const override
    {
        return textOf(sqlite3_column_text(m_statement, column), sqlite3_column_bytes(m_statement, column));
    }
    Value value(int column) const override
    {
        sqlite3_value *cell = sqlite3_column_value(m_statement, column);
        switch (sqlite3_value_type(cell)) {
        case SQLITE_INTEGER: return sqlite3_value_int64(cell);
        case SQLITE_FLOAT: return sqlite3_value_double(cell);
        case SQLITE_NULL: return {};
        default: break;
        }
        return textOf(sqlite3_value_text(cell), sqlite3_value_bytes(cell));
    }

private:
    // Qt strips a byte order mark from the beginning.
    static QString textOf(const unsigned char *bytes, int size)
    {
        const QByteArrayView text(bytes, size);
        const QString read = QString::fromUtf8(text);
        return text.startsWith("\xef\xbb\xbf") ? QString(QChar(QChar::ByteOrderMark) + read) : read;
    }

    sqlite3_stmt *m_statement;
};

} // namespace

Result<> commandSqlite(sqlite3 *handle, const QString &statement)
{
    const int code = sqlite3_exec(handle, statement.toUtf8().constData(), nullptr, nullptr, nullptr);
    return code == SQLITE_OK ? Result<>() : failure(errorOf(handle, code, statement));
}

Result<std::unique_ptr<BulkInsert>> bulkInsertSqlite(sqlite3 *handle, const QString &table,
                                                     const QStringList &columns)
{
    QString text = u"INSERT INTO "_s + table + u" ("_s + columns.join(u", "_s) + u") VALUES ("_s;
    text += placeholders(columns.size()) + u')';
    HEADWAY_TRY(statement, prepare(handle, text));
    return std::make_unique<SqliteBulkInsert>(handle, std::move(statement), table);
}

struct SqliteStatements::Kept {
    Statement statement;
    Texts texts;
};

SqliteStatements::SqliteStatements(sqlite3 *handle) : m_handle(handle)
{
}

SqliteStatements::~SqliteStatements() = default;

Result<std::shared_ptr<SqliteStatements::Kept>> SqliteStatements::prepared(const QString &text)
{
    if (const auto found = m_kept.constFind(text); found != m_kept.cend())
        return *found;
    if (m_kept.size() >= mostPrepared)
        m_kept.clear();
    HEADWAY_TRY(statement, prepare(m_handle, text));
    auto kept = std::make_shared<Kept>(Kept{std::move(statement), {}});
    m_kept.insert(text, kept);
    return kept;
}

Result<StatementOutcome> SqliteStatements::execute(const QString &text, const Values &binds,
                                                   const RowReader &row)
{
    HEADWAY_TRY(kept, prepared(text));
    sqlite3_stmt *statement = kept->statement.get();
    if (sqlite3_bind_parameter_count(statement) != int(binds.size()))
        return failure(ErrorCode::Internal, sentenceFor(ErrorCode::Internal),
                       u"the wrong number of parameters for: "_s + text.left(500));
    kept->texts.bind(statement, binds);
    const SqliteRow view(statement);
    Result<bool> goOn = true;
    int code = sqlite3_step(statement);
    for (; code == SQLITE_ROW; code = sqlite3_step(statement)) {
        if (row && (goOn = row(view), !goOn || !*goOn))
            break;
    }
    Result<StatementOutcome> outcome =
        StatementOutcome{sqlite3_changes64(m_handle), sqlite3_last_insert_rowid(m_handle)};
    if (!goOn)
        outcome = failure(goOn.error());
    else if (code != SQLITE_DONE && code != SQLITE_ROW)
        outcome = failure(errorOf(m_handle, code, text));
    sqlite3_reset(statement);
    return outcome;
}

} // namespace headway::sql
