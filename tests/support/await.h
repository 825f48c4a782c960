// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting in tests: runs the event loop until a condition holds.
//     REQUIRE(await([&] { return model.rowCount() == 3; }));
// Returns false if it does not hold within the limit, which is generous, since only failing tests reach it.
#pragma once

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QEvent>
#include <QEventLoop>
#include <QObject>
#include <QTimer>

#include <chrono>

namespace headway::test {

template <class Condition>
[[nodiscard]] bool await(Condition condition, std::chrono::milliseconds limit = std::chrono::seconds(10))
{
    // Most conditions change by an event, which wakes the loop. The timer is for those changed by another
    // thread without an event.
    QTimer look;
    look.start(std::chrono::milliseconds(2));
    const QDeadlineTimer deadline(limit);
    while (!condition()) {
        if (deadline.hasExpired())
            return false;
        QCoreApplication::processEvents(QEventLoop::WaitForMoreEvents);
        QCoreApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete);
    }
    return true;
}

// Calls `trigger`, and waits for the given signal of the sender.
//     REQUIRE(awaitSignal(model, &ListModel::loaded, [&] { model.reload(); }));
template <class Sender, class Signal, class Trigger>
[[nodiscard]] bool awaitSignal(const Sender &sender, Signal signal, Trigger trigger)
{
    bool isHeard = false;
    const auto connection = QObject::connect(&sender, signal, &sender, [&isHeard] { isHeard = true; });
    trigger();
    const bool inTime = await([&isHeard] { return isHeard; });
    QObject::disconnect(connection);
    return inTime;
}

} // namespace headway::test
