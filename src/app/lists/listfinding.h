// SPDX-License-Identifier: GPL-3.0-or-later
// How ListModel finds its rows, with groups or without: for a list that is shown for the first time the first ones,
// together with those in sight; then all. Part of ListModel; GUI thread, the reading is done by the workspace.
#pragma once

#include "app/lists/listmodel.h"
#include "store/reading/lists.h"

#include <algorithm>
#include <functional>
#include <utility>

namespace headway::app {

inline constexpr qint64 firstIds = 512;
inline constexpr size_t firstRows = 64; // read together with the first ids

template <class Found>
struct ListModel::Finding {
    std::function<Result<Found>(sql::Connection &)> first = {};
    std::function<Result<Found>(sql::Connection &)> all = {};
    const std::vector<qint64> &(*idsOf)(const Found &found) = nullptr;
    bool (*isWhole)(const Found &first) = nullptr; // there are no others
    void (ListModel::*take)(Found found) = nullptr;
};

template <class Found>
void ListModel::find(const Finding<Found> &finding)
{
    const auto readAll = [this, finding] {
        m_ids = m_workspace.read<Found>(this, finding.all, [this, take = finding.take](Result<Found> found) {
            if (!found) {
                Q_EMIT failed(found.error());
                return;
            }
            (this->*take)(*std::move(found));
            if (m_rest.empty())
                Q_EMIT loaded();
        });
    };
    if (!m_firstLoad) {
        readTotals();
        readAll();
        return;
    }
    using Beginning = std::pair<Found, std::vector<LoadedRecord>>;
    m_ids = m_workspace.read<Beginning>(
        this,
        [finding, kind = m_query.kind](sql::Connection &connection) -> Result<Beginning> {
            HEADWAY_TRY(found, finding.first(connection));
            const std::vector<qint64> &ids = finding.idsOf(found);
            const auto inSight = std::ptrdiff_t(std::min(ids.size(), firstRows));
            HEADWAY_TRY(rows, store::rows(connection, kind, {ids.begin(), ids.begin() + inSight}));
            return Beginning{std::move(found), std::move(rows)};
        },
        [this, finding, readAll](Result<Beginning> beginning) {
            if (!beginning) {
                Q_EMIT failed(beginning.error());
                return;
            }
            m_firstLoad = false;
            const bool isWhole = finding.isWhole(beginning->first);
            takeRows(beginning->second);
            (this->*finding.take)(std::move(beginning->first));
            readTotals(); // not before: who paints the first rows needs the processor
            if (isWhole)
                Q_EMIT loaded();
            else
                readAll();
        });
}

} // namespace headway::app
