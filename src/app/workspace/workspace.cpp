// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/workspace.h"

#include "app/program/logging.h"
#include "domain/rules/deals.h"
#include "store/book/book.h"
#include "store/commit/changelog.h"
#include "store/maintenance/backup.h"
#include "store/schema/schema.h"

#include <QFileInfo>

#include <algorithm>
#include <atomic>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int readerThreads = 2;
constexpr int pollEvery = 2000;    // ms: how late another user's change may show
constexpr int pollWhileLost = 500; // ms: how late work goes on after a server has come back

// The book that was opened first, as a number that its connections' threads share; 0 before that.
using Identity = std::atomic<size_t>;

// Opens a book that may have been away: another one in its place must not get our changes.
Result<std::unique_ptr<sql::Connection>> openSame(const QString &address, sql::Access access, Identity &known)
{
    HEADWAY_TRY(connection, store::openBook(address, access));
    HEADWAY_TRY(uuid, store::bookValue(*connection, u"uuid"_s));
    const size_t identity = qHash(uuid, 1) | 1;
    size_t first = 0;
    if (!known.compare_exchange_strong(first, identity) && first != identity)
        return failure(ErrorCode::Conflict,
                       Sentence::tr("%1 is another book now. Close this window and open it again.")
                           .arg(shownAddress(address)));
    return std::move(connection);
}

// Whether it says that the book is not there, rather than that something is wrong with the question.
bool isConnectionLoss(const Error &error)
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::NotFound
        || error.code == ErrorCode::Conflict || error.code == ErrorCode::Unreadable;
}

UserId firstActive(const std::vector<User> &users)
{
    const auto found = std::find_if(users.begin(), users.end(), [](const User &u) { return u.active; });
    return found == users.end() ? UserId{} : found->id;
}

} // namespace

QString bookTitle(const QString &address)
{
    if (store::isServer(address))
        return shownAddress(address).section(u'?', 0, 0).section(u'/', -1);
    return QFileInfo(address).completeBaseName();
}

QString shownAddress(const QString &address)
{
    return sql::withoutPassword(address);
}

Ticket::Ticket(Worker *worker, std::shared_ptr<Request> request)
    : m_worker(worker), m_request(std::move(request))
{
}

Ticket &Ticket::operator=(Ticket &&other) noexcept
{
    cancel();
    m_worker = other.m_worker;
    m_request = std::move(other.m_request);
    return *this;
}

Ticket::~Ticket()
{
    cancel();
}

void Ticket::cancel()
{
    // A request that nobody else holds has ended; its worker may be gone.
    if (isPending())
        m_worker->cancel(*m_request);
    m_request.reset();
}

Workspace::Workspace(const WorkspaceOptions &options) : m_options(options)
{
    using Connected = Result<std::unique_ptr<sql::Connection>>;
    const QString address = options.address;
    const auto known = std::make_shared<Identity>(0);
    const auto openWriter = [address, known, prepare = options.prepare]() mutable -> Connected {
        if (const auto make = std::exchange(prepare, nullptr))
            HEADWAY_CHECK(make());
        return openSame(address, sql::Access::ReadWrite, *known);
    };
    const auto openReader = [address, known] { return openSame(address, sql::Access::Read, *known); };
    const bool own = options.threads == Threads::Own;
    m_writer = std::make_unique<Worker>(openWriter, own ? 1 : 0);
    m_readers = std::make_unique<Worker>(openReader, own ? readerThreads : 0);
    m_poll.setInterval(pollEvery);
    connect(&m_poll, &QTimer::timeout, this, &Workspace::lookAtClock);
    connect(&m_poll, &QTimer::timeout, this, &Workspace::lookForOthers);
}

Workspace::~Workspace()
{
    m_lookupsTicket.cancel();
    m_pollTicket.cancel();
    finish();
}

// An edit once given is made: it is waited for, as long as there is somebody to make it. For a server that is
// gone or frozen nobody waits, nor for an answer that nobody will read.
void Workspace::finish()
{
    constexpr std::chrono::seconds usual(1);
    m_readers->dropWaiting();
    if (!m_readers->endsWithin(usual))
        m_readers->abandon();
    bool mayBeSilent = store::isServer(m_options.address);
    while (!m_writer->endsWithin(usual) || !m_readers->endsWithin(usual)) {
        if (!mayBeSilent || sql::answers(m_options.address))
            continue;
        mayBeSilent = false;
        logWarning(u"The server does not answer while its book is closed: what is under way is given up."_s);
        m_writer->abandon();
        m_readers->abandon();
    }
}

