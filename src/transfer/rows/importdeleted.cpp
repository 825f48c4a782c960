// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importdeleted.h"

#include "exchange/cells/daycell.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/headeralias.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

bool isYes(const QString &text)
{
    FieldInfo flag;
    flag.type = FieldType::YesNo;
    const auto yes = exchange::readCell(flag, text, {});
    return (yes && integerOf(*yes) != 0) || exchange::Vocabulary::own().has(u"deleted", text);
}

bool isTime(const QString &text)
{
    return !exchange::isNoDay(text)
        && std::any_of(text.begin(), text.end(), [](QChar c) { return c.isDigit(); });
}

} // namespace

DeletedRows::DeletedRows(const exchange::ImportPlan &plan)
{
    for (qsizetype i = 0; i < plan.columns.size(); ++i) {
        const exchange::HeaderParts header = exchange::headerParts(plan.columns[i]);
        const auto code = exchange::Vocabulary::own().code(u"deletion", header.key);
        const bool isTaken =
            std::any_of(plan.inputs.begin(), plan.inputs.end(),
                        [i](const exchange::ImportInput &input) { return input.column == i; });
        if (code && !isTaken && header.object.value_or(plan.kind) == plan.kind)
            m_marks.push_back({i, *code == "time"_L1});
    }
}

qsizetype DeletedRows::markIn(const QStringList &cells) const
{
    for (const Mark &mark : m_marks) {
        const QString text = cells[mark.column].trimmed();
        if (!text.isEmpty() && (mark.isTime ? isTime(text) : isYes(text)))
            return mark.column;
    }
    return -1;
}

} // namespace headway::transfer
