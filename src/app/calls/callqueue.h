// SPDX-License-Identifier: GPL-3.0-or-later
// A list that is called one by one. The next record is found when the call of the present one is in the book, wherever
// it was logged; who is skipped comes back at the end; who must not or cannot be called is left out and counted; of two
// people with the same list each record goes to one. Taking back a logged call brings its record back. One for each
// window; GUI thread; reads and writes through the workspace.
#pragma once

#include "app/calls/nextcall.h"
#include "app/workspace/workspace.h"
#include "domain/query/filter.h"

#include <QSet>
#include <QTimer>

#include <deque>
#include <map>
#include <optional>
#include <vector>

namespace headway::app {

class CallQueue : public QObject
{
    Q_OBJECT
public:
    explicit CallQueue(Workspace &workspace, QObject *parent = nullptr); // the workspace outlives it
    ~CallQueue() override;

    // Calls these, or all that a query finds, in their order; a queue that runs ends.
    void begin(EntityKind kind, const std::vector<qint64> &ids);
    void begin(const Query &query);
    void skip(); // the present one comes back at the end
    void end();

    bool isRunning() const { return m_isRunning; }
    EntityRef current() const { return m_current; } // id 0: none yet, or none any more

    struct Counts {
        qint64 all = 0;
        qint64 called = 0;
        qint64 reached = 0; // of these, by the outcome
        qint64 skipped = 0; // and not called yet
        std::map<NotCalled, qint64> leftOut = {};

        std::optional<int> reachRate() const; // percent; none before the first call
    };
    Counts counts() const;

Q_SIGNALS:
    void turn(headway::EntityRef record); // its call is to be logged now
    void changed();                       // the counts, or whether it runs
    void finished();                      // nobody is left; counts() are those of the whole run
    void failed(const headway::Error &error);

private:
    struct Called {
        qint64 step = 0;
        qint64 id = 0;
        bool isReached = false;
    };

    void next();
    void take(const NextCall &found);
    void finish();
    void release();
    void keepClaim();
    void follow(const ChangeSet &set);
    bool followTakingBack(const ChangeSet &set);
    void goOn();
    std::optional<bool> reachedIn(const ChangeSet &set) const; // none: the current one was not called

    Workspace &m_workspace;
    EntityKind m_kind = EntityKind::Lead;
    store::Caller m_caller;
    std::optional<qint64> m_since; // the newest step when it began
    bool m_isRunning = false;
    bool m_mayGoOn = false; // it came to its end by itself: a call that is taken back makes it go on
    EntityRef m_current = {};
    std::deque<qint64> m_waiting;
    std::vector<Called> m_called;
    std::vector<Called> m_takenBack; // by their undo's step
    std::vector<qint64> m_planned;   // calls about the current one
    QSet<qint64> m_skipped;
    QSet<qint64> m_taken; // that others were calling when we came to them
    std::map<NotCalled, qint64> m_leftOut;
    qint64 m_all = 0;
    QTimer m_claim;
    Ticket m_list;
    Ticket m_search;
};

} // namespace headway::app
