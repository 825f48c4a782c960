// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/activityinput.h"

#include "app/edits/recordedits.h"
#include "domain/records/record.h"
#include "domain/rules/activities.h"
#include "domain/rules/deals.h"
#include "domain/text/datetext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QJsonObject>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

class Texts
{
    Q_DECLARE_TR_FUNCTIONS(headway::app::ActivityInput)
};

} // namespace

QString kindText(ActivityKind kind, const Display &display)
{
    const EntityInfo &info = entityInfo(EntityKind::Activity);
    return display.choice(info.field(info.indexOf(u"kind")), textOf(Codec<ActivityKind>::read(kind)));
}

ActivityInput::ActivityInput(Workspace &workspace, const InputRules &rules, Drafts &drafts)
    : m_workspace(workspace), m_rules(rules), m_drafts(drafts)
{
}

void ActivityInput::start(ActivityKind kind, const LogSubject &subject)
{
    m_kind = kind;
    m_subject = subject;
    m_planned.reset();
    m_outcome = -1;
    m_happened = Happened::Now;
    m_day = {};
    m_isDayChosen = false;
    m_isDayAwaited = false;
    m_watch = {};
}

// A task is due tomorrow by default.
void ActivityInput::begin(ActivityKind kind, const LogSubject &subject)
{
    start(kind, subject);
    m_outcomes = offered();
    if (isTask())
        m_day = m_rules.today().addDays(1);
}

void ActivityInput::beginDone(const Activity &planned, const LogSubject &subject)
{
    start(planned.kind, subject);
    m_planned = planned;
    m_outcomes = offered();
    if (tickedOff(planned, m_rules.now()).at == planned.at)
        m_happened = Happened::AsPlanned;
}

bool ActivityInput::asksWhen() const
{
    return m_planned && m_planned->at < m_rules.now();
}

void ActivityInput::learn(const LogSubject &subject)
{
    m_subject.title = subject.title;
    if (m_subject.people.empty())
        m_subject.people = subject.people;
}

QString ActivityInput::ownTitle() const
{
    return isTask() ? QString() : u"%1: %2"_s.arg(kindText(m_kind, m_rules.display), m_subject.title);
}

LogLines ActivityInput::firstLines() const
{
    if (!m_planned)
        return {.title = ownTitle()};
    return {.title = m_planned->subject,
            .text = m_planned->note,
            .duration = m_planned->duration ? QString::number(*m_planned->duration / 60) : QString()};
}

std::vector<Outcome> ActivityInput::offered() const
{
    const bool isAsked = hasFollowUp() && m_kind != ActivityKind::Note;
    return isAsked ? outcomesFor(m_kind, m_workspace.lookups().outcomes) : std::vector<Outcome>();
}

bool ActivityInput::renewOutcomes()
{
    std::vector<Outcome> now = offered();
    if (m_outcomes.empty() || now == m_outcomes)
        return false;
    const OutcomeId chosen = m_outcome < 0 ? OutcomeId() : m_outcomes[size_t(m_outcome)].id;
    m_outcomes = std::move(now);
    const auto still = std::find_if(m_outcomes.begin(), m_outcomes.end(),
                                    [chosen](const Outcome &each) { return each.id == chosen; });
    m_outcome = still == m_outcomes.end() ? -1 : int(still - m_outcomes.begin());
    return true;
}

void ActivityInput::chooseOutcome(int outcome)
{
    m_outcome = outcome;
    if (m_isDayChosen || !hasFollowUp())
        return;
    const auto days = outcome < 0 ? std::nullopt : m_outcomes[size_t(outcome)].followUpDays;
    m_day = days ? suggestedDay(*days) : QDate();
}

// Suggested days are moved to a working day.
QDate ActivityInput::suggestedDay(qint64 days) const
{
    return workingDayFrom(m_rules.today().addDays(days), m_workspace.lookups().settings.workingDays);
}

void ActivityInput::chooseDay(QDate day)
{
    m_day = day;
    m_isDayChosen = true;
    m_isDayAwaited = false;
}

void ActivityInput::awaitDay()
{
    m_isDayChosen = true;
    m_isDayAwaited = true;
}

Result<> ActivityInput::typeDay(const QString &text)
{
    awaitDay();
    const Result<QDate> day = parseTypedDate(text, m_rules.today(), m_rules.order);
    m_day = day ? *day : QDate();
    if (day || text.isEmpty())
        return {};
    return tl::unexpected(day.error());
}

void ActivityInput::startWatch()
{
    m_watch = m_rules.now();
}

qint64 ActivityInput::stopWatch()
{
    const qint64 minutes = (watched() + 30) / 60;
    m_watch = {};
    return qMax<qint64>(1, minutes);
}

qint64 ActivityInput::watched() const
{
    return m_watch ? (m_rules.now().ms - m_watch.ms) / 1000 : 0;
}

ActivityInput::Ending ActivityInput::ending(const QString &when) const
{
    if (m_planned)
        return Ending::Done;
    if (isTask())
        return Ending::AddTask;
    const auto moment = when.isEmpty() ? Result<TypedMoment>() : readMoment(when, m_rules);
    return moment && moment->at > m_rules.now() ? Ending::Plan : Ending::Save;
}

Instant ActivityInput::startOf(QDate day) const
{
    return {QDateTime(day, QTime(0, 0), m_rules.display.zone()).toMSecsSinceEpoch()};
}

