// SPDX-License-Identifier: GPL-3.0-or-later
// Writes CSV files from which CsvReader, with the same dialect, reads identical fields for every text.
// Called by exports on a worker thread. Fails when the device does (disk full), and for text that cannot be
// written faithfully: NUL, unpaired surrogates, characters outside the encoding.
#pragma once

#include "domain/result.h"
#include "exchange/csv/csvdialect.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

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

    // Passes everything to the operating system: only this call is sure to report a full disk.
    [[nodiscard]] Result<> finish();

private:
    [[nodiscard]] QString begin();
    [[nodiscard]] Result<> drain();
    void append(QString &row, const QString &field) const;

    QIODevice &m_device;
    CsvDialect m_dialect;
    QString m_lineEnding;
    QByteArray m_pending;
    qsizetype m_width = 0;   // 0 = no row written yet
    qsizetype m_longest = 0; // the longest row so far
};

} // namespace headway::exchange
