// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/logform.h"

#include "domain/records/contact.h"
#include "ui/controls/chiprow.h"
#include "ui/record/detailroom.h"
#include "ui/record/timelineview.h"

#include <QAbstractButton>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

namespace {

struct LogRoom : DetailRoom {
    int presses = 0;

    void press(Qt::Key key, Qt::KeyboardModifiers modifiers = Qt::NoModifier)
    {
        ++presses;
        DetailRoom::press(key, modifiers);
    }
    LogForm *form() const { return pane->findChild<LogForm *>(); }
    std::vector<Activity> activities()
    {
        std::vector<Activity> found;
        for (const Record &record : book.all(EntityKind::Activity))
            found.push_back(as<Activity>(record));
        return found;
    }
};

} // namespace

TEST_CASE("A call with its outcome and a follow-up takes six keys and the text", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(room.form()->isOpen());
    room.press(Qt::Key_1);
    room.type(u"Wants the offer by Friday; señor Núñez decides"_s);
    room.press(Qt::Key_Tab);
    room.press(Qt::Key_3);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(room.presses <= 6);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));

    const auto activities = room.activities();
    REQUIRE(activities.size() == 2);
    CHECK(activities[0].kind == ActivityKind::Call);
    CHECK(activities[0].state == ActivityState::Done);
    CHECK(activities[0].outcome == OutcomeId{1});
    CHECK(activities[0].note == u"Wants the offer by Friday; señor Núñez decides"_s);
    CHECK(activities[1].state == ActivityState::Planned);
    CHECK(activities[1].allDay);
    CHECK(activities[1].at.ms == QDateTime(QDate(2026, 11, 26), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
    CHECK(activities[1].followUpOf == activities[0].id);
    CHECK(room.theDeal().nextActivity == activities[1].at);

    room.book.workspace().undo(); // all of it is one step
    REQUIRE(await([&] { return room.activities().empty() || !room.stepErrors.isEmpty(); }));
    CHECK(room.stepErrors == QList<Error>());
}

TEST_CASE("The plain case is four keys: Ctrl+L, the outcome, the text, Ctrl+Enter", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_L, Qt::ControlModifier);
    room.press(Qt::Key_1);
    room.type(u"Reached her"_s);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));
    REQUIRE(room.activities().size() == 1);
    CHECK(room.presses == 3);
}

TEST_CASE("Once the outcome is chosen digits are text, and Alt with a digit plans the follow-up", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_L, Qt::ControlModifier);
    room.press(Qt::Key_1);
    room.press(Qt::Key_2);
    room.type(u" units wanted"_s);
    room.press(Qt::Key_7, Qt::AltModifier);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return room.activities().size() == 2; }));
    CHECK(room.activities()[0].note == u"2 units wanted"_s);
    CHECK(room.activities()[1].at.ms
          == QDateTime(QDate(2026, 11, 30), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
}

TEST_CASE("An outcome suggests its follow-up, which can be declined", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_L, Qt::ControlModifier);
    room.press(Qt::Key_2); // no answer: suggests tomorrow
    const ChipRow *days = room.form()->findChild<ChipRow *>(u"days"_s);
    CHECK(days->current() == 0);
    room.press(Qt::Key_0, Qt::AltModifier);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));
    CHECK(room.activities().size() == 1);
}

TEST_CASE("Escape closes the form and keeps the draft of this record", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_L, Qt::ControlModifier);
    room.press(Qt::Key_3);
    room.type(u"Half a thought"_s);
    room.press(Qt::Key_Escape);
    CHECK(!room.form()->isOpen());
    room.show({EntityKind::Company, room.company.value});
    room.press(Qt::Key_L, Qt::ControlModifier);
    CHECK(room.form()->findChild<QPlainTextEdit *>()->toPlainText().isEmpty()); // another record, no draft
    room.press(Qt::Key_Escape);
    room.show({EntityKind::Deal, room.deal.value});
    room.press(Qt::Key_L, Qt::ControlModifier);
    CHECK(room.form()->findChild<QPlainTextEdit *>()->toPlainText() == u"Half a thought"_s);
    CHECK(room.form()->findChildren<ChipRow *>().front()->current() == 2);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));
    CHECK(room.drafts.keys().isEmpty());
}

TEST_CASE("A task needs a line and a day, and says so without losing a word", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_T, Qt::ControlModifier);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(room.form()->isOpen());
    CHECK(room.activities().empty());
    room.type(u"Send the sample"_s);
    room.press(Qt::Key_3, Qt::AltModifier);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return room.activities().size() == 1; }));
    const Activity task = room.activities().front();
    CHECK(task.kind == ActivityKind::Task);
    CHECK(task.state == ActivityState::Planned);
    CHECK(task.subject == u"Send the sample"_s);
    CHECK(task.at.ms == QDateTime(QDate(2026, 11, 26), QTime(0, 0), Qt::UTC).toMSecsSinceEpoch());
}

