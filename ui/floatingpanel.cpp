// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/floatingpanel.h"

#include "ui/colours.h"

#include <QLayout>
#include <QPainter>

namespace headway::ui {

namespace {

constexpr int panelRadius = 8;

} // namespace

FloatingPanel::FloatingPanel(QWidget *parent) : QFrame(parent)
{
}

FloatingPanel::~FloatingPanel() = default;

void FloatingPanel::fitTo(int width)
{
    const int fitting = qMin(width, parentWidget()->width());
    setFixedWidth(fitting);
    layout()->activate();
    const int height =
        layout()->hasHeightForWidth() ? layout()->totalHeightForWidth(fitting) : sizeHint().height();
    resize(fitting, height);
}

void FloatingPanel::paintEvent(QPaintEvent *)
{
    const Tones &colours = tonesOf(*this);
    const QRectF panel = QRectF(rect()).adjusted(shadowWidth, shadowWidth, -shadowWidth, -shadowWidth);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    QColor shade = colours.shadow;
    shade.setAlpha(shade.alpha() / 6);
    painter.setBrush(shade);
    for (int i = shadowWidth; i > 0; i -= 2)
        painter.drawRoundedRect(panel.adjusted(-i, -i + 3, i, i), panelRadius + i, panelRadius + i);
    painter.setBrush(palette().color(QPalette::Window));
    painter.setPen(QPen(palette().color(QPalette::Mid), 1));
    painter.drawRoundedRect(panel.adjusted(0.5, 0.5, -0.5, -0.5), panelRadius, panelRadius);
}

} // namespace headway::ui
