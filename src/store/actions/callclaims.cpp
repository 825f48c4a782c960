// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/callclaims.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

QString clockOf(const sql::Connection &connection, Instant now)
{
    return connection.engine() == sql::Engine::Postgres
        ? u"CAST(extract(epoch FROM clock_timestamp()) * 1000 AS BIGINT)"_s
        : QString::number(now.ms);
}

} // namespace

Result<bool> claimCall(sql::Connection &connection, EntityRef record, const Caller &caller, Instant now)
{
    const QString clock = clockOf(connection, now);
    const qint64 lasts = std::chrono::milliseconds(callClaimTime).count();
    HEADWAY_TRY(
        taken,
        connection.run(u"INSERT INTO call_claim (record_kind, record_id, queue, user_id, until)"
                       " VALUES (?, ?, ?, ?, "_s
                           + clock
                           + u" + ?) ON CONFLICT (record_kind, record_id) DO UPDATE"
                             " SET queue = excluded.queue, user_id = excluded.user_id,"
                             " until = excluded.until WHERE call_claim.user_id = excluded.user_id"
                             " OR call_claim.until < "_s
                           + clock,
                       {QString(tableName(record.kind)), record.id, caller.queue, caller.user.value, lasts}));
    return taken > 0;
}

Result<bool> wasCalledAfter(sql::Connection &connection, EntityRef record, qint64 step)
{
    HEADWAY_TRY(
        found,
        connection.cell(u"SELECT a.id FROM activity_link l JOIN activity a ON a.id = l.activity_id"
                        " WHERE l.record_kind = ? AND l.record_id = ? AND l.phase = 0"
                        " AND l.deleted_at IS NULL AND a.kind = 'call' AND EXISTS (SELECT 1 FROM change c"
                        " WHERE c.entity = 'activity' AND c.entity_id = a.id AND c.operation_id > ?)"
                        " LIMIT 1"_s,
                        {QString(tableName(record.kind)), record.id, step}));
    return !isNull(found);
}

Result<qint64> newestStep(sql::Connection &connection)
{
    HEADWAY_TRY(newest, connection.cell(u"SELECT max(id) FROM operation"_s));
    return integerOf(newest);
}

Result<std::vector<qint64>> plannedCalls(sql::Connection &connection, EntityRef record)
{
    std::vector<qint64> calls;
    HEADWAY_CHECK(connection.each(u"SELECT a.id FROM activity_link l JOIN activity a ON a.id = l.activity_id"
                                  " WHERE l.record_kind = ? AND l.record_id = ? AND l.phase = 1"
                                  " AND l.deleted_at IS NULL AND a.kind = 'call'"_s,
                                  {QString(tableName(record.kind)), record.id},
                                  [&calls](const sql::RowView &row) -> Result<> {
                                      calls.push_back(row.integer(0));
                                      return {};
                                  }));
    return calls;
}

Result<> releaseCalls(sql::Connection &connection, const Caller &caller)
{
    HEADWAY_CHECK(connection.run(u"DELETE FROM call_claim WHERE queue = ?"_s, {caller.queue}));
    return {};
}

} // namespace headway::store
