// SPDX-License-Identifier: GPL-3.0-or-later
// A list divided into groups: what ListModel does then.
#include "app/lists/groupwords.h"
#include "app/lists/listfinding.h"
#include "app/lists/listmodel.h"
#include "app/text/plaintip.h"

#include <algorithm>

namespace headway::app {

void ListModel::setGrouping(const std::optional<Grouping> &grouping)
{
    if (grouping == m_grouping)
        return;
    m_grouping = grouping;
    if (grouping)
        m_groups = {}; // else the heads stay until the rows without them are there
    m_firstLoad = true;
    reload();
}

store::GroupedQuery ListModel::groupedQuery() const
{
    return {shownQuery(), m_grouping.value_or(Grouping()), m_workspace.calendar().firstMonth,
            m_workspace.today()};
}

void ListModel::reloadGroups()
{
    using Groups = store::GroupedIds;
    const store::GroupedQuery query = groupedQuery();
    const store::Viewer viewer = m_workspace.viewer();
    m_groupsAsked = query;
    find<Groups>(
        {.first =
             [query, viewer](sql::Connection &connection) {
                 return store::firstGroupedIds(connection, query, viewer, firstIds);
             },
         .all = [query, viewer](
                    sql::Connection &connection) { return store::groupedIds(connection, query, viewer); },
         .idsOf = [](const Groups &found) -> const std::vector<qint64> & { return found.ids; },
         .isWhole = [](const Groups &) { return false; }, // the first groups have not all their rows
         .take = &ListModel::takeGroups});
}

void ListModel::takeGroups(store::GroupedIds found)
{
    m_groups.take(std::move(found));
    m_groupsShown = m_groupsAsked;
    m_groupsHeading = groupHeading(m_text, m_query.kind, m_groupsShown.by);
    takeIds(m_groups.shown());
    announceRows(0, rowCount() - 1); // the counts in the heads
}

void ListModel::readGroupTotals()
{
    using Groups = std::vector<store::GroupTotals>;
    m_sums = m_workspace.read<Groups>(
        this,
        [query = groupedQuery(), viewer = m_workspace.viewer()](sql::Connection &connection) {
            return store::groupTotals(connection, query, viewer);
        },
        [this](Result<Groups> groups) {
            if (!groups)
                return;
            m_totals = {};
            for (const store::GroupTotals &group : *groups) {
                m_totals.count += group.totals.count;
                for (const MoneySum &sum : group.totals.sums)
                    addSum(m_totals.sums, sum);
            }
            m_groups.takeFigures(*groups);
            announceRows(0, rowCount() - 1);
            Q_EMIT totalsChanged();
        });
}

const GroupHead *ListModel::headAt(int row) const
{
    return row < 0 || row >= int(m_order.size()) ? nullptr : m_groups.head(m_order[size_t(row)]);
}

QString ListModel::nameOf(const GroupHead &head) const
{
    return groupName(m_display, m_groupsShown, head, m_groupsHeading);
}

// Another fiscal year has other quarters; on another day other things are due.
void ListModel::followCalendar()
{
    if (!m_grouping)
        return;
    const bool isOtherYear = m_grouping->span == GroupSpan::Quarter
        && m_groupsAsked.firstMonth != m_workspace.calendar().firstMonth;
    const bool isOtherDay = m_grouping->span == GroupSpan::Due && m_groupsAsked.today != m_workspace.today();
    if (isOtherYear || isOtherDay)
        reload();
}

int ListModel::headAbove(int row) const
{
    row = std::min(row, int(m_order.size()) - 1);
    while (row >= 0 && m_order[size_t(row)] > 0)
        --row;
    return row;
}

void ListModel::fold(int row, bool isFolded)
{
    const GroupHead *head = headAt(row);
    if (!head || head->isFolded == isFolded)
        return;
    const int count = head->loaded;
    m_groups.fold(head->id, isFolded);
    const std::vector<qint64> rows = m_groups.shown();
    if (m_rest.empty() && !isFolded) {
        change(m_order, rows, {{RowChange::Kind::Insert, row + 1, count, 0}});
        ++m_orders;
    } else if (m_rest.empty()) {
        change(m_order, rows, {{RowChange::Kind::Remove, row + 1, count, 0}});
        ++m_orders;
    } else {
        takeIds(rows);
    }
    announceRows(row, row);
}

void ListModel::foldAll(bool areFolded)
{
    if (!m_grouping)
        return;
    m_groups.foldAll(areFolded);
    takeIds(m_groups.shown());
    announceRows(0, rowCount() - 1);
}

void ListModel::reveal(qint64 id)
{
    const GroupHead *head = m_grouping ? m_groups.headOf(id) : nullptr;
    if (head && head->isFolded)
        fold(rowOf(head->id), false);
}

QVariant ListModel::headData(const GroupHead &head, int column, int role) const
{
    if (role == Qt::AccessibleTextRole)
        return spokenGroup(m_display, m_query.kind, nameOf(head), head);
    if (role == Qt::DisplayRole)
        return column == 0 ? nameOf(head) : QString();
    if (role != Qt::ToolTipRole)
        return {};
    QStringList lines{nameOf(head)}; // which may be cut in the head
    if (head.figures && !head.figures->sums.empty())
        lines += m_display.moneySums(head.figures->sums); // of all currencies; the head shows the largest
    return plainTip(lines.join(u'\n'));
}

// A head can be gone to, and folded, but what is done to selected records does not concern it.
Qt::ItemFlags ListModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags flags = SteadyRows::flags(index);
    return headAt(index.row()) ? flags & ~Qt::ItemIsSelectable : flags;
}

} // namespace headway::app
