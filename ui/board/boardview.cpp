// SPDX-License-Identifier: GPL-3.0-or-later
// Columns and rail, and what is folded; where the keyboard is on them is in boardwalk.cpp.
#include "ui/board/boardview.h"

#include "app/board/boardmodel.h"
#include "ui/board/boardcolumnview.h"
#include "ui/board/carddelegate.h"
#include "ui/board/cardlist.h"
#include "ui/board/cardmotion.h"
#include "ui/board/foldedcolumn.h"
#include "ui/controls/edgescroll.h"
#include "ui/controls/slimscrollbar.h"
#include "ui/style/theme.h"

#include <QCoreApplication>
#include <QEvent>
#include <QHBoxLayout>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalBlocker>
#include <QStyle>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace headway::ui {

namespace {

constexpr int wideRail = 128; // pixels: a target that is hit without aiming

} // namespace

BoardView::BoardView(app::BoardModel &board, QWidget *parent)
    : QWidget(parent), m_board(board), m_delegate(new CardDelegate(board, this)), m_motion(makeMotion())
{
    build();
    m_foldSoon.setSingleShot(true);
    m_foldSoon.setInterval(0);
    connect(&m_foldSoon, &QTimer::timeout, this, &BoardView::foldEmpty);
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

    m_railRoom = new QWidget(this);
    m_railRoom->setFixedWidth(FoldedColumn::thickness());
    m_rail = new QWidget(this);
    m_railLayout = new QVBoxLayout(m_rail);
    m_railLayout->setContentsMargins(0, 0, 0, 0);
    m_railLayout->setSpacing(space::small);

    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space::hair);
    layout->addWidget(m_scroll, 1);
    layout->addWidget(m_railRoom);
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
    for (const Place &each : std::exchange(m_places, {})) {
        if (each.column && m_isDragging)
            sendAway(*each.column);
        else
            delete each.column;
        delete each.folded;
    }
    m_places.resize(size_t(m_board.columnCount()));
    m_motion->follow();
    bool isRailUsed = false;
    for (int i = 0; i < m_board.columnCount(); ++i) {
        if (isInRail(i))
            addToRail(i);
        else
            addColumn(i);
        if (isInRail(i) && m_board.isUnfolded(i))
            showAside(i, true);
        isRailUsed |= isInRail(i);
    }
    m_railRoom->setVisible(isRailUsed);
    m_rail->setVisible(isRailUsed);
    foldEmpty();
    orderTabs();
    placeRail();
}

// A drag may have begun in it, and returns into it; the cards go on being carried over the new columns.
void BoardView::sendAway(BoardColumnView &column)
{
    CardList &list = column.cards();
    disconnect(&list, nullptr, this, nullptr);
    disconnect(&column, nullptr, this, nullptr);
    column.setObjectName({});
    column.hide();
    m_columnsLayout->removeWidget(&column);
    if (m_active == &list)
        m_active = nullptr;
    connect(&list, &CardList::dragEnded, this, &BoardView::endDrag);
    connect(this, &BoardView::dragEnded, &column, &QObject::deleteLater);
}

void BoardView::endDrag()
{
    m_edge->stop();
    m_isDragging = false;
    m_motion->forget();
    widenRail(RailWidth::Thin);
    m_foldSoon.start();
    Q_EMIT dragEnded();
}

bool BoardView::isInRail(int column) const
{
    return m_board.column(column).lane.isAside();
}

int BoardView::positionOf(int column) const
{
    int position = 0;
    for (int i = 0; i < column; ++i) {
        position += placeAt(i).column ? 1 : 0;
        position += placeAt(i).folded && !isInRail(i) ? 1 : 0;
    }
    return position;
}

void BoardView::addToRail(int column)
{
    auto *folded = new FoldedColumn(m_board, column, m_rail);
    placeAt(column).folded = folded;
    m_railLayout->addWidget(folded);
    folded->show();
    listenTo(*folded);
    connect(folded, &FoldedColumn::toggled, this, [this, column] { toggleAside(column); });
    connect(folded, &FoldedColumn::dropped, this,
            [this, column](const std::vector<app::CardId> &ids) { drop(ids, column, 0); });
}

// The hand has carried them there: they are not seen on their way once more.
void BoardView::drop(const std::vector<app::CardId> &ids, int column, int row)
{
    Q_EMIT dropped(ids, column, row);
    m_motion->forget();
}

