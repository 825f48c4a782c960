// SPDX-License-Identifier: GPL-3.0-or-later
// Creates a new book with the sample company, of any size. Called by the first start, `headwayctl demo` and
// the benchmarks, on a thread that may be busy for minutes.
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "sample/sample.h"

#include <QString>

namespace headway::sample {

// Creates the book at `address`, a file that does not exist yet or a server without a book. The file gets
// its name when it is complete: after a failure, cancelling or a crash there is none. (On a server the
// schema may remain, empty.) The change log holds the newest 2,000,000 changes. Fails with Conflict,
// NotFound, Full, Offline, Cancelled …
Result<> makeSampleBook(const QString &address, const SampleScale &scale, quint64 seed, QDate today,
                        const Progress &progress);

// The name of the user that a visitor of the sample company works as: one of the sellers.
QString visitor();

} // namespace headway::sample
