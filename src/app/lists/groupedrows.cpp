// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/groupedrows.h"

#include <algorithm>

namespace headway::app {

void GroupedRows::take(store::GroupedIds found)
{
    m_ids = std::move(found.ids);
    auto left = int(m_ids.size());
    m_heads.clear();
    m_places.clear();
    for (store::GroupRun &run : found.runs) {
        const qint64 next = -1 - qint64(m_headIds.size());
        const qint64 id = m_headIds.emplace(run.key, next).first->second;
        const auto figures = m_figures.find(run.key);
        m_places.emplace(id, m_heads.size());
        const int loaded = std::min(int(run.count), left);
        left -= loaded;
        m_heads.push_back({id, run.key, std::move(run.title), int(run.count), loaded, m_folded.contains(id),
                           figures == m_figures.end() ? std::nullopt : std::optional(figures->second)});
    }
}

void GroupedRows::takeFigures(const std::vector<store::GroupTotals> &totals)
{
    m_figures.clear();
    for (const store::GroupTotals &each : totals)
        m_figures.emplace(each.key, GroupFigures{each.totals.sums, each.withoutNextStep});
    for (GroupHead &head : m_heads) {
        const auto figures = m_figures.find(head.key);
        head.figures = figures == m_figures.end() ? std::nullopt : std::optional(figures->second);
    }
}

std::vector<qint64> GroupedRows::shown() const
{
    std::vector<qint64> rows;
    rows.reserve(m_ids.size() + m_heads.size());
    auto from = m_ids.begin();
    for (const GroupHead &head : m_heads) {
        rows.push_back(head.id);
        if (!head.isFolded)
            rows.insert(rows.end(), from, from + head.loaded);
        from += head.loaded;
    }
    return rows;
}

const GroupHead *GroupedRows::head(qint64 id) const
{
    const auto place = id < 0 ? m_places.find(id) : m_places.end();
    return place == m_places.end() ? nullptr : &m_heads[place->second];
}

const GroupHead *GroupedRows::headOf(qint64 record) const
{
    const auto found = std::find(m_ids.begin(), m_ids.end(), record);
    if (found == m_ids.end())
        return nullptr;
    auto place = found - m_ids.begin();
    for (const GroupHead &head : m_heads) {
        if (place < head.loaded)
            return &head;
        place -= head.loaded;
    }
    return nullptr;
}

void GroupedRows::fold(qint64 head, bool isFolded)
{
    const auto place = m_places.find(head);
    if (place == m_places.end())
        return;
    m_heads[place->second].isFolded = isFolded;
    if (isFolded)
        m_folded.insert(head);
    else
        m_folded.remove(head);
}

void GroupedRows::foldAll(bool areFolded)
{
    for (const GroupHead &head : m_heads)
        fold(head.id, areFolded);
}

} // namespace headway::app
