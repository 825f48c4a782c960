// SPDX-License-Identifier: GPL-3.0-or-later
// Servers as they are: databases of other encodings, odd settings of a role, missing rights, a standby.
// slow: each test starts a server of its own (1.5 s).
#include "domain/records/company.h"
#include "domain/records/inenglish.h"
#include "store/book/book.h"
#include "store/book/visit.h"
#include "store/commit/commit.h"
#include "store/rows/records.h"
#include "support/engines.h"
#include "support/ownserver.h"

#include <QScopeGuard>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// One of its databases, for one of its users.
QString at(const OwnServer &server, const QString &database, const QString &user = u"postgres"_s)
{
    return server.address()
        .replace(u"/headway_test?"_s, u'/' + database + u'?')
        .replace(u"user=postgres"_s, u"user="_s + user);
}

// By the owner of the server.
void tell(const QString &address, const QStringList &statements)
{
    const auto connection = valueOf(sql::openPostgres(address, sql::Access::ReadWrite));
    for (const QString &statement : statements) {
        CAPTURE(statement);
        valueOf(connection->command(statement));
    }
}

Result<ChangeSet> add(sql::Connection &book, const QString &company)
{
    return store::commit(book,
                         {Sentence::verbatim(u"Add “%1”"_s.arg(company)), {create(Company{.name = company})}},
                         {UserId{1}, Instant{1}});
}

QStringList companiesAt(const QString &address)
{
    QStringList names;
    const auto book = valueOf(store::openBook(address, sql::Access::Read));
    for (const Company &company : valueOf(store::loadAll<Company>(*book)))
        names += company.name;
    return names;
}

template <class T>
Error refusal(const Result<T> &outcome)
{
    REQUIRE_FALSE(outcome);
    return outcome.error();
}

QString readOnlyServer()
{
    return u"The server takes no changes: it is a standby, or set to be read only."_s;
}

} // namespace

TEST_CASE("A database that does not keep texts as UTF-8 is refused, with what to write instead", "[store]")
{
    if (!OwnServer::isPossible())
        return;
    const OwnServer server;
    for (const QString &encoding : {u"LATIN1"_s, u"SQL_ASCII"_s}) {
        CAPTURE(encoding);
        const QString name = encoding.toLower();
        tell(server.address(),
             {u"CREATE DATABASE %1 ENCODING '%2' LOCALE 'C' LOCALE_PROVIDER libc TEMPLATE template0"_s.arg(
                 name, encoding)});
        const QString sentence =
            u"The database %1 keeps texts as %2, and a book needs UTF-8. Whoever runs the "
            "server can make another: createdb --encoding UTF8 --locale C --template "
            "template0 NAME"_s.arg(name, encoding);
        const QString address = at(server, name);
        const Error made = refusal(store::createBook(address));
        CHECK(made.code == ErrorCode::Unreadable);
        CHECK(inEnglish(made.text) == sentence);
        CHECK(inEnglish(refusal(store::visitBook(address)).text) == sentence);
        CHECK(inEnglish(refusal(store::openBook(address, sql::Access::ReadWrite)).text) == sentence);
    }
    tell(server.address(), {u"CREATE DATABASE sales ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0"_s});
    valueOf(add(*valueOf(store::createBook(at(server, u"sales"_s))), u"Łódź & Søn €"_s));
    CHECK(companiesAt(at(server, u"sales"_s)) == QStringList{u"Łódź & Søn €"_s});
}

