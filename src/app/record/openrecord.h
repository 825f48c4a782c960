// SPDX-License-Identifier: GPL-3.0-or-later
// The record that a detail pane shows, with its related records, read off the GUI thread and updated after
// every committed step. GUI thread; read errors are reported by failed().
#pragma once

#include "app/record/reach.h"
#include "app/workspace/workspace.h"
#include "domain/records/activity.h"
#include "domain/records/loadedrecord.h"
#include "store/reading/lists.h"

#include <optional>

namespace headway::app {

class OpenRecord : public QObject
{
    Q_OBJECT
public:
    explicit OpenRecord(Workspace &workspace);
    ~OpenRecord() override;

    // Reads it; opened() follows. A ref without an id closes the open record.
    void open(EntityRef ref);
    void reload();

    EntityRef ref() const { return m_ref; }
    bool isLoaded() const { return m_loaded.has_value(); }
    // Only if it is loaded.
    const LoadedRecord &row() const { return m_loaded->row; }
    const RelatedRecords &related() const { return m_loaded->related; }
    // The next planned activity; null if there is none, or if it is not loaded yet.
    const LoadedRecord *next() const
    {
        return m_loaded && !m_loaded->planned.empty() ? &m_loaded->planned.front() : nullptr;
    }
    // The activities planned on it, soonest first; only the next few dozen.
    std::vector<Activity> planned() const;
    // Whom to call or write to about it; nobody while it is not loaded.
    const Reach &reach() const
    {
        static const Reach nobody;
        return m_loaded ? m_loaded->reach : nobody;
    }
    QString title() const;
    bool isDeleted() const { return m_loaded && m_loaded->row.record.deletedAt; }

Q_SIGNALS:
    void opened();  // another record
    void updated(); // the same one, read again
    void failed(const headway::Error &error);

private:
    struct Loaded {
        LoadedRecord row = {};
        RelatedRecords related = {};
        std::vector<LoadedRecord> planned = {};
        Reach reach = {};
    };
    static Result<Loaded> load(sql::Connection &connection, EntityRef ref);

    Workspace &m_workspace;
    EntityRef m_ref;
    std::optional<Loaded> m_loaded;
    Ticket m_ticket;
};

} // namespace headway::app
