// SPDX-License-Identifier: GPL-3.0-or-later
// An activity as it is logged, planned or marked done in a form, until it is one step of the book: which
// outcomes are offered, on which day it goes on, how long it took, what is typed and not saved. The form
// shows it and hands over what stands in its lines. A value's worth of state for each form; GUI thread.
// What is missing or cannot be read is told in one sentence.
#pragma once

#include "app/input/drafts.h"
#include "app/input/inputtext.h"
#include "domain/records/lists.h"

#include <array>
#include <optional>
#include <vector>

namespace headway::app {

// Somebody who may have taken part.
struct Person {
    EntityRef record;
    QString name;
};

// What it is about.
struct LogSubject {
    EntityRef record = {};
    QString title = {};
    std::vector<Person> people = {};
};

// What stands in the lines of the form, as typed.
struct LogLines {
    QString title = {};
    QString text = {};
    QString when = {};     // empty: now
    QString duration = {}; // empty: by the stopwatch, or not known
    std::optional<Direction> direction = {};
    std::vector<EntityRef> participants = {};
};

inline constexpr std::array followUpDays{1, 3, 7}; // offered by one key each

class ActivityInput
{
public:
    // All outlive it.
    ActivityInput(Workspace &workspace, const InputRules &rules, Drafts &drafts);

    void begin(ActivityKind kind, const LogSubject &subject);
    void beginDone(const Activity &planned, const LogSubject &subject);
    // What has been read of the subject since.
    void learn(const LogSubject &subject);

    ActivityKind kind() const { return m_kind; }
    const LogSubject &subject() const { return m_subject; }
    bool isTask() const { return m_kind == ActivityKind::Task; }
    bool isCompleting() const { return m_planned.has_value(); } // one that was planned
    bool hasDay() const { return m_kind != ActivityKind::Note; }
    // The day is when to go on; else it is when the task is due.
    bool hasFollowUp() const { return !isTask() || isCompleting(); }

    QString ownTitle() const;    // "Call: Renewal", before anybody types another
    LogLines firstLines() const; // what the form begins with

    // Those offered, the first by digit 1; none: it is not asked how it ended.
    const std::vector<Outcome> &outcomes() const { return m_outcomes; }
    // Whether others are offered by now; what was chosen stays, if it is still there.
    bool renewOutcomes();
    int outcome() const { return m_outcome; } // -1: none
    // An outcome may suggest a day, unless somebody chose one.
    void chooseOutcome(int outcome);

    QDate day() const { return m_day; } // invalid: none
    void chooseDay(QDate day);          // by the person
    void awaitDay();                    // it is going to be typed
    Result<> typeDay(const QString &text);

    bool isWatchRunning() const { return bool(m_watch); }
    void startWatch();
    qint64 stopWatch();     // minutes, at least one
    qint64 watched() const; // seconds so far

    enum class Ending { Save, Plan, AddTask, Done };
    Ending ending(const QString &when) const; // what saving it would do

    // The activity that would be saved, or what is missing.
    Result<Activity> activity(const LogLines &lines) const;
    std::optional<Activity> followUp(const Activity &after) const;
    // As one step. What is missing is told at once, and `then` is not called.
    Result<> save(QObject *context, const LogLines &lines, Workspace::Committed then);

    // What is typed and not saved, by subject and kind.
    QString draftKey() const;
    void keepDraft(const LogLines &lines);
    void discardDraft(const QString &key);
    std::optional<LogLines> takeUpDraft(); // with its outcome and day; nothing: there is none

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
    QDate m_day;
    bool m_isDayChosen = false; // by the person: an outcome's suggestion no longer counts
    bool m_isDayAwaited = false;
    Instant m_watch; // running since
};

// "Call", as a heading or the beginning of a title.
QString kindText(ActivityKind kind, const Display &display);

} // namespace headway::app
