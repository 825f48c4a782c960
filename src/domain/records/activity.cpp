// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/activity.h"

#include "domain/records/record.h"

namespace headway {

std::span<const Field<Activity>> Table<Activity>::fields()
{
    static constexpr std::array table{
        field<&Activity::kind>("kind", "Kind", Kind::Choice),
        field<&Activity::state>("state", "State", Kind::Choice),
        field<&Activity::subject>("subject", "Subject", Kind::Text, Trait::Searched),
        field<&Activity::note>("note", "Note", Kind::LongText, Trait::Searched | Trait::Long),
        field<&Activity::direction>("direction", "Direction", Kind::Choice),
        field<&Activity::outcome>("outcome_id", "Outcome", Kind::Reference),
        field<&Activity::at>("at", "When", Kind::Moment),
        field<&Activity::allDay>("all_day", "All day", Kind::YesNo),
        field<&Activity::timeZone>("time_zone", "Time zone", Kind::Text),
        field<&Activity::duration>("duration", "Duration", Kind::Duration),
        field<&Activity::location>("location", "Location", Kind::Text),
        field<&Activity::priority>("priority", "Priority", Kind::Integer),
        field<&Activity::owner>("owner_id", "Owner", Kind::Reference),
        field<&Activity::doneAt>("done_at", "Done", Kind::Moment, Trait::System),
        field<&Activity::followUpOf>("follow_up_of_id", "Follow-up of", Kind::Reference, Trait::System),
        field<&Activity::confidential>("confidential", "Private", Kind::YesNo),
        field<&Activity::custom>("custom", "", Kind::Json, Trait::Internal),
    };
    return table;
}

std::span<const Field<ActivityLink>> Table<ActivityLink>::fields()
{
    static constexpr std::array table{
        field<&ActivityLink::activity>("activity_id", "Activity", Kind::Reference, Trait::Required),
        field<&ActivityLink::recordKind>("record_kind", "Record kind", Kind::RecordKind, Trait::Required),
        field<&ActivityLink::recordId>("record_id", "Record", Kind::RecordId, Trait::Required),
        field<&ActivityLink::at>("at", "", Kind::Moment, Trait::Derived | Trait::Internal),
        field<&ActivityLink::phase>("phase", "", Kind::Integer, Trait::Derived | Trait::Internal),
    };
    return table;
}

std::span<const Field<Participant>> Table<Participant>::fields()
{
    static constexpr std::array table{
        field<&Participant::activity>("activity_id", "Activity", Kind::Reference, Trait::Required),
        field<&Participant::recordKind>("record_kind", "Record kind", Kind::RecordKind, Trait::Required),
        field<&Participant::recordId>("record_id", "Record", Kind::RecordId, Trait::Required),
        field<&Participant::acceptance>("acceptance", "Answer", Kind::Choice),
    };
    return table;
}

std::span<const Field<Outcome>> Table<Outcome>::fields()
{
    static constexpr std::array table{
        field<&Outcome::name>("name", "Name", Kind::Text, Trait::Required),
        field<&Outcome::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Outcome::activityKinds>("activity_kinds", "For", Kind::Text),
        field<&Outcome::reached>("reached", "Reached a person", Kind::YesNo),
        field<&Outcome::attempt>("attempt", "Counts as attempt", Kind::YesNo),
        field<&Outcome::followUpDays>("follow_up_days", "Follow up after (days)", Kind::Integer),
        field<&Outcome::position>("position", "Position", Kind::Integer),
        field<&Outcome::active>("active", "Active", Kind::YesNo),
    };
    return table;
}

} // namespace headway
