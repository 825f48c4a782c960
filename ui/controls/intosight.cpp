// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/intosight.h"

#include "ui/style/theme.h"

#include <QScrollArea>

namespace headway::ui {

void bringIntoSight(QWidget &part)
{
    QScrollArea *area = nullptr;
    for (QWidget *around = part.parentWidget(); around && !area; around = around->parentWidget())
        area = qobject_cast<QScrollArea *>(around);
    if (area)
        QMetaObject::invokeMethod(
            &part, [area, &part] { area->ensureWidgetVisible(&part, 0, space::small); },
            Qt::QueuedConnection);
}

} // namespace headway::ui
