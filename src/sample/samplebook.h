// SPDX-License-Identifier: GPL-3.0-or-later
// A new book with the sample company in it, of any size. Called by the first start, `headwayctl demo` and
// the benchmarks, on a thread that may be busy for minutes.
#pragma once

#include "domain/progress.h"
#include "domain/result.h"
#include "sample/sample.h"

#include <QString>

namespace headway::sample {

// Makes the book at `address`, a file that does not exist yet or a server without a book. The file gets
// its name when it is complete: after a failure, cancelling or a crash there is none. (On a server the
// schema may remain, empty.) The change log ends with the newest 2,000,000 changes. Fails with Conflict,
// NotFound, Full, Offline, Cancelled …
Result<> makeSampleBook(const QString &address, const SampleScale &scale, quint64 seed, QDate today,
                        const Progress &progress);

// The user of that company whom somebody works as who only looks around: one of the sellers.
QString visitor();

} // namespace headway::sample
