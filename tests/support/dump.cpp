// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/dump.h"

#include "domain/fields/entity.h"
#include "support/catch_qt.h"

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

QStringList columnsOf(sql::Connection &connection, const QString &table)
{
    const QString query = connection.engine() == sql::Engine::Sqlite
        ? u"SELECT name FROM pragma_table_info(?)"_s
        : u"SELECT column_name FROM information_schema.columns WHERE table_schema = current_schema()"
          " AND table_name = ? ORDER BY ordinal_position"_s;
    QStringList names;
    valueOf(connection.each(query, {table}, [&](const sql::RowView &row) -> Result<> {
        names += row.text(0);
        return {};
    }));
    return names;
}

} // namespace

QString dumpOf(sql::Connection &connection, const QStringList &tables, const QStringList &omitted)
{
    QStringList lines;
    for (const QString &table : tables) {
        QStringList columns = columnsOf(connection, table);
        for (const QString &name : omitted)
            columns.removeAll(name);
        valueOf(connection.each(u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + table, {},
                                [&](const sql::RowView &row) -> Result<> {
                                    QString line = table;
                                    for (int i = 0; i < int(columns.size()); ++i)
                                        line += u'|' + (row.isNull(i) ? u"NULL"_s : row.text(i));
                                    lines += line;
                                    return {};
                                }));
    }
    lines.sort();
    return lines.join(u'\n');
}

QString dumpOf(sql::Connection &connection)
{
    QStringList tables{u"book"_s, u"operation"_s, u"change"_s, u"search_doc"_s, u"schema_version"_s};
    for (const EntityKind kind : allEntityKinds())
        tables += tableName(kind);
    // The contentless index has no readable rows; its blocks show whether anything was written.
    if (connection.engine() == sql::Engine::Sqlite)
        tables += {u"search_index_data"_s, u"activity_index_data"_s};
    else
        tables += u"activity_doc"_s;
    return dumpOf(connection, tables, {});
}

QStringList indexesOf(sql::Connection &connection)
{
    QStringList list;
    valueOf(connection.each(connection.engine() == sql::Engine::Sqlite
                                ? u"SELECT coalesce(sql, name) FROM sqlite_schema WHERE type = 'index'"_s
                                : u"SELECT regexp_replace(indexdef, current_schema(), 'here', 'g')"
                                  " FROM pg_indexes WHERE schemaname = current_schema()"_s,
                            {}, [&](const sql::RowView &row) -> Result<> {
                                list += row.text(0);
                                return {};
                            }));
    list.sort();
    return list;
}

} // namespace headway::test
