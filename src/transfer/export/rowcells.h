// SPDX-License-Identifier: GPL-3.0-or-later
// Turns the records of a page into rows of cells. Needs no book: on the thread that writes; nothing fails.
#pragma once

#include "domain/records/pipeline.h"
#include "exchange/cells/exportcell.h"
#include "transfer/export/exportcolumns.h"
#include "transfer/export/exportpage.h"

#include <QJsonObject>

#include <span>
#include <vector>

namespace headway::transfer {

// What stays the same for all rows of an export.
struct RowCellsBasis {
    EntityKind kind = EntityKind::Deal;
    std::vector<CustomField> custom = {};
    std::vector<ExportColumn> columns = {};
    std::vector<int> references = {}; // ExportReader::references()
    WholeDays wholeDays = WholeDays::AsDays;
    std::vector<Stage> stages = {}; // for the columns that depend on a deal's stage
};

class RowCells
{
public:
    explicit RowCells(RowCellsBasis basis);

    // Whether the record belongs to one that was deleted, and so counts as deleted, too.
    bool isOrphan(const ExportPage &page, size_t record) const;
    // The cells of a record; they live until the next call, and as long as the page.
    std::span<const exchange::ExportCell> of(const ExportPage &page, size_t record);

private:
    // A column, with what is asked of it for each row.
    struct Source {
        ExportColumn::Shows shows = ExportColumn::Shows::Field;
        int field = -1;
        const FieldInfo *info = nullptr; // Field, Name
        int reference = -1;              // its place among the references
        bool mayBeWholeDay = false;
        bool isMoney = false;
    };

    exchange::ExportCell cell(const ExportPage &page, size_t record, size_t column);
    exchange::ExportCell fieldCell(const ExportPage &page, size_t record, size_t column);
    exchange::ExportCell chanceOf(const Record &record, ExportColumn::Shows what) const;
    QString name(const ExportPage &page, size_t record, int reference) const;
    QStringView currencyOf(const ExportPage &page, size_t record) const;
    bool isWrittenAsDay(const Record &record, QDate day, int field) const;

    RowCellsBasis m_basis;
    const EntityInfo &m_info;
    int m_currency;
    int m_customField; // -1 if no column shows one
    std::vector<Source> m_sources;
    std::vector<int> m_owners; // places of required references among the references
    QHash<qint64, Stage> m_stages;
    QJsonObject m_custom;         // of the row
    std::vector<QString> m_texts; // of the row, for cells whose text is made for them; one for each column
    std::vector<exchange::ExportCell> m_cells; // of the row
};

} // namespace headway::transfer
