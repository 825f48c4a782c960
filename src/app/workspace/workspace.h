// SPDX-License-Identifier: GPL-3.0-or-later
// An open book as windows see it: reading, writing and announcing changes. Each request has a callback that
// is called on the GUI thread and never after its context was destroyed; each committed step is announced
// by one signal. Lives on the GUI thread.
#pragma once

#include "app/workspace/bookaddress.h"
#include "app/workspace/connections.h"
#include "app/workspace/knownsteps.h"
#include "app/workspace/presence.h"
#include "domain/changes/change.h"
#include "domain/records/lookups.h"
#include "domain/result.h"
#include "store/commit/commit.h"
#include "store/reading/query.h"

#include <QElapsedTimer>
#include <QObject>
#include <QTimeZone>
#include <QTimer>

#include <atomic>
#include <chrono>
#include <functional>
#include <memory>

namespace headway::app {

struct WorkspaceOptions {
    QString address = {};
    UserId user = {};
    std::function<Instant()> clock = {};
    QTimeZone zone = QTimeZone::utc();
    Threads threads = Threads::Own;
    // Runs on the writer's thread before the book is opened; creates a new book.
    std::function<Result<>()> prepare = {};
    // How long a server may not answer before it is checked by another connection.
    std::chrono::milliseconds patience = std::chrono::seconds(10);
};

class Workspace : public QObject
{
    Q_OBJECT

public:
    using Opened = std::function<void(Result<std::shared_ptr<Workspace>>)>;
    // Opens the book without blocking. Without a user in the options the first active one is assumed, until
    // workAs() is called.
    static void open(QObject *context, const WorkspaceOptions &options, Opened then);
    ~Workspace() override;

    const QString &address() const { return m_options.address; }
    const QString &uuid() const { return m_uuid; }
    QString title() const { return bookTitle(m_options.address); }
    UserId user() const { return m_options.user; }
    // Whether the user at work took a step back, or made it again.
    bool isTakenBackHere(const ChangeSet &set) const
    {
        return isTakingBack(set.operation.origin) && set.operation.actor == user();
    }
    // From now on this user is the actor of all steps, and meant by "me"; all shown data is read again.
    void workAs(UserId user);
    // The same before anything was read for a user.
    void beginAs(UserId user) { m_options.user = user; }
    const Lookups &lookups() const { return m_lookups; }
    Instant now() const { return m_options.clock(); }
    QDate today() const;
    Calendar calendar() const; // for "this-quarter" and typed days in this book
    // In which order days are typed in this window; none is known at first.
    void readDaysAs(std::optional<DateOrder> order) { m_dayOrder = order; }
    const QTimeZone &zone() const { return m_options.zone; }
    store::Viewer viewer() const { return {m_options.user, m_options.zone}; }
    Actor actor() const { return {m_options.user, now(), m_options.zone}; } // of a step that begins now

    // Runs `job` on a reader's connection, then `then` on the GUI thread unless `context` is gone or
    // the ticket was dropped.
    template <class T>
    Ticket read(QObject *context, std::function<Result<T>(sql::Connection &)> job,
                std::function<void(Result<T>)> then)
    {
        return m_connections.read<T>(context, std::move(job), std::move(then));
    }

    // Makes an edit from the present state of the book and commits it, as one step. `then` gets the result;
    // without it an error is reported by failed().
    using MakeEdit = std::function<Result<Edit>(sql::Connection &)>;
    using Committed = std::function<void(Result<ChangeSet>)>;
    void submit(QObject *context, MakeEdit make, Committed then);
    void submit(const Edit &edit);

    // Long-running work on the writer, such as an import. It may take long; reading goes on.
    Ticket write(QObject *context, std::function<Result<ChangeSet>(sql::Connection &)> job, Committed then);

    // Writes what is no step of the history: who is called by whom just now. As read(), but on the writer's connection;
    // `then` is called even if the ticket was dropped.
    template <class T>
    Ticket writeAside(QObject *context, std::function<Result<T>(sql::Connection &)> job,
                      std::function<void(Result<T>)> then)
    {
        return m_connections.write<T>(context, std::move(job), std::move(then));
    }

    // Calls `then` when everything submitted before is in the book, or has failed.
    void whenWritten(QObject *context, std::function<void()> then);

    // Writes a copy of the book to a file, replacing an existing one; also if the book's own file was
    // removed while open.
    void saveCopy(const QString &path, QObject *context, std::function<void(Result<>)> then);

    bool isLost() const { return m_presence.isLost(); }

    // Undoes or redoes the newest step of this user; reported by committed().
    void undo();
    void redo();
    // Makes all shown data be read again: after a change of the date format, or F5.
    void readAgain();
    // Checks whether another day has begun; also called automatically every few seconds.
    void lookAtClock();
    // Undoes one step of the history.
    void revert(qint64 operation, QObject *context, Committed then);
    // Gives up what is being undone or redone, or waits for that: nothing is changed then.
    void cancelTakingBack();

Q_SIGNALS:
    // A step was committed, by us or by others.
    void changed(const headway::ChangeSet &set);
    // The user working here is a different one now than `former`.
    void userChanged(headway::UserId former);
    // A step of our own user was committed: for the message bar.
    void committed(const headway::Operation &operation);
    void failed(const headway::Error &error);
    // A step of many changes is being undone or redone, so far; takenBack() follows, however it ends.
    void takingBack(qint64 done, qint64 all);
    void takenBack();
    void lookupsChanged();
    // "today" has changed, and all shown data is about to be read again.
    void dayChanged();
    // The server went away, or the file. Data that was read stays; nothing can be written until back().
    void lost(const headway::Error &error);
    // All data has been or is about to be read again: changed() was sent with an incomplete set.
    void back();

private:
    explicit Workspace(const WorkspaceOptions &options);

    struct FirstLook {
        Lookups lookups = {};
        std::vector<qint64> operations = {}; // ids of the newest, ascending
        QString uuid = {};
    };
    static Result<FirstLook> firstLook(sql::Connection &connection);
    void begin(const FirstLook &look);
    void deliver(const Result<ChangeSet> &result, const Committed &then);
    void announceOnce(const ChangeSet &set);
    void announce(const ChangeSet &set);
    void refreshLookups();
    void lookForOthers();
    void sweep();
    void returnToWork();
    void takeBack(Result<std::optional<Operation>> (*which)(sql::Connection &, UserId),
                  const Sentence &nothing);
    // `which` says on the writer's thread what is to be undone or redone.
    void takeBack(std::function<Result<qint64>(sql::Connection &)> which, QObject *context, Committed then);

    WorkspaceOptions m_options;
    std::shared_ptr<Workspace> m_opening; // self-reference, until the book is open
    QString m_uuid;
    Lookups m_lookups;
    KnownSteps m_steps;
    Presence m_presence;
    QTimer m_poll;
    std::optional<DateOrder> m_dayOrder;
    QDate m_day; // for which the shown data was read
    Ticket m_lookupsTicket;
    Ticket m_pollTicket;
    QElapsedTimer m_pollAsked; // since the current poll was started
    // Of what is being undone and what waits for that, the newest that was given up.
    std::shared_ptr<std::atomic<qint64>> m_givenUp = std::make_shared<std::atomic<qint64>>(0);
    qint64 m_takingBacks = 0;
    bool m_maySweep = true;    // a long step may have left words of removed records in the search
    Connections m_connections; // destroyed before the objects its answers go to
};

} // namespace headway::app
