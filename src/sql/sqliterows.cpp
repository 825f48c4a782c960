// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/sqliterows.h"

#include "sql/driver.h"

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

Error errorOf(sqlite3 *handle, int code, const QString &statement)
{
    const ErrorCode kind = codeOfSqlite(code);
    return {kind, sentenceFor(kind),
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

// The texts of one row as UTF-8, in memory that is used again for the next.
class Texts
{
public:
    void clear() { m_used = 0; }
    // Where the text begins, and its length; the memory may move until all texts of a row are in.
    std::pair<size_t, int> put(const QString &text)
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
    const char *at(size_t from) const { return m_bytes.data() + from; }

private:
    std::vector<char> m_bytes = std::vector<char>(4096);
    size_t m_used = 0;
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
        m_texts.clear();
        m_places.clear();
        for (const Value &cell : row) {
            const auto *text = std::get_if<QString>(&cell);
            if (text && !isStorable(*text))
                return failure(unstorableText());
            m_places.push_back(text ? m_texts.put(*text) : std::pair<size_t, int>());
        }
        for (size_t i = 0; i < row.size(); ++i)
            bind(int(i) + 1, row[i], m_places[i]);
        const int code = sqlite3_step(m_statement.get());
        sqlite3_reset(m_statement.get());
        if (code != SQLITE_DONE)
            return failure(errorOf(m_handle, code, m_table));
        return {};
    }

    Result<> finish() override { return {}; }

private:
    void bind(int position, const Value &cell, std::pair<size_t, int> place)
    {
        sqlite3_stmt *statement = m_statement.get();
        if (const auto *number = std::get_if<qint64>(&cell))
            sqlite3_bind_int64(statement, position, *number);
        else if (const auto *real = std::get_if<double>(&cell))
            sqlite3_bind_double(statement, position, *real);
        else if (std::holds_alternative<QString>(cell))
            sqlite3_bind_text(statement, position, m_texts.at(place.first), place.second, SQLITE_STATIC);
        else
            sqlite3_bind_null(statement, position);
    }

    sqlite3 *m_handle;
    Statement m_statement;
    QString m_table;
    Texts m_texts;
    std::vector<std::pair<size_t, int>> m_places;
};

class SqliteRow : public RowView
{
public:
    explicit SqliteRow(sqlite3_stmt *statement) : m_statement(statement) {}

    bool isNull(int column) const override
    {
        return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
    }
    qint64 integer(int column) const override { return sqlite3_column_int64(m_statement, column); }
    double real(int column) const override { return sqlite3_column_double(m_statement, column); }
    QString text(int column) const override
    {
        const auto *bytes = reinterpret_cast<const char *>(sqlite3_column_text(m_statement, column));
        const QByteArrayView text(bytes, sqlite3_column_bytes(m_statement, column));
        const QString read = QString::fromUtf8(text);
        return text.startsWith("\xef\xbb\xbf") ? QString(QChar(QChar::ByteOrderMark) + read) : read; // Qt takes it off
    }
    Value value(int column) const override
    {
        switch (sqlite3_column_type(m_statement, column)) {
        case SQLITE_INTEGER: return integer(column);
        case SQLITE_FLOAT: return real(column);
        case SQLITE_NULL: return {};
        default: return text(column);
        }
    }

private:
    sqlite3_stmt *m_statement;
};

void bindAll(sqlite3_stmt *statement, const Values &binds)
{
    for (size_t i = 0; i < binds.size(); ++i) {
        const int position = int(i) + 1;
        if (const auto *number = std::get_if<qint64>(&binds[i]))
            sqlite3_bind_int64(statement, position, *number);
        else if (const auto *real = std::get_if<double>(&binds[i]))
            sqlite3_bind_double(statement, position, *real);
        else if (const auto *text = std::get_if<QString>(&binds[i]))
            sqlite3_bind_text(statement, position, text->toUtf8().constData(), -1, SQLITE_TRANSIENT);
    }
}

} // namespace

ErrorCode codeOfSqlite(int resultCode)
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
    case SQLITE_IOERR: return ErrorCode::Unreadable;
    default: return ErrorCode::Internal;
    }
}

Result<std::unique_ptr<BulkInsert>> bulkInsertSqlite(sqlite3 *handle, const QString &table,
                                                     const QStringList &columns)
{
    QString text = u"INSERT INTO "_s + table + u" ("_s + columns.join(u", "_s) + u") VALUES ("_s;
    text += QString(u"?,"_s).repeated(columns.size()).chopped(1) + u')';
    HEADWAY_TRY(statement, prepare(handle, text));
    return std::make_unique<SqliteBulkInsert>(handle, std::move(statement), table);
}

Result<> streamSqlite(sqlite3 *handle, const QString &query, const Values &binds,
                      const std::function<Result<>(const RowView &)> &row)
{
    HEADWAY_TRY(statement, prepare(handle, query));
    bindAll(statement.get(), binds);
    const SqliteRow view(statement.get());
    int code = sqlite3_step(statement.get());
    for (; code == SQLITE_ROW; code = sqlite3_step(statement.get()))
        HEADWAY_CHECK(row(view));
    if (code != SQLITE_DONE)
        return failure(errorOf(handle, code, query));
    return {};
}

} // namespace headway::sql
