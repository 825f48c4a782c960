// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/activity.h"

#include "domain/records/record.h"

namespace headway {

std::span<const Field<Activity>> Table<Activity>::fields()
{
    static constexpr std::array table{
        field<&Activity::kind>("kind", Label::tr("Kind"), FieldType::Choice),
        field<&Activity::state>("state", Label::tr("State"), FieldType::Choice),
        field<&Activity::subject>("subject", Label::tr("Subject"), FieldType::Text, Trait::Searched),
        field<&Activity::note>("note", Label::tr("Note"), FieldType::LongText, Trait::Searched | Trait::Long),
        field<&Activity::direction>("direction", Label::tr("Direction"), FieldType::Choice),
        field<&Activity::outcome>("outcome_id", Label::tr("Outcome"), FieldType::Reference),
        field<&Activity::at>("at", Label::tr("When"), FieldType::Moment),
        field<&Activity::allDay>("all_day", Label::tr("All day"), FieldType::YesNo),
        field<&Activity::timeZone>("time_zone", Label::tr("Time zone"), FieldType::Text),
        field<&Activity::day>("day", "", FieldType::Day, Trait::Derived | Trait::Internal),
        field<&Activity::duration>("duration", Label::tr("Duration"), FieldType::Duration),
        field<&Activity::location>("location", Label::tr("Location"), FieldType::Text, Trait::Searched),
        field<&Activity::priority>("priority", Label::tr("Priority"), FieldType::Integer),
        field<&Activity::owner>("owner_id", Label::tr("Owner"), FieldType::Reference),
        field<&Activity::doneAt>("done_at", Label::tr("Done"), FieldType::Moment, Trait::System),
        field<&Activity::followUpOf>("follow_up_of_id", Label::tr("Follow-up of"), FieldType::Reference,
                                     Trait::System),
        field<&Activity::confidential>("confidential", Label::tr("Private"), FieldType::YesNo),
        field<&Activity::custom>("custom", "", FieldType::Json, Trait::Internal | Trait::Searched),
    };
    return table;
}

std::span<const Field<ActivityLink>> Table<ActivityLink>::fields()
{
    static constexpr std::array table{
        field<&ActivityLink::activity>("activity_id", Label::tr("Activity"), FieldType::Reference,
                                       Trait::Required),
        field<&ActivityLink::recordKind>("record_kind", Label::tr("Record kind"), FieldType::RecordKind,
                                         Trait::Required),
        field<&ActivityLink::recordId>("record_id", Label::tr("Record"), FieldType::RecordId,
                                       Trait::Required),
        field<&ActivityLink::at>("at", "", FieldType::Moment, Trait::Derived | Trait::Internal),
        field<&ActivityLink::phase>("phase", "", FieldType::Integer, Trait::Derived | Trait::Internal),
    };
    return table;
}

std::span<const Field<Participant>> Table<Participant>::fields()
{
    static constexpr std::array table{
        field<&Participant::activity>("activity_id", Label::tr("Activity"), FieldType::Reference,
                                      Trait::Required),
        field<&Participant::recordKind>("record_kind", Label::tr("Record kind"), FieldType::RecordKind,
                                        Trait::Required),
        field<&Participant::recordId>("record_id", Label::tr("Record"), FieldType::RecordId, Trait::Required),
        field<&Participant::acceptance>("acceptance", Label::tr("Answer"), FieldType::Choice),
    };
    return table;
}

std::span<const Field<Outcome>> Table<Outcome>::fields()
{
    static constexpr std::array table{
        field<&Outcome::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&Outcome::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Outcome::activityKinds>("activity_kinds", Label::tr("For"), FieldType::Text),
        field<&Outcome::reached>("reached", Label::tr("Reached a person"), FieldType::YesNo),
        field<&Outcome::attempt>("attempt", Label::tr("Counts as attempt"), FieldType::YesNo),
        field<&Outcome::followUpDays>("follow_up_days", Label::tr("Follow up after (days)"),
                                      FieldType::Integer),
        field<&Outcome::leadStatus>("lead_status_id", Label::tr("Moves a lead to"), FieldType::Reference),
        field<&Outcome::position>("position", Label::tr("Position"), FieldType::Integer),
        field<&Outcome::active>("active", Label::tr("Active"), FieldType::YesNo),
    };
    return table;
}

} // namespace headway
