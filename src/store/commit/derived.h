// SPDX-License-Identifier: GPL-3.0-or-later
// What follows from other records and is kept on the row for the sake of lists, boards and search: a
// contact's primary e-mail, a deal's next activity, the search text. Recomputed inside the transaction
// that changed the cause, never logged, verified by `check`. Runs on the writer's thread.
#pragma once

#include "domain/changes/change.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace headway::store {

// Collects what a step touches; settle() brings the dependent fields up to date.
class Derivation
{
public:
    explicit Derivation(sql::Connection &connection) : m_connection(&connection) {}

    // `before` is null for a new (or restored) record, `after` for a removed one.
    Result<> note(EntityRef ref, const Row *before, const Row *after);
    Result<> settle();
    // The records that settle() has brought up to date so far, a bounded number of them.
    std::vector<EntityRef> followers() const { return {m_followers.begin(), m_followers.end()}; }
    // Whether it is time to settle, to keep memory flat in a long step.
    bool isLarge() const { return m_searched.size() + m_dated.size() + m_activities.size() > 5000; }

private:
    Result<> noteActivityText(qint64 id, const Row *before, const Row *after);
    void noteWords(EntityRef ref, const Row *before, const Row *after);
    void noteLinked(const Row *row, QSet<EntityRef> &into);

    void follow(EntityRef ref);

    sql::Connection *m_connection;
    QSet<EntityRef> m_followers;
    QSet<qint64> m_activities; // whose links must follow
    QSet<EntityRef> m_dated;   // whose last and next activity may differ
    QSet<EntityRef> m_reached; // whose primary e-mail, phone or place may differ
    // Whose search text may differ, with the words of their own if these are known.
    QHash<EntityRef, std::optional<QString>> m_searched;
    QSet<qint64> m_sold; // deals whose first product may differ
};

// A field that follows from other records, and the SQL (over a row of its table) that tells what it
// should hold. For one record, for the whole book, and for `check`.
struct Dependent {
    QString column = {};
    QString expression = {};
};
std::vector<Dependent> dependents(EntityKind kind);

// The dependent fields of all records of a kind at once. Those of activity links come first: the dates
// of companies, contacts, leads and deals follow from them.
Result<> deriveAll(sql::Connection &connection, EntityKind kind);
// Everything of every record, the search text included: for `check --repair`.
Result<> deriveWholeBook(sql::Connection &connection);

// `row` with Deal.touchedAt set if one of `fields` counts as work on the deal: the clock of rotting
// restarts on a change of stage, value, closing date, owner or next step.
Row touched(EntityKind kind, Row row, const std::vector<FieldDelta> &fields, Instant now);

} // namespace headway::store
