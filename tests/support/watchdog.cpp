// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/watchdog.h"

#include <QEvent>
#include <QMetaEnum>

#include <ctime>

namespace headway::test {

namespace {

LongEvent longest;
int depth = 0; // an event may be sent while another is handled; only the outer one counts

std::chrono::microseconds processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::seconds(now.tv_sec)
                                                                 + std::chrono::nanoseconds(now.tv_nsec));
}

} // namespace

bool WatchedApplication::notify(QObject *receiver, QEvent *event)
{
    if (depth > 0)
        return QApplication::notify(receiver, event);
    const int type = event->type();
    const char *whose = receiver->metaObject()->className(); // the receiver may be gone afterwards
    const auto begin = processorTime();
    ++depth;
    const bool isHandled = QApplication::notify(receiver, event);
    --depth;
    if (const auto took = processorTime() - begin; took > longest.took) {
        const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
        longest = {took,
                   QStringLiteral("%1 in %2")
                       .arg(QLatin1StringView(name ? name : "an event"), QLatin1StringView(whose))};
    }
    return isHandled;
}

LongEvent longestEvent()
{
    return longest;
}

void forgetEvents()
{
    longest = {};
}

} // namespace headway::test
