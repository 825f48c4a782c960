// SPDX-License-Identifier: GPL-3.0-or-later
// The rows by which reports sum up their groups: "Subtotal,Sum,,3000" with ",Count,2" below it, "Won Total,,3000". Pure;
// any thread; nothing fails.
#pragma once

#include <QSet>
#include <QStringList>

#include <vector>

namespace headway::transfer {

enum class SumLine {
    None,
    Part, // "Count", 2: it belongs to a sum above it, else somebody may be called so
    Whole,
};

// A row with nothing but words for sums and figures. `above`: what stands last above each cell, of records; a group may
// be named by it. A bare "Total" is none: see isBareSum().
[[nodiscard]] SumLine sumLineIn(const QStringList &cells, const QStringList &above);

// The last text above each of the first cells.
class RowsAbove
{
public:
    void note(const QStringList &cells);
    const QStringList &texts() const { return m_texts; }

private:
    QStringList m_texts;
};

// Which columns have a value only in the first row of each group: those at the left, one within the other, and further
// right those that are mostly blank where nothing else is.
class GroupedColumns
{
public:
    void note(const QStringList &cells); // of a record
    std::vector<qsizetype> columns() const;

private:
    struct Column {
        bool mayBe = true;
        qint64 values = 0;
        qint64 blanks = 0;
        QSet<QString> seen = {}; // of its group
    };
    void noteValue(Column &column, const QString &cell, bool isNewGroup) const;
    bool isGroup(size_t column, bool isLeading) const;

    std::vector<Column> m_columns;
    qint64 m_rows = 0;
};

} // namespace headway::transfer
