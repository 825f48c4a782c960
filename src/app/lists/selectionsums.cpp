// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/selectionsums.h"

#include "store/reading/groups.h"

#include <utility>

namespace headway::app {

SelectionSums::SelectionSums(Workspace &workspace, EntityKind kind, Selected selected)
    : m_workspace(workspace), m_kind(kind), m_ids(std::move(selected))
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(0); // a drag over rows changes the selection for each of them
    connect(&m_soon, &QTimer::timeout, this, &SelectionSums::read);
}

SelectionSums::~SelectionSums() = default;

void SelectionSums::readAgain()
{
    m_soon.start();
}

void SelectionSums::read()
{
    std::vector<qint64> ids = m_ids();
    m_reading = {}; // interrupts the sums of an earlier selection
    // What was shown for other records is not true of these.
    if (ids != m_asked)
        forget();
    m_asked = ids;
    if (ids.size() < 2)
        return;
    m_reading = m_workspace.read<Totals>(
        this,
        [kind = m_kind, ids = std::move(ids)](sql::Connection &connection) {
            return store::totalsOf(connection, kind, ids);
        },
        [this](Result<Totals> totals) {
            if (!totals) {
                forget();
                return;
            }
            m_totals = *std::move(totals);
            Q_EMIT changed();
        });
}

void SelectionSums::forget()
{
    if (std::exchange(m_totals, std::nullopt))
        Q_EMIT changed();
}

} // namespace headway::app
