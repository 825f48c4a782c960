// SPDX-License-Identifier: GPL-3.0-or-later
// One column of a board: its head with count, sum and, of deals, weighted sum, and its cards below. Made by BoardView;
// GUI thread; nothing fails.
#pragma once

#include "domain/records/lane.h"

#include <QWidget>

class QHBoxLayout;

namespace headway::app {
class BoardModel;
}

namespace headway::ui {

class CardDelegate;
class CardList;

class BoardColumnView : public QWidget
{
    Q_OBJECT
public:
    BoardColumnView(app::BoardModel &board, int column, CardDelegate &delegate, QWidget *parent);
    ~BoardColumnView() override;

    int column() const { return m_column; }
    CardList &cards() const { return *m_cards; }
    void showTotals(); // reads them from the board

    // An empty column that was opened by hand can be folded again.
    enum class Foldable { No, Yes };
    void showFoldable(Foldable foldable);

    static int leastWidth();
    static int mostWidth();

Q_SIGNALS:
    void addWanted(); // a record in this column
    void foldWanted();

protected:
    void changeEvent(QEvent *event) override;

private:
    class Head;
    void placeHead();

    app::BoardModel &m_board;
    const int m_column;
    Head *m_head;
    QHBoxLayout *m_headPlace;
    CardList *m_cards;
};

// The column's own colour where it has one.
QColor lineColour(const app::BoardModel &board, int column, const QWidget &widget);
// What a stage asks for and advises, as rich text that follows the tool tip's first lines; may be empty.
QString laneNotes(const Lane &lane);

} // namespace headway::ui
