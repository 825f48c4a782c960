// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/lead.h"

namespace headway {

std::span<const Field<Lead>> Table<Lead>::fields()
{
    static constexpr std::array table{
        field<&Lead::salutation>("salutation", "Salutation", Kind::Text),
        field<&Lead::firstName>("first_name", "First name", Kind::Text, Trait::Searched),
        field<&Lead::lastName>("last_name", "Last name", Kind::Text, Trait::Searched),
        field<&Lead::name>("name", "Name", Kind::Text, Trait::Derived),
        field<&Lead::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Lead::jobTitle>("job_title", "Job title", Kind::Text, Trait::Searched),
        field<&Lead::organisation>("organisation", "Organisation", Kind::Text, Trait::Searched),
        field<&Lead::status>("status", "Status", Kind::Choice),
        field<&Lead::rating>("rating", "Rating", Kind::Choice),
        field<&Lead::email>("email", "E-mail", Kind::Email, Trait::Derived),
        field<&Lead::phone>("phone", "Phone", Kind::Phone, Trait::Derived),
        field<&Lead::city>("city", "City", Kind::Text, Trait::Derived),
        field<&Lead::country>("country", "Country", Kind::Text, Trait::Derived),
        field<&Lead::website>("website", "Website", Kind::Url, Trait::Searched),
        field<&Lead::sector>("sector", "Sector", Kind::Text),
        field<&Lead::employees>("employees", "Employees", Kind::Integer),
        field<&Lead::estimatedValue>("estimated_value", "Estimated value", Kind::Money),
        field<&Lead::currency>("currency", "Currency", Kind::Currency),
        field<&Lead::owner>("owner_id", "Owner", Kind::Reference),
        field<&Lead::source>("source_id", "Source", Kind::Reference),
        field<&Lead::sourceDetail>("source_detail", "Source detail", Kind::Text),
        field<&Lead::disqualifyReason>("disqualify_reason_id", "Disqualified because", Kind::Reference),
        field<&Lead::recycleOn>("recycle_on", "Wake up on", Kind::Day),
        field<&Lead::nextStep>("next_step", "Next step", Kind::Text),
        field<&Lead::nextStepOn>("next_step_on", "Next step on", Kind::Day),
        field<&Lead::doNotCall>("do_not_call", "Do not call", Kind::YesNo),
        field<&Lead::optedOut>("opted_out", "No e-mail", Kind::YesNo),
        field<&Lead::description>("description", "Description", Kind::LongText, Trait::Long),
        field<&Lead::convertedAt>("converted_at", "Converted", Kind::Moment, Trait::System),
        field<&Lead::convertedContact>("converted_contact_id", "Converted to contact", Kind::Reference,
                                       Trait::System),
        field<&Lead::convertedCompany>("converted_company_id", "Converted to company", Kind::Reference,
                                       Trait::System),
        field<&Lead::convertedDeal>("converted_deal_id", "Converted to deal", Kind::Reference, Trait::System),
        field<&Lead::lastActivity>("last_activity", "Last activity", Kind::Moment, Trait::Derived),
        field<&Lead::nextActivity>("next_activity", "Next activity", Kind::Moment, Trait::Derived),
        field<&Lead::custom>("custom", "", Kind::Json, Trait::Internal),
    };
    return table;
}

} // namespace headway
