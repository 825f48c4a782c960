// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cards of the board, all of one height. Shared by its columns; GUI thread; nothing fails.
#pragma once

#include "app/board/card.h"

#include <QCache>
#include <QStyledItemDelegate>

namespace headway::app {
class BoardModel;
}

namespace headway::ui {

class CardDelegate : public QStyledItemDelegate
{
    Q_OBJECT
public:
    // `board` tells which cards are being moved; it outlives this.
    CardDelegate(const app::BoardModel &board, QObject *parent);
    ~CardDelegate() override;

    // Includes the gap below the card.
    static int rowHeight();
    static int gap();
    // No card is narrower than this.
    static int leastWidth();

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    // The picture under the mouse during a drag: the first card, and how many there are.
    QPixmap picture(const app::Card &card, int count, int width, const QWidget &widget) const;

private:
    enum class CardState { Still, Selected, Carried, Moving };
    struct Look;

    void paintCard(const Look &look, const app::Card &card) const;
    void paintGround(const Look &look) const;
    // Returns the height used: what follows moves up below a short title.
    int paintTitle(const Look &look, const app::Card &card, QRect area) const;
    void paintSecond(const Look &look, const app::Card &card, QRect area) const;
    void paintFooter(const Look &look, const app::Card &card, QRect area) const;
    void paintOwner(const Look &look, const app::Card &card, QRect area) const;
    QStringList lines(const QString &title, int width, int firstWidth, const QFont &font) const;

    const app::BoardModel &m_board;
    mutable QCache<QString, QStringList> m_lines; // titles broken into lines, by title and width
};

} // namespace headway::ui
