// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/company.h"

namespace headway {

std::span<const Field<Company>> Table<Company>::fields()
{
    static constexpr std::array table{
        field<&Company::name>("name", "Name", Kind::Text, Trait::Required | Trait::Searched),
        field<&Company::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Company::legalName>("legal_name", "Legal name", Kind::Text, Trait::Searched),
        field<&Company::type>("type", "Type", Kind::Choice),
        field<&Company::sector>("sector", "Sector", Kind::Text),
        field<&Company::parent>("parent_id", "Parent company", Kind::Reference, Trait::Listed),
        field<&Company::owner>("owner_id", "Owner", Kind::Reference),
        field<&Company::website>("website", "Website", Kind::Url, Trait::Searched),
        field<&Company::email>("email", "E-mail", Kind::Email, Trait::Derived),
        field<&Company::phone>("phone", "Phone", Kind::Phone, Trait::Derived),
        field<&Company::city>("city", "City", Kind::Text, Trait::Derived),
        field<&Company::country>("country", "Country", Kind::Text, Trait::Derived),
        field<&Company::employees>("employees", "Employees", Kind::Integer),
        field<&Company::revenue>("revenue", "Annual revenue", Kind::Money),
        field<&Company::currency>("currency", "Currency", Kind::Currency),
        field<&Company::founded>("founded", "Founded", Kind::Integer),
        field<&Company::registrationNumber>("registration_number", "Registration no.", Kind::Text),
        field<&Company::source>("source_id", "Source", Kind::Reference),
        field<&Company::description>("description", "Description", Kind::LongText, Trait::Long),
        field<&Company::lastActivity>("last_activity", "Last activity", Kind::Moment, Trait::Derived),
        field<&Company::nextActivity>("next_activity", "Next activity", Kind::Moment, Trait::Derived),
        field<&Company::custom>("custom", "", Kind::Json, Trait::Internal),
    };
    return table;
}

} // namespace headway
