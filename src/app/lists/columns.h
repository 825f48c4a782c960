// SPDX-License-Identifier: GPL-3.0-or-later
// The columns a list can show: the fields of its kind, and a few that are computed from them. For each its
// title, preferred width, cell texts, and sort order. Any thread.
#pragma once

#include "app/text/colourdot.h"
#include "app/text/display.h"
#include "domain/query/filter.h"
#include "domain/records/activity.h"
#include "domain/records/lists.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/lookups.h"
#include "domain/rules/deals.h"
#include "domain/rules/due.h"

#include <QString>
#include <QStringList>

#include <functional>
#include <optional>
#include <vector>

namespace headway::sql {
class Connection;
}

namespace headway::app {

enum class Computed { None, Probability, Weighted, Created, Modified, With, Deal, Own };

struct Column {
    QString id =
        {}; // the field's name, or "probability", "weighted", "created", "modified", "with", "deal", "custom.size"
    int field = -1;
    Computed computed = Computed::None;
    std::optional<CustomField> own = {}; // Computed::Own

    bool operator==(const Column &) const = default;
};

// All columns that a kind has, with the own fields of the book; defaultColumns() are shown initially.
std::vector<Column> allColumns(EntityKind kind, const std::vector<CustomField> &own = {});
std::vector<Column> defaultColumns(EntityKind kind);
// Unknown ids, from settings of an older version, are left out, and so is an own field that is gone.
std::vector<Column> columnsNamed(EntityKind kind, const QStringList &ids,
                                 const std::vector<CustomField> &own = {});

// How much a cell stands out, and what it shows besides its text.
struct CellLook {
    enum class Stress { Normal, Strong, Quiet };
    Stress stress = Stress::Normal;
    std::optional<ColourDot> dot; // of the stage or status that the cell names
    bool isFigure = false;        // an amount, a number, a day: never cut
    std::optional<DueState> due;  // what is shown begins with its mark
    // Its picture stands for the word, which is said and in the tool tip.
    std::optional<ActivityKind> activity;
};

class ColumnText
{
public:
    ColumnText(const Display &display, const Lookups &lookups);

    QString heading(EntityKind kind, const Column &column) const;
    QString cell(const LoadedRecord &row, const Column &column) const;
    // The cell as a list on the screen shows it, and as it is said: a next step with its mark.
    QString shown(const LoadedRecord &row, const Column &column, Instant now) const;
    QString spoken(const LoadedRecord &row, const Column &column, Instant now) const;
    // What is shown, and the same in fewer letters, the longest first: amounts without cents, then "€1.2 M"; times
    // without the time of day, then days of this year without it.
    QStringList wordings(const LoadedRecord &row, const Column &column, Instant now) const;
    CellLook look(const LoadedRecord &row, const Column &column, Instant now) const;
    // Details of the cell: the exact time, the origin of a probability. Empty: none.
    QString toolTip(const LoadedRecord &row, const Column &column, Instant now) const;

private:
    QString stepCell(const LoadedRecord &row, const Column &column) const;
    QDate dayShown(const LoadedRecord &row, const Column &column) const;
    std::optional<DueState> dueOf(const LoadedRecord &row, const Column &column, Instant now) const;
    struct Money {
        qint64 minor = 0;
        QString currency = {};
    };
    std::optional<Money> moneyOf(const LoadedRecord &row, const Column &column) const;
    std::optional<Probability> probabilityOf(const LoadedRecord &row) const;

    const Display &m_display;
    const Lookups &m_lookups;
};

// The cells of these records as shown in a list, read in blocks; records that no longer exist are left out.
// An error of `take` ends it. On a reader's thread; fails as the database does.
Result<> eachRow(sql::Connection &connection, EntityKind kind, const std::vector<qint64> &ids,
                 const std::vector<Column> &columns, const ColumnText &text,
                 const std::function<Result<>(const QStringList &cells)> &take);

// What a list on the screen shows as a picture; everywhere else it is a word.
bool isPicture(EntityKind kind, const Column &column);
// Amounts, numbers, days and times: what must not be cut.
bool isFigure(EntityKind kind, const Column &column);
Qt::Alignment alignmentOf(EntityKind kind, const Column &column);
int widthOf(EntityKind kind, const Column &column); // in average characters
// The order of a list that nobody has sorted: deals that are won or lost come last.
std::vector<SortKey> standingOrder(EntityKind kind);
SortKey sortKeyOf(const Column &column, SortOrder order);

} // namespace headway::app
