// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/boardview.h"

#include "app/board/boardmodel.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/carddelegate.h"
#include "ui/board/cardlist.h"
#include "ui/board/foldedcolumn.h"
#include "ui/controls/edgescroll.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace headway::ui {

BoardView::BoardView(app::BoardModel &board, QWidget *parent)
    : QWidget(parent), m_board(board), m_delegate(new CardDelegate(board, this))
{
    build();
    connect(&m_board, &app::BoardModel::columnsReset, this, &BoardView::buildColumns);
    connect(&m_board, &app::BoardModel::totalsChanged, this, &BoardView::showTotals);
}

BoardView::~BoardView() = default;

void BoardView::build()
{
    m_strip = new QWidget;
    m_columnsLayout = new QHBoxLayout(m_strip);
    m_columnsLayout->setContentsMargins(0, 0, 0, 0);
    m_columnsLayout->setSpacing(space::hair); // the scroll bars lie in the gaps, too
    m_columnsLayout->addStretch(0);
    m_scroll = new QScrollArea(this);
    m_scroll->setFrameShape(QFrame::NoFrame);
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBar(new SlimScrollBar(Qt::Horizontal, m_scroll));
    m_scroll->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->viewport()->setAutoFillBackground(false);
    m_scroll->setWidget(m_strip);
    m_strip->setAutoFillBackground(false); // setWidget() turned it on
    m_edge = new EdgeScroll(m_scroll->horizontalScrollBar(), this);

    auto *rail = new QWidget(this);
    m_rail = new QVBoxLayout(rail);
    m_rail->setContentsMargins(0, 0, 0, 0);
    m_rail->setSpacing(space::medium);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(rail);
}

QWidget *BoardView::columnsArea() const
{
    return m_scroll;
}

void BoardView::filterInput(QObject &filter)
{
    m_filter = &filter;
}

void BoardView::buildColumns()
{
    for (BoardColumnView *each : std::exchange(m_columns, {}))
        delete each;
    for (FoldedColumn *each : std::exchange(m_folded, {}))
        delete each;
    for (int i = 0; i < m_board.columnCount(); ++i) {
        if (isClosed(m_board.column(i).stage.type))
            addFolded(i);
        else
            addColumn(i, int(m_columns.size()));
    }
    for (size_t i = 1; i < m_columns.size(); ++i)
        QWidget::setTabOrder(&m_columns[i - 1]->cards(), &m_columns[i]->cards());
}

void BoardView::addFolded(int column)
{
    auto *folded = new FoldedColumn(m_board, column, this);
    m_folded.push_back(folded);
    m_rail->addWidget(folded);
    folded->show();
    listenTo(*folded);
    connect(folded, &FoldedColumn::toggled, this, [this, folded] { toggleFold(*folded); });
    connect(folded, &FoldedColumn::dropped, this,
            [this, column](const std::vector<DealId> &deals) { Q_EMIT dropped(deals, column, 0); });
}

BoardColumnView *BoardView::addColumn(int column, int place)
{
    auto *one = new BoardColumnView(m_board, column, *m_delegate, m_strip);
    m_columns.insert(m_columns.begin() + place, one);
    m_columnsLayout->insertWidget(place, one, 1);
    CardList *list = &one->cards();
    listenTo(*list);
    listenTo(*list->viewport());
    connect(list, &CardList::dropped, this, [this, column](const std::vector<DealId> &deals, int row) {
        m_edge->stop();
        Q_EMIT dropped(deals, column, row);
    });
    connect(list, &CardList::draggedAt, this, [this](QPoint global) {
        m_edge->dragAt(m_scroll->viewport()->mapFromGlobal(global).x(), m_scroll->viewport()->width());
    });
    connect(list, &CardList::dragEnded, m_edge, &EdgeScroll::stop);
    connect(list, &CardList::meant, this, [this, list] { onMeant(*list); });
    connect(list, &CardList::menuWanted, this, [this, list](QPoint global) {
        if (list->selectedDeals().empty())
            return;
        m_active = list;
        Q_EMIT menuWanted(list->column(), global);
    });
    connect(list, &CardList::doubleClicked, this, [this] { Q_EMIT opened(current()); });
    one->show();
    return one;
}

// The filter installed last is asked first.
void BoardView::listenTo(QWidget &part)
{
    part.installEventFilter(this);
    if (m_filter)
        part.installEventFilter(m_filter);
}

void BoardView::toggleFold(FoldedColumn &folded)
{
    const int column = folded.column();
    if (folded.isChecked()) {
        m_board.unfold(column);
        const auto after =
            std::find_if(m_columns.begin(), m_columns.end(),
                         [column](const BoardColumnView *each) { return each->column() > column; });
        BoardColumnView *one = addColumn(column, int(after - m_columns.begin()));
        one->show();
        QCoreApplication::sendPostedEvents(m_strip,
                                           QEvent::LayoutRequest); // the strip grows before it scrolls
        m_scroll->ensureWidgetVisible(one);
    } else {
        const auto one =
            std::find_if(m_columns.begin(), m_columns.end(),
                         [column](const BoardColumnView *each) { return each->column() == column; });
        if (one != m_columns.end()) {
            delete *one;
            m_columns.erase(one);
        }
        m_board.fold(column);
    }
    folded.showTotals();
}

