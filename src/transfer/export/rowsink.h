// SPDX-License-Identifier: GPL-3.0-or-later
// Where the rows of an export are written: a line of column names, then rows of as many cells. CSV is one
// sink (csvsink.h); another format is another sink, and a line in exportFile(). On the exporter's thread.
// Fails as its output does; after that the output is unusable.
#pragma once

#include "domain/result.h"

#include <QStringList>

namespace headway::transfer {

class RowSink
{
public:
    virtual ~RowSink() = default;
    Q_DISABLE_COPY_MOVE(RowSink)

    [[nodiscard]] virtual Result<> begin(const QStringList &columns) = 0;
    [[nodiscard]] virtual Result<> add(const QStringList &cells) = 0;
    // Only after this is it certain that everything was written.
    [[nodiscard]] virtual Result<> finish() = 0;

protected:
    RowSink() = default;
};

} // namespace headway::transfer
