// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/callqueue.h"

#include "domain/records/activity.h"
#include "store/reading/lists.h"

#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr size_t lookedAtOnce = 200; // of a list in which many cannot be called

// Whether a call was done: a new one, or one of those that were planned.
bool isDoneCall(const Change &change, const std::vector<qint64> &planned)
{
    if (change.ref.kind != EntityKind::Activity)
        return false;
    const FieldDelta *state = deltaOf(change, u"state");
    const ActivityState after = state ? Codec<ActivityState>::write(textOf(state->after)) : Activity{}.state;
    if (after != ActivityState::Done)
        return false;
    if (change.kind == ChangeKind::Update)
        return state && std::find(planned.begin(), planned.end(), change.ref.id) != planned.end();
    const FieldDelta *kind = deltaOf(change, u"kind");
    const ActivityKind made = kind ? Codec<ActivityKind>::write(textOf(kind->after)) : Activity{}.kind;
    return change.kind == ChangeKind::Create && made == ActivityKind::Call;
}

bool isLinkTo(const Change &change, EntityRef record)
{
    if (change.ref.kind != EntityKind::ActivityLink || change.kind != ChangeKind::Create)
        return false;
    const FieldDelta *kind = deltaOf(change, u"record_kind");
    const FieldDelta *id = deltaOf(change, u"record_id");
    const EntityKind named =
        kind ? entityKindNamed(textOf(kind->after)).value_or(EntityKind::Deal) : ActivityLink{}.recordKind;
    return named == record.kind && id && integerOf(id->after) == record.id;
}

} // namespace

CallQueue::CallQueue(Workspace &workspace, QObject *parent) : QObject(parent), m_workspace(workspace)
{
    m_claim.setInterval(std::chrono::milliseconds(store::callClaimTime) / 3);
    connect(&m_claim, &QTimer::timeout, this, &CallQueue::keepClaim);
    connect(&m_workspace, &Workspace::changed, this, &CallQueue::follow);
    connect(&m_workspace, &Workspace::back, this, [this] {
        if (m_isRunning && !m_current.id && !m_search.isPending())
            next();
    });
}

CallQueue::~CallQueue()
{
    if (m_isRunning)
        release();
}

std::optional<int> CallQueue::Counts::reachRate() const
{
    return called > 0 ? std::optional(int((reached * 100 + called / 2) / called)) : std::nullopt;
}

CallQueue::Counts CallQueue::counts() const
{
    Counts counts{.all = m_all, .called = qint64(m_called.size()), .leftOut = m_leftOut};
    counts.reached =
        std::count_if(m_called.begin(), m_called.end(), [](const Called &each) { return each.isReached; });
    counts.skipped = m_skipped.size();
    if (const auto others = qint64(m_taken.size()))
        counts.leftOut[NotCalled::CalledByOthers] = others;
    return counts;
}

void CallQueue::begin(const Query &query)
{
    m_list = m_workspace.read<std::vector<qint64>>(
        this,
        [query, viewer = m_workspace.viewer()](sql::Connection &connection) {
            return store::ids(connection, query, viewer, 0);
        },
        [this, kind = query.kind](const Result<std::vector<qint64>> &ids) {
            if (ids)
                begin(kind, *ids);
            else
                Q_EMIT failed(ids.error());
        });
}

void CallQueue::begin(EntityKind kind, const std::vector<qint64> &ids)
{
    end();
    m_list = {};
    m_kind = kind;
    m_caller = {QUuid::createUuid().toString(QUuid::WithoutBraces), m_workspace.user()};
    m_since.reset();
    m_waiting = {ids.begin(), ids.end()};
    m_all = qint64(ids.size());
    m_called.clear();
    m_takenBack.clear();
    m_skipped.clear();
    m_taken.clear();
    m_leftOut.clear();
    m_isRunning = true;
    m_claim.start();
    Q_EMIT changed();
    next();
}

// Without a present one, the search for it has failed, and is done again.
void CallQueue::skip()
{
    if (!m_isRunning || m_search.isPending())
        return;
    if (m_current.id) {
        m_skipped.insert(m_current.id);
        m_waiting.push_back(m_current.id);
    }
    next();
}

void CallQueue::end()
{
    m_mayGoOn = false;
    if (!m_isRunning)
        return;
    m_isRunning = false;
    m_current = {};
    m_search = {};
    m_claim.stop();
    release();
    Q_EMIT changed();
}

// Also if the window is being closed.
void CallQueue::release()
{
    const auto free = [caller = m_caller](sql::Connection &connection) {
        return store::releaseCalls(connection, caller);
    };
    m_workspace.writeAside<void>(&m_workspace, free, [](const Result<> &) {}).release();
}

// Told behind what is said of the last call.
void CallQueue::finish()
{
    end();
    m_mayGoOn = true;
    m_workspace.whenWritten(this, [this] {
        if (!m_isRunning)
            Q_EMIT finished();
    });
}

