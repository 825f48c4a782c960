// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/rowpainter.h"

#include "ui/style/shapedtext.h"

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
    if (text.isEmpty())
        return 0;
    const ShapedText &line = shapedText(m_painter, text, place.width());
    const QRectF whole = placed(place);
    const Qt::Alignment side = QStyle::visualAlignment(m_direction, edge);
    QPointF corner = whole.topLeft();
    if (side & Qt::AlignRight)
        corner.rx() += whole.width() - line.width;
    else if (side & Qt::AlignHCenter)
        corner.rx() += (whole.width() - line.width) / 2;
    if (edge & Qt::AlignBottom)
        corner.ry() += whole.height() - line.height;
    else if (!(edge & Qt::AlignTop))
        corner.ry() += (whole.height() - line.height) / 2;
    const QFont font = m_painter.font();
    if (font.strikeOut() || font.underline())
        m_painter.drawText(QRectF(corner, QSizeF(line.width + 1, line.height)), Qt::TextSingleLine,
                           line.glyphs.text());
    else
        m_painter.drawStaticText(corner, line.glyphs);
    return qRound(line.width);
}

void RowPainter::pixmap(const QPoint &corner, const QPixmap &pixmap) const
{
    const QSize size = (QSizeF(pixmap.size()) / pixmap.devicePixelRatio()).toSize();
    m_painter.drawPixmap(placed(QRect(corner, size)).topLeft(), pixmap);
}

} // namespace headway::ui
