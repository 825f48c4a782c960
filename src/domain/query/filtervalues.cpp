// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filtervalues.h"

#include "domain/query/filtermoney.h"
#include "domain/query/filtersubjects.h"
#include "domain/records/record.h"
#include "domain/text/choicetext.h"
#include "domain/text/daterange.h"
#include "domain/text/datetext.h"
#include "domain/text/nearest.h"
#include "domain/text/numbertext.h"
#include "domain/text/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// More than anybody types, and no more than the engines take in one statement.
constexpr qsizetype mostValues = 150; // of one condition
constexpr qsizetype mostForeignIds = 20;

// Resolves a span of days under a comparison: "<2026-12" is before the month's first day, ">2026-12" after
// its last.
Result<> readDays(Condition &condition, const Calendar &calendar)
{
    if (condition.values.size() > 1)
        return failure(ErrorCode::Invalid, Sentence::tr("Only one date or span can stand here."));
    const QString text = condition.values.front();
    HEADWAY_TRY(range, parseDayRange(text, calendar));
    switch (condition.comparison) {
    case Comparison::Less:
    case Comparison::GreaterOrEqual: condition.values = {formatDay(range.first)}; break;
    case Comparison::Greater:
    case Comparison::LessOrEqual: condition.values = {formatDay(range.last)}; break;
    default:
        condition.comparison = Comparison::Between;
        condition.values = {formatDay(range.first), formatDay(range.last)};
    }
    return {};
}

enum class Decimals { None, Some };

Result<QString> readNumber(const QString &text, Decimals decimals)
{
    auto number = parseNumber(text, NumberStyle{u'.', u','});
    if (!number)
        return failure(number.error());
    const QString plain = formatDecimal(number->value);
    if (decimals == Decimals::None && plain.contains(u'.'))
        return failure(ErrorCode::Invalid, Sentence::tr("“%1” is not a whole number.").arg(text));
    return plain;
}

Result<> readNumbers(Condition &condition, FieldType type)
{
    const bool mayHaveDecimals = type == FieldType::Money || condition.subject == Subject::Custom;
    const Decimals decimals = mayHaveDecimals ? Decimals::Some : Decimals::None;
    if (condition.comparison != Comparison::Equals && condition.values.size() > 1)
        return failure(ErrorCode::Invalid, Sentence::tr("Only one value can stand behind the sign."));
    if (const qsizetype dots = condition.values.front().indexOf(".."_L1); dots >= 0) {
        const QString range = condition.values.front();
        if (condition.comparison != Comparison::Equals)
            return failure(ErrorCode::Invalid, Sentence::tr("A span needs no sign."));
        if (condition.values.size() > 1)
            return failure(ErrorCode::Invalid, Sentence::tr("Only one span can stand here."));
        if (isSpanOpen(range))
            return failure(ErrorCode::Invalid, spanIsOpen());
        condition.comparison = Comparison::Between;
        condition.values = {range.left(dots), range.mid(dots + 2)};
    }
    for (QString &value : condition.values) {
        HEADWAY_TRY(number, readNumber(value, decimals));
        value = number;
    }
    return {};
}

// Whether these are ids of other systems, since not all of them are numbers.
bool areForeignIds(const Condition &condition)
{
    if (condition.subject != Subject::Id || condition.comparison != Comparison::Equals
        || condition.values.front().contains(".."_L1))
        return false;
    return std::any_of(condition.values.begin(), condition.values.end(),
                       [](const QString &value) { return !readNumber(value, Decimals::None); });
}

Result<> readChoices(Condition &condition, const FieldInfo &field)
{
    for (QString &value : condition.values) {
        const Choice *found = choiceCalled(field.choices, value);
        if (!found)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is never “%2”.%3")
                               .arg(QString::fromLatin1(field.label), value,
                                    oneOfThese(value, labelsOf(field.choices))));
        value = QString::fromLatin1(found->code);
    }
    return {};
}

