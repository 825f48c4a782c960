// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/labelcolumns.h"

#include "domain/records/record.h"
#include "domain/text/text.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

bool isLabelled(TargetRole role)
{
    switch (role) {
    case TargetRole::Email:
    case TargetRole::EmailHome:
    case TargetRole::Phone:
    case TargetRole::PhoneHome:
    case TargetRole::Mobile:
    case TargetRole::Fax: return true;
    default: return false;
    }
}

// "Phone 1 - Type" → "phone1"; empty if the header labels nothing.
QString labelledBy(const QString &header)
{
    static const QRegularExpression label(
        u"^(.*\\S)\\s*(?:-\\s*|\\s)(?:Type|Label|Kind|Typ|Art|Bezeichnung|Étiquette|Etiqueta|Tipo)$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = label.match(header.trimmed());
    return match.hasMatch() ? looseKey(match.captured(1)) : QString();
}

QString valueKey(const QString &header)
{
    static const QRegularExpression value(u"\\s*-\\s*(?:Value|Wert|Valeur|Valor)$"_s,
                                          QRegularExpression::CaseInsensitiveOption);
    return looseKey(QString(header.trimmed()).remove(value));
}

} // namespace

void attachLabels(ImportPlan &plan)
{
    for (qsizetype i = 0; i < plan.columns.size(); ++i) {
        const QString of = labelledBy(plan.columns[i]);
        const bool isTaken = std::any_of(plan.inputs.begin(), plan.inputs.end(),
                                         [i](const ImportInput &input) { return input.column == i; });
        if (of.isEmpty() || isTaken)
            continue;
        for (ImportInput &input : plan.inputs) {
            if (input.column < 0 || !isLabelled(input.target.role) || valueKey(input.columnName) != of)
                continue;
            input.labelColumn = int(i);
            plan.notImported.removeOne(plan.columns[i]);
        }
    }
}

QString numberedReach(const QString &header)
{
    static const QRegularExpression numbered(
        u"^(?:(phone|telephone|telefon)|(e-?mail)|(website|web))\\s*\\d+(?:\\s+address|\\s*-\\s*(?:Value|Wert|Valeur|Valor))?$"_s,
        QRegularExpression::CaseInsensitiveOption);
    const auto match = numbered.match(header.trimmed());
    if (!match.hasMatch())
        return {};
    return match.hasCaptured(1) ? u"phone"_s : match.hasCaptured(2) ? u"email"_s : u"website"_s;
}

void detectUnits(ImportPlan &plan, const std::vector<QStringList> &rows, const CellStyle &style)
{
    const EntityInfo &info = entityInfo(plan.kind);
    for (ImportInput &input : plan.inputs) {
        if (input.column < 0 || input.target.role != TargetRole::Field)
            continue;
        const FieldType type = info.field(input.target.field).type;
        if (type == FieldType::Duration)
            input.unit = durationUnitIn(input.columnName);
        if (type != FieldType::Percent)
            continue;
        QStringList samples;
        for (const QStringList &cells : rows) {
            if (const QString cell = cells[input.column].trimmed(); !cell.isEmpty())
                samples += cell;
        }
        input.percent =
            input.columnName.contains(u'%') ? PercentScale::Percent : percentScaleOf(samples, style.number);
    }
}

} // namespace headway::exchange
