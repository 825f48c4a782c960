// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/activity.h"

#include "domain/records/record.h"

namespace headway {

std::span<const Field<Activity>> Table<Activity>::fields()
{
    static constexpr std::array table{
        field<&Activity::kind>("kind", "Kind", FieldType::Choice),
        field<&Activity::state>("state", "State", FieldType::Choice),
        field<&Activity::subject>("subject", "Subject", FieldType::Text, Trait::Searched),
        field<&Activity::note>("note", "Note", FieldType::LongText, Trait::Searched | Trait::Long),
        field<&Activity::direction>("direction", "Direction", FieldType::Choice),
        field<&Activity::outcome>("outcome_id", "Outcome", FieldType::Reference),
        field<&Activity::at>("at", "When", FieldType::Moment),
        field<&Activity::allDay>("all_day", "All day", FieldType::YesNo),
        field<&Activity::timeZone>("time_zone", "Time zone", FieldType::Text),
        field<&Activity::duration>("duration", "Duration", FieldType::Duration),
        field<&Activity::location>("location", "Location", FieldType::Text),
        field<&Activity::priority>("priority", "Priority", FieldType::Integer),
        field<&Activity::owner>("owner_id", "Owner", FieldType::Reference),
        field<&Activity::doneAt>("done_at", "Done", FieldType::Moment, Trait::System),
        field<&Activity::followUpOf>("follow_up_of_id", "Follow-up of", FieldType::Reference, Trait::System),
        field<&Activity::confidential>("confidential", "Private", FieldType::YesNo),
        field<&Activity::custom>("custom", "", FieldType::Json, Trait::Internal),
    };
    return table;
}

std::span<const Field<ActivityLink>> Table<ActivityLink>::fields()
{
    static constexpr std::array table{
        field<&ActivityLink::activity>("activity_id", "Activity", FieldType::Reference, Trait::Required),
        field<&ActivityLink::recordKind>("record_kind", "Record kind", FieldType::RecordKind,
                                         Trait::Required),
        field<&ActivityLink::recordId>("record_id", "Record", FieldType::RecordId, Trait::Required),
        field<&ActivityLink::at>("at", "", FieldType::Moment, Trait::Derived | Trait::Internal),
        field<&ActivityLink::phase>("phase", "", FieldType::Integer, Trait::Derived | Trait::Internal),
    };
    return table;
}

std::span<const Field<Participant>> Table<Participant>::fields()
{
    static constexpr std::array table{
        field<&Participant::activity>("activity_id", "Activity", FieldType::Reference, Trait::Required),
        field<&Participant::recordKind>("record_kind", "Record kind", FieldType::RecordKind, Trait::Required),
        field<&Participant::recordId>("record_id", "Record", FieldType::RecordId, Trait::Required),
        field<&Participant::acceptance>("acceptance", "Answer", FieldType::Choice),
    };
    return table;
}

std::span<const Field<Outcome>> Table<Outcome>::fields()
{
    static constexpr std::array table{
        field<&Outcome::name>("name", "Name", FieldType::Text, Trait::Required),
        field<&Outcome::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Outcome::activityKinds>("activity_kinds", "For", FieldType::Text),
        field<&Outcome::reached>("reached", "Reached a person", FieldType::YesNo),
        field<&Outcome::attempt>("attempt", "Counts as attempt", FieldType::YesNo),
        field<&Outcome::followUpDays>("follow_up_days", "Follow up after (days)", FieldType::Integer),
        field<&Outcome::position>("position", "Position", FieldType::Integer),
        field<&Outcome::active>("active", "Active", FieldType::YesNo),
    };
    return table;
}

} // namespace headway
