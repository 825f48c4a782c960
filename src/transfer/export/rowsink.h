// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of an export are written: a line of column names, then rows of as many cells, each a value with its
// meaning. A table is a sink, and a line in exportInto(). On one thread at a time, which may be another one than that of
// the book. Fails as its output does; after that the output is unusable.
#pragma once

#include "domain/result.h"
#include "exchange/cells/exportcell.h"

#include <QStringList>

#include <span>

namespace headway::transfer {

class RowSink
{
public:
    virtual ~RowSink() = default;
    Q_DISABLE_COPY_MOVE(RowSink)

    [[nodiscard]] virtual Result<> begin(const QStringList &columns) = 0;
    // The texts of the cells stay until it returns.
    [[nodiscard]] virtual Result<> add(std::span<const exchange::ExportCell> cells) = 0;
    // Hands the rest to the output, which may still keep it in memory of its own.
    [[nodiscard]] virtual Result<> finish() = 0;
    // Texts that were longer than the format can hold, of which it has the beginning.
    virtual qint64 shortened() const { return 0; }

protected:
    RowSink() = default;
};

} // namespace headway::transfer
