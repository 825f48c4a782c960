// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/exportpages.h"

#include "domain/derive.h"
#include "store/records.h"

using namespace Qt::StringLiterals;

namespace headway::store {

Result<std::vector<Record>> pageAfter(sql::Connection &connection, EntityKind kind, qint64 id, int most)
{
    std::vector<Record> page;
    page.reserve(size_t(most));
    HEADWAY_CHECK(connection.each(u"SELECT "_s + columnList(kind, QString()) + u" FROM "_s + tableName(kind)
                                      + u" WHERE id > ? AND deleted_at IS NULL ORDER BY id LIMIT ?"_s,
                                  {id, qint64(most)}, [&](const sql::RowView &row) -> Result<> {
                                      page.push_back(recordFrom(kind, row));
                                      return {};
                                  }));
    return page;
}

Result<QHash<qint64, QString>> namesOf(sql::Connection &connection, EntityKind kind,
                                       const std::vector<qint64> &ids)
{
    HEADWAY_TRY(records, loadMany(connection, kind, ids));
    QHash<qint64, QString> names;
    for (const Record &record : records) {
        if (!record.deletedAt)
            names.insert(record.ref.id, headway::titleOf(kind, record.row));
    }
    return names;
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
    HEADWAY_TRY(count, connection.cell(u"SELECT count(*) FROM "_s + tableName(kind)
                                       + u" WHERE deleted_at IS NULL"_s));
    return integerOf(count);
}

} // namespace headway::store
