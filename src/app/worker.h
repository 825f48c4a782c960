// SPDX-License-Identifier: GPL-3.0-or-later
// Threads that work on a database: each with a connection of its own, all taking jobs from one queue.
// The only place in the program that starts a thread or locks a mutex.
#pragma once

#include "domain/result.h"

#include <atomic>
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
    // Jobs under way are finished, waiting ones dropped.
    ~Worker();
    Worker(const Worker &) = delete;
    Worker &operator=(const Worker &) = delete;

    // Any thread. The job does not run at all if the request is cancelled before its turn.
    void post(std::shared_ptr<Request> request, Job job);
    // Any thread.
    void cancel(Request &request);

private:
    struct Entry {
        std::shared_ptr<Request> request;
        Job job;
    };
    struct Running {
        Request *request = nullptr;
        sql::Connection *connection = nullptr;
    };

    void work(size_t slot);
    void runHere(const Entry &entry);

    Open m_open;
    std::mutex m_mutex;
    std::condition_variable m_wake;
    std::deque<Entry> m_queue;
    std::vector<Running> m_running;
    bool m_stopping = false;
    std::unique_ptr<sql::Connection> m_own; // without threads
    std::vector<std::jthread> m_threads;
};

} // namespace headway::app