TEST_CASE("Whatever is set for a role or by the surroundings, a book is read and written alike", "[store]")
{
    if (!OwnServer::isPossible())
        return;
    const OwnServer server;
    tell(server.address(), {u"CREATE ROLE ana LOGIN"_s, u"CREATE DATABASE sales OWNER ana"_s});
    const QString address = at(server, u"sales"_s, u"ana"_s);
    valueOf(store::createBook(address));
    tell(at(server, u"sales"_s),
         {u"CREATE SCHEMA other"_s, u"CREATE TABLE other.company (id INTEGER)"_s,
          u"GRANT USAGE, CREATE ON SCHEMA other TO ana"_s,
          u"ALTER ROLE ana SET search_path = other, public"_s,
          u"ALTER ROLE ana SET client_encoding = 'LATIN1'"_s,
          u"ALTER ROLE ana SET standard_conforming_strings = off"_s,
          u"ALTER ROLE ana SET extra_float_digits = -10"_s, u"ALTER ROLE ana SET DateStyle = 'SQL, DMY'"_s,
          u"ALTER ROLE ana SET IntervalStyle = sql_standard"_s, u"ALTER ROLE ana SET bytea_output = escape"_s,
          u"ALTER ROLE ana SET TimeZone = 'America/St_Johns'"_s,
          u"ALTER ROLE ana SET lc_numeric = 'C.UTF-8'"_s, u"ALTER ROLE ana SET statement_timeout = '5s'"_s,
          u"ALTER ROLE ana SET idle_in_transaction_session_timeout = '1s'"_s,
          u"ALTER ROLE ana SET default_transaction_isolation = serializable"_s,
          u"ALTER ROLE ana SET transform_null_equals = on"_s});
    qputenv("PGCLIENTENCODING", "LATIN1");
    const auto restored = qScopeGuard([] { qunsetenv("PGCLIENTENCODING"); });

    const auto book = valueOf(store::openBook(address, sql::Access::ReadWrite));
    valueOf(add(*book, u"Łódź \\ 'Søn' €"_s));
    CHECK(companiesAt(address) == QStringList{u"Łódź \\ 'Søn' €"_s});
    CHECK(inEnglish(refusal(store::createBook(address)).text).contains(u"There is a book"_s));
    const auto cell = [&book](const QString &query, const sql::Values &binds = {}) {
        return valueOf(book->cell(query, binds));
    };
    CHECK(cell(u"SELECT CAST(? AS DOUBLE PRECISION)"_s, {0.1 + 0.2}) == sql::Value(0.1 + 0.2));
    CHECK(cell(u"SELECT 'a_b' LIKE ? ESCAPE '\\'"_s, {u"a\\_b"_s}) == sql::Value(qint64(1)));
    CHECK(cell(u"SELECT 'axb' LIKE ? ESCAPE '\\'"_s, {u"a\\_b"_s}) == sql::Value(qint64(0)));
    CHECK(cell(u"SHOW statement_timeout"_s) == sql::Value(u"0"_s));
    CHECK(cell(u"SHOW idle_in_transaction_session_timeout"_s) == sql::Value(u"0"_s));
    CHECK(cell(u"SHOW client_encoding"_s) == sql::Value(u"UTF8"_s));
    const auto transaction = valueOf(sql::Transaction::write(*book));
    CHECK(cell(u"SHOW transaction_isolation"_s) == sql::Value(u"read committed"_s));
    // the server does not have to read a statement twice
    CHECK(cell(u"SELECT count(*) FROM pg_prepared_statements"_s) != sql::Value(qint64(0)));
}

TEST_CASE("Who may not make or read a book on a server is told what to grant, and that is enough", "[store]")
{
    if (!OwnServer::isPossible())
        return;
    const OwnServer server;
    tell(server.address(),
         {u"CREATE ROLE ana LOGIN"_s, u"CREATE ROLE \"Zoë K\" LOGIN"_s, u"CREATE DATABASE sales"_s});
    const QString anas = at(server, u"sales"_s, u"ana"_s);
    const auto advised = [](const QString &sentence) { return sentence.mid(sentence.indexOf(u"GRANT"_s)); };

    const Error unmade = refusal(store::createBook(anas));
    CHECK(unmade.code == ErrorCode::ReadOnly);
    CHECK(inEnglish(unmade.text)
          == u"ana may not make tables in the database sales. Whoever runs the server can write there: "
             "GRANT USAGE, CREATE ON SCHEMA public TO ana"_s);
    CHECK(inEnglish(refusal(store::visitBook(anas)).text).startsWith(u"There is no Headway book at "_s));
    tell(at(server, u"sales"_s), {advised(inEnglish(unmade.text))});
    valueOf(add(*valueOf(store::createBook(anas)), u"Ana's"_s));

    const QString zoes = at(server, u"sales"_s, u"Zo%C3%AB%20K"_s);
    const Error unread = refusal(store::visitBook(zoes));
    CHECK(unread.code == ErrorCode::Unreadable);
    CHECK(inEnglish(unread.text)
          == u"\"Zoë K\" may not read the book: it belongs to ana. Whoever runs the server can write: "
             "GRANT ana TO \"Zoë K\""_s);
    CHECK(refusal(store::openBook(zoes, sql::Access::ReadWrite)).text == unread.text);
    tell(server.address(), {advised(inEnglish(unread.text))});
    valueOf(add(*valueOf(store::openBook(zoes, sql::Access::ReadWrite)), u"Zoë's"_s));
    CHECK(companiesAt(anas) == QStringList{u"Ana's"_s, u"Zoë's"_s});
}

