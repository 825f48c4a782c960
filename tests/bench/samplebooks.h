// SPDX-License-Identifier: GPL-3.0-or-later
// The books that are measured: made once by the seeded generator, kept beside the program, made anew
// when the schema has changed since. Copies are for what writes a lot. Prints what takes long.
#pragma once

#include "domain/result.h"

#include <QString>

namespace headway::bench {

struct SampleBook {
    QString path = {};  // or the address on a server
    double seconds = 0; // it took to make; 0 if it was there
    qint64 bytes = 0;
};

// `scale` as `headwayctl demo` knows it: small, medium, large or a number of deals.
[[nodiscard]] Result<SampleBook> sampleBook(const QString &scale);

// The same on a server: in a database of its own there, for this run. `server` is the address of any database of
// it, by one who may make others.
[[nodiscard]] Result<SampleBook> sampleBookOn(const QString &server, const QString &scale);

// The book's content in a file of its own, for this run.
[[nodiscard]] Result<QString> copyOf(const SampleBook &book, const QString &name);

} // namespace headway::bench
