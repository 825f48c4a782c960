// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk/bulk.h"

#include "domain/changes/derive.h"
#include "domain/changes/validate.h"
#include "domain/records/record.h"
#include "store/commit/derived.h"
#include "store/search/searchindex.h"

#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

Result<> refuseUnlessEmpty(sql::Connection &connection)
{
    QStringList tables{u"operation"_s};
    for (const EntityKind kind : allEntityKinds())
        tables += tableName(kind);
    for (const QString &table : std::as_const(tables)) {
        HEADWAY_TRY(id, connection.cell(u"SELECT id FROM "_s + table + u" LIMIT 1"_s));
        if (!isNull(id))
            return failure(ErrorCode::Conflict,
                           Sentence::tr("The book is not empty: only an empty one can be filled."));
    }
    return {};
}

QStringList columns(EntityKind kind)
{
    QStringList names{u"id"_s};
    for (const FieldInfo &field : entityInfo(kind).fields)
        names += field.name;
    return names << u"created_at"_s << u"modified_at"_s;
}

// A deal was last worked on at its last change; for single changes see store::touched().
void setTouched(EntityKind kind, Row &row, Instant at)
{
    static const auto field = size_t(entityInfo(EntityKind::Deal).indexOf(u"touched_at"));
    if (kind == EntityKind::Deal && isNull(row[field]))
        row[field] = at.ms;
}

} // namespace

BulkLoad::BulkLoad(sql::Connection &connection, sql::BulkMode mode)
    : m_connection(&connection), m_mode(std::move(mode))
{
}

Result<BulkLoad> BulkLoad::begin(sql::Connection &connection)
{
    HEADWAY_CHECK(refuseUnlessEmpty(connection));
    HEADWAY_TRY(mode, sql::BulkMode::begin(connection));
    return BulkLoad(connection, std::move(mode));
}

Result<> BulkLoad::switchTo(EntityKind kind)
{
    if (m_kind == kind)
        return {};
    HEADWAY_CHECK(endRows());
    HEADWAY_TRY(rows, m_connection->bulkInsert(tableName(kind), columns(kind)));
    m_rows = std::move(rows);
    m_kind = kind;
    return {};
}

Result<> BulkLoad::endRows()
{
    m_kind.reset();
    const std::unique_ptr<sql::BulkInsert> rows = std::move(m_rows);
    return rows ? rows->finish() : Result<>();
}

Result<> BulkLoad::add(EntityKind kind, qint64 id, const Row &row, Instant createdAt)
{
    HEADWAY_CHECK(validate(kind, row));
    HEADWAY_CHECK(switchTo(kind));
    Row derived = derive(kind, row);
    const Instant modified = std::max(createdAt, lastChange(kind, row));
    setTouched(kind, derived, modified);
    m_cells.assign(1, id);
    m_cells.insert(m_cells.end(), std::make_move_iterator(derived.begin()),
                   std::make_move_iterator(derived.end()));
    m_cells.push_back(createdAt.ms);
    m_cells.push_back(modified.ms);
    ++m_count;
    if (m_history)
        m_history->note({kind, id}, createdAt, modified);
    return m_rows->add(m_cells);
}

Result<> BulkLoad::setIdentities()
{
    if (m_connection->engine() == sql::Engine::Sqlite)
        return {}; // AUTOINCREMENT follows automatically
    QStringList tables{u"operation"_s, u"change"_s, u"search_doc"_s};
    for (const EntityKind kind : allEntityKinds())
        tables += tableName(kind);
    for (const QString &table : std::as_const(tables))
        HEADWAY_CHECK(m_connection->row(u"SELECT setval(pg_get_serial_sequence(?, 'id'), max(id)) FROM "_s
                                            + table + u" HAVING max(id) IS NOT NULL"_s,
                                        {table}));
    return {};
}

Result<> BulkLoad::finish(const Progress &progress)
{
    qint64 done = 0;
    const qint64 all = 6 + qint64(allEntityKinds().size());
    HEADWAY_CHECK(endRows());
    // The dates of links are set before their indexes exist: four million rows are then written once.
    HEADWAY_CHECK(deriveAll(*m_connection, EntityKind::ActivityLink));
    HEADWAY_CHECK(reportProgress(progress, ++done, all));
    HEADWAY_CHECK(m_mode.rebuildIndexes());
    HEADWAY_CHECK(reportProgress(progress, ++done, all));
    for (const EntityKind kind : allEntityKinds()) {
        if (kind != EntityKind::ActivityLink)
            HEADWAY_CHECK(deriveAll(*m_connection, kind));
        HEADWAY_CHECK(reportProgress(progress, ++done, all));
    }
    HEADWAY_CHECK(indexWholeBook(*m_connection));
    HEADWAY_CHECK(reportProgress(progress, ++done, all));
    if (m_history)
        HEADWAY_CHECK(m_history->write(*m_connection));
    HEADWAY_CHECK(reportProgress(progress, ++done, all));
    HEADWAY_CHECK(setIdentities());
    HEADWAY_CHECK(m_mode.finish());
    if (progress)
        (void)progress(all, all); // too late to cancel
    return {};
}

} // namespace headway::store
