// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that work on a database: each with a connection of its own, all taking jobs from one queue. The
// only place in the program that starts a thread or locks a mutex.
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

// A request and its state. Cancelling sets the flag; a running job is interrupted.
struct Request {
    std::atomic<bool> cancelled = false;
    std::atomic<bool> answered = false; // the callback has begun
};

class Worker
{
public:
    using Open = std::function<Result<std::unique_ptr<sql::Connection>>()>;
    // Gets the connection, or the error if it could not be opened.
    using Job = std::function<void(Result<sql::Connection *>)>;

    // With 0 threads jobs run inside post(), on the caller's thread: for tests.
    Worker(Open open, int threads);
    // Finishes running jobs, drops waiting ones. To complete those as well, wait for them before.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    // Any thread. The job does not run at all if the request is cancelled before its turn.
    void post(std::shared_ptr<Request> request, Job job);
    // Any thread; never blocks, not even for a server that has to be contacted.
    void cancel(Request &request);

    // Waiting jobs are not started any more.
    void dropWaiting();
    // Whether all posted jobs end within `time`; blocks up to that long.
    bool endsWithin(std::chrono::milliseconds time);
    // For a server that does not answer: running jobs fail with Offline now, waiting ones are dropped.
    void abandon();

private:
    struct Entry {
        std::shared_ptr<Request> request;
        Job job;
    };
    enum class Interrupt { None, Wanted, UnderWay };
    struct Running {
        Request *request = nullptr; // null: this thread waits for a job
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
    std::condition_variable m_wake;          // for workers: there is a job, or the end
    std::condition_variable m_interruptions; // for the interrupting thread, and those that wait for it
    std::condition_variable m_ended;         // a job ended
    std::deque<Entry> m_queue;
    std::vector<Running> m_running;
    size_t m_working = 0; // threads running a job
    bool m_stopping = false;
    std::unique_ptr<sql::Connection> m_own; // used without threads
    std::vector<std::jthread> m_threads;
};

} // namespace headway::app
