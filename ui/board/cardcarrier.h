// SPDX-License-Identifier: GPL-3.0-or-later
// Moves cards on the board by hand: carried by keyboard (Space, arrows, Enter), dropped by mouse, sent to a
// column by a command; asks first for what the column requires, in a small form over the page. Part of
// CardsPage; GUI thread. The model reports what could not be saved; the form then opens again.
#pragma once

#include "app/board/cardid.h"
#include "domain/rules/deals.h"

#include <QObject>
#include <QRect>

#include <optional>
#include <vector>

class QWidget;

namespace headway::app {
class BoardModel;
struct MoveAnswers;
} // namespace headway::app

namespace headway::ui {

class BoardView;
class MoveQuestion;
struct EditorContext;

class CardCarrier : public QObject
{
    Q_OBJECT
public:
    // The form opens over `place`, which owns this. All arguments outlive it.
    CardCarrier(app::BoardModel &board, BoardView &view, const EditorContext &context, QWidget &place);
    ~CardCarrier() override;

    // These move the selected cards.
    void pickUp();
    void moveToColumn(int column);
    void moveBy(int columns, int rows); // to the right, down
    void close(StageType type);         // Won or Lost
    void stopAsking();
    void letGo(); // what is carried, or asked about, goes back to where it was

Q_SIGNALS:
    void carried(const QString &where); // a sentence about where the cards are now
    void ended();                       // nothing is carried any more
    // Leads got to where those are that are, or are to be, converted.
    void conversionWanted(const std::vector<headway::app::CardId> &leads);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    bool pressedCarrying(int key);
    void carry(int column, int row);
    void carryWithin(int column, int row);
    void carryBy(int key);
    void showCarried();
    void dropCarried();
    void putBack();
    void dropOn(const std::vector<app::CardId> &ids, int column, int row);
    void moveTo(int column, int row, QRect anchor);
    bool isToBeConverted(int column);
    void commitMove(const app::MoveAnswers &answers);
    void cancelMove();
    void conclude(const std::vector<app::CardId> &ids, const std::optional<Error> &refusal);
    QRect anchorOf(int column) const;
    QString describe(const std::vector<app::CardId> &ids) const;

    app::BoardModel &m_board;
    BoardView &m_view;
    QWidget &m_place;
    MoveQuestion *m_question;

    // What the form asks about.
    struct Move {
        std::vector<app::CardId> ids = {};
        int column = 0;
        int row = 0;
    };
    Move m_move;
    Move m_asked;            // the last one answered
    app::CardId m_qualified; // on its way to where leads are qualified; none
};

} // namespace headway::ui
