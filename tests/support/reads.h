// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"
#include "support/await.h"
#include "support/catch_qt.h"

namespace headway::test {

// Everything that was begun to be read before is there: to see that nothing comes of it.
inline void awaitReads(app::Workspace &workspace)
{
    bool isRead = false;
    const app::Ticket ticket = workspace.read<bool>(
        &workspace, [](sql::Connection &) -> Result<bool> { return true; },
        [&](const Result<bool> &) { isRead = true; });
    REQUIRE(await([&] { return isRead; }));
}

} // namespace headway::test
