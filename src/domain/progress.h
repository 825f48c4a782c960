// SPDX-License-Identifier: GPL-3.0-or-later
// How long-running work (import, export, backup, check, undo, generating a book) reports its progress.
// Called on the thread that does the work.
#pragma once

#include "domain/result.h"

#include <functional>

namespace headway {

// `done` of `all` units (rows, pages, parts of a check); `all` is 0 while it is not known. Returning false
// cancels. May be empty.
using Progress = std::function<bool(qint64 done, qint64 all)>;

// Reports the progress; Cancelled if the user gave up.
inline Result<> reportProgress(const Progress &progress, qint64 done, qint64 all)
{
    if (!progress || progress(done, all))
        return {};
    return failure(ErrorCode::Cancelled, Sentence::tr("Cancelled; nothing was changed."));
}

} // namespace headway
