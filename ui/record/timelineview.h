// SPDX-License-Identifier: GPL-3.0-or-later
// A record's timeline or history as a list: planned activities first, then past ones. Enter or a click shows
// the whole of a long note; Ctrl+D marks a planned activity done; in a history U undoes the step. Part of the
// detail pane; GUI thread; nothing fails.
#pragma once

#include "app/record/timelinemodel.h"

#include <QListView>
#include <QSet>

namespace headway::ui {

class TimelineDelegate;

class TimelineView : public QListView
{
    Q_OBJECT
public:
    TimelineView(app::TimelineModel &model, const app::Display &display, const app::Workspace &workspace,
                 QWidget *parent);
    ~TimelineView() override;

    const app::TimelineModel &timeline() const { return m_model; }
    bool isExpanded(const app::TimelineItem &item) const;
    void toggle(const QModelIndex &index);

    // The planned activity under the cursor, else the first one; 0 if nothing is planned.
    qint64 currentPlanned() const;

Q_SIGNALS:
    void doneWanted(qint64 activity);
    void undoWanted(qint64 operation);
    void activityWanted(qint64 activity); // to be shown or edited in full

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    QString emptyText() const; // instead of rows, once it is known that there are none
    void act(const app::TimelineItem &item);
    bool isOnLink(const QModelIndex &index, QPoint position) const;
    QMenu *menuFor(const app::TimelineItem &item);

    app::TimelineModel &m_model;
    TimelineDelegate *m_delegate;
    QSet<qint64> m_expanded; // activities
};

} // namespace headway::ui
