// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace headway::ui {

// Whether a widget is `whole` or inside it; also across windows, since a list that pops up belongs to its
// editor. False for null.
inline bool isWithin(const QWidget *widget, const QWidget *whole)
{
    while (widget && widget != whole)
        widget = widget->parentWidget();
    return widget;
}

} // namespace headway::ui
