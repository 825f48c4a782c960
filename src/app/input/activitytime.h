// SPDX-License-Identifier: GPL-3.0-or-later
// When an activity happened or is planned for, as a form asks for it: one of a few offered times, or what is typed.
// It is always exactly one of them, so that no part of the form contradicts another. Times are on the user's wall
// clock. One for each form; GUI thread. A text that cannot be read is a sentence.
#pragma once

#include "app/input/inputtext.h"

#include <optional>
#include <vector>

namespace headway::app {

class ActivityTime
{
public:
    enum class Choice {
        Now,
        AsPlanned,  // what was planned for some time, and has passed
        LaterToday, // the next full hour that leaves a quarter of one until then
        Today,      // the whole day, as are the following
        Tomorrow,
        InThreeDays,
        InSevenDays,
        Typed
    };
    enum class Purpose {
        Log,  // what was, or what is planned because its time lies ahead
        Task, // the day when it is due
        Past, // only what was
    };
    struct Span {
        Instant at = {};
        bool isWholeDay = false;
        std::optional<qint64> duration = {}; // seconds, if an end was typed
        QDate day = {};                      // of a whole day
    };

    explicit ActivityTime(const InputRules &rules); // which outlive it

    void begin(Purpose purpose);
    void change(Purpose purpose); // what is chosen stays, if it is still offered
    Purpose purpose() const { return m_purpose; }
    // Offers the time of a planned one that is done; chosen if that is when such a one happens, unless the user
    // has chosen another.
    void offerPlanned(const Activity &planned);
    void withdrawPlanned();

    std::vector<Choice> offered() const; // in their order
    Choice choice() const { return m_choice; }
    void choose(Choice choice);
    void type(const QString &text);
    const QString &typed() const { return m_typed; }

    Result<Span> read() const { return spanOf(m_choice); }
    Result<Span> spanOf(Choice choice) const;
    // Whether it lay ahead when it was chosen or typed: what begins as a plan stays one, however long the rest takes
    // to write. A text that cannot be read for a moment, while it is typed, leaves this as it was.
    bool isAhead() const;
    // "Fri, 4 Dec, 14:00–15:30"; empty if it cannot be read.
    QString echo(Choice choice) const;

    // For drafts. A time of day is kept as itself, not as “later today”; empty: what is usual, nobody chose it.
    QString kept() const;
    void takeUp(const QString &kept);

private:
    Choice usual() const;
    bool isOffered(Choice choice) const;
    void readAhead();
    QString textOf(Choice choice) const;

    const InputRules &m_rules;
    Purpose m_purpose = Purpose::Log;
    Choice m_choice = Choice::Now;
    QString m_typed;
    bool m_wasTypedAhead = false;
    bool m_isChosen = false;        // by the user, now or in the draft
    bool m_isPlannedWanted = false; // before what is planned was read, or read anew
    QDate m_today;                  // when the form was opened
    Instant m_laterToday;           // none: the day has no further full hour
    std::optional<Span> m_planned;
};

} // namespace headway::app
