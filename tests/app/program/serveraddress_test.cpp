// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/program/serveraddress.h"

#include "app/program/settings.h"
#include "support/catch_qt.h"

#include <QFile>
#include <QTemporaryDir>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

TEST_CASE("A server's address is the sum of what the form asks for", "[app]")
{
    const ServerAddress parts{.host = u"crm.example.com"_s,
                              .port = u"5433"_s,
                              .database = u"sales & more"_s,
                              .user = u"ana maria"_s,
                              .password = u"p@ss/w?rd"_s,
                              .options = u"sslmode=require"_s};
    const QString address = addressOf(parts);
    CHECK(
        address
        == u"postgresql://ana%20maria:p%40ss%2Fw%3Frd@crm.example.com:5433/sales%20%26%20more?sslmode=require"_s);
    CHECK(partsOf(address) == parts);
}

TEST_CASE("Addresses as people and libpq write them are understood", "[app]")
{
    CHECK(partsOf(u"postgres://server/sales"_s)
          == ServerAddress{.host = u"server"_s, .database = u"sales"_s});
    CHECK(partsOf(u"postgresql://ana@[::1]:5432/sales"_s)
          == ServerAddress{.host = u"::1"_s, .port = u"5432"_s, .database = u"sales"_s, .user = u"ana"_s});
    CHECK(partsOf(u"postgresql:///sales?host=/tmp/socket&user=ana&password=x"_s)
          == ServerAddress{
              .host = u"/tmp/socket"_s, .database = u"sales"_s, .user = u"ana"_s, .password = u"x"_s});
    CHECK(partsOf(u"postgresql:///?service=sales"_s) == ServerAddress{.options = u"service=sales"_s});
    CHECK_FALSE(partsOf(u"postgresql://one,two/sales"_s)); // has no such parts
    CHECK_FALSE(partsOf(u"/home/ana/sales.headway"_s));
    const ServerAddress socket{.host = u"/tmp/socket"_s, .port = u"5433"_s, .database = u"sales"_s};
    CHECK(partsOf(addressOf(socket)) == socket);
}

TEST_CASE("No password is kept, however it was written", "[app]")
{
    CHECK(withoutPasswords(u"postgresql://ana:secret@server/sales"_s) == u"postgresql://ana@server/sales"_s);
    CHECK(withoutPasswords(u"postgresql://ana:se@cret?@server/sales"_s)
          == u"postgresql://ana@server/sales"_s);
    CHECK(withoutPasswords(u"postgresql:///sales?user=ana&password=secret&sslpassword=secret"_s)
          == u"postgresql:///sales?user=ana"_s);
    CHECK(withoutPasswords(u"postgresql://ana:secret@one,two/sales?password=secret"_s)
          == u"postgresql://ana@one,two/sales"_s);
    CHECK(withoutPasswords(u"/home/ana/a:b@c.headway"_s) == u"/home/ana/a:b@c.headway"_s);
}

TEST_CASE("The settings list a server's book without its password, once", "[app]")
{
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"headway.ini"_s);
    {
        Settings settings(file);
        // as an older version left it
        settings.change(setting::recentBooks,
                        QStringList{u"postgresql://ana:secret@server/sales"_s, u"/home/ana/own.headway"_s});
        settings.rememberBook(u"postgresql://ana:other-secret@server/sales"_s);
        CHECK(settings.value(setting::recentBooks)
              == QStringList{u"postgresql://ana@server/sales"_s, u"/home/ana/own.headway"_s});
        CHECK(settings.value(setting::lastBook) == u"postgresql://ana@server/sales"_s);
    }
    QFile stored(file);
    REQUIRE(stored.open(QIODevice::ReadOnly));
    CHECK_FALSE(stored.readAll().contains("secret"));
}
