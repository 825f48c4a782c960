// SPDX-License-Identifier: GPL-3.0-or-later
// The small painted marks of a deal: a shape for each meaning, in addition to its colour. GUI thread; nothing
// fails.
#pragma once

#include "ui/style/colours.h"

class QPainter;
class QRectF;

namespace headway::ui {

// ▲ overdue, ● today, ○ later, ◇ nothing planned.
void paintDueMark(QPainter &painter, const QRectF &place, DueState state, ColourScheme scheme);

// An hourglass: the deal rots, it was not touched for too long.
void paintHourglass(QPainter &painter, const QRectF &place, const QColor &colour);

} // namespace headway::ui
