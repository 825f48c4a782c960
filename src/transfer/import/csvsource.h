// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a CSV file, read in constant memory; the file stays open until the source is destroyed. For
// openSource().
#pragma once

#include "exchange/csv/csvreader.h"
#include "transfer/import/rowsource.h"

#include <QFile>

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
    qint64 position() const override { return m_reader ? m_reader->bytesRead() : 0; }
    qint64 size() const override { return m_file.size(); }

private:
    explicit CsvSource(const QString &path) : m_file(path) {}

    Result<> detect(const SourceFile &file);

    QFile m_file;
    exchange::CsvDetection m_detection;
    std::optional<exchange::CsvReader> m_reader;
};

} // namespace headway::transfer
