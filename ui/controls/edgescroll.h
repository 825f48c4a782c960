// SPDX-License-Identifier: GPL-3.0-or-later
// Scrolls while something is dragged near an edge, faster the nearer it is. GUI thread; nothing fails.
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

    // `position` of the mouse along the bar's direction, in a view of that `length`; pixels.
    void dragAt(int position, int length);
    void stop();

private:
    QScrollBar *m_bar;
    QTimer m_timer;
    int m_step = 0;
};

} // namespace headway::ui
