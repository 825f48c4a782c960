// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/company.h"

namespace headway {

std::span<const Field<Company>> Table<Company>::fields()
{
    static constexpr std::array table{
        field<&Company::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required | Trait::Searched),
        field<&Company::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Company::legalName>("legal_name", Label::tr("Legal name"), FieldType::Text, Trait::Searched),
        field<&Company::type>("type", Label::tr("Type"), FieldType::Choice),
        field<&Company::sector>("sector", Label::tr("Sector"), FieldType::Text, Trait::SearchedBeside),
        field<&Company::parent>("parent_id", Label::tr("Parent company"), FieldType::Reference,
                                Trait::Listed),
        field<&Company::owner>("owner_id", Label::tr("Owner"), FieldType::Reference),
        field<&Company::website>("website", Label::tr("Website"), FieldType::Url, Trait::Searched),
        field<&Company::email>("email", Label::tr("E-mail"), FieldType::Email, Trait::Derived),
        field<&Company::phone>("phone", Label::tr("Phone"), FieldType::Phone, Trait::Derived),
        field<&Company::city>("city", Label::tr("City"), FieldType::Text,
                              Trait::Derived | Trait::SearchedBeside),
        field<&Company::country>("country", Label::tr("Country"), FieldType::Text,
                                 Trait::Derived | Trait::SearchedBeside),
        field<&Company::employees>("employees", Label::tr("Employees"), FieldType::Integer),
        field<&Company::revenue>("revenue", Label::tr("Annual revenue"), FieldType::Money),
        field<&Company::currency>("currency", Label::tr("Currency"), FieldType::Currency),
        field<&Company::founded>("founded", Label::tr("Founded"), FieldType::Integer),
        field<&Company::registrationNumber>("registration_number", Label::tr("Registration no."),
                                            FieldType::Text, Trait::SearchedBeside),
        field<&Company::source>("source_id", Label::tr("Source"), FieldType::Reference),
        field<&Company::description>("description", Label::tr("Description"), FieldType::LongText,
                                     Trait::Long),
        field<&Company::lastActivity>("last_activity", Label::tr("Last activity"), FieldType::Moment,
                                      Trait::Derived),
        field<&Company::nextActivity>("next_activity", Label::tr("Next step"), FieldType::Moment,
                                      Trait::Derived),
        field<&Company::lastDay>("last_day", "", FieldType::Day, Trait::Derived | Trait::Internal),
        field<&Company::nextDay>("next_day", "", FieldType::Day, Trait::Derived | Trait::Internal),
        field<&Company::cardRest>("vcard_rest", Label::tr("Rest of the vCard"), FieldType::LongText,
                                  Trait::Long | Trait::Internal | Trait::Exported),
        field<&Company::custom>("custom", "", FieldType::Json, Trait::Internal | Trait::SearchedBeside),
    };
    return table;
}

} // namespace headway
