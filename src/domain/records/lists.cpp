// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/lists.h"

#include "domain/records/record.h"

namespace headway {

std::span<const Field<Product>> Table<Product>::fields()
{
    static constexpr std::array table{
        field<&Product::name>("name", "Name", Kind::Text, Trait::Required),
        field<&Product::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Product::code>("code", "Code", Kind::Text),
        field<&Product::series>("series", "Series", Kind::Text),
        field<&Product::unit>("unit", "Unit", Kind::Text),
        field<&Product::price>("price", "List price", Kind::Money),
        field<&Product::currency>("currency", "Currency", Kind::Currency),
        field<&Product::active>("active", "Active", Kind::YesNo),
        field<&Product::description>("description", "Description", Kind::LongText, Trait::Long),
    };
    return table;
}

std::span<const Field<Tag>> Table<Tag>::fields()
{
    static constexpr std::array table{
        field<&Tag::name>("name", "Name", Kind::Text, Trait::Required),
        field<&Tag::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Tag::colour>("colour", "Colour", Kind::Text),
    };
    return table;
}

std::span<const Field<TagLink>> Table<TagLink>::fields()
{
    static constexpr std::array table{
        field<&TagLink::tag>("tag_id", "Tag", Kind::Reference, Trait::Required),
        field<&TagLink::recordKind>("record_kind", "Record kind", Kind::RecordKind, Trait::Required),
        field<&TagLink::recordId>("record_id", "Record", Kind::RecordId, Trait::Required),
    };
    return table;
}

std::span<const Field<Source>> Table<Source>::fields()
{
    static constexpr std::array table{
        field<&Source::name>("name", "Name", Kind::Text, Trait::Required),
        field<&Source::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Source::position>("position", "Position", Kind::Integer),
        field<&Source::active>("active", "Active", Kind::YesNo),
    };
    return table;
}

std::span<const Field<LostReason>> Table<LostReason>::fields()
{
    static constexpr std::array table{
        field<&LostReason::name>("name", "Name", Kind::Text, Trait::Required),
        field<&LostReason::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&LostReason::needsNote>("needs_note", "Needs a note", Kind::YesNo),
        field<&LostReason::position>("position", "Position", Kind::Integer),
        field<&LostReason::active>("active", "Active", Kind::YesNo),
    };
    return table;
}

std::span<const Field<CustomField>> Table<CustomField>::fields()
{
    static constexpr std::array table{
        field<&CustomField::recordKind>("record_kind", "Record kind", Kind::RecordKind, Trait::Required),
        field<&CustomField::name>("name", "Name", Kind::Text, Trait::Required),
        field<&CustomField::label>("label", "Label", Kind::Text, Trait::Required),
        field<&CustomField::kind>("kind", "Kind", Kind::Choice),
        field<&CustomField::choices>("choices", "Choices", Kind::LongText, Trait::Long),
        field<&CustomField::required>("required", "Required", Kind::YesNo),
        field<&CustomField::indexed>("indexed", "Indexed", Kind::YesNo),
        field<&CustomField::position>("position", "Position", Kind::Integer),
    };
    return table;
}

std::span<const Field<ExternalRef>> Table<ExternalRef>::fields()
{
    static constexpr std::array table{
        field<&ExternalRef::system>("system", "System", Kind::Text, Trait::Required),
        field<&ExternalRef::key>("external_key", "Key", Kind::Text, Trait::Required),
        field<&ExternalRef::recordKind>("record_kind", "Record kind", Kind::RecordKind, Trait::Required),
        field<&ExternalRef::recordId>("record_id", "Record", Kind::RecordId, Trait::Required),
    };
    return table;
}

} // namespace headway
