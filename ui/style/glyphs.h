// SPDX-License-Identifier: GPL-3.0-or-later
// The small painted signs of a deal: a shape for each meaning, besides its colour. GUI thread; nothing
// fails.
#pragma once

#include "domain/rules/deals.h"
#include "ui/style/colours.h"

class QPainter;
class QRectF;

namespace headway::ui {

DueState dueStateOf(NextMark mark);

// ▲ overdue, ● today, ○ later, ◇ nothing planned.
void paintDueMark(QPainter &painter, const QRectF &place, DueState state, Lightness lightness);

// An hourglass: nobody has touched it for too long.
void paintHourglass(QPainter &painter, const QRectF &place, const QColor &colour);

} // namespace headway::ui
