// SPDX-License-Identifier: GPL-3.0-or-later
// A field as forms and editors see it: one of its kind's table, or a custom field, whose value is in the
// record's `custom` JSON. Both are read from a row, shown, typed, and set by values of the row's fields. A
// value; any thread. Fails with Invalid and a sentence for the user.
#pragma once

#include "app/input/inputtext.h"
#include "app/input/options.h"
#include "domain/records/lists.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/lookups.h"
#include "domain/records/record.h"

namespace headway::app {

class InputField
{
public:
    InputField(EntityKind kind, int field);
    explicit InputField(const CustomField &custom);

    EntityKind kind() const { return m_kind; }
    int field() const { return m_field; } // its index in the row; for custom ones that of `custom`
    const FieldInfo &info() const { return entityInfo(m_kind).field(m_field); }
    bool isCustom() const { return m_custom.has_value(); }
    const std::optional<CustomField> &custom() const { return m_custom; }
    // Its unique name among the fields of its kind: "amount", "custom.size".
    QString name() const;
    QString label(const Display &display) const;
    FieldType meaning() const; // money, a day …
    bool isRequired() const;
    bool isEditable() const;

    Value valueIn(const Row &row) const;
    bool isEmptyIn(const Row &row) const;
    QString textIn(const LoadedRecord &row, const InputRules &rules) const; // formatted for display

    // The values that `text` means; see readInput().
    Result<std::vector<FieldValue>> read(const Row &row, const QString &text, const InputRules &rules) const;
    // The values that set the field to `value`, as chosen from a list.
    std::vector<FieldValue> set(const Row &row, const Value &value) const;
    // The first rule broken by `values` that concerns this field.
    Result<> check(const Row &row, const std::vector<FieldValue> &values, QDate today) const;
    QString inputText(const Row &row, const InputRules &rules) const;
    // How read() understood the input, if that is not obvious; see understoodAs().
    QString understood(const Row &row, const std::vector<FieldValue> &values, const InputRules &rules) const;
    // None if it is not chosen from a list.
    std::optional<std::vector<Option>> options(const Row &row, const Lookups &lookups,
                                               const Display &display) const;

    bool operator==(const InputField &) const = default;

private:
    Result<Value> readCustom(const QString &text, const QString &currency, const InputRules &rules) const;

    EntityKind m_kind;
    int m_field;
    std::optional<CustomField> m_custom;
};

// The custom fields of a kind in the order of their definitions; none if the kind cannot have them.
std::vector<InputField> customFieldsOf(EntityKind kind, const Lookups &lookups);

} // namespace headway::app
