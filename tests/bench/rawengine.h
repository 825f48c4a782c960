// SPDX-License-Identifier: GPL-3.0-or-later
// The limit that is measured against: the engine's own C interface, statements prepared, each column's
// bytes looked at, nothing made of them. Ends the program if the engine fails.
#pragma once

#include "bench/recorder.h"

#include <QString>

#include <memory>

namespace headway::bench {

class RawEngine
{
public:
    enum class Use { Read, Write };
    // A file, or the address of a server.
    static std::unique_ptr<RawEngine> open(const QString &address, Use use);

    RawEngine() = default;
    virtual ~RawEngine() = default;
    RawEngine(const RawEngine &) = delete;
    RawEngine &operator=(const RawEngine &) = delete;

    // Prepares the statements; the number to run the script by.
    virtual size_t prepare(const Script &script) = 0;
    // Runs it all; returns the number of rows that came.
    virtual qint64 run(size_t script) = 0;
};

} // namespace headway::bench
