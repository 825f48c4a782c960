// SPDX-License-Identifier: GPL-3.0-or-later
// What is to be done now, as a list: overdue, today, the coming days, deals with no next step, under their
// headings. Reads again after each committed step and when a day begins; updates by the smallest row
// operations, so that selection and scrolling stay. While nobody looks, only the number of what is due is
// read. GUI thread; read errors are reported by failed().
#pragma once

#include "app/lists/steadyrows.h"
#include "app/text/display.h"
#include "app/today/todayitem.h"
#include "app/workspace/workspace.h"

#include <QAbstractListModel>
#include <QTimer>

namespace headway::app {

class TodayModel : public SteadyRows<QAbstractListModel>
{
    Q_OBJECT
public:
    enum class Extent { Rows, NumberDue };

    TodayModel(Workspace &workspace, const Display &display, Extent extent = Extent::Rows);
    ~TodayModel() override;

    // What is read from now on. Rows that grew old meanwhile are read again.
    void read(Extent extent);
    void show(Whose whose);
    Whose whose() const { return m_whose; }
    void group(Grouped grouped);
    Grouped grouped() const { return m_grouped; }
    bool isLoaded() const { return m_isLoaded; } // its rows
    // Overdue and due today, of the user only, whatever is shown.
    qint64 ownDue() const { return m_ownDue; }
    QString summary() const;

    const TodayItem &at(int row) const { return m_items[size_t(row)]; }
    // -1 if it is not shown.
    int rowOf(TodayItem::Type type, qint64 id) const;

    int rowCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void reload();
    // Updates what depends on the clock: reads again on a new day, else refreshes "10 minutes ago". Also
    // called automatically once a minute.
    void lookAtClock();

Q_SIGNALS:
    void loaded();                  // the rows
    void counted(qint64 numberDue); // with the rows or alone
    void failed(const headway::Error &error);

private:
    void readRows();
    void readNumberDue();
    void take(store::Today today);
    void write();

    Workspace &m_workspace;
    const Display m_display;
    Extent m_extent;
    Whose m_whose = Whose::Me;
    Grouped m_grouped = Grouped::ByTime;
    QDate m_day; // for which it was read
    store::Today m_today;
    std::vector<TodayItem> m_items;
    qint64 m_ownDue = 0;
    bool m_isLoaded = false;
    bool m_isOld = false; // the rows are from before a step that was counted only
    QTimer m_soon;
    QTimer m_minute;
    Ticket m_ticket;
};

} // namespace headway::app
