// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that work on a database: each with a connection of its own, all taking jobs from one queue.
// The only place in the program that starts a thread or locks a mutex.
#pragma once

#include "domain/result.h"

#include <atomic>
#include <chrono>
#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace headway::sql {
class Connection;
}

namespace headway::app {

// A request under way. Cancelling sets the flag; a job that runs is interrupted.
struct Request {
    std::atomic<bool> cancelled = false;
    std::atomic<bool> answered = false; // the callback has begun
};

class Worker
{
public:
    using Open = std::function<Result<std::unique_ptr<sql::Connection>>()>;
    // Gets the connection, or the error with which it could not be opened.
    using Job = std::function<void(Result<sql::Connection *>)>;

    // With no threads at all jobs run inside post(), on the caller's thread: for tests.
    Worker(Open open, int threads);
    // Jobs under way are finished, waiting ones dropped. Whoever wants those as well waits for them before.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    // Any thread. The job does not run at all if the request is cancelled before its turn.
    void post(std::shared_ptr<Request> request, Job job);
    // Any thread; waits for nobody, not even for a server that has to be asked.
    void cancel(Request &request);

    // Jobs that wait do not begin any more.
    void dropWaiting();
    // Whether everything that was posted ends within `time`, for which the caller waits.
    bool endsWithin(std::chrono::milliseconds time);
    // For a server that keeps silent: jobs under way fail with Offline now, waiting ones are dropped.
    void abandon();

private:
    struct Entry {
        std::shared_ptr<Request> request;
        Job job;
    };
    enum class Interrupt { None, Wanted, UnderWay };
    struct Running {
        Request *request = nullptr; // none: this thread waits for a job
        sql::Connection *connection = nullptr;
        Interrupt interrupt = Interrupt::None;
    };

    void work(size_t slot);
    void serve(size_t slot, const Entry &entry, const Result<sql::Connection *> &connection);
    void interruptOnDemand();
    bool isIdle() const;
    void runHere(const Entry &entry);

    Open m_open;
    std::mutex m_mutex;
    std::condition_variable m_wake;          // those that work: there is a job, or the end
    std::condition_variable m_interruptions; // the one that interrupts, and who waits for it
    std::condition_variable m_ended;         // a job ended
    std::deque<Entry> m_queue;
    std::vector<Running> m_running;
    size_t m_working = 0; // threads that have taken a job
    bool m_stopping = false;
    std::unique_ptr<sql::Connection> m_own; // without threads
    std::vector<std::jthread> m_threads;
};

} // namespace headway::app
