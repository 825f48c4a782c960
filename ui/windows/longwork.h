// SPDX-License-Identifier: GPL-3.0-or-later
// Work on many records as a window shows it: in the message bar, with Cancel. Begun on the GUI thread; the
// report is for the thread that does the work. Nothing fails.
#pragma once

#include <QString>

#include <functional>

namespace headway::app {
class Workspace;
}

namespace headway::ui {

class MessageBar;

constexpr qint64 worthTelling = 200; // records: less is done before one could read it

struct LongWork {
    int id = 0; // for MessageBar::endWork(); 0: it was not worth telling
    // Whether to go on.
    std::function<bool(qint64 done, qint64 all)> report = {};
};

LongWork beginLongWork(MessageBar &messages, app::Workspace &workspace, const QString &text, qint64 size);

} // namespace headway::ui
