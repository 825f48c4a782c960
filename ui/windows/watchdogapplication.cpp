// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/windows/watchdogapplication.h"

#include <QMetaEnum>
#include <QShortcutEvent>

#include <ctime>

namespace headway::ui {

namespace {

std::chrono::microseconds processorTime()
{
    timespec now{};
    clock_gettime(CLOCK_THREAD_CPUTIME_ID, &now);
    return std::chrono::duration_cast<std::chrono::microseconds>(std::chrono::seconds(now.tv_sec)
                                                                 + std::chrono::nanoseconds(now.tv_nsec));
}

QKeySequence keysOf(const QEvent &event)
{
    return event.type() == QEvent::Shortcut ? static_cast<const QShortcutEvent &>(event).key()
                                            : QKeySequence();
}

} // namespace

QString LongEvent::what() const
{
    const char *name = QMetaEnum::fromType<QEvent::Type>().valueToKey(type);
    QString event(QLatin1StringView(name ? name : "an event"));
    if (!keys.isEmpty())
        event += u' ' + keys.toString();
    return QStringLiteral("%1 in %2").arg(event, QLatin1StringView(receiver));
}

void WatchdogApplication::watch(std::chrono::microseconds limit, std::function<void(const LongEvent &)> told)
{
    m_limit = limit;
    m_told = std::move(told);
}

bool WatchdogApplication::notify(QObject *receiver, QEvent *event)
{
    if (m_depth > 0 || !m_told)
        return QApplication::notify(receiver, event);
    const int type = event->type();
    const char *whose = receiver->metaObject()->className(); // the receiver may be deleted by the event
    const auto begin = processorTime();
    ++m_depth;
    const bool isHandled = QApplication::notify(receiver, event);
    --m_depth;
    if (const auto took = processorTime() - begin; took > m_limit)
        m_told({took, type, whose, keysOf(*event)});
    return isHandled;
}

} // namespace headway::ui