TEST_CASE("Who may only read a book on a server reads it, and is told so at writing", "[store]")
{
    if (!OwnServer::isPossible())
        return;
    const OwnServer server;
    valueOf(add(*valueOf(store::createBook(server.address())), u"Acme"_s));
    tell(server.address(),
         {u"CREATE ROLE ben LOGIN"_s, u"GRANT SELECT ON ALL TABLES IN SCHEMA public TO ben"_s});
    const QString bens = at(server, u"headway_test"_s, u"ben"_s);
    CHECK(companiesAt(bens) == QStringList{u"Acme"_s});
    const Error unwritten = refusal(add(*valueOf(store::openBook(bens, sql::Access::ReadWrite)), u"Ben's"_s));
    CHECK(unwritten.code == ErrorCode::ReadOnly);
    CHECK(inEnglish(unwritten.text)
          == u"The server does not let ben do this. Whoever runs it can grant it."_s);
}

// As docs/server.md advises.
TEST_CASE("The book of a group can be used by each of its people, whoever of them made it", "[store]")
{
    if (!OwnServer::isPossible())
        return;
    const OwnServer server;
    tell(server.address(),
         {u"CREATE ROLE sales NOLOGIN"_s, u"CREATE ROLE ana LOGIN IN ROLE sales"_s,
          u"CREATE ROLE ben LOGIN IN ROLE sales"_s,
          u"CREATE DATABASE sales OWNER sales ENCODING 'UTF8' LOCALE 'C' TEMPLATE template0"_s,
          u"ALTER ROLE ana IN DATABASE sales SET role TO sales"_s,
          u"ALTER ROLE ben IN DATABASE sales SET role TO sales"_s});
    const QString anas = at(server, u"sales"_s, u"ana"_s);
    const QString bens = at(server, u"sales"_s, u"ben"_s);
    valueOf(add(*valueOf(store::createBook(anas)), u"Ana's"_s));
    valueOf(add(*valueOf(store::openBook(bens, sql::Access::ReadWrite)), u"Ben's"_s));
    CHECK(companiesAt(anas) == QStringList{u"Ana's"_s, u"Ben's"_s});
    const auto ben = valueOf(sql::openPostgres(bens, sql::Access::Read));
    CHECK(valueOf(ben->cell(u"SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"
                            " AND tableowner <> 'sales'"_s))
          == sql::Value(qint64(0)));
}

TEST_CASE("A server that is set to be read only is read, and says so when it is to be written", "[store]")
{
    if (!OwnServer::isPossible())
        return;
    const OwnServer server;
    valueOf(add(*valueOf(store::createBook(server.address())), u"Acme"_s));
    tell(server.address(), {u"ALTER DATABASE headway_test SET default_transaction_read_only = on"_s});
    const auto book = valueOf(store::openBook(server.address(), sql::Access::ReadWrite));
    const Error unwritten = refusal(add(*book, u"Later"_s));
    CHECK(unwritten.code == ErrorCode::ReadOnly);
    CHECK(inEnglish(unwritten.text) == readOnlyServer());
    CHECK(companiesAt(server.address()) == QStringList{u"Acme"_s});
}

TEST_CASE("A standby is read, refuses to be written in a sentence, and is written once it is promoted",
          "[store]")
{
    if (!OwnServer::isPossible())
        return;
    OwnServer server;
    valueOf(add(*valueOf(store::createBook(server.address())), u"Acme"_s));
    server.startStandby();
    CHECK(companiesAt(server.standby()) == QStringList{u"Acme"_s});
    const auto book = valueOf(store::openBook(server.standby(), sql::Access::ReadWrite));
    const Error unwritten = refusal(add(*book, u"Too early"_s));
    CHECK(unwritten.code == ErrorCode::ReadOnly);
    CHECK(inEnglish(unwritten.text) == readOnlyServer());
    const QString empty = server.standby().replace(u"/headway_test?"_s, u"/postgres?"_s);
    CHECK(inEnglish(refusal(store::createBook(empty)).text) == readOnlyServer());

    const QString asked = server.standby() + u"&target_session_attrs=read-write"_s;
    CHECK(inEnglish(refusal(store::visitBook(asked)).text)
          == u"A server answers, but not one that target_session_attrs asks for."_s);
    server.promote();
    valueOf(add(*book, u"Later"_s)); // on the connection that was refused before
    CHECK(companiesAt(asked) == QStringList{u"Acme"_s, u"Later"_s});
}
