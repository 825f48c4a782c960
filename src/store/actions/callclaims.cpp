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

Result<> releaseCalls(sql::Connection &connection, const Caller &caller)
{
    HEADWAY_CHECK(connection.run(u"DELETE FROM call_claim WHERE queue = ?"_s, {caller.queue}));
    return {};
}

} // namespace headway::store
