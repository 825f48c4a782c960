// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/today.h"

#include "domain/changes/stepwords.h"
#include "domain/records/wholeday.h"
#include "domain/text/text.h"
#include "domain/text/walltime.h"

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
    const QTimeZone own = zoneCalled(activity.timeZone);
    return own.isValid() ? own : zone;
}

bool isMidnight(Instant time, const QTimeZone &zone)
{
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(time.ms, zone);
    return wall == wall.date().startOfDay(zone);
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
    return activity.allDay ? wholeDayAt(activity.at, activity.timeZone) : dayOf(activity.at, zone);
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
    return dueState(dueDay(planned, zone), dayOf(now, zone));
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
        planned.timeZone = QString::fromLatin1(clock.id());
        return planned;
    }
    const QDateTime wall = QDateTime::fromMSecsSinceEpoch(planned.at.ms, clock);
    planned.at = instantFrom(wall.date().addDays(due.daysTo(day)), wall.time(), clock);
    return planned;
}

Activity setTo(Activity activity, Instant time, const QTimeZone &zone)
{
    if (activity.at == time)
        return activity;
    const bool isDay = isMidnight(time, zone);
    if (isDay && activity.at)
        return movedTo(std::move(activity), dayOf(time, zone), zone);
    if (activity.at && activity.allDay && isMidnight(time, clockOf(activity, zone))) {
        activity.at = time;
        return activity;
    }
    activity.at = time;
    activity.allDay = isDay;
    activity.timeZone = QString::fromLatin1(zone.id());
    return activity;
}

Activity typedAnew(Activity activity, const QTimeZone &zone)
{
    const bool isDay = activity.allDay || isMidnight(activity.at, zone);
    if (!activity.at || !isDay || !activity.timeZone.isEmpty())
        return activity;
    const QDate day = dayOf(activity.at, zone);
    return wholeDayOn(std::move(activity), day, zone);
}

Activity wholeDayOn(Activity activity, QDate day, const QTimeZone &zone)
{
    activity.at = {day.startOfDay(zone).toMSecsSinceEpoch()};
    activity.allDay = true;
    activity.timeZone = QString::fromLatin1(zone.id());
    return activity;
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
