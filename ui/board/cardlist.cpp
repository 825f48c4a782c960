// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/board/cardlist.h"

#include "app/board/boardmodel.h"
#include "ui/board/carddelegate.h"
#include "ui/controls/edgescroll.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QContextMenuEvent>
#include <QDrag>
#include <QKeyEvent>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace headway::ui {

using app::BoardColumnModel;

CardList::CardList(app::BoardModel &board, int column, CardDelegate &delegate, QWidget *parent)
    : QListView(parent), m_board(board), m_column(column), m_delegate(delegate), m_scroll(nullptr)
{
    setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, this));
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the width of cards does not depend on their number
    m_scroll = new EdgeScroll(verticalScrollBar(), this);
    setModel(&board.cards(column));
    setItemDelegate(&delegate);
    setUniformItemSizes(true); // until there is a brief card
    setSelectionMode(ExtendedSelection);
    setVerticalScrollMode(ScrollPerPixel);
    verticalScrollBar()->setSingleStep(delegate.rowHeight() / 3);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setEditTriggers(NoEditTriggers);
    setDragEnabled(true);
    setAcceptDrops(true);
    setDropIndicatorShown(false);
    setAutoScroll(true);
    setMouseTracking(true);
    setFrameShape(NoFrame);
    setTabKeyNavigation(false);
    viewport()->setAutoFillBackground(false);
    setAttribute(Qt::WA_MacShowFocusRect, false);
}

CardList::~CardList() = default;

app::CardId CardList::currentCard() const
{
    return app::CardId(currentIndex().data(BoardColumnModel::IdRole).toLongLong());
}

std::vector<app::CardId> CardList::selectedCards() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::sort(rows.begin(), rows.end());
    std::vector<app::CardId> ids;
    for (const QModelIndex &row : rows)
        ids.emplace_back(row.data(BoardColumnModel::IdRole).toLongLong());
    return ids;
}

void CardList::select(app::CardId id)
{
    const int row = m_board.cards(m_column).rowOf(id);
    if (row < 0)
        return;
    const QModelIndex index = model()->index(row, 0);
    selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
    scrollTo(index);
}

void CardList::selectAllOf(const std::vector<app::CardId> &ids)
{
    std::vector<int> rows;
    for (const app::CardId id : ids) {
        if (const int row = m_board.cards(m_column).rowOf(id); row >= 0)
            rows.push_back(row);
    }
    std::sort(rows.begin(), rows.end());
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    // Rows that are neighbours as one range: comparing ranges takes longer than all else.
    QItemSelection selection;
    for (size_t first = 0; first < rows.size();) {
        size_t last = first;
        while (last + 1 < rows.size() && rows[last + 1] == rows[last] + 1)
            ++last;
        selection.push_back(
            QItemSelectionRange(model()->index(rows[first], 0), model()->index(rows[last], 0)));
        first = last + 1;
    }
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
}

QRect CardList::cardRect(app::CardId id) const
{
    const int row = m_board.cards(m_column).rowOf(id);
    return row < 0 ? QRect() : visualRect(model()->index(row, 0)).adjusted(0, 0, 0, -CardDelegate::gap());
}

int CardList::firstInSight() const
{
    return std::max(0, indexAt({viewport()->width() / 2, 0}).row());
}

int CardList::lastInSight() const
{
    const QModelIndex lowest = indexAt({viewport()->width() / 2, viewport()->height() - 1});
    return lowest.isValid() ? lowest.row() : model()->rowCount() - 1;
}

int CardList::dropRow(QPoint place) const
{
    const int rows = model()->rowCount();
    const QModelIndex under = indexAt({viewport()->width() / 2, place.y()});
    if (!under.isValid())
        return place.y() < 0 ? 0 : rows;
    return under.row() + (place.y() > visualRect(under).center().y() ? 1 : 0);
}

// Dragged cards above the place do not count: they leave it.
int CardList::rowWithout(int row, const std::vector<app::CardId> &ids) const
{
    const app::BoardColumnModel &cards = m_board.cards(m_column);
    return row - int(std::count_if(ids.begin(), ids.end(), [&](app::CardId id) {
               const int at = cards.rowOf(id);
               return at >= 0 && at < row;
           }));
}

void CardList::setHint(const QString &hint)
{
    m_hint = hint;
    viewport()->update();
}

void CardList::showDropRow(int row)
{
    if (row == m_dropRow)
        return;
    m_dropRow = row;
    viewport()->update();
}

void CardList::startDrag(Qt::DropActions)
{
    const std::vector<app::CardId> ids = selectedCards();
    const app::Card *card = m_board.card(currentCard());
    if (ids.empty() || !card)
        return;
    const QRect place = cardRect(currentCard());
    auto *drag = new QDrag(this);
    drag->setMimeData(m_board.mimeOf(ids));
    drag->setPixmap(m_delegate.picture(*card, int(ids.size()), place.width(), *this));
    drag->setHotSpot(viewport()->mapFromGlobal(QCursor::pos()) - place.topLeft());
    m_clicked = QModelIndex();
    m_delegate.fade(ids);
    viewport()->update();
    Q_EMIT dragBegan();
    drag->exec(Qt::MoveAction); // the list that receives the drop emits dropped()
    m_delegate.fade({});
    viewport()->update();
    Q_EMIT dragEnded();
}

