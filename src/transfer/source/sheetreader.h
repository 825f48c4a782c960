// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a file as a sheet shows them: without empty ones, but with what they separate, and with the column
// names told apart where they are repeated. For SheetSource; fails as the feed does.
#pragma once

#include "exchange/csv/csvheader.h"
#include "transfer/source/rowfeed.h"
#include "transfer/source/sheetrows.h"

#include <memory>
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
    SheetReader(std::unique_ptr<RowFeed> feed, Reading reading);

    // `groups`: as exchange::headerGroups() has them.
    [[nodiscard]] Result<exchange::CsvHeader> readHeader(qint64 line, const QStringList &groups = {});
    [[nodiscard]] Result<std::optional<SheetItem>> next();

    qint64 emptyRows() const { return m_emptyRows; }
    qint64 filledRows() const { return m_feed->filledRows(); }
    qint64 position() const { return m_feed->position(); }
    std::vector<Sentence> remarks() const { return m_feed->remarks(); }

private:
    bool isHeaderAgain(const QStringList &cells) const;

    std::unique_ptr<RowFeed> m_feed;
    Reading m_reading;
    QStringList m_names; // as they are written
    qint64 m_nextLine =
        0; // below the last row; one that begins further down stands below empty lines. 0: not known
    qint64 m_emptyRows = 0;
};

} // namespace headway::transfer
