// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/pipeline.h"

namespace headway {

std::span<const Field<Pipeline>> Table<Pipeline>::fields()
{
    static constexpr std::array table{
        field<&Pipeline::name>("name", "Name", FieldType::Text, Trait::Required),
        field<&Pipeline::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Pipeline::position>("position", "Position", FieldType::Integer),
    };
    return table;
}

std::span<const Field<Stage>> Table<Stage>::fields()
{
    static constexpr std::array table{
        field<&Stage::pipeline>("pipeline_id", "Pipeline", FieldType::Reference, Trait::Required),
        field<&Stage::name>("name", "Name", FieldType::Text, Trait::Required),
        field<&Stage::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Stage::position>("position", "Position", FieldType::Integer),
        field<&Stage::type>("type", "Type", FieldType::Choice),
        field<&Stage::probability>("probability", "Probability", FieldType::Percent),
        field<&Stage::rotDays>("rot_days", "Rots after (days)", FieldType::Integer),
        field<&Stage::softLimit>("soft_limit", "Soft limit", FieldType::Integer),
        field<&Stage::forecast>("forecast_category", "Forecast category", FieldType::Choice),
        field<&Stage::colour>("colour", "Colour", FieldType::Text),
        field<&Stage::guidance>("guidance", "Guidance", FieldType::LongText, Trait::Long),
        field<&Stage::required>("required_fields", "Needs on entry", FieldType::Text),
    };
    return table;
}

std::span<const Field<StageVisit>> Table<StageVisit>::fields()
{
    static constexpr std::array table{
        field<&StageVisit::deal>("deal_id", "Deal", FieldType::Reference, Trait::Required),
        field<&StageVisit::stage>("stage_id", "Stage", FieldType::Reference, Trait::Required),
        field<&StageVisit::enteredAt>("entered_at", "Entered", FieldType::Moment, Trait::Required),
        field<&StageVisit::leftAt>("left_at", "Left", FieldType::Moment),
        field<&StageVisit::by>("user_id", "By", FieldType::Reference),
    };
    return table;
}

} // namespace headway
