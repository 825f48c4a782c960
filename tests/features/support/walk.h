// SPDX-License-Identifier: GPL-3.0-or-later
// Accessibility checks of each page and panel. Each function returns the problems of what is visible in a
// window, in words; empty: none.
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace headway::test {

// What a screen reader calls the widget.
QString nameHeard(QWidget &widget);

// Focusable and clickable widgets without an accessible name.
QStringList unnamed(const QWidget &window);

// Focusable widgets that Tab does not reach, going round once.
QStringList unreachable(QWidget &window);

// Texts that are cut off, unless the label elides them and has the whole in its tool tip; and widgets that
// extend outside their parent.
QStringList cut(const QWidget &window);

} // namespace headway::test
