// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/lists.h"

#include "domain/records/record.h"

namespace headway {

std::span<const Field<Product>> Table<Product>::fields()
{
    static constexpr std::array table{
        field<&Product::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&Product::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Product::code>("code", Label::tr("Code"), FieldType::Text),
        field<&Product::series>("series", Label::tr("Series"), FieldType::Text),
        field<&Product::unit>("unit", Label::tr("Unit"), FieldType::Text),
        field<&Product::price>("price", Label::tr("List price"), FieldType::Money),
        field<&Product::currency>("currency", Label::tr("Currency"), FieldType::Currency),
        field<&Product::active>("active", Label::tr("Active"), FieldType::YesNo),
        field<&Product::description>("description", Label::tr("Description"), FieldType::LongText,
                                     Trait::Long),
    };
    return table;
}

std::span<const Field<Tag>> Table<Tag>::fields()
{
    static constexpr std::array table{
        field<&Tag::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&Tag::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Tag::colour>("colour", Label::tr("Colour"), FieldType::Text),
    };
    return table;
}

std::span<const Field<TagLink>> Table<TagLink>::fields()
{
    static constexpr std::array table{
        field<&TagLink::tag>("tag_id", Label::tr("Tag"), FieldType::Reference, Trait::Required),
        field<&TagLink::recordKind>("record_kind", Label::tr("Record kind"), FieldType::RecordKind,
                                    Trait::Required),
        field<&TagLink::recordId>("record_id", Label::tr("Record"), FieldType::RecordId, Trait::Required),
    };
    return table;
}

std::span<const Field<Source>> Table<Source>::fields()
{
    static constexpr std::array table{
        field<&Source::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&Source::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Source::position>("position", Label::tr("Position"), FieldType::Integer),
        field<&Source::active>("active", Label::tr("Active"), FieldType::YesNo),
    };
    return table;
}

std::span<const Field<LostReason>> Table<LostReason>::fields()
{
    static constexpr std::array table{
        field<&LostReason::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&LostReason::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&LostReason::needsNote>("needs_note", Label::tr("Needs a note"), FieldType::YesNo),
        field<&LostReason::position>("position", Label::tr("Position"), FieldType::Integer),
        field<&LostReason::active>("active", Label::tr("Active"), FieldType::YesNo),
    };
    return table;
}

std::span<const Field<CustomField>> Table<CustomField>::fields()
{
    static constexpr std::array table{
        field<&CustomField::recordKind>("record_kind", Label::tr("Of"), FieldType::RecordKind,
                                        Trait::Required),
        field<&CustomField::name>("name", Label::tr("Key"), FieldType::Text, Trait::Required | Trait::System),
        field<&CustomField::label>("label", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&CustomField::kind>("kind", Label::tr("Type"), FieldType::Choice),
        field<&CustomField::choices>("choices", Label::tr("Choices"), FieldType::LongText, Trait::Long),
        field<&CustomField::required>("required", Label::tr("Must be filled"), FieldType::YesNo),
        field<&CustomField::indexed>("indexed", "", FieldType::YesNo, Trait::Internal | Trait::Exported),
        field<&CustomField::position>("position", Label::tr("Position"), FieldType::Integer),
    };
    return table;
}

std::span<const Field<ExternalRef>> Table<ExternalRef>::fields()
{
    static constexpr std::array table{
        field<&ExternalRef::system>("system", Label::tr("System"), FieldType::Text, Trait::Required),
        field<&ExternalRef::key>("external_key", Label::tr("Key"), FieldType::Text, Trait::Required),
        field<&ExternalRef::recordKind>("record_kind", Label::tr("Record kind"), FieldType::RecordKind,
                                        Trait::Required),
        field<&ExternalRef::recordId>("record_id", Label::tr("Record"), FieldType::RecordId, Trait::Required),
    };
    return table;
}

QStringList customChoices(const CustomField &field)
{
    QStringList choices;
    for (const QString &line : field.choices.split(u'\n')) {
        if (!line.trimmed().isEmpty())
            choices += line.trimmed();
    }
    return choices;
}

FieldType typeOf(CustomKind kind)
{
    switch (kind) {
    case CustomKind::Text: return FieldType::Text;
    case CustomKind::LongText: return FieldType::LongText;
    case CustomKind::Number: return FieldType::Integer;
    case CustomKind::Money: return FieldType::Money;
    case CustomKind::Day: return FieldType::Day;
    case CustomKind::YesNo: return FieldType::YesNo;
    case CustomKind::Choice: return FieldType::Choice;
    }
    return FieldType::Text;
}

} // namespace headway
