// SPDX-License-Identifier: GPL-3.0-or-later
// An open book for tests of windows and models: the sample company or a few records, with a workspace that
// works synchronously, and a second connection that acts as another user.
#pragma once

#include "app/workspace/workspace.h"
#include "support/catch_qt.h"

#include <QTemporaryDir>

#include <memory>

namespace headway::test {

// Monday, 23 November 2026, 10:00 UTC: the current time of every window test.
constexpr Instant testNow{1'795'428'000'000};

class OpenBook
{
public:
    enum class Content { Defaults, Sample }; // picklists only; or the sample company
    explicit OpenBook(Content content);

    app::Workspace &workspace() { return *m_workspace; }
    UserId user() const { return m_workspace->user(); }
    QString folderPath(const QString &name) const { return m_folder.filePath(name); }
    void passTime(qint64 milliseconds) { m_now.ms += milliseconds; }

    // By the current user, through the workspace.
    template <class E>
    Id<Table<E>::kind> add(const E &entity)
    {
        return {commit({Sentence::verbatim(QStringLiteral("Add")), {create(entity)}}).changes.front().ref.id};
    }
    ChangeSet commit(const Edit &edit);
    // By another program on the same book; the workspace is not notified.
    ChangeSet commitElsewhere(const Edit &edit);

    template <class E>
    E load(Id<Table<E>::kind> id)
    {
        return as<E>(record({Table<E>::kind, id.value}));
    }
    Record record(EntityRef ref);
    std::vector<Record> all(EntityKind kind);
    // The first record whose `field` holds the text.
    EntityRef find(EntityKind kind, QStringView field, const QString &text);
    QString lastStep();                               // its label
    sql::Connection &elsewhere() { return *m_other; } // for reading

private:
    QTemporaryDir m_folder;
    QString m_place;
    Instant m_now = testNow;
    std::unique_ptr<sql::Connection> m_other;
    std::shared_ptr<app::Workspace> m_workspace;
};

} // namespace headway::test
