// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/tabrow.h"

#include "ui/style/colours.h"
#include "ui/style/theme.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

namespace headway::ui {

using namespace Qt::StringLiterals;

TabRow::TabRow(QWidget *parent) : QWidget(parent)
{
    setFocusPolicy(Qt::TabFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
}

TabRow::~TabRow() = default;

void TabRow::showTabs(const QStringList &names)
{
    if (names == m_names)
        return;
    m_names = names;
    if (m_current >= m_names.size() || m_names.value(m_current).isEmpty())
        choose(0);
    setAccessibleName(m_names.value(m_current));
    update();
}

void TabRow::choose(int tab)
{
    if (tab < 0 || tab >= m_names.size() || m_names[tab].isEmpty())
        return;
    m_current = tab;
    setAccessibleName(m_names[tab]);
    update();
    Q_EMIT chosen(tab);
}

void TabRow::chooseNext(int step)
{
    const int count = int(m_names.size());
    for (int i = 1; i <= count; ++i) {
        const int tab = (m_current + step * i + count * i) % count;
        if (!m_names[tab].isEmpty()) {
            choose(tab);
            return;
        }
    }
}

QSize TabRow::sizeHint() const
{
    return {160, fontMetrics().height() + 2 * space::small + 1};
}

// Where the whole names do not fit, all tabs shrink by the same share.
QRect TabRow::place(int tab) const
{
    int before = 0;
    int all = 0;
    for (int i = 0; i < m_names.size(); ++i) {
        before += i < tab ? wanted(i) : 0;
        all += wanted(i);
    }
    const int room = width() - 2 * space::small;
    const double share = all > room ? double(room) / all : 1;
    const int left = int(before * share);
    const QRect place(space::small + left, 0, int((before + wanted(tab)) * share) - left, height());
    return QStyle::visualRect(layoutDirection(), rect(), place);
}

int TabRow::wanted(int tab) const
{
    return m_names[tab].isEmpty() ? 0 : fontMetrics().horizontalAdvance(m_names[tab]) + 2 * space::small;
}

int TabRow::tabAt(QPoint position) const
{
    for (int i = 0; i < m_names.size(); ++i) {
        if (!m_names[i].isEmpty() && place(i).contains(position))
            return i;
    }
    return -1;
}

void TabRow::paintEvent(QPaintEvent *)
{
    const ColourRoles &colours = colourRolesOf(*this);
    QPainter painter(this);
    painter.fillRect(0, height() - 1, width(), 1, colours.hairline);
    for (int i = 0; i < m_names.size(); ++i) {
        if (m_names[i].isEmpty())
            continue;
        const bool isCurrent = i == m_current;
        painter.setPen(isCurrent || i == m_hovered ? palette().color(QPalette::WindowText)
                                                   : colours.quietText);
        const int room = place(i).width() - space::small;
        painter.drawText(place(i), Qt::AlignCenter,
                         fontMetrics().elidedText(m_names[i], Qt::ElideRight, room));
        if (isCurrent)
            painter.fillRect(place(i).adjusted(space::small, height() - 2, -space::small, 0), colours.accent);
        if (isCurrent && showsRing(*this))
            paintRing(painter, place(i).adjusted(0, 2, 0, -4), colours.accent);
    }
}

void TabRow::mousePressEvent(QMouseEvent *event)
{
    choose(tabAt(event->pos()));
}

void TabRow::mouseMoveEvent(QMouseEvent *event)
{
    m_hovered = tabAt(event->pos());
    setToolTip(m_names.value(m_hovered)); // which may be elided
    update();
}

void TabRow::leaveEvent(QEvent *)
{
    m_hovered = -1;
    update();
}

void TabRow::keyPressEvent(QKeyEvent *event)
{
    const int right = isRightToLeft() ? -1 : 1;
    if (event->key() == Qt::Key_Right)
        chooseNext(right);
    else if (event->key() == Qt::Key_Left)
        chooseNext(-right);
    else
        QWidget::keyPressEvent(event);
}

} // namespace headway::ui
