// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace.h"

#include "app/workspace/guicall.h"

#include "domain/rules/deals.h"
#include "store/commit/changelog.h"
#include "store/maintenance/backup.h"
#include "store/reading/lookups.h"
#include "store/schema/schema.h"
#include "store/search/searchindex.h"

#include <QPointer>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int pollEvery = 2000;    // ms: the delay of another user's change
constexpr int pollWhileLost = 500; // ms: the delay after a server has come back

UserId firstActive(const std::vector<User> &users)
{
    const auto found = std::find_if(users.begin(), users.end(), [](const User &u) { return u.active; });
    return found == users.end() ? UserId{} : found->id;
}

} // namespace

Workspace::Workspace(const WorkspaceOptions &options)
    : m_options(options), m_presence(options.address),
      m_connections(this, options.address, options.threads, options.prepare)
{
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &Workspace::lookAtClock);
    connect(&m_poll, &QTimer::timeout, this, &Workspace::lookForOthers);
    connect(&m_poll, &QTimer::timeout, this, &Workspace::sweep);
    connect(&m_presence, &Presence::lost, this, [this](const Error &error) {
        m_poll.setInterval(pollWhileLost);
        Q_EMIT lost(error);
    });
    connect(&m_presence, &Presence::back, this, &Workspace::returnToWork);
}

Workspace::~Workspace()
{
    m_lookupsTicket.cancel();
    m_pollTicket.cancel();
}

void Workspace::open(QObject *context, const WorkspaceOptions &options, Opened then)
{
    const std::shared_ptr<Workspace> workspace(new Workspace(options));
    workspace->m_opening = workspace; // the worker must not hold the last reference: it cannot join itself
    const QPointer<QObject> alive(context);
    // The writer opens first, because it upgrades an older book.
    workspace->m_connections
        .write<FirstLook>(workspace.get(), &Workspace::firstLook,
                          [self = workspace.get(), alive, then](const Result<FirstLook> &look) {
                              const std::shared_ptr<Workspace> opened =
                                  std::exchange(self->m_opening, nullptr);
                              if (!alive)
                                  return;
                              if (!look) {
                                  then(failure(look.error()));
                                  return;
                              }
                              opened->begin(*look);
                              then(opened);
                          })
        .release();
}

void Workspace::begin(const FirstLook &look)
{
    m_lookups = look.lookups;
    for (const qint64 id : look.operations)
        m_steps.note(id);
    m_uuid = look.uuid;
    m_day = today();
    if (!m_options.user)
        m_options.user = firstActive(look.lookups.users);
    if (m_options.threads == Threads::None)
        return;
    m_poll.start();
    m_connections.openReaders(); // while the window is being created
}

Result<Workspace::FirstLook> Workspace::firstLook(sql::Connection &connection)
{
    HEADWAY_TRY(lookups, store::loadLookups(connection));
    HEADWAY_TRY(newest, store::operations(connection, 0, 100));
    HEADWAY_TRY(uuid, store::bookValue(connection, u"uuid"_s));
    FirstLook look{std::move(lookups), {}, uuid};
    for (const Operation &step : newest)
        look.operations.push_back(step.id);
    std::reverse(look.operations.begin(), look.operations.end());
    return look;
}

void Workspace::workAs(UserId user)
{
    const UserId former = std::exchange(m_options.user, user);
    if (former == user)
        return;
    Q_EMIT userChanged(former);
    readAgain();
}

QDate Workspace::today() const
{
    return dayOf(now(), m_options.zone);
}

Calendar Workspace::calendar() const
{
    return {today(), lookups().settings.dayRules(m_dayOrder)};
}

void Workspace::lookAtClock()
{
    const QDate before = std::exchange(m_day, today());
    if (m_day == before)
        return;
    Q_EMIT dayChanged();
    readAgain();
}

void Workspace::deliver(const Result<ChangeSet> &result, const Committed &then)
{
    if (result)
        announceOnce(*result);
    else if (m_options.threads == Threads::Own)
        lookForOthers(); // is the book still there?
    if (then)
        then(result);
    const bool isOurs = result && result->operation.actor == m_options.user;
    if (isOurs && result->operation.changeCount > 0)
        Q_EMIT committed(result->operation);
    else if (!result && !then && result.error().code != ErrorCode::Cancelled)
        Q_EMIT failed(result.error());
}

// Our own steps are also found when polling for those of others, before or after their own result.
void Workspace::announceOnce(const ChangeSet &set)
{
    if (m_steps.isNews(set.operation.id))
        announce(set);
}

void Workspace::announce(const ChangeSet &set)
{
    const bool stale = !set.complete
        || std::any_of(set.changes.begin(), set.changes.end(),
                       [](const Change &change) { return Lookups::contain(change.ref.kind); });
    if (stale)
        refreshLookups();
    m_maySweep |= !set.complete;
    Q_EMIT changed(set);
}

Ticket Workspace::write(QObject *context, std::function<Result<ChangeSet>(sql::Connection &)> job,
                        Committed then)
{
    const QPointer<QObject> alive(context);
    return m_connections.write<ChangeSet>(
        this, std::move(job), [this, alive, then](const Result<ChangeSet> &result) {
            deliver(result, alive ? then : Committed()); // a committed step is announced in any case
        });
}

