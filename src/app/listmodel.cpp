// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/listmodel.h"

#include <algorithm>
#include <unordered_set>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int pageSize = 256;
constexpr int mostRowsKept = 64 * pageSize;
constexpr int mostPagesWanted = 4; // more than a view can show at once
constexpr qint64 firstPage = 512;
constexpr size_t mostRowSteps = 200; // beyond this many one change of layout is cheaper
constexpr int settle = 50;           // ms: several steps in a row are read once

} // namespace

ListModel::ListModel(Workspace &workspace, const Display &display, EntityKind kind)
    : m_workspace(workspace), m_display(display), m_text(display, workspace.lookups()),
      m_columns(defaultColumns(kind)), m_rows(mostRowsKept)
{
    m_query.kind = kind;
    m_readSoon.setSingleShot(true);
    m_readSoon.setInterval(0);
    m_reloadSoon.setSingleShot(true);
    m_reloadSoon.setInterval(settle);
    connect(&m_readSoon, &QTimer::timeout, this, &ListModel::readWanted);
    connect(&m_reloadSoon, &QTimer::timeout, this, &ListModel::reload);
    connect(&workspace, &Workspace::changed, this, &ListModel::apply);
    reload();
}

ListModel::~ListModel() = default;

void ListModel::setFilter(const Filter &filter)
{
    if (filter == m_query.filter)
        return;
    m_query.filter = filter;
    reload();
}

void ListModel::setOrder(const std::vector<SortKey> &order)
{
    if (order == m_query.order)
        return;
    m_query.order = order;
    reload();
}

void ListModel::setColumns(const std::vector<Column> &columns)
{
    if (columns == m_columns)
        return;
    beginResetModel(); // columns are chosen by hand, rarely
    m_columns = columns;
    endResetModel();
}

void ListModel::reload()
{
    using Ids = std::vector<qint64>;
    const Query query = m_query;
    const store::Viewer viewer = m_workspace.viewer();
    const auto readAll = [this, query, viewer] {
        m_ids = m_workspace.read<Ids>(
            this,
            [query, viewer](sql::Connection &connection) { return store::ids(connection, query, viewer, 0); },
            [this](Result<Ids> ids) {
                if (!ids) {
                    Q_EMIT failed(ids.error());
                    return;
                }
                takeIds(*std::move(ids));
                Q_EMIT loaded();
            });
    };
    readTotals();
    if (!m_firstLoad) {
        readAll();
        return;
    }
    m_ids = m_workspace.read<Ids>(
        this,
        [query, viewer](sql::Connection &connection) {
            return store::ids(connection, query, viewer, firstPage);
        },
        [this, readAll](Result<Ids> ids) {
            if (!ids) {
                Q_EMIT failed(ids.error());
                return;
            }
            m_firstLoad = false;
            const bool complete = qint64(ids->size()) < firstPage;
            takeIds(*std::move(ids));
            if (complete)
                Q_EMIT loaded();
            else
                readAll();
        });
}

void ListModel::readTotals()
{
    m_sums = m_workspace.read<store::Totals>(
        this,
        [query = m_query, viewer = m_workspace.viewer()](sql::Connection &connection) {
            return store::totals(connection, query, viewer);
        },
        [this](Result<store::Totals> totals) {
            if (!totals)
                return;
            m_totals = *totals;
            Q_EMIT totalsChanged();
        });
}

// Brings the rows to `ids`: by single steps where few differ, so that a view keeps still.
void ListModel::takeIds(std::vector<qint64> ids)
{
    if (ids == m_order)
        return;
    // The first page, and what only grows at its end: the common cases, and the quick ones.
    if (ids.size() >= m_order.size() && std::equal(m_order.begin(), m_order.end(), ids.begin())) {
        beginInsertRows({}, int(m_order.size()), int(ids.size()) - 1);
        m_order = std::move(ids);
        endInsertRows();
        return;
    }
    const auto [oldFrom, newFrom] = std::mismatch(m_order.begin(), m_order.end(), ids.begin(), ids.end());
    const size_t same = size_t(newFrom - ids.begin());
    const size_t oldRest = m_order.size() - same;
    const size_t newRest = ids.size() - same;
    const size_t difference = std::max(oldRest, newRest) - std::min(oldRest, newRest);
    if (difference <= mostRowSteps) {
        removeMissing(ids);
        insertNew(ids);
    }
    if (ids != m_order)
        reorder(ids);
}

