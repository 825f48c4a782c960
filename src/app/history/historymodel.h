// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a book, all or some of them, newest first, read a hundred at a time while scrolling. Several of
// one minute by one person are folded into the newest of them, until they are unfolded. GUI thread; errors are
// reported by failed().
#pragma once

#include "app/history/historysteps.h"
#include "app/text/display.h"
#include "app/workspace/workspace.h"

#include <QAbstractTableModel>
#include <QSet>

namespace headway::app {

class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, What, Changes, ColumnCount };
    using Filter = store::StepFilter;

    HistoryModel(Workspace &workspace, const Display &display);
    ~HistoryModel() override;

    // Shows only these steps, and seeks none.
    void narrowTo(const Filter &filter);
    const Filter &narrowedTo() const { return m_filter; }

    const Operation &stepAt(int row) const { return m_steps[m_rows[size_t(row)].step].operation; }
    const Operation *stepWith(qint64 id) const; // nullptr: it is not read (yet)
    // The row that shows the step, or that it is folded into; -1: it is not read (yet).
    int rowOf(qint64 step) const;
    // Reads until this step is there, and unfolds it; reached() follows, if there is such a step.
    void seek(qint64 step);

    enum class Fold { None, Folded, Unfolded }; // None: nothing is folded into this step
    Fold foldAt(int row) const { return m_rows[size_t(row)].fold; }
    void unfold(int row);
    void fold(int row); // of any of its steps

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void reached(int row);
    void failed(const headway::Error &error);

private:
    using Step = HistoryStep;
    struct Row {
        size_t step = 0;
        Fold fold = Fold::None;
        int others = 0; // folded into it
        bool operator==(const Row &) const = default;
    };
    using Minute = std::pair<qint64, qint64>; // of whom, and when

    static int linesOf(const std::vector<Change> &changes);
    static Minute minuteOf(const Operation &step);
    void apply(const ChangeSet &set);
    void mark(const Operation &by);
    bool isShown(const ChangeSet &set) const;
    void take(std::vector<Step> steps);
    std::vector<Row> foldedRows() const;
    void showRows(size_t newSteps);
    void follow();
    QString what(const Row &row) const;

    Workspace &m_workspace;
    const Display &m_display;
    std::vector<Step> m_steps; // all that are read
    std::vector<Row> m_rows;
    QSet<Minute> m_unfolded;
    Filter m_filter;
    qint64 m_sought = 0;
    bool m_complete = false;
    Ticket m_more;
};

} // namespace headway::app