TEST_CASE("Ctrl+D marks the next planned activity done, with its outcome", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_T, Qt::ControlModifier);
    room.type(u"Call back"_s);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return room.activities().size() == 1; }));
    const auto *view = room.pane->findChild<TimelineView *>(u"timeline"_s);
    REQUIRE(await([&] { return view->currentPlanned() != 0; }));
    room.press(Qt::Key_D, Qt::ControlModifier);
    REQUIRE(room.form()->isOpen());
    room.type(u"She said yes"_s);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return room.activities().front().state == ActivityState::Done; }));
    CHECK(room.activities().front().note == u"She said yes"_s);
    CHECK(room.activities().front().subject == u"Call back"_s);
}

TEST_CASE("Marking an overdue call done asks when it happened: now, or when it was planned", "[ui]")
{
    LogRoom room;
    const Instant lastWeek{room.book.workspace().now().ms - qint64(7) * 24 * 3600 * 1000};
    const Activity call{.id = {1},
                        .kind = ActivityKind::Call,
                        .state = ActivityState::Planned,
                        .subject = u"Ring"_s,
                        .at = lastWeek};
    room.form()->openDone(call, {{EntityKind::Deal, 1}, u"Renewal"_s});
    ChipRow *row = nullptr;
    for (ChipRow *each : room.form()->findChildren<ChipRow *>()) {
        if (each->accessibleName() == u"Happened"_s)
            row = each;
    }
    REQUIRE(row);
    CHECK(row->isVisible());
    CHECK(row->text(0) == u"Now"_s);
    CHECK(row->current() == 0);
    Activity later = call;
    later.at.ms += qint64(14) * 24 * 3600 * 1000;
    room.form()->openDone(later, {{EntityKind::Deal, 1}, u"Renewal"_s});
    CHECK_FALSE(row->isVisible());
}

TEST_CASE("Ctrl+Enter saves from every part of the log form", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_M, Qt::ControlModifier);
    room.type(u"Agreed on the terms"_s);
    room.form()->findChild<QAbstractButton *>(u"more"_s)->click();
    auto *watch = room.form()->findChild<QAbstractButton *>(u"stopwatch"_s);
    watch->setFocus();
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return room.activities().size() == 1; }));
    CHECK(await([&] { return !room.form()->isOpen(); }));
    CHECK_FALSE(room.activities().front().duration.has_value()); // the stopwatch was not started
}

TEST_CASE("The stopwatch is not for what lies ahead, and writes over no typed duration", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_M, Qt::ControlModifier);
    room.form()->findChild<QAbstractButton *>(u"more"_s)->click();
    auto *watch = room.form()->findChild<QAbstractButton *>(u"stopwatch"_s);
    auto *duration = room.form()->findChild<QLineEdit *>(u"duration"_s);
    auto *when = room.form()->findChild<QLineEdit *>(u"when"_s);
    CHECK(watch->isEnabled());
    watch->click(); // running
    duration->setFocus();
    room.type(u"1:30"_s);
    watch->click();
    CHECK(duration->text() == u"1:30"_s);
    CHECK_FALSE(watch->isEnabled());
    duration->selectAll();
    room.press(Qt::Key_Delete);
    CHECK(watch->isEnabled());
    when->setFocus();
    room.type(u"+3d 14:00"_s);
    CHECK_FALSE(watch->isEnabled());
}

TEST_CASE("After saving, the keyboard is back where it was", "[ui]")
{
    LogRoom room;
    auto *view = room.pane->findChild<TimelineView *>(u"timeline"_s);
    view->setFocus();
    room.press(Qt::Key_L, Qt::ControlModifier);
    room.type(u"Short"_s);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));
    CHECK(view->hasFocus());
}

TEST_CASE("Who chooses a record and logs at once types into the form, before the record is read", "[ui]")
{
    LogRoom room;
    const DealId other =
        room.book.add(Deal{.name = u"Second hall"_s, .company = room.company, .pipeline = {1}, .stage = {1}});
    room.pane->show(EntityRef{EntityKind::Deal, other.value});
    room.press(Qt::Key_L, Qt::ControlModifier); // before any event is handled
    REQUIRE(room.form()->isOpen());
    room.press(Qt::Key_1);
    room.type(u"Call back in May"_s);
    const auto subject = [&] {
        for (const QLineEdit *line : room.form()->findChildren<QLineEdit *>()) {
            if (line->accessibleName() == u"Subject"_s)
                return line->text();
        }
        return QString();
    };
    REQUIRE(await([&] { return subject() == u"Call: Second hall"_s; }));
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));

    const auto activities = room.activities();
    REQUIRE(activities.size() == 1);
    CHECK(activities[0].subject == u"Call: Second hall"_s);
    CHECK(activities[0].note == u"Call back in May"_s);
    CHECK(activities[0].outcome == OutcomeId{1});
}
