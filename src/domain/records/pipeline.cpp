// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/pipeline.h"

namespace headway {

std::span<const Field<Pipeline>> Table<Pipeline>::fields()
{
    static constexpr std::array table{
        field<&Pipeline::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&Pipeline::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Pipeline::position>("position", Label::tr("Position"), FieldType::Integer),
    };
    return table;
}

std::span<const Field<Stage>> Table<Stage>::fields()
{
    static constexpr std::array table{
        field<&Stage::pipeline>("pipeline_id", Label::tr("Pipeline"), FieldType::Reference, Trait::Required),
        field<&Stage::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required),
        field<&Stage::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Stage::position>("position", Label::tr("Position"), FieldType::Integer),
        field<&Stage::type>("type", Label::tr("Type"), FieldType::Choice),
        field<&Stage::probability>("probability", Label::tr("Probability"), FieldType::Percent),
        field<&Stage::rotDays>("rot_days", Label::tr("Rots after (days)"), FieldType::Integer),
        field<&Stage::softLimit>("soft_limit", Label::tr("Comfortable up to"), FieldType::Integer),
        field<&Stage::forecast>("forecast_category", Label::tr("Forecast category"), FieldType::Choice),
        field<&Stage::colour>("colour", Label::tr("Colour"), FieldType::Text),
        field<&Stage::guidance>("guidance", Label::tr("Guidance"), FieldType::LongText, Trait::Long),
        field<&Stage::required>("required_fields", Label::tr("Needs on entry"), FieldType::Text),
    };
    return table;
}

std::span<const Field<StageVisit>> Table<StageVisit>::fields()
{
    static constexpr std::array table{
        field<&StageVisit::deal>("deal_id", Label::tr("Deal"), FieldType::Reference, Trait::Required),
        field<&StageVisit::stage>("stage_id", Label::tr("Stage"), FieldType::Reference, Trait::Required),
        field<&StageVisit::enteredAt>("entered_at", Label::tr("Entered"), FieldType::Moment, Trait::Required),
        field<&StageVisit::leftAt>("left_at", Label::tr("Left"), FieldType::Moment),
        field<&StageVisit::by>("user_id", Label::tr("By"), FieldType::Reference),
    };
    return table;
}

} // namespace headway
