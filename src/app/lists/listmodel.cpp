// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/listmodel.h"

#include "app/lists/listfinding.h"
#include "app/text/plaintip.h"

#include <QCoreApplication>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int pageSize = 256;
constexpr int mostRowsKept = 16 * pageSize; // some 2 KB each
constexpr int mostPagesWanted = 4;          // more than a view can show at once
constexpr size_t rowsAtOnce = 50'000;
constexpr int mostRowSteps = 200;    // beyond this, one layout change is cheaper
constexpr size_t mostSingleRows = 8; // finding one row among a million takes a third of a millisecond
constexpr int settle = 50;           // ms: several steps in a row cause one read

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
    m_growSoon.setSingleShot(true);
    m_growSoon.setInterval(0);
    connect(&m_growSoon, &QTimer::timeout, this, [this] {
        if (m_rest.empty())
            return; // the order has changed since
        grow();
        if (m_rest.empty())
            Q_EMIT loaded();
    });
    connect(&workspace, &Workspace::changed, this, &ListModel::apply);
    connect(&workspace, &Workspace::lookupsChanged, this, &ListModel::followCalendar);
    connect(&workspace, &Workspace::lookupsChanged, this, &ListModel::followOwnFields);
    connect(&workspace, &Workspace::dayChanged, this, &ListModel::followCalendar);
}

ListModel::~ListModel() = default;

void ListModel::begin()
{
    if (std::exchange(m_hasBegun, true))
        return;
    reload();
}

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

Query ListModel::shownQuery() const
{
    Query query = m_query;
    if (query.order.empty())
        query.order = standingOrder(query.kind);
    return query;
}

void ListModel::setColumns(const std::vector<Column> &columns)
{
    if (columns == m_columns)
        return;
    beginResetModel(); // the user changes columns rarely
    m_columns = columns;
    endResetModel();
}

// One that has another name or type now, or is gone.
void ListModel::followOwnFields()
{
    QStringList ids;
    for (const Column &column : m_columns)
        ids += column.id;
    const std::vector<Column> columns = columnsNamed(kind(), ids, ownFields());
    setColumns(columns.empty() ? defaultColumns(kind()) : columns);
}

void ListModel::reload()
{
    if (!m_hasBegun)
        return;
    if (m_grouping) {
        reloadGroups();
        return;
    }
    using Ids = std::vector<qint64>;
    const auto ids = [query = shownQuery(), viewer = m_workspace.viewer()](qint64 most) {
        return [query, viewer, most](sql::Connection &connection) {
            return store::ids(connection, query, viewer, most);
        };
    };
    find<Ids>({.first = ids(firstIds),
               .all = ids(0),
               .idsOf = [](const Ids &found) -> const Ids & { return found; },
               .isWhole = [](const Ids &first) { return qint64(first.size()) < firstIds; },
               .take = &ListModel::takeIds});
}

void ListModel::readTotals()
{
    if (m_grouping) {
        readGroupTotals();
        return;
    }
    m_sums = m_workspace.read<Totals>(
        this,
        [query = m_query, viewer = m_workspace.viewer()](sql::Connection &connection) {
            return store::totals(connection, query, viewer);
        },
        [this](Result<Totals> totals) {
            if (!totals)
                return;
            m_totals = *totals;
            Q_EMIT totalsChanged();
        });
}

// Changes the rows to `ids`: by single operations if few differ, so that views keep their position.
void ListModel::takeIds(std::vector<qint64> ids)
{
    m_rest.clear();
    if (ids == m_order)
        return;
    ++m_orders;
    // Fast paths for the common cases: the first page, and a list that only grows at its end.
    if (ids.size() >= m_order.size() && std::equal(m_order.begin(), m_order.end(), ids.begin())) {
        m_order.reserve(ids.size());
        m_rest = std::move(ids);
        grow();
        return;
    }
    if (const auto changes = comingsAndGoings(m_order, ids, mostRowSteps))
        change(m_order, ids, *changes);
    else
        reorder(ids);
}

// A view allocates space for each row: for a million that takes longer than a frame, so the next slice
// waits until pending input is handled.
void ListModel::grow()
{
    const size_t from = m_order.size();
    const size_t count = std::min(m_rest.size() - from, rowsAtOnce);
    beginInsertRows({}, int(from), int(from + count) - 1);
    m_order.insert(m_order.end(), m_rest.begin() + std::ptrdiff_t(from),
                   m_rest.begin() + std::ptrdiff_t(from + count));
    endInsertRows();
    if (m_order.size() < m_rest.size()) {
        m_growSoon.start();
        return;
    }
    m_rest = {};
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
    return {m_query.kind,
            row >= 0 && row < int(m_order.size()) ? std::max(m_order[size_t(row)], qint64(0)) : 0};
}

int ListModel::rowOf(qint64 id) const
{
    const auto found = std::find(m_order.begin(), m_order.end(), id);
    return found == m_order.end() ? -1 : int(found - m_order.begin());
}