// As they are written in the field's definition: records hold them so.
Result<> readChoices(Condition &condition, const CustomField &field)
{
    const QStringList choices = customChoices(field);
    for (QString &value : condition.values) {
        const QString typed = fold(value);
        const auto found = std::find_if(choices.begin(), choices.end(),
                                        [&typed](const QString &choice) { return fold(choice) == typed; });
        if (found == choices.end())
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is never “%2”.%3")
                               .arg(field.label.isEmpty() ? field.name : field.label, value,
                                    oneOfThese(value, choices)));
        value = *found;
    }
    return {};
}

Result<> readYesNo(Condition &condition)
{
    for (QString &value : condition.values) {
        const QString folded = fold(value);
        if (folded == "yes"_L1 || folded == "1"_L1 || folded == "true"_L1)
            value = u"1"_s;
        else if (folded == "no"_L1 || folded == "0"_L1 || folded == "false"_L1)
            value = u"0"_s;
        else
            return failure(ErrorCode::Invalid, Sentence::tr("“%1” is neither yes nor no.").arg(value));
    }
    return {};
}

// As they are called, or as their tables are: "deals", "deal".
Result<> readKinds(Condition &condition)
{
    for (QString &value : condition.values) {
        const auto kind = kindCalled(value);
        if (!kind)
            return failure(ErrorCode::Invalid, noSuchKind(value));
        value = tableName(*kind);
    }
    return {};
}

} // namespace

Result<> readValues(EntityKind kind, Condition &condition, const FilterToken &token, const Calendar &calendar,
                    const std::vector<CustomField> &custom)
{
    condition.values = token.values;
    if (condition.values.size() > mostValues)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("At most %1 values fit into a condition.").arg(mostValues));
    if (condition.values.isEmpty()) {
        condition.comparison = Comparison::IsEmpty;
        return {};
    }
    QString &first = condition.values.front();
    if (const ComparisonSign sign = signAt(first); !token.literal && !sign.text.isEmpty()) {
        condition.comparison = sign.comparison;
        first = first.mid(sign.text.size()).trimmed();
    }
    if (first.isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("A value is missing behind the sign."));
    if (areForeignIds(condition)) {
        condition.subject = Subject::ExternalId;
        if (condition.values.size() > mostForeignIds)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("At most %1 values fit into a condition.").arg(mostForeignIds));
    }
    const FieldType type = typeOf(kind, condition);
    switch (type) {
    case FieldType::Day:
    case FieldType::Moment: return readDays(condition, calendar);
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Duration:
    case FieldType::Money: return readNumbers(condition, type);
    case FieldType::Choice:
        if (const CustomField *field = customFieldOf(kind, condition, custom))
            return readChoices(condition, *field);
        return readChoices(condition, entityInfo(kind).field(condition.field));
    case FieldType::YesNo: return readYesNo(condition);
    default: break;
    }
    if (condition.comparison != Comparison::Equals)
        return failure(ErrorCode::Invalid, Sentence::tr("Only numbers and dates can be compared."));
    if (type == FieldType::RecordKind)
        return readKinds(condition);
    if (type == FieldType::Currency) {
        HEADWAY_TRY(codes, currenciesNamed(condition.values));
        condition.values = codes;
    }
    return {};
}

QString valuesText(EntityKind kind, const Condition &condition)
{
    const FieldType type = typeOf(kind, condition);
    const bool isDay = type == FieldType::Day || type == FieldType::Moment;
    if (condition.comparison == Comparison::IsEmpty)
        return {};
    if (condition.comparison == Comparison::Between)
        return isDay && condition.values[0] == condition.values[1]
            ? condition.values[0]
            : condition.values[0] + u".."_s + condition.values[1];
    const bool isNumber = type == FieldType::Integer || type == FieldType::Percent
        || type == FieldType::Duration || type == FieldType::Money;
    QStringList quoted;
    for (const QString &value : condition.values)
        quoted += isNumber ? value : filterValue(value);
    return signOf(condition.comparison) + quoted.join(u',');
}

} // namespace headway
