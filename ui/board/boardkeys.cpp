// SPDX-License-Identifier: GPL-3.0-or-later
// Moving by hand on the board: the focus and the carried card by keyboard, drops by mouse, and the
// question that some stages ask.
#include "ui/board/boardpage.h"

#include "ui/board/boardcolumn.h"
#include "ui/board/cardlist.h"
#include "ui/board/foldedcolumn.h"
#include "ui/controls/elidedlabel.h"
#include "ui/controls/within.h"
#include "ui/stages/stageform.h"

#include <QAccessible>
#include <QApplication>
#include <QKeyEvent>
#include <QScrollArea>

#include <algorithm>

namespace headway::ui {

using namespace Qt::StringLiterals;

CardList *BoardPage::listOf(int column) const
{
    const auto found = std::find_if(m_columns.begin(), m_columns.end(),
                                    [column](const BoardColumn *each) { return each->column() == column; });
    return found == m_columns.end() ? nullptr : &(*found)->cards();
}

FoldedColumn *BoardPage::foldedOf(int column) const
{
    const auto found = std::find_if(m_folded.begin(), m_folded.end(),
                                    [column](const FoldedColumn *each) { return each->column() == column; });
    return found == m_folded.end() ? nullptr : *found;
}

// The columns from left to right as they are seen: those that are folded come last.
std::vector<int> BoardPage::order() const
{
    std::vector<int> columns;
    for (const BoardColumn *each : m_columns)
        columns.push_back(each->column());
    for (const FoldedColumn *each : m_folded) {
        if (!each->isChecked())
            columns.push_back(each->column());
    }
    return columns;
}

int BoardPage::beside(int column, int steps) const
{
    const std::vector<int> columns = order();
    const auto here = std::find(columns.begin(), columns.end(), column);
    const auto there = (here - columns.begin()) + steps;
    return here == columns.end() || there < 0 || size_t(there) >= columns.size() ? -1
                                                                                 : columns[size_t(there)];
}

EntityRef BoardPage::current() const
{
    return {EntityKind::Deal, m_active ? m_active->currentDeal().value : 0};
}

std::vector<DealId> BoardPage::selectedDeals() const
{
    if (m_board->isCarrying())
        return m_board->carried();
    return m_active ? m_active->selectedDeals() : std::vector<DealId>{};
}

std::vector<EntityRef> BoardPage::selection() const
{
    std::vector<EntityRef> records;
    for (const DealId deal : selectedDeals())
        records.push_back({EntityKind::Deal, deal.value});
    return records;
}

void BoardPage::select(EntityRef deal)
{
    const int column = m_board->columnOf({deal.id});
    CardList *list = column < 0 ? nullptr : listOf(column);
    if (!list || deal.kind != EntityKind::Deal)
        return;
    m_active = list;
    list->select({deal.id});
    m_scroll->ensureWidgetVisible(list->parentWidget(), 0, 0);
}

void BoardPage::onMeant(CardList &list)
{
    if (m_board->isCarrying() || (&list != m_active && !list.hasFocus()))
        return;
    m_active = &list;
    for (const BoardColumn *each : m_columns) {
        if (&each->cards() != &list)
            each->cards().clearSelection();
    }
    const DealId deal = list.currentDeal();
    if (deal == m_lastSelected)
        return;
    m_lastSelected = deal;
    Q_EMIT selected({EntityKind::Deal, deal.value});
}

void BoardPage::focusColumn(int column, int nearRow)
{
    if (CardList *list = listOf(column)) {
        m_active = list;
        const int last = m_board->cards(column).rowCount() - 1;
        list->select(m_board->cards(column).dealAt(std::min(nearRow, last)));
        list->setFocus(Qt::TabFocusReason);
        onMeant(*list);
        m_scroll->ensureWidgetVisible(list->parentWidget(), 0, 0);
    } else if (FoldedColumn *folded = foldedOf(column)) {
        folded->setFocus(Qt::TabFocusReason);
    }
}

// Who gives the keyboard to the page gives it to the card looked at last, or to the first one.
void BoardPage::focusInEvent(QFocusEvent *)
{
    if (m_active) {
        m_active->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto filled = std::find_if(m_columns.begin(), m_columns.end(), [this](const BoardColumn *each) {
        return m_board->cards(each->column()).rowCount() > 0;
    });
    if (filled != m_columns.end())
        focusColumn((*filled)->column(), 0);
}

// The cards just moved have the keyboard, where they can be seen.
void BoardPage::focusDeals(const std::vector<DealId> &deals)
{
    const int column = deals.empty() ? -1 : m_board->columnOf(deals.front());
    CardList *list = column < 0 ? nullptr : listOf(column);
    if (!list)
        return;
    m_active = list;
    list->select(deals.front());
    if (deals.size() > 1)
        list->selectAllOf(deals);
    list->setFocus(Qt::OtherFocusReason);
    m_scroll->ensureWidgetVisible(list->parentWidget(), 0, 0);
    onMeant(*list);
}

// Where undo and redo of this user moved deals to is what he looks for.
void BoardPage::onChanged(const ChangeSet &set)
{
    const Origin origin = set.operation.origin;
    const bool isOurs = set.operation.actor == m_board->workspace().user();
    if (!isOurs || (origin != Origin::Undo && origin != Origin::Redo) || !isVisible() || !isActiveWindow())
        return;
    std::vector<DealId> moved;
    std::vector<DealId> shifted; // within their stage; some of them only to make room
    for (const Change &change : set.changes) {
        if (change.ref.kind != EntityKind::Deal)
            continue;
        if (deltaOf(change, u"stage_id"))
            moved.push_back({change.ref.id});
        else if (deltaOf(change, u"rank"))
            shifted.push_back({change.ref.id});
    }
    if (!moved.empty() || !shifted.empty()) // else those of the step before, which may not be drawn yet
        m_takenBack = moved.empty() ? shifted : moved;
}

// Once they are drawn where they stand now, and unless one is busy with something else than cards.
void BoardPage::showTakenBack()
{
    if (m_takenBack.empty() || !m_board->isCurrent())
        return;
    std::vector<DealId> deals = std::exchange(m_takenBack, {});
    std::erase_if(deals, [this](DealId deal) { return m_board->columnOf(deal) < 0; });
    const QWidget *focus = QApplication::focusWidget();
    const bool isOnCards =
        focus == this || qobject_cast<const CardList *>(focus) || qobject_cast<const FoldedColumn *>(focus);
    if (isOnCards && isWithin(focus, this) && !m_board->isCarrying())
        focusDeals(deals);
}

bool BoardPage::eventFilter(QObject *watched, QEvent *event)
{
    // A click elsewhere lets go of a card that is carried by keyboard.
    if (event->type() == QEvent::MouseButtonPress && m_board->isCarrying() && !isAsking())
        putBack();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    const auto &press = static_cast<const QKeyEvent &>(*event);
    const auto modifiers = press.modifiers() & ~Qt::KeypadModifier;
    if (m_board->isCarrying())
        return modifiers == Qt::NoModifier && pressedCarrying(press.key());
    if (modifiers != Qt::NoModifier)
        return false;
    if (auto *list = qobject_cast<CardList *>(watched))
        return pressed(*list, press.key());
    if (auto *folded = qobject_cast<FoldedColumn *>(watched))
        return pressed(*folded, press.key());
    return false;
}

bool BoardPage::pressed(CardList &list, int key)
{
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = (key == Qt::Key_Right) != isRightToLeft ? 1 : -1;
        if (const int column = beside(list.column(), step); column >= 0)
            focusColumn(column, std::max(0, list.currentIndex().row()));
        return true;
    }
    case Qt::Key_Space: pickUp(); return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current().id)
            Q_EMIT opened(current());
        return true;
    default: return false;
    }
}

