// SPDX-License-Identifier: GPL-3.0-or-later
// How changes lie in the log: one entry each, or, in long steps, one for many records in a row that were created,
// removed or restored. What the records of such a run were created with is not repeated: it follows from their rows
// and from what changed them later; the entry has check digits for each. For changelog.cpp, undo, `check` and repair.
// On the connection's thread; fails as the connection fails, and with Unreadable where an entry is damaged.
#pragma once

#include "domain/changes/change.h"
#include "domain/result.h"
#include "sql/connection.h"
#include "store/rows/changeruns.h"

#include <span>
#include <vector>

namespace headway::store {

struct ChangeEntry {
    qint64 id = 0;
    qint64 operation = 0;
    ChangeKind kind = ChangeKind::Update;
    EntityKind entity = EntityKind::Deal;
    qint64 first = 0;
    qint64 last = 0; // of a run; else the first
    QString before = {};
    QString after = {};

    bool isRun() const { return last > first; }
};

// "c.entity, c.entity_id, …" as entryFrom() expects them.
const QString &entryColumns();
Result<ChangeEntry> entryFrom(const sql::RowView &row, int first);

// The entries of a step, newest first, before the one with that id (0: from the end).
Result<std::vector<ChangeEntry>> entriesOf(sql::Connection &connection, qint64 operation, qint64 before,
                                           int most);
// What is written of changes: in their order, but that what became a run comes first. Pure.
std::vector<ChangeEntry> entriesFor(std::span<const Change> changes);
// Many in one statement.
Result<> writeEntries(sql::Connection &connection, qint64 operation, std::span<const ChangeEntry> entries);

// The changes that an entry stands for, in the order of ids; of a run only those between `first` and `last`.
Result<std::vector<Change>> changesIn(sql::Connection &connection, const ChangeEntry &entry, qint64 first,
                                      qint64 last);
Result<std::vector<Change>> changesIn(sql::Connection &connection, const ChangeEntry &entry);
// What takes them back. A created record that nothing changed later is not looked at.
Result<std::vector<Change>> inverseOf(sql::Connection &connection, const ChangeEntry &entry);

// The check digits of a record that was created with these fields; those with the default do not count.
QString digitsOf(EntityKind kind, const std::vector<FieldDelta> &fields);
constexpr qsizetype digitsPerRecord = 4;
// The fields of a created record that has this row; derived ones are not among them.
std::vector<FieldDelta> createdFields(EntityKind kind, const Row &row);

// The JSON of single changes. Exposed for tests and for `check`.
QString fieldsToJson(EntityKind kind, const std::vector<FieldDelta> &fields, Value FieldDelta::*side);
Result<std::vector<FieldDelta>> fieldsFromJson(EntityKind kind, const QString &before, const QString &after);

} // namespace headway::store
