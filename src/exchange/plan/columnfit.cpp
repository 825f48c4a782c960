// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/columnfit.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/targetcontent.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr int leastValues = 2;
constexpr qsizetype longestFlag = 3; // digits of what is no day: 0, 1, 100

// Days and numbers; of other columns no value is doubted.
Content checkedContent(const ImportPlan &plan, const ImportTarget &target)
{
    if (target.role == TargetRole::Custom || target.role == TargetRole::Minutes)
        return Content::Text; // what is odd in them is a matter of the row
    if (target.role == TargetRole::Field) {
        const FieldInfo &field = entityInfo(plan.kind).field(target.field);
        if (!Vocabulary::own().codes(choiceList(plan.kind, field.name)).isEmpty())
            return Content::Text; // a number for which other systems have words: High
    }
    const Content content = contentOf(plan, target);
    return content == Content::Day || content == Content::Number ? content : Content::Text;
}

// Generous: what is written badly is a matter of the row.
bool canBe(Content content, const QString &text)
{
    const bool hasDigit = std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    const bool isFlag = text.size() <= longestFlag
        && std::all_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
    return hasDigit && (content == Content::Number || !isFlag);
}

// The first value of a column that holds something else; empty if there is no doubt.
QString sampleOfMisfit(Content content, qsizetype column, const std::vector<QStringList> &rows)
{
    QString first;
    int values = 0;
    for (const QStringList &cells : rows) {
        const QString text = cells[column].trimmed();
        if (isBlankWord(text))
            continue;
        if (canBe(content, text))
            return {};
        if (values == 0)
            first = text;
        ++values;
    }
    return values >= leastValues ? first : QString();
}

bool isMapped(const ImportInput &input, const std::vector<MapRule> &map)
{
    return std::any_of(map.begin(), map.end(),
                       [&](const MapRule &rule) { return fold(rule.column) == fold(input.columnName); });
}

// A year stands in it, or a date of two digits for that: what no word for a state is.
bool isDay(const QString &text)
{
    return std::count_if(text.begin(), text.end(), [](QChar c) { return c.isDigit(); }) >= 4
        && canBe(Content::Day, text);
}

// "Completed" says whether, or when.
void sendDaysOfDoing(ImportPlan &plan, const std::vector<MapRule> &map, const std::vector<QStringList> &rows)
{
    const auto when = plan.kind == EntityKind::Activity && !plan.find(u"done_at"_s)
        ? importTarget(plan.kind, u"done_at"_s, plan.custom)
        : Result<ImportTarget>(failure(Error()));
    if (!when)
        return;
    for (ImportInput &input : plan.inputs) {
        if (input.target.name != "state"_L1 || input.column < 0 || isMapped(input, map)
            || !Vocabulary::own().has(u"done_flag", input.columnName))
            continue;
        bool hasDay = false;
        const bool areDays = std::all_of(rows.begin(), rows.end(), [&](const QStringList &cells) {
            const QString text = cells[input.column].trimmed();
            hasDay = hasDay || isDay(text);
            return isBlankWord(text) || isDay(text);
        });
        if (areDays && hasDay)
            input.target = *when;
    }
}

} // namespace

std::vector<Misfit> leaveMisfits(ImportPlan &plan, const std::vector<MapRule> &map,
                                 const std::vector<QStringList> &rows)
{
    sendDaysOfDoing(plan, map, rows);
    std::vector<Misfit> misfits;
    std::erase_if(plan.inputs, [&](const ImportInput &input) {
        const Content content = checkedContent(plan, input.target);
        if (content == Content::Text || input.column < 0 || isMapped(input, map))
            return false;
        const QString sample = sampleOfMisfit(content, input.column, rows);
        if (!sample.isEmpty())
            misfits.push_back({input.columnName, input.column, input.target.name, sample});
        return !sample.isEmpty();
    });
    for (const Misfit &misfit : misfits)
        plan.notImported += misfit.column;
    return misfits;
}

} // namespace headway::exchange
