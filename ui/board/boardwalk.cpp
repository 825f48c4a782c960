// SPDX-License-Identifier: GPL-3.0-or-later
// Which cards of the board have the keyboard and are chosen, and how the arrows walk over it.
#include "app/board/boardmodel.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/boardview.h"
#include "ui/board/carddelegate.h"
#include "ui/board/cardlist.h"
#include "ui/board/cardmotion.h"
#include "ui/board/foldedcolumn.h"

#include <QKeyEvent>
#include <QScrollArea>

#include <algorithm>
#include <iterator>

namespace headway::ui {

CardList *BoardView::listOf(int column) const
{
    const Place &place = placeAt(column);
    return place.isUnfolded ? &place.column->cards() : nullptr;
}

FoldedColumn *BoardView::foldedOf(int column) const
{
    return placeAt(column).folded;
}

bool BoardView::isUnfolded(int column) const
{
    return listOf(column);
}

// As they stand: the strip, then what is folded in the rail.
std::vector<int> BoardView::order() const
{
    std::vector<int> columns;
    std::vector<int> rail;
    for (int i = 0; i < int(m_places.size()); ++i)
        (isInRail(i) && !placeAt(i).isUnfolded ? rail : columns).push_back(i);
    columns.insert(columns.end(), rail.begin(), rail.end());
    return columns;
}

int BoardView::beside(int column, int steps) const
{
    const std::vector<int> columns = order();
    const auto here = std::find(columns.begin(), columns.end(), column);
    if (here == columns.end() || steps == 0)
        return -1;
    for (auto there = (here - columns.begin()) + steps; there >= 0 && size_t(there) < columns.size();
         there += steps > 0 ? 1 : -1) {
        if (m_board.column(columns[size_t(there)]).lane.takesCards())
            return columns[size_t(there)];
    }
    return -1;
}

app::CardId BoardView::current() const
{
    return m_active ? m_active->currentCard() : app::CardId{};
}

std::vector<app::CardId> BoardView::selection() const
{
    if (m_board.isCarrying())
        return m_board.carried();
    return m_active ? m_active->selectedCards() : std::vector<app::CardId>{};
}

bool BoardView::hasSelection() const
{
    return m_board.isCarrying() || (m_active && m_active->selectionModel()->hasSelection());
}

void BoardView::select(app::CardId id)
{
    const int column = m_board.columnOf(id);
    CardList *list = column < 0 ? nullptr : listOf(column);
    if (!list)
        return;
    m_active = list;
    list->select(id);
    reveal(*list->parentWidget());
}

void BoardView::onMeant(CardList &list)
{
    if (m_board.isCarrying() || (&list != m_active && !list.hasFocus()))
        return;
    m_active = &list;
    for (const Place &each : m_places) {
        if (each.column && &each.column->cards() != &list)
            each.column->cards().clearSelection();
    }
    const app::CardId id = list.currentCard();
    if (id == m_lastSelected)
        return;
    m_lastSelected = id;
    Q_EMIT selected(id);
}

void BoardView::focusColumn(int column, int nearRow)
{
    if (CardList *list = listOf(column)) {
        m_active = list;
        const int last = m_board.cards(column).rowCount() - 1;
        list->select(m_board.cards(column).idAt(std::min(nearRow, last)));
        list->setFocus(Qt::TabFocusReason);
        onMeant(*list);
        reveal(*list->parentWidget());
    } else if (FoldedColumn *folded = foldedOf(column)) {
        folded->setFocus(Qt::TabFocusReason);
        if (!isInRail(column))
            reveal(*folded);
    }
}

void BoardView::takeFocus()
{
    if (m_active) {
        m_active->setFocus(Qt::OtherFocusReason);
        return;
    }
    const std::vector<int> columns = order();
    const auto filled = std::find_if(columns.begin(), columns.end(), [this](int column) {
        return listOf(column) && m_board.cards(column).rowCount() > 0;
    });
    if (filled != columns.end())
        focusColumn(*filled, 0);
}

void BoardView::focusCards(const std::vector<app::CardId> &ids)
{
    const int column = ids.empty() ? -1 : m_board.columnOf(ids.front());
    CardList *list = column < 0 ? nullptr : listOf(column);
    if (!list)
        return;
    m_active = list;
    list->select(ids.front());
    if (ids.size() > 1)
        list->selectAllOf(ids);
    list->setFocus(Qt::OtherFocusReason);
    reveal(*list->parentWidget());
    onMeant(*list);
}

void BoardView::focusNext()
{
    if (!m_active)
        return;
    m_active->setFocus(Qt::OtherFocusReason);
    m_active->select(m_active->currentCard());
    onMeant(*m_active);
}

QRect BoardView::placeOf(int column) const
{
    if (column >= 0 && !listOf(column)) {
        const FoldedColumn *folded = foldedOf(column);
        return {folded->mapTo(this, QPoint()), folded->size()};
    }
    const std::vector<app::CardId> ids = selection();
    const int at = ids.empty() ? -1 : m_board.columnOf(ids.front());
    const CardList *list = at < 0 ? nullptr : listOf(at);
    if (!list)
        return {};
    const QRect card = list->cardRect(ids.front());
    return {list->viewport()->mapTo(this, card.topLeft()), card.size()};
}

QRect BoardView::placeOfCard(int column, app::CardId id) const
{
    const CardList *list = listOf(column);
    if (!list && !foldedOf(column))
        return {};
    const QWidget &shown = list ? *list->viewport() : static_cast<const QWidget &>(*foldedOf(column));
    const QRect inside = list ? list->cardRect(id) : shown.rect();
    const QRect place(shown.mapTo(this, inside.topLeft()), inside.size());
    const QRect sight = list || !isInRail(column) ? m_scroll->geometry() : rect();
    return inside.intersects(shown.rect()) && place.intersects(sight) ? place : QRect();
}

CardMotion *BoardView::makeMotion()
{
    return new CardMotion(m_board, *this,
                          {.placeOf = [this](int column, app::CardId id) { return placeOfCard(column, id); },
                           .rowsInSight =
                               [this](int column) {
                                   const CardList *list = listOf(column);
                                   return list ? CardMotion::Rows{list->firstInSight(), list->lastInSight()}
                                               : CardMotion::Rows{0, m_board.cards(column).rowCount() - 1};
                               },
                           .pictureOf =
                               [this](app::CardId id, int width) {
                                   const app::Card *card = m_board.card(id);
                                   return card && card->id ? m_delegate->picture(*card, 1, width, *this)
                                                           : QPixmap();
                               },
                           .fade =
                               [this](const std::vector<app::CardId> &ids) {
                                   if (!m_isDragging) // else those under the mouse are
                                       m_delegate->fade(ids);
                               }});
}

void BoardView::glow(const std::vector<app::CardId> &ids)
{
    m_motion->glow(ids);
}

void BoardView::showTarget(int column)
{
    bool isInTheRail = false;
    for (int i = 0; i < int(m_places.size()); ++i) {
        const bool isTarget = i == column && !placeAt(i).isUnfolded;
        if (placeAt(i).folded)
            placeAt(i).folded->showTarget(isTarget ? FoldedColumn::Target::Yes : FoldedColumn::Target::No);
        isInTheRail |= isTarget && isInRail(i);
    }
    if (!m_isDragging)
        widenRail(isInTheRail ? RailWidth::Wide : RailWidth::Thin);
}

bool BoardView::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &press = static_cast<const QKeyEvent &>(*event);
    if (m_board.isCarrying() || (press.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    if (auto *list = qobject_cast<CardList *>(watched))
        return pressed(*list, press.key());
    if (auto *folded = qobject_cast<FoldedColumn *>(watched))
        return pressed(*folded, press.key());
    return false;
}

bool BoardView::pressed(CardList &list, int key)
{
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: walk(list.column(), key, std::max(0, list.currentIndex().row())); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current())
            Q_EMIT opened(current());
        return true;
    default: return false;
    }
}

