// SPDX-License-Identifier: GPL-3.0-or-later
// Paints the cards of the board, in two heights: brief ones, of which only a name is known, need two lines. Shared
// by its columns; GUI thread; nothing fails.
#pragma once

#include "app/board/card.h"
#include "app/board/cardid.h"

#include <QCache>
#include <QSet>
#include <QStyledItemDelegate>

#include <array>
#include <vector>

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

    // These include the gap below the card.
    int rowHeight() const; // of a card that is not brief
    static int briefHeight();
    static int gap();
    // No card is narrower than this.
    static int leastWidth();

    // Cards under the mouse of a drag, which fade at their old place until it ends; none: it has ended.
    void fade(const std::vector<app::CardId> &ids);

    QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;

    // The picture under the mouse during a drag: the first card, and how many there are.
    QPixmap picture(const app::Card &card, int count, int width, const QWidget &widget) const;

private:
    enum class CardState { Still, Selected, Carried, Moving };
    struct Look;

    int mostTitleLines() const;

    void paintCard(const Look &look, const app::Card &card) const;
    void paintGround(const Look &look) const;
    // The second line leaves room for `beside`. Returns the height used: what follows moves up below a short
    // title.
    int paintTitle(const Look &look, const app::Card &card, QRect area, int beside) const;
    void paintSecond(const Look &look, const app::Card &card, QRect area) const;
    void paintFooter(const Look &look, const app::Card &card, QRect area) const;
    void paintOwner(const Look &look, const app::Card &card, QRect area) const;
    // `widths` of the two lines.
    QStringList lines(const QString &title, std::array<int, 2> widths, const QFont &font) const;
    QStringList amountForms(const app::Card &card) const;

    const app::BoardModel &m_board;
    QSet<qint64> m_faded;                         // cards
    mutable QCache<QString, QStringList> m_lines; // titles broken into lines, by title and widths
};

} // namespace headway::ui