bool BoardPage::pressed(FoldedColumn &folded, int key)
{
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    const auto here = std::find(m_folded.begin(), m_folded.end(), &folded);
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right:
        if ((key == Qt::Key_Left) != isRightToLeft && !m_columns.empty())
            focusColumn(m_columns.back()->column(), 0);
        return true;
    case Qt::Key_Up:
        if (here != m_folded.begin())
            (*std::prev(here))->setFocus(Qt::TabFocusReason);
        return true;
    case Qt::Key_Down:
        if (std::next(here) != m_folded.end())
            (*std::next(here))->setFocus(Qt::TabFocusReason);
        return true;
    default: return false;
    }
}

bool BoardPage::pressedCarrying(int key)
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

void BoardPage::pickUp()
{
    const std::vector<DealId> deals = selectedDeals();
    if (deals.empty())
        return;
    m_board->pickUp(deals);
    showCarried();
}

void BoardPage::carryBy(int key)
{
    const DealId first = m_board->carried().front();
    const int column = m_board->columnOf(first);
    const int row = m_board->cards(column).rowOf(first);
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Up: carry(column, row - 1); break;
    case Qt::Key_Down: carry(column, row + 1); break;
    case Qt::Key_Home: carry(column, 0); break;
    case Qt::Key_End: carry(column, m_board->cards(column).rowCount()); break;
    default: {
        const int step = (key == Qt::Key_Right) != isRightToLeft ? 1 : -1;
        if (const int next = beside(column, step); next >= 0)
            carry(next, row);
    }
    }
}

