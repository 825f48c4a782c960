// SPDX-License-Identifier: GPL-3.0-or-later
// An application that reports each event that blocked the window for long: in processor time of the GUI
// thread, so that a busy machine causes no false report. Waiting is not measured: nothing in the window waits
// for a disk or a server. Used in debug builds of the program, in the bench, and in the tests, which fail on
// a report. GUI thread.
#pragma once

#include <QApplication>
#include <QEvent>
#include <QKeySequence>

#include <chrono>
#include <functional>

namespace headway::ui {

// A frame at 60 Hz: longer delays are visible.
inline constexpr std::chrono::microseconds oneFrame{16'700};

struct LongEvent {
    std::chrono::microseconds took{};
    int type = QEvent::None;
    const char *receiver = ""; // its class
    QKeySequence keys = {};    // if it is a shortcut

    QString what() const; // "KeyPress in headway::ui::ListView", "Shortcut F1 in QAction"
};

class WatchdogApplication : public QApplication
{
    Q_OBJECT
public:
    using QApplication::QApplication;

    // From now on calls `told` for each event that took longer than `limit`; `told` must not send events.
    void watch(std::chrono::microseconds limit, std::function<void(const LongEvent &)> told);

    bool notify(QObject *receiver, QEvent *event) override;

private:
    std::chrono::microseconds m_limit{};
    std::function<void(const LongEvent &)> m_told = {};
    int m_depth = 0; // events may be sent within events; only the outermost is measured
};

} // namespace headway::ui
