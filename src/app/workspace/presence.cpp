// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/presence.h"

#include "app/workspace/bookaddress.h"
#include "app/workspace/guicall.h"
#include "store/book/book.h"
#include "store/schema/schema.h"

#include <utility>

namespace headway::app {

namespace {

// Whether the error means that the book is unreachable, rather than that the request was wrong.
bool isConnectionLoss(const Error &error)
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::NotFound
        || error.code == ErrorCode::Conflict || error.code == ErrorCode::Unreadable;
}

} // namespace

Presence::Presence(const QString &address) : m_address(address)
{
}

Presence::~Presence() = default;

void Presence::note(const Result<> &outcome)
{
    if (outcome) {
        if (std::exchange(m_isLost, false))
            Q_EMIT back();
        return;
    }
    if (isConnectionLoss(outcome.error()) && !std::exchange(m_isLost, true))
        Q_EMIT lost(outcome.error());
}

void Presence::callServer(std::function<bool()> isOpen)
{
    if (m_caller || !store::isServer(m_address))
        return;
    const auto call = [address = m_address]() -> Result<std::unique_ptr<sql::Connection>> {
        if (sql::answers(address))
            return nullptr;
        return failure(ErrorCode::Offline,
                       Sentence::tr("The server at %1 does not answer.").arg(shownAddress(address)));
    };
    m_caller = std::make_unique<Worker>(call, 1);
    m_caller->post(std::make_shared<Request>(), [this, isOpen](Result<sql::Connection *> answered) {
        callInGui(this, [this, isOpen, seen = answered ? Result<>() : failure(answered.error())] {
            m_caller.reset();
            if (!seen && isOpen())
                note(seen);
        });
    });
}

} // namespace headway::app
