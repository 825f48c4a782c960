// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/slimscrollbar.h"

#include "ui/style/colours.h"

#include <QEvent>
#include <QPainter>
#include <QStyleOptionSlider>

namespace headway::ui {

namespace {

constexpr int thick = 10;
constexpr int shortest = 28;

} // namespace

SlimScrollBar::SlimScrollBar(Qt::Orientation orientation, QWidget *parent) : QScrollBar(orientation, parent)
{
    setAttribute(Qt::WA_Hover);
    setAttribute(Qt::WA_OpaquePaintEvent, false);
}

SlimScrollBar::~SlimScrollBar() = default;

int SlimScrollBar::thickness()
{
    return thick;
}

QSize SlimScrollBar::sizeHint() const
{
    return orientation() == Qt::Vertical ? QSize(thick, 2 * shortest) : QSize(2 * shortest, thick);
}

QSize SlimScrollBar::minimumSizeHint() const
{
    return sizeHint();
}

void SlimScrollBar::paintEvent(QPaintEvent *)
{
    if (maximum() <= minimum())
        return;
    QStyleOptionSlider option;
    initStyleOption(&option);
    QRectF handle(style()->subControlRect(QStyle::CC_ScrollBar, &option, QStyle::SC_ScrollBarSlider, this));
    const qreal inset = underMouse() || isSliderDown() ? 2 : 3;
    handle = orientation() == Qt::Vertical ? handle.adjusted(inset, 1, -inset, -1)
                                           : handle.adjusted(1, inset, -1, -inset);
    QColor colour = palette().color(QPalette::WindowText);
    colour.setAlpha(isSliderDown() ? 130 : underMouse() ? 90 : 45);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colour);
    const qreal radius = qMin(handle.width(), handle.height()) / 2;
    painter.drawRoundedRect(handle, radius, radius);
}

bool SlimScrollBar::event(QEvent *event)
{
    if (event->type() == QEvent::HoverEnter || event->type() == QEvent::HoverLeave)
        update();
    return QScrollBar::event(event);
}

} // namespace headway::ui
