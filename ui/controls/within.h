// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

namespace headway::ui {

// Whether a widget is the whole or a part of it; also across windows, as lists that pop up belong to their
// editor. Null is within nothing.
inline bool isWithin(const QWidget *widget, const QWidget *whole)
{
    while (widget && widget != whole)
        widget = widget->parentWidget();
    return widget;
}

} // namespace headway::ui
