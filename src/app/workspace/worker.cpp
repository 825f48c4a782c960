// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/workspace/worker.h"

#include "app/workspace/guicall.h"
#include "store/book/book.h"

#include <algorithm>

namespace headway::app {

namespace {

// Opens at the first job, and again if that helps: a server that went away may come back.
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
    if (threads > 0)
        m_threads.emplace_back([this] { interruptOnDemand(); });
}

Worker::~Worker()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stopping = true;
        m_queue.clear();
    }
    m_wake.notify_all();
    m_interruptions.notify_all();
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
    const std::lock_guard lock(m_mutex);
    for (Running &running : m_running) {
        if (running.request == &request && running.connection && running.interrupt == Interrupt::None)
            running.interrupt = Interrupt::Wanted;
    }
    m_interruptions.notify_all();
}

bool Worker::isIdle() const
{
    return m_queue.empty() && m_working == 0;
}

void Worker::dropWaiting()
{
    const std::lock_guard lock(m_mutex);
    m_queue.clear();
}

bool Worker::endsWithin(std::chrono::milliseconds time)
{
    std::unique_lock lock(m_mutex);
    return m_ended.wait_for(lock, time, [this] { return isIdle(); });
}

void Worker::abandon()
{
    const std::lock_guard lock(m_mutex);
    m_queue.clear();
    for (Running &running : m_running) {
        if (running.connection)
            running.connection->abandon();
        running.connection = nullptr; // the job ends on its own, without further interrupts
        if (running.interrupt == Interrupt::Wanted)
            running.interrupt = Interrupt::None;
    }
}

void Worker::runHere(const Entry &entry)
{
    if (!entry.request->cancelled)
        entry.job(ready(m_own, m_open));
}

// Interrupting a server takes a connection to it, which may be slow or not answer: the cancelling thread
// does not wait for that. Only the interrupted thread waits before its next job, so that the interrupt
// cannot hit that one. An interrupt hits the statement that is running at that moment, and a job may be
// between two of them: it is repeated, less and less often, until the job has ended.
void Worker::interruptOnDemand()
{
    constexpr std::chrono::milliseconds soon(10);
    constexpr std::chrono::milliseconds late(1000);
    std::chrono::milliseconds pause = soon;
    std::unique_lock lock(m_mutex);
    while (!m_stopping || !isIdle()) {
        bool isAnyWanted = false;
        for (Running &running : m_running) {
            if (running.interrupt != Interrupt::Wanted)
                continue;
            isAnyWanted = true;
            sql::Connection *connection = running.connection;
            running.interrupt = Interrupt::UnderWay;
            lock.unlock();
            const bool isHeard = connection->interrupt();
            lock.lock();
            running.interrupt =
                running.connection ? Interrupt::Wanted : Interrupt::None; // unless it ends now
            m_interruptions.notify_all();
            pause = isHeard ? std::min(2 * pause, late) : late;
        }
        if (isAnyWanted) {
            m_interruptions.wait_for(lock, pause);
        } else {
            pause = soon;
            m_interruptions.wait(lock);
        }
    }
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
        ++m_working;
        lock.unlock();
        if (!entry.request->cancelled)
            serve(slot, entry, ready(connection, m_open));
        lock.lock();
        --m_working;
        m_ended.notify_all();
        if (m_stopping)
            m_interruptions.notify_all();
    }
}

void Worker::serve(size_t slot, const Entry &entry, const Result<sql::Connection *> &connection)
{
    Running &running = m_running[slot];
    {
        const std::lock_guard lock(m_mutex);
        if (entry.request->cancelled)
            return; // cancelled while opening, when there was nothing to interrupt
        running = {entry.request.get(), connection ? *connection : nullptr};
    }
    entry.job(connection);
    guiCalls.fetch_add(1, std::memory_order_acquire); // what the answer held may be destroyed with `entry`
    std::unique_lock lock(m_mutex);
    m_interruptions.wait(lock, [&] { return running.interrupt != Interrupt::UnderWay; });
    running = {};
}

} // namespace headway::app
