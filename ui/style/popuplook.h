// SPDX-License-Identifier: GPL-3.0-or-later
// How whatever floats above the page looks: menus, lists to choose from, tool tips, panels with their shadow.
// Used by ControlStyle and by panels that paint themselves. GUI thread; nothing fails.
#pragma once

#include <QRect>
#include <QRegion>
#include <QSize>

class QColor;
class QFontMetrics;
class QPainter;
class QPalette;
class QStyleOption;
class QStyleOptionMenuItem;
class QStyleOptionViewItem;
class QWidget;

namespace headway::ui {

constexpr int popupRadius = 6;
constexpr int popupInset = 3; // from the edge to the rows; QCompleter counts on no more

int popupRowHeight(const QFontMetrics &metrics);

// Whether its rows are those of a list to choose from: in a popup, or shown as such.
bool hasPopupRows(const QWidget *widget);
void showAsPopup(QWidget &list);

// The shape of a popup: windows have corners unless they are cut off.
QRegion roundedRegion(const QRect &rect);
void keepRounded(QWidget &popup);

void paintPopupGround(QPainter &painter, const QRect &rect, const QPalette &palette);
void paintPopupRow(QPainter &painter, const QStyleOptionViewItem &option);
void paintMenuRow(QPainter &painter, const QStyleOptionMenuItem &option);
QSize menuRowSize(const QStyleOptionMenuItem &option, const QSize &content);
void paintToolTip(QPainter &painter, const QStyleOption &option);

// A soft shadow of a panel with rounded corners, that reaches `reach` pixels beyond it, a little more below
// than above; the panel itself is painted afterwards.
void paintShadow(QPainter &painter, const QRectF &panel, double radius, int reach, const QColor &colour);

} // namespace headway::ui
