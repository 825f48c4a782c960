// SPDX-License-Identifier: GPL-3.0-or-later
// The windowed model of every list: a snapshot of ordered ids and, of the rows, only those used lately. The
// first page shows at once, the other ids follow; after a change the difference is applied row by row,
// never by a reset, so that selection and scroll position stay. A list may be divided into groups: then a row
// is a record or the head of a group, and the sort applies within the groups. GUI thread; errors are reported
// by failed().
#pragma once

#include "app/lists/columns.h"
#include "app/lists/groupedrows.h"
#include "app/lists/steadyrows.h"
#include "app/workspace/workspace.h"
#include "domain/query/filter.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/totals.h"
#include "store/reading/lists.h"

#include <QAbstractTableModel>
#include <QCache>
#include <QSet>
#include <QTimer>

#include <memory>
#include <vector>

namespace headway::app {

class ListModel : public SteadyRows<QAbstractTableModel>
{
    Q_OBJECT

public:
    // `display` and the workspace outlive the model.
    ListModel(Workspace &workspace, const Display &display, EntityKind kind);
    ~ListModel() override;

    // Starts reading; until then the list is empty and costs nothing.
    void begin();

    EntityKind kind() const { return m_query.kind; }
    const Query &query() const { return m_query; }
    // The same with the order in which the rows are shown.
    Query shownQuery() const;
    void setFilter(const Filter &filter);
    void setOrder(const std::vector<SortKey> &order);
    const std::vector<Column> &columns() const { return m_columns; }
    void setColumns(const std::vector<Column> &columns);
    const std::vector<CustomField> &ownFields() const { return m_workspace.lookups().customFields; }
    QString headingOf(const Column &column) const { return m_text.heading(m_query.kind, column); }

    const std::optional<Grouping> &grouping() const { return m_grouping; }
    void setGrouping(const std::optional<Grouping> &grouping);
    // nullptr: the row is a record, or there is none.
    const GroupHead *headAt(int row) const;
    const std::vector<GroupHead> &heads() const { return m_groups.heads(); }
    QString nameOf(const GroupHead &head) const;
    int headAbove(int row) const; // its row; -1: the list has no groups
    void fold(int row, bool isFolded);
    void foldAll(bool areFolded);
    void reveal(qint64 id); // unfolds its group

    // Totals of the whole query, not only of what is loaded.
    const Totals &totals() const { return m_totals; }
    bool isLoading() const { return m_ids.isPending() || !m_rest.empty(); }

    EntityRef recordAt(int row) const;        // id 0: a head, or no row
    int rowOf(qint64 id) const;               // -1: not in the list
    const LoadedRecord *rowAt(int row) const; // nullptr: not loaded yet, or a head
    CellLook lookOf(const QModelIndex &index) const;
    // The wordings of a cell, the longest first: all of them are true, and none is cut.
    QStringList wordingsOf(const QModelIndex &index) const;

    // To be called if the row was found to be out of date: it is read again.
    void readAgain(qint64 id);

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

Q_SIGNALS:
    void totalsChanged();
    void loaded(); // all ids are known
    void failed(const headway::Error &error);

private:
    template <class Found>
    struct Finding; // see listfinding.h

    void reload();
    void reloadGroups();
    template <class Found>
    void find(const Finding<Found> &finding);
    void takeGroups(store::GroupedIds found);
    void readGroupTotals();
    store::GroupedQuery groupedQuery() const;
    void followCalendar();
    void followOwnFields();
    QVariant headData(const GroupHead &head, int column, int role) const;
    void takeIds(std::vector<qint64> ids);
    void grow();
    void reorder(const std::vector<qint64> &ids);
    void want(int row) const;
    void readWanted();
    void takeRows(const std::vector<LoadedRecord> &rows);
    void announceRows(int first, int last);
    void readTotals();
    void readStale();
    void apply(const ChangeSet &set);
    bool refersTo(const LoadedRecord &row, const QSet<EntityRef> &refs) const;

    Workspace &m_workspace;
    const Display &m_display;
    ColumnText m_text;
    Query m_query;
    std::vector<Column> m_columns;
    std::optional<Grouping> m_grouping;
    GroupedRows m_groups;              // only used while there is a grouping
    store::GroupedQuery m_groupsAsked; // what was asked last
    store::GroupedQuery m_groupsShown; // what the heads are the answer to
    QString m_groupsHeading;           // the title of the column they are the groups of
    std::vector<qint64> m_order;       // ids of records, and below zero of heads
    std::vector<qint64> m_rest;        // all ids, while m_order has only the first of them; else empty
    int m_orders = 0;                  // number of changes of m_order
    Totals m_totals;
    QCache<qint64, LoadedRecord> m_rows;
    mutable QList<int> m_wanted; // pages requested by data() since the last read, the latest last
    QSet<qint64> m_stale;        // rows in m_rows that have changed since
    QTimer m_readSoon;
    QTimer m_reloadSoon;
    QTimer m_growSoon;
    Ticket m_ids;
    Ticket m_page;
    Ticket m_refresh;
    Ticket m_sums;
    bool m_hasBegun = false;
    bool m_firstLoad = true;
};

} // namespace headway::app
