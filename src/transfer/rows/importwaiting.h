// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of a file that refer to later ones of it, and wait for them in a temporary file. Some wait for one another
// in a circle: then one link of it is left out. On the thread of the import; fails as the disk does.
#pragma once

#include "transfer/rows/importrow.h"

#include <QHash>
#include <QTemporaryFile>

#include <functional>
#include <memory>

namespace headway::transfer {

// Which rows wait for which, by their lines. Each takes all rows, in this order: wanted(), called(), tie(). It remembers
// only those that others wait for. Nothing fails.
class RowCircles
{
public:
    void wanted(const RowTies &row);
    void called(const RowTies &row);
    void tie(const RowTies &row);

    // How the rows that wait for others are to be read: one of each circle, its last, without the link to the others.
    // Rows that are not among them wait for none of these.
    QHash<qint64, Pass> passes() const;

private:
    QHash<QString, qint64> m_lines; // by what others call a row; 0: it is not there
    QHash<qint64, qint64> m_waitsFor;
};

class WaitingRows
{
public:
    using Take = std::function<Result<>(const SourceRow &row)>;

    qint64 count() const { return m_count; }
    Result<> add(const SourceRow &row);
    // Hands over every row; those that are added meanwhile wait anew.
    Result<> takeAll(const Take &take);
    // Of rows that nothing helps any more; see RowCircles.
    Result<QHash<qint64, Pass>> passes(const RowReader &reader) const;

private:
    static Result<> each(QTemporaryFile &file, qint64 count, const Take &take);

    std::unique_ptr<QTemporaryFile> m_file;
    qint64 m_count = 0;
};

} // namespace headway::transfer
