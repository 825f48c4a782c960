// SPDX-License-Identifier: GPL-3.0-or-later
// An open book as windows see it: what is read, written and announced. Everything is asked for with a callback
// that comes on the GUI thread and never after its context died; each committed step is broadcast as one signal.
// Lives on the GUI thread.
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
    // Runs on the writer's thread before the book is opened: makes it, where it is new.
    std::function<Result<>()> prepare = {};
    // How long a server may keep silent before somebody looks whether it is still there.
    std::chrono::milliseconds patience = std::chrono::seconds(10);
};

class Workspace : public QObject
{
    Q_OBJECT

public:
    using Opened = std::function<void(Result<std::shared_ptr<Workspace>>)>;
    // Opens the book without blocking. Without a user in the options the first active one works in it, until
    // workAs() says who really does.
    static void open(QObject *context, const WorkspaceOptions &options, Opened then);
    ~Workspace() override;

    const QString &address() const { return m_options.address; }
    const QString &uuid() const { return m_uuid; }
    QString title() const { return bookTitle(m_options.address); }
    UserId user() const { return m_options.user; }
    // From now on this user does what is done here, and is meant by "me"; everything in sight is read again.
    void workAs(UserId user);
    // The same before anything was read for somebody.
    void beginAs(UserId user) { m_options.user = user; }
    const Lookups &lookups() const { return m_lookups; }
    Instant now() const { return m_options.clock(); }
    QDate today() const;
    Calendar calendar() const; // what "this-quarter" goes by in this book
    const QTimeZone &zone() const { return m_options.zone; }
    store::Viewer viewer() const { return {m_options.user, m_options.zone}; }

    // Runs `job` on a reader's connection, then `then` on the GUI thread unless `context` is gone or
    // the ticket was dropped.
    template <class T>
    Ticket read(QObject *context, std::function<Result<T>(sql::Connection &)> job,
                std::function<void(Result<T>)> then)
    {
        return m_connections.read<T>(context, std::move(job), std::move(then));
    }

    // Makes an edit from what the book holds now and commits it, as one step. `then` hears how it
    // went; without it an error is announced by failed().
    using MakeEdit = std::function<Result<Edit>(sql::Connection &)>;
    using Committed = std::function<void(Result<ChangeSet>)>;
    void submit(QObject *context, MakeEdit make, Committed then);
    void submit(const Edit &edit);

    // Long work of its own on the writer: an import. It may take its time; others go on reading.
    Ticket write(QObject *context, std::function<Result<ChangeSet>(sql::Connection &)> job, Committed then);

    // Calls `then` when everything that was given to be written before is in the book, or has failed.
    void whenWritten(QObject *context, std::function<void()> then);

    // A copy of the book as a file, instead of what is there; also of one whose file was removed while it was open.
    void saveCopy(const QString &path, QObject *context, std::function<void(Result<>)> then);

    bool isLost() const { return m_presence.isLost(); }

    // Takes back the newest step of this user, or does it again; says so by committed().
    void undo();
    void redo();
    // Everything in sight is read again: another way of writing days, F5.
    void readAgain();
    // Whether another day has begun; by itself every few seconds.
    void lookAtClock();
    // Takes back one step of the history.
    void revert(qint64 operation, QObject *context, Committed then);

Q_SIGNALS:
    // A step was committed, by us or by somebody else.
    void changed(const headway::ChangeSet &set);
    // Somebody else works here now than `former`.
    void userChanged(headway::UserId former);
    // Our user's own step was committed: for the message bar.
    void committed(const headway::Operation &operation);
    void failed(const headway::Error &error);
    void lookupsChanged();
    // "today" is another day, and everything is about to be read again.
    void dayChanged();
    // The server went away, or the file. What was read stays, nothing can be written until back().
    void lost(const headway::Error &error);
    // Everything is read afresh by then, or about to be: changed() was told with nothing complete.
    void back();

private:
    explicit Workspace(const WorkspaceOptions &options);

    struct FirstLook {
        Lookups lookups = {};
        std::vector<qint64> operations = {}; // the newest, ascending
        QString uuid = {};
    };
    static Result<FirstLook> firstLook(sql::Connection &connection);
    void begin(const FirstLook &look);
    void deliver(const Result<ChangeSet> &result, const Committed &then);
    void announceOnce(const ChangeSet &set);
    void announce(const ChangeSet &set);
    void refreshLookups();
    void lookForOthers();
    void returnToWork();
    void takeBack(Result<std::optional<Operation>> (*which)(sql::Connection &, UserId),
                  const Sentence &nothing);

    WorkspaceOptions m_options;
    std::shared_ptr<Workspace> m_opening; // ourselves, until the book is open
    QString m_uuid;
    Lookups m_lookups;
    KnownSteps m_steps;
    Presence m_presence;
    QTimer m_poll;
    QDate m_day; // that what is shown was read for
    Ticket m_lookupsTicket;
    Ticket m_pollTicket;
    QElapsedTimer m_pollAsked; // when the poll under way was
    Connections m_connections; // ends before what its answers go to
};

} // namespace headway::app
