// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the parts of a row: places are given for left-to-right, and mirrored in right-to-left layouts. Lives
// as long as one paint event; GUI thread; nothing fails.
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

    // One line in the painter's font and colour, cut at its end where it does not fit. `edge` is the side it
    // is aligned to: beginning (left) or end (right). Returns the width used, pixels.
    int text(const QRect &place, Qt::Alignment edge, const QString &text) const;
    // `corner` is the top left corner before mirroring.
    void pixmap(const QPoint &corner, const QPixmap &pixmap) const;

private:
    QPainter &m_painter;
    const QRect m_whole;
    const Qt::LayoutDirection m_direction;
};

} // namespace headway::ui
