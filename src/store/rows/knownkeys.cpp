// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows/knownkeys.h"

#include "domain/records/record.h"

using namespace Qt::StringLiterals;

namespace headway::store {

QString pointKey(QStringView by, const QString &key)
{
    if (by != u"phone")
        return key;
    for (qsizetype i = 0; i < key.size(); ++i) {
        if (key[i] == u'+' || key[i] == u'#')
            return key.left(i);
    }
    return key;
}

size_t KnownKeys::hashOf(EntityKind kind, const Row &row, int field)
{
    static const int by = entityInfo(EntityKind::ContactPoint).indexOf(u"reach_by");
    const QString key = textOf(row[size_t(field)]);
    return qHash(kind == EntityKind::ContactPoint ? pointKey(textOf(row[size_t(by)]), key) : key, 0);
}

// Those of deleted rows, too: they may be restored.
Result<> KnownKeys::read(EntityKind kind, Column &column)
{
    const sql::Connection::Around around(*m_connection);
    const EntityInfo &info = entityInfo(kind);
    const bool isPoint = kind == EntityKind::ContactPoint;
    column.all.reserve(column.rows);
    column.all.unite(column.held); // they are noted, but cannot be read
    HEADWAY_CHECK(m_connection->each(u"SELECT "_s + info.field(column.field).name
                                         + (isPoint ? u", reach_by FROM "_s : u" FROM "_s) + tableName(kind),
                                     {}, [&](const sql::RowView &row) -> Result<> {
                                         const QString key = row.text(0);
                                         column.all.insert(
                                             qHash(isPoint ? pointKey(row.text(1), key) : key, 0));
                                         return {};
                                     }));
    column.isWhole = true;
    return {};
}

Result<KnownKeys::Where> KnownKeys::where(EntityKind kind, QLatin1StringView column, const QString &key)
{
    const auto [found, isNew] = m_columns.try_emplace({kind, column});
    Column &known = found->second;
    if (isNew) {
        known.field = entityInfo(kind).indexOf(QString(column));
        const sql::Connection::Around around(*m_connection);
        HEADWAY_TRY(last, m_connection->cell(u"SELECT max(id) FROM "_s + tableName(kind)));
        known.rows = integerOf(last);
        if (m_held.contains(kind)) { // of which nothing was noted here
            m_columns.erase(found);
            return Where::Held;
        }
    }
    const size_t hash = qHash(key, 0);
    if (known.held.contains(hash))
        return Where::Held;
    if (!known.isWhole && ++known.asked * rowsPerLookup < known.rows)
        return Where::Written;
    if (!known.isWhole)
        HEADWAY_CHECK(read(kind, known));
    return known.all.contains(hash) ? Where::Written : Where::Nowhere;
}

void KnownKeys::note(EntityKind kind, const Row &row)
{
    m_held.insert(kind);
    for (auto &[key, column] : m_columns) {
        if (key.first != kind)
            continue;
        const size_t hash = hashOf(kind, row, column.field);
        column.held.insert(hash);
        if (column.isWhole)
            column.all.insert(hash);
    }
}

void KnownKeys::written()
{
    m_held.clear();
    for (auto &[key, column] : m_columns)
        column.held.clear();
}

} // namespace headway::store
