// SPDX-License-Identifier: GPL-3.0-or-later
// What is looked at on each page and in each panel: whether everybody can use it. Each function returns what
// is wrong with what is visible in a window, in words; empty: nothing is.
#pragma once

#include <QString>
#include <QStringList>

class QWidget;

namespace headway::test {

// What a screen reader calls it.
QString nameHeard(QWidget &widget);

// Whatever takes the keyboard or the mouse has a name that a screen reader can say.
QStringList unnamed(const QWidget &window);

// Tab comes to all that take it, and round again to where it began.
QStringList unreachable(QWidget &window);

// No text is cut off, unless its label elides it with the whole in its tool tip; nothing stands outside
// of its parent.
QStringList cut(const QWidget &window);

} // namespace headway::test
