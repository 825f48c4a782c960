// SPDX-License-Identifier: GPL-3.0-or-later
// The state of an activity being logged, planned or completed in a form, until it becomes one step: when it is,
// what it finishes, which outcomes are offered, the day of the follow-up, the duration, the draft. The form shows
// it and passes in the text of its lines. One for each form; GUI thread. Missing or unreadable input is reported
// in one sentence.
#pragma once

#include "app/input/activitytime.h"
#include "app/input/drafts.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"

#include <array>
#include <optional>
#include <vector>

namespace headway::app {

// A person who may have taken part.
struct Person {
    EntityRef record;
    QString name;
    bool isUsual = false; // takes part unless somebody says otherwise: the record itself, its primary contact
};

// What the activity is about.
struct LogSubject {
    EntityRef record = {};
    QString title = {};
    std::vector<Person> people = {};
    std::vector<Activity> planned = {}; // on this record
    ActivityId aim = {};                // the planned one that the user points at
    std::optional<Lead> lead = {};      // the record, if it is one
    bool doNotCall = false;             // a wish of its own, or of whom one reaches about it
    bool isRead = false;                // else only `record` and perhaps `title` are known yet
};

// The text of the form's lines, as typed.
struct LogLines {
    QString title = {};
    QString text = {};
    QString duration = {}; // empty: by the stopwatch, or not known
    QString place = {};
    std::optional<Direction> direction = {};
    std::vector<EntityRef> participants = {};
    QString ownTitle = {}; // what the form itself has written into them, and nobody has typed
    QString ownText = {};
    QString ownDuration = {};
};

// Something that keeps it from being saved, and the part of the form that it is about.
struct LogFault {
    enum class Part { Subject, Title, Time, Duration, Text, FollowUp };
    Part part = Part::Text;
    Sentence text;
};

inline constexpr std::array followUpDays{1, 3, 7}; // one key for each

class ActivityInput
{
public:
    // All arguments outlive it.
    ActivityInput(Workspace &workspace, const InputRules &rules, Drafts &drafts);

    // To log or plan one. It finishes what was planned, see finishedBy() in domain/rules/activities.h.
    void begin(ActivityKind kind, const LogSubject &subject);
    // The same of any record: which one, and which kind, is still asked for.
    void beginAnew(ActivityKind kind);
    // Only to mark this one done.
    void beginDone(const Activity &planned, const LogSubject &subject);
    void changeKind(ActivityKind kind);
    void concern(EntityRef record, const QString &title); // no id: nothing
    // Updates the subject with what has been read since.
    void learn(const LogSubject &subject);

    ActivityKind kind() const { return m_kind; }
    const LogSubject &subject() const { return m_subject; }
    bool isAnew() const { return m_use == Use::LogAnew; }
    bool isTask() const { return m_kind == ActivityKind::Task; }

    ActivityTime &time() { return m_time; }
    const ActivityTime &time() const { return m_time; }
    // Whether it is to be done some day.
    bool isPlanning() const;
    // The planned activity that saving completes; null: none.
    const Activity *finishes() const;
    // Whether it could be logged beside that one, too.
    bool canLogSeparately() const { return m_use != Use::Complete && finishes(); }
    void logSeparately();

    bool asksOutcome() const { return !isPlanning() && !m_outcomes.empty(); }
    bool hasFollowUp() const { return m_kind != ActivityKind::Note && !isPlanning(); }
    bool hasDirection() const;
    bool hasParticipants() const;
    bool hasPlace() const; // is asked for
    bool hasDuration() const { return m_kind != ActivityKind::Note; }

    // What the form contains before anything is typed: "Call: Renewal", or what was planned.
    QString ownTitle() const;
    QString ownText() const;
    QString ownDuration() const; // in minutes; empty if none was planned
    LogLines firstLines() const;

    // Those offered, the first by digit 1; empty if this kind has none.
    const std::vector<Outcome> &outcomes() const { return m_outcomes; }
    // Whether the offered ones have changed; a chosen one stays, if it still exists.
    bool renewOutcomes();
    int outcome() const { return m_outcome; } // -1: none
    // An outcome may suggest a day, unless the user has chosen one.
    void chooseOutcome(int outcome);

    // Whether it is a call to somebody who does not want to be called.
    bool isUnwelcome() const { return m_kind == ActivityKind::Call && m_subject.doNotCall; }
    // The status into which the chosen outcome moves the lead; null if it moves none.
    const LeadStatus *movesTo() const;

    QDate day() const { return m_day; } // of the follow-up; invalid: none
    void chooseDay(QDate day);          // by the user
    void awaitDay();                    // the user is going to type it
    Result<> typeDay(const QString &text);

    bool isWatchRunning() const { return bool(m_watch); }
    void startWatch();
    qint64 stopWatch();     // minutes, at least one
    qint64 watched() const; // seconds so far

    enum class Ending { Save, Plan, AddTask, Done };
    Ending ending() const; // what saving would do

    // The first thing that is missing or cannot be read.
    std::optional<LogFault> fault(const LogLines &lines) const;
    // The activity that would be saved, or the fault's sentence.
    Result<Activity> activity(const LogLines &lines) const;
    std::optional<Activity> followUp(const Activity &after) const;
    // Saves as one step. With a fault nothing is saved, its sentence is returned at once, and `then` is not called.
    Result<> save(QObject *context, const LogLines &lines, Workspace::Committed then);

    // The key of unsaved input: what it is about, and what for.
    QString draftKey() const;
    void keepDraft(const LogLines &lines);
    void discardDraft(const QString &key);
    std::optional<LogLines> takeUpDraft(); // also restores what was chosen; none: no draft

private:
    enum class Use { Log, LogAnew, Complete };

    void start(Use use, ActivityKind kind, const LogSubject &subject);
    ActivityTime::Purpose purpose() const;
    void considerPlanned();
    bool isBlank(const LogLines &lines) const;
    std::vector<Outcome> offered() const;
    QDate suggestedDay(qint64 days) const;

    Workspace &m_workspace;
    const InputRules &m_rules;
    Drafts &m_drafts;
    Use m_use = Use::Log;
    ActivityKind m_kind = ActivityKind::Call;
    LogSubject m_subject;
    ActivityTime m_time;
    std::optional<Activity> m_planned; // being completed, or what logging would finish
    bool m_isSeparate = false;         // by the user: it does not finish that one
    std::vector<Outcome> m_outcomes;
    int m_outcome = -1;
    QDate m_day;
    bool m_isDayChosen = false; // by the user: outcomes suggest no other any more
    bool m_isDayAwaited = false;
    Instant m_watch; // running since
};

// "Call", as a heading or the beginning of a title.
QString kindText(ActivityKind kind, const Display &display);

} // namespace headway::app
