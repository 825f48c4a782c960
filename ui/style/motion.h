// SPDX-License-Identifier: GPL-3.0-or-later
// How long things move, in which rhythm, and whether they may: as the settings say, else as the desktop does.
// Nothing moves before follow() was called, so that pictures and tests show things where they are. GUI thread;
// nothing fails.
#pragma once

#include <QEasingCurve>

class QStyle;

namespace headway::app {
enum class MotionSetting;
}

namespace headway::ui {

class Motion
{
public:
    static constexpr int duration = 120; // ms: seen, and waited for by nobody

    static QEasingCurve easing();
    static bool mayMove();
    // Call again when the setting changes.
    static void follow(app::MotionSetting choice);
    // Nothing moves from now on.
    static void stop();

    // Whether the style below ours moves things; a desktop that turns animations off has one that does not.
    static bool movesBy(const QStyle &style);
};

} // namespace headway::ui
