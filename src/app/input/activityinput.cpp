// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/activityinput.h"

#include "app/edits/recordedits.h"
#include "app/workspace/workspace.h"
#include "domain/records/record.h"
#include "domain/rules/activities.h"
#include "domain/rules/deals.h"
#include "domain/rules/leads.h"
#include "domain/rules/today.h"
#include "domain/text/datetext.h"

#include <QCoreApplication>

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
    : m_workspace(workspace), m_rules(rules), m_drafts(drafts), m_time(rules)
{
}

void ActivityInput::start(Use use, ActivityKind kind, const LogSubject &subject)
{
    m_use = use;
    m_kind = kind;
    m_subject = subject;
    m_planned.reset();
    m_isSeparate = false;
    m_outcome = -1;
    m_day = {};
    m_isDayChosen = false;
    m_isDayAwaited = false;
    m_watch = {};
    m_outcomes = offered();
    m_time.begin(purpose());
}

void ActivityInput::begin(ActivityKind kind, const LogSubject &subject)
{
    start(Use::Log, kind, subject);
    considerPlanned();
}

void ActivityInput::beginAnew(ActivityKind kind)
{
    start(Use::LogAnew, kind, {});
}

void ActivityInput::beginDone(const Activity &planned, const LogSubject &subject)
{
    start(Use::Complete, planned.kind, subject);
    m_planned = planned;
    m_time.offerPlanned(planned);
}

void ActivityInput::changeKind(ActivityKind kind)
{
    m_kind = kind;
    m_outcomes = offered();
    m_outcome = -1;
    m_time.change(purpose());
    considerPlanned();
}

void ActivityInput::concern(EntityRef record, const QString &title)
{
    m_subject = {.record = record, .title = title};
    m_isSeparate = false;
    considerPlanned();
}

ActivityTime::Purpose ActivityInput::purpose() const
{
    if (m_use == Use::Complete || m_kind == ActivityKind::Note)
        return ActivityTime::Purpose::Past;
    return isTask() ? ActivityTime::Purpose::Task : ActivityTime::Purpose::Log;
}

void ActivityInput::considerPlanned()
{
    if (m_use == Use::Complete)
        return;
    const Activity *const finished =
        finishedBy(m_kind, m_subject.planned, m_subject.aim, m_rules.now(), m_rules.display.zone());
    m_planned = finished ? std::optional(*finished) : std::nullopt;
    if (m_planned && !m_isSeparate)
        m_time.offerPlanned(*m_planned);
    else
        m_time.withdrawPlanned();
}

// What is planned on it counts once, when it is read: what a colleague plans while this is typed is not finished.
void ActivityInput::learn(const LogSubject &subject)
{
    m_subject.title = subject.title;
    if (m_subject.people.empty())
        m_subject.people = subject.people;
    if (m_subject.isRead || !subject.isRead)
        return;
    m_subject.isRead = true;
    m_subject.planned = subject.planned;
    m_subject.aim = subject.aim;
    considerPlanned();
}

bool ActivityInput::isPlanning() const
{
    switch (m_time.purpose()) {
    case ActivityTime::Purpose::Task: return true;
    case ActivityTime::Purpose::Log: return m_time.isAhead();
    case ActivityTime::Purpose::Past: break;
    }
    return false;
}

const Activity *ActivityInput::finishes() const
{
    return m_planned && !m_isSeparate && !isPlanning() ? &*m_planned : nullptr;
}

void ActivityInput::logSeparately()
{
    m_isSeparate = true;
    m_time.withdrawPlanned();
}

bool ActivityInput::hasDirection() const
{
    return headway::hasDirection(m_kind) && !isPlanning();
}

bool ActivityInput::hasParticipants() const
{
    return headway::hasParticipants(m_kind);
}

bool ActivityInput::hasPlace() const
{
    return isAppointment(m_kind) && isPlanning();
}

QString ActivityInput::ownTitle() const
{
    if (const Activity *const planned = finishes())
        return planned->subject;
    return isTask() ? QString() : u"%1: %2"_s.arg(kindText(m_kind, m_rules.display), m_subject.title);
}

QString ActivityInput::ownText() const
{
    const Activity *const planned = finishes();
    return planned ? planned->note : QString();
}

QString ActivityInput::ownDuration() const
{
    const Activity *const planned = finishes();
    return planned && planned->duration ? QString::number(*planned->duration / 60) : QString();
}

LogLines ActivityInput::firstLines() const
{
    return {.title = ownTitle(),
            .text = ownText(),
            .duration = ownDuration(),
            .ownTitle = ownTitle(),
            .ownText = ownText(),
            .ownDuration = ownDuration()};
}

