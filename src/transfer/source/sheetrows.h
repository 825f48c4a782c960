// SPDX-License-Identifier: GPL-3.0-or-later
// Which rows below the column names are no records: titles of groups, as boards and hand-made sheets have them, and sums
// below the rows. A title is a row with nothing but its first cell; but so is somebody of whom only the name is known,
// so that a file has titles only if the places where such rows stand say so. Pure; any thread; nothing fails.
#pragma once

#include <QHash>
#include <QStringList>

#include <vector>

namespace headway::transfer {

// A row that is not empty.
struct SheetRow {
    QStringList cells = {};
    bool isAfterGap = false;             // an empty row or line stands above it
    bool isHeader = false;               // the column names once more
    std::vector<qsizetype> numbers = {}; // as SourceRow has them
};

enum class Titles {
    None,
    AboveHeaders, // above the column names, which are repeated for each group
    AfterGaps,    // at the beginning, below empty rows, below sums
    Anywhere,     // wherever the next row has more than a first cell
};

// Whether nothing but figures, or nothing, stands behind the first filled one of several cells.
[[nodiscard]] bool areFiguresBehind(const QStringList &cells);
// "+33 1 47 44 45 46" adds up to nothing.
[[nodiscard]] bool isLikePhone(const QString &cell);
[[nodiscard]] qsizetype filledCells(const QStringList &cells);
[[nodiscard]] bool hasOnlyFirst(const QStringList &cells);
// "Q1 deals", "New leads", "-- Berlin --", "Clients:".
[[nodiscard]] bool isLikeTitle(const QString &text);
// Nothing in front, and only figures behind that; or a word for a sum in front.
[[nodiscard]] bool isSumRow(const QStringList &cells);
// "Total", without anything that a company of that name would not have, too.
[[nodiscard]] bool isBareSum(const QStringList &cells);
// The same with nothing but figures behind it.
[[nodiscard]] bool isBareSumOfFigures(const QStringList &cells);

// Looks at the rows below the column names.
class SheetShape
{
public:
    // `above`: the row directly above the column names, if there is one.
    explicit SheetShape(const QStringList &above = {}) : m_isNamedAbove(hasOnlyFirst(above)) {}

    void note(const SheetRow &row);

    struct Verdict {
        Titles titles = Titles::None;
        bool isSure = true; // if not, the rows are taken for records, and the user is asked
    };
    Verdict verdict() const;

private:
    void judgeLast(const SheetRow &next);

    bool m_isNamedAbove;
    SheetRow m_last;
    bool m_hasLast = false;
    bool m_isLastLeading = false; // at a place where titles stand
    bool m_isLastSums = false;
    int m_rows = 0;
    int m_headers = 0;
    int m_full = 0; // rows with more than one cell
    int m_gapsElsewhere = 0;
    // Of rows with only their first cell:
    int m_aboveHeaders = 0;
    int m_aboveHeadersAfterGap = 0;
    int m_lone = 0; // not above headers
    int m_opening = 0;
    int m_leading = 0;
    int m_afterGap = 0;
    int m_afterSums = 0;
    int m_titled = 0; // by their words
    bool m_isFirstLone = false;
};

// Whether `row` is a title, given the next row, if there is any.
[[nodiscard]] bool isTitle(Titles titles, const SheetRow &row, bool isFirst, bool isAfterSums,
                           const SheetRow *next);

// Whether the figures of a last row are the sums, the number or the average of those above it.
class ColumnSums
{
public:
    void add(const QStringList &cells);
    bool explains(const QStringList &cells) const;
    // Whether it has figures, and each is the sum of those above it.
    bool isSum(const QStringList &cells) const;
    int rows() const { return m_rows; }

private:
    QHash<qsizetype, double> m_sums;
    QHash<qsizetype, int> m_counts;
    int m_rows = 0;
};

} // namespace headway::transfer
