// SPDX-License-Identifier: GPL-3.0-or-later
// Calls from a worker's thread to the GUI thread. Qt's event queue orders them already; the atomic
// operations show that to the thread sanitizer, which does not see Qt's locks.
#pragma once

#include <QMetaObject>

#include <atomic>
#include <memory>
#include <utility>

namespace headway::app {

inline std::atomic<unsigned> guiCalls = 0;

// The content of an event. Its last move, into the event, releases it; the call acquires it.
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
        m_what.reset(); // here, not when Qt deletes the event
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
