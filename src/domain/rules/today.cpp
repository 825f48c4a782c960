// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/today.h"

#include "domain/changes/stepwords.h"
#include "domain/text/text.h"

#include <QDateTime>
#include <QLocale>

#include <tuple>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// The zone in which the activity was planned.
QTimeZone clockOf(const Activity &activity, const QTimeZone &zone)
{
    if (activity.timeZone.isEmpty() || activity.timeZone.toLatin1() == zone.id())
        return zone;
    const QTimeZone own(activity.timeZone.toLatin1());
    return own.isValid() ? own : zone;
}

// A time skipped when the clocks go forward is moved later by the length of the gap.
Instant instantOf(QDate day, QTime time, const QTimeZone &zone)
{
    const QDateTime wall(day, time, zone);
    if (wall.isValid() && wall.time() == time)
        return {wall.toMSecsSinceEpoch()};
    const int offset = QDateTime(day.addDays(-1), QTime(12, 0), zone).offsetFromUtc(); // before the gap
    return {QDateTime(day, time, Qt::UTC).toMSecsSinceEpoch() - offset * qint64(1000)};
}

// The activity's subject, or its kind if it has none.
SentencePart named(const Activity &activity)
{
    const QString subject = activity.subject.trimmed();
    if (subject.isEmpty())
        return FieldContent{EntityKind::Activity, u"kind"_s, Codec<ActivityKind>::read(activity.kind), {}};
    return RecordName{{EntityKind::Activity, activity.id.value}, beginning(subject, 80)};
}

} // namespace

QDate dueDay(const Activity &activity, const QTimeZone &zone)
{
    if (!activity.at)
        return {};
    return dayOf(activity.at, activity.allDay ? clockOf(activity, zone) : zone);
}

std::optional<TodayPart> partOf(QDate due, QDate today)
{
    if (!due.isValid())
        return std::nullopt;
    if (due == today)
        return TodayPart::Today;
    if (due < today)
        return TodayPart::Overdue;
    return due <= today.addDays(daysAhead) ? std::optional(TodayPart::Next) : std::nullopt;
}

DueState dueMark(const Activity &planned, Instant now, const QTimeZone &zone)
{
    const QDate due = dueDay(planned, zone);
    const QDate today = dayOf(now, zone);
    if (!due.isValid())
        return DueState::None;
    return due < today ? DueState::Overdue : due == today ? DueState::Today : DueState::Later;
}

bool isDueBefore(const Activity &a, const Activity &b, const QTimeZone &zone)
{
    const auto key = [&zone](const Activity &activity) {
        const QDate day = dueDay(activity, zone);
        return std::tuple(day, activity.allDay, activity.allDay ? Instant() : activity.at, activity.id.value);
    };
    return key(a) < key(b);
}

Activity movedTo(Activity planned, QDate day, const QTimeZone &zone)
{
    const QDate due = dueDay(planned, zone);
    if (due == day || !due.isValid())
        return planned;
    const QTimeZone clock = clockOf(planned, zone);
    if (planned.allDay) {
        planned.at = {day.startOfDay(clock).toMSecsSinceEpoch()};
        return planned;
    }
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(planned.at.ms, clock);
    planned.at = instantOf(wall.date().addDays(due.daysTo(day)), wall.time(), clock);
    return planned;
}

Edit moveActivities(const std::vector<Activity> &planned, QDate day, const QTimeZone &zone)
{
    Edit edit;
    const Activity *only = nullptr;
    for (const Activity &each : planned) {
        const Change change = update(each, movedTo(each, day, zone));
        if (change.fields.empty())
            continue;
        only = &each;
        edit.changes.push_back(change);
    }
    if (!only)
        return edit;
    edit.label = edit.changes.size() == 1 ? Sentence(steps::activityMoved).arg(named(*only), day)
                                          : Sentence(steps::activitiesMoved).arg(edit.changes.size(), day);
    return edit;
}

QString filterOf(TodayPart part, Whose whose, const QString &team, QDate today)
{
    QStringList words;
    if (whose == Whose::Me)
        words += u"owner:me"_s;
    else if (whose == Whose::MyTeam)
        words += u"team:\"%1\""_s.arg(QString(team).replace(u'"', u"\"\""_s));
    if (part == TodayPart::NoNextStep) {
        words += u"status:open next:"_s;
        return words.join(u' ');
    }
    words += u"state:planned"_s;
    const QString day = today.toString(Qt::ISODate);
    if (part == TodayPart::Overdue)
        words += u"when:<"_s + day;
    else if (part == TodayPart::Today)
        words += u"when:"_s + day;
    else
        words += u"when:%1..%2"_s.arg(today.addDays(1).toString(Qt::ISODate),
                                      today.addDays(daysAhead).toString(Qt::ISODate));
    return words.join(u' ');
}

} // namespace headway
