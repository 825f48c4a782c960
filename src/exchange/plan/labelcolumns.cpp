// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/labelcolumns.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

#include <QHash>
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
    static const QRegularExpression behind(u"^(.*\\S)\\s*(?:-\\s*|\\s)(\\S+)$"_s);
    const auto match = behind.match(header.trimmed());
    const bool isLabel = match.hasMatch() && Vocabulary::own().has(u"label_column", match.captured(2));
    return isLabel ? looseKey(match.captured(1)) : QString();
}

bool isValue(const QString &word)
{
    return Vocabulary::own().has(u"value_column", word);
}

QString valueKey(const QString &header)
{
    static const QRegularExpression behind(u"^(.*?)\\s*-\\s*(\\S+)$"_s);
    const auto match = behind.match(header.trimmed());
    return looseKey(match.hasMatch() && isValue(match.captured(2)) ? match.captured(1) : header);
}

// "Parent ID", "parentName", "Parent" → "parent": what stands beside "Parent Type".
QString whoseIn(const QString &column)
{
    const QString key = looseKey(column);
    for (const QLatin1StringView ending : {"id"_L1, "ids"_L1, "name"_L1}) {
        if (key.endsWith(ending) && key.size() > ending.size())
            return key.chopped(ending.size());
    }
    return key;
}

bool isOfAddress(TargetRole role)
{
    return role == TargetRole::Street || role == TargetRole::PostalCode || role == TargetRole::City
        || role == TargetRole::Region || role == TargetRole::Country;
}

// "Address 1 - Street" → "address1"; empty if it is no part of something.
QString wholeOf(const QString &header)
{
    const qsizetype at = header.lastIndexOf(u" - "_s);
    return at > 0 ? looseKey(header.left(at)) : QString();
}

void attachTo(ImportInput &input, qsizetype column, ImportPlan &plan)
{
    input.labelColumn = int(column);
    plan.notImported.removeOne(plan.columns[column]);
}

// Which kind of record a link means.
void attachKinds(ImportPlan &plan, const std::vector<bool> &isTaken)
{
    const QLatin1StringView ending("type");
    QHash<QString, qsizetype> types; // by whose they are
    for (qsizetype i = 0; i < plan.columns.size(); ++i) {
        const QString key = isTaken[size_t(i)] ? QString() : looseKey(plan.columns[i]);
        if (key.endsWith(ending) && !types.contains(key.chopped(ending.size())))
            types.insert(key.chopped(ending.size()), i);
    }
    for (ImportInput &input : plan.inputs) {
        if (input.column < 0 || input.target.name != anyRecordIdName())
            continue;
        if (const auto type = types.constFind(whoseIn(input.columnName)); type != types.cend())
            attachTo(input, *type, plan);
    }
}

} // namespace

void attachLabels(ImportPlan &plan)
{
    std::vector<bool> taken(size_t(plan.columns.size()));
    for (const ImportInput &input : plan.inputs) {
        if (input.column >= 0)
            taken[size_t(input.column)] = true;
    }
    attachKinds(plan, taken);
    for (qsizetype i = 0; i < plan.columns.size(); ++i) {
        const QString of = labelledBy(plan.columns[i]);
        if (of.isEmpty() || taken[size_t(i)])
            continue;
        bool isOfAny = false;
        for (ImportInput &input : plan.inputs) {
            const bool isOfPoint =
                isLabelled(input.target.role) || (plan.isLiteral && input.target.role == TargetRole::Website);
            const bool isWhose = (isOfPoint && valueKey(input.columnName) == of)
                || (isOfAddress(input.target.role) && wholeOf(input.columnName) == of);
            if (input.column < 0 || input.labelColumn >= 0 || !isWhose)
                continue;
            input.labelColumn = int(i);
            isOfAny = true;
        }
        if (isOfAny)
            plan.notImported.removeOne(plan.columns[i]);
    }
}

QString beforeNumber(const QString &header)
{
    static const QRegularExpression numbered(u"^(\\D*[^\\d\\s])\\s*\\d+(?:\\s+address|\\s*-\\s*(\\S+))?$"_s,
                                             QRegularExpression::CaseInsensitiveOption);
    const auto match = numbered.match(header.trimmed());
    const bool isOther = match.hasCaptured(2) && !isValue(match.captured(2));
    return match.hasMatch() && !isOther ? match.captured(1) : QString();
}

void detectUnits(ImportPlan &plan, const std::vector<QStringList> &rows, const CellStyle &style)
{
    const EntityInfo &info = entityInfo(plan.kind);
    for (ImportInput &input : plan.inputs) {
        if (input.column < 0 || input.target.role != TargetRole::Field)
            continue;
        const FieldType type = info.field(input.target.field).type;
        if (const auto unit = type == FieldType::Duration ? durationUnitIn(input.columnName) : std::nullopt)
            input.unit = unit;
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
