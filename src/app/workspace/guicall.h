// SPDX-License-Identifier: GPL-3.0-or-later
// From a worker's thread to the GUI thread. Qt's event queue keeps the order by itself; the atomic steps
// say so to the thread sanitizer, which does not see Qt's locks.
#pragma once

#include <QMetaObject>

#include <atomic>
#include <memory>
#include <utility>

namespace headway::app {

inline std::atomic<unsigned> guiCalls = 0;

// What an event carries. Its last move, into the event, lets go of it; the call takes hold of it.
template <class What>
class GuiCall
{
public:
    explicit GuiCall(What &&what) : m_what(std::make_unique<What>(std::move(what))) {}
    GuiCall(GuiCall &&other) noexcept : m_what(std::move(other.m_what))
    {
        guiCalls.fetch_add(1, std::memory_order_release);
    }

    void operator()()
    {
        guiCalls.fetch_add(1, std::memory_order_acquire);
        (*m_what)();
        m_what.reset(); // here, not with Qt's event
        guiCalls.fetch_add(1, std::memory_order_release);
    }

private:
    std::unique_ptr<What> m_what;
};

// Runs `what` on the thread of `context` when its event loop comes to it. Any thread.
template <class What>
void callInGui(QObject *context, What what)
{
    QMetaObject::invokeMethod(context, GuiCall<What>(std::move(what)), Qt::QueuedConnection);
}

} // namespace headway::app
