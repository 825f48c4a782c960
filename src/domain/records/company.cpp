// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/company.h"

namespace headway {

std::span<const Field<Company>> Table<Company>::fields()
{
    static constexpr std::array table{
        field<&Company::name>("name", "Name", FieldType::Text, Trait::Required | Trait::Searched),
        field<&Company::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Company::legalName>("legal_name", "Legal name", FieldType::Text, Trait::Searched),
        field<&Company::type>("type", "Type", FieldType::Choice),
        field<&Company::sector>("sector", "Sector", FieldType::Text),
        field<&Company::parent>("parent_id", "Parent company", FieldType::Reference, Trait::Listed),
        field<&Company::owner>("owner_id", "Owner", FieldType::Reference),
        field<&Company::website>("website", "Website", FieldType::Url, Trait::Searched),
        field<&Company::email>("email", "E-mail", FieldType::Email, Trait::Derived),
        field<&Company::phone>("phone", "Phone", FieldType::Phone, Trait::Derived),
        field<&Company::city>("city", "City", FieldType::Text, Trait::Derived),
        field<&Company::country>("country", "Country", FieldType::Text, Trait::Derived),
        field<&Company::employees>("employees", "Employees", FieldType::Integer),
        field<&Company::revenue>("revenue", "Annual revenue", FieldType::Money),
        field<&Company::currency>("currency", "Currency", FieldType::Currency),
        field<&Company::founded>("founded", "Founded", FieldType::Integer),
        field<&Company::registrationNumber>("registration_number", "Registration no.", FieldType::Text),
        field<&Company::source>("source_id", "Source", FieldType::Reference),
        field<&Company::description>("description", "Description", FieldType::LongText, Trait::Long),
        field<&Company::lastActivity>("last_activity", "Last activity", FieldType::Moment, Trait::Derived),
        field<&Company::nextActivity>("next_activity", "Next activity", FieldType::Moment, Trait::Derived),
        field<&Company::custom>("custom", "", FieldType::Json, Trait::Internal),
    };
    return table;
}

} // namespace headway
