// SPDX-License-Identifier: GPL-3.0-or-later
// Writes CSV files from which CsvReader, with the same dialect, reads identical fields for every text.
// Called by exports on a worker thread. Fails when the device does (disk full), and for text that cannot be
// written faithfully: NUL, unpaired surrogates, characters outside the encoding.
#pragma once

#include "domain/result.h"
#include "exchange/cells/exportcell.h"
#include "exchange/csv/csvdialect.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <array>
#include <span>
#include <string>
#include <string_view>

class QIODevice;

namespace headway::exchange {

class CsvWriter
{
public:
    // The device is open for writing and outlives the writer.
    CsvWriter(QIODevice &device, const CsvDialect &dialect);

    // At least one field, and as many as in the rows before. After a failure the file is unusable; write to
    // a QSaveFile so that it never replaces a good one.
    [[nodiscard]] Result<> writeRow(const QStringList &fields);
    // The same for values, each as its text for machines.
    [[nodiscard]] Result<> writeCells(std::span<const ExportCell> cells);

    // Hands on the rest, if the device is a file to the operating system: only then is it sure that it has room.
    [[nodiscard]] Result<> finish();

private:
    [[nodiscard]] Result<> begin(qsizetype width);
    [[nodiscard]] Result<> end(bool isBlank);
    [[nodiscard]] Result<> drain();
    void append(qsizetype position, QStringView field);
    void append(qsizetype position, QLatin1StringView field);
    bool needsQuotes(QStringView field, bool isGuarded) const;

    QIODevice &m_device;
    CsvDialect m_dialect;
    std::u16string_view m_lineEnding;
    bool m_mayBeInFigures;                    // a separator, or what a guard is for
    std::array<bool, 128> m_needsQuotes = {}; // by character
    QByteArray m_pending;
    std::u16string m_row;  // the one being written; kept for its room
    qsizetype m_width = 0; // 0 = no row written yet
};

} // namespace headway::exchange
