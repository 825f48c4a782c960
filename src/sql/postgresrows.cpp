// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/postgresrows.h"

#include "sql/bulkinsert.h"
#include "sql/postgresanswer.h"
#include "sql/postgressession.h"

#include <libpq-fe.h>

#include <charconv>
#include <limits>
#include <string_view>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

// The types of our tables and sums, by their numbers in pg_type.
constexpr Oid boolType = 16;
constexpr Oid bigintType = 20;
constexpr Oid smallintType = 21;
constexpr Oid integerType = 23;
constexpr Oid realType = 700;
constexpr Oid doubleType = 701;
constexpr Oid numericType = 1700;

struct Numbered {
    QByteArray text = {};
    int parameters = 0;
};

// "a = ? AND b = '?'" as the server expects it: "a = $1 AND b = '?'".
Numbered numbered(const QString &statement)
{
    Numbered result;
    char quote = 0;
    const QByteArray bytes = statement.toUtf8();
    for (const char byte : bytes) {
        if (quote)
            quote = byte == quote ? char(0) : quote; // a doubled one opens again
        else if (byte == '\'' || byte == '"')
            quote = byte;
        if (byte == '?' && !quote)
            result.text += '$' + QByteArray::number(++result.parameters);
        else
            result.text += byte;
    }
    return result;
}

// The parameters of one statement as libpq takes them: each a text that ends with NUL, or null.
class Parameters
{
public:
    explicit Parameters(const Values &binds)
    {
        m_texts.reserve(binds.size());
        for (const Value &bind : binds)
            m_texts.push_back(textOf(bind));
        m_pointers.reserve(binds.size());
        for (const QByteArray &text : m_texts)
            m_pointers.push_back(text.isNull() ? nullptr : text.constData());
    }

    const char *const *pointers() const { return m_pointers.data(); }

private:
    static QByteArray textOf(const Value &value)
    {
        if (const auto *number = std::get_if<qint64>(&value))
            return QByteArray::number(*number);
        if (const auto *real = std::get_if<double>(&value))
            return QByteArray::number(*real, 'g', 17);
        if (const auto *text = std::get_if<QString>(&value))
            return text->isEmpty() ? QByteArray("") : withSpareMark(*text).toUtf8();
        return {};
    }

    std::vector<QByteArray> m_texts;
    std::vector<const char *> m_pointers;
};

class PostgresRow : public RowView
{
public:
    explicit PostgresRow(const PGresult *row) : m_row(row) {}

    int columns() const override { return PQnfields(m_row); }
    bool isNull(int column) const override { return PQgetisnull(m_row, 0, column); }

    // Cuts decimals off, as SQLite does.
    qint64 integer(int column) const override
    {
        const std::string_view text = bytes(column);
        if (PQftype(m_row, column) == boolType)
            return text == "t";
        qint64 number = 0;
        const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
        if (error != std::errc::result_out_of_range)
            return number;
        return text.front() == '-' ? std::numeric_limits<qint64>::min() : std::numeric_limits<qint64>::max();
    }

    double real(int column) const override
    {
        const std::string_view text = bytes(column);
        double number = 0;
        std::from_chars(text.data(), text.data() + text.size(), number);
        return number;
    }

    QString text(int column) const override
    {
        const std::string_view text = bytes(column);
        return QString::fromUtf8(text.data(), qsizetype(text.size()));
    }

    Value value(int column) const override
    {
        if (isNull(column))
            return {};
        switch (PQftype(m_row, column)) {
        case boolType:
        case smallintType:
        case integerType:
        case bigintType: return integer(column);
        case numericType: // the type of a sum of whole numbers
            if (bytes(column).find('.') == std::string_view::npos)
                return integer(column);
            [[fallthrough]];
        case realType:
        case doubleType: return real(column);
        default: return text(column);
        }
    }

private:
    // Empty for NULL.
    std::string_view bytes(int column) const
    {
        return {PQgetvalue(m_row, 0, column), size_t(PQgetlength(m_row, 0, column))};
    }

    const PGresult *m_row;
};

} // namespace

