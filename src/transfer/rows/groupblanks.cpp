// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/groupblanks.h"

#include "domain/records/record.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

using exchange::TargetRole;

// Whether rows may well have the same in it: another record, or a choice.
bool mayBeShared(const exchange::ImportPlan &plan, const exchange::ImportTarget &target)
{
    switch (target.role) {
    case TargetRole::Name:
    case TargetRole::Link:
    case TargetRole::ForeignId:
    case TargetRole::Product:
    case TargetRole::Tags:
    case TargetRole::TeamManager: return true;
    case TargetRole::Field: break;
    default: return false;
    }
    const FieldType type = entityInfo(plan.kind).field(target.field).type;
    return type == FieldType::Choice || type == FieldType::Currency;
}

// --values 'kind:=call'
bool hasValueForBlank(const ImportRequest &request, const QString &target)
{
    return std::any_of(request.values.begin(), request.values.end(), [&](const exchange::ValueRule &rule) {
        return rule.target == target && rule.from.trimmed().isEmpty();
    });
}

} // namespace

GroupBlanks::GroupBlanks(const std::vector<CellRule> &rules, const QStringList &columns)
{
    for (qsizetype i = 0; i < columns.size(); ++i) {
        if (readingOf(rules, columns[i], {CellReading::Above, CellReading::Blank}) == CellReading::Above)
            m_columns.push_back({.index = i, .name = columns[i], .isFilled = true});
    }
}

void GroupBlanks::askAbout(const std::vector<qsizetype> &grouped, const ImportRequest &request,
                           const exchange::ImportPlan &plan)
{
    for (const qsizetype index : grouped) {
        const QString &name = plan.columns[index];
        const auto input = std::find_if(plan.inputs.begin(), plan.inputs.end(), [&](const auto &each) {
            return each.column == index && mayBeShared(plan, each.target);
        });
        const bool isOpen = input != plan.inputs.end()
            && !readingOf(request.cells, name, {CellReading::Above, CellReading::Blank})
            && !hasValueForBlank(request, input->target.name);
        if (isOpen)
            m_columns.push_back({.index = index, .name = name, .target = input->target.name});
    }
    std::sort(m_columns.begin(), m_columns.end(),
              [](const Column &a, const Column &b) { return a.index < b.index; });
}

void GroupBlanks::begin()
{
    for (Column &column : m_columns) {
        column.above.clear();
        column.sample.clear();
        column.rows = 0;
    }
}

void GroupBlanks::read(QStringList &cells)
{
    bool isNewGroup = false; // of a column further left, within which the others begin anew
    for (Column &column : m_columns) {
        if (column.index >= cells.size())
            continue;
        QString &cell = cells[column.index];
        if (!cell.trimmed().isEmpty()) {
            column.above = cell;
            isNewGroup = true;
            continue;
        }
        if (isNewGroup)
            column.above.clear();
        if (column.above.isEmpty())
            continue;
        if (column.rows++ == 0)
            column.sample = column.above;
        if (column.isFilled)
            cell = column.above;
    }
}

std::vector<ImportQuestion> GroupBlanks::questions() const
{
    std::vector<ImportQuestion> questions;
    for (const Column &column : m_columns) {
        if (!column.isFilled && column.rows > 0)
            questions.push_back({ImportQuestion::About::GroupBlanks,
                                 column.target,
                                 column.name,
                                 column.sample.simplified(),
                                 column.rows,
                                 {u"above"_s, u"blank"_s}});
    }
    return questions;
}

} // namespace headway::transfer
