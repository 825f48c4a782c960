// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/progressline.h"

#include "ui/style/colours.h"

#include <QPainter>

namespace headway::ui {

namespace {

constexpr int lineWidth = 140;

} // namespace

ProgressLine::ProgressLine(QWidget *parent) : QProgressBar(parent)
{
    setTextVisible(false);
    setFixedSize(lineWidth, 4);
}

ProgressLine::~ProgressLine() = default;

void ProgressLine::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(colours.badge);
    painter.drawRoundedRect(rect(), 2, 2);
    QRectF done = rect();
    if (maximum() > 0)
        done.setWidth(done.width() * value() / maximum());
    else
        done = done.adjusted(done.width() * 0.35, 0, -done.width() * 0.35, 0);
    painter.setBrush(colours.accent);
    painter.drawRoundedRect(done, 2, 2);
}

QString timeLeftText(qint64 seconds)
{
    if (seconds < 90)
        return ProgressLine::tr("%1 s left").arg(seconds);
    if (seconds < 90 * 60)
        return ProgressLine::tr("%1 min left").arg((seconds + 30) / 60);
    return ProgressLine::tr("%1 h left").arg((seconds + 1800) / 3600);
}

} // namespace headway::ui
