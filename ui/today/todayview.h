// SPDX-License-Identifier: GPL-3.0-or-later
// The list of Today and its keyboard handling: arrows, Home and End move between items, skipping headings.
// Emits the current item only while it is visible, so that the detail pane does not change under another
// page. Part of the page Today; GUI thread; nothing fails.
#pragma once

#include "app/today/todaymodel.h"

#include <QListView>
#include <QPersistentModelIndex>

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
    // Whether the mouse is on the row's circle.
    bool isOnCircle(const QModelIndex &index) const { return m_onCircle == index; }

Q_SIGNALS:
    void currentItemChanged(); // also when the item's content changed
    void opened();             // Space, double click; Enter on what cannot be done
    void doneWanted();         // Enter on a planned activity, a click on its circle
    void menuWanted(const QPoint &globalPosition);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
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
    QModelIndex circleAt(const QPoint &point) const; // invalid: none
    void point(const QModelIndex &circle);

    app::TodayModel &m_model;
    QPersistentModelIndex m_onCircle;
    QPersistentModelIndex m_pressed; // its circle
};

} // namespace headway::ui
