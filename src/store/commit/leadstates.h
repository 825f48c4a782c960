// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from the status of a lead: its state, which is that status's type, and since when it is there. For the
// step that writes leads; the book's statuses are read once, and again when one changes. On the writer's thread; fails
// as the connection fails.
#pragma once

#include "domain/changes/change.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QHash>

namespace headway::store {

class LeadStates
{
public:
    explicit LeadStates(sql::Connection &connection) : m_connection(&connection) {}

    // The row of a record that is about to be written; of other kinds it stays as it is.
    Result<Row> filled(EntityKind kind, Row row);
    // A lead that gets into another status is there since `now`, unless the change says since when.
    static Row moved(const Row &before, Row after, const Change &change, Instant now);
    // A status is about to be another one.
    void forget() { m_types.clear(); }

private:
    sql::Connection *m_connection;
    QHash<qint64, QString> m_types;
};

} // namespace headway::store
