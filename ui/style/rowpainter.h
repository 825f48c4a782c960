// SPDX-License-Identifier: GPL-3.0-or-later
// Paints what stands in a row: its places are worked out from left to right, and mirrored where one reads
// from right to left. Lives as long as one paint event; GUI thread; nothing fails.
#pragma once

#include <QPainter>

namespace headway::ui {

class RowPainter
{
public:
    // Places are mirrored within `whole`.
    RowPainter(QPainter &painter, const QRect &whole, Qt::LayoutDirection direction);

    QPainter &painter() const { return m_painter; }
    QPainter *operator->() const { return &m_painter; }

    QRect placed(const QRect &place) const;
    QRectF placed(const QRectF &place) const;

    // One line in the painter's font and colour, cut at its end where it does not fit. `edge` is the side
    // where it begins (left) or ends (right); returns the width it took.
    int text(const QRect &place, Qt::Alignment edge, const QString &text) const;
    // At the left upper corner of a place of its size.
    void pixmap(const QPoint &corner, const QPixmap &pixmap) const;

private:
    QPainter &m_painter;
    const QRect m_whole;
    const Qt::LayoutDirection m_direction;
};

} // namespace headway::ui
