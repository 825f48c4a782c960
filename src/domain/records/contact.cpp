// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/contact.h"

#include "domain/records/record.h"

namespace headway {

std::span<const Field<Contact>> Table<Contact>::fields()
{
    static constexpr std::array table{
        field<&Contact::salutation>("salutation", Label::tr("Salutation"), FieldType::Text),
        field<&Contact::firstName>("first_name", Label::tr("First name"), FieldType::Text, Trait::Searched),
        field<&Contact::middleName>("middle_name", Label::tr("Middle name"), FieldType::Text,
                                    Trait::Searched),
        field<&Contact::lastName>("last_name", Label::tr("Last name"), FieldType::Text, Trait::Searched),
        field<&Contact::suffix>("suffix", Label::tr("Suffix"), FieldType::Text),
        field<&Contact::name>("name", Label::tr("Name"), FieldType::Text, Trait::Derived),
        field<&Contact::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Contact::jobTitle>("job_title", Label::tr("Job title"), FieldType::Text, Trait::Searched),
        field<&Contact::department>("department", Label::tr("Department"), FieldType::Text,
                                    Trait::SearchedBeside),
        field<&Contact::company>("company_id", Label::tr("Company"), FieldType::Reference,
                                 Trait::Listed | Trait::SearchedBeside),
        field<&Contact::email>("email", Label::tr("E-mail"), FieldType::Email, Trait::Derived),
        field<&Contact::phone>("phone", Label::tr("Phone"), FieldType::Phone, Trait::Derived),
        field<&Contact::city>("city", Label::tr("City"), FieldType::Text,
                              Trait::Derived | Trait::SearchedBeside),
        field<&Contact::country>("country", Label::tr("Country"), FieldType::Text,
                                 Trait::Derived | Trait::SearchedBeside),
        field<&Contact::owner>("owner_id", Label::tr("Owner"), FieldType::Reference),
        field<&Contact::reportsTo>("reports_to_id", Label::tr("Reports to"), FieldType::Reference),
        field<&Contact::birthday>("birthday", Label::tr("Birthday"), FieldType::Day,
                                  Trait::Past | Trait::Birthday),
        field<&Contact::language>("language", Label::tr("Language"), FieldType::Text),
        field<&Contact::timeZone>("time_zone", Label::tr("Time zone"), FieldType::Text),
        field<&Contact::doNotCall>("do_not_call", Label::tr("Do not call"), FieldType::YesNo),
        field<&Contact::optedOut>("opted_out", Label::tr("No e-mail"), FieldType::YesNo),
        field<&Contact::source>("source_id", Label::tr("Source"), FieldType::Reference),
        field<&Contact::description>("description", Label::tr("Description"), FieldType::LongText,
                                     Trait::Long),
        field<&Contact::lastActivity>("last_activity", Label::tr("Last activity"), FieldType::Moment,
                                      Trait::Derived),
        field<&Contact::nextActivity>("next_activity", Label::tr("Next step"), FieldType::Moment,
                                      Trait::Derived),
        field<&Contact::lastDay>("last_day", "", FieldType::Day, Trait::Derived | Trait::Internal),
        field<&Contact::nextDay>("next_day", "", FieldType::Day, Trait::Derived | Trait::Internal),
        field<&Contact::cardRest>("vcard_rest", Label::tr("Rest of the vCard"), FieldType::LongText,
                                  Trait::Long | Trait::Internal | Trait::Exported),
        field<&Contact::custom>("custom", "", FieldType::Json, Trait::Internal | Trait::SearchedBeside),
    };
    return table;
}

std::span<const Field<ContactPoint>> Table<ContactPoint>::fields()
{
    static constexpr std::array table{
        field<&ContactPoint::recordKind>("record_kind", Label::tr("Record kind"), FieldType::RecordKind,
                                         Trait::Required),
        field<&ContactPoint::recordId>("record_id", Label::tr("Record"), FieldType::RecordId,
                                       Trait::Required),
        field<&ContactPoint::by>("reach_by", Label::tr("Kind"), FieldType::Choice),
        field<&ContactPoint::place>("place", Label::tr("Type"), FieldType::Choice),
        field<&ContactPoint::value>("value", Label::tr("Reached at"), FieldType::Text, Trait::Required),
        field<&ContactPoint::valueKey>("value_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&ContactPoint::primary>("is_primary", Label::tr("Primary"), FieldType::YesNo),
        field<&ContactPoint::invalid>("is_invalid", Label::tr("Invalid"), FieldType::YesNo),
    };
    return table;
}

std::span<const Field<Address>> Table<Address>::fields()
{
    static constexpr std::array table{
        field<&Address::recordKind>("record_kind", Label::tr("Record kind"), FieldType::RecordKind,
                                    Trait::Required),
        field<&Address::recordId>("record_id", Label::tr("Record"), FieldType::RecordId, Trait::Required),
        field<&Address::place>("place", Label::tr("Type"), FieldType::Choice),
        field<&Address::street>("street", Label::tr("Street"), FieldType::Text),
        field<&Address::postalCode>("postal_code", Label::tr("Postal code"), FieldType::Text),
        field<&Address::city>("city", Label::tr("City"), FieldType::Text),
        field<&Address::region>("region", Label::tr("Region"), FieldType::Text),
        field<&Address::country>("country", Label::tr("Country"), FieldType::Text),
    };
    return table;
}

std::span<const Field<Affiliation>> Table<Affiliation>::fields()
{
    static constexpr std::array table{
        field<&Affiliation::contact>("contact_id", Label::tr("Contact"), FieldType::Reference,
                                     Trait::Required),
        field<&Affiliation::company>("company_id", Label::tr("Company"), FieldType::Reference,
                                     Trait::Required),
        field<&Affiliation::role>("role", Label::tr("Role"), FieldType::Text),
        field<&Affiliation::from>("from_day", Label::tr("From"), FieldType::Day),
        field<&Affiliation::until>("until_day", Label::tr("Until"), FieldType::Day),
        field<&Affiliation::left>("has_left", Label::tr("Left"), FieldType::YesNo),
    };
    return table;
}

} // namespace headway
