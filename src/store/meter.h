// SPDX-License-Identifier: GPL-3.0-or-later
// How the store's long work tells how far it is: bulk loads, checks, backups. Called on the thread that
// does the work; the same type as app::Progress.
#pragma once

#include "domain/result.h"

#include <functional>

namespace headway::store {

// `done` of `all` units (pages, rows, parts of a check); `all` is 0 while it is not known. Returning
// false cancels. May be empty.
using Meter = std::function<bool(qint64 done, qint64 all)>;

inline Result<> goOn(const Meter &meter, qint64 done, qint64 all)
{
    if (!meter || meter(done, all))
        return {};
    return failure(ErrorCode::Cancelled, QStringLiteral("Cancelled; nothing was changed."));
}

} // namespace headway::store
