// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/colourdots.h"

#include "ui/style/colours.h"

namespace headway::ui {

QColor dotColour(const app::ColourDot &dot, const QPalette &palette)
{
    const QColor own(dot.colour);
    return own.isValid() ? own : stageColour(int(dot.position), schemeOf(palette));
}

void paintDot(const RowPainter &row, const QRect &place, const app::ColourDot &dot, const QColor &colour)
{
    QPainter &painter = row.painter();
    painter.save();
    if (dot.symbol.isEmpty()) {
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(colour);
        const double size = place.width();
        painter.drawEllipse(
            row.placed(QRectF(place.left(), place.center().y() - size / 2.0 + 1, size, size)));
    } else {
        painter.setPen(colour);
        painter.drawText(row.placed(place.adjusted(-place.width() / 2, 0, place.width() / 2, 0)),
                         Qt::AlignCenter | Qt::TextDontClip, dot.symbol);
    }
    painter.restore();
}

} // namespace headway::ui