void ListModel::removeMissing(const std::vector<qint64> &ids)
{
    const std::unordered_set<qint64> kept(ids.begin(), ids.end());
    std::vector<int> gone;
    for (size_t row = 0; row < m_order.size(); ++row) {
        if (!kept.contains(m_order[row]))
            gone.push_back(int(row));
    }
    if (gone.size() > mostRowSteps)
        return;
    for (auto it = gone.rbegin(); it != gone.rend(); ++it) {
        beginRemoveRows({}, *it, *it);
        m_order.erase(m_order.begin() + *it);
        endRemoveRows();
    }
}

void ListModel::insertNew(const std::vector<qint64> &ids)
{
    const std::unordered_set<qint64> present(m_order.begin(), m_order.end());
    std::vector<size_t> added;
    for (size_t row = 0; row < ids.size(); ++row) {
        if (!present.contains(ids[row]))
            added.push_back(row);
    }
    if (added.size() > mostRowSteps)
        return;
    for (const size_t row : added) {
        const int at = int(std::min(row, m_order.size()));
        beginInsertRows({}, at, at);
        m_order.insert(m_order.begin() + at, ids[row]);
        endInsertRows();
    }
}

void ListModel::reorder(const std::vector<qint64> &ids)
{
    Q_EMIT layoutAboutToBeChanged();
    const QModelIndexList before = persistentIndexList();
    std::vector<qint64> kept;
    for (const QModelIndex &index : before)
        kept.push_back(m_order[size_t(index.row())]);
    m_order = ids;
    QModelIndexList after;
    for (size_t i = 0; i < kept.size(); ++i) {
        const int row = rowOf(kept[i]);
        after += row < 0 ? QModelIndex() : index(row, before[qsizetype(i)].column());
    }
    changePersistentIndexList(before, after);
    Q_EMIT layoutChanged();
}

EntityRef ListModel::recordAt(int row) const
{
    return {m_query.kind, row >= 0 && row < int(m_order.size()) ? m_order[size_t(row)] : 0};
}

int ListModel::rowOf(qint64 id) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), id);
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

const store::ListRow *ListModel::rowAt(int row) const
{
    if (row < 0 || row >= int(m_order.size()))
        return nullptr;
    const store::ListRow *found = m_rows.object(m_order[size_t(row)]);
    if (!found)
        want(row);
    return found;
}

int ListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_order.size());
}

int ListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QVariant ListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Column &column = m_columns[size_t(index.column())];
    if (role == Qt::TextAlignmentRole)
        return QVariant(alignmentOf(m_query.kind, column));
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const store::ListRow *row = rowAt(index.row());
    if (!row)
        return {};
    if (role == Qt::ToolTipRole)
        return m_text.toolTip(*row, column, m_workspace.now());
    return m_text.cell(*row, column);
}

QVariant ListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= int(m_columns.size()))
        return {};
    const Column &column = m_columns[size_t(section)];
    if (role == Qt::DisplayRole)
        return m_text.heading(m_query.kind, column);
    if (role == Qt::TextAlignmentRole)
        return QVariant(alignmentOf(m_query.kind, column));
    return {};
}

void ListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= int(m_columns.size())) {
        setOrder({});
        return;
    }
    const SortOrder direction = order == Qt::AscendingOrder ? SortOrder::Ascending : SortOrder::Descending;
    if (const auto key = sortKeyOf(m_columns[size_t(column)], direction))
        setOrder({*key});
}

