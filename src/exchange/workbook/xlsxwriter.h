// SPDX-License-Identifier: GPL-3.0-or-later
// Writes rows of values as a workbook (.xlsx), front to back and in constant memory: numbers, amounts, days and times
// are what they are in a spreadsheet, and what one would spoil is text. One thread. Fails as the device does, for text
// that no file can hold, and for more columns than a sheet has.
#pragma once

#include "domain/result.h"
#include "exchange/cells/exportcell.h"
#include "exchange/workbook/xlsxformats.h"
#include "exchange/zip/zipwriter.h"

#include <QByteArray>
#include <QStringList>

#include <span>
#include <vector>

class QIODevice;

namespace headway::exchange {

class XlsxWriter
{
public:
    // The device is open for writing and outlives the writer. The sheet is called so, as far as one may be.
    XlsxWriter(QIODevice &device, const QString &title);

    // The names of the columns: the first row of each sheet, which stays in sight and has filters.
    [[nodiscard]] Result<> begin(const QStringList &columns);
    // As many cells as columns. What is more than 1,048,575 rows goes on in a further sheet.
    [[nodiscard]] Result<> addRow(std::span<const ExportCell> cells);
    // Without this it is no workbook.
    [[nodiscard]] Result<> finish();

    // Texts of more than 32,767 characters, of which the beginning was written.
    qint64 shortened() const { return m_shortened; }

private:
    struct Column {
        QByteArray letters = {};
        qsizetype width = 0;   // in characters
        bool holdsIds = false; // digits as text, of which a spreadsheet needs not warn
    };
    struct Sheet {
        QString name = {};
        qint64 rows = 0; // with the head
    };

    Result<> beginSheet();
    Result<> beginRow();
    Result<> endRow();
    Result<> endSheet();
    Result<> writeSheetHead();
    Result<> drain();

    Result<> appendCell(Column &column, const ExportCell &cell);
    Result<> appendText(Column &column, QStringView text, int format);
    void appendFigures(Column &column, QLatin1StringView text, int format);
    void appendIfExact(Column &column, const ExportCell &cell, QLatin1StringView text, int format);
    void appendNumber(Column &column, QByteArrayView number, int format, qsizetype width,
                      const char *type = "");
    void openCell(Column &column, int format, qsizetype width);
    QByteArray range(const Sheet &sheet, const QByteArray &mark) const;
    QByteArray contentTypesXml() const;
    QByteArray workbookXml() const;
    QByteArray workbookLinksXml() const;

    ZipWriter m_zip;
    QString m_title;
    QStringList m_names;
    XlsxFormats m_formats;
    std::vector<Column> m_columns;
    std::vector<Sheet> m_sheets;
    QByteArray m_pending; // of the sheet, not written yet
    QByteArray m_row;     // the number of the row
    bool m_hasSheetHead = false;
    qint64 m_shortened = 0;
};

} // namespace headway::exchange
