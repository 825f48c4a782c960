// SPDX-License-Identifier: GPL-3.0-or-later
// What chips with a cross at their end have in common: the frame, the cross, and where it is. GUI thread; nothing
// fails.
#pragma once

#include <QRect>

class QAbstractButton;
class QBrush;
class QPainter;

namespace headway::ui {

// The last `room` pixels of the chip, in the direction in which one reads.
QRect crossPlaceOf(const QAbstractButton &chip, int room);
// Whether the mouse is there.
bool isAimedAt(const QAbstractButton &chip, const QRect &cross);

void paintChipFrame(QPainter &painter, const QAbstractButton &chip, const QBrush &ground);
void paintCross(QPainter &painter, const QAbstractButton &chip, const QRect &place);

} // namespace headway::ui
