// SPDX-License-Identifier: GPL-3.0-or-later
// Writes rows as CSV, and hashes the bytes if wanted. For exports, on their thread.
#pragma once

#include "exchange/csv/csvwriter.h"
#include "transfer/export/hashingdevice.h"
#include "transfer/export/rowsink.h"

#include <memory>

namespace headway::transfer {

class CsvSink : public RowSink
{
public:
    // The device is open for writing and outlives the sink.
    CsvSink(QIODevice &device, const exchange::CsvDialect &dialect, Digest digest);
    ~CsvSink() override;

    Result<> begin(const QStringList &columns) override { return add(columns); }
    Result<> add(const QStringList &cells) override { return m_writer.writeRow(cells); }
    Result<> finish() override { return m_writer.finish(); }
    // Of everything written; empty without Digest::Sha256.
    QByteArray sha256() const;

private:
    std::unique_ptr<HashingDevice> m_device;
    exchange::CsvWriter m_writer;
};

} // namespace headway::transfer
