// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardcarrier.h"

#include "app/board/boardmodel.h"
#include "ui/board/boardview.h"
#include "ui/board/cardlist.h"
#include "ui/board/movequestion.h"

#include <QKeyEvent>

#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

CardCarrier::CardCarrier(app::BoardModel &board, BoardView &view, const EditorContext &context,
                         QWidget &place)
    : QObject(&place), m_board(board), m_view(view), m_place(place),
      m_question(MoveQuestion::make(board.kind(), context, place))
{
    m_view.filterInput(*this);
    connect(&m_view, &BoardView::dropped, this, &CardCarrier::dropOn);
    connect(&m_board, &app::BoardModel::concluded, this, &CardCarrier::conclude);
    connect(m_question, &MoveQuestion::cancelled, this, &CardCarrier::cancelMove);
}

CardCarrier::~CardCarrier() = default;

bool CardCarrier::eventFilter(QObject *watched, QEvent *event)
{
    // A click elsewhere puts back cards that are carried by keyboard.
    if (event->type() == QEvent::MouseButtonPress && m_board.isCarrying() && !m_question->isAsking())
        putBack();
    if (event->type() != QEvent::KeyPress)
        return false;
    const auto &press = static_cast<const QKeyEvent &>(*event);
    if ((press.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    if (m_board.isCarrying())
        return pressedCarrying(press.key());
    if (press.key() != Qt::Key_Space || !qobject_cast<CardList *>(watched))
        return false;
    pickUp();
    return true;
}

bool CardCarrier::pressedCarrying(int key)
{
    switch (key) {
    case Qt::Key_Space:
    case Qt::Key_Return:
    case Qt::Key_Enter: dropCarried(); return true;
    case Qt::Key_Escape: putBack(); return true;
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down:
    case Qt::Key_Home:
    case Qt::Key_End: carryBy(key); return true;
    default: return false;
    }
}

void CardCarrier::pickUp()
{
    const std::vector<app::CardId> ids = m_view.selection();
    if (ids.empty())
        return;
    m_board.pickUp(ids);
    showCarried();
}

void CardCarrier::carryBy(int key)
{
    const app::CardId first = m_board.carried().front();
    const int column = m_board.columnOf(first);
    if (column < 0)
        return;
    const int row = m_board.cards(column).rowOf(first);
    const bool isRightToLeft = m_view.layoutDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Up: carryWithin(column, row - 1); break;
    case Qt::Key_Down: carryWithin(column, row + 1); break;
    case Qt::Key_Home: carryWithin(column, 0); break;
    case Qt::Key_End: carryWithin(column, m_board.cards(column).rowCount()); break;
    default: {
        const int step = (key == Qt::Key_Right) != isRightToLeft ? 1 : -1;
        if (const int next = m_view.beside(column, step); next >= 0)
            carry(next, row);
    }
    }
}

void CardCarrier::carryWithin(int column, int row)
{
    if (m_board.hasOwnOrder())
        carry(column, row);
}

void CardCarrier::carry(int column, int row)
{
    m_board.carryTo(column, row);
    m_view.focusCards(m_board.carried());
    showCarried();
}

// Announces where they are now, on the screen and to screen readers.
void CardCarrier::showCarried()
{
    const int column = m_board.isCarrying() ? m_board.columnOf(m_board.carried().front()) : -1;
    m_view.showTarget(column);
    if (column < 0) {
        Q_EMIT ended();
        return;
    }
    const app::Display &display = m_board.display();
    const int row = m_board.cards(column).rowOf(m_board.carried().front());
    const auto &there = m_board.column(column);
    const QString what = describe(m_board.carried());
    if (m_board.hasOwnOrder())
        Q_EMIT carried(
            tr("%1, picked up, column %2, %3 of %4")
                .arg(what, there.lane.name(), display.number(row + 1), display.number(there.count)));
    else
        Q_EMIT carried(tr("%1, picked up, column %2").arg(what, there.lane.name()));
}

void CardCarrier::dropCarried()
{
    const int column = m_board.columnOf(m_board.carried().front());
    if (column < 0)
        return;
    moveTo(column, m_board.cards(column).rowOf(m_board.carried().front()), anchorOf(column));
}

void CardCarrier::putBack()
{
    const std::vector<app::CardId> ids = m_board.carried();
    m_board.putBack();
    showCarried();
    m_view.focusCards(ids);
}

void CardCarrier::dropOn(const std::vector<app::CardId> &ids, int column, int row)
{
    m_board.pickUp(ids);
    m_board.carryTo(column, row);
    moveTo(column, row, anchorOf(column));
}

// Drops the carried cards there; asks first for what the column requires.
void CardCarrier::moveTo(int column, int row, QRect anchor)
{
    if (isToBeConverted(column))
        return;
    m_move = {m_board.carried(), column, row};
    const std::vector<app::CardId> ids = m_board.comingInto(column);
    MoveQuestion::Coming coming{
        .lane = m_board.column(column).lane, .count = ids.size(), .what = describe(ids), .anchor = anchor};
    for (const app::CardId id : ids) {
        if (const app::Card *card = m_board.card(id))
            coming.known.push_back(*card);
    }
    m_asked = {};
    const bool isAsked = m_question->ask(coming, [this](const app::MoveAnswers &answers) {
        m_asked = m_move;
        commitMove(answers);
    });
    if (!isAsked)
        commitMove({});
}

// Leads get there by being converted, in a panel of its own.
bool CardCarrier::isToBeConverted(int column)
{
    const LeadStatus *status = m_board.column(column).lane.status();
    if (!status || status->type != LeadState::Converted)
        return false;
    const std::vector<app::CardId> coming = m_board.comingInto(column);
    putBack();
    if (!coming.empty())
        Q_EMIT conversionWanted(coming);
    return true;
}

void CardCarrier::stopAsking()
{
    m_question->cancel();
}

void CardCarrier::letGo()
{
    stopAsking();
    if (m_board.isCarrying())
        putBack();
}

void CardCarrier::commitMove(const app::MoveAnswers &answers)
{
    const Move move = std::exchange(m_move, {});
    const LeadStatus *status = m_board.column(move.column).lane.status();
    const app::Card *card = move.ids.size() == 1 ? m_board.card(move.ids.front()) : nullptr;
    const bool isQualified = status && status->type == LeadState::Qualified && card && card->lead()
        && card->lead()->state != LeadState::Qualified;
    m_board.carryTo(move.column, move.row);
    m_qualified = isQualified ? move.ids.front() : app::CardId();
    m_board.drop(answers);
    showCarried();
    if (m_view.isUnfolded(move.column))
        m_view.focusCards(move.ids);
    else
        m_view.focusNext();
}

// If a drop that needed an answer could not be saved, carries the cards to the target again and reopens the
// form.
void CardCarrier::conclude(const std::vector<app::CardId> &ids, const std::optional<Error> &refusal)
{
    if (m_qualified && ids == std::vector{m_qualified}) {
        const app::CardId qualified = std::exchange(m_qualified, {});
        if (!refusal)
            Q_EMIT conversionWanted({qualified}); // what it becomes can be said at once; or later
    }
    if (m_asked.ids.empty() || m_asked.ids != ids)
        return;
    const Move asked = std::exchange(m_asked, {});
    if (refusal && m_board.isCarrying())
        return;
    if (refusal) {
        m_board.pickUp(ids);
        m_board.carryTo(asked.column, asked.row);
        m_move = asked;
        showCarried();
    }
    m_question->conclude(refusal);
}

void CardCarrier::cancelMove()
{
    const std::vector<app::CardId> ids = std::exchange(m_move, {}).ids;
    m_board.putBack();
    showCarried();
    m_view.focusCards(ids);
}

void CardCarrier::close(StageType type)
{
    for (int i = 0; i < m_board.columnCount(); ++i) {
        const Stage *stage = m_board.column(i).lane.stage();
        if (!stage || stage->type != type)
            continue;
        const std::vector<app::CardId> ids = m_view.selection();
        const QRect anchor = anchorOf(-1);
        m_board.pickUp(ids);
        if (!m_board.comingInto(i).empty())
            moveTo(i, 0, anchor);
        else
            m_board.putBack();
        return;
    }
}

void CardCarrier::moveToColumn(int column)
{
    const std::vector<app::CardId> ids = m_view.selection();
    const QRect anchor = anchorOf(-1);
    m_board.pickUp(ids);
    if (m_board.isCarrying())
        moveTo(column, 0, anchor);
}

void CardCarrier::moveBy(int columns, int rows)
{
    const std::vector<app::CardId> ids = m_view.selection();
    if (ids.empty())
        return;
    const int column = m_board.columnOf(ids.front());
    if (columns != 0) {
        if (const int next = m_view.beside(column, columns); next >= 0)
            moveToColumn(next);
        return;
    }
    const int row = m_board.cards(column).rowOf(ids.front()) + rows;
    m_board.pickUp(ids);
    if (row >= 0)
        moveTo(column, row, {});
    else
        m_board.putBack();
}

// Where the panel opens: at the folded column, or at the card itself.
QRect CardCarrier::anchorOf(int column) const
{
    const QRect place = m_view.placeOf(column);
    if (place.isNull())
        return {m_place.rect().center(), QSize(1, 1)};
    return {m_view.mapTo(&m_place, place.topLeft()), place.size()};
}

QString CardCarrier::describe(const std::vector<app::CardId> &ids) const
{
    const app::Card *card = ids.size() == 1 ? m_board.card(ids.front()) : nullptr;
    return card ? card->spoken : m_board.display().counted(qint64(ids.size()), m_board.kind());
}

} // namespace headway::ui
