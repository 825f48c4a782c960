// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/removablechip.h"

#include "app/text/plaintip.h"
#include "ui/controls/chipcross.h"
#include "ui/style/colours.h"
#include "ui/style/focusring.h"
#include "ui/style/rowpainter.h"
#include "ui/style/theme.h"

#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QMenu>
#include <QPainter>

#include <utility>

namespace headway::ui {

namespace {

constexpr int crossRoom = 18;

} // namespace

RemovableChip::RemovableChip(qint64 id, QWidget *parent) : QAbstractButton(parent), m_id(id)
{
    setFocusPolicy(
        Qt::ClickFocus); // by keyboard from the line behind the chips; sixty stops would be too many
    setAttribute(Qt::WA_Hover);
}

RemovableChip::~RemovableChip() = default;

void RemovableChip::showText(const QString &text, bool isRemovable)
{
    m_text = text;
    m_isRemovable = isRemovable;
    setAccessibleName(text);
    setAccessibleDescription(isRemovable ? tr("Delete removes it") : QString());
    setToolTip(app::plainTip(text)); // which may be cut
    updateGeometry();
    update();
}

QSize RemovableChip::sizeHint() const
{
    const int end = m_isRemovable ? crossRoom : space::small;
    return {space::small + fontMetrics().horizontalAdvance(m_text) + 2 + end,
            fontMetrics().height() + space::hair + 2};
}

QRect RemovableChip::cross() const
{
    if (!m_isRemovable)
        return {};
    return crossPlaceOf(*this, crossRoom);
}

void RemovableChip::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    paintChipFrame(painter, *this, underMouse() ? QBrush(colours.hover) : QBrush(Qt::NoBrush));
    const RowPainter row(painter, rect(), layoutDirection());
    painter.setPen(palette().color(QPalette::WindowText));
    row.text(rect().adjusted(space::small, 0, m_isRemovable ? -crossRoom : -space::small, 0), Qt::AlignLeft,
             m_text);
    if (m_isRemovable)
        paintCross(painter, *this, cross());
    if (showsRing(*this))
        paintRing(painter, rect(), colours.accent);
}

void RemovableChip::keyPressEvent(QKeyEvent *event)
{
    const int forward = isRightToLeft() ? -1 : 1;
    switch (event->key()) {
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_isRemovable && !event->isAutoRepeat()) // a key held down must not take all of them
            Q_EMIT removeWanted();
        return;
    case Qt::Key_Right: Q_EMIT moveWanted(forward); return;
    case Qt::Key_Left: Q_EMIT moveWanted(-forward); return;
    case Qt::Key_Home: Q_EMIT moveWanted(0); return;
    default: QAbstractButton::keyPressEvent(event); return;
    }
}

// No stop of Tab itself, it has no place among them.
bool RemovableChip::focusNextPrevChild(bool next)
{
    Q_EMIT left(next);
    return true;
}

void RemovableChip::mousePressEvent(QMouseEvent *event)
{
    QAbstractButton::mousePressEvent(event);
    m_isCrossPressed = event->button() == Qt::LeftButton && cross().contains(event->pos());
}

// Where both were on the cross.
void RemovableChip::mouseReleaseEvent(QMouseEvent *event)
{
    QAbstractButton::mouseReleaseEvent(event);
    if (event->button() == Qt::LeftButton && std::exchange(m_isCrossPressed, false)
        && cross().contains(event->pos()))
        Q_EMIT clickedAway();
}

void RemovableChip::contextMenuEvent(QContextMenuEvent *event)
{
    if (!m_isRemovable)
        return;
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const bool isByMouse = event->reason() == QContextMenuEvent::Mouse;
    menu->addAction(themeIcon(QStringLiteral("list-remove")), tr("Remove"), this,
                    isByMouse ? &RemovableChip::clickedAway : &RemovableChip::removeWanted);
    menu->popup(event->globalPos());
}

bool RemovableChip::event(QEvent *event)
{
    if (event->type() == QEvent::HoverMove)
        update(); // the cross
    if (event->type() == QEvent::ToolTip)
        setToolTip(cross().contains(static_cast<QHelpEvent *>(event)->pos()) ? tr("Remove (Delete)")
                                                                             : app::plainTip(m_text));
    return QAbstractButton::event(event);
}

} // namespace headway::ui
