// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/timelineview.h"

#include "ui/controls/slimscrollbar.h"
#include "ui/record/timelinedelegate.h"
#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QApplication>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>
#include <QStyle>

namespace headway::ui {

using app::TimelineItem;

TimelineView::TimelineView(app::TimelineModel &model, const app::Display &display,
                           const app::Workspace &workspace, QWidget *parent)
    : QListView(parent), m_model(model), m_delegate(new TimelineDelegate(*this, display, workspace, this))
{
    setItemDelegate(m_delegate);
    setModel(&model);
    setFrameShape(QFrame::NoFrame);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setResizeMode(QListView::Adjust);
    setMouseTracking(true);
    viewport()->setAutoFillBackground(false);
    setAccessibleName(model.content() == app::TimelineModel::Content::Changes ? tr("History")
                                                                              : tr("Timeline"));
    setVerticalScrollBar(new SlimScrollBar(Qt::Vertical, this));
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    connect(&model, &app::TimelineModel::modelReset, this, [this] { m_expanded.clear(); });
    connect(&model, &app::TimelineModel::loaded, this, [this] {
        setAccessibleDescription(emptyText()); // what is painted is not heard
        viewport()->update();
    });
}

TimelineView::~TimelineView() = default;

bool TimelineView::isExpanded(const TimelineItem &item) const
{
    return item.isActivity() && m_expanded.contains(item.id);
}

void TimelineView::toggle(const QModelIndex &index)
{
    if (!index.isValid() || !m_model.at(index.row()).isActivity())
        return;
    const qint64 id = m_model.at(index.row()).id;
    if (!m_expanded.remove(id))
        m_expanded.insert(id);
    scheduleDelayedItemsLayout();
}

qint64 TimelineView::currentPlanned() const
{
    const QModelIndex current = currentIndex();
    if (current.isValid() && hasFocus() && m_model.at(current.row()).type == TimelineItem::Type::Planned)
        return m_model.at(current.row()).id;
    for (int row = 0; row < m_model.rowCount(); ++row) {
        if (m_model.at(row).type == TimelineItem::Type::Planned)
            return m_model.at(row).id;
    }
    return 0;
}

void TimelineView::act(const TimelineItem &item)
{
    if (item.type == TimelineItem::Type::Planned)
        Q_EMIT doneWanted(item.id);
    else if (item.type == TimelineItem::Type::Change && !item.isTakenBack)
        Q_EMIT undoWanted(item.id);
}

void TimelineView::keyPressEvent(QKeyEvent *event)
{
    const QModelIndex current = currentIndex();
    const bool isDone = event->key() == Qt::Key_D && event->modifiers().testFlag(Qt::ControlModifier);
    const bool isUndo = event->key() == Qt::Key_U && event->modifiers() == Qt::NoModifier
        && m_model.content() == app::TimelineModel::Content::Changes;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter || event->key() == Qt::Key_Space)
        toggle(current);
    else if (event->key() == Qt::Key_F2 && current.isValid() && m_model.at(current.row()).isActivity())
        Q_EMIT activityWanted(m_model.at(current.row()).id);
    else if ((isDone || isUndo) && current.isValid())
        act(m_model.at(current.row()));
    else if (event->key() == Qt::Key_Escape)
        event->ignore(); // no letter to search for: the window may close the pane
    else
        QListView::keyPressEvent(event);
}

bool TimelineView::isOnLink(const QModelIndex &index, QPoint position) const
{
    const QRect row = visualRect(index);
    const QRect place = m_delegate->linkPlace(row, m_model.at(index.row()));
    return QStyle::visualRect(layoutDirection(), row, place).contains(position);
}

void TimelineView::mouseReleaseEvent(QMouseEvent *event)
{
    QListView::mouseReleaseEvent(event);
    const QModelIndex index = indexAt(event->pos());
    if (!index.isValid() || event->button() != Qt::LeftButton)
        return;
    const TimelineItem item = m_model.at(index.row());
    if (isOnLink(index, event->pos()))
        act(item);
    else
        toggle(index);
}

void TimelineView::mouseMoveEvent(QMouseEvent *event)
{
    QListView::mouseMoveEvent(event);
    const QModelIndex index = indexAt(event->pos());
    viewport()->setCursor(index.isValid() && isOnLink(index, event->pos()) ? Qt::PointingHandCursor
                                                                           : Qt::ArrowCursor);
}

void TimelineView::mouseDoubleClickEvent(QMouseEvent *event)
{
    const QModelIndex index = indexAt(event->pos());
    if (index.isValid() && m_model.at(index.row()).isActivity())
        Q_EMIT activityWanted(m_model.at(index.row()).id);
}

QMenu *TimelineView::menuFor(const TimelineItem &item)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (const QString link = m_delegate->linkText(item); !link.isEmpty())
        menu->addAction(link, this, [this, item] { act(item); });
    if (item.isActivity())
        menu->addAction(themeIcon(QStringLiteral("document-edit")), tr("Edit"), this,
                        [this, id = item.id] { Q_EMIT activityWanted(id); });
    menu->addAction(themeIcon(QStringLiteral("edit-copy")), tr("Copy as text"), this,
                    [text = m_model.sentence(item)] { QApplication::clipboard()->setText(text); });
    return menu;
}

void TimelineView::contextMenuEvent(QContextMenuEvent *event)
{
    const QModelIndex index =
        event->reason() == QContextMenuEvent::Keyboard ? currentIndex() : indexAt(event->pos());
    if (index.isValid() && m_model.at(index.row()).type != TimelineItem::Type::Heading)
        menuFor(m_model.at(index.row()))->popup(event->globalPos());
}

QString TimelineView::emptyText() const
{
    if (m_model.rowCount() > 0 || !m_model.isLoaded())
        return {};
    return m_model.content() == app::TimelineModel::Content::Changes
        ? tr("Nothing was changed yet.")
        : tr("Nothing happened yet. Log a call, or plan one.");
}

void TimelineView::paintEvent(QPaintEvent *event)
{
    QListView::paintEvent(event);
    const QString text = emptyText();
    if (text.isEmpty())
        return;
    QPainter painter(viewport());
    painter.setPen(colourRolesOf(*this).quietText);
    painter.drawText(viewport()->rect().adjusted(space::large, space::huge, -space::large, 0),
                     Qt::AlignHCenter | Qt::AlignTop | Qt::TextWordWrap, text);
}

void TimelineView::focusInEvent(QFocusEvent *event)
{
    QListView::focusInEvent(event);
    for (int row = 0; row < m_model.rowCount() && !currentIndex().isValid(); ++row) {
        if (m_model.at(row).type != TimelineItem::Type::Heading)
            setCurrentIndex(m_model.index(row));
    }
}

void TimelineView::resizeEvent(QResizeEvent *event)
{
    QListView::resizeEvent(event);
    scheduleDelayedItemsLayout();
}

void TimelineView::changeEvent(QEvent *event)
{
    QListView::changeEvent(event);
    if (event->type() == QEvent::FontChange) {
        m_delegate->forgetHeights();
        scheduleDelayedItemsLayout();
    }
}

} // namespace headway::ui
