// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/worker.h"

#include "app/handover.h"
#include "store/book.h"

namespace headway::app {

namespace {

// Opens at the first job and again where that helps: a server that went away may come back.
Result<sql::Connection *> ready(std::unique_ptr<sql::Connection> &connection, Worker::Open &open)
{
    if (connection && connection->isStale())
        connection.reset();
    if (!connection) {
        auto opened = open();
        if (!opened)
            return failure(opened.error());
        connection = *std::move(opened);
    }
    return connection.get();
}

} // namespace

Worker::Worker(Open open, int threads) : m_open(std::move(open)), m_running(size_t(threads))
{
    for (size_t slot = 0; slot < size_t(threads); ++slot)
        m_threads.emplace_back([this, slot] { work(slot); });
}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_queue.clear();
    }
    m_wake.notify_all();
}

void Worker::post(std::shared_ptr<Request> request, Job job)
{
    if (m_threads.empty()) {
        runHere({std::move(request), std::move(job)});
        return;
    }
    {
        const std::lock_guard lock(m_mutex);
        m_queue.push_back({std::move(request), std::move(job)});
    }
    m_wake.notify_one();
}

void Worker::cancel(Request &request)
{
    request.cancelled = true;
    // Under the lock, so that the interrupt meets this job and not the one after it.
    const std::lock_guard lock(m_mutex);
    for (const Running &running : m_running) {
        if (running.request == &request && running.connection)
            running.connection->interrupt();
    }
}

void Worker::runHere(const Entry &entry)
{
    if (!entry.request->cancelled)
        entry.job(ready(m_own, m_open));
}

void Worker::work(size_t slot)
{
    std::unique_ptr<sql::Connection> connection;
    std::unique_lock lock(m_mutex);
    while (true) {
        m_wake.wait(lock, [this] { return m_stopping || !m_queue.empty(); });
        if (m_stopping)
            return;
        const Entry entry = std::move(m_queue.front());
        m_queue.pop_front();
        if (entry.request->cancelled)
            continue;
        lock.unlock();
        const Result<sql::Connection *> usable = ready(connection, m_open);
        lock.lock();
        if (entry.request->cancelled)
            continue; // opening took a while, and interrupt() would have met nobody
        m_running[slot] = {entry.request.get(), usable ? *usable : nullptr};
        lock.unlock();
        entry.job(usable);
        handedOver.fetch_add(1, std::memory_order_acquire); // what the answer held may end with this entry
        lock.lock();
        m_running[slot] = {};
    }
}

} // namespace headway::app
