// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/rowpainter.h"

#include <QStyle>

namespace headway::ui {

RowPainter::RowPainter(QPainter &painter, const QRect &whole, Qt::LayoutDirection direction)
    : m_painter(painter), m_whole(whole), m_direction(direction)
{
}

QRect RowPainter::placed(const QRect &place) const
{
    return QStyle::visualRect(m_direction, m_whole, place);
}

QRectF RowPainter::placed(const QRectF &place) const
{
    if (m_direction == Qt::LeftToRight)
        return place;
    QRectF mirrored = place;
    mirrored.moveLeft(m_whole.left() + (m_whole.right() + 1 - place.right()));
    return mirrored;
}

int RowPainter::text(const QRect &place, Qt::Alignment edge, const QString &text) const
{
    const QString shown = m_painter.fontMetrics().elidedText(text, Qt::ElideRight, place.width());
    const Qt::Alignment vertical =
        edge & Qt::AlignVertical_Mask ? Qt::Alignment() : Qt::Alignment(Qt::AlignVCenter);
    m_painter.drawText(placed(place),
                       int(QStyle::visualAlignment(m_direction, edge | vertical)) | Qt::TextSingleLine,
                       shown);
    return m_painter.fontMetrics().horizontalAdvance(shown);
}

void RowPainter::pixmap(const QPoint &corner, const QPixmap &pixmap) const
{
    const QSize size = (QSizeF(pixmap.size()) / pixmap.devicePixelRatio()).toSize();
    m_painter.drawPixmap(placed(QRect(corner, size)).topLeft(), pixmap);
}

} // namespace headway::ui
