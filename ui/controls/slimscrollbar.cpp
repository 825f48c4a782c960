// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/slimscrollbar.h"

#include "ui/style/controlstyle.h"
#include "ui/style/marklook.h"

namespace headway::ui {

SlimScrollBar::SlimScrollBar(Qt::Orientation orientation, QWidget *parent, Place place)
    : QScrollBar(orientation, parent)
{
    if (place == Place::Over)
        ControlStyle::layOver(*this);
}

SlimScrollBar::~SlimScrollBar() = default;

int SlimScrollBar::thickness()
{
    return scrollBarThickness;
}

QSize SlimScrollBar::sizeHint() const
{
    constexpr int length = 2 * leastScrollHandle;
    return orientation() == Qt::Vertical ? QSize(scrollBarThickness, length)
                                         : QSize(length, scrollBarThickness);
}

QSize SlimScrollBar::minimumSizeHint() const
{
    return sizeHint();
}

} // namespace headway::ui
