// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/rows/rowchanges.h"

#include "sql/idlist.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::store {

void RowChanges::update(const Record &before, const Row &after, Instant now)
{
    Assignment assignment{before.ref.kind, {}, {}};
    for (size_t i = 0; i < after.size(); ++i) {
        if (after[i] == before.row[i])
            continue;
        assignment.columns += before.info().fields[i].name + u" = ?, "_s;
        assignment.values.push_back(after[i]);
    }
    add(before.ref, std::move(assignment), now);
}

void RowChanges::mark(EntityRef ref, Instant deletedAt, Instant now)
{
    const sql::Value mark = deletedAt ? sql::Value(deletedAt.ms) : sql::Value();
    add(ref, {ref.kind, u"deleted_at = ?, "_s, {mark}}, now);
}

void RowChanges::add(EntityRef ref, Assignment assignment, Instant now)
{
    assignment.columns += u"version = version + 1, modified_at = ?"_s;
    assignment.values.push_back(now.ms);
    m_ids[std::move(assignment)].push_back(ref.id);
    m_waiting.insert(ref);
}

Result<> RowChanges::write()
{
    m_waiting.clear();
    for (auto &[assignment, ids] : std::exchange(m_ids, {})) {
        std::sort(ids.begin(), ids.end()); // rows that lie together are written together
        const QString statement = u"UPDATE "_s + tableName(assignment.kind) + u" SET "_s + assignment.columns;
        for (const std::span<const qint64> part : sql::inParts(ids)) {
            sql::Values binds = assignment.values;
            const QString among = sql::amongIds(part, binds);
            HEADWAY_CHECK(m_connection->run(statement + u" WHERE id"_s + among, binds));
        }
    }
    return {};
}

} // namespace headway::store
