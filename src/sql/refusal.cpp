// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/refusal.h"

#include "sql/postgresaddress.h"
#include "sql/postgresanswer.h"

#include <QRegularExpression>
#include <QSet>

#include <libpq-fe.h>
#include <netdb.h>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

struct Finish {
    void operator()(PGconn *server) const { PQfinish(server); }
};
using Server = std::unique_ptr<PGconn, Finish>;

// The words after a code in what libpq says; empty if there is no such code.
QString wordsAfter(const QString &code, const QString &words)
{
    const QRegularExpression said(u":  "_s + code + u": (.*)$"_s, QRegularExpression::MultilineOption);
    return said.match(words).captured(1).trimmed();
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

// Somebody answers, but not as the address asks: a standby where writing is wanted, or the contrary.
bool isOtherKindWanted(PGconn *server, const QByteArray &keywords)
{
    PQconninfoOption *options = PQconninfo(server);
    bool isWanted = false;
    for (const PQconninfoOption *o = options; o && o->keyword; ++o) {
        if (QByteArrayView(o->keyword) == "target_session_attrs" && o->val)
            isWanted = QByteArrayView(o->val) != "any";
    }
    PQconninfoFree(options);
    return isWanted && PQping(keywords.constData()) == PQPING_OK;
}

// Nobody answered.
Error unreached(const PGconn *server, bool isAnswered)
{
    const QString host = QString::fromUtf8(PQhost(server));
    if (host.startsWith(u'/'))
        return {ErrorCode::Offline, Sentence::tr("No PostgreSQL server is running at %1.").arg(host), {}};
    if (!isComputerKnown(host))
        return {ErrorCode::NotFound,
                Sentence::tr("No computer called %1 is known here. Look at its name, and at the network.")
                    .arg(host),
                {}};
    if (!isAnswered)
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
    const bool isAnswered = !isBegun || isConnectedWithin(server.get(), refusalPatience);
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
    else if (const QString refusal = wordsAfter(u"08P01"_s, words); !refusal.isEmpty())
        error = {
            ErrorCode::Unreadable, Sentence::tr("The pooler before the server refuses: %1").arg(refusal), {}};
    else if (isOtherKindWanted(server.get(), *keywords))
        error = {ErrorCode::Offline,
                 Sentence::tr("A server answers, but not one that target_session_attrs asks for."),
                 {}};
    else if (codes.isEmpty() && !QByteArrayView(PQhost(server.get())).isEmpty())
        error = unreached(server.get(), isAnswered);
    error.detail = otherwise.detail;
    return error;
}

} // namespace headway::sql