void Workspace::open(QObject *context, const WorkspaceOptions &options, Opened then)
{
    const std::shared_ptr<Workspace> workspace(new Workspace(options));
    workspace->m_opening = workspace; // the worker must not hold the last reference: it cannot join itself
    const QPointer<QObject> alive(context);
    // The writer opens first: it is the one that brings an older book up to date.
    workspace->m_writer->post(
        std::make_shared<Request>(),
        [self = workspace.get(), alive, then](Result<sql::Connection *> connection) {
            auto look = connection ? firstLook(**connection) : Result<FirstLook>(failure(connection.error()));
            callInGui(self, [self, alive, then, look = std::move(look)] {
                const std::shared_ptr<Workspace> opened = std::exchange(self->m_opening, nullptr);
                if (!alive)
                    return;
                if (!look) {
                    then(failure(look.error()));
                    return;
                }
                opened->begin(*look);
                then(opened);
            });
        });
}

void Workspace::begin(const FirstLook &look)
{
    m_lookups = look.lookups;
    for (const qint64 id : look.operations)
        noteOperation(id);
    m_uuid = look.uuid;
    m_day = today();
    if (!m_options.user)
        m_options.user = firstActive(look.lookups.users);
    if (m_options.threads == Threads::None)
        return;
    m_poll.start();
    for (int i = 0; i < readerThreads; ++i) // they open their connections while the window is being made
        m_readers->post(std::make_shared<Request>(), [](const Result<sql::Connection *> &) {});
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
    return lookups().settings.calendarOn(today());
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

// Our own steps come back when we ask for those of others, sooner or later than their answer. Their
// numbers alone do not tell: another's step may be older than our newest one.
void Workspace::announceOnce(const ChangeSet &set)
{
    constexpr qsizetype mostRemembered = 1000;
    const qint64 id = set.operation.id;
    if (!id || m_announced.contains(id))
        return;
    if (m_announced.size() >= mostRemembered)
        m_announced.removeIf([this](qint64 old) { return old < m_lastOperation; });
    m_announced.insert(id);
    announce(set);
}

void Workspace::announce(const ChangeSet &set)
{
    const bool stale = !set.complete
        || std::any_of(set.changes.begin(), set.changes.end(),
                       [](const Change &change) { return store::Lookups::contain(change.ref.kind); });
    if (stale)
        refreshLookups();
    Q_EMIT changed(set);
}

Ticket Workspace::write(QObject *context, std::function<Result<ChangeSet>(sql::Connection &)> job,
                        Committed then)
{
    const QPointer<QObject> alive(context);
    auto request = std::make_shared<Request>();
    m_writer->post(request, [this, alive, job, then](Result<sql::Connection *> connection) {
        auto result = connection ? job(**connection) : Result<ChangeSet>(failure(connection.error()));
        callInGui(this, [this, alive, then, result = std::move(result)] {
            deliver(result, alive ? then : Committed()); // what is committed is announced all the same
        });
    });
    return Ticket(m_writer.get(), request);
}

void Workspace::submit(QObject *context, MakeEdit make, Committed then)
{
    const store::Actor actor{m_options.user, now()};
    Ticket ticket = write(
        context,
        [make, actor](sql::Connection &connection) -> Result<ChangeSet> {
            HEADWAY_TRY(edit, make(connection));
            if (edit.isEmpty())
                return ChangeSet{};
            return store::commit(connection, edit, actor);
        },
        std::move(then));
    ticket.release(); // an edit once given is made, whatever becomes of the window
}

void Workspace::submit(const Edit &edit)
{
    submit(this, [edit](sql::Connection &) -> Result<Edit> { return edit; }, {});
}

void Workspace::takeBack(Result<std::optional<Operation>> (*which)(sql::Connection &, UserId),
                         const Sentence &nothing)
{
    const store::Actor actor{m_options.user, now()};
    Ticket ticket = write(this,
                          [which, actor, nothing](sql::Connection &connection) -> Result<ChangeSet> {
                              HEADWAY_TRY(step, which(connection, actor.user));
                              if (!step)
                                  return failure(ErrorCode::NotFound, nothing);
                              return store::revert(connection, step->id, actor);
                          },
                          {});
    ticket.release();
}

void Workspace::undo()
{
    takeBack(&store::undoable, Sentence::tr("There is nothing to take back."));
}

void Workspace::redo()
{
    takeBack(&store::redoable, Sentence::tr("There is nothing to do again."));
}

// As after a step too large to tell what it changed.
void Workspace::readAgain()
{
    ChangeSet everything;
    everything.complete = false;
    announce(everything);
}

void Workspace::revert(qint64 operation, QObject *context, Committed then)
{
    const store::Actor actor{m_options.user, now()};
    Ticket ticket = write(
        context,
        [operation, actor](sql::Connection &connection) {
            return store::revert(connection, operation, actor);
        },
        std::move(then));
    ticket.release();
}

void Workspace::refreshLookups()
{
    m_lookupsTicket = read<store::Lookups>(
        this, [](sql::Connection &connection) { return store::loadLookups(connection); },
        [this](Result<store::Lookups> lists) {
            if (!lists)
                return;
            m_lookups = *std::move(lists);
            Q_EMIT lookupsChanged();
        });
}

// What others have committed since we last looked, as the same signal that our own steps send.
void Workspace::lookForOthers()
{
    if (m_pollTicket.isPending()) {
        if (m_pollAsked.hasExpired(m_options.patience.count()))
            lookForServer();
        return;
    }
    m_pollAsked.start();
    using Found = std::vector<ChangeSet>;
    m_pollTicket = read<Found>(
        this,
        [last = m_lastOperation, late = m_awaited](sql::Connection &connection) -> Result<Found> {
            HEADWAY_CHECK(connection.presence());
            return store::changeSetsSince(connection, last, late);
        },
        [this](Result<Found> found) {
            notePresence(found ? Result<>() : failure(found.error()));
            if (!found)
                return;
            for (const ChangeSet &set : *found) {
                noteOperation(set.operation.id);
                announceOnce(set);
            }
        });
}

// The question may only have to wait behind long ones. A wire of its own tells: a server that cannot be called
// is lost to us, until it answers what it was asked before.
void Workspace::lookForServer()
{
    if (m_prober || !store::isServer(m_options.address))
        return;
    const auto call = [address = m_options.address]() -> Result<std::unique_ptr<sql::Connection>> {
        if (sql::answers(address))
            return nullptr;
        return failure(ErrorCode::Offline,
                       Sentence::tr("The server at %1 does not answer.").arg(shownAddress(address)));
    };
    m_prober = std::make_unique<Worker>(call, 1);
    m_prober->post(std::make_shared<Request>(), [this](Result<sql::Connection *> answered) {
        callInGui(this, [this, seen = answered ? Result<>() : failure(answered.error())] {
            m_prober.reset();
            if (!seen && m_pollTicket.isPending())
                notePresence(seen);
        });
    });
}

// Numbers are given when a step begins, and it shows when it is committed.
void Workspace::noteOperation(qint64 id)
{
    constexpr size_t mostAwaited = 200; // a step that was taken back never comes
    std::erase(m_awaited, id);
    if (m_lastOperation > 0) {
        const qint64 first = std::max(m_lastOperation + 1, id - qint64(mostAwaited));
        for (qint64 missing = first; missing < id; ++missing)
            m_awaited.push_back(missing);
    }
    if (m_awaited.size() > mostAwaited)
        m_awaited.erase(m_awaited.begin(), m_awaited.end() - qint64(mostAwaited));
    m_lastOperation = std::max(m_lastOperation, id);
}

void Workspace::notePresence(const Result<> &outcome)
{
    if (outcome) {
        if (std::exchange(m_isLost, false))
            returnToWork();
        return;
    }
    if (!isConnectionLoss(outcome.error()) || std::exchange(m_isLost, true))
        return;
    m_poll.setInterval(pollWhileLost);
    Q_EMIT lost(outcome.error());
}

// What was asked meanwhile has failed, and the book may be an older copy of itself.
void Workspace::returnToWork()
{
    m_poll.setInterval(pollEvery);
    readAgain();
    m_pollAsked.start();
    m_pollTicket = read<FirstLook>(this, &Workspace::firstLook, [this](const Result<FirstLook> &look) {
        if (look && !look->operations.empty())
            m_lastOperation = std::min(m_lastOperation, look->operations.back());
    });
    Q_EMIT back();
}

// By the writer: of a file that was removed only those who had it open still have it, and the readers open
// it when they are first asked.
void Workspace::saveCopy(const QString &path, QObject *context, std::function<void(Result<>)> then)
{
    const QPointer<QObject> alive(context);
    m_writer->post(std::make_shared<Request>(),
                   [this, alive, path, then](Result<sql::Connection *> connection) {
                       auto done = connection
                           ? store::backupBook(**connection, path, store::DuplicatePolicy::Replace, {})
                           : Result<>(failure(connection.error()));
                       callInGui(this, [alive, then, done = std::move(done)] {
                           if (alive)
                               then(done);
                       });
                   });
}

} // namespace headway::app
