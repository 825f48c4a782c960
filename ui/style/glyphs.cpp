// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/glyphs.h"

#include <QPainter>
#include <QPainterPath>

namespace headway::ui {

void paintDueMark(QPainter &painter, const QRectF &place, DueState state, ColourScheme scheme)
{
    const QColor colour = dueColour(state, scheme);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    const bool isFilled = state == DueState::Overdue || state == DueState::Today;
    painter.setPen(isFilled ? QPen(Qt::NoPen) : QPen(colour, 1.5));
    painter.setBrush(isFilled ? QBrush(colour) : QBrush(Qt::NoBrush));
    const QRectF inner = isFilled ? place.adjusted(0.5, 0.5, -0.5, -0.5) : place.adjusted(1, 1, -1, -1);
    switch (state) {
    case DueState::Overdue:
        painter.drawPolygon(
            QPolygonF({{inner.center().x(), inner.top()}, inner.bottomRight(), inner.bottomLeft()}));
        break;
    case DueState::None:
        painter.drawPolygon(QPolygonF({{inner.center().x(), inner.top()},
                                       {inner.right(), inner.center().y()},
                                       {inner.center().x(), inner.bottom()},
                                       {inner.left(), inner.center().y()}}));
        break;
    case DueState::Today:
    case DueState::Later: painter.drawEllipse(inner.adjusted(0.5, 0.5, -0.5, -0.5)); break;
    }
    painter.restore();
}

void paintHourglass(QPainter &painter, const QRectF &place, const QColor &colour)
{
    QRectF glass(0, 0, place.height() * 0.72, place.height());
    glass.moveCenter(place.center());
    const QPointF waist = glass.center();
    QPainterPath path;
    path.addPolygon(QPolygonF({glass.topLeft(), glass.topRight(), waist, glass.topLeft()}));
    path.addPolygon(QPolygonF({glass.bottomLeft(), glass.bottomRight(), waist, glass.bottomLeft()}));
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.fillPath(path, colour);
    painter.setPen(QPen(colour, 1.2));
    painter.drawLine(glass.topLeft(), glass.topRight());
    painter.drawLine(glass.bottomLeft(), glass.bottomRight());
    painter.restore();
}

} // namespace headway::ui
