// SPDX-License-Identifier: GPL-3.0-or-later
// A new, empty book for a test of the store, with one user and a clock that advances one second per step.
#pragma once

#include "domain/changes/change.h"
#include "store/commit/commit.h"
#include "store/rows/records.h"
#include "support/engines.h"

#include <memory>

namespace headway::test {

class FreshBook
{
public:
    explicit FreshBook(sql::Engine engine, Instant now = {1'700'000'000'000});

    sql::Connection &connection() { return *m_connection; }
    QString place() const { return m_database.place(); }
    // Those that a book of a user begins with.
    void addLeadStatuses();
    Actor actor();

    // Fails the test if the store fails.
    ChangeSet commit(const Edit &edit);
    template <class E>
    Id<Table<E>::kind> add(const E &entity)
    {
        return {commit({Sentence::verbatim(QStringLiteral("Add")), {create(entity)}}).changes.front().ref.id};
    }
    template <class E>
    E load(Id<Table<E>::kind> id)
    {
        return as<E>(record({Table<E>::kind, id.value}));
    }
    Record record(EntityRef ref);

    // The label of the step that was undone or redone; null if there was none.
    QString undo();
    QString redo();
    std::vector<Operation> history();
    int count(EntityKind kind);

private:
    QString take(const std::optional<Operation> &operation);

    FreshDatabase m_database;
    std::unique_ptr<sql::Connection> m_connection;
    qint64 m_now;
};

} // namespace headway::test
