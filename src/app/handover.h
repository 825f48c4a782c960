// SPDX-License-Identifier: GPL-3.0-or-later
// From a worker's thread to the GUI thread. Qt's event queue keeps the order by itself; the atomic steps
// say so to the thread sanitizer, which does not see Qt's locks.
#pragma once

#include <QMetaObject>

#include <atomic>
#include <memory>
#include <utility>

namespace headway::app {

inline std::atomic<unsigned> handedOver = 0;

// Runs `what` on the thread of `context` when its event loop comes to it. Any thread.
template <class What>
void handOver(QObject *context, What what)
{
    auto box = std::make_shared<What>(std::move(what));
    handedOver.fetch_add(1, std::memory_order_release);
    QMetaObject::invokeMethod(
        context,
        [box = std::move(box)]() mutable {
            handedOver.fetch_add(1, std::memory_order_acquire);
            (*box)();
            box.reset(); // here, not with Qt's event
            handedOver.fetch_add(1, std::memory_order_release);
        },
        Qt::QueuedConnection);
}

} // namespace headway::app
