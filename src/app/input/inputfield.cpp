// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/inputfield.h"

#include "app/text/owntext.h"
#include "domain/changes/customvalues.h"
#include "domain/records/record.h"
#include "domain/text/moneytext.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

InputField::InputField(EntityKind kind, int field) : m_kind(kind), m_field(field)
{
}

InputField::InputField(const CustomField &custom)
    : m_kind(custom.recordKind), m_field(entityInfo(custom.recordKind).indexOf(u"custom")), m_custom(custom)
{
}

QString InputField::name() const
{
    return m_custom ? u"custom."_s + m_custom->name : QString(info().name);
}

QString InputField::label(const Display &display) const
{
    return m_custom ? m_custom->label : display.label(info());
}

FieldType InputField::meaning() const
{
    return m_custom ? typeOf(m_custom->kind) : info().type;
}

bool InputField::isRequired() const
{
    return m_custom ? m_custom->required : info().has(Trait::Required);
}

bool InputField::isEditable() const
{
    return m_custom || app::isEditable(m_kind, info());
}

Value InputField::valueIn(const Row &row) const
{
    const Value &cell = row[size_t(m_field)];
    return m_custom ? customValue(textOf(cell), *m_custom) : cell;
}

bool InputField::isEmptyIn(const Row &row) const
{
    const Value value = valueIn(row);
    const bool isNo = meaning() == FieldType::YesNo && integerOf(value) == 0;
    return isNo || isBlank(value);
}

QString InputField::textIn(const LoadedRecord &row, const InputRules &rules) const
{
    if (!m_custom)
        return rules.display.cell(row, m_field);
    return ownText(*m_custom, row.record.row, rules.display, rules.currency);
}

Result<Value> InputField::readCustom(const QString &text, const QString &currency,
                                     const InputRules &rules) const
{
    if (text.trimmed().isEmpty())
        return Value();
    const NumberStyle style = numberStyle(rules.display.locale());
    if (m_custom->kind == CustomKind::Number) {
        HEADWAY_TRY(number, parseNumber(text, style));
        if (number.value.scale == 0)
            return Value(number.value.mantissa);
        return Value(formatDecimal(number.value).toDouble());
    }
    if (m_custom->kind == CustomKind::Money) {
        HEADWAY_TRY(money, parseMoney(text, style, currency));
        if (money.currency != currency)
            return failure(ErrorCode::Invalid, Sentence::tr("%1 is in %2.").arg(m_custom->label, currency));
        return Value(money.minor);
    }
    return readValue(meaning(), text, rules);
}

Result<std::vector<FieldValue>> InputField::read(const Row &row, const QString &text,
                                                 const InputRules &rules) const
{
    if (!m_custom)
        return readInput(m_kind, row, m_field, text, rules);
    HEADWAY_TRY(value, readCustom(text, currencyOf(m_kind, row, rules), rules));
    return set(row, value);
}

std::vector<FieldValue> InputField::set(const Row &row, const Value &value) const
{
    if (!m_custom)
        return {{m_field, value}};
    return {{m_field, withCustomValue(textOf(row[size_t(m_field)]), *m_custom, value)}};
}

Result<> InputField::check(const Row &row, const std::vector<FieldValue> &values, QDate today) const
{
    HEADWAY_CHECK(checkInput(m_kind, row, values, today));
    if (!m_custom)
        return {};
    return checkCustom(*m_custom, customValue(textOf(values.front().value), *m_custom));
}

QString InputField::inputText(const Row &row, const InputRules &rules) const
{
    if (!m_custom)
        return app::inputText(m_kind, row, m_field, rules);
    const Value value = valueIn(row);
    if (m_custom->kind == CustomKind::Money && !isNull(value))
        return moneyInputText(integerOf(value), currencyOf(m_kind, row, rules), rules);
    if (std::holds_alternative<double>(value)) {
        QLocale plain = rules.display.locale();
        plain.setNumberOptions(QLocale::OmitGroupSeparator);
        return plain.toString(realOf(value), 'f', QLocale::FloatingPointShortest);
    }
    return valueInputText(meaning(), value, rules);
}

QString InputField::understood(const Row &row, const std::vector<FieldValue> &values,
                               const InputRules &rules) const
{
    if (!m_custom)
        return understoodAs(m_kind, row, values, rules);
    return understoodValue(meaning(), customValue(textOf(values.front().value), *m_custom),
                           currencyOf(m_kind, row, rules), rules);
}

std::optional<std::vector<Option>> InputField::options(const Row &row, const Lookups &lookups,
                                                       const Display &display) const
{
    if (!m_custom)
        return optionsFor(m_kind, row, m_field, lookups, display);
    if (m_custom->kind != CustomKind::Choice)
        return std::nullopt;
    std::vector<Option> options;
    if (!m_custom->required)
        options.push_back({});
    for (const QString &choice : customChoices(*m_custom))
        options.push_back({choice, choice});
    return options;
}

std::vector<InputField> customFieldsOf(EntityKind kind, const Lookups &lookups)
{
    std::vector<CustomField> custom;
    for (const CustomField &field : lookups.customFields) {
        if (field.recordKind == kind && entityInfo(kind).indexOf(u"custom") >= 0)
            custom.push_back(field);
    }
    std::stable_sort(custom.begin(), custom.end(),
                     [](const CustomField &a, const CustomField &b) { return a.position < b.position; });
    std::vector<InputField> fields;
    fields.reserve(custom.size());
    for (const CustomField &field : custom)
        fields.emplace_back(field);
    return fields;
}

} // namespace headway::app
