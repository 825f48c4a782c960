// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/historymodel.h"

#include "app/history/historylines.h"
#include "app/text/plaintip.h"
#include "domain/records/record.h"

#include <QFont>
#include <QGuiApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int batch = 100;
constexpr int fewest = 3; // to be folded: of two there is nothing to gain
constexpr qint64 minute = 60'000;

} // namespace

HistoryModel::HistoryModel(Workspace &workspace, const Display &display)
    : m_workspace(workspace), m_display(display)
{
    connect(&workspace, &Workspace::changed, this, &HistoryModel::apply);
}

HistoryModel::~HistoryModel() = default;

int HistoryModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int HistoryModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString HistoryModel::what(const Row &row) const
{
    const Operation &step = m_steps[row.step].operation;
    const QString label = m_display.words(step.label);
    QString text = step.revertedBy ? tr("%1 (taken back)").arg(label) : label;
    if (step.origin == Origin::Undo)
        text = tr("Took back: %1").arg(label);
    else if (step.origin == Origin::Redo)
        text = tr("Did again: %1").arg(label);
    switch (row.fold) {
    case Fold::None: return text;
    case Fold::Folded:
        return (QGuiApplication::isRightToLeft() ? u"◂ "_s : u"▸ "_s)
            + tr("%1 steps · %2").arg(m_display.number(row.others + 1), text); // a long text hides no number
    case Fold::Unfolded: return u"▾ "_s + text;
    }
    return text;
}

QVariant HistoryModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Row &row = m_rows[size_t(index.row())];
    const Operation &step = m_steps[row.step].operation;
    if (role == Qt::FontRole && step.revertedBy) {
        QFont struck;
        struck.setStrikeOut(true);
        return struck;
    }
    if (role == Qt::TextAlignmentRole && index.column() == Changes)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole && index.column() == When)
        return m_display.momentAgo(step.at, m_workspace.now());
    if (role == Qt::ToolTipRole && index.column() == What)
        return plainTip(what(row));
    if (role != Qt::DisplayRole)
        return {};
    switch (index.column()) {
    case When: return m_display.moment(step.at);
    case Who: {
        const User *user = m_workspace.lookups().user(step.actor);
        return user ? user->name : QString();
    }
    case What: return what(row);
    default:
        return m_steps[row.step].lines > mostHistoryLines
            ? tr("over %1").arg(m_display.number(mostHistoryLines))
            : m_display.number(m_steps[row.step].lines);
    }
}

QVariant HistoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return QVariant((section == Changes ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case When: return tr("When");
    case Who: return tr("Who");
    case What: return tr("What");
    default: return tr("Changes");
    }
}

void HistoryModel::narrowTo(const Filter &filter)
{
    m_sought = 0;
    if (m_filter == filter)
        return;
    beginResetModel();
    m_filter = filter;
    m_steps.clear();
    m_rows.clear();
    m_unfolded.clear();
    m_complete = false;
    m_more.cancel();
    endResetModel();
}

bool HistoryModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && !m_complete && !m_more.isPending();
}

int HistoryModel::linesOf(const std::vector<Change> &changes)
{
    int lines = 0;
    for (const Change &change : changes)
        lines += countLines(change);
    return lines;
}

void HistoryModel::fetchMore(const QModelIndex &)
{
    using Steps = std::vector<Step>;
    const qint64 before = m_steps.empty() ? 0 : m_steps.back().operation.id;
    m_more = m_workspace.read<Steps>(
        this,
        [before, filter = m_filter](sql::Connection &connection) {
            return historySteps(connection, filter, before, batch);
        },
        [this](Result<Steps> steps) {
            if (steps)
                take(*std::move(steps));
            else
                Q_EMIT failed(steps.error());
        });
}

void HistoryModel::take(std::vector<Step> steps)
{
    m_complete = steps.size() < size_t(batch);
    const size_t before = m_rows.size();
    m_steps.insert(m_steps.end(), steps.begin(), steps.end());
    showRows(0);
    follow();
    if (!m_complete && m_rows.size() <= before && !m_more.isPending())
        fetchMore({}); // all were folded into the last row: a view asks only when rows came
}

bool HistoryModel::isShown(const ChangeSet &set) const
{
    if (m_filter.actor && m_filter.actor != set.operation.actor)
        return false;
    const Instant at = set.operation.at;
    if ((m_filter.since && at < m_filter.since) || (m_filter.until && !(at < m_filter.until)))
        return false;
    const auto has = [&set](const auto &isIt) {
        return !set.complete || std::any_of(set.changes.begin(), set.changes.end(), isIt);
    };
    return (!m_filter.kind || has([this](const Change &change) { return change.ref.kind == *m_filter.kind; }))
        && (!m_filter.record.id
            || has([this](const Change &change) { return change.ref == m_filter.record; }));
}

