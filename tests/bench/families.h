// SPDX-License-Identifier: GPL-3.0-or-later
// The rows of docs/performance.md by family, in the order of the table. Each function adds its measurements
// to the bench, and skips those that were not asked for.
#pragma once

#include <QString>

namespace headway::bench {

class Bench;

void measureRecords(Bench &bench);
void measureLists(Bench &bench);
void measureBoard(Bench &bench);
void measureWideBoard(Bench &bench); // in a file of its own
void measureSearch(Bench &bench);
void measureTimes(Bench &bench); // timeline, today, forecast
void measureExport(Bench &bench);
void measureCommits(Bench &bench);
void measureBulk(Bench &bench); // in a copy of the book, but for a server
void measureImport(Bench &bench);
void measureWorkbooks(Bench &bench);   // beside the same rows as CSV
void measureFreshImport(Bench &bench); // into a book that has nothing of that kind
void measureStart(Bench &bench);       // the program as a whole: start, scrolling, memory

// Run as a new process: shows a list of the book and prints what it cost; see measureStart().
int startAndTell(int argc, char **argv);
// The settings of such a process, beside the book.
inline QString settingsFile(const QString &book, const QString &place)
{
    return book + u'.' + place + QStringLiteral(".ini");
}

} // namespace headway::bench
