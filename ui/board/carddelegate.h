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
    // `board` knows which cards are on their way; it outlives this.
    CardDelegate(const app::BoardModel &board, QObject *parent);
    ~CardDelegate() override;

    // With the gap below the card.
    static int rowHeight();
    static int gap();
    // No card is narrower than this.
    static int leastWidth();

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    // The cards as they hang on the mouse: the first, and how many.
    QPixmap picture(const app::Card &card, int count, int width, const QWidget &widget) const;

private:
    enum class CardState { Still, Selected, Carried, Moving };
    struct Look;

    void paintCard(const Look &look, const app::Card &card) const;
    void paintGround(const Look &look) const;
    // The height it took: what comes next moves up under a short title.
    int paintTitle(const Look &look, const app::Card &card, QRect area) const;
    void paintSecond(const Look &look, const app::Card &card, QRect area) const;
    void paintFooter(const Look &look, const app::Card &card, QRect area) const;
    void paintOwner(const Look &look, const app::Card &card, QRect area) const;
    QStringList lines(const QString &title, int width, int firstWidth, const QFont &font) const;

    const app::BoardModel &m_board;
    mutable QCache<QString, QStringList> m_lines; // titles broken into lines, by title and width
};

} // namespace headway::ui
