// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/motion.h"

#include "app/program/settings.h"

#include <QApplication>
#include <QProxyStyle>

#include <optional>

namespace headway::ui {

namespace {

std::optional<app::MotionSetting> &followed()
{
    static std::optional<app::MotionSetting> choice;
    return choice;
}

} // namespace

QEasingCurve Motion::easing()
{
    return QEasingCurve::OutCubic;
}

bool Motion::mayMove()
{
    if (!followed() || *followed() == app::MotionSetting::Off)
        return false;
    return *followed() == app::MotionSetting::On || movesBy(*QApplication::style());
}

void Motion::follow(app::MotionSetting choice)
{
    followed() = choice;
}

void Motion::stop()
{
    followed().reset();
}

// Our own style says 0 for the controls' sake: their states change at once.
bool Motion::movesBy(const QStyle &style)
{
    const auto *ours = qobject_cast<const QProxyStyle *>(&style);
    const QStyle &below = ours && ours->baseStyle() ? *ours->baseStyle() : style;
    return below.styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

} // namespace headway::ui
