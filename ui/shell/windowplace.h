// SPDX-License-Identifier: GPL-3.0-or-later
// Where a window goes so that it is on the screen with its frame. Pure; nothing fails.
#pragma once

#include <QMargins>
#include <QRect>

#include <optional>

namespace headway::ui {

// The window's place without its frame, in logical pixels. As it is if the whole fits; else smaller, and moved
// where it is too large. Nullopt: not even its `least` size fits, so it has to be maximised.
std::optional<QRect> placeOnScreen(const QRect &window, const QMargins &frame, const QRect &available,
                                   const QSize &least);

} // namespace headway::ui
