// SPDX-License-Identifier: GPL-3.0-or-later
// The file of rows that an import rejected: the original cells, followed by line, column and reason; or the cards
// as they were, with line and reason in each. It is created with the first such row, is renamed into place only when
// the import is complete, and is itself a file to be corrected and imported. Fails as the disk does.
#pragma once

#include "exchange/csv/csvwriter.h"
#include "transfer/request/importreport.h"

#include <QSaveFile>

#include <memory>

namespace headway::transfer {

class RejectedRows
{
public:
    // Without a path nothing is written.
    RejectedRows(const QString &path, const QStringList &columns, const RowSource &source, Words words);

    Result<> add(const SourceRow &row, const RejectedRow &why);
    Result<> add(const SourceProblem &problem);
    Result<> finish();
    // Where no row was rejected: removes the file that an earlier import of the same columns left under that name.
    // Any other file stays.
    Result<> removeStale();

private:
    Result<> write(QStringList cells, const RejectedRow &why);
    Result<> writeCard(QByteArray original, const RejectedRow &why);
    Result<> begin();
    Result<bool> isOfEarlier(QIODevice &file) const;

    QString m_path;
    QStringList m_columns;
    RejectedForm m_form;
    exchange::CsvDialect m_dialect;
    Words m_words;
    std::unique_ptr<QSaveFile> m_file;
    std::unique_ptr<exchange::CsvWriter> m_writer;
};

// Whether a row of such a file that came back is still the line that could not be cut into fields, in its first cell.
[[nodiscard]] bool isUncutLine(const QStringList &columns, const QStringList &cells, QChar separator);

// Copies such a file to another name, whole or not at all.
Result<> saveRejectedRows(const QString &from, const QString &to);

} // namespace headway::transfer
