// SPDX-License-Identifier: GPL-3.0-or-later
// Column names of any file, for every kind of record: each column goes to one place or is named as left, what the
// user says comes first, and where the names stand is one of the rows.
#include "fuzz/fuzz.h"

#include "domain/records/record.h"
#include "exchange/csv/csvheader.h"
#include "exchange/plan/importplan.h"
#include "exchange/plan/recogniser.h"

#include <QSet>

using namespace headway;
using namespace headway::exchange;
using namespace headway::fuzz;
using namespace Qt::StringLiterals;

namespace {

std::vector<CsvRow> rowsOf(const QByteArray &bytes)
{
    std::vector<CsvRow> rows;
    qint64 line = 0;
    for (const QString &text : QString::fromUtf8(bytes).split(u'\n')) {
        CsvRow row;
        row.line = ++line;
        row.fields = text.split(u',');
        rows.push_back(row);
    }
    return rows;
}

void requirePlanned(EntityKind kind, const QStringList &columns, FileIds ids)
{
    const auto plan = planImport(kind, columns, {.ids = ids}, {});
    if (!plan)
        return; // nothing is known
    QSet<int> taken;
    QSet<int> labels; // taken with the columns of which they say something
    for (const ImportInput &input : plan->inputs) {
        require(input.column >= 0 && input.column < columns.size());
        require(!taken.contains(input.column));
        taken.insert(input.column);
        if (input.labelColumn >= 0)
            labels.insert(input.labelColumn);
        require(!headerKey(columns[input.column]).isEmpty() || columns[input.column] == input.target.name);
    }
    require(!taken.intersects(labels));
    require(taken.size() + labels.size() + plan->notImported.size() == columns.size());
    // Saying what was found changes nothing.
    PlanRules rules{.ids = ids};
    for (const ImportInput &input : plan->inputs)
        rules.map.push_back({input.columnName, input.target.name});
    const auto said = planImport(kind, columns, rules, {});
    require(said.has_value() && said->notImported.size() <= plan->notImported.size());
}

} // namespace

HEADWAY_FUZZ(header)
{
    const std::vector<CsvRow> rows = rowsOf(bytes);
    const qint64 line = headerLine(rows);
    require(line >= 1 && line <= qint64(rows.size()));
    const QStringList columns = csvHeader(rows[size_t(line - 1)]).names;
    for (const CsvRow &row : rows)
        static_cast<void>(isFooter(row.fields));
    for (const EntityKind kind : importableKinds()) {
        requirePlanned(kind, columns, FileIds::Ignored);
        requirePlanned(kind, columns, FileIds::Kept);
    }
}
