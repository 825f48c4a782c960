// SPDX-License-Identifier: GPL-3.0-or-later
// Waiting in tests: runs the event loop until a condition holds, and not a moment longer.
//     REQUIRE(await([&] { return model.rowCount() == 3; }));
// False when it does not hold within the limit, which is generous: it is there for tests that fail.
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
    // Most conditions change by an event, which wakes the loop. The timer is for those that another
    // thread changes without one.
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

// Does something that a signal of the sender will answer, and waits for that signal.
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
