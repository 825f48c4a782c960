// SPDX-License-Identifier: GPL-3.0-or-later
// Writes rows as a workbook. For exports, on the thread that writes.
#pragma once

#include "exchange/workbook/xlsxwriter.h"
#include "transfer/export/rowsink.h"

namespace headway::transfer {

class XlsxSink : public RowSink
{
public:
    // The device is open for writing and outlives the sink. The sheet is called so.
    XlsxSink(QIODevice &device, const QString &title) : m_writer(device, title) {}

    Result<> begin(const QStringList &columns) override { return m_writer.begin(columns); }
    Result<> add(std::span<const exchange::ExportCell> cells) override { return m_writer.addRow(cells); }
    Result<> finish() override { return m_writer.finish(); }
    qint64 shortened() const override { return m_writer.shortened(); }

private:
    exchange::XlsxWriter m_writer;
};

} // namespace headway::transfer