Result<PostgresStatements::Kept> PostgresStatements::prepared(const QString &text)
{
    if (m_kept.size() >= mostPrepared) {
        if (!m_session->isPooled())
            HEADWAY_CHECK(send(m_server, u"DEALLOCATE ALL"_s));
        m_kept.clear();
    }
    const Numbered wanted = numbered(text);
    if (m_session->isPooled())
        return *m_kept.insert(text, {wanted.text, wanted.parameters});
    const QByteArray name = "headway" + QByteArray::number(++m_names);
    const Answer answer{PQprepare(m_server, name.constData(), wanted.text.constData(), 0, nullptr)};
    if (PQresultStatus(answer.get()) != PGRES_COMMAND_OK)
        return failure(errorOf(m_server, answer.get(), text));
    return *m_kept.insert(text, {name, wanted.parameters});
}

Result<PostgresStatements::Kept> PostgresStatements::kept(const QString &text)
{
    const auto found = m_kept.constFind(text);
    return found != m_kept.cend() ? *found : prepared(text);
}

bool PostgresStatements::post(const Kept &statement, const char *const *parameters)
{
    const char *words = statement.words.constData();
    return m_session->isPooled()
        ? PQsendQueryParams(m_server, words, statement.parameters, nullptr, parameters, nullptr, nullptr, 0)
        : PQsendQueryPrepared(m_server, words, statement.parameters, parameters, nullptr, nullptr, 0);
}

Result<StatementOutcome> PostgresStatements::execute(const QString &text, const Values &binds,
                                                     const RowReader &row)
{
    HEADWAY_TRY(statement, kept(text));
    if (statement.parameters != int(binds.size()))
        return failure(ErrorCode::Internal, sentenceFor(ErrorCode::Internal),
                       u"the wrong number of parameters for: "_s + text.left(500));
    const Parameters parameters(binds);
    if (m_session->isPooled() && PQtransactionStatus(m_server) == PQTRANS_IDLE)
        return executeAlone(text, statement, parameters.pointers(), row);
    if (!post(statement, parameters.pointers()))
        return failure(errorOf(m_server, nullptr, text));
    PQsetSingleRowMode(m_server);
    return read(text, row);
}

// The session's settings and the statement in one round trip. What is sent up to a synchronisation point is one
// transaction, which the server ends by itself.
Result<StatementOutcome> PostgresStatements::executeAlone(const QString &text, const Kept &statement,
                                                          const char *const *parameters, const RowReader &row)
{
    PQenterPipelineMode(m_server);
    const Kept settings{m_session->settings()};
    if (!post(settings, nullptr) || !post(statement, parameters) || !PQpipelineSync(m_server))
        return failure(errorOf(m_server, nullptr, text));
    const auto set = read(text, {});
    PQsetSingleRowMode(m_server);
    const auto outcome = read(text, row);
    const auto end = settled();
    if (!set)
        return failure(set.error());
    if (outcome && !end)
        return failure(end.error());
    return outcome;
}

// Reads up to the synchronisation point; an error before it is one of a constraint that is checked at the end of
// a transaction. A connection that was lost never comes there.
Result<> PostgresStatements::settled()
{
    Result<> outcome;
    bool isLast = false;
    while (!isLast && PQstatus(m_server) == CONNECTION_OK) {
        const Answer answer{PQgetResult(m_server)};
        isLast = PQresultStatus(answer.get()) == PGRES_PIPELINE_SYNC;
        if (answer && !isLast && outcome)
            outcome = failure(errorOf(m_server, answer.get(), u"COMMIT"_s));
    }
    PQexitPipelineMode(m_server);
    return outcome;
}

// Reads all of the server's answer, even after an error: only then it accepts the next statement.
Result<StatementOutcome> PostgresStatements::read(const QString &text, const RowReader &row)
{
    Result<StatementOutcome> outcome;
    bool goOn = bool(row);
    while (const Answer answer{PQgetResult(m_server)}) {
        switch (PQresultStatus(answer.get())) {
        case PGRES_SINGLE_TUPLE:
            if (goOn) {
                const Result<bool> more = row(PostgresRow(answer.get()));
                goOn = more && *more;
                if (!more)
                    outcome = failure(more.error());
            }
            break;
        case PGRES_TUPLES_OK:
        case PGRES_COMMAND_OK:
            if (outcome)
                outcome->touched = QByteArray(PQcmdTuples(answer.get())).toLongLong();
            break;
        default:
            if (outcome)
                outcome = failure(errorOf(m_server, answer.get(), text));
        }
    }
    return outcome;
}

} // namespace headway::sql
