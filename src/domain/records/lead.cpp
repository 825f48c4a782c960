// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/lead.h"

namespace headway {

std::span<const Field<Lead>> Table<Lead>::fields()
{
    static constexpr std::array table{
        field<&Lead::salutation>("salutation", "Salutation", FieldType::Text),
        field<&Lead::firstName>("first_name", "First name", FieldType::Text, Trait::Searched),
        field<&Lead::lastName>("last_name", "Last name", FieldType::Text, Trait::Searched),
        field<&Lead::name>("name", "Name", FieldType::Text, Trait::Derived),
        field<&Lead::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Lead::jobTitle>("job_title", "Job title", FieldType::Text, Trait::Searched),
        field<&Lead::organisation>("organisation", "Organisation", FieldType::Text, Trait::Searched),
        field<&Lead::status>("status", "Status", FieldType::Choice),
        field<&Lead::rating>("rating", "Rating", FieldType::Choice),
        field<&Lead::email>("email", "E-mail", FieldType::Email, Trait::Derived),
        field<&Lead::phone>("phone", "Phone", FieldType::Phone, Trait::Derived),
        field<&Lead::city>("city", "City", FieldType::Text, Trait::Derived),
        field<&Lead::country>("country", "Country", FieldType::Text, Trait::Derived),
        field<&Lead::website>("website", "Website", FieldType::Url, Trait::Searched),
        field<&Lead::sector>("sector", "Sector", FieldType::Text),
        field<&Lead::employees>("employees", "Employees", FieldType::Integer),
        field<&Lead::estimatedValue>("estimated_value", "Estimated value", FieldType::Money),
        field<&Lead::currency>("currency", "Currency", FieldType::Currency),
        field<&Lead::owner>("owner_id", "Owner", FieldType::Reference),
        field<&Lead::source>("source_id", "Source", FieldType::Reference),
        field<&Lead::sourceDetail>("source_detail", "Source detail", FieldType::Text),
        field<&Lead::disqualifyReason>("disqualify_reason_id", "Disqualified because", FieldType::Reference),
        field<&Lead::recycleOn>("recycle_on", "Wake up on", FieldType::Day),
        field<&Lead::nextStep>("next_step", "Next step", FieldType::Text),
        field<&Lead::nextStepOn>("next_step_on", "Next step on", FieldType::Day),
        field<&Lead::doNotCall>("do_not_call", "Do not call", FieldType::YesNo),
        field<&Lead::optedOut>("opted_out", "No e-mail", FieldType::YesNo),
        field<&Lead::description>("description", "Description", FieldType::LongText, Trait::Long),
        field<&Lead::convertedAt>("converted_at", "Converted", FieldType::Moment, Trait::System),
        field<&Lead::convertedContact>("converted_contact_id", "Converted to contact", FieldType::Reference,
                                       Trait::System),
        field<&Lead::convertedCompany>("converted_company_id", "Converted to company", FieldType::Reference,
                                       Trait::System),
        field<&Lead::convertedDeal>("converted_deal_id", "Converted to deal", FieldType::Reference,
                                    Trait::System),
        field<&Lead::lastActivity>("last_activity", "Last activity", FieldType::Moment, Trait::Derived),
        field<&Lead::nextActivity>("next_activity", "Next activity", FieldType::Moment, Trait::Derived),
        field<&Lead::custom>("custom", "", FieldType::Json, Trait::Internal),
    };
    return table;
}

} // namespace headway
