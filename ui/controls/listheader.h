// SPDX-License-Identifier: GPL-3.0-or-later
// The headings of a table: quiet text over a hairline, aligned with the cells below, with an arrow for the
// sort order, which is never cut. The first heading may be held in sight with its column. GUI thread; nothing
// fails.
#pragma once

#include <QHeaderView>

namespace headway::ui {

class ListHeader : public QHeaderView
{
    Q_OBJECT
public:
    explicit ListHeader(QWidget *parent = nullptr);
    ~ListHeader() override;

    // Holds the first heading when the others are scrolled; by default not.
    void holdFirst();
    // Where it is held, in the viewport; empty while nothing is scrolled.
    QRect pinnedRect() const;

    QSize sizeHint() const override;

protected:
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;

private:
    bool isAtPinnedEdge(int x) const;
    QMouseEvent whereItLies(const QMouseEvent &event) const;

    bool m_holdsFirst = false;
    bool m_isResizingPinned = false;
};

// The shadow that a held column throws on what is scrolled below it.
void paintEdgeShadow(QPainter &painter, const QRect &column, Qt::LayoutDirection direction,
                     const QWidget &widget);

} // namespace headway::ui
