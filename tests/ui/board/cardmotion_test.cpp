// SPDX-License-Identifier: GPL-3.0-or-later
// Cards on their way: only paint, never where they are.
#include "support/motion.h"
#include "ui/board/boarddesk.h"

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

bool isFirst(const Desk &desk, StageId stage, const QString &name)
{
    return desk.names(stage).value(0) == name;
}

// Whether the window was painted while nothing was on its way.
class PaintWatch : public QObject
{
public:
    explicit PaintWatch(QWidget &window) : m_window(window) { window.installEventFilter(this); }
    bool isBare() const { return m_isBare; }
    bool eventFilter(QObject *, QEvent *event) override
    {
        m_isBare |= event->type() == QEvent::UpdateRequest && !glideIn(m_window);
        return false;
    }

private:
    QWidget &m_window;
    bool m_isBare = false;
};

} // namespace

TEST_CASE("A card that I move is never seen at its new place before it goes there", "[ui]")
{
    const MovingWhile moving(app::MotionSetting::On);
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    QCoreApplication::processEvents();
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    const PaintWatch watch(desk.window);
    REQUIRE(await([&] { return glideIn(desk.window) != nullptr; }));
    CHECK_FALSE(watch.isBare());
    REQUIRE(desk.settled());
}

TEST_CASE("A card that I move by key is in its new stage at once, and is seen on its way", "[ui]")
{
    const MovingWhile moving(app::MotionSetting::On);
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    CHECK(isFirst(desk, desk.book.offer, u"Renewal"_s));
    CHECK(desk.page->current() == EntityRef{EntityKind::Deal, desk.book.renewal.value});
    CHECK(await([&] { return glideIn(desk.window) != nullptr; }));
    CHECK(await([&] { return !desk.window.findChild<Glide *>(); }));
    CHECK(isFirst(desk, desk.book.offer, u"Renewal"_s));
    REQUIRE(desk.settled());
}

TEST_CASE("Where nothing may move, nothing ever lies over the board", "[ui]")
{
    const MovingWhile still(app::MotionSetting::Off);
    Desk desk;
    bool isSeen = false;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    const auto settles = [&](StageId stage) {
        return await([&] {
            isSeen |= desk.window.findChild<Glide *>() != nullptr;
            return isFirst(desk, stage, u"Renewal"_s) && desk.isStill()
                && desk.totals() == desk.book.totals({});
        });
    };
    CHECK(settles(desk.book.offer));
    desk.workspace->undo();
    CHECK(settles(desk.book.qualified));
    CHECK_FALSE(isSeen);
}

TEST_CASE("The next key acts on the card where it is, though it is still on its way", "[ui]")
{
    const MovingWhile moving(app::MotionSetting::On);
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(await([&] { return glideIn(desk.window) != nullptr; }));
    const QPointer<Glide> first = glideIn(desk.window);
    desk.press(Qt::Key_Down, Qt::ControlModifier);
    CHECK((!first || !first->isVisible()));
    CHECK(desk.names(desk.book.offer).value(1) == u"Renewal"_s);
    REQUIRE(desk.settled());
    CHECK(desk.book.names(desk.book.offer).value(1) == u"Renewal"_s);
}

TEST_CASE("What undo takes back is seen on its way back, too", "[ui]")
{
    Desk desk;
    desk.click(desk.book.qualified, desk.book.renewal);
    desk.press(Qt::Key_Right, Qt::ControlModifier);
    REQUIRE(desk.settled());
    const MovingWhile moving(app::MotionSetting::On);
    desk.workspace->undo();
    CHECK(await([&] { return glideIn(desk.window) != nullptr; }));
    CHECK(isFirst(desk, desk.book.qualified, u"Renewal"_s));
    CHECK(await([&] { return !desk.window.findChild<Glide *>(); }));
    REQUIRE(desk.settled());
}

TEST_CASE("A card that I drop by mouse is there already", "[ui]")
{
    const MovingWhile moving(app::MotionSetting::On);
    Desk desk;
    bool isSeen = false;
    desk.drag({desk.book.renewal}, *desk.list(desk.book.offer).viewport(), {20, 5});
    CHECK(isFirst(desk, desk.book.offer, u"Renewal"_s));
    CHECK(await([&] {
        isSeen |= desk.window.findChild<Glide *>() != nullptr;
        return desk.isStill() && desk.totals() == desk.book.totals({});
    }));
    CHECK_FALSE(isSeen);
}

TEST_CASE("A filter that hides cards moves none", "[ui]")
{
    const MovingWhile moving(app::MotionSetting::On);
    Desk desk;
    bool isSeen = false;
    desk.page->setFilter(parseFilter(EntityKind::Deal, u"amount:>10k"_s, boardDay).value());
    CHECK(await([&] {
        isSeen |= desk.window.findChild<Glide *>() != nullptr;
        return desk.names(desk.book.qualified) == QStringList{u"Renewal"_s};
    }));
    QCoreApplication::processEvents();
    CHECK_FALSE((isSeen || desk.window.findChild<Glide *>()));
}
