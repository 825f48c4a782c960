// SPDX-License-Identifier: GPL-3.0-or-later
// The list of Today and its keyboard handling: arrows, Home and End move between items, skipping headings.
// Emits the current item only while it is visible, so that the detail pane does not change under another
// page. Part of the page Today; GUI thread; nothing fails.
#pragma once

#include "app/today/todaymodel.h"

#include <QListView>

#include <vector>

namespace headway::ui {

class TodayView : public QListView
{
    Q_OBJECT
public:
    // The model outlives the view.
    TodayView(app::TodayModel &model, QWidget *parent);
    ~TodayView() override;

    const app::TodayItem *current() const;              // nullptr: none
    std::vector<const app::TodayItem *> chosen() const; // the selected rows, else the current one
    void select(int row);

Q_SIGNALS:
    void currentItemChanged(); // also when the item's content changed
    void opened();             // Enter, Space, double click
    void menuWanted(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;

private:
    int rowBeside(int row, int step) const; // the next selectable row; -1: none
    void tell();
    void chooseFirst();

    app::TodayModel &m_model;
};

} // namespace headway::ui