void BoardView::showTotals()
{
    for (BoardColumnView *each : m_columns)
        each->showTotals();
    for (FoldedColumn *each : m_folded)
        each->showTotals();
}

CardList *BoardView::listOf(int column) const
{
    const auto found =
        std::find_if(m_columns.begin(), m_columns.end(),
                     [column](const BoardColumnView *each) { return each->column() == column; });
    return found == m_columns.end() ? nullptr : &(*found)->cards();
}

FoldedColumn *BoardView::foldedOf(int column) const
{
    const auto found = std::find_if(m_folded.begin(), m_folded.end(),
                                    [column](const FoldedColumn *each) { return each->column() == column; });
    return found == m_folded.end() ? nullptr : *found;
}

bool BoardView::isUnfolded(int column) const
{
    return listOf(column);
}

std::vector<int> BoardView::order() const
{
    std::vector<int> columns;
    for (const BoardColumnView *each : m_columns)
        columns.push_back(each->column());
    for (const FoldedColumn *each : m_folded) {
        if (!each->isChecked())
            columns.push_back(each->column());
    }
    return columns;
}

int BoardView::beside(int column, int steps) const
{
    const std::vector<int> columns = order();
    const auto here = std::find(columns.begin(), columns.end(), column);
    const auto there = (here - columns.begin()) + steps;
    return here == columns.end() || there < 0 || size_t(there) >= columns.size() ? -1
                                                                                 : columns[size_t(there)];
}

DealId BoardView::current() const
{
    return m_active ? m_active->currentDeal() : DealId{};
}

std::vector<DealId> BoardView::selection() const
{
    if (m_board.isCarrying())
        return m_board.carried();
    return m_active ? m_active->selectedDeals() : std::vector<DealId>{};
}

void BoardView::select(DealId deal)
{
    const int column = m_board.columnOf(deal);
    CardList *list = column < 0 ? nullptr : listOf(column);
    if (!list)
        return;
    m_active = list;
    list->select(deal);
    m_scroll->ensureWidgetVisible(list->parentWidget(), 0, 0);
}

void BoardView::onMeant(CardList &list)
{
    if (m_board.isCarrying() || (&list != m_active && !list.hasFocus()))
        return;
    m_active = &list;
    for (const BoardColumnView *each : m_columns) {
        if (&each->cards() != &list)
            each->cards().clearSelection();
    }
    const DealId deal = list.currentDeal();
    if (deal == m_lastSelected)
        return;
    m_lastSelected = deal;
    Q_EMIT selected(deal);
}

void BoardView::focusColumn(int column, int nearRow)
{
    if (CardList *list = listOf(column)) {
        m_active = list;
        const int last = m_board.cards(column).rowCount() - 1;
        list->select(m_board.cards(column).dealAt(std::min(nearRow, last)));
        list->setFocus(Qt::TabFocusReason);
        onMeant(*list);
        m_scroll->ensureWidgetVisible(list->parentWidget(), 0, 0);
    } else if (FoldedColumn *folded = foldedOf(column)) {
        folded->setFocus(Qt::TabFocusReason);
    }
}

void BoardView::takeFocus()
{
    if (m_active) {
        m_active->setFocus(Qt::OtherFocusReason);
        return;
    }
    const auto filled = std::find_if(m_columns.begin(), m_columns.end(), [this](const BoardColumnView *each) {
        return m_board.cards(each->column()).rowCount() > 0;
    });
    if (filled != m_columns.end())
        focusColumn((*filled)->column(), 0);
}

void BoardView::focusDeals(const std::vector<DealId> &deals)
{
    const int column = deals.empty() ? -1 : m_board.columnOf(deals.front());
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

void BoardView::focusNext()
{
    if (!m_active)
        return;
    m_active->setFocus(Qt::OtherFocusReason);
    m_active->select(m_active->currentDeal());
    onMeant(*m_active);
}

QRect BoardView::placeOf(int column) const
{
    if (column >= 0 && !listOf(column)) {
        const FoldedColumn *folded = foldedOf(column);
        return {folded->mapTo(this, QPoint()), folded->size()};
    }
    const std::vector<DealId> deals = selection();
    const int at = deals.empty() ? -1 : m_board.columnOf(deals.front());
    const CardList *list = at < 0 ? nullptr : listOf(at);
    if (!list)
        return {};
    const QRect card = list->cardRect(deals.front());
    return {list->viewport()->mapTo(this, card.topLeft()), card.size()};
}

void BoardView::showTarget(int column)
{
    for (FoldedColumn *each : m_folded)
        each->showTarget(each->column() == column && !each->isChecked() ? FoldedColumn::Target::Yes
                                                                        : FoldedColumn::Target::No);
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
    const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
    switch (key) {
    case Qt::Key_Left:
    case Qt::Key_Right: {
        const int step = (key == Qt::Key_Right) != isRightToLeft ? 1 : -1;
        if (const int column = beside(list.column(), step); column >= 0)
            focusColumn(column, std::max(0, list.currentIndex().row()));
        return true;
    }
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (current())
            Q_EMIT opened(current());
        return true;
    default: return false;
    }
}

bool BoardView::pressed(FoldedColumn &folded, int key)
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

} // namespace headway::ui
