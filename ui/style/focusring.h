// SPDX-License-Identifier: GPL-3.0-or-later
// Who works by keyboard needs to see where it is; who clicks knows. The one place that knows which of them was
// used last: rings appear after a key and vanish after a click. Fields to type into always show theirs, and so
// does the cell of a table. GUI thread; nothing fails.
#pragma once

#include <QString>

class QColor;
class QCoreApplication;
class QPainter;
class QRectF;
class QWidget;

namespace headway::ui {

struct ColourRoles;

// Whether the last thing that was used is the keyboard; so it is before anything was used.
bool isKeyboardUsed();

// As before anything was used: what begins anew, as a picture for a test does, starts from here.
void forgetInput();

// Watches keys and clicks of the program from now on. Calling it again does nothing.
void followInput(QCoreApplication &application);

// Whether the widget has the focus, or is shown as if it had it (a sheet of samples).
bool looksFocused(const QWidget &widget);
bool showsRing(const QWidget &widget); // where that is to be seen
void showAsFocused(QWidget &widget);

// A rounded ring inside `rect`, where somebody works by keyboard: all our own widgets show it when they have
// the focus.
void paintFocusRing(QPainter &painter, const QRectF &rect, const ColourRoles &colourRoles);

// The same however one came here.
void paintRing(QPainter &painter, const QRectF &rect, const QColor &colour);

} // namespace headway::ui
