// SPDX-License-Identifier: GPL-3.0-or-later
// What takes a whole day is shown as that day, without a time, to whoever looks.
#include "app/board/card.h"
#include "app/input/inputtext.h"
#include "app/lists/columns.h"
#include "app/text/changetext.h"
#include "app/text/nextsteptext.h"
#include "domain/records/activity.h"
#include "domain/records/deal.h"
#include "domain/records/pipeline.h"
#include "domain/records/record.h"
#include "support/catch_qt.h"

#include <QDateTime>

using namespace headway;
using namespace headway::app;
using namespace Qt::StringLiterals;

namespace {

const QDate december(2026, 12, 1);
const QTimeZone berlin("Europe/Berlin");
const QTimeZone newYork("America/New_York");
const Display there(QLocale(QLocale::English, QLocale::UnitedKingdom), newYork);
const Instant morning{QDateTime(december, QTime(9, 0), newYork).toMSecsSinceEpoch()};

Instant begin(QDate day)
{
    return {day.startOfDay(berlin).toMSecsSinceEpoch()};
}

LoadedRecord task(QDate day)
{
    const Activity activity{.kind = ActivityKind::Task,
                            .state = ActivityState::Planned,
                            .subject = u"Send offer"_s,
                            .at = begin(day),
                            .allDay = true,
                            .timeZone = u"Europe/Berlin"_s};
    return {{.ref = {EntityKind::Activity, 1}, .row = toRow(activity)}, {}};
}

LoadedRecord deal(QDate nextDay)
{
    const Deal renewal{.name = u"Renewal"_s,
                       .nextStep = u"Send offer"_s,
                       .stageEnteredAt = begin(december.addDays(-9)),
                       .lastActivity = begin(december.addDays(-2)),
                       .nextActivity = begin(nextDay),
                       .lastDay = december.addDays(-2),
                       .nextDay = nextDay};
    return {{.ref = {EntityKind::Deal, 1}, .row = toRow(renewal)}, {}};
}

InputRules rules()
{
    return {there, [] { return morning; }, DateOrder::DayMonthYear, u"EUR"_s};
}

int fieldOf(EntityKind kind, QStringView name)
{
    return entityInfo(kind).indexOf(name);
}

} // namespace

TEST_CASE("In New York, a task for the first of December in Berlin stands on the first, without a time",
          "[app]")
{
    const int when = fieldOf(EntityKind::Activity, u"at");
    CHECK(there.cell(task(december), when) == u"1 Dec 2026"_s);
    CHECK(there.ago(task(december).record, when, morning) == u"today"_s);
    CHECK(there.ago(task(december.addDays(1)).record, when, morning) == u"tomorrow"_s);
    CHECK(there.ago(task(december.addDays(-3)).record, when, morning) == u"3 days ago"_s);
    const Lookups lookups;
    const ColumnText text(there, lookups);
    const Column column = columnsNamed(EntityKind::Activity, {u"at"_s}).at(0);
    CHECK(text.shown(task(december), column, morning) == u"● 1 Dec 2026"_s);
    CHECK(text.wordings(task(december), column, morning) == QStringList{u"● 1 Dec 2026"_s, u"● 1 Dec"_s});
    CHECK(text.toolTip(task(december), column, morning) == u"today"_s);
}

TEST_CASE("The next step of a deal is due on its day on the card, in the list and in the pane", "[app]")
{
    const LoadedRecord renewal = deal(december);
    CHECK(there.cell(renewal, fieldOf(EntityKind::Deal, u"next_activity")) == u"1 Dec 2026"_s);
    CHECK(there.cell(renewal, fieldOf(EntityKind::Deal, u"last_activity")) == u"29 Nov 2026"_s);
    const NextStepText step = nextStepText(renewal.record, there, morning);
    CHECK(step.mark == DueState::Today);
    CHECK(step.shown() == u"● today · Send offer"_s);
    const Lookups lookups;
    const ColumnText text(there, lookups);
    const Column column = columnsNamed(EntityKind::Deal, {u"next_step"_s}).at(0);
    CHECK(text.cell(renewal, column) == u"1 Dec 2026 · Send offer"_s);
    CHECK(text.toolTip(renewal, column, morning) == u"Due today, Send offer\n1 Dec 2026, today"_s);

    const Card card = cardOf(renewal, Stage{.rotDays = 30}, there, morning);
    CHECK(card.next == DueState::Today);
    CHECK(card.toolTip.contains(u"● Due today: Send offer"_s));
    CHECK(card.toolTip.contains(u"activity on 29 Nov 2026"_s));
    CHECK_FALSE(card.toolTip.contains(u':' + u"00"_s));
    CHECK(cardOf(deal(december.addDays(-1)), Stage{}, there, morning).next == DueState::Overdue);
    CHECK(cardOf(deal(december.addDays(1)), Stage{}, there, morning).next == DueState::Later);
}

TEST_CASE(
    "An editor begins with the day of what takes the whole day, and a day typed there is understood as one",
    "[app]")
{
    const LoadedRecord planned = task(december);
    const int when = fieldOf(EntityKind::Activity, u"at");
    CHECK(inputText(EntityKind::Activity, planned.record.row, when, rules()) == u"1.12.2026"_s);
    const LoadedRecord renewal = deal(december);
    const int next = fieldOf(EntityKind::Deal, u"next_activity");
    CHECK(inputText(EntityKind::Deal, renewal.record.row, next, rules()) == u"1.12.2026"_s);
    const auto understood = [&](const QString &text) {
        const auto values = readInput(EntityKind::Deal, renewal.record.row, next, text, rules());
        return values ? understoodAs(EntityKind::Deal, renewal.record.row, *values, rules())
                      : there.words(values.error().text);
    };
    CHECK(understood(u"4 Dec"_s) == u"Friday, 4 Dec 2026"_s);
    CHECK(understood(u"4 Dec 14:30"_s) == u"4 Dec 2026 14:30"_s);
    CHECK(understood(u"14 Mar 2027 2:30"_s) // the clocks go forward in New York
          == u"There is no 02:30 on Sun 14 Mar 2027: the clocks go forward then, and it would be 03:30."_s);
}

TEST_CASE("In the history, a whole day that was moved stands between its two days", "[app]")
{
    const Row before = task(december).record.row;
    const Row after = task(december.addDays(3)).record.row;
    const int when = fieldOf(EntityKind::Activity, u"at");
    const Change change{ChangeKind::Update,
                        {EntityKind::Activity, 1},
                        {{when, before[size_t(when)], after[size_t(when)]}},
                        {}};
    CHECK(changeLines(change, after, {}, there) == QStringList{u"When: 1 Dec 2026 → 4 Dec 2026"_s});
}
