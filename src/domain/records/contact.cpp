// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/contact.h"

#include "domain/records/record.h"

namespace headway {

std::span<const Field<Contact>> Table<Contact>::fields()
{
    static constexpr std::array table{
        field<&Contact::salutation>("salutation", "Salutation", Kind::Text),
        field<&Contact::firstName>("first_name", "First name", Kind::Text, Trait::Searched),
        field<&Contact::middleName>("middle_name", "Middle name", Kind::Text, Trait::Searched),
        field<&Contact::lastName>("last_name", "Last name", Kind::Text, Trait::Searched),
        field<&Contact::suffix>("suffix", "Suffix", Kind::Text),
        field<&Contact::name>("name", "Name", Kind::Text, Trait::Derived),
        field<&Contact::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Contact::jobTitle>("job_title", "Job title", Kind::Text, Trait::Searched),
        field<&Contact::department>("department", "Department", Kind::Text),
        field<&Contact::company>("company_id", "Company", Kind::Reference, Trait::Listed),
        field<&Contact::email>("email", "E-mail", Kind::Email, Trait::Derived),
        field<&Contact::phone>("phone", "Phone", Kind::Phone, Trait::Derived),
        field<&Contact::city>("city", "City", Kind::Text, Trait::Derived),
        field<&Contact::country>("country", "Country", Kind::Text, Trait::Derived),
        field<&Contact::owner>("owner_id", "Owner", Kind::Reference),
        field<&Contact::reportsTo>("reports_to_id", "Reports to", Kind::Reference),
        field<&Contact::birthday>("birthday", "Birthday", Kind::Day),
        field<&Contact::language>("language", "Language", Kind::Text),
        field<&Contact::timeZone>("time_zone", "Time zone", Kind::Text),
        field<&Contact::doNotCall>("do_not_call", "Do not call", Kind::YesNo),
        field<&Contact::optedOut>("opted_out", "No e-mail", Kind::YesNo),
        field<&Contact::source>("source_id", "Source", Kind::Reference),
        field<&Contact::description>("description", "Description", Kind::LongText, Trait::Long),
        field<&Contact::lastActivity>("last_activity", "Last activity", Kind::Moment, Trait::Derived),
        field<&Contact::nextActivity>("next_activity", "Next activity", Kind::Moment, Trait::Derived),
        field<&Contact::custom>("custom", "", Kind::Json, Trait::Internal),
    };
    return table;
}

std::span<const Field<ContactPoint>> Table<ContactPoint>::fields()
{
    static constexpr std::array table{
        field<&ContactPoint::recordKind>("record_kind", "Record kind", Kind::RecordKind, Trait::Required),
        field<&ContactPoint::recordId>("record_id", "Record", Kind::RecordId, Trait::Required),
        field<&ContactPoint::by>("reach_by", "Kind", Kind::Choice),
        field<&ContactPoint::place>("place", "Type", Kind::Choice),
        field<&ContactPoint::value>("value", "Reached at", Kind::Text, Trait::Required),
        field<&ContactPoint::valueKey>("value_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&ContactPoint::primary>("is_primary", "Primary", Kind::YesNo),
        field<&ContactPoint::invalid>("is_invalid", "Invalid", Kind::YesNo),
    };
    return table;
}

std::span<const Field<Address>> Table<Address>::fields()
{
    static constexpr std::array table{
        field<&Address::recordKind>("record_kind", "Record kind", Kind::RecordKind, Trait::Required),
        field<&Address::recordId>("record_id", "Record", Kind::RecordId, Trait::Required),
        field<&Address::place>("place", "Type", Kind::Choice),
        field<&Address::street>("street", "Street", Kind::Text),
        field<&Address::postalCode>("postal_code", "Postal code", Kind::Text),
        field<&Address::city>("city", "City", Kind::Text),
        field<&Address::region>("region", "Region", Kind::Text),
        field<&Address::country>("country", "Country", Kind::Text),
    };
    return table;
}

std::span<const Field<Affiliation>> Table<Affiliation>::fields()
{
    static constexpr std::array table{
        field<&Affiliation::contact>("contact_id", "Contact", Kind::Reference, Trait::Required),
        field<&Affiliation::company>("company_id", "Company", Kind::Reference, Trait::Required),
        field<&Affiliation::role>("role", "Role", Kind::Text),
        field<&Affiliation::from>("from_day", "From", Kind::Day),
        field<&Affiliation::until>("until_day", "Until", Kind::Day),
        field<&Affiliation::left>("has_left", "Left", Kind::YesNo),
    };
    return table;
}

} // namespace headway
