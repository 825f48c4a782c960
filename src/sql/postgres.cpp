// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/driver.h"
#include "sql/postgresaddress.h"
#include "sql/postgresanswer.h"
#include "sql/postgrescopy.h"
#include "sql/postgresrows.h"
#include "sql/postgressession.h"

#include <QRegularExpression>

#include <fcntl.h>
#include <libpq-fe.h>
#include <sys/socket.h>
#include <unistd.h>

#include <chrono>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

struct Finish {
    void operator()(PGconn *server) const { PQfinish(server); }
};
using Server = std::unique_ptr<PGconn, Finish>;

class PostgresDriver : public Driver
{
public:
    PostgresDriver(Server server, QByteArray keywords, PostgresSession session)
        : m_server(std::move(server)), m_session(std::move(session)), m_cancel(PQgetCancel(m_server.get())),
          m_wire(::fcntl(PQsocket(m_server.get()), F_DUPFD_CLOEXEC, 0)), m_keywords(std::move(keywords)),
          m_statements(m_server.get(), m_session)
    {
    }
    ~PostgresDriver() override
    {
        PQfreeCancel(m_cancel);
        ::close(m_wire);
    }

    Engine engine() const override { return Engine::Postgres; }

    // PQcancel() waits forever for a server that hangs, so the server is probed first; a probe costs as
    // much as a connection, so its result is reused for a while.
    bool interrupt() override
    {
        constexpr std::chrono::seconds trusted(2);
        const auto now = std::chrono::steady_clock::now();
        if (now - m_answered > trusted) {
            if (PQping(m_keywords.constData()) == PQPING_NO_RESPONSE)
                return false;
            m_answered = std::chrono::steady_clock::now();
        }
        char words[256];
        PQcancel(m_cancel, words, sizeof words); // best effort: the statement may just have ended
        return true;
    }

    void abandon() override { ::shutdown(m_wire, SHUT_RDWR); }

    Result<> presence() override
    {
        // A server that shuts down sends a message first: the second look sees the closed connection.
        for (int look = 0; look < 2; ++look) {
            if (!PQconsumeInput(m_server.get()) || PQstatus(m_server.get()) == CONNECTION_BAD)
                return failure(ErrorCode::Offline, sentenceFor(ErrorCode::Offline),
                               QString::fromUtf8(PQerrorMessage(m_server.get())));
        }
        return {};
    }

    bool isStale() override { return !presence(); }
    Result<> addTextTest(const char *, Connection::TextTest) override { return {}; }

    Result<std::unique_ptr<BulkInsert>> bulkInsert(const QString &table, const QStringList &columns) override
    {
        return copyIntoPostgres(m_server.get(), table, columns);
    }

    Result<StatementOutcome> execute(const QString &statement, const Values &binds,
                                     const RowReader &row) override
    {
        return m_statements.execute(statement, binds, row);
    }

    Result<> command(const QString &statement) override { return send(m_server.get(), statement); }

    Result<> begin(const QString &statement) override
    {
        const auto begun = m_session.isPooled()
            ? send(m_server.get(), statement + u"; "_s + QString::fromUtf8(m_session.settings()))
            : send(m_server.get(), statement);
        if (!begun && PQtransactionStatus(m_server.get()) != PQTRANS_IDLE)
            (void)send(m_server.get(), u"ROLLBACK"_s); // interrupted half-way
        return begun;
    }

    Result<> copyTo(const QString &, const std::function<bool(int, int)> &) override
    {
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("A book on a server is backed up with pg_dump, by whoever runs the server."));
    }

private:
    Server m_server;
    const PostgresSession m_session;
    PGcancel *m_cancel;
    int m_wire; // a duplicate of libpq's socket, whose own number may belong to another file by then
    QByteArray m_keywords;
    std::chrono::steady_clock::time_point m_answered = {}; // last time; interrupting thread only
    PostgresStatements m_statements;
};

} // namespace

// libpq accepts a password before the host and among the options.
QString withoutPassword(const QString &address)
{
    static const QRegularExpression user(u"^([a-z]+://[^:/@]*):[^/]*@"_s);
    static const QRegularExpression option(u"([?&](?:ssl)?password=)[^&]*"_s);
    if (!address.contains("://"_L1))
        return address;
    QString shown = address;
    return shown.replace(user, u"\\1@"_s).replace(option, u"\\1…"_s);
}

bool answers(const QString &url)
{
    const Result<QByteArray> keywords = keywordsOf(url);
    if (!keywords || PQping(keywords->constData()) == PQPING_NO_RESPONSE)
        return false;
    // A pooler whose server is gone keeps us waiting, before it lets us in or at the first statement; or it hangs up then.
    const Server server(PQconnectStart(keywords->constData()));
    if (!server || PQstatus(server.get()) == CONNECTION_BAD || !isConnectedWithin(server.get(), patience))
        return false;
    if (PQstatus(server.get()) != CONNECTION_OK)
        return true; // it refuses
    if (!PQsendQuery(server.get(), "") || !isHeard(server.get()))
        return false;
    while (Answer(PQgetResult(server.get()))) {
    }
    return PQstatus(server.get()) == CONNECTION_OK;
}

Result<std::unique_ptr<Connection>> openPostgres(const QString &url, Access access)
{
    HEADWAY_TRY(keywords, keywordsOf(url));
    Server server(PQconnectdb(keywords.constData()));
    if (PQstatus(server.get()) != CONNECTION_OK)
        return failure(
            ErrorCode::Offline,
            Sentence::tr("The server at %1 does not answer or refuses you.").arg(withoutPassword(url)),
            QString::fromUtf8(PQerrorMessage(server.get())));
    HEADWAY_TRY(session, PostgresSession::begin(server.get(), access));
    return std::unique_ptr<Connection>(new Connection(
        std::make_unique<PostgresDriver>(std::move(server), std::move(keywords), std::move(session))));
}

} // namespace headway::sql