void BoardPage::carry(int column, int row)
{
    m_board->carryTo(column, row);
    focusDeals(m_board->carried());
    showCarried();
}

void BoardPage::showCarried()
{
    const int column = m_board->isCarrying() ? m_board->columnOf(m_board->carried().front()) : -1;
    for (FoldedColumn *each : m_folded)
        each->showTarget(each->column() == column && !each->isChecked() ? FoldedColumn::Target::Yes
                                                                        : FoldedColumn::Target::No);
    if (column < 0) {
        showSummary();
        return;
    }
    const app::Display &display = m_board->display();
    const int row = m_board->cards(column).rowOf(m_board->carried().front());
    const auto &truth = m_board->column(column);
    announce(tr("%1, picked up, column %2, %3 of %4")
                 .arg(describe(m_board->carried()), truth.stage.name, display.number(row + 1),
                      display.number(truth.count)));
}

// In the last line, for eyes and for screen readers.
void BoardPage::announce(const QString &text)
{
    m_summary->showText(text, ElidedLabel::Tone::Normal);
    QAccessibleEvent named(m_summary, QAccessible::NameChanged);
    QAccessible::updateAccessibility(&named);
    QAccessibleEvent alert(m_summary, QAccessible::Alert);
    QAccessible::updateAccessibility(&alert);
}

void BoardPage::dropCarried()
{
    const int column = m_board->columnOf(m_board->carried().front());
    moveTo(column, m_board->cards(column).rowOf(m_board->carried().front()), anchorOf(column));
}

void BoardPage::putBack()
{
    const std::vector<DealId> deals = m_board->carried();
    m_board->putBack();
    showCarried();
    focusDeals(deals);
}

void BoardPage::dropOn(const std::vector<DealId> &deals, int column, int row)
{
    m_board->pickUp(deals);
    m_board->carryTo(column, row);
    moveTo(column, row, anchorOf(column));
}

// Drops the carried cards there; asks first where the stage wants to know more.
void BoardPage::moveTo(int column, int row, QRect anchor)
{
    m_move = {m_board->carried(), column, row};
    const std::vector<DealId> coming = m_board->comingInto(column);
    std::vector<Deal> known;
    for (const DealId id : coming) {
        if (const app::Card *card = m_board->card(id))
            known.push_back(card->deal);
    }
    auto question = app::questionFor(m_board->column(column).stage, known);
    m_asked = {};
    if (!question || coming.empty()) {
        commitMove({});
        return;
    }
    const bool isOne = coming.size() == 1 && known.size() == 1;
    if (!isOne)
        question->alone = {};
    const QString what = isOne ? u"“%1”"_s.arg(known.front().name) : describe(coming);
    stageForm().ask(*question, what, anchor, [this](const StageEntry &entry) {
        m_asked = m_move;
        commitMove(entry);
    });
}

