// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/record/logform.h"

#include "domain/records/contact.h"
#include "ui/controls/chiprow.h"
#include "ui/controls/flatbutton.h"
#include "ui/controls/remarklabel.h"
#include "ui/controls/tabrow.h"
#include "ui/record/detailhead.h"
#include "ui/record/logroom.h"
#include "ui/record/timelineview.h"

#include <QAbstractButton>
#include <QAbstractItemView>
#include <QCompleter>
#include <QLabel>
#include <QLineEdit>
#include <QPlainTextEdit>

using namespace headway;
using namespace headway::test;
using namespace headway::ui;
using namespace Qt::StringLiterals;

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
    CHECK(room.stepErrors.isEmpty());
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
    CHECK(room.form()->findChild<ChipRow *>(u"outcomes"_s)->current() == 2);
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
    const ChipRow *row = room.form()->findChild<ChipRow *>(u"times"_s);
    CHECK(row->count() == 3);
    CHECK(row->text(0) == u"Now"_s);
    CHECK(row->text(1) == u"16 Nov 2026 10:00"_s);
    CHECK(row->current() == 0);
    Activity later = call;
    later.at.ms += qint64(14) * 24 * 3600 * 1000;
    room.form()->openDone(later, {{EntityKind::Deal, 1}, u"Renewal"_s});
    CHECK(row->count() == 2); // now, or as typed
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
    room.press(Qt::Key_W, Qt::AltModifier);
    room.typeWhen(u"+3d 14:00"_s);
    CHECK_FALSE(watch->isVisible());
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
    REQUIRE(await([&] { return room.subject() == u"Call: Second hall"_s; }));
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));

    const auto activities = room.activities();
    REQUIRE(activities.size() == 1);
    CHECK(activities[0].subject == u"Call: Second hall"_s);
    CHECK(activities[0].note == u"Call back in May"_s);
    CHECK(activities[0].outcome == OutcomeId{1});
}

TEST_CASE("The first button of the pane says that a call is due", "[ui]")
{
    LogRoom room;
    const auto text = [&] {
        const QWidget *head = room.pane->findChild<DetailHead *>();
        return head->findChildren<FlatButton *>(u"call"_s).front()->text();
    };
    CHECK(text() == u"Log call"_s);
    room.planCall(u"Ring"_s, 3);
    room.show({EntityKind::Company, room.company.value});
    room.show({EntityKind::Deal, room.deal.value});
    CHECK(text() == u"Log call"_s); // not today
    room.planCall(u"Ring today"_s, 0);
    REQUIRE(await([&] { return text() == u"Done: call"_s; }));
}

TEST_CASE("A meeting with the contact of the deal is planned in four keys and its text", "[ui]")
{
    LogRoom room;
    const ContactId anna =
        room.book.add(Contact{.firstName = u"Anna"_s, .lastName = u"Weber"_s, .company = room.company});
    const DealId with = room.book.add(Deal{
        .name = u"Cooling plant"_s, .company = room.company, .contact = anna, .pipeline = {1}, .stage = {1}});
    room.show({EntityKind::Deal, with.value});
    room.press(Qt::Key_M, Qt::ControlModifier);
    CHECK(room.heading() == u"Log: Meeting"_s);
    room.press(Qt::Key_W, Qt::AltModifier);
    room.typeWhen(u"fri 14-15:30"_s);
    CHECK(room.heading() == u"Plan: Meeting"_s);
    const auto shown = [&](const char16_t *name) {
        return room.form()->findChild<QWidget *>(QString::fromUtf16(name))->isVisible();
    };
    CHECK(room.form()->findChild<QLabel *>(u"echo"_s)->text() == u"Fri, 27 Nov, 14:00–15:30"_s);
    CHECK(shown(u"place"));
    CHECK_FALSE(shown(u"outcomes"));
    CHECK_FALSE(shown(u"days"));
    CHECK(room.form()->findChild<QAbstractButton *>(u"save"_s)->text() == u"Plan"_s);
    const auto *people = room.form()->findChild<ChipRow *>(u"people"_s);
    CHECK(people->isVisible());
    REQUIRE(people->count() == 1);
    CHECK(people->isChosen(0));
    room.press(Qt::Key_Return);
    room.type(u"Measure the hall"_s);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(room.presses == 4);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));
    const auto activities = room.activities();
    REQUIRE(activities.size() == 1);
    CHECK(activities[0].state == ActivityState::Planned);
    CHECK(activities[0].note == u"Measure the hall"_s);
    CHECK(activities[0].duration == 90 * 60);
    CHECK(activities[0].at.ms == QDateTime(QDate(2026, 11, 27), QTime(14, 0), Qt::UTC).toMSecsSinceEpoch());
    const std::vector<Record> participants = room.book.all(EntityKind::Participant);
    REQUIRE(participants.size() == 1);
    CHECK(as<Participant>(participants.front()).recordId == anna.value);
}