Result<Activity> ActivityInput::activity(const LogLines &lines) const
{
    Activity result = m_planned.value_or(Activity{.kind = m_kind});
    result.subject = lines.title.trimmed();
    result.note = lines.text.trimmed();
    if (!m_planned || !lines.when.trimmed().isEmpty()) // a planned one keeps its own clock
        result.timeZone = QString::fromLatin1(m_rules.display.zone().id());
    result.state = ActivityState::Done;
    if (m_planned && m_happened == Happened::Now)
        result = happenedAt(std::move(result), m_rules.now());
    if (m_outcome >= 0)
        result.outcome = m_outcomes[size_t(m_outcome)].id;
    if (!lines.duration.trimmed().isEmpty()) {
        HEADWAY_TRY(seconds, readDuration(lines.duration, m_rules));
        result.duration = seconds;
    } else if (isWatchRunning()) {
        result.duration = watched();
    }
    if (lines.direction)
        result.direction = *lines.direction;
    if (!lines.when.trimmed().isEmpty()) {
        HEADWAY_TRY(moment, readMoment(lines.when, m_rules));
        result.at = moment.at;
        result.allDay = moment.isWholeDay;
        if (!m_planned && moment.at > m_rules.now())
            result.state = ActivityState::Planned;
    }
    if (isTask() && !m_planned) {
        if (result.subject.isEmpty())
            return failure(ErrorCode::Invalid, Sentence::tr("What is to be done? The task needs a line."));
        if (!m_day.isValid())
            return failure(ErrorCode::Invalid, Sentence::tr("When is it due?"));
        result.state = ActivityState::Planned;
        result.at = startOf(m_day);
        result.allDay = true;
    }
    if (m_kind == ActivityKind::Note && result.note.isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("The note is empty."));
    if (hasFollowUp() && m_isDayAwaited && !m_day.isValid())
        return failure(ErrorCode::Invalid, Sentence::tr("On which day is the follow-up?"));
    return result;
}

std::optional<Activity> ActivityInput::followUp(const Activity &after) const
{
    if (!hasFollowUp() || !m_day.isValid() || !hasDay())
        return std::nullopt;
    return Activity{
        .kind = isTask() ? ActivityKind::Task : ActivityKind::Call,
        .state = ActivityState::Planned,
        .subject =
            Texts::tr("Follow up: %1").arg(m_subject.title.isEmpty() ? after.subject : m_subject.title),
        .at = startOf(m_day),
        .allDay = true,
        .timeZone = QString::fromLatin1(m_rules.display.zone().id())};
}

Result<> ActivityInput::save(QObject *context, const LogLines &lines, Workspace::Committed then)
{
    HEADWAY_TRY(done, activity(lines));
    if (m_planned)
        completeActivity(m_workspace, context, done, followUp(done), std::move(then));
    else
        logActivity(m_workspace, context,
                    {.activity = done,
                     .links = {m_subject.record},
                     .participants = lines.participants,
                     .followUp = followUp(done)},
                    std::move(then));
    return {};
}

QString ActivityInput::draftKey() const
{
    const QString what = m_planned ? u"done-%1"_s.arg(m_planned->id.value)
                                   : u"log-"_s + textOf(Codec<ActivityKind>::read(m_kind));
    return Drafts::key(what, m_subject.record);
}

void ActivityInput::keepDraft(const LogLines &lines)
{
    const bool isTitled = isTask() && !lines.title.isEmpty();
    const bool isBlank = lines.text.isEmpty() && m_outcome < 0 && !isTitled;
    const bool isAsPlanned = m_planned && lines.text == m_planned->note && m_outcome < 0;
    if (isBlank || isAsPlanned) {
        discardDraft(draftKey());
        return;
    }
    m_drafts.keep(draftKey(),
                  {{u"subject"_s, lines.title},
                   {u"text"_s, lines.text},
                   {u"outcome"_s, m_outcome},
                   {u"happened"_s, m_happened == Happened::Now ? u"now"_s : u"planned"_s},
                   {u"day"_s, m_day.toString(Qt::ISODate)},
                   {u"when"_s, lines.when},
                   {u"duration"_s, lines.duration}});
}

void ActivityInput::discardDraft(const QString &key)
{
    m_drafts.discard(key);
}

std::optional<LogLines> ActivityInput::takeUpDraft()
{
    const QJsonObject draft = m_drafts.find(draftKey());
    if (draft.isEmpty())
        return std::nullopt;
    const int outcome = draft.value(u"outcome"_s).toInt(-1);
    m_outcome = outcome < int(m_outcomes.size()) ? outcome : -1; // the draft's outcome may not exist any more
    if (const QString happened = draft.value(u"happened"_s).toString(); asksWhen() && !happened.isEmpty())
        m_happened = happened == "now"_L1 ? Happened::Now : Happened::AsPlanned;
    const QDate day = QDate::fromString(draft.value(u"day"_s).toString(), Qt::ISODate);
    if (day.isValid() || hasFollowUp())
        m_day = day;
    return LogLines{.title = draft.value(u"subject"_s).toString(),
                    .text = draft.value(u"text"_s).toString(),
                    .when = draft.value(u"when"_s).toString(),
                    .duration = draft.value(u"duration"_s).toString()};
}

} // namespace headway::app
