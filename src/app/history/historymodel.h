// SPDX-License-Identifier: GPL-3.0-or-later
// The steps of a book or of one of its users, newest first, read a hundred at a time while scrolling. GUI
// thread; errors are reported by failed().
#pragma once

#include "app/text/display.h"
#include "app/workspace/workspace.h"

#include <QAbstractTableModel>

namespace headway::app {

class HistoryModel : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { When, Who, What, Changes, ColumnCount };

    HistoryModel(Workspace &workspace, const Display &display);
    ~HistoryModel() override;

    // Shows only the steps of this user; of all users if it has no id.
    void narrowTo(UserId user);
    UserId narrowedTo() const { return m_user; }

    const Operation &stepAt(int row) const { return m_steps[size_t(row)]; }

    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    bool canFetchMore(const QModelIndex &parent) const override;
    void fetchMore(const QModelIndex &parent) override;

Q_SIGNALS:
    void failed(const headway::Error &error);

private:
    void apply(const ChangeSet &set);

    Workspace &m_workspace;
    const Display &m_display;
    std::vector<Operation> m_steps;
    UserId m_user; // whose steps are shown; all users' without an id
    bool m_complete = false;
    Ticket m_more;
};

// The changes of one step as lines of text: which record, which field, before, after.
struct HistoryLine {
    QString record = {};
    QString field = {};
    QString before = {};
    QString after = {};
};

// At most `most` lines; `then` is called on the GUI thread.
Ticket readHistoryLines(Workspace &workspace, QObject *context, const Display &display, qint64 operation,
                        int most, std::function<void(Result<std::vector<HistoryLine>>)> then);

} // namespace headway::app
