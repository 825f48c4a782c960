// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/workspace/workspace.h"
#include "support/await.h"
#include "support/catch_qt.h"

#include <QCoreApplication>
#include <QThread>

#include <latch>
#include <memory>
#include <vector>

namespace headway::test {

// Everything that was begun to be read before is there: to see that nothing comes of it. One read would wait for
// its own thread only, so that each of them gets one, which waits for the others.
inline void awaitReads(app::Workspace &workspace)
{
    const auto all = std::make_shared<std::latch>(app::readerThreads);
    int read = 0;
    std::vector<app::Ticket> tickets;
    for (int i = 0; i < app::readerThreads; ++i)
        tickets.push_back(workspace.read<bool>(
            &workspace,
            [all](sql::Connection &) -> Result<bool> {
                if (QThread::currentThread() != QCoreApplication::instance()->thread())
                    all->arrive_and_wait();
                return true;
            },
            [&read](const Result<bool> &) { ++read; }));
    REQUIRE(await([&] { return read == app::readerThreads; }));
}

} // namespace headway::test