TEST_CASE("A time that cannot be read keeps the form open, with the cursor there", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_M, Qt::ControlModifier);
    room.press(Qt::Key_W, Qt::AltModifier);
    room.typeWhen(u"fri 15-14"_s);
    room.form()->findChild<QPlainTextEdit *>()->setFocus();
    room.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(room.form()->isOpen());
    CHECK(room.activities().empty());
    CHECK(room.form()->findChild<QLineEdit *>(u"when"_s)->hasFocus());
}

TEST_CASE("What is wrong in the log form is heard, too, and holds no markup", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_M, Qt::ControlModifier);
    room.press(Qt::Key_W, Qt::AltModifier);
    room.typeWhen(u"fri 15-14"_s);
    room.form()->findChild<QPlainTextEdit *>()->setFocus();
    room.press(Qt::Key_Return, Qt::ControlModifier);
    const auto *problem = room.form()->findChild<RemarkLabel *>(u"problem"_s);
    REQUIRE(problem);
    CHECK(problem->isVisible());
    CHECK(problem->isRefusal());
    CHECK(problem->accessibleName() == problem->text());
    CHECK(problem->textFormat() == Qt::PlainText);
}

TEST_CASE("A new activity asks with whom, and belongs to nobody else", "[ui]")
{
    LogRoom room;
    EntityRef created;
    QObject::connect(room.pane, &DetailPane::created, &room.window,
                     [&](EntityRef record) { created = record; });
    room.pane->create(EntityKind::Activity, {});
    CHECK(room.pane->isCreating());
    auto *line = room.form()->findChild<QLineEdit *>(u"subject"_s);
    REQUIRE(line->hasFocus());
    CHECK(QApplication::activePopupWidget() == nullptr);
    room.form()->findChild<QPlainTextEdit *>()->setFocus();
    room.type(u"Asked for a price"_s);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    CHECK(room.form()->isOpen());
    CHECK(line->hasFocus()); // the sentence says what is missing
    CHECK(room.activities().empty());

    line->setFocus();
    QTest::keyClicks(line, u"acme"_s); // the whole name of one record chooses it
    REQUIRE(await([&] {
        return room.form()->subject() == EntityRef{EntityKind::Company, room.company.value};
    }));
    REQUIRE(await([&] { return room.pane->title() == u"Acme"_s; })); // the pane shows it
    room.press(Qt::Key_Return);
    CHECK(room.form()->findChild<QPlainTextEdit *>()->hasFocus());
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return created.id != 0; }));
    REQUIRE(room.activities().size() == 1);
    CHECK(room.activities()[0].note == u"Asked for a price"_s);
    CHECK(room.activities()[0].subject == u"Call: Acme"_s);
    CHECK(room.book.all(EntityKind::ActivityLink).size() == 1);
}

TEST_CASE("Who gives up a new activity sees the record of before", "[ui]")
{
    LogRoom room;
    room.pane->create(EntityKind::Activity, {});
    const auto *tabs = room.pane->findChild<TabRow *>();
    CHECK_FALSE(tabs->isVisible());
    room.press(Qt::Key_Escape);
    CHECK_FALSE(room.form()->isOpen());
    CHECK(tabs->isVisible());
    CHECK(room.pane->findChild<TimelineView *>(u"timeline"_s)->isVisible());
    CHECK_FALSE(room.pane->isCreating());
}

TEST_CASE("In a low window the buttons of the form stay in sight, and the tabs give way", "[ui]")
{
    LogRoom room;
    room.window.resize(380, 420);
    const auto *tabs = room.pane->findChild<TabRow *>();
    CHECK(tabs->isVisible());
    room.press(Qt::Key_M, Qt::ControlModifier);
    room.form()->findChild<QAbstractButton *>(u"more"_s)->click();
    CHECK_FALSE(tabs->isVisible());
    const auto *save = room.form()->findChild<QAbstractButton *>(u"save"_s);
    REQUIRE(await([&] { return room.window.height() == 420; }));
    const auto foot = [&] { return save->mapTo(&room.window, QPoint(0, save->height())).y(); };
    CHECK(await([&] { return foot() <= room.window.height() && foot() > 0; }));
    CHECK(save->visibleRegion().boundingRect() == save->rect());
    room.press(Qt::Key_Escape);
    CHECK(tabs->isVisible());
}

