// SPDX-License-Identifier: GPL-3.0-or-later
// A few pages on their way from the thread that reads them to one that writes them, again and again the same ones, so
// that neither waits for the other at each page and memory stays what it is. Owns the writing thread, which hands each
// page to `write` and ends at its first error.
#pragma once

#include "transfer/export/exportpage.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>

namespace headway::transfer {

class PageLine
{
public:
    explicit PageLine(std::function<Result<>(const ExportPage &)> write);
    // Waits for the page that is being written; those behind it are not.
    ~PageLine();
    Q_DISABLE_COPY_MOVE(PageLine)

    // For the reading thread. A page to fill, as soon as there is one; none if writing failed, see finish().
    std::unique_ptr<ExportPage> emptyPage();
    void send(std::unique_ptr<ExportPage> page);
    // Waits until all pages are written. Fails as the writing of one did.
    Result<> finish();

private:
    enum class State { Open, NoMorePages, GivenUp };

    std::unique_ptr<ExportPage> nextPage();
    void work();
    void end(State state);

    std::function<Result<>(const ExportPage &)> m_write;
    std::mutex m_mutex;
    std::condition_variable m_changed;
    std::deque<std::unique_ptr<ExportPage>> m_empty;
    std::deque<std::unique_ptr<ExportPage>> m_full;
    State m_state = State::Open;
    Result<> m_outcome; // of writing; the writing thread's until it ends
    std::thread m_writer;
};

} // namespace headway::transfer
