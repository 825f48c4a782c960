// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/postgrescopy.h"

#include "sql/postgresanswer.h"

#include <libpq-fe.h>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

// Bytes sent to the server at once.
constexpr qsizetype pieceSize = 64 * 1024;

// The text format of COPY: tab between cells, \N for NULL, special characters escaped by a backslash.
void appendEscaped(QByteArray &piece, const QString &text)
{
    const QByteArray bytes = withSpareMark(text).toUtf8();
    for (const char byte : bytes) {
        switch (byte) {
        case '\\': piece += "\\\\"; break;
        case '\t': piece += "\\t"; break;
        case '\n': piece += "\\n"; break;
        case '\r': piece += "\\r"; break;
        default: piece += byte;
        }
    }
}

void appendCell(QByteArray &piece, const Value &cell)
{
    if (const auto *number = std::get_if<qint64>(&cell))
        piece += QByteArray::number(*number);
    else if (const auto *real = std::get_if<double>(&cell))
        piece += QByteArray::number(*real, 'g', 17);
    else if (const auto *text = std::get_if<QString>(&cell))
        appendEscaped(piece, *text);
    else
        piece += "\\N";
}

class PostgresCopy : public BulkInsert
{
public:
    PostgresCopy(PGconn *handle, QString table) : m_handle(handle), m_table(std::move(table)) {}

    ~PostgresCopy() override
    {
        if (m_running)
            (void)end("the program gave up");
    }

    Result<> add(std::span<const Value> row) override
    {
        for (size_t i = 0; i < row.size(); ++i) {
            if (const auto *text = std::get_if<QString>(&row[i]); text && !isStorable(*text))
                return failure(unstorableText());
            if (i)
                m_piece += '\t';
            appendCell(m_piece, row[i]);
        }
        m_piece += '\n';
        return m_piece.size() < pieceSize ? Result<>() : send();
    }

    Result<> finish() override
    {
        HEADWAY_CHECK(send());
        return end(nullptr);
    }

private:
    Result<> send()
    {
        if (PQputCopyData(m_handle, m_piece.constData(), int(m_piece.size())) != 1)
            return failure(errorOf(m_handle, nullptr, m_table));
        m_piece.resize(0); // keeps its memory
        return {};
    }

    // A `complaint` makes the server discard what it has received; null accepts it.
    Result<> end(const char *complaint)
    {
        m_running = false;
        Result<> outcome;
        if (PQputCopyEnd(m_handle, complaint) != 1)
            outcome = failure(errorOf(m_handle, nullptr, m_table));
        while (const Answer answer{PQgetResult(m_handle)}) {
            if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK && outcome)
                outcome = failure(errorOf(m_handle, answer.get(), m_table));
        }
        return outcome;
    }

    PGconn *m_handle;
    QString m_table;
    QByteArray m_piece;
    bool m_running = true;
};

} // namespace

Result<std::unique_ptr<BulkInsert>> copyIntoPostgres(PGconn *handle, const QString &table,
                                                     const QStringList &columns)
{
    const QString text = u"COPY "_s + table + u" ("_s + columns.join(u", "_s) + u") FROM STDIN"_s;
    const Answer answer{PQexec(handle, text.toUtf8().constData())};
    if (PQresultStatus(answer.get()) != PGRES_COPY_IN)
        return failure(errorOf(handle, answer.get(), text));
    return std::make_unique<PostgresCopy>(handle, table);
}

} // namespace headway::sql
