// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/chipcross.h"

#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QAbstractButton>
#include <QCursor>
#include <QPainter>
#include <QStyle>

namespace headway::ui {

namespace {

constexpr double reach = 3; // from the middle of the cross to its ends

} // namespace

QRect crossPlaceOf(const QAbstractButton &chip, int room)
{
    return QStyle::visualRect(chip.layoutDirection(), chip.rect(),
                              {chip.width() - room, 0, room, chip.height()});
}

bool isAimedAt(const QAbstractButton &chip, const QRect &cross)
{
    return chip.underMouse() && cross.contains(chip.mapFromGlobal(QCursor::pos()));
}

void paintChipFrame(QPainter &painter, const QAbstractButton &chip, const QBrush &ground)
{
    painter.setPen(colourRolesOf(chip).hairline);
    painter.setBrush(ground);
    painter.drawRoundedRect(QRectF(chip.rect()).adjusted(0.5, 0.5, -0.5, -0.5), cornerRadius, cornerRadius);
}

void paintCross(QPainter &painter, const QAbstractButton &chip, const QRect &place)
{
    const QColor colour =
        isAimedAt(chip, place) ? chip.palette().color(QPalette::WindowText) : colourRolesOf(chip).quietText;
    painter.setPen(QPen(colour, 1.4, Qt::SolidLine, Qt::RoundCap));
    const QPointF middle = QRectF(place).center();
    const QPointF down(reach, reach);
    const QPointF up(reach, -reach);
    painter.drawLine(middle - down, middle + down);
    painter.drawLine(middle - up, middle + up);
}

} // namespace headway::ui
