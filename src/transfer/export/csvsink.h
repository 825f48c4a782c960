// SPDX-License-Identifier: GPL-3.0-or-later
// Writes rows as CSV. For exports, on the thread that writes.
#pragma once

#include "exchange/csv/csvwriter.h"
#include "transfer/export/rowsink.h"

namespace headway::transfer {

class CsvSink : public RowSink
{
public:
    // The device is open for writing and outlives the sink.
    CsvSink(QIODevice &device, const exchange::CsvDialect &dialect) : m_writer(device, dialect) {}

    Result<> begin(const QStringList &columns) override { return m_writer.writeRow(columns); }
    Result<> add(std::span<const exchange::ExportCell> cells) override { return m_writer.writeCells(cells); }
    Result<> finish() override { return m_writer.finish(); }

private:
    exchange::CsvWriter m_writer;
};

} // namespace headway::transfer
