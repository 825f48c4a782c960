// SPDX-License-Identifier: GPL-3.0-or-later
// The change log of a book that was filled in bulk, written as if its records had been typed when they were
// created: creations, deals that moved to their stage, planned activities that were completed. Part of
// store/bulk/bulk.h. Only the newest changes are kept, so memory is bounded by their number.
#pragma once

#include "domain/changes/change.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <vector>

namespace headway::store {

class BulkHistory
{
public:
    explicit BulkHistory(qint64 most) : m_most(size_t(most)) {}

    // Adds a record that was created, and last changed at `modified`.
    void note(EntityRef ref, Instant createdAt, Instant modified);
    // Writes operations and changes; all records have to be in the book. Call once.
    Result<> write(sql::Connection &connection);

private:
    struct Entry {
        qint64 at = 0;
        qint64 id = 0;
        EntityKind kind = EntityKind::Deal;
        ChangeKind change = ChangeKind::Create;
    };
    void add(const Entry &entry);
    void keepNewest();

    size_t m_most;
    std::vector<Entry> m_entries;
    qint64 m_oldest = std::numeric_limits<qint64>::min(); // anything earlier has been dropped already
};

// When a record of a filled book was last worked on, by its own fields; no Instant if they do not tell.
Instant lastChange(EntityKind kind, const Row &row);

} // namespace headway::store
