// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowplace.h"

namespace headway::ui {

std::optional<QRect> placeOnScreen(const QRect &window, const QMargins &frame, const QRect &available,
                                   const QSize &least)
{
    const QRect room = available.marginsRemoved(frame);
    if (room.width() < least.width() || room.height() < least.height())
        return {};
    QRect place = window;
    if (place.width() > room.width()) {
        place.setWidth(room.width());
        place.moveLeft(room.left());
    }
    if (place.height() > room.height()) {
        place.setHeight(room.height());
        place.moveTop(room.top());
    }
    return place;
}

} // namespace headway::ui
