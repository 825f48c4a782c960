// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/refusal.h"

#include "sql/postgresaddress.h"

#include <QElapsedTimer>
#include <QRegularExpression>
#include <QSet>

#include <libpq-fe.h>
#include <netdb.h>
#include <poll.h>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

struct Finish {
    void operator()(PGconn *server) const { PQfinish(server); }
};
using Server = std::unique_ptr<PGconn, Finish>;

enum class Answer { Given, None };

// PQconnectdb() would not let us ask for the codes of the server's errors before it connects.
Answer connectWithin(PGconn *server, int milliseconds)
{
    QElapsedTimer since;
    since.start();
    for (auto wanted = PGRES_POLLING_WRITING; wanted != PGRES_POLLING_OK && wanted != PGRES_POLLING_FAILED;
         wanted = PQconnectPoll(server)) {
        const int left = milliseconds - int(since.elapsed());
        pollfd wire{PQsocket(server), short(wanted == PGRES_POLLING_READING ? POLLIN : POLLOUT), 0};
        if (left <= 0 || poll(&wire, 1, left) == 0)
            return Answer::None;
    }
    return Answer::Given;
}

// The server's codes in what libpq says. There are several if it tried with and without encryption.
QSet<QString> codesIn(const QString &words)
{
    static const QRegularExpression code(u":  ([0-9A-Z]{5}): "_s); // after the severity, in any language
    QSet<QString> codes;
    for (auto found = code.globalMatch(words); found.hasNext();)
        codes.insert(found.next().captured(1));
    return codes;
}

bool isComputerKnown(const QString &host)
{
    addrinfo *addresses = nullptr;
    const bool known = getaddrinfo(host.toUtf8().constData(), nullptr, nullptr, &addresses) == 0;
    if (known)
        freeaddrinfo(addresses);
    return known;
}

// Of the server.
std::optional<Error> refused(const PGconn *server, const QSet<QString> &codes)
{
    const QString user = QString::fromUtf8(PQuser(server));
    const QString database = QString::fromUtf8(PQdb(server));
    const auto says = [&codes](const QString &code) { return codes.contains(code); };
    if (says(u"28P01"_s))
        return Error{ErrorCode::Invalid,
                     Sentence::tr("The password is wrong, or the server knows no user called %1.").arg(user),
                     {}};
    if (says(u"3D000"_s))
        return Error{
            ErrorCode::NotFound, Sentence::tr("The server has no database called %1.").arg(database), {}};
    if (says(u"28000"_s))
        return Error{
            ErrorCode::Invalid,
            Sentence::tr("The server does not let %1 in: it knows no such user, or not from this computer.")
                .arg(user),
            {}};
    if (says(u"42501"_s))
        return Error{
            ErrorCode::Invalid,
            Sentence::tr("%1 may not use the database %2. Ask whoever runs the server.").arg(user, database),
            {}};
    if (says(u"53300"_s))
        return Error{ErrorCode::Offline,
                     Sentence::tr("The server has no room for one more connection. Try again in a while."),
                     {}};
    if (says(u"57P03"_s))
        return Error{ErrorCode::Offline,
                     Sentence::tr("The server is just starting or stopping. Try again in a moment."),
                     {}};
    return {};
}

// Nobody answered.
Error unreached(const PGconn *server, Answer answer)
{
    const QString host = QString::fromUtf8(PQhost(server));
    if (host.startsWith(u'/'))
        return {ErrorCode::Offline, Sentence::tr("No PostgreSQL server is running at %1.").arg(host), {}};
    if (!isComputerKnown(host))
        return {ErrorCode::NotFound,
                Sentence::tr("No computer called %1 is known here. Look at its name, and at the network.")
                    .arg(host),
                {}};
    if (answer == Answer::None)
        return {
            ErrorCode::Offline,
            Sentence::tr("%1 does not answer. Is it switched on, and reached from this network?").arg(host),
            {}};
    return {ErrorCode::Offline,
            Sentence::tr("%1 is there, but no PostgreSQL server listens at its port %2.")
                .arg(host, QString::fromUtf8(PQport(server))),
            {}};
}

} // namespace

Error refusalOf(const QString &url, Error otherwise)
{
    const Result<QByteArray> keywords = keywordsOf(url);
    if (!keywords)
        return keywords.error();
    const Server server(PQconnectStart(keywords->constData()));
    if (!server)
        return otherwise;
    PQsetErrorVerbosity(server.get(), PQERRORS_VERBOSE);
    const bool isBegun = PQstatus(server.get()) != CONNECTION_BAD; // else an option is wrong
    const Answer answer = isBegun ? connectWithin(server.get(), refusalPatience) : Answer::Given;
    if (PQstatus(server.get()) == CONNECTION_OK)
        return otherwise; // it is there by now
    const QString words = QString::fromUtf8(PQerrorMessage(server.get()));
    const QSet<QString> codes = codesIn(words);
    Error error = otherwise;
    if (const auto known = refused(server.get(), codes))
        error = *known;
    else if (PQconnectionNeedsPassword(server.get()))
        error = {ErrorCode::Invalid,
                 Sentence::tr("The server asks for the password of %1.")
                     .arg(QString::fromUtf8(PQuser(server.get()))),
                 {}};
    else if (codes.isEmpty() && QByteArrayView(PQhost(server.get())).size() > 0)
        error = unreached(server.get(), answer);
    error.detail = otherwise.detail;
    return error;
}

} // namespace headway::sql
