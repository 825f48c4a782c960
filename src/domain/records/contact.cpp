// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/contact.h"

#include "domain/records/record.h"

namespace headway {

std::span<const Field<Contact>> Table<Contact>::fields()
{
    static constexpr std::array table{
        field<&Contact::salutation>("salutation", "Salutation", FieldType::Text),
        field<&Contact::firstName>("first_name", "First name", FieldType::Text, Trait::Searched),
        field<&Contact::middleName>("middle_name", "Middle name", FieldType::Text, Trait::Searched),
        field<&Contact::lastName>("last_name", "Last name", FieldType::Text, Trait::Searched),
        field<&Contact::suffix>("suffix", "Suffix", FieldType::Text),
        field<&Contact::name>("name", "Name", FieldType::Text, Trait::Derived),
        field<&Contact::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Contact::jobTitle>("job_title", "Job title", FieldType::Text, Trait::Searched),
        field<&Contact::department>("department", "Department", FieldType::Text),
        field<&Contact::company>("company_id", "Company", FieldType::Reference, Trait::Listed),
        field<&Contact::email>("email", "E-mail", FieldType::Email, Trait::Derived),
        field<&Contact::phone>("phone", "Phone", FieldType::Phone, Trait::Derived),
        field<&Contact::city>("city", "City", FieldType::Text, Trait::Derived),
        field<&Contact::country>("country", "Country", FieldType::Text, Trait::Derived),
        field<&Contact::owner>("owner_id", "Owner", FieldType::Reference),
        field<&Contact::reportsTo>("reports_to_id", "Reports to", FieldType::Reference),
        field<&Contact::birthday>("birthday", "Birthday", FieldType::Day),
        field<&Contact::language>("language", "Language", FieldType::Text),
        field<&Contact::timeZone>("time_zone", "Time zone", FieldType::Text),
        field<&Contact::doNotCall>("do_not_call", "Do not call", FieldType::YesNo),
        field<&Contact::optedOut>("opted_out", "No e-mail", FieldType::YesNo),
        field<&Contact::source>("source_id", "Source", FieldType::Reference),
        field<&Contact::description>("description", "Description", FieldType::LongText, Trait::Long),
        field<&Contact::lastActivity>("last_activity", "Last activity", FieldType::Moment, Trait::Derived),
        field<&Contact::nextActivity>("next_activity", "Next activity", FieldType::Moment, Trait::Derived),
        field<&Contact::custom>("custom", "", FieldType::Json, Trait::Internal),
    };
    return table;
}

std::span<const Field<ContactPoint>> Table<ContactPoint>::fields()
{
    static constexpr std::array table{
        field<&ContactPoint::recordKind>("record_kind", "Record kind", FieldType::RecordKind,
                                         Trait::Required),
        field<&ContactPoint::recordId>("record_id", "Record", FieldType::RecordId, Trait::Required),
        field<&ContactPoint::by>("reach_by", "Kind", FieldType::Choice),
        field<&ContactPoint::place>("place", "Type", FieldType::Choice),
        field<&ContactPoint::value>("value", "Reached at", FieldType::Text, Trait::Required),
        field<&ContactPoint::valueKey>("value_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&ContactPoint::primary>("is_primary", "Primary", FieldType::YesNo),
        field<&ContactPoint::invalid>("is_invalid", "Invalid", FieldType::YesNo),
    };
    return table;
}

std::span<const Field<Address>> Table<Address>::fields()
{
    static constexpr std::array table{
        field<&Address::recordKind>("record_kind", "Record kind", FieldType::RecordKind, Trait::Required),
        field<&Address::recordId>("record_id", "Record", FieldType::RecordId, Trait::Required),
        field<&Address::place>("place", "Type", FieldType::Choice),
        field<&Address::street>("street", "Street", FieldType::Text),
        field<&Address::postalCode>("postal_code", "Postal code", FieldType::Text),
        field<&Address::city>("city", "City", FieldType::Text),
        field<&Address::region>("region", "Region", FieldType::Text),
        field<&Address::country>("country", "Country", FieldType::Text),
    };
    return table;
}

std::span<const Field<Affiliation>> Table<Affiliation>::fields()
{
    static constexpr std::array table{
        field<&Affiliation::contact>("contact_id", "Contact", FieldType::Reference, Trait::Required),
        field<&Affiliation::company>("company_id", "Company", FieldType::Reference, Trait::Required),
        field<&Affiliation::role>("role", "Role", FieldType::Text),
        field<&Affiliation::from>("from_day", "From", FieldType::Day),
        field<&Affiliation::until>("until_day", "Until", FieldType::Day),
        field<&Affiliation::left>("has_left", "Left", FieldType::YesNo),
    };
    return table;
}

} // namespace headway
