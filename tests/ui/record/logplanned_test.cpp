// SPDX-License-Identifier: GPL-3.0-or-later
// Logging what was planned, or something else beside it.
#include "ui/controls/chiprow.h"
#include "ui/record/logroom.h"

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

TEST_CASE("A planned call is finished by logging one, and the next one planned, in six keys", "[ui]")
{
    LogRoom room;
    const qint64 planned = room.planCall(u"Call Rubén Ferrer"_s, -4);
    room.show({EntityKind::Company, room.company.value});
    room.show({EntityKind::Deal, room.deal.value});
    room.press(Qt::Key_L, Qt::ControlModifier);
    CHECK(room.heading() == u"Done: Call"_s);
    const auto *chip = room.form()->findChild<FinishChip *>();
    CHECK(chip->isVisible());
    CHECK(chip->accessibleName() == u"finishes: Call Rubén Ferrer, 19 Nov"_s);
    room.press(Qt::Key_1);
    room.type(u"Wants it in spring"_s);
    room.press(Qt::Key_3, Qt::AltModifier);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(room.presses <= 6);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));
    const auto activities = room.activities();
    REQUIRE(activities.size() == 2);
    CHECK(activities[0].id.value == planned);
    CHECK(activities[0].state == ActivityState::Done);
    CHECK(activities[0].at == room.book.workspace().now()); // made today
    CHECK(activities[0].outcome == OutcomeId{1});
    CHECK(activities[0].note == u"Wants it in spring"_s);
    CHECK(activities[1].state == ActivityState::Planned);
    CHECK(room.book.lastStep() == u"Done: “Call Rubén Ferrer”, planned a call"_s);
}

TEST_CASE("A call that is logged beside a planned one did not take as long as that was planned for", "[ui]")
{
    LogRoom room;
    room.planCall(u"Call Rubén Ferrer"_s, -4, 1800);
    room.show({EntityKind::Company, room.company.value});
    room.show({EntityKind::Deal, room.deal.value});
    room.press(Qt::Key_L, Qt::ControlModifier);
    const auto *duration = room.form()->findChild<QLineEdit *>(u"duration"_s);
    REQUIRE(duration->text() == u"30"_s);
    room.press(Qt::Key_X, Qt::AltModifier);
    CHECK(duration->text().isEmpty());
    room.press(Qt::Key_1);
    room.type(u"Asked for the manual"_s);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));
    REQUIRE(room.activities().size() == 2);
    CHECK_FALSE(room.activities()[1].duration);
}

TEST_CASE("Who removes what a call finishes logs another one", "[ui]")
{
    LogRoom room;
    const qint64 planned = room.planCall(u"Call Rubén Ferrer"_s, -4);
    room.show({EntityKind::Company, room.company.value});
    room.show({EntityKind::Deal, room.deal.value});
    room.press(Qt::Key_L, Qt::ControlModifier);
    room.press(Qt::Key_X, Qt::AltModifier);
    CHECK_FALSE(room.form()->findChild<FinishChip *>()->isVisible());
    CHECK(room.heading() == u"Log: Call"_s);
    room.press(Qt::Key_1);
    room.type(u"Asked for the manual"_s);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));
    CHECK(room.activities().size() == 2);
    CHECK(room.book.load<Activity>(ActivityId{planned}).state == ActivityState::Planned);
}
