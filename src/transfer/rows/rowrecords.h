// SPDX-License-Identifier: GPL-3.0-or-later
// Which record each row of a file became, so that the very file is known row by row when it comes again. Rows and
// records that follow one another are one run, so a file of a million new records takes a few bytes. Pure; any thread;
// nothing fails.
#pragma once

#include <QString>

#include <vector>

namespace headway::transfer {

class RowRecords
{
public:
    // What text() has written; what is not understood in it is passed over.
    static RowRecords parse(const QString &text);

    void add(qint64 line, qint64 record);

    bool isEmpty() const { return m_runs.empty(); }
    // What the row that begins in this line became; 0: nothing, or it is not known.
    qint64 at(qint64 line) const;
    // Of the first row that became it; 0: none did.
    qint64 lineOf(qint64 record) const;
    // "2:17*500 510:3"
    QString text() const;

private:
    struct Run {
        qint64 line = 0;
        qint64 record = 0;
        qint64 count = 1;
    };
    static void append(std::vector<Run> &runs, const Run &run);
    void sort();

    // By line in what was parsed, else as rows were added: those that wait for later ones come after them.
    std::vector<Run> m_runs;
    std::vector<Run> m_byRecord; // of what was parsed
    std::vector<qint64> m_ends;  // behind the records of all runs up to each of those
};

} // namespace headway::transfer
