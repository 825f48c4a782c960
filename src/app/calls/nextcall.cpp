// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/calls/nextcall.h"

#include "app/record/reach.h"
#include "domain/records/lead.h"
#include "store/rows/records.h"

#include <optional>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

Result<std::optional<NotCalled>> whyNot(sql::Connection &connection, const Record &record,
                                        const CallSearch &search)
{
    if (record.deletedAt)
        return std::optional(NotCalled::Gone);
    if (record.ref.kind == EntityKind::Lead && as<Lead>(record).state == LeadState::Converted)
        return std::optional(NotCalled::Converted);
    HEADWAY_TRY(isCalled, store::wasCalledAfter(connection, record.ref, *search.since));
    if (isCalled)
        return std::optional(NotCalled::CalledMeanwhile);
    if (wishesOf(record).doNotCall)
        return std::optional(NotCalled::DoNotCall);
    // By its own number, else by that of its contact or company.
    for (const EntityRef &who : reachedFor({.record = record}, {})) {
        HEADWAY_TRY(reach, reachOf(connection, record.ref, {who}));
        if (reach.wishes.doNotCall)
            return std::optional(NotCalled::DoNotCall);
        if (!reach.phones.empty())
            return std::optional<NotCalled>();
    }
    return std::optional(NotCalled::NoNumber);
}

} // namespace

Result<NextCall> nextCall(sql::Connection &connection, CallSearch search)
{
    HEADWAY_CHECK(store::releaseCalls(connection, search.caller));
    if (!search.since) {
        HEADWAY_TRY(newest, store::newestStep(connection));
        search.since = newest;
    }
    NextCall next{.since = *search.since};
    for (const qint64 id : search.ids) {
        const EntityRef ref{search.kind, id};
        HEADWAY_TRY(record, store::load(connection, ref));
        HEADWAY_TRY(reason, whyNot(connection, record, search));
        if (!reason) {
            HEADWAY_TRY(isOurs, store::claimCall(connection, ref, search.caller, search.now));
            if (isOurs) {
                // Somebody may have called, and gone on, between the look and the claim.
                HEADWAY_TRY(again, store::load(connection, ref));
                HEADWAY_TRY(changed, whyNot(connection, again, search));
                if (!changed) {
                    HEADWAY_TRY(planned, store::plannedCalls(connection, ref));
                    next.record = ref;
                    next.planned = std::move(planned);
                    return next;
                }
                reason = changed;
            } else {
                reason = NotCalled::CalledByOthers;
            }
        }
        next.passed.emplace_back(id, *reason);
    }
    return next;
}

} // namespace headway::app
