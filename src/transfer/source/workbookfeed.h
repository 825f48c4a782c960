// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a workbook's sheet as texts that are read in one way only: ISO days, numbers that are known for numbers.
// For WorkbookSource; on one thread; fails as the workbook does.
#pragma once

#include "exchange/workbook/workbook.h"
#include "transfer/source/rowfeed.h"

namespace headway::transfer {

class WorkbookFeed : public RowFeed
{
public:
    // `columns` are those that are read, from left to right; what stands in others is a problem of its row. `size` is
    // that of the file.
    WorkbookFeed(std::unique_ptr<exchange::SheetRows> rows, const std::vector<int> &columns, qint64 size);

    Result<std::optional<exchange::CsvItem>> next() override;
    qint64 position() const override { return qint64(m_rows->done() * double(m_size)); }
    std::vector<Sentence> remarks() const override;

private:
    // Cells that want a word, and the first of them.
    struct Odd {
        qint64 count = 0;
        QString first = {};
        QString place = {};
        void note(const exchange::WorkbookCell &cell, qint64 line);
    };
    exchange::CsvItem item();
    QString textOf(const exchange::WorkbookCell &cell);

    std::unique_ptr<exchange::SheetRows> m_rows;
    const qint64 m_size;
    qsizetype m_width = 0;
    std::vector<qsizetype> m_places; // of the sheet's columns among those that are read; -1: it is not
    exchange::WorkbookRow m_row;
    Odd m_errors;
    Odd m_cut;
    Odd m_firstMonths;
};

// "C5".
[[nodiscard]] QString cellName(int column, qint64 line);

} // namespace headway::transfer