void BoardView::addColumn(int column)
{
    auto *one = new BoardColumnView(m_board, column, *m_delegate, m_strip);
    placeAt(column).isUnfolded = true;
    m_columnsLayout->insertWidget(positionOf(column), one, 1);
    placeAt(column).column = one;
    CardList *list = &one->cards();
    listenTo(*list);
    listenTo(*list->viewport());
    connect(one, &BoardColumnView::addWanted, this, [this, column] { Q_EMIT addWanted(column); });
    connect(one, &BoardColumnView::foldWanted, this, [this, column] { keepOpen(column, false); });
    connect(list, &CardList::dropped, this, [this, column](const std::vector<app::CardId> &ids, int row) {
        m_edge->stop();
        drop(ids, column, row);
    });
    connect(list, &CardList::dragBegan, this, [this] {
        m_isDragging = true;
        widenRail(RailWidth::Wide);
    });
    connect(list, &CardList::draggedAt, this, [this](QPoint global) {
        const int covered = coveredColumns();
        const int at = m_scroll->viewport()->mapFromGlobal(global).x();
        m_edge->dragAt(isRightToLeft() ? at - covered : at, m_scroll->viewport()->width() - covered);
    });
    connect(list, &CardList::dragEnded, this, &BoardView::endDrag);
    connect(list, &CardList::meant, this, [this, list] { onMeant(*list); });
    connect(list, &CardList::menuWanted, this, [this, list](QPoint global) {
        if (list->selectedCards().empty())
            return;
        m_active = list;
        Q_EMIT menuWanted(list->column(), global);
    });
    connect(list, &CardList::doubleClicked, this, [this] { Q_EMIT opened(current()); });
    connect(list, &CardList::clickedAgain, this, [this] { Q_EMIT opened(current()); });
    one->show();
}

// The filter installed last is asked first.
void BoardView::listenTo(QWidget &part)
{
    part.installEventFilter(this);
    if (m_filter)
        part.installEventFilter(m_filter);
}

// From left to right, whatever was folded and unfolded when.
void BoardView::orderTabs()
{
    QWidget *before = nullptr;
    const auto next = [&before](QWidget *after) {
        if (before)
            setTabOrder(before, after);
        before = after;
    };
    for (size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i].column)
            next(&m_places[i].column->cards());
        if (m_places[i].folded && !isInRail(int(i)))
            next(m_places[i].folded);
    }
    for (size_t i = 0; i < m_places.size(); ++i) {
        if (m_places[i].folded && isInRail(int(i)))
            next(m_places[i].folded);
    }
}

void BoardView::toggleAside(int column)
{
    const Place &place = placeAt(column);
    showAside(column, place.folded->isChecked());
    if (place.column) {
        growStrip();
        reveal(*place.column);
    }
    Q_EMIT asideToggled();
}

// What stands aside has no cards, and no column for them, while it is folded.
void BoardView::showAside(int column, bool isShown)
{
    Place &place = placeAt(column);
    if (isShown) {
        m_board.unfold(column);
        addColumn(column);
        orderTabs();
    } else {
        delete std::exchange(place.column, nullptr);
        place.isUnfolded = false;
        m_board.fold(column);
    }
    const QSignalBlocker quiet(place.folded);
    place.folded->setChecked(isShown);
    place.folded->showTotals();
}

void BoardView::showAside(const QSet<qint64> &lanes)
{
    for (int i = 0; i < int(m_places.size()); ++i) {
        const bool isShown = lanes.contains(m_board.column(i).lane.id());
        if (isInRail(i) && placeAt(i).isUnfolded != isShown)
            showAside(i, isShown);
    }
    m_board.unfoldWhenRead(lanes);
    makeRoom();
}

// Who scrolls to a column that has just come needs its place, and a strip that is long enough.
void BoardView::growStrip()
{
    makeRoom();
    for (QWidget *each : {m_strip, m_scroll->viewport()})
        QCoreApplication::sendPostedEvents(each, QEvent::LayoutRequest);
}

int BoardView::coveredColumns() const
{
    return qMax(0, m_covered - (width() - m_scroll->width()));
}

// What is covered is added to the strip's end, so that all of it can be scrolled into sight; the columns keep
// their widths.
void BoardView::makeRoom()
{
    const int covered = coveredColumns();
    m_columnsLayout->setContentsMargins(isRightToLeft() ? covered : 0, 0, isRightToLeft() ? 0 : covered, 0);
    const int columns = qMax(m_scroll->viewport()->width(), m_columnsLayout->minimumSize().width() - covered);
    m_strip->setMinimumWidth(covered > 0 ? columns + covered : 0);
}

void BoardView::showCovered(int width)
{
    m_covered = width;
    growStrip();
    if (m_active)
        reveal(*m_active->parentWidget());
}

