// SPDX-License-Identifier: GPL-3.0-or-later
// How far an import of a window has come, of one file or of several: what runs, and whether the next thing is to
// import, to close or to show a report. It goes on by itself after a check that leaves nothing to decide. GUI thread;
// nothing fails.
#pragma once

#include "app/transfer/importprogress.h"
#include "transfer/request/importreport.h"

namespace headway::app {

// What of a report the user has seen, and is not stopped for again.
class SeenReport
{
public:
    // Whether it has missing links, or an earlier import of the same file, that the last one did not have.
    bool hasNews(const transfer::ImportReport &report);

private:
    std::vector<transfer::LinkCount> m_links;
    qint64 m_earlier = 0; // step
};

class ImportCourse
{
public:
    enum class Goal { Check, Import };
    enum class Next { Import, Close, Report };

    // The user wants it; returns the mode of the first run.
    transfer::RunMode begin(Goal goal);
    // For the run that begins now. `tell` is called in the GUI while it runs, as long as `listener` lives.
    Progress start(QObject *workspace, QObject *listener,
                   const std::function<void(qint64 done, qint64 all)> &tell);
    void cancel(); // the run ends when it has noticed
    void stopped() { m_cancelled.reset(); }
    bool isRunning() const { return m_cancelled != nullptr; }

    struct Outcome {
        qint64 rejected = 0;   // rows
        qint64 written = 0;    // rows that made or changed a record
        bool isAsking = false; // about names; the answers change the outcome
        bool isOpen = false;   // something was neither answered nor seen
    };
    Next after(transfer::RunMode mode, const Outcome &outcome);

    void forgetCheck(); // the choices have changed
    // Whether the present choices were checked, and the user has seen what would be rejected.
    bool isChecked() const { return m_isChecked; }
    bool isDone() const { return m_isDone; } // there is nothing left to import

private:
    Goal m_goal = Goal::Check;
    bool m_isChecked = false;
    bool m_isDone = false;
    Cancelled m_cancelled; // set while something runs
};

} // namespace headway::app
