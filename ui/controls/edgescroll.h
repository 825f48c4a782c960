// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolls while something is dragged near an edge, the faster the nearer. GUI thread; nothing fails.
#pragma once

#include <QTimer>

class QScrollBar;

namespace headway::ui {

class EdgeScroll : public QObject
{
    Q_OBJECT
public:
    // `bar` outlives this, or is its parent's.
    explicit EdgeScroll(QScrollBar *bar, QObject *parent);
    ~EdgeScroll() override;

    // Where the mouse is along the bar's direction, in a view of that length.
    void dragAt(int position, int length);
    void stop();

private:
    QScrollBar *m_bar;
    QTimer m_timer;
    int m_step = 0;
};

} // namespace headway::ui