// A new task is not done yet.
std::vector<Outcome> ActivityInput::offered() const
{
    const bool isAsked = m_kind != ActivityKind::Note && (!isTask() || m_use == Use::Complete);
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

const LeadStatus *ActivityInput::movesTo() const
{
    if (!m_subject.lead || !asksOutcome() || m_outcome < 0)
        return nullptr;
    return statusAfter(*m_subject.lead, m_outcomes[size_t(m_outcome)], m_workspace.lookups().leadStatuses);
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
    const Result<QDate> day = parseTypedDate(text, m_rules.calendar());
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

ActivityInput::Ending ActivityInput::ending() const
{
    if (isPlanning())
        return isTask() ? Ending::AddTask : Ending::Plan;
    return finishes() ? Ending::Done : Ending::Save;
}

std::optional<LogFault> ActivityInput::fault(const LogLines &lines) const
{
    using Part = LogFault::Part;
    if (isAnew() && !m_subject.record.id)
        return LogFault{Part::Subject,
                        Sentence::tr("With whom? Choose a deal, a contact, a company or a lead.")};
    const Result<ActivityTime::Span> span = m_time.read();
    if (!span)
        return LogFault{Part::Time, span.error().text};
    if (m_time.purpose() == ActivityTime::Purpose::Past && span->at > m_rules.now())
        return LogFault{Part::Time, Sentence::tr("That is still ahead. When did it happen?")};
    if (isTask() && isPlanning() && lines.title.trimmed().isEmpty())
        return LogFault{Part::Title, Sentence::tr("What is to be done? The task needs a line.")};
    if (!span->duration && !lines.duration.trimmed().isEmpty()) {
        if (const Result<qint64> seconds = readDuration(lines.duration, m_rules); !seconds)
            return LogFault{Part::Duration, seconds.error().text};
    }
    if (m_kind == ActivityKind::Note && lines.text.trimmed().isEmpty())
        return LogFault{Part::Text, Sentence::tr("The note is empty.")};
    if (hasFollowUp() && m_isDayAwaited && !m_day.isValid())
        return LogFault{Part::FollowUp, Sentence::tr("On which day is the follow-up?")};
    return std::nullopt;
}

Result<Activity> ActivityInput::activity(const LogLines &lines) const
{
    if (const std::optional<LogFault> found = fault(lines))
        return failure(ErrorCode::Invalid, found->text);
    HEADWAY_TRY(span, m_time.read());
    const Activity *const planned = finishes();
    Activity result = planned ? *planned : Activity{.kind = m_kind};
    result.subject = lines.title.trimmed();
    result.note = lines.text.trimmed();
    result.state = isPlanning() ? ActivityState::Planned : ActivityState::Done;
    if (!planned || m_time.choice() == ActivityTime::Choice::Typed) // a planned one keeps its own clock
        result.timeZone = QString::fromLatin1(m_rules.display.zone().id());
    result.at = span.at;
    result.allDay = span.isWholeDay;
    if (asksOutcome() && m_outcome >= 0)
        result.outcome = m_outcomes[size_t(m_outcome)].id;
    if (span.duration) {
        result.duration = span.duration;
    } else if (!lines.duration.trimmed().isEmpty()) {
        HEADWAY_TRY(seconds, readDuration(lines.duration, m_rules));
        result.duration = seconds;
    } else if (isWatchRunning() && !isPlanning()) {
        result.duration = watched();
    }
    if (hasPlace())
        result.location = lines.place.trimmed();
    if (hasDirection() && lines.direction)
        result.direction = *lines.direction;
    return result;
}

std::optional<Activity> ActivityInput::followUp(const Activity &after) const
{
    if (!hasFollowUp() || !m_day.isValid())
        return std::nullopt;
    const QString about = m_subject.title.isEmpty() ? after.subject : m_subject.title;
    return wholeDayOn({.kind = isTask() ? ActivityKind::Task : ActivityKind::Call,
                       .state = ActivityState::Planned,
                       .subject = Texts::tr("Follow up: %1").arg(about)},
                      m_day, m_rules.display.zone());
}

Result<> ActivityInput::save(QObject *context, const LogLines &lines, Workspace::Committed then)
{
    HEADWAY_TRY(written, activity(lines));
    const std::vector<EntityRef> participants =
        hasParticipants() ? lines.participants : std::vector<EntityRef>();
    if (finishes())
        completeActivity(m_workspace, context, written, followUp(written), std::move(then), participants);
    else
        logActivity(m_workspace, context,
                    {.activity = written,
                     .links = {m_subject.record},
                     .participants = participants,
                     .followUp = followUp(written)},
                    std::move(then));
    return {};
}

} // namespace headway::app
