// SPDX-License-Identifier: GPL-3.0-or-later
// The threads of an open book: one that writes, two that read, each with a connection of its own. Called on
// the GUI thread; results are delivered there too, never after their context was destroyed. Part of the
// workspace.
#pragma once

#include "app/workspace/guicall.h"
#include "app/workspace/worker.h"
#include "domain/result.h"

#include <QObject>
#include <QPointer>
#include <QString>

#include <functional>
#include <memory>

namespace headway::app {

// Owns a request; destroying or reassigning it cancels: the query is interrupted, the result dropped. So
// `m_search = workspace.read(…)` on every keystroke means "the latest wins".
class [[nodiscard]] Ticket
{
public:
    Ticket() = default;
    Ticket(Worker *worker, std::shared_ptr<Request> request);
    Ticket(Ticket &&other) noexcept = default;
    Ticket &operator=(Ticket &&other) noexcept;
    ~Ticket();

    void cancel();
    // Lets the request run to its end without a ticket.
    void release() { m_request.reset(); }
    // Whether the result is still to come.
    bool isPending() const
    {
        return m_request && !m_request->cancelled && !m_request->answered && m_request.use_count() > 1;
    }

private:
    Worker *m_worker = nullptr;
    std::shared_ptr<Request> m_request;
};

enum class Threads { Own, None };
constexpr int readerThreads = 2; // of its own: so many reads run at a time

class Connections
{
public:
    // `gui` outlives it and lives on the GUI thread. `prepare` runs on the writer's thread before the book
    // is opened; it creates a new book.
    Connections(QObject *gui, const QString &address, Threads threads, std::function<Result<>()> prepare);
    // Completes all submitted writes, as long as the book is reachable.
    ~Connections();
    Connections(const Connections &) = delete;
    Connections &operator=(const Connections &) = delete;

    // Both run `job` on a thread with a connection, then `then` on the GUI thread, unless `context` is
    // gone. If the ticket was dropped, a read does not call `then` any more; a write still does.
    template <class T>
    Ticket read(QObject *context, std::function<Result<T>(sql::Connection &)> job,
                std::function<void(Result<T>)> then)
    {
        return ask(*m_readers, Dropped::Silent, context, std::move(job), std::move(then));
    }
    template <class T>
    Ticket write(QObject *context, std::function<Result<T>(sql::Connection &)> job,
                 std::function<void(Result<T>)> then)
    {
        return ask(*m_writer, Dropped::Told, context, std::move(job), std::move(then));
    }
    // Opens the readers in advance; otherwise they open when first used.
    void openReaders();

private:
    enum class Dropped { Silent, Told }; // whether `then` is called if the ticket was dropped

    template <class T>
    Ticket ask(Worker &worker, Dropped dropped, QObject *context,
               std::function<Result<T>(sql::Connection &)> job, std::function<void(Result<T>)> then);

    QObject *m_gui;
    const QString m_address;
    std::unique_ptr<Worker> m_writer;
    std::unique_ptr<Worker> m_readers;
};

template <class T>
Ticket Connections::ask(Worker &worker, Dropped dropped, QObject *context,
                        std::function<Result<T>(sql::Connection &)> job, std::function<void(Result<T>)> then)
{
    const QPointer<QObject> alive(context);
    auto request = std::make_shared<Request>();
    worker.post(request,
                [gui = m_gui, dropped, alive, request, job = std::move(job),
                 then = std::move(then)](Result<sql::Connection *> connection) {
                    auto result = connection ? job(**connection) : Result<T>(failure(connection.error()));
                    callInGui(gui, [dropped, alive, request, then, result = std::move(result)]() mutable {
                        request->answered = true;
                        if (alive && (dropped == Dropped::Told || !request->cancelled))
                            then(std::move(result));
                    });
                });
    return Ticket(&worker, request);
}

} // namespace headway::app
