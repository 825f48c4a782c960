// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/request/importprofile.h"

#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "exchange/plan/stagecolumns.h"
#include "transfer/request/importwords.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

Sentence noColumn(const QString &column)
{
    return Sentence::tr("The profile names the column %1, which is not in this file.").arg(Quoted{column});
}

Quoted captionOf(const ImportRequest &request, const QString &field)
{
    return Quoted{request.caption ? request.caption(field) : field};
}

Sentence noField(const ImportRequest &request, const QString &field)
{
    return Sentence::tr("The profile names the field %1, to which no column of this file goes.")
        .arg(captionOf(request, field));
}

bool isKey(const exchange::ImportPlan &plan, const QString &key)
{
    const bool isPerson = entityInfo(plan.kind).has(KindTrait::Person);
    return plan.find(key) || (isPerson && key == "name"_L1 && plan.find(u"last_name"_s));
}

} // namespace

std::vector<Sentence> fitToColumns(ImportRequest &request, const QStringList &columns,
                                   const std::vector<CustomField> &custom)
{
    std::vector<Sentence> told;
    const bool isExact = request.match.contains(u"id"_s);
    const auto lacks = [&](const QString &column) {
        const bool isLacking = !exchange::columnNamed(columns, column);
        if (isLacking)
            told.push_back(noColumn(column));
        return isLacking;
    };
    std::erase_if(request.map, [&](const exchange::MapRule &rule) {
        if (lacks(rule.column))
            return true;
        const auto target =
            exchange::importTarget(request.kind, rule.target, custom,
                                   isExact ? exchange::FileIds::Kept : exchange::FileIds::Ignored);
        if (!target)
            told.push_back(Sentence::tr("The profile names the field %1, which %2 does not have.")
                               .arg(captionOf(request, rule.target), KindName{request.kind, Number::Any}));
        return !target;
    });
    std::erase_if(request.set, [&](const exchange::SetRule &rule) {
        const auto text = exchange::RowText::parse(rule.text, columns);
        if (!text)
            told.push_back(text.error().text);
        return !text;
    });
    std::erase_if(request.own, [&](const exchange::OwnRule &rule) { return lacks(rule.column); });
    std::erase_if(request.cells, [&](const CellRule &rule) { return lacks(rule.column); });
    if (!request.closingColumn.isEmpty() && lacks(request.closingColumn))
        request.closingColumn.clear();
    return told;
}

std::vector<Sentence> fitToPlan(ImportRequest &request, const exchange::ImportPlan &plan,
                                const std::vector<LeadStatus> &statuses)
{
    std::vector<Sentence> told;
    std::erase_if(request.values, [&](const exchange::ValueRule &rule) {
        const bool isLacking = !exchange::hasValuesOf(plan, rule.target);
        if (isLacking)
            told.push_back(noField(request, rule.target));
        return isLacking;
    });
    std::erase_if(request.meanings, [&](const WordRule &rule) {
        const bool isUseless = !ImportWords::canTake(rule, plan, statuses);
        if (isUseless)
            told.push_back(
                Sentence::tr("No field of this file has the word %1 of the profile, or its meaning %2.")
                    .arg(Quoted{rule.from}, Quoted{rule.to}));
        return isUseless;
    });
    const auto missing = std::find_if(request.match.begin(), request.match.end(),
                                      [&](const QString &key) { return !isKey(plan, key); });
    if (missing != request.match.end()) {
        told.push_back(noField(request, *missing));
        request.match.clear();
        request.keys = ImportRequest::Keys::Proposed;
    }
    return told;
}

} // namespace headway::transfer
