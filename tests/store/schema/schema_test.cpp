// SPDX-License-Identifier: GPL-3.0-or-later
// The field tables and the schema's scripts describe the same columns.
#include "domain/records/record.h"
#include "store/book/book.h"
#include "support/engines.h"

#include <QHash>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

// column → whether it is numeric
QHash<QString, bool> columnsOf(sql::Connection &connection, const QString &table)
{
    const QString query = connection.engine() == sql::Engine::Sqlite
        ? u"SELECT name, type FROM pragma_table_info(?)"_s
        : u"SELECT column_name, data_type FROM information_schema.columns WHERE table_schema = current_schema()"
          " AND table_name = ?"_s;
    QHash<QString, bool> columns;
    valueOf(connection.each(query, {table}, [&](const sql::RowView &row) -> Result<> {
        const QString type = row.text(1).toLower();
        CHECK((type == u"integer" || type == u"bigint" || type == u"text"));
        columns.insert(row.text(0), type != u"text");
        return {};
    }));
    return columns;
}

} // namespace

TEST_CASE("Each field is a column of its table with a fitting type, and there is no other column", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    CAPTURE(database.engine());
    const auto book = valueOf(store::createBook(database.place()));
    for (const EntityKind kind : allEntityKinds()) {
        const QString table = tableName(kind);
        QHash<QString, bool> columns = columnsOf(*book, table);
        for (const FieldInfo &field : entityInfo(kind).fields) {
            CAPTURE(table, QString(field.name));
            REQUIRE(columns.contains(field.name));
            CHECK(columns.take(field.name) == holdsNumber(field.type));
        }
        for (const QString &own : {u"id"_s, u"version"_s, u"created_at"_s, u"modified_at"_s, u"deleted_at"_s})
            CHECK(columns.take(own));
        CAPTURE(table);
        CHECK(QStringList(columns.keys()).isEmpty());
    }
}

TEST_CASE("The defaults of each record can be written", "[store]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto book = valueOf(store::createBook(database.place()));
    for (const EntityKind kind : allEntityKinds()) {
        const EntityInfo &info = entityInfo(kind);
        CAPTURE(QString(tableName(kind)));
        CHECK(info.defaults.size() == info.fields.size());
        for (size_t i = 0; i < info.fields.size(); ++i) {
            CAPTURE(QString(info.fields[i].name));
            CHECK((isNull(info.defaults[i])
                   || std::holds_alternative<qint64>(info.defaults[i]) == holdsNumber(info.fields[i].type)));
        }
    }
}