void BoardView::walk(int column, int key, int nearRow)
{
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const int next = beside(column, (key == Qt::Key_Right) != isRightToLeft ? 1 : -1);
    if (next >= 0)
        focusColumn(next, nearRow);
}

// Won and lost stand one below the other: Up and Down lead from one to the other, Left back to the columns.
bool BoardView::pressed(FoldedColumn &folded, int key)
{
    std::vector<int> columns = order();
    const auto firstInRail = std::find_if(columns.begin(), columns.end(), [this](int column) {
        return isInRail(column) && !placeAt(column).isUnfolded;
    });
    const bool isHere = isInRail(folded.column());
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const bool isBack = (key == Qt::Key_Left) != (layoutDirection() == Qt::RightToLeft);
        if (!isHere)
            walk(folded.column(), key, 0);
        else if (isBack && firstInRail != columns.begin())
            focusColumn(*std::prev(firstInRail), 0);
        return true;
    }
    case Qt::Key_Up:
    case Qt::Key_Down: {
        if (!isHere)
            return true;
        const int step = key == Qt::Key_Up ? -1 : 1;
        for (int next = folded.column() + step; next >= 0 && next < int(m_places.size()); next += step) {
            if (isInRail(next)) {
                foldedOf(next)->setFocus(Qt::TabFocusReason);
                break;
            }
        }
        return true;
    }
    default: return false;
    }
}

} // namespace headway::ui
