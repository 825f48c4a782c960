// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/lead.h"

namespace headway {

std::span<const Field<LeadStatus>> Table<LeadStatus>::fields()
{
    static constexpr std::array table{
        field<&LeadStatus::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&LeadStatus::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&LeadStatus::position>("position", Label::tr("Position"), FieldType::Integer),
        field<&LeadStatus::type>("type", Label::tr("Type"), FieldType::Choice),
        field<&LeadStatus::plannedStep>("planned_step", Label::tr("Plans on entry"), FieldType::Text),
        field<&LeadStatus::plannedKind>("planned_kind", Label::tr("Planned as"), FieldType::Choice),
        field<&LeadStatus::plannedDays>("planned_days", Label::tr("Planned for (days later)"),
                                        FieldType::Integer),
        field<&LeadStatus::rotDays>("rot_days", Label::tr("Rots after (days)"), FieldType::Integer),
        field<&LeadStatus::colour>("colour", Label::tr("Colour"), FieldType::Text),
        field<&LeadStatus::symbol>("symbol", Label::tr("Symbol"), FieldType::Text),
        field<&LeadStatus::active>("active", Label::tr("Active"), FieldType::YesNo),
    };
    return table;
}

std::span<const Field<Lead>> Table<Lead>::fields()
{
    static constexpr std::array table{
        field<&Lead::salutation>("salutation", Label::tr("Salutation"), FieldType::Text),
        field<&Lead::firstName>("first_name", Label::tr("First name"), FieldType::Text, Trait::Searched),
        field<&Lead::lastName>("last_name", Label::tr("Last name"), FieldType::Text, Trait::Searched),
        field<&Lead::name>("name", Label::tr("Name"), FieldType::Text, Trait::Derived),
        field<&Lead::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Lead::jobTitle>("job_title", Label::tr("Job title"), FieldType::Text, Trait::Searched),
        field<&Lead::organisation>("organisation", Label::tr("Organisation"), FieldType::Text,
                                   Trait::Searched),
        field<&Lead::status>("status_id", Label::tr("Status"), FieldType::Reference),
        field<&Lead::state>("state", Label::tr("State"), FieldType::Choice, Trait::Derived),
        field<&Lead::statusEnteredAt>("status_entered_at", Label::tr("In status since"), FieldType::Moment,
                                      Trait::System),
        field<&Lead::rating>("rating", Label::tr("Rating"), FieldType::Choice),
        field<&Lead::email>("email", Label::tr("E-mail"), FieldType::Email, Trait::Derived),
        field<&Lead::phone>("phone", Label::tr("Phone"), FieldType::Phone, Trait::Derived),
        field<&Lead::city>("city", Label::tr("City"), FieldType::Text,
                           Trait::Derived | Trait::SearchedBeside),
        field<&Lead::country>("country", Label::tr("Country"), FieldType::Text,
                              Trait::Derived | Trait::SearchedBeside),
        field<&Lead::website>("website", Label::tr("Website"), FieldType::Url, Trait::Searched),
        field<&Lead::sector>("sector", Label::tr("Sector"), FieldType::Text, Trait::SearchedBeside),
        field<&Lead::employees>("employees", Label::tr("Employees"), FieldType::Integer),
        field<&Lead::estimatedValue>("estimated_value", Label::tr("Estimated value"), FieldType::Money),
        field<&Lead::currency>("currency", Label::tr("Currency"), FieldType::Currency),
        field<&Lead::owner>("owner_id", Label::tr("Owner"), FieldType::Reference),
        field<&Lead::source>("source_id", Label::tr("Source"), FieldType::Reference),
        field<&Lead::sourceDetail>("source_detail", Label::tr("Source detail"), FieldType::Text),
        field<&Lead::disqualifyReason>("disqualify_reason_id", Label::tr("Disqualified because"),
                                       FieldType::Reference),
        field<&Lead::recycleOn>("recycle_on", Label::tr("Wake up on"), FieldType::Day),
        field<&Lead::nextStep>("next_step", Label::tr("Next step"), FieldType::Text, Trait::Derived),
        field<&Lead::notedStep>("noted_step", Label::tr("Noted step"), FieldType::Text),
        field<&Lead::notedStepOn>("noted_step_on", Label::tr("Noted for"), FieldType::Day),
        field<&Lead::doNotCall>("do_not_call", Label::tr("Do not call"), FieldType::YesNo),
        field<&Lead::optedOut>("opted_out", Label::tr("No e-mail"), FieldType::YesNo),
        field<&Lead::description>("description", Label::tr("Description"), FieldType::LongText, Trait::Long),
        field<&Lead::convertedAt>("converted_at", Label::tr("Converted"), FieldType::Moment, Trait::System),
        field<&Lead::convertedContact>("converted_contact_id", Label::tr("Converted to contact"),
                                       FieldType::Reference, Trait::System),
        field<&Lead::convertedCompany>("converted_company_id", Label::tr("Converted to company"),
                                       FieldType::Reference, Trait::System),
        field<&Lead::convertedDeal>("converted_deal_id", Label::tr("Converted to deal"), FieldType::Reference,
                                    Trait::System),
        field<&Lead::lastActivity>("last_activity", Label::tr("Last activity"), FieldType::Moment,
                                   Trait::Derived),
        field<&Lead::nextActivity>("next_activity", Label::tr("Next step on"), FieldType::Moment,
                                   Trait::Derived),
        field<&Lead::lastDay>("last_day", "", FieldType::Day, Trait::Derived | Trait::Internal),
        field<&Lead::nextDay>("next_day", "", FieldType::Day, Trait::Derived | Trait::Internal),
        field<&Lead::custom>("custom", "", FieldType::Json, Trait::Internal | Trait::SearchedBeside),
    };
    return table;
}

} // namespace headway