void Workspace::submit(QObject *context, MakeEdit make, Committed then)
{
    Ticket ticket = write(
        context,
        [make, actor = actor()](sql::Connection &connection) -> Result<ChangeSet> {
            HEADWAY_TRY(edit, make(connection));
            if (edit.isEmpty())
                return ChangeSet{};
            return store::commit(connection, edit, actor);
        },
        std::move(then));
    ticket.release(); // a submitted edit is always carried out, even if the window is gone
}

void Workspace::submit(const Edit &edit)
{
    submit(this, [edit](sql::Connection &) -> Result<Edit> { return edit; }, {});
}

void Workspace::takeBack(Result<std::optional<Operation>> (*which)(sql::Connection &, UserId),
                         const Sentence &nothing)
{
    takeBack(
        [which, nothing, user = m_options.user](sql::Connection &connection) -> Result<qint64> {
            HEADWAY_TRY(step, which(connection, user));
            return step ? Result<qint64>(step->id) : failure(ErrorCode::NotFound, nothing);
        },
        this, {});
}

void Workspace::takeBack(std::function<Result<qint64>(sql::Connection &)> which, QObject *context,
                         Committed then)
{
    constexpr qint64 worthTelling = 1000; // changes; fewer are done before a message could be read
    const auto progress = [this, givenUp = m_givenUp, number = ++m_takingBacks](qint64 done, qint64 all) {
        if (all >= worthTelling)
            callInGui(this, [this, done, all] { Q_EMIT takingBack(done, all); });
        return *givenUp < number;
    };
    Ticket ticket = write(
        context,
        [this, which, actor = actor(), progress](sql::Connection &connection) -> Result<ChangeSet> {
            HEADWAY_TRY(step, which(connection));
            auto done = store::revert(connection, step, actor, progress);
            callInGui(this, [this] { Q_EMIT takenBack(); });
            return done;
        },
        std::move(then));
    ticket.release();
}

void Workspace::cancelTakingBack()
{
    *m_givenUp = m_takingBacks;
}

void Workspace::undo()
{
    takeBack(&store::undoable, Sentence::tr("There is nothing to take back."));
}

void Workspace::redo()
{
    takeBack(&store::redoable, Sentence::tr("There is nothing to do again."));
}

// As after a step too large to list its changes.
void Workspace::readAgain()
{
    ChangeSet everything;
    everything.complete = false;
    announce(everything);
}

void Workspace::revert(qint64 operation, QObject *context, Committed then)
{
    takeBack([operation](sql::Connection &) -> Result<qint64> { return operation; }, context,
             std::move(then));
}

void Workspace::refreshLookups()
{
    m_lookupsTicket = read<Lookups>(
        this, [](sql::Connection &connection) { return store::loadLookups(connection); },
        [this](Result<Lookups> lists) {
            if (!lists)
                return;
            m_lookups = *std::move(lists);
            Q_EMIT lookupsChanged();
        });
}

// Reads what others have committed since the last poll, and sends the same signal as for our own steps.
void Workspace::lookForOthers()
{
    if (m_pollTicket.isPending()) {
        if (m_pollAsked.hasExpired(m_options.patience.count()))
            m_presence.callServer([this] { return m_pollTicket.isPending(); });
        return;
    }
    m_pollAsked.start();
    using Found = std::vector<ChangeSet>;
    m_pollTicket = read<Found>(
        this,
        [last = m_steps.last(), awaited = m_steps.awaited()](sql::Connection &connection) -> Result<Found> {
            HEADWAY_CHECK(connection.presence());
            return store::changeSetsSince(connection, last, awaited);
        },
        [this](Result<Found> found) {
            m_presence.note(found ? Result<>() : failure(found.error()));
            if (!found)
                return;
            for (const ChangeSet &set : *found) {
                m_steps.note(set.operation.id);
                announceOnce(set);
            }
        });
}

// In portions, so that nobody who saves waits for it.
void Workspace::sweep()
{
    constexpr int portion = 1000;
    if (!std::exchange(m_maySweep, false))
        return;
    m_connections
        .write<bool>(
            this, [](sql::Connection &connection) { return store::sweepSearch(connection, portion); },
            [this](const Result<bool> &hasMore) { m_maySweep = hasMore && *hasMore; })
        .release();
}

// Requests in the meantime have failed, and the book may have been replaced by an older copy.
void Workspace::returnToWork()
{
    m_poll.setInterval(pollEvery);
    readAgain();
    m_pollAsked.start();
    m_pollTicket = read<FirstLook>(this, &Workspace::firstLook, [this](const Result<FirstLook> &look) {
        if (look && !look->operations.empty())
            m_steps.goBackTo(look->operations.back());
    });
    Q_EMIT back();
}

// On the writer's connection: a removed file exists only for those that have it open, and the readers may
// not have opened it yet.
void Workspace::saveCopy(const QString &path, QObject *context, std::function<void(Result<>)> then)
{
    m_connections
        .write<void>(
            context,
            [path](sql::Connection &connection) {
                return store::backupBook(connection, path, store::ExistingFile::Replace, {});
            },
            std::move(then))
        .release();
}

void Workspace::whenWritten(QObject *context, std::function<void()> then)
{
    m_connections
        .write<void>(
            context, [](sql::Connection &) { return Result<>(); }, [then](const Result<> &) { then(); })
        .release();
}

} // namespace headway::app
