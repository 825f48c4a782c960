// SPDX-License-Identifier: GPL-3.0-or-later
// A slim scroll bar without arrows, for views with several of them next to each other; invisible where there
// is nothing to scroll. GUI thread; nothing fails.
#pragma once

#include <QScrollBar>

namespace headway::ui {

class SlimScrollBar : public QScrollBar
{
    Q_OBJECT
public:
    SlimScrollBar(Qt::Orientation orientation, QWidget *parent);
    ~SlimScrollBar() override;

    static int thickness();

    QSize sizeHint() const override;
    QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    bool event(QEvent *event) override;
};

} // namespace headway::ui
