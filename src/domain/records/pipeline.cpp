// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/pipeline.h"

namespace headway {

std::span<const Field<Pipeline>> Table<Pipeline>::fields()
{
    static constexpr std::array table{
        field<&Pipeline::name>("name", "Name", Kind::Text, Trait::Required),
        field<&Pipeline::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Pipeline::position>("position", "Position", Kind::Integer),
    };
    return table;
}

std::span<const Field<Stage>> Table<Stage>::fields()
{
    static constexpr std::array table{
        field<&Stage::pipeline>("pipeline_id", "Pipeline", Kind::Reference, Trait::Required),
        field<&Stage::name>("name", "Name", Kind::Text, Trait::Required),
        field<&Stage::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Stage::position>("position", "Position", Kind::Integer),
        field<&Stage::type>("type", "Type", Kind::Choice),
        field<&Stage::probability>("probability", "Probability", Kind::Percent),
        field<&Stage::rotDays>("rot_days", "Rots after (days)", Kind::Integer),
        field<&Stage::softLimit>("soft_limit", "Soft limit", Kind::Integer),
        field<&Stage::forecast>("forecast_category", "Forecast category", Kind::Choice),
        field<&Stage::colour>("colour", "Colour", Kind::Text),
        field<&Stage::guidance>("guidance", "Guidance", Kind::LongText, Trait::Long),
        field<&Stage::required>("required_fields", "Needs on entry", Kind::Text),
    };
    return table;
}

std::span<const Field<StageVisit>> Table<StageVisit>::fields()
{
    static constexpr std::array table{
        field<&StageVisit::deal>("deal_id", "Deal", Kind::Reference, Trait::Required),
        field<&StageVisit::stage>("stage_id", "Stage", Kind::Reference, Trait::Required),
        field<&StageVisit::enteredAt>("entered_at", "Entered", Kind::Moment, Trait::Required),
        field<&StageVisit::leftAt>("left_at", "Left", Kind::Moment),
        field<&StageVisit::by>("user_id", "By", Kind::Reference),
    };
    return table;
}

} // namespace headway
