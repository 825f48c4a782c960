// SPDX-License-Identifier: GPL-3.0-or-later
// The records opened last in this book, however they were, the newest first, stored in the settings. Records
// merely passed while moving through a list do not count. GUI thread; nothing fails.
#pragma once

#include "app/program/settings.h"
#include "app/workspace/workspace.h"
#include "domain/records/searchhit.h"

#include <vector>

namespace headway::app {

class RecentRecords
{
public:
    // `settings` outlives this, and has to be of the open book (see enterBook).
    explicit RecentRecords(Settings &settings);

    void remember(EntityRef record);
    std::vector<EntityRef> all() const; // a dozen at most

    // Those that still exist, as a search shows them; `then` is called on the GUI thread unless the ticket was dropped.
    Ticket read(Workspace &workspace, QObject *context,
                std::function<void(const std::vector<SearchHit> &)> then) const;

private:
    Settings &m_settings;
};

} // namespace headway::app
