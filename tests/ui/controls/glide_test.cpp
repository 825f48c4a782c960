// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/controls/glide.h"

#include "support/await.h"
#include "support/catch_qt.h"
#include "support/motion.h"

#include <QTest>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;

namespace {

struct Scene {
    QWidget window;
    QWidget over{&window};

    Scene()
    {
        window.resize(400, 300);
        over.setGeometry(20, 20, 300, 200);
        window.show();
        window.activateWindow();
        REQUIRE(await([this] { return window.isActiveWindow(); }));
    }
    void slide(QRect area = {0, 0, 300, 200})
    {
        QPixmap picture(40, 30);
        picture.fill(Qt::red);
        Glide::show(over, area, Glide::pictureOf(over, area & over.rect()),
                    {{.picture = picture, .from = {0, 0, 40, 30}, .to = {200, 100, 40, 30}}});
    }
};

} // namespace

TEST_CASE("A picture on its way is gone when it has arrived, and takes no click meanwhile", "[ui]")
{
    const MovingWhile moving(app::MotionSetting::On);
    Scene scene;
    scene.slide();
    REQUIRE(glideIn(scene.window));
    CHECK(scene.window.childAt(30, 30) == &scene.over);
    CHECK(scene.over.grab().toImage().pixelColor(5, 5) == QColor(Qt::red)); // it begins there
    CHECK(await([&] { return !scene.window.findChild<Glide *>(); }));
    CHECK(scene.over.grab().toImage().pixelColor(5, 5) != QColor(Qt::red));
}

TEST_CASE("Nothing lies over a window where nothing may move", "[ui]")
{
    Scene scene;
    scene.slide();
    CHECK_FALSE(scene.window.findChild<Glide *>());
    const MovingWhile off(app::MotionSetting::Off);
    scene.slide();
    CHECK_FALSE(scene.window.findChild<Glide *>());
}

TEST_CASE("A key, a click, or a further motion ends the one before at once", "[ui]")
{
    const MovingWhile moving(app::MotionSetting::On);
    Scene scene;
    scene.slide();
    QWidget *first = glideIn(scene.window);
    REQUIRE(first);
    SECTION("a key")
    {
        QTest::keyClick(&scene.window, Qt::Key_Right);
        CHECK_FALSE(glideIn(scene.window));
    }
    SECTION("a click")
    {
        QTest::mouseClick(&scene.over, Qt::LeftButton);
        CHECK_FALSE(glideIn(scene.window));
    }
    SECTION("the window's size")
    {
        scene.over.resize(200, 100);
        CHECK_FALSE(glideIn(scene.window));
    }
    SECTION("another one")
    {
        scene.slide();
        CHECK_FALSE(first->isVisible());
        CHECK(glideIn(scene.window));
    }
}

TEST_CASE("What cannot be seen does not move: outside, hidden, or deleted on the way", "[ui]")
{
    const MovingWhile moving(app::MotionSetting::On);
    Scene scene;
    scene.slide({500, 500, 40, 40});
    CHECK_FALSE(glideIn(scene.window));
    scene.over.hide();
    scene.slide();
    CHECK_FALSE(scene.window.findChild<Glide *>());
    auto *brief = new QWidget(&scene.window);
    brief->resize(100, 100);
    brief->show();
    QPixmap picture(10, 10);
    picture.fill(Qt::blue);
    Glide::show(*brief, {0, 0, 100, 100}, picture, {{.picture = picture, .to = {50, 50, 10, 10}}});
    REQUIRE(glideIn(scene.window));
    delete brief;
    QTest::keyClick(&scene.window, Qt::Key_Right); // nobody is left to be told
    CHECK_FALSE(scene.window.findChild<Glide *>());
}

TEST_CASE("A part of a picture is cut out in the pixels of the screen", "[ui]")
{
    QPixmap picture(200, 100);
    picture.setDevicePixelRatio(2);
    const QPixmap part = Glide::partOf(picture, {10, 10, 30, 20});
    CHECK(part.size() == QSize(60, 40));
    CHECK(part.devicePixelRatio() == 2);
}
