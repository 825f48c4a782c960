// SPDX-License-Identifier: GPL-3.0-or-later
// Things move while it lives, whatever the style says; in other tests nothing does.
#pragma once

#include "app/program/settings.h"
#include "ui/controls/glide.h"
#include "ui/style/motion.h"

namespace headway::test {

struct MovingWhile {
    explicit MovingWhile(app::MotionSetting choice) { ui::Motion::follow(choice); }
    ~MovingWhile() { ui::Motion::stop(); }
};

// What is on its way in a window; null: nothing.
inline ui::Glide *glideIn(const QWidget &window)
{
    for (ui::Glide *each : window.findChildren<ui::Glide *>()) {
        if (each->isVisible())
            return each;
    }
    return nullptr;
}

} // namespace headway::test
