// SPDX-License-Identifier: GPL-3.0-or-later
// An application that tells of each event during whose handling the window was deaf for long: in processor
// time of the GUI thread, so that a busy machine accuses nobody. Waiting there is another thing: nothing in
// the window waits for a disk or a server. In debug builds of the program, in the bench, and in the tests,
// which fail by it. GUI thread.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QKeySequence>

#include <chrono>
#include <functional>

namespace headway::ui {

// A frame at 60 Hz: what takes longer can be seen.
inline constexpr std::chrono::microseconds oneFrame{16'700};

struct LongEvent {
    std::chrono::microseconds took{};
    int type = QEvent::None;
    const char *receiver = ""; // its class
    QKeySequence keys = {};    // of a shortcut

    QString what() const; // "KeyPress in headway::ui::ListView", "Shortcut F1 in QAction"
};

class WatchdogApplication : public QApplication
{
    Q_OBJECT
public:
    using QApplication::QApplication;

    // From now on `told` hears of events that took more than `limit`; it must not send any.
    void watch(std::chrono::microseconds limit, std::function<void(const LongEvent &)> told);

    bool notify(QObject *receiver, QEvent *event) override;

private:
    std::chrono::microseconds m_limit{};
    std::function<void(const LongEvent &)> m_told = {};
    int m_depth = 0; // an event may be sent while another is handled; only the outer one counts
};

} // namespace headway::ui