void CardList::dragEnterEvent(QDragEnterEvent *event)
{
    if (m_board.cardsIn(event->mimeData()).empty())
        event->ignore();
    else
        event->acceptProposedAction();
}

void CardList::dragMoveEvent(QDragMoveEvent *event)
{
    if (m_board.cardsIn(event->mimeData()).empty()) {
        event->ignore();
        return;
    }
    const QPoint place = event->position().toPoint();
    showDropRow(dropRow(place));
    m_scroll->dragAt(place.y(), viewport()->height());
    event->acceptProposedAction();
    Q_EMIT draggedAt(viewport()->mapToGlobal(place));
}

void CardList::dragLeaveEvent(QDragLeaveEvent *event)
{
    showDropRow(-1);
    m_scroll->stop();
    event->accept();
}

void CardList::dropEvent(QDropEvent *event)
{
    const std::vector<app::CardId> ids = m_board.cardsIn(event->mimeData());
    showDropRow(-1);
    m_scroll->stop();
    if (ids.empty()) {
        event->ignore();
        return;
    }
    event->setDropAction(Qt::MoveAction);
    event->accept();
    Q_EMIT dropped(ids, rowWithout(dropRow(event->position().toPoint()), ids));
}

void CardList::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    if (model()->rowCount() == 0 && m_dropRow < 0 && !m_hint.isEmpty()) {
        QPainter painter(viewport());
        painter.setFont(ui::font(TextSize::Small));
        painter.setPen(colourRolesOf(*this).quietText);
        painter.drawText(viewport()->rect().adjusted(space::small, space::huge, -space::small, 0),
                         Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, m_hint);
    }
    if (m_dropRow >= 0)
        paintDropLine();
}

// In the gap above the card of this row, or below the last one.
int CardList::dropLineAt(int row) const
{
    const int rows = model()->rowCount();
    const int gap = CardDelegate::gap();
    if (rows == 0)
        return gap / 2;
    const QRect card = visualRect(model()->index(std::min(row, rows - 1), 0));
    return std::max(gap / 2, (row < rows ? card.top() : card.bottom() + 1) - gap / 2);
}

void CardList::paintDropLine()
{
    const QColor accent = colourRolesOf(*this).accent;
    if (!m_board.hasOwnOrder()) { // the column is meant, not a place in it
        QPainter frame(viewport());
        frame.setRenderHint(QPainter::Antialiasing);
        frame.setPen(QPen(accent, 2));
        frame.drawRoundedRect(QRectF(viewport()->rect()).adjusted(1, 1, -1, -1), cornerRadius, cornerRadius);
        return;
    }
    const int y = dropLineAt(m_dropRow);
    QPainter painter(viewport());
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(accent, 2));
    painter.drawLine(QPointF(6, y), QPointF(viewport()->width() - 1, y));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawEllipse(QPointF(4, y), 2.5, 2.5);
}

void CardList::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Mouse) {
        const QModelIndex index = indexAt(event->pos());
        if (index.isValid() && !selectionModel()->isSelected(index))
            selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect);
        if (index.isValid())
            Q_EMIT menuWanted(event->globalPos());
        return;
    }
    if (const QRect place = cardRect(currentCard()); place.isValid())
        Q_EMIT menuWanted(viewport()->mapToGlobal(place.center()));
}

void CardList::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    Q_EMIT meant();
}

// Esc is no letter to search for: the window has a use for it.
void CardList::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        event->ignore();
    else
        QListView::keyPressEvent(event);
}

// Emitted for this column's current card, too: the user may have been in another column since.
void CardList::mousePressEvent(QMouseEvent *event)
{
    const QModelIndex under = indexAt(event->position().toPoint());
    const bool isChosen = hasFocus() && under.isValid() && under == currentIndex()
        && selectionModel()->isSelected(under) && selectionModel()->selectedRows().size() == 1;
    const bool isPlain = event->button() == Qt::LeftButton && event->modifiers() == Qt::NoModifier;
    m_clicked = isChosen && isPlain ? QPersistentModelIndex(under) : QPersistentModelIndex();
    QListView::mousePressEvent(event);
    Q_EMIT meant();
}

void CardList::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QPersistentModelIndex clicked = std::exchange(m_clicked, QPersistentModelIndex());
    if (clicked.isValid() && indexAt(event->position().toPoint()) == clicked)
        Q_EMIT clickedAgain();
}

// Each card has its own height from the first brief one on: asking for it reads and measures nothing.
void CardList::doItemsLayout()
{
    if (uniformItemSizes() && m_board.hasBriefCards())
        setUniformItemSizes(false);
    QListView::doItemsLayout();
}

// Focus by keyboard selects a card to act on. Focus by mouse does not: the click says which card is meant.
void CardList::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    if (event->reason() != Qt::MouseFocusReason && model()->rowCount() > 0) {
        // Not setCurrentIndex(): after Ctrl+1 the Ctrl key is still held, which would leave the card
        // unselected.
        if (!currentIndex().isValid() || !selectionModel()->hasSelection())
            selectionModel()->setCurrentIndex(currentIndex().isValid() ? currentIndex()
                                                                       : model()->index(0, 0),
                                              QItemSelectionModel::ClearAndSelect);
        Q_EMIT meant();
    }
    viewport()->update();
}

} // namespace headway::ui