void CallQueue::next()
{
    m_current = {};
    Q_EMIT changed();
    const bool isForOthers =
        std::all_of(m_waiting.begin(), m_waiting.end(), [this](qint64 id) { return m_taken.contains(id); });
    if (isForOthers)
        return finish();
    const auto part = std::min(m_waiting.size(), lookedAtOnce);
    CallSearch search{.kind = m_kind,
                      .ids = {m_waiting.begin(), m_waiting.begin() + std::ptrdiff_t(part)},
                      .caller = m_caller,
                      .since = m_since,
                      .now = m_workspace.now()};
    m_search = m_workspace.writeAside<NextCall>(
        this,
        [search = std::move(search)](sql::Connection &connection) { return nextCall(connection, search); },
        [this, queue = m_caller.queue](const Result<NextCall> &found) {
            if (!m_isRunning || queue != m_caller.queue)
                return; // it ended while we looked
            if (found)
                return take(*found);
            Q_EMIT changed(); // it can be skipped to the next, or comes when the book is back
            Q_EMIT failed(found.error());
        });
}

void CallQueue::take(const NextCall &found)
{
    m_search = {};
    m_since = found.since;
    m_planned = found.planned;
    for (const auto &[id, reason] : found.passed) {
        m_waiting.erase(std::find(m_waiting.begin(), m_waiting.end(), id));
        m_skipped.remove(id);
        if (reason == NotCalled::CalledByOthers) {
            m_taken.insert(id);
            m_waiting.push_back(id);
            continue;
        }
        m_taken.remove(id);
        ++m_leftOut[reason];
    }
    if (!found.record.id)
        return next();
    m_waiting.erase(std::find(m_waiting.begin(), m_waiting.end(), found.record.id));
    m_taken.remove(found.record.id);
    m_current = found.record;
    Q_EMIT changed();
    Q_EMIT turn(m_current);
}

// The present one stays ours as long as somebody talks, unless this computer slept and another one has it now.
void CallQueue::keepClaim()
{
    if (!m_current.id)
        return;
    const auto keep = [record = m_current, caller = m_caller,
                       now = m_workspace.now()](sql::Connection &connection) {
        return store::claimCall(connection, record, caller, now);
    };
    const auto then = [this, record = m_current](const Result<bool> &isOurs) {
        if (!isOurs || *isOurs || record != m_current)
            return;
        m_taken.insert(record.id);
        m_waiting.push_back(record.id);
        next();
    };
    m_workspace.writeAside<bool>(this, keep, then).release();
}

std::optional<bool> CallQueue::reachedIn(const ChangeSet &set) const
{
    const auto done = std::find_if(set.changes.begin(), set.changes.end(),
                                   [this](const Change &change) { return isDoneCall(change, m_planned); });
    const bool isAboutIt = std::any_of(set.changes.begin(), set.changes.end(),
                                       [this](const Change &change) { return isLinkTo(change, m_current); })
        || std::find(set.followers.begin(), set.followers.end(), m_current) != set.followers.end();
    if (done == set.changes.end() || !isAboutIt)
        return std::nullopt;
    const FieldDelta *outcome = deltaOf(*done, u"outcome_id");
    const auto &outcomes = m_workspace.lookups().outcomes;
    return outcome && std::any_of(outcomes.begin(), outcomes.end(), [outcome](const Outcome &each) {
               return each.reached && each.id.value == integerOf(outcome->after);
           });
}

void CallQueue::goOn()
{
    m_mayGoOn = false;
    m_isRunning = true;
    m_claim.start();
    next();
}

// A call that is taken back makes its record wait again, one that is done again does not.
bool CallQueue::followTakingBack(const ChangeSet &set)
{
    const Origin origin = set.operation.origin;
    std::vector<Called> &from = origin == Origin::Undo ? m_called : m_takenBack;
    const auto which = std::find_if(
        from.begin(), from.end(), [&set](const Called &each) { return each.step == set.operation.reverts; });
    if ((origin != Origin::Undo && origin != Origin::Redo) || which == from.end())
        return false;
    Called call = *which;
    from.erase(which);
    call.step = set.operation.id;
    if (origin == Origin::Undo) {
        m_waiting.push_front(call.id);
        m_takenBack.push_back(call);
        if (!m_isRunning)
            goOn();
    } else {
        std::erase(m_waiting, call.id);
        m_called.push_back(call);
        if (m_current.id == call.id)
            next();
    }
    Q_EMIT changed();
    return true;
}

void CallQueue::follow(const ChangeSet &set)
{
    if (!m_isRunning && !m_mayGoOn)
        return;
    if (followTakingBack(set))
        return;
    if (!m_current.id || set.operation.origin != Origin::Typed)
        return;
    const bool isGone = std::any_of(set.changes.begin(), set.changes.end(), [this](const Change &change) {
        return change.kind == ChangeKind::Remove && change.ref == m_current;
    });
    if (isGone) {
        m_skipped.remove(m_current.id);
        ++m_leftOut[NotCalled::Gone];
        return next();
    }
    const std::optional<bool> isReached = reachedIn(set);
    if (!isReached || set.operation.actor != m_workspace.user())
        return;
    m_called.push_back({set.operation.id, m_current.id, *isReached});
    m_skipped.remove(m_current.id);
    next();
}

} // namespace headway::app
