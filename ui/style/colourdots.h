// SPDX-License-Identifier: GPL-3.0-or-later
// How the dot before a stage or a status looks. GUI thread; nothing fails.
#pragma once

#include "app/text/colourdot.h"
#include "ui/style/rowpainter.h"

#include <QColor>

class QPalette;

namespace headway::ui {

// Its own colour, else that of its place in the order.
QColor dotColour(const app::ColourDot &dot, const QPalette &palette);
// In the middle of `place`, which is as wide as the dot; a symbol may be wider.
void paintDot(const RowPainter &row, const QRect &place, const app::ColourDot &dot, const QColor &colour);

} // namespace headway::ui
