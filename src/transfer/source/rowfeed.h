// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a sheet as their file has them, whatever its format: cells, and what cannot be read. For SheetReader; on
// one thread; fails as the file does.
#pragma once

#include "domain/result.h"
#include "exchange/csv/csvrow.h"

#include <memory>
#include <optional>
#include <vector>

namespace headway::transfer {

class RowFeed
{
public:
    virtual ~RowFeed() = default;
    Q_DISABLE_COPY_MOVE(RowFeed)

    // The next row or problem; nothing at the end.
    [[nodiscard]] virtual Result<std::optional<exchange::CsvItem>> next() = 0;
    // The next row may have any number of cells.
    virtual void forgetWidth() {}
    // From now on rows with fewer cells than columns are filled up, and counted.
    virtual void fillShortRows() {}
    virtual qint64 filledRows() const { return 0; }
    // Of the file, in bytes.
    virtual qint64 position() const = 0;
    // What was made of cells so far, to be told.
    virtual std::vector<Sentence> remarks() const { return {}; }

protected:
    RowFeed() = default;
};

} // namespace headway::transfer
