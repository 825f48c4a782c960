// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/style/motion.h"

#include "app/program/settings.h"
#include "support/catch_qt.h"
#include "support/motion.h"
#include "ui/style/controlstyle.h"

#include <QProxyStyle>
#include <QStyleFactory>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;

namespace {

// As of a desktop that turns animations off.
class CalmStyle : public QProxyStyle
{
public:
    CalmStyle() : QProxyStyle(QStringLiteral("Fusion")) {}
    int styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                  QStyleHintReturn *answer) const override
    {
        return hint == SH_Widget_Animation_Duration ? 0
                                                    : QProxyStyle::styleHint(hint, option, widget, answer);
    }
};

} // namespace

TEST_CASE("Nothing moves until somebody asks for it, nor where the settings say so", "[ui]")
{
    CHECK_FALSE(Motion::mayMove());
    {
        const MovingWhile on(app::MotionSetting::On);
        CHECK(Motion::mayMove());
    }
    CHECK_FALSE(Motion::mayMove());
    const MovingWhile off(app::MotionSetting::Off);
    CHECK_FALSE(Motion::mayMove());
}

TEST_CASE("A style without animations counts as a wish for none; our own style says nothing about it", "[ui]")
{
    QProxyStyle calm(new CalmStyle); // owns it
    CHECK_FALSE(Motion::movesBy(calm));
    const ControlStyle ours;
    CHECK(ours.styleHint(QStyle::SH_Widget_Animation_Duration, nullptr, nullptr, nullptr) == 0);
    CHECK(Motion::movesBy(ours) == (ours.baseStyle()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0));
    const std::unique_ptr<QStyle> fusion(QStyleFactory::create(QStringLiteral("Fusion")));
    CHECK(Motion::movesBy(*fusion));
}

TEST_CASE("No motion takes longer than 120 ms", "[ui]")
{
    CHECK(Motion::duration <= 120);
    CHECK(Motion::easing().valueForProgress(1) == 1);
}
