// SPDX-License-Identifier: GPL-3.0-or-later
// A small panel that floats over a page, with a shadow, instead of a dialog: the page stays in sight and
// alive. What stands in it begins inside margin(). GUI thread; nothing fails.
#pragma once

#include "ui/theme.h"

#include <QFrame>

namespace headway::ui {

class FloatingPanel : public QFrame
{
    Q_OBJECT
public:
    ~FloatingPanel() override;

    static constexpr int shadowWidth = 12;
    static constexpr int margin() { return shadowWidth + space::large; }

protected:
    explicit FloatingPanel(QWidget *parent);

    // As high as its content is at this width, shadow included; no wider than the parent.
    void fitTo(int width);
    void paintEvent(QPaintEvent *event) override;
};

} // namespace headway::ui
