// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/calllog.h"

#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/headeralias.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

// "Duration", "Duration (s)", "Call duration".
bool isDuration(const QString &column)
{
    const QString key = headerKey(column);
    const auto hasTarget = [&key](const QStringList &targets) {
        return targets.contains(u"duration"_s) || targets.contains(u"minutes"_s);
    };
    return key.startsWith("duration"_L1) || key.startsWith("callduration"_L1)
        || hasTarget(targetsForHeader(EntityKind::Activity, key))
        || hasTarget(doubtfulTargets(EntityKind::Activity, key));
}

std::optional<QString> partOf(const QString &column)
{
    return Vocabulary::own().code(u"call_log", column);
}

} // namespace

QStringList callLogTargets(const QStringList &columns)
{
    QStringList targets(columns.size());
    if (std::none_of(columns.begin(), columns.end(), isDuration))
        return targets;
    const auto first = [&](QLatin1StringView part) -> qsizetype {
        const auto found = std::find_if(columns.begin(), columns.end(),
                                        [&](const QString &column) { return partOf(column) == part; });
        return found == columns.end() ? -1 : found - columns.begin();
    };
    const qsizetype number = first("number"_L1);
    if (number < 0)
        return targets;
    targets[number] = anyRecordIdName();
    if (const qsizetype name = first("name"_L1); name >= 0)
        targets[name] = u"contact"_s;
    if (const qsizetype direction = first("direction"_L1); direction >= 0)
        targets[direction] = u"direction"_s;
    return targets;
}

bool isNumberOfCall(const QString &target, const QString &column)
{
    return target == anyRecordIdName() && partOf(column) == "number"_L1;
}

const ImportInput *numberOfCall(const ImportPlan &plan)
{
    const auto found = std::find_if(plan.inputs.begin(), plan.inputs.end(), [](const ImportInput &input) {
        return isNumberOfCall(input.target.name, input.columnName);
    });
    return found == plan.inputs.end() ? nullptr : &*found;
}

} // namespace headway::exchange
