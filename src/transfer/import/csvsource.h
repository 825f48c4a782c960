// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a CSV file, read in constant memory; the file stays open until the source is destroyed. For
// openSource().
#pragma once

#include "exchange/csv/csvreader.h"
#include "transfer/import/rowsource.h"

#include <QFile>

#include <deque>

namespace headway::transfer {

class CsvSource : public RowSource
{
public:
    static Result<std::unique_ptr<RowSource>> open(const SourceFile &file);

    QString name() const override;
    Writing writing() const override;
    exchange::CsvDialect rejectedDialect() const override;
    Result<SourceColumns> begin() override;
    Result<std::optional<SourceItem>> next() override;
    std::vector<Sentence> remarks() const override;
    qint64 position() const override { return m_reader ? m_reader->bytesRead() : 0; }
    qint64 size() const override { return m_file.size(); }

private:
    explicit CsvSource(const QString &path) : m_file(path) {}

    Result<> detect(const SourceFile &file);
    Result<> findHeader(const SourceFile &file);
    bool isHeaderAgain(const QStringList &cells) const;
    Result<std::optional<exchange::CsvItem>> nextItem();

    QFile m_file;
    exchange::CsvDetection m_detection;
    bool m_isOurs = false;
    qint64 m_headerLine = 1;
    bool m_isHeaderFound = false; // below other rows, and not by the user
    qint64 m_emptyRows = 0;
    QStringList m_names;                 // of the columns
    qint64 m_headersAgain = 0;           // rows that are the column names once more
    std::deque<exchange::CsvRow> m_held; // the last rows, which may be footers
    QStringList m_footers;
    bool m_isAtEnd = false;
    std::optional<exchange::CsvReader> m_reader;
};

} // namespace headway::transfer
