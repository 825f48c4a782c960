// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/exportpages.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "store/rows/records.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// The fields that headway::titleOf() uses.
std::vector<int> titleFields(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<int> fields;
    for (const QStringView name : {u"name", u"subject", u"value", u"description", u"role"}) {
        if (const int i = info.indexOf(name); i >= 0)
            fields.push_back(i);
    }
    if (kind == EntityKind::Activity)
        fields.insert(fields.end(), {info.indexOf(u"note"), info.indexOf(u"kind")});
    return fields;
}

QString namesOfFields(EntityKind kind, const std::vector<int> &fields)
{
    QString names;
    for (const int field : fields)
        names += u", "_s + entityInfo(kind).field(field).name;
    return names;
}

} // namespace

Result<> readPageAfter(sql::Connection &connection, EntityKind kind, qint64 id, int most,
                       const std::vector<int> &fields, std::vector<Record> &page)
{
    const Record empty{.ref = {kind, 0}, .row = entityInfo(kind).defaults};
    page.reserve(size_t(most));
    size_t count = 0;
    HEADWAY_CHECK(connection.each(
        u"SELECT id, version, created_at, modified_at"_s + namesOfFields(kind, fields) + u" FROM "_s
            + tableName(kind) + u" WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?"_s,
        {id, qint64(most)}, [&](const sql::RowView &row) -> Result<> {
            Record &record = count < page.size() ? page[count] : page.emplace_back(empty);
            ++count;
            record.ref.id = row.integer(0);
            record.version = row.integer(1);
            record.createdAt = {row.integer(2)};
            record.modifiedAt = {row.integer(3)};
            for (size_t i = 0; i < fields.size(); ++i)
                record.row[size_t(fields[i])] = row.value(int(i) + 4);
            return {};
        }));
    page.resize(count);
    return {};
}

Result<> addNames(sql::Connection &connection, EntityKind kind, const std::vector<qint64> &ids,
                  QHash<qint64, QString> &names)
{
    constexpr size_t most = 256;
    const std::vector<int> fields = titleFields(kind);
    const QString query = u"SELECT id"_s + namesOfFields(kind, fields) + u" FROM "_s + tableName(kind)
        + u" WHERE deleted_at IS NULL AND id IN ("_s + sql::placeholders(most) + u')';
    Row named = entityInfo(kind).defaults;
    for (size_t from = 0; from < ids.size(); from += most) {
        const auto begin = ids.begin() + qsizetype(from);
        sql::Values binds(begin, ids.begin() + qsizetype(std::min(ids.size(), from + most)));
        binds.resize(most, qint64(0)); // so that one statement serves all pages; no record has id 0
        HEADWAY_CHECK(connection.each(query, binds, [&](const sql::RowView &row) -> Result<> {
            for (size_t i = 0; i < fields.size(); ++i)
                named[size_t(fields[i])] = row.value(int(i) + 1);
            const QString name = headway::titleOf(kind, named);
            names.insert(row.integer(0), name.isNull() ? u""_s : name);
            return {};
        }));
    }
    return {};
}

Result<QHash<qint64, QString>> currenciesOf(sql::Connection &connection, const std::vector<qint64> &deals)
{
    HEADWAY_TRY(records, loadMany(connection, EntityKind::Deal, deals));
    QHash<qint64, QString> currencies;
    for (const Record &record : records)
        currencies.insert(record.ref.id, textOf(record.value(u"currency")));
    return currencies;
}

Result<qint64> countOf(sql::Connection &connection, EntityKind kind)
{
    HEADWAY_TRY(
        count,
        connection.cell(u"SELECT count(*) FROM "_s + tableName(kind) + u" WHERE deleted_at IS NULL"_s));
    return integerOf(count);
}

} // namespace headway::store
