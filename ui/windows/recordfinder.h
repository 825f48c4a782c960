// SPDX-License-Identifier: GPL-3.0-or-later
// The records of a book in a window's palette: recent ones, and those that match the input. One for each
// window on a book; GUI thread. A search that fails finds nothing.
#pragma once

#include "app/record/recentrecords.h"
#include "app/workspace/workspace.h"

#include <QObject>

#include <functional>

namespace headway::app {
class Display;
class PaletteSearch;
} // namespace headway::app

namespace headway::ui {

class RecordFinder : public QObject
{
    Q_OBJECT
public:
    // `show` is called with the chosen record. All but the parent, which owns it, outlive it.
    RecordFinder(app::PaletteSearch &palette, app::Workspace &workspace, app::Settings &settings,
                 const app::Display &display, std::function<void(EntityRef)> show, QObject *parent);
    ~RecordFinder() override;

    void remember(EntityRef record) { m_recent.remember(record); } // adds it to the recent records

private:
    app::RecentRecords m_recent;
    app::Ticket m_search;
};

} // namespace headway::ui
