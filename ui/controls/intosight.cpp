// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/intosight.h"

#include "ui/style/theme.h"

#include <QScrollArea>

namespace headway::ui {

namespace {

// The layout needs so many turns: the height of a text that was just shown follows from its width, the whole's from
// that, and the range of the scroll bar from the whole's.
constexpr int turnsOfLayout = 3;

void scrollTo(QWidget &part, QScrollArea &area, int turns)
{
    area.ensureWidgetVisible(&part, 0, space::small);
    if (turns > 1)
        QMetaObject::invokeMethod(
            &part, [&part, &area, turns] { scrollTo(part, area, turns - 1); }, Qt::QueuedConnection);
}

} // namespace

void bringIntoSight(QWidget &part)
{
    QScrollArea *area = nullptr;
    for (QWidget *around = part.parentWidget(); around && !area; around = around->parentWidget())
        area = qobject_cast<QScrollArea *>(around);
    if (area)
        QMetaObject::invokeMethod(
            &part, [&part, area] { scrollTo(part, *area, turnsOfLayout); }, Qt::QueuedConnection);
}

} // namespace headway::ui
