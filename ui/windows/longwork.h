// SPDX-License-Identifier: GPL-3.0-or-later
// Shows work on many records in the message bar of a window, with Cancel. Started on the GUI thread; `report`
// is called on the thread that does the work. Nothing fails.
#pragma once

#include <QString>

#include <functional>

namespace headway::app {
class Workspace;
}

namespace headway::ui {

class MessageBar;

constexpr qint64 worthTelling = 200; // records; less is done before a message could be read

struct LongWork {
    int id = 0; // for MessageBar::endWork(); 0: not shown
    // Returns whether to continue.
    std::function<bool(qint64 done, qint64 all)> report = {};
};

LongWork beginLongWork(MessageBar &messages, app::Workspace &workspace, const QString &text, qint64 size);

} // namespace headway::ui
