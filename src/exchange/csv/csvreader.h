// SPDX-License-Identifier: GPL-3.0-or-later
// Reads CSV files row by row in constant memory: RFC 4180 and what spreadsheets really write. Called by the
// import on a worker thread. A malformed row is delivered as a problem and reading continues after it; only
// a device that fails, or changes while it is read, ends the reading.
#pragma once

#include "domain/result.h"
#include "exchange/csv/csvdialect.h"
#include "exchange/csv/csvheader.h"
#include "exchange/csv/csvrow.h"
#include "exchange/csv/textencoding.h"

#include <QByteArray>
#include <QString>
#include <QStringView>
#include <optional>
#include <vector>

class QIODevice;

namespace headway::exchange {

struct CsvLimits {
    qsizetype longestRow = 16 * 1024 * 1024; // in UTF-16 units; limits fields as well
    qsizetype mostColumns = 16384;           // the maximum of spreadsheets
    qint64 chunk = 64 * 1024;                // bytes taken from the device at a time
};

class CsvReader
{
public:
    // The device is open for reading, at its start, and outlives the reader.
    CsvReader(QIODevice &device, const CsvDialect &dialect, const CsvLimits &limits = {});

    // Optional, before next(): takes the first row as column names. Unreadable if there is none.
    // With a line, the first row that begins there or below it.
    [[nodiscard]] Result<CsvHeader> readHeader(qint64 line = 1);
    // The next row may have any number of fields, which those behind it then have to have, too.
    void forgetWidth() { m_width = 0; }
    // From now on rows with fewer fields are filled up with blank ones, and counted, instead of being problems; blank
    // fields behind the last column are dropped.
    void fillShortRows() { m_fillsShort = true; }
    [[nodiscard]] qint64 filledRows() const { return m_filledRows; }

    // The next row or problem; nullopt at the end. Blank lines are skipped. Every row has as many fields as
    // the header, or without one as the first row; others are problems. A quote that is never closed, or
    // closed in the middle of a field, spoils only the line in which it was opened.
    [[nodiscard]] Result<std::optional<CsvItem>> next();

    // Bytes taken from the device so far, for a progress bar.
    [[nodiscard]] qint64 bytesRead() const { return m_bytesRead; }

private:
    enum class Scan { FieldStart, Plain, Quoted, QuoteInQuoted };
    enum class RowEnd { Complete, EndOfInput, Unclosed, TextAfterQuote, TooLong, TooManyColumns };

    struct Span { // a field, as offsets from the start of its row
        qsizetype from;
        qsizetype to;
        bool quoted;
    };

    [[nodiscard]] Result<bool> fill();
    [[nodiscard]] Result<> skipSeparatorLine();
    [[nodiscard]] Result<RowEnd> scanRow();
    [[nodiscard]] std::optional<RowEnd> scanCharacter(QChar character);
    [[nodiscard]] RowEnd endRowAtEndOfInput();
    void closeField(qsizetype end);
    void beginRow();
    void countLine(QChar character);
    [[nodiscard]] bool isBlankLine() const;
    [[nodiscard]] CsvItem takeRow();
    [[nodiscard]] Result<CsvProblem> takeSpoiltLine(RowEnd end);
    [[nodiscard]] Result<QString> takeLine();
    [[nodiscard]] QString fieldText(const Span &span) const;
    [[nodiscard]] QStringView rowText() const;

    QIODevice &m_device;
    CsvDialect m_dialect;
    CsvLimits m_limits;
    TextDecoder m_decoder;
    qint64 m_sizeAtStart;
    qint64 m_writtenAtStart; // when the file was last written, in nanoseconds; 0 if it is not a file
    QByteArray m_chunk;
    qint64 m_bytesRead = 0;
    bool m_atEnd = false;
    bool m_started = false;
    qsizetype m_width = 0; // 0 = not known yet
    bool m_fillsShort = false;
    qint64 m_filledRows = 0;

    QString m_text; // decoded and not yet dropped
    qsizetype m_rowStart = 0;
    qsizetype m_at = 0;
    bool m_afterCarriageReturn = false; // a line feed next belongs to it
    qint64 m_line = 1;                  // of m_at
    qint64 m_rowLine = 1;

    Scan m_scan = Scan::FieldStart;
    Span m_field = {};
    std::vector<Span> m_fields;
};

} // namespace headway::exchange
