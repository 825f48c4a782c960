// SPDX-License-Identifier: GPL-3.0-or-later
// The baseline: the engine's own C interface with prepared statements, reading each column's bytes without
// converting them. Ends the program if the engine fails.
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

    // Prepares the statements; returns the number of the script for run().
    virtual size_t prepare(const Script &script) = 0;
    // Runs all its statements; returns the number of rows read.
    virtual qint64 run(size_t script) = 0;
};

} // namespace headway::bench