// Made when somebody is asked for the first time.
StageForm &BoardPage::stageForm()
{
    if (!m_stageForm) {
        m_stageForm = new StageForm(m_surroundings, this);
        connect(m_stageForm, &StageForm::cancelled, this, &BoardPage::cancelMove);
    }
    return *m_stageForm;
}

bool BoardPage::isAsking() const
{
    return m_stageForm && m_stageForm->isVisible();
}

void BoardPage::stopAsking()
{
    if (m_stageForm)
        m_stageForm->cancel();
}

void BoardPage::commitMove(const StageEntry &entry)
{
    const Move move = std::exchange(m_move, {});
    CardList *before = m_active;
    m_board->carryTo(move.column, move.row);
    m_board->drop(entry);
    showCarried();
    if (listOf(move.column)) {
        focusDeals(move.deals);
    } else if (before) { // the card is out of sight: go on with the next one
        before->setFocus(Qt::OtherFocusReason);
        before->select(before->currentDeal());
        onMeant(*before);
    }
}

// Of a drop that was asked about and could not be saved, the cards are taken there again, beside the form.
void BoardPage::conclude(const std::vector<DealId> &deals, const std::optional<Error> &refusal)
{
    if (m_asked.deals.empty() || m_asked.deals != deals)
        return;
    const Move asked = std::exchange(m_asked, {});
    if (refusal && m_board->isCarrying())
        return;
    if (refusal) {
        m_board->pickUp(deals);
        m_board->carryTo(asked.column, asked.row);
        m_move = asked;
        showCarried();
    }
    stageForm().conclude(refusal);
}

void BoardPage::cancelMove()
{
    const std::vector<DealId> deals = std::exchange(m_move, {}).deals;
    m_board->putBack();
    showCarried();
    focusDeals(deals);
}

void BoardPage::close(StageType type)
{
    for (int i = 0; i < m_board->columnCount(); ++i) {
        if (m_board->column(i).stage.type != type)
            continue;
        const std::vector<DealId> deals = selectedDeals();
        const QRect anchor = anchorOf(-1);
        m_board->pickUp(deals);
        if (!m_board->comingInto(i).empty())
            moveTo(i, 0, anchor);
        else
            m_board->putBack();
        return;
    }
}

void BoardPage::moveToStage(int column)
{
    const std::vector<DealId> deals = selectedDeals();
    const QRect anchor = anchorOf(-1);
    m_board->pickUp(deals);
    if (m_board->isCarrying())
        moveTo(column, 0, anchor);
}

void BoardPage::moveBy(int columns, int rows)
{
    const std::vector<DealId> deals = selectedDeals();
    if (deals.empty())
        return;
    const int column = m_board->columnOf(deals.front());
    if (columns != 0) {
        if (const int next = beside(column, columns); next >= 0)
            moveToStage(next);
        return;
    }
    const int row = m_board->cards(column).rowOf(deals.front()) + rows;
    m_board->pickUp(deals);
    if (row >= 0)
        moveTo(column, row, {});
    else
        m_board->putBack();
}

// Where the panel opens: at the folded column, or at the card itself.
QRect BoardPage::anchorOf(int column) const
{
    if (column >= 0 && !listOf(column)) {
        const FoldedColumn *folded = foldedOf(column);
        return {folded->mapTo(this, QPoint()), folded->size()};
    }
    const std::vector<DealId> deals = selectedDeals();
    const int at = deals.empty() ? -1 : m_board->columnOf(deals.front());
    const CardList *list = at < 0 ? nullptr : listOf(at);
    if (!list)
        return {rect().center(), QSize(1, 1)};
    const QRect card = list->cardRect(deals.front());
    return {list->viewport()->mapTo(this, card.topLeft()), card.size()};
}

QString BoardPage::describe(const std::vector<DealId> &deals) const
{
    const app::Card *card = deals.size() == 1 ? m_board->card(deals.front()) : nullptr;
    return card ? card->spoken : tr("%1 deals").arg(m_board->display().number(qint64(deals.size())));
}

} // namespace headway::ui
