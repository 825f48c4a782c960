// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/connections.h"

#include "app/program/logging.h"
#include "app/workspace/bookaddress.h"
#include "store/book/book.h"
#include "store/book/visit.h"
#include "store/schema/schema.h"

#include <atomic>
#include <chrono>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

// Identifies the book that was opened first, shared by the threads of its connections; 0 before that.
using BookIdentity = std::atomic<size_t>;

// Opens a book that may have been away: if another one is in its place, it must not get our changes.
Result<std::unique_ptr<sql::Connection>> openSame(const QString &address, sql::Access access,
                                                  BookIdentity &known)
{
    auto opened = store::openBook(address, access);
    if (!opened && !known) // later there are many attempts, and the address was right
        return failure(store::explained(address, opened.error()));
    HEADWAY_TRY(connection, std::move(opened));
    HEADWAY_TRY(uuid, store::bookValue(*connection, u"uuid"_s));
    const size_t identity = qHash(uuid, 1) | 1;
    size_t first = 0;
    if (!known.compare_exchange_strong(first, identity) && first != identity)
        return failure(ErrorCode::Conflict,
                       Sentence::tr("%1 is another book now. Close this window and open it again.")
                           .arg(shownAddress(address)));
    return std::move(connection);
}

} // namespace

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
    // A request that has no other owner has ended; its worker may be destroyed.
    if (isPending())
        m_worker->cancel(*m_request);
    m_request.reset();
}

Connections::Connections(QObject *gui, const QString &address, Threads threads,
                         std::function<Result<>()> prepare)
    : m_gui(gui), m_address(address)
{
    using Connected = Result<std::unique_ptr<sql::Connection>>;
    const auto known = std::make_shared<BookIdentity>(0);
    const auto openWriter = [address, known, prepare = std::move(prepare)]() mutable -> Connected {
        if (const auto make = std::exchange(prepare, nullptr))
            HEADWAY_CHECK(make());
        return openSame(address, sql::Access::ReadWrite, *known);
    };
    const auto openReader = [address, known] { return openSame(address, sql::Access::Read, *known); };
    const bool own = threads == Threads::Own;
    m_writer = std::make_unique<Worker>(openWriter, own ? 1 : 0);
    m_readers = std::make_unique<Worker>(openReader, own ? readerThreads : 0);
}

// Submitted edits are always carried out, so this waits for the writer as long as the book is reachable. It
// does not wait for a server that is gone or hangs, nor for reads, whose results are not needed any more.
Connections::~Connections()
{
    constexpr std::chrono::seconds usual(1);
    m_readers->dropWaiting();
    if (!m_readers->endsWithin(usual))
        m_readers->abandon();
    bool mayBeSilent = store::isServer(m_address);
    while (!m_writer->endsWithin(usual) || !m_readers->endsWithin(usual)) {
        if (!mayBeSilent || sql::answers(m_address))
            continue;
        mayBeSilent = false;
        logWarning(u"The server does not answer while its book is closed: what is under way is given up."_s);
        m_writer->abandon();
        m_readers->abandon();
    }
}

void Connections::openReaders()
{
    for (int i = 0; i < readerThreads; ++i)
        m_readers->post(std::make_shared<Request>(), [](const Result<sql::Connection *> &) {});
}

} // namespace headway::app
