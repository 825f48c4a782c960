// SPDX-License-Identifier: GPL-3.0-or-later
// The books used for measuring: made once by the seeded generator, kept next to the program, made again when
// the schema has changed. Copies are for measuring writes. Prints slow work.
#pragma once

#include "domain/result.h"

#include <QString>

namespace headway::bench {

struct SampleBook {
    QString path = {};  // or the address on a server
    double seconds = 0; // time to make it; 0 if it existed
    qint64 bytes = 0;
};

// `scale` as for `headwayctl demo`: small, medium, large or a number of deals.
[[nodiscard]] Result<SampleBook> sampleBook(const QString &scale);

// The same on a server: in a database of its own, for this run. `server` is the address of any of its
// databases; its user must be allowed to create databases.
[[nodiscard]] Result<SampleBook> sampleBookOn(const QString &server, const QString &scale);

// The book's content in a file of its own, for this run.
[[nodiscard]] Result<QString> copyOf(const SampleBook &book, const QString &name);

} // namespace headway::bench
