// SPDX-License-Identifier: GPL-3.0-or-later
// How buttons, boxes to tick, arrows, tabs, scroll bars, sliders and bars of progress look. Used by
// ControlStyle. GUI thread; nothing fails.
#pragma once

#include <QRect>
#include <QStyle>

class QColor;
class QPainter;
class QPalette;
class QStyleOption;
class QStyleOptionButton;
class QStyleOptionProgressBar;
class QStyleOptionSlider;
class QStyleOptionTab;
class QWidget;

namespace headway::ui {

constexpr int markSize = 16;           // of a box to tick, pixels
constexpr int scrollBarThickness = 10; // pixels
constexpr int leastScrollHandle = 28;  // its length, pixels

void paintChevron(QPainter &painter, const QRect &place, Qt::ArrowType direction, const QColor &colour);
void paintTick(QPainter &painter, const QRectF &place, const QColor &colour);

void paintCheckBox(QPainter &painter, const QStyleOption &option);
void paintRadioButton(QPainter &painter, const QStyleOption &option);

void paintPushButton(QPainter &painter, const QStyleOptionButton &option);
void paintToolButton(QPainter &painter, const QStyleOption &option);

void paintTab(QPainter &painter, const QStyleOptionTab &option);

void paintProgressGround(QPainter &painter, const QStyleOption &option);
void paintProgress(QPainter &painter, const QStyleOptionProgressBar &option);

void paintSlider(QPainter &painter, const QStyleOptionSlider &option, const QStyle &style,
                 const QWidget *widget);

// A scroll bar is a handle and nothing else: no arrows, no ground.
QRect scrollBarPart(const QStyleOptionSlider &option, QStyle::SubControl part);
void paintScrollBar(QPainter &painter, const QStyleOptionSlider &option);

} // namespace headway::ui
