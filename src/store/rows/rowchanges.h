// SPDX-License-Identifier: GPL-3.0-or-later
// Rows that change together: those that get the same values are written by one statement. On the writer's thread,
// inside its transaction; fails as the connection fails.
#pragma once

#include "domain/records/record.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QSet>

#include <map>
#include <tuple>
#include <vector>

namespace headway::store {

class RowChanges
{
public:
    explicit RowChanges(sql::Connection &connection) : m_connection(&connection) {}

    // The fields that differ between two states of a row are to be written, and its version to be raised.
    void update(const Record &before, const Row &after, Instant now);
    // deleted_at is to be set, or cleared.
    void mark(EntityRef ref, Instant deletedAt, Instant now);

    // Whether something of that record is yet to be written.
    bool contain(EntityRef ref) const { return m_waiting.contains(ref); }
    bool isEmpty() const { return m_waiting.isEmpty(); }

    // Writes everything. At most one change of a record may have been added since the last time.
    Result<> write();

private:
    struct Assignment {
        EntityKind kind = EntityKind::Deal;
        QString columns = {}; // "owner_id = ?, modified_at = ?"
        sql::Values values = {};

        bool operator<(const Assignment &other) const
        {
            return std::tie(kind, columns, values) < std::tie(other.kind, other.columns, other.values);
        }
    };
    void add(EntityRef ref, Assignment assignment, Instant now);

    sql::Connection *m_connection;
    std::map<Assignment, std::vector<qint64>> m_ids;
    QSet<EntityRef> m_waiting;
};

} // namespace headway::store
