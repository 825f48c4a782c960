// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a CSV file as a sheet shows them: without empty ones, but with what they separate, and with the column
// names told apart where they are repeated. For CsvSource; fails as CsvReader does.
#pragma once

#include "exchange/csv/csvreader.h"
#include "transfer/source/sheetrows.h"

#include <variant>

namespace headway::transfer {

struct SheetItem {
    std::variant<SheetRow, exchange::CsvProblem> item = {};
    qint64 line = 0;

    const SheetRow *row() const { return std::get_if<SheetRow>(&item); }
};

class SheetReader
{
public:
    // Literally: every row as it is written, of a file of ours.
    enum class Reading { Sensible, Literal };
    SheetReader(QIODevice &device, const exchange::CsvDialect &dialect, Reading reading);

    [[nodiscard]] Result<exchange::CsvHeader> readHeader(qint64 line);
    [[nodiscard]] Result<std::optional<SheetItem>> next();

    qint64 emptyRows() const { return m_emptyRows; }
    qint64 filledRows() const { return m_reader.filledRows(); }
    qint64 bytesRead() const { return m_reader.bytesRead(); }

private:
    bool isHeaderAgain(const QStringList &cells) const;

    exchange::CsvReader m_reader;
    Reading m_reading;
    QStringList m_names;
    qint64 m_nextLine =
        0; // below the last row; one that begins further down stands below empty lines. 0: not known
    qint64 m_emptyRows = 0;
};

} // namespace headway::transfer
