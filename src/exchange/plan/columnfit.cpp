// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/columnfit.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr int leastValues = 2;
constexpr qsizetype longestFlag = 3; // digits of what is no day: 0, 1, 100

enum class Holds { Anything, Days, Numbers };

Holds holdsOf(const ImportPlan &plan, const ImportTarget &target)
{
    switch (target.role) {
    case TargetRole::Created:
    case TargetRole::Closing:
    case TargetRole::LostTime:
    case TargetRole::Ends:
    case TargetRole::NextStepOn: return Holds::Days;
    case TargetRole::Quantity: return Holds::Numbers;
    case TargetRole::Field: break;
    default: return Holds::Anything;
    }
    const FieldInfo &field = entityInfo(plan.kind).field(target.field);
    if (!Vocabulary::own().codes(choiceList(plan.kind, field.name)).isEmpty())
        return Holds::Anything; // a number for which other systems have words: High
    switch (field.type) {
    case FieldType::Day:
    case FieldType::Moment: return Holds::Days;
    case FieldType::Money:
    case FieldType::Integer: return Holds::Numbers;
    default: return Holds::Anything;
    }
}

// Generous: what is written badly is a matter of the row.
bool canBe(Holds holds, const QString &text)
{
    const bool hasDigit = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    const bool isFlag = text.size() <= longestFlag
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return hasDigit && (holds == Holds::Numbers || !isFlag);
}

bool saysNothing(const QString &text)
{
    static const QStringList words{u"na"_s, u"none"_s, u"null"_s, u"nil"_s, u"unknown"_s, u"tbd"_s};
    const QString key = looseKey(text);
    return key.isEmpty() || words.contains(key);
}

// The first value of a column that holds something else; empty if there is no doubt.
QString sampleOfMisfit(Holds holds, qsizetype column, const std::vector<QStringList> &rows)
{
    QString first;
    int values = 0;
    for (const QStringList &cells : rows) {
        const QString text = cells[column].trimmed();
        if (saysNothing(text))
            continue;
        if (canBe(holds, text))
            return {};
        if (values == 0)
            first = text;
        ++values;
    }
    return values >= leastValues ? first : QString();
}

} // namespace

std::vector<Misfit> leaveMisfits(ImportPlan &plan, const std::vector<MapRule> &map,
                                 const std::vector<QStringList> &rows)
{
    std::vector<Misfit> misfits;
    std::erase_if(plan.inputs, [&](const ImportInput &input) {
        const Holds holds = holdsOf(plan, input.target);
        const bool isMapped = std::any_of(map.begin(), map.end(), [&](const MapRule &rule) {
            return fold(rule.column) == fold(input.columnName);
        });
        if (holds == Holds::Anything || input.column < 0 || isMapped)
            return false;
        const QString sample = sampleOfMisfit(holds, input.column, rows);
        if (!sample.isEmpty())
            misfits.push_back({input.columnName, input.column, input.target.name, sample});
        return !sample.isEmpty();
    });
    for (const Misfit &misfit : misfits)
        plan.notImported += misfit.column;
    return misfits;
}

} // namespace headway::exchange
