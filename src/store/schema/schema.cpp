// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/schema/schema.h"

#include <QDir>
#include <QFile>

using namespace Qt::StringLiterals;

static void loadSchemaResources()
{
    Q_INIT_RESOURCE(schema); // a static library's resources are not linked in automatically
}

namespace headway::store {

bool isServer(const QString &address)
{
    return address.startsWith("postgresql://"_L1) || address.startsWith("postgres://"_L1);
}

namespace {

std::vector<sql::Migration> &allMigrations()
{
    static std::vector<sql::Migration> list = [] {
        loadSchemaResources();
        std::vector<sql::Migration> found;
        const QStringList names = QDir(u":/schema"_s).entryList(QDir::Files, QDir::Name);
        for (const QString &name : names) {
            QFile file(u":/schema/"_s + name);
            if (file.open(QIODevice::ReadOnly))
                found.push_back({name.section(u'_', 0, 0).toInt(), name.section(u'_', 1).section(u'.', 0, 0),
                                 QString::fromUtf8(file.readAll())});
        }
        return found;
    }();
    return list;
}

} // namespace

const std::vector<sql::Migration> &migrations()
{
    return allMigrations();
}

void registerMigration(const QString &name, const QString &text)
{
    std::vector<sql::Migration> &list = allMigrations();
    list.push_back({sql::newestNumber(list) + 1, name, text});
}

Result<QString> engineName(sql::Connection &connection)
{
    const bool isSqlite = connection.engine() == sql::Engine::Sqlite;
    HEADWAY_TRY(version,
                connection.cell(isSqlite ? u"SELECT sqlite_version()"_s
                                         : u"SELECT current_setting('server_version')"_s));
    const auto *text = std::get_if<QString>(&version);
    return (isSqlite ? u"SQLite "_s : u"PostgreSQL "_s) + (text ? text->section(u' ', 0, 0) : QString());
}

Result<QString> bookValue(sql::Connection &connection, const QString &name)
{
    HEADWAY_TRY(value, connection.cell(u"SELECT value FROM book WHERE name = ?"_s, {name}));
    const auto *text = std::get_if<QString>(&value);
    return text ? *text : QString();
}

Result<> setBookValue(sql::Connection &connection, const QString &name, const QString &value)
{
    HEADWAY_CHECK(connection.run(u"INSERT INTO book (name, value) VALUES (?, ?)"
                                 " ON CONFLICT (name) DO UPDATE SET value = excluded.value"_s,
                                 {name, value}));
    return {};
}

} // namespace headway::store
