// SPDX-License-Identifier: GPL-3.0-or-later
// The state of an activity being logged, planned or completed in a form, until it becomes one step: which
// outcomes are offered, the day of the follow-up, the duration, the draft. The form shows it and passes in
// the text of its lines. One for each form; GUI thread. Missing or unreadable input is reported in one
// sentence.
#pragma once

#include "app/input/drafts.h"
#include "app/input/inputtext.h"
#include "domain/records/lists.h"

#include <array>
#include <optional>
#include <vector>

namespace headway::app {

// A person who may have taken part.
struct Person {
    EntityRef record;
    QString name;
};

// What the activity is about.
struct LogSubject {
    EntityRef record = {};
    QString title = {};
    std::vector<Person> people = {};
};

// The text of the form's lines, as typed.
struct LogLines {
    QString title = {};
    QString text = {};
    QString when = {};     // empty: now
    QString duration = {}; // empty: by the stopwatch, or not known
    std::optional<Direction> direction = {};
    std::vector<EntityRef> participants = {};
};

inline constexpr std::array followUpDays{1, 3, 7}; // one key for each

class ActivityInput
{
public:
    // All arguments outlive it.
    ActivityInput(Workspace &workspace, const InputRules &rules, Drafts &drafts);

    void begin(ActivityKind kind, const LogSubject &subject);
    void beginDone(const Activity &planned, const LogSubject &subject);
    // Updates the subject with what has been read since.
    void learn(const LogSubject &subject);

    ActivityKind kind() const { return m_kind; }
    const LogSubject &subject() const { return m_subject; }
    bool isTask() const { return m_kind == ActivityKind::Task; }
    bool isCompleting() const { return m_planned.has_value(); } // it was planned before
    bool hasDay() const { return m_kind != ActivityKind::Note; }
    // Whether day() is that of a follow-up; otherwise it is when the task is due.
    bool hasFollowUp() const { return !isTask() || isCompleting(); }

    QString ownTitle() const;    // the default: "Call: Renewal"
    LogLines firstLines() const; // the form's initial text

    // Those offered, the first by digit 1; empty if no outcome is asked for.
    const std::vector<Outcome> &outcomes() const { return m_outcomes; }
    // Whether the offered ones have changed; a chosen one stays, if it still exists.
    bool renewOutcomes();
    int outcome() const { return m_outcome; } // -1: none
    // An outcome may suggest a day, unless the user has chosen one.
    void chooseOutcome(int outcome);

    // When a planned one that is done now happened, where both are possible; usually as tickedOff() says.
    enum class Happened { Now, AsPlanned };
    bool asksWhen() const;
    Happened happened() const { return m_happened; }
    void chooseHappened(Happened happened) { m_happened = happened; }
    Instant plannedFor() const { return m_planned ? m_planned->at : Instant(); }
    bool isPlannedAllDay() const { return m_planned && m_planned->allDay; }

    QDate day() const { return m_day; } // invalid: none
    void chooseDay(QDate day);          // by the user
    void awaitDay();                    // the user is going to type it
    Result<> typeDay(const QString &text);

    bool isWatchRunning() const { return bool(m_watch); }
    void startWatch();
    qint64 stopWatch();     // minutes, at least one
    qint64 watched() const; // seconds so far

    enum class Ending { Save, Plan, AddTask, Done };
    Ending ending(const QString &when) const; // what saving would do

    // The activity that would be saved, or an error that says what is missing.
    Result<Activity> activity(const LogLines &lines) const;
    std::optional<Activity> followUp(const Activity &after) const;
    // Saves as one step. If something is missing, the error is returned at once, and `then` is not called.
    Result<> save(QObject *context, const LogLines &lines, Workspace::Committed then);

    // The key of unsaved input, by subject and kind.
    QString draftKey() const;
    void keepDraft(const LogLines &lines);
    void discardDraft(const QString &key);
    std::optional<LogLines> takeUpDraft(); // also restores outcome and day; none: no draft

private:
    void start(ActivityKind kind, const LogSubject &subject);
    std::vector<Outcome> offered() const;
    QDate suggestedDay(qint64 days) const;
    Instant startOf(QDate day) const;

    Workspace &m_workspace;
    const InputRules &m_rules;
    Drafts &m_drafts;
    ActivityKind m_kind = ActivityKind::Call;
    LogSubject m_subject;
    std::optional<Activity> m_planned; // being marked done
    std::vector<Outcome> m_outcomes;
    int m_outcome = -1;
    Happened m_happened = Happened::Now;
    QDate m_day;
    bool m_isDayChosen = false; // by the user: outcomes suggest no other any more
    bool m_isDayAwaited = false;
    Instant m_watch; // running since
};

// "Call", as a heading or the beginning of a title.
QString kindText(ActivityKind kind, const Display &display);

} // namespace headway::app
