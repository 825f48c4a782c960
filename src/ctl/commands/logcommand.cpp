// SPDX-License-Identifier: GPL-3.0-or-later
// log: a call, meeting, visit, note or task, with its outcome and follow-up
#include "ctl/commands.h"

#include "ctl/kinds.h"
#include "ctl/step.h"
#include "ctl/typed.h"
#include "domain/changes/stepwords.h"
#include "domain/rules/activities.h"
#include "domain/text/nearest.h"
#include "domain/text/quoted.h"
#include "store/actions/actions.h"
#include "store/reading/lookups.h"

#include <QFile>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

QString codeWord(const Choice &choice)
{
    return QString::fromLatin1(choice.code).replace(u'_', u'-');
}

Result<ActivityKind> activityKindNamed(const QString &word)
{
    for (size_t i = 0; i < Choices<ActivityKind>::list.size(); ++i) {
        if (word.toLower().replace(u'_', u'-') == codeWord(Choices<ActivityKind>::list[i]))
            return ActivityKind(i);
    }
    return failure(
        ErrorCode::Invalid,
        Sentence::tr("%1 is not a kind of activity.%2").arg(Quoted{word}, oneOfThese(word, activityWords())));
}

Result<Direction> directionNamed(const QString &word)
{
    if (word == "in"_L1 || word == "incoming"_L1)
        return Direction::Incoming;
    if (word == "out"_L1 || word == "outgoing"_L1)
        return Direction::Outgoing;
    return failure(ErrorCode::Invalid, Sentence::tr("A direction is in or out, not %1.").arg(Quoted{word}));
}

// By its name, or by its digit in the window's form.
Result<OutcomeId> outcomeNamed(sql::Connection &book, ActivityKind kind, const QString &word)
{
    HEADWAY_TRY(lookups, store::loadLookups(book));
    const std::vector<Outcome> fitting = outcomesFor(kind, lookups.outcomes);
    bool isDigit = false;
    const size_t digit = word.toULongLong(&isDigit);
    if (isDigit && digit >= 1 && digit <= fitting.size())
        return fitting[digit - 1].id;
    QStringList names;
    for (const Outcome &outcome : fitting) {
        if (outcome.name.compare(word, Qt::CaseInsensitive) == 0)
            return outcome.id;
        names += outcome.name;
    }
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 is not an outcome of %2.%3")
                       .arg(Quoted{word}, Sentence(withArticle(kind)), oneOfThese(word, names)));
}

Result<QString> noteText(const QString &typed)
{
    if (typed != "-"_L1)
        return typed;
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable,
                       Sentence::tr("The note cannot be read from the standard input."));
    return QString::fromUtf8(input.readAll()).trimmed();
}

void setTime(Activity &activity, const TypedMoment &when, const Session &session)
{
    activity.at = when.at;
    activity.allDay = when.isWholeDay;
    activity.timeZone = QString::fromUtf8(session.zone().id());
}

// "task:+3d:Send offer", "call:tomorrow 9:30", "call:fri 9:00 Tokyo:Ask"
Result<Activity> followUpOf(Session &session, const QString &text)
{
    static const QRegularExpression pattern(u"^([^:]+):([^:]*?(?:\\d{1,2}:\\d{2}[^:]*)?)(?::(.*))?$"_s);
    const QRegularExpressionMatch match = pattern.match(text);
    if (!match.hasMatch() || match.captured(2).trimmed().isEmpty())
        return failure(
            ErrorCode::Invalid,
            Sentence::tr(
                "%1 is not a follow-up: write KIND:WHEN or KIND:WHEN:SUBJECT, such as task:+3d:\"Send offer\".")
                .arg(Quoted{text}));
    Activity next{.state = ActivityState::Planned, .subject = match.captured(3).trimmed()};
    HEADWAY_TRY(kind, activityKindNamed(match.captured(1).trimmed()));
    HEADWAY_TRY(when, typedWhen(session, match.captured(2).trimmed()));
    next.kind = kind;
    setTime(next, when, session);
    return next;
}

Result<std::vector<EntityRef>> recordsNamed(sql::Connection &book, const QStringList &words)
{
    std::vector<EntityRef> refs;
    for (const QString &word : words) {
        HEADWAY_TRY(ref, recordNamed(book, word));
        refs.push_back(ref);
    }
    return refs;
}

// An activity in the future is planned, and so is a task unless marked as done.
Result<> setState(Activity &activity, const Arguments &arguments, Session &session)
{
    if (arguments.has(u"--planned"_s) && arguments.has(u"--done"_s))
        return failure(ErrorCode::Invalid, Sentence::tr("It is either planned or done, not both."));
    const bool ahead = activity.at > session.now();
    const bool planned = arguments.has(u"--planned"_s)
        || (!arguments.has(u"--done"_s) && (ahead || activity.kind == ActivityKind::Task));
    activity.state = planned ? ActivityState::Planned : ActivityState::Done;
    if (planned && !activity.at) {
        HEADWAY_TRY(today, typedWhen(session, u"today"_s));
        setTime(activity, today, session);
    }
    return {};
}

Result<Activity> activityOf(Session &session, sql::Connection &book, const Arguments &arguments)
{
    Activity activity;
    HEADWAY_TRY(kind, activityKindNamed(arguments.word(0)));
    activity.kind = kind;
    activity.subject = arguments.value(u"--subject"_s);
    HEADWAY_TRY(note, noteText(arguments.value(u"--note"_s)));
    activity.note = note;
    activity.location = arguments.value(u"--location"_s);
    if (arguments.has(u"--direction"_s)) {
        HEADWAY_TRY(direction, directionNamed(arguments.value(u"--direction"_s)));
        activity.direction = direction;
    }
    if (arguments.has(u"--outcome"_s)) {
        HEADWAY_TRY(outcome, outcomeNamed(book, kind, arguments.value(u"--outcome"_s)));
        activity.outcome = outcome;
    }
    if (arguments.has(u"--duration"_s)) {
        HEADWAY_TRY(seconds, typedDuration(arguments.value(u"--duration"_s)));
        activity.duration = seconds;
    }
    if (arguments.has(u"--at"_s)) {
        HEADWAY_TRY(when, typedWhen(session, arguments.value(u"--at"_s)));
        setTime(activity, when, session);
    }
    HEADWAY_CHECK(setState(activity, arguments, session));
    return activity;
}

} // namespace

QStringList activityWords()
{
    QStringList words;
    for (const Choice &choice : Choices<ActivityKind>::list)
        words += codeWord(choice);
    return words;
}

Result<ExitStatus> runLog(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(actor, session.actor());
    LoggedActivity logged;
    HEADWAY_TRY(activity, activityOf(session, *book, arguments));
    HEADWAY_TRY(links, recordsNamed(*book, arguments.listed(u"--on"_s)));
    HEADWAY_TRY(people, recordsNamed(*book, arguments.listed(u"--with"_s)));
    logged.activity = activity;
    logged.links = links;
    logged.participants = people;
    if (arguments.has(u"--next"_s)) {
        HEADWAY_TRY(next, followUpOf(session, arguments.value(u"--next"_s)));
        logged.followUp = next;
    }
    HEADWAY_TRY(edit, store::logActivityEdit(*book, logged, actor));
    return commitEdit(session, edit, actor);
}

} // namespace headway::ctl