TEST_CASE("Who is typing a new deal when the phone rings logs the call on the deal in sight before", "[ui]")
{
    LogRoom room;
    const qint64 planned = room.planCall(u"Call Rubén Ferrer"_s, -1);
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    room.type(u"Cooling plant"_s);
    room.press(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(room.form()->isOpen());
    REQUIRE(await([&] { return room.subject() == u"Call Rubén Ferrer"_s; })); // it is finished by this one
    CHECK(room.pane->title() == u"Renewal"_s);
    CHECK_FALSE(room.pane->isCreating());
    room.type(u"Reached him"_s);
    room.press(Qt::Key_Return, Qt::ControlModifier);
    REQUIRE(await([&] { return !room.form()->isOpen(); }));
    CHECK(room.book.load<Activity>(ActivityId{planned}).state == ActivityState::Done);
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    CHECK(room.fieldRow(u"name")->editor()->typed() == u"Cooling plant"_s); // it has waited
}

TEST_CASE("A new activity begun over a half-typed deal learns whom it is with", "[ui]")
{
    LogRoom room;
    room.pane->create(EntityKind::Deal, entityInfo(EntityKind::Deal).defaults);
    room.type(u"Cooling plant"_s);
    room.pane->create(EntityKind::Activity, {});
    QTest::keyClicks(room.form()->findChild<QLineEdit *>(u"subject"_s), u"acme"_s);
    REQUIRE(await([&] { return room.subject() == u"Call: Acme"_s; }));
    CHECK(room.pane->record() == EntityRef{EntityKind::Company, room.company.value});
    CHECK(await([&] { return !room.sheet()->isNew(); }));
}

TEST_CASE("Enter right after another name takes nobody that was found for the name before", "[ui]")
{
    LogRoom room;
    room.pane->create(EntityKind::Activity, {});
    auto *line = room.form()->findChild<QLineEdit *>(u"subject"_s);
    QTest::keyClicks(line, u"acm"_s);
    const auto *completer = room.form()->findChild<QCompleter *>();
    REQUIRE(await([&] { return completer->popup()->isVisible(); }));
    line->selectAll();
    QTest::keyClicks(line, u"nobody"_s);
    QTest::keyClick(completer->popup(), Qt::Key_Return);
    CHECK(room.form()->subject().id == 0);
    CHECK(line->text() == u"nobody"_s);
}

TEST_CASE("A draft of a planned call has its agenda once, however soon it is opened again", "[ui]")
{
    LogRoom room;
    const ActivityId planned = room.book.add(Activity{.kind = ActivityKind::Call,
                                                      .state = ActivityState::Planned,
                                                      .subject = u"Call Rubén Ferrer"_s,
                                                      .note = u"Ask for the size"_s,
                                                      .at = room.book.workspace().now()});
    room.book.add(
        ActivityLink{.activity = planned, .recordKind = EntityKind::Deal, .recordId = room.deal.value});
    room.logAtOnce(room.deal);
    room.type(u"He is out"_s); // before the record is read
    room.press(Qt::Key_Escape);
    CHECK(room.subject() == u"Call: "_s);

    room.show({EntityKind::Company, room.company.value});
    room.show({EntityKind::Deal, room.deal.value});
    room.press(Qt::Key_L, Qt::ControlModifier); // now it is read
    CHECK(room.subject() == u"Call Rubén Ferrer"_s);
    CHECK(room.text() == u"Ask for the size\nHe is out"_s);
    room.press(Qt::Key_Escape);

    room.logAtOnce(room.deal);
    CHECK(room.text() == u"Ask for the size\nHe is out"_s);
    REQUIRE(await([&] { return room.heading() == u"Done: Call"_s; }));
    CHECK(room.text() == u"Ask for the size\nHe is out"_s);
    CHECK(room.subject() == u"Call Rubén Ferrer"_s);
}

TEST_CASE("A duration that was typed stays while a time is typed, and Esc keeps it", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_M, Qt::ControlModifier);
    room.form()->findChild<QAbstractButton *>(u"more"_s)->click();
    auto *duration = room.form()->findChild<QLineEdit *>(u"duration"_s);
    duration->setFocus();
    QTest::keyClicks(duration, u"45"_s);
    room.press(Qt::Key_W, Qt::AltModifier);
    room.typeWhen(u"fri 14-15"_s); // for a moment it has an end
    CHECK_FALSE(duration->isEnabled());
    CHECK(duration->text().isEmpty());
    for (int i = 0; i < 3; ++i)
        room.press(Qt::Key_Backspace);
    CHECK(duration->isEnabled());
    CHECK(duration->text() == u"45"_s);
    room.press(Qt::Key_Escape);
    room.press(Qt::Key_M, Qt::ControlModifier);
    CHECK(duration->text() == u"45"_s);
    CHECK(room.form()->findChild<QLineEdit *>(u"when"_s)->text() == u"fri 14"_s);
}

TEST_CASE("Esc keeps a duration, where nothing else was typed", "[ui]")
{
    LogRoom room;
    room.press(Qt::Key_M, Qt::ControlModifier);
    room.form()->findChild<QAbstractButton *>(u"more"_s)->click();
    auto *duration = room.form()->findChild<QLineEdit *>(u"duration"_s);
    duration->setFocus();
    QTest::keyClicks(duration, u"45"_s);
    CHECK(room.drafts.keys().size() == 1); // over a crash, too
    room.press(Qt::Key_Escape);
    room.press(Qt::Key_M, Qt::ControlModifier);
    CHECK(duration->text() == u"45"_s);
}
