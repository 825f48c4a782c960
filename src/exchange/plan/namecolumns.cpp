// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/namecolumns.h"

#include "domain/records/record.h"

namespace headway::exchange {

namespace {

// Not those of a link by id.
bool namesPeople(const ImportPlan &plan, const ImportInput &input)
{
    const bool isName = input.target.role == TargetRole::Name;
    if (input.column < 0 || (!isName && input.target.role != TargetRole::Link))
        return false;
    const EntityKind kind =
        isName ? entityInfo(plan.kind).field(input.target.field).target : input.target.linked;
    return kind == EntityKind::User || entityInfo(kind).has(KindTrait::Person);
}

} // namespace

void detectCommas(ImportPlan &plan, const std::vector<QStringList> &rows)
{
    for (ImportInput &input : plan.inputs) {
        if (!namesPeople(plan, input))
            continue;
        QStringList cells;
        bool hasComma = false;
        for (const QStringList &row : rows) {
            const QString &cell = row[input.column];
            hasComma = hasComma || cell.contains(u',');
            if (!cell.isEmpty() && (cells.isEmpty() || cells.back() != cell))
                cells += cell;
        }
        if (hasComma)
            input.commas = commasIn(cells);
    }
}

} // namespace headway::exchange
