// SPDX-License-Identifier: GPL-3.0-or-later
// A small company's book that a test damages with direct SQL.
#pragma once

#include "store/bulk/bulk.h"
#include "store/maintenance/check.h"
#include "support/book.h"
#include "support/smallcompany.h"

namespace headway::test {

class DamagedBook : public FreshBook
{
public:
    explicit DamagedBook(sql::Engine engine) : FreshBook(engine)
    {
        auto bulk = valueOf(store::BulkLoad::begin(connection()));
        bulk.logHistory(10'000);
        for (const SampleRecord &record : smallCompany(10))
            valueOf(bulk.add(record.ref.kind, record.ref.id, record.row, record.createdAt));
        valueOf(bulk.finish({}));
    }

    // Runs without the engine's checks of foreign keys.
    void spoil(const QString &statement)
    {
        const bool isFile = connection().engine() == sql::Engine::Sqlite;
        valueOf(connection().command(isFile ? QStringLiteral("PRAGMA foreign_keys = OFF")
                                            : QStringLiteral("SET session_replication_role = replica")));
        valueOf(connection().command(statement));
        valueOf(connection().command(isFile ? QStringLiteral("PRAGMA foreign_keys = ON")
                                            : QStringLiteral("SET session_replication_role = origin")));
    }

    store::CheckReport check()
    {
        return valueOf(store::checkBook(connection(), store::CheckDepth::Thorough, {}));
    }
};

} // namespace headway::test