void BoardView::reveal(const QWidget &part)
{
    const QRect place = QStyle::visualRect(layoutDirection(), m_strip->rect(), part.geometry());
    const int room = m_scroll->viewport()->width() - coveredColumns();
    QScrollBar &bar = *m_scroll->horizontalScrollBar();
    const int least = place.right() + 1 - room;
    bar.setValue(qMin(place.left(), qMax(bar.value(), least)));
}

void BoardView::showTotals()
{
    unfoldFilled();
    for (const Place &each : m_places) {
        if (each.column)
            each.column->showTotals();
        if (each.folded)
            each.folded->showTotals();
    }
    m_foldSoon.start();
}

// Columns without cards -------------------------------------------------------------------------------------

bool BoardView::isEmptyColumn(int column) const
{
    return !isInRail(column) && m_board.column(column).count == 0 && m_board.cards(column).rowCount() == 0;
}

// Where no column has cards there is nothing to make room for.
bool BoardView::shouldFold(int column) const
{
    if (!isEmptyColumn(column) || m_keptOpen.contains(m_board.column(column).lane.id()))
        return false;
    for (int i = 0; i < m_board.columnCount(); ++i) {
        if (!isInRail(i) && !isEmptyColumn(i))
            return true;
    }
    return false;
}

void BoardView::unfoldFilled()
{
    for (int i = 0; i < int(m_places.size()); ++i) {
        if (!isInRail(i) && !placeAt(i).isUnfolded && !shouldFold(i))
            unfoldEmptyColumn(i);
    }
}

void BoardView::foldEmpty()
{
    if (m_board.isCarrying() || m_isDragging)
        return; // nothing moves under the hand
    for (int i = 0; i < int(m_places.size()); ++i) {
        if (!isInRail(i) && placeAt(i).isUnfolded && shouldFold(i))
            foldEmptyColumn(i);
    }
    showFoldable();
    makeRoom();
}

// The column is kept, hidden: a drag that it began may still be going on.
void BoardView::foldEmptyColumn(int column)
{
    Place &place = placeAt(column);
    if (!place.folded) {
        auto *folded = new FoldedColumn(m_board, column, m_strip);
        m_columnsLayout->insertWidget(positionOf(column) + 1, folded);
        place.folded = folded;
        listenTo(*folded);
        connect(folded, &FoldedColumn::clicked, this, [this, column] { keepOpen(column, true); });
        connect(folded, &FoldedColumn::dropped, this,
                [this, column](const std::vector<app::CardId> &ids) { drop(ids, column, 0); });
        orderTabs();
    }
    CardList &list = place.column->cards();
    place.isUnfolded = false;
    place.folded->showTotals();
    place.folded->show();
    if (list.hasFocus())
        place.folded->setFocus(Qt::OtherFocusReason);
    if (m_active == &list)
        m_active = nullptr;
    place.column->hide();
}

void BoardView::unfoldEmptyColumn(int column)
{
    Place &place = placeAt(column);
    place.isUnfolded = true;
    place.column->show();
    if (place.folded->hasFocus())
        place.column->cards().setFocus(Qt::OtherFocusReason);
    place.folded->hide();
    growStrip();
}

void BoardView::keepOpen(const QSet<qint64> &lanes)
{
    m_keptOpen = lanes;
    unfoldFilled();
    foldEmpty();
}

void BoardView::keepOpen(int column, bool isOpen)
{
    const qint64 lane = m_board.column(column).lane.id();
    if (isOpen)
        m_keptOpen.insert(lane);
    else
        m_keptOpen.remove(lane);
    keepOpen(QSet<qint64>(m_keptOpen));
    Q_EMIT keptOpen(m_keptOpen);
}

void BoardView::showFoldable()
{
    for (int i = 0; i < int(m_places.size()); ++i) {
        const bool isFoldable = isEmptyColumn(i) && m_keptOpen.contains(m_board.column(i).lane.id());
        if (placeAt(i).column)
            placeAt(i).column->showFoldable(isFoldable ? BoardColumnView::Foldable::Yes
                                                       : BoardColumnView::Foldable::No);
    }
}

// The rail --------------------------------------------------------------------------------------------------

void BoardView::widenRail(RailWidth width)
{
    m_railWidth = width;
    placeRail();
}

void BoardView::placeRail()
{
    const bool isWide = m_railWidth == RailWidth::Wide;
    const int width = isWide ? qMax(wideRail, 3 * FoldedColumn::thickness()) : FoldedColumn::thickness();
    const QRect place(this->width() - width, 0, width, height());
    m_rail->setAutoFillBackground(isWide);
    m_rail->setGeometry(QStyle::visualRect(layoutDirection(), rect(), place));
    m_rail->raise();
}

void BoardView::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeRail();
    makeRoom();
}

void BoardView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LayoutDirectionChange) {
        placeRail();
        makeRoom();
    }
}

} // namespace headway::ui
