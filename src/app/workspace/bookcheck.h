// SPDX-License-Identifier: GPL-3.0-or-later
// Checks the open book, as `headwayctl check` does. GUI thread; fails as reading fails, or when cancelled.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/progress.h"

#include <functional>
#include <vector>

namespace headway::app {

struct BookHealth {
    bool isSound = true;
    std::vector<Sentence> flaws = {}; // and notes, of which a sound book may have some
};

// Takes up to a minute for a million records, during which the book is read and written as usual. `progress` is
// called on a worker's thread.
Ticket checkBook(Workspace &workspace, QObject *context, const Progress &progress,
                 std::function<void(Result<BookHealth>)> then);

} // namespace headway::app