void ListModel::want(int row) const
{
    const int page = row / pageSize;
    m_wanted.removeOne(page);
    m_wanted += page;
    if (m_wanted.size() > mostPagesWanted)
        m_wanted.removeFirst(); // scrolled past: nobody wants to see its rows any more
    // data() is const for the view's sake; that it makes us read is our own business
    const_cast<QTimer &>(m_readSoon).start();
}

void ListModel::readWanted()
{
    if (m_page.isPending())
        return; // a view may still show rows of those pages; the new ones are read when they are there
    std::vector<qint64> ids;
    for (const int page : std::as_const(m_wanted)) {
        const size_t from = size_t(page) * pageSize;
        const size_t to = std::min(m_order.size(), from + pageSize);
        for (size_t row = from; row < to; ++row) {
            if (!m_rows.contains(m_order[row]))
                ids.push_back(m_order[row]);
        }
    }
    m_wanted.clear();
    if (ids.empty())
        return;
    using Rows = std::vector<store::ListRow>;
    m_page = m_workspace.read<Rows>(
        this,
        [kind = m_query.kind, ids](sql::Connection &connection) { return store::rows(connection, kind, ids); },
        [this](Result<Rows> rows) {
            if (rows)
                takeRows(*rows);
            else if (rows.error().code != ErrorCode::Cancelled)
                Q_EMIT failed(rows.error());
            readWanted();
        });
}

void ListModel::takeRows(const std::vector<store::ListRow> &rows)
{
    QSet<qint64> ids;
    for (const store::ListRow &row : rows) {
        ids.insert(row.record.ref.id);
        m_rows.insert(row.record.ref.id, new store::ListRow(row));
    }
    int first = -1;
    int last = -1;
    for (size_t row = 0; row < m_order.size(); ++row) {
        if (!ids.contains(m_order[row]))
            continue;
        first = first < 0 ? int(row) : first;
        last = int(row);
    }
    if (first >= 0)
        Q_EMIT dataChanged(index(first, 0), index(last, int(m_columns.size()) - 1));
}

bool ListModel::refersTo(const store::ListRow &row, const QSet<EntityRef> &refs) const
{
    const EntityInfo &info = row.record.info();
    for (size_t i = 0; i < info.fields.size(); ++i) {
        if (info.fields[i].kind == Kind::Reference
            && refs.contains({info.fields[i].target, integerOf(row.record.row[i])}))
            return true;
    }
    return false;
}

void ListModel::apply(const ChangeSet &set)
{
    if (!set.complete) {
        m_rows.clear();
        m_reloadSoon.start();
        if (rowCount() > 0)
            Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        return;
    }
    QSet<EntityRef> refs(set.followers.begin(), set.followers.end());
    for (const Change &change : set.changes)
        refs.insert(change.ref);
    // Also a row that is being read again already: what is under way may have been read too early.
    bool touched = false;
    const QList<qint64> kept = m_rows.keys();
    for (const qint64 id : kept) {
        if (!refs.contains({m_query.kind, id}) && !refersTo(*m_rows.object(id), refs))
            continue;
        m_stale.insert(id);
        touched = true;
    }
    const bool mayComeOrGo = std::any_of(refs.begin(), refs.end(), [this](const EntityRef &ref) {
        return ref.kind == m_query.kind || ref.kind == EntityKind::TagLink;
    });
    if (touched)
        readStale();
    if (mayComeOrGo || touched)
        m_reloadSoon.start();
}

// Unlike pages scrolled past, rows that changed must be read: a later change adds to them.
void ListModel::readStale()
{
    using Rows = std::vector<store::ListRow>;
    m_refresh = m_workspace.read<Rows>(
        this,
        [kind = m_query.kind, ids = std::vector<qint64>(m_stale.begin(), m_stale.end())](
            sql::Connection &connection) { return store::rows(connection, kind, ids); },
        [this](Result<Rows> rows) {
            if (!rows)
                return;
            m_stale.clear();
            takeRows(*rows);
        });
}

} // namespace headway::app
