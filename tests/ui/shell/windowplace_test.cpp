// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/windowplace.h"

#include "app/program/settings.h"
#include "support/await.h"
#include "support/catch_qt.h"
#include "ui/shell/shell.h"

#include <QScreen>
#include <QTemporaryDir>
#include <QWindow>

#include <memory>
#include <vector>

using namespace headway;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

const QMargins frame(1, 28, 1, 1);
const QSize least(640, 400);

QRect outer(const QRect &window)
{
    return window.marginsAdded(frame);
}

} // namespace

TEST_CASE("A window as large as the screen becomes smaller by its frame", "[ui]")
{
    const QRect screen(0, 0, 1024, 640);
    const auto place = placeOnScreen(QRect(0, 0, 1024, 640), frame, screen, least);
    REQUIRE(place);
    CHECK(outer(*place) == screen);
}

TEST_CASE("A window that fits stays where it was, to the pixel", "[ui]")
{
    const QRect window(300, 200, 900, 500);
    CHECK(placeOnScreen(window, frame, QRect(0, 0, 1920, 1080), least) == window);
    const QRect aside(-40, 200, 900, 500); // partly outside, as its user left it
    CHECK(placeOnScreen(aside, frame, QRect(0, 0, 1920, 1080), least) == aside);
}

TEST_CASE("A window that is only too high keeps its width and its left edge", "[ui]")
{
    const QRect screen(0, 30, 1366, 738); // below a panel
    const auto place = placeOnScreen(QRect(40, 60, 1280, 800), frame, screen, least);
    REQUIRE(place);
    CHECK(place->left() == 40);
    CHECK(place->width() == 1280);
    CHECK(outer(*place).top() == screen.top());
    CHECK(outer(*place).bottom() == screen.bottom());
}

TEST_CASE("A screen too small for the smallest window is filled", "[ui]")
{
    CHECK_FALSE(placeOnScreen(QRect(0, 0, 640, 400), frame, QRect(0, 0, 640, 400), least));
}

TEST_CASE("The first window fits the screen with its frame, and one that was resized is left alone", "[ui]")
{
    const QTemporaryDir folder;
    app::Settings settings(folder.filePath(u"headway.ini"_s));
    Shell shell(
        settings, [] { return qint64(0); }, Shell::Form::Book);
    shell.show();
    const QMargins known = shell.windowHandle()->frameMargins();
    REQUIRE_FALSE(known.isNull()); // the platform of the tests has frames
    const QSize room = shell.screen()->availableSize().shrunkBy(known);
    CHECK(test::await([&] { return shell.width() <= room.width() && shell.height() <= room.height(); }));

    Shell wide(
        settings, [] { return qint64(0); }, Shell::Form::Book);
    wide.resize(1440, 900);
    wide.show();
    REQUIRE(test::await([&] { return wide.isActiveWindow() || wide.isVisible(); }));
    QCoreApplication::processEvents();
    QCoreApplication::processEvents();
    CHECK(wide.size() == QSize(1440, 900));
}

TEST_CASE("Records in windows of their own end on the screen, also the third one beside the others", "[ui]")
{
    const QTemporaryDir folder;
    app::Settings settings(folder.filePath(u"headway.ini"_s));
    std::vector<std::unique_ptr<Shell>> windows;
    for (int i = 0; i < 3; ++i) {
        Shell &window = *windows.emplace_back(std::make_unique<Shell>(
            settings, [] { return qint64(0); }, Shell::Form::Record));
        window.show();
        const QRect available = window.screen()->availableGeometry();
        const QMargins known = window.windowHandle()->frameMargins();
        CAPTURE(i, available.height(), known.bottom());
        CHECK(test::await([&] {
            const QRect whole = window.geometry().marginsAdded(known);
            return whole.bottom() <= available.bottom() && whole.right() <= available.right();
        }));
        CHECK(window.width() >= window.minimumWidth());
        for (int j = 0; j < i; ++j)
            CHECK(windows[size_t(j)]->pos() != window.pos());
    }
}
