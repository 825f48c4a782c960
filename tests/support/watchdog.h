// SPDX-License-Identifier: GPL-3.0-or-later
// Watches how long the window is deaf: the longest time that handling one event took, in processor time of
// the GUI thread, so that a busy machine accuses nobody. Waiting there is another thing: nothing in the
// window waits for a disk or a server.
#pragma once

#include <QApplication>

#include <chrono>

namespace headway::test {

struct LongEvent {
    std::chrono::microseconds took{};
    QString what = {}; // "KeyPress in headway::ui::ListView"
};

class WatchedApplication : public QApplication
{
public:
    using QApplication::QApplication;

    bool notify(QObject *receiver, QEvent *event) override;
};

// Since forgetEvents(); nothing took long where no WatchedApplication runs.
LongEvent longestEvent();
void forgetEvents();

} // namespace headway::test
