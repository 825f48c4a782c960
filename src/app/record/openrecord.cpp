// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/openrecord.h"

#include "domain/changes/derive.h"
#include "store/reading/related.h"
#include "store/summaries/timeline.h"

namespace headway::app {

namespace {

constexpr int mostRelated = 100;
constexpr int mostPlanned = 30;

} // namespace

OpenRecord::OpenRecord(Workspace &workspace) : m_workspace(workspace)
{
    // Any change may concern a related record; reading this one again is cheap.
    connect(&workspace, &Workspace::changed, this, &OpenRecord::reload);
}

OpenRecord::~OpenRecord() = default;

void OpenRecord::open(EntityRef ref)
{
    m_ref = ref;
    m_loaded.reset();
    m_ticket.cancel();
    reload();
}

Result<OpenRecord::Loaded> OpenRecord::load(sql::Connection &connection, EntityRef ref)
{
    HEADWAY_TRY(found, store::rows(connection, ref.kind, {ref.id}));
    if (found.empty())
        return failure(ErrorCode::NotFound, Sentence::tr("This record does not exist."));
    HEADWAY_TRY(related, store::relatedTo(connection, ref, mostRelated));
    HEADWAY_TRY(planned, store::plannedOn(connection, ref, mostPlanned));
    HEADWAY_TRY(reach, reachOf(connection, ref, reachedFor(found.front(), related)));
    return Loaded{std::move(found.front()), std::move(related), std::move(planned), std::move(reach)};
}

void OpenRecord::reload()
{
    if (m_ref.id <= 0)
        return;
    m_ticket = m_workspace.read<Loaded>(
        this, [ref = m_ref](sql::Connection &connection) { return load(connection, ref); },
        [this](Result<Loaded> loaded) {
            if (!loaded) {
                Q_EMIT failed(loaded.error());
                return;
            }
            const bool isNew = !m_loaded;
            m_loaded = *std::move(loaded);
            if (isNew)
                Q_EMIT opened();
            else
                Q_EMIT updated();
        });
}

std::vector<Activity> OpenRecord::planned() const
{
    std::vector<Activity> activities;
    if (m_loaded) {
        for (const LoadedRecord &row : m_loaded->planned)
            activities.push_back(as<Activity>(row.record));
    }
    return activities;
}

QString OpenRecord::title() const
{
    return m_loaded ? titleOf(m_ref.kind, m_loaded->row.record.row) : QString();
}

} // namespace headway::app
