// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/edgescroll.h"

#include <QScrollBar>

namespace headway::ui {

namespace {

constexpr int edge = 40;       // pixels from an edge where scrolling begins
constexpr int everyFrame = 16; // ms
constexpr int fastest = 18;    // pixels a frame

} // namespace

EdgeScroll::EdgeScroll(QScrollBar *bar, QObject *parent) : QObject(parent), m_bar(bar)
{
    m_timer.setInterval(everyFrame);
    connect(&m_timer, &QTimer::timeout, this, [this] { m_bar->setValue(m_bar->value() + m_step); });
}

EdgeScroll::~EdgeScroll() = default;

void EdgeScroll::dragAt(int position, int length)
{
    const int zone = qMin(edge, length / 4);
    const int intoStart = zone - position;
    const int intoEnd = position - (length - zone);
    m_step = 0;
    if (zone > 0 && intoStart > 0)
        m_step = -qMin(fastest, 2 + intoStart * fastest / zone);
    else if (zone > 0 && intoEnd > 0)
        m_step = qMin(fastest, 2 + intoEnd * fastest / zone);
    if (m_step == 0)
        m_timer.stop();
    else if (!m_timer.isActive())
        m_timer.start();
}

void EdgeScroll::stop()
{
    m_timer.stop();
}

} // namespace headway::ui