// An undo marks the step that it reverted; a redo clears the mark.
void HistoryModel::mark(const Operation &by)
{
    if (!by.reverts)
        return;
    for (Step &each : m_steps) {
        Operation &step = each.operation;
        if (step.id == by.reverts)
            step.revertedBy = by.id;
        else if (step.revertedBy == by.reverts)
            step.revertedBy = 0;
        else
            continue;
        if (const int row = rowOf(step.id); row >= 0)
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
}

void HistoryModel::apply(const ChangeSet &set)
{
    if (set.operation.changeCount == 0)
        return;
    if (m_steps.empty() && !m_complete) {
        if (m_more.isPending())
            fetchMore({}); // the running read may have missed this step
        return;            // not shown yet: the first fetchMore() will read it
    }
    mark(set.operation);
    if (isShown(set)) {
        m_steps.insert(m_steps.begin(),
                       {set.operation, set.complete ? linesOf(set.changes) : mostHistoryLines + 1});
        showRows(1);
    }
}

HistoryModel::Minute HistoryModel::minuteOf(const Operation &step)
{
    return {step.actor.value, step.at.ms / minute};
}

// Undo is not folded: it is what somebody looks for.
std::vector<HistoryModel::Row> HistoryModel::foldedRows() const
{
    const auto isFoldable = [](const Operation &step) {
        return step.origin == Origin::Typed || step.origin == Origin::Imported;
    };
    std::vector<Row> rows;
    for (size_t first = 0; first < m_steps.size();) {
        const Operation &head = m_steps[first].operation;
        size_t end = first + 1;
        while (end < m_steps.size() && isFoldable(head) && isFoldable(m_steps[end].operation)
               && minuteOf(m_steps[end].operation) == minuteOf(head))
            ++end;
        const int count = int(end - first);
        if (count < fewest) {
            for (size_t i = first; i < end; ++i)
                rows.push_back({i});
        } else if (m_unfolded.contains(minuteOf(head))) {
            rows.push_back({first, Fold::Unfolded, count - 1});
            for (size_t i = first + 1; i < end; ++i)
                rows.push_back({i});
        } else {
            rows.push_back({first, Fold::Folded, count - 1});
        }
        first = end;
    }
    return rows;
}

// `newSteps` were put in front of the others. Rows at both ends that show the same step stay, also one into
// which newer steps were folded: it may be the current one.
void HistoryModel::showRows(size_t newSteps)
{
    for (Row &row : m_rows)
        row.step += newSteps;
    std::vector<Row> rows = foldedRows();
    const auto oldestIn = [](const Row &row) {
        return row.step + (row.fold == Fold::Folded ? size_t(row.others) : 0);
    };
    const auto isSame = [&oldestIn](const Row &a, const Row &b) {
        return a.step == b.step || oldestIn(a) == oldestIn(b);
    };
    const size_t common = std::min(rows.size(), m_rows.size());
    size_t head = 0;
    while (head < common && isSame(rows[head], m_rows[head]))
        ++head;
    size_t tail = 0;
    while (tail < common - head && isSame(rows[rows.size() - 1 - tail], m_rows[m_rows.size() - 1 - tail]))
        ++tail;
    if (const size_t end = m_rows.size() - tail; end > head) {
        beginRemoveRows({}, int(head), int(end) - 1);
        m_rows.erase(m_rows.begin() + qptrdiff(head), m_rows.begin() + qptrdiff(end));
        endRemoveRows();
    }
    if (const size_t end = rows.size() - tail; end > head) {
        beginInsertRows({}, int(head), int(end) - 1);
        m_rows.insert(m_rows.begin() + qptrdiff(head), rows.begin() + qptrdiff(head),
                      rows.begin() + qptrdiff(end));
        endInsertRows();
    }
    for (size_t row = 0; row < rows.size(); ++row) {
        if (m_rows[row] == rows[row])
            continue;
        m_rows[row] = rows[row];
        Q_EMIT dataChanged(index(int(row), 0), index(int(row), ColumnCount - 1));
    }
}

void HistoryModel::unfold(int row)
{
    m_unfolded.insert(minuteOf(stepAt(row)));
    showRows(0);
}

void HistoryModel::fold(int row)
{
    if (m_unfolded.remove(minuteOf(stepAt(row))))
        showRows(0);
}

const Operation *HistoryModel::stepWith(qint64 id) const
{
    const auto found = std::find_if(m_steps.begin(), m_steps.end(),
                                    [id](const Step &each) { return each.operation.id == id; });
    return found == m_steps.end() ? nullptr : &found->operation;
}

int HistoryModel::rowOf(qint64 step) const
{
    for (size_t row = 0; row < m_rows.size(); ++row) {
        const size_t first = m_rows[row].step;
        const size_t end = row + 1 < m_rows.size() ? m_rows[row + 1].step : m_steps.size();
        for (size_t i = first; i < end; ++i) {
            if (m_steps[i].operation.id == step)
                return int(row);
        }
    }
    return -1;
}

void HistoryModel::seek(qint64 step)
{
    m_sought = step;
    if (m_steps.empty() && !m_complete) {
        if (!m_more.isPending())
            fetchMore({});
        return;
    }
    follow();
}

void HistoryModel::follow()
{
    if (!m_sought)
        return;
    int row = rowOf(m_sought);
    if (row >= 0 && foldAt(row) == Fold::Folded && stepAt(row).id != m_sought) {
        unfold(row);
        row = rowOf(m_sought);
    }
    if (row >= 0) {
        m_sought = 0;
        Q_EMIT reached(row);
    } else if (m_complete || m_steps.back().operation.id < m_sought) {
        m_sought = 0; // there is no such step
    } else if (!m_more.isPending()) {
        fetchMore({});
    }
}

} // namespace headway::app