const LoadedRecord *ListModel::rowAt(int row) const
{
    if (recordAt(row).id == 0)
        return nullptr;
    const LoadedRecord *found = m_rows.object(m_order[size_t(row)]);
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
    if (const GroupHead *head = headAt(index.row()))
        return headData(*head, index.column(), role);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole && role != Qt::AccessibleTextRole)
        return {};
    const LoadedRecord *row = rowAt(index.row());
    if (!row)
        return {};
    if (role == Qt::ToolTipRole)
        return plainTip(m_text.toolTip(*row, column, m_workspace.now()));
    if (role == Qt::AccessibleTextRole)
        return m_text.spoken(*row, column, m_workspace.now());
    return m_text.shown(*row, column, m_workspace.now());
}

CellLook ListModel::lookOf(const QModelIndex &index) const
{
    const LoadedRecord *row = rowAt(index.row());
    return row ? m_text.look(*row, m_columns[size_t(index.column())], m_workspace.now()) : CellLook();
}

QStringList ListModel::wordingsOf(const QModelIndex &index) const
{
    const LoadedRecord *row = rowAt(index.row());
    if (!row)
        return {};
    return m_text.wordings(*row, m_columns[size_t(index.column())], m_workspace.now());
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
    if (role == Qt::ToolTipRole && column.id == "name"_L1 && entityInfo(m_query.kind).has(KindTrait::Person))
        return plainTip(QCoreApplication::translate("Columns", "Sorted by the last name, then by the first"));
    return {};
}

void ListModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= int(m_columns.size())) {
        setOrder({});
        return;
    }
    const SortOrder direction = order == Qt::AscendingOrder ? SortOrder::Ascending : SortOrder::Descending;
    const SortKey key = sortKeyOf(m_columns[size_t(column)], direction);
    setOrder(key.subject == Subject::Agenda ? std::vector<SortKey>() : std::vector{key});
}

void ListModel::want(int row) const
{
    const int page = row / pageSize;
    m_wanted.removeOne(page);
    m_wanted += page;
    if (m_wanted.size() > mostPagesWanted)
        m_wanted.removeFirst(); // scrolled past
    // data() is const for views; starting a read does not change the model's visible state
    const_cast<QTimer &>(m_readSoon).start();
}

void ListModel::readWanted()
{
    if (m_page.isPending())
        return; // views may still need other pages; the present ones are read when this read is done
    std::vector<qint64> ids;
    int first = rowCount();
    int last = -1;
    for (const int page : std::as_const(m_wanted)) {
        const size_t from = size_t(page) * pageSize;
        const size_t to = std::min(m_order.size(), from + pageSize);
        first = std::min(first, int(from));
        last = std::max(last, int(to) - 1);
        for (size_t row = from; row < to; ++row) {
            if (m_order[row] > 0 && !m_rows.contains(m_order[row]))
                ids.push_back(m_order[row]);
        }
    }
    m_wanted.clear();
    if (ids.empty())
        return;
    using Rows = std::vector<LoadedRecord>;
    m_page = m_workspace.read<Rows>(
        this,
        [kind = m_query.kind, ids](sql::Connection &connection) {
            return store::rows(connection, kind, ids);
        },
        [this, first, last, orders = m_orders](Result<Rows> rows) {
            if (!rows) {
                if (rows.error().code != ErrorCode::Cancelled)
                    Q_EMIT failed(rows.error());
                readWanted();
                return;
            }
            takeRows(*rows);
            if (orders == m_orders)
                announceRows(first, last);
            else
                announceRows(0, rowCount() - 1);
            readWanted();
        });
}

void ListModel::takeRows(const std::vector<LoadedRecord> &rows)
{
    for (const LoadedRecord &row : rows)
        m_rows.insert(row.record.ref.id, new LoadedRecord(row));
}

void ListModel::announceRows(int first, int last)
{
    if (first >= 0 && first <= last && last < rowCount())
        Q_EMIT dataChanged(index(first, 0), index(last, int(m_columns.size()) - 1));
}

bool ListModel::refersTo(const LoadedRecord &row, const QSet<EntityRef> &refs) const
{
    const EntityInfo &info = row.record.info();
    for (size_t i = 0; i < info.fields.size(); ++i) {
        if (info.fields[i].type == FieldType::Reference
            && refs.contains({info.fields[i].target, integerOf(row.record.row[i])}))
            return true;
    }
    return std::any_of(row.linked.begin(), row.linked.end(),
                       [&refs](const LinkedRecord &each) { return refs.contains(each.record); });
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
    // Includes rows that are being read again already: the running read may have missed this change.
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

void ListModel::readAgain(qint64 id)
{
    m_stale.insert(id);
    readStale();
}

// Unlike pages scrolled past, changed rows have to be read: a later change adds to them.
void ListModel::readStale()
{
    using Rows = std::vector<LoadedRecord>;
    m_refresh = m_workspace.read<Rows>(
        this,
        [kind = m_query.kind, ids = std::vector<qint64>(m_stale.begin(), m_stale.end())](
            sql::Connection &connection) { return store::rows(connection, kind, ids); },
        [this](Result<Rows> rows) {
            if (!rows)
                return;
            m_stale.clear();
            takeRows(*rows);
            if (rows->size() > mostSingleRows) {
                announceRows(0, rowCount() - 1);
                return;
            }
            for (const LoadedRecord &row : *rows) {
                const int at = rowOf(row.record.ref.id);
                announceRows(at, at);
            }
        });
}

} // namespace headway::app
