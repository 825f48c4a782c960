// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardcarrier.h"

#include "app/board/boardmodel.h"
#include "app/input/stagequestion.h"
#include "ui/board/boardview.h"
#include "ui/board/cardlist.h"
#include "ui/stages/stageform.h"

#include <QKeyEvent>

#include <utility>

namespace headway::ui {

using namespace Qt::StringLiterals;

CardCarrier::CardCarrier(app::BoardModel &board, BoardView &view, const EditorContext &context,
                         QWidget &place)
    : QObject(&place), m_board(board), m_view(view), m_context(context), m_place(place)
{
    m_view.filterInput(*this);
    connect(&m_view, &BoardView::dropped, this, &CardCarrier::dropOn);
    connect(&m_board, &app::BoardModel::concluded, this, &CardCarrier::conclude);
}

CardCarrier::~CardCarrier() = default;

bool CardCarrier::eventFilter(QObject *watched, QEvent *event)
{
    // A click elsewhere puts back cards that are carried by keyboard.
    if (event->type() == QEvent::MouseButtonPress && m_board.isCarrying() && !isAsking())
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
    const std::vector<DealId> deals = m_view.selection();
    if (deals.empty())
        return;
    m_board.pickUp(deals);
    showCarried();
}

void CardCarrier::carryBy(int key)
{
    const DealId first = m_board.carried().front();
    const int column = m_board.columnOf(first);
    if (column < 0)
        return;
    const int row = m_board.cards(column).rowOf(first);
    const bool isRightToLeft = m_view.layoutDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Up: carry(column, row - 1); break;
    case Qt::Key_Down: carry(column, row + 1); break;
    case Qt::Key_Home: carry(column, 0); break;
    case Qt::Key_End: carry(column, m_board.cards(column).rowCount()); break;
    default: {
        const int step = (key == Qt::Key_Right) != isRightToLeft ? 1 : -1;
        if (const int next = m_view.beside(column, step); next >= 0)
            carry(next, row);
    }
    }
}

void CardCarrier::carry(int column, int row)
{
    m_board.carryTo(column, row);
    m_view.focusDeals(m_board.carried());
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
    Q_EMIT carried(tr("%1, picked up, column %2, %3 of %4")
                       .arg(describe(m_board.carried()), there.stage.name, display.number(row + 1),
                            display.number(there.count)));
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
    const std::vector<DealId> deals = m_board.carried();
    m_board.putBack();
    showCarried();
    m_view.focusDeals(deals);
}

void CardCarrier::dropOn(const std::vector<DealId> &deals, int column, int row)
{
    m_board.pickUp(deals);
    m_board.carryTo(column, row);
    moveTo(column, row, anchorOf(column));
}

// Drops the carried cards there; asks first for what the stage requires.
void CardCarrier::moveTo(int column, int row, QRect anchor)
{
    m_move = {m_board.carried(), column, row};
    const std::vector<DealId> coming = m_board.comingInto(column);
    std::vector<Deal> known;
    for (const DealId id : coming) {
        if (const app::Card *card = m_board.card(id))
            known.push_back(card->deal);
    }
    const auto question = app::questionFor(m_board.column(column).stage, {coming.size(), known});
    m_asked = {};
    if (!question) {
        commitMove({});
        return;
    }
    const QString what = question->alone ? u"“%1”"_s.arg(known.front().name) : describe(coming);
    stageForm().ask(*question, what, anchor, [this](const StageTransition &transition) {
        m_asked = m_move;
        commitMove(transition);
    });
}

// Created on first use.
StageForm &CardCarrier::stageForm()
{
    if (!m_form) {
        m_form = new StageForm(m_context, &m_place);
        connect(m_form, &StageForm::cancelled, this, &CardCarrier::cancelMove);
    }
    return *m_form;
}

bool CardCarrier::isAsking() const
{
    return m_form && m_form->isVisible();
}

void CardCarrier::stopAsking()
{
    if (m_form)
        m_form->cancel();
}

void CardCarrier::letGo()
{
    stopAsking();
    if (m_board.isCarrying())
        putBack();
}

void CardCarrier::commitMove(const StageTransition &transition)
{
    const Move move = std::exchange(m_move, {});
    m_board.carryTo(move.column, move.row);
    m_board.drop(transition);
    showCarried();
    if (m_view.isUnfolded(move.column))
        m_view.focusDeals(move.deals);
    else
        m_view.focusNext();
}

// If a drop that needed an answer could not be saved, carries the cards to the target again and reopens the
// form.
void CardCarrier::conclude(const std::vector<DealId> &deals, const std::optional<Error> &refusal)
{
    if (m_asked.deals.empty() || m_asked.deals != deals)
        return;
    const Move asked = std::exchange(m_asked, {});
    if (refusal && m_board.isCarrying())
        return;
    if (refusal) {
        m_board.pickUp(deals);
        m_board.carryTo(asked.column, asked.row);
        m_move = asked;
        showCarried();
    }
    stageForm().conclude(refusal);
}

void CardCarrier::cancelMove()
{
    const std::vector<DealId> deals = std::exchange(m_move, {}).deals;
    m_board.putBack();
    showCarried();
    m_view.focusDeals(deals);
}

void CardCarrier::close(StageType type)
{
    for (int i = 0; i < m_board.columnCount(); ++i) {
        if (m_board.column(i).stage.type != type)
            continue;
        const std::vector<DealId> deals = m_view.selection();
        const QRect anchor = anchorOf(-1);
        m_board.pickUp(deals);
        if (!m_board.comingInto(i).empty())
            moveTo(i, 0, anchor);
        else
            m_board.putBack();
        return;
    }
}

void CardCarrier::moveToStage(int column)
{
    const std::vector<DealId> deals = m_view.selection();
    const QRect anchor = anchorOf(-1);
    m_board.pickUp(deals);
    if (m_board.isCarrying())
        moveTo(column, 0, anchor);
}

void CardCarrier::moveBy(int columns, int rows)
{
    const std::vector<DealId> deals = m_view.selection();
    if (deals.empty())
        return;
    const int column = m_board.columnOf(deals.front());
    if (columns != 0) {
        if (const int next = m_view.beside(column, columns); next >= 0)
            moveToStage(next);
        return;
    }
    const int row = m_board.cards(column).rowOf(deals.front()) + rows;
    m_board.pickUp(deals);
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

QString CardCarrier::describe(const std::vector<DealId> &deals) const
{
    const app::Card *card = deals.size() == 1 ? m_board.card(deals.front()) : nullptr;
    return card ? card->spoken : m_board.display().counted(qint64(deals.size()), EntityKind::Deal);
}

} // namespace headway::ui
