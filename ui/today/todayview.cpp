// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/today/todayview.h"

#include "ui/controls/slimscrollbar.h"
#include "ui/style/theme.h"
#include "ui/today/todaydelegate.h"

#include <QContextMenuEvent>
#include <QKeyEvent>

#include <algorithm>

namespace headway::ui {

using app::TodayItem;

TodayView::TodayView(app::TodayModel &model, QWidget *parent) : QListView(parent), m_model(model)
{
    setObjectName(QStringLiteral("today"));
    setAccessibleName(tr("Today"));
    setItemDelegate(new TodayDelegate(*this, model, this));
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(ExtendedSelection);
    setEditTriggers(NoEditTriggers);
    setVerticalScrollMode(ScrollPerPixel);
    setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, this));
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(Adjust);
    setMouseTracking(true);
    setTabKeyNavigation(false);
    verticalScrollBar()->setSingleStep(lineHeight(TextSize::Body));
    connect(&model, &app::TodayModel::loaded, this, [this] {
        if (hasFocus())
            chooseFirst();
    });
    connect(&model, &QAbstractItemModel::dataChanged, this, [this](const QModelIndex &index) {
        if (index == currentIndex())
            tell();
    });
    connect(this, &QListView::doubleClicked, this, &TodayView::opened);
}

TodayView::~TodayView() = default;

const TodayItem *TodayView::current() const
{
    const QModelIndex index = currentIndex();
    return index.isValid() && m_model.at(index.row()).isRow() ? &m_model.at(index.row()) : nullptr;
}

std::vector<const TodayItem *> TodayView::chosen() const
{
    std::vector<int> rows;
    for (const QModelIndex &index : selectionModel()->selectedIndexes())
        rows.push_back(index.row());
    std::sort(rows.begin(), rows.end());
    std::vector<const TodayItem *> items;
    for (const int row : rows)
        items.push_back(&m_model.at(row));
    if (items.empty() && current())
        items.push_back(current());
    return items;
}

void TodayView::select(int row)
{
    if (row < 0)
        return;
    selectionModel()->setCurrentIndex(m_model.index(row), QItemSelectionModel::ClearAndSelect);
    scrollTo(m_model.index(row));
}

int TodayView::rowBeside(int row, int step) const
{
    for (row += step; row >= 0 && row < m_model.rowCount(); row += step) {
        if (m_model.at(row).isRow())
            return row;
    }
    return -1;
}

void TodayView::chooseFirst()
{
    if (!current())
        select(rowBeside(-1, 1));
    else if (selectionModel()->selectedIndexes().isEmpty())
        select(currentIndex().row()); // Qt moved the cursor off a removed row without selecting
}

void TodayView::tell()
{
    if (isVisible())
        Q_EMIT currentItemChanged();
}

void TodayView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QListView::currentChanged(current, previous);
    tell();
}

// When the current item is done, the cursor moves to the next one.
void TodayView::rowsAboutToBeRemoved(const QModelIndex &parent, int start, int end)
{
    const int here = currentIndex().isValid() ? currentIndex().row() : -1;
    if (here >= start && here <= end) {
        const int after = rowBeside(end, 1);
        select(after >= 0 ? after : rowBeside(start, -1));
    }
    QListView::rowsAboutToBeRemoved(parent, start, end);
}

QModelIndex TodayView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    const int here = currentIndex().isValid() ? currentIndex().row() : -1;
    int row = -1;
    switch (action) {
    case MoveDown:
    case MoveNext:
    case MoveRight: row = rowBeside(here, 1); break;
    case MoveUp:
    case MovePrevious:
    case MoveLeft: row = rowBeside(here, -1); break;
    case MoveHome: row = rowBeside(-1, 1); break;
    case MoveEnd: row = rowBeside(m_model.rowCount(), -1); break;
    case MovePageUp:
    case MovePageDown: {
        const int step = action == MovePageDown ? 1 : -1;
        const QModelIndex there = QListView::moveCursor(action, modifiers);
        row = there.isValid() ? rowBeside(there.row() - step, step) : -1;
        if (row < 0)
            row = rowBeside(step > 0 ? m_model.rowCount() : -1, -step);
        break;
    }
    }
    if (row >= 0 && rowBeside(row, -1) < 0)
        scrollToTop(); // so that the heading is visible, too
    return row < 0 ? currentIndex() : m_model.index(row);
}

void TodayView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const bool isPlain = event->modifiers() == Qt::NoModifier && current();
    if (isPlain && isEnter && current()->type == TodayItem::Type::Activity)
        Q_EMIT doneWanted();
    else if (isPlain && (isEnter || event->key() == Qt::Key_Space))
        Q_EMIT opened();
    else
        QListView::keyPressEvent(event);
}

QModelIndex TodayView::circleAt(const QPoint &point) const
{
    const QModelIndex index = indexAt(point);
    const bool isPlanned = index.isValid() && m_model.at(index.row()).type == TodayItem::Type::Activity;
    return isPlanned && TodayDelegate::circleIn(visualRect(index), layoutDirection()).contains(point)
        ? index
        : QModelIndex();
}

void TodayView::point(const QModelIndex &circle)
{
    if (m_onCircle == circle)
        return;
    m_onCircle = circle;
    viewport()->setCursor(circle.isValid() ? Qt::PointingHandCursor : Qt::ArrowCursor);
    viewport()->update();
}

void TodayView::mouseMoveEvent(QMouseEvent *event)
{
    point(circleAt(event->pos()));
    if (!m_pressed.isValid()) // it does not begin a selection
        QListView::mouseMoveEvent(event);
}

void TodayView::leaveEvent(QEvent *event)
{
    point({});
    QListView::leaveEvent(event);
}

void TodayView::mousePressEvent(QMouseEvent *event)
{
    m_pressed = event->button() == Qt::LeftButton ? circleAt(event->pos()) : QModelIndex();
    if (m_pressed.isValid())
        select(m_pressed.row());
    else
        QListView::mousePressEvent(event);
}

void TodayView::mouseReleaseEvent(QMouseEvent *event)
{
    const bool isClick = m_pressed.isValid() && circleAt(event->pos()) == m_pressed;
    if (!m_pressed.isValid())
        QListView::mouseReleaseEvent(event);
    m_pressed = QModelIndex();
    if (isClick)
        Q_EMIT doneWanted();
}

void TodayView::mouseDoubleClickEvent(QMouseEvent *event)
{
    if (!circleAt(event->pos()).isValid())
        QListView::mouseDoubleClickEvent(event);
}

void TodayView::contextMenuEvent(QContextMenuEvent *event)
{
    if (event->reason() == QContextMenuEvent::Keyboard && currentIndex().isValid())
        Q_EMIT menuWanted(viewport()->mapToGlobal(visualRect(currentIndex()).center()));
    else if (indexAt(event->pos()).isValid())
        Q_EMIT menuWanted(event->globalPos());
}

void TodayView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    chooseFirst();
    if (event->reason() != Qt::ActiveWindowFocusReason && event->reason() != Qt::PopupFocusReason)
        tell(); // the detail pane may still show a record of another page
}

void TodayView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout(); // row heights: one line or two
}

void TodayView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        scheduleDelayedItemsLayout();
}

} // namespace headway::ui
