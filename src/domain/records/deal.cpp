// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/deal.h"

namespace headway {

std::span<const Field<Deal>> Table<Deal>::fields()
{
    static constexpr std::array table{
        field<&Deal::name>("name", "Name", FieldType::Text, Trait::Required | Trait::Searched),
        field<&Deal::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        field<&Deal::company>("company_id", "Company", FieldType::Reference, Trait::Listed),
        field<&Deal::contact>("contact_id", "Contact", FieldType::Reference, Trait::Listed),
        field<&Deal::pipeline>("pipeline_id", "Pipeline", FieldType::Reference,
                               Trait::Required | Trait::System),
        field<&Deal::stage>("stage_id", "Stage", FieldType::Reference, Trait::Required | Trait::Work),
        field<&Deal::status>("status", "Status", FieldType::Choice, Trait::System),
        field<&Deal::amount>("amount", "Amount", FieldType::Money, Trait::Work),
        field<&Deal::currency>("currency", "Currency", FieldType::Currency),
        field<&Deal::probabilityOverride>("probability_override", "Probability", FieldType::Percent),
        field<&Deal::expectedClose>("expected_close", "Expected close", FieldType::Day, Trait::Work),
        field<&Deal::closeMonth>("close_month", "", FieldType::Integer, Trait::Derived | Trait::Internal),
        field<&Deal::closedOn>("closed_on", "Closed on", FieldType::Day),
        field<&Deal::forecast>("forecast_category", "Forecast category", FieldType::Choice),
        field<&Deal::type>("type", "Type", FieldType::Choice),
        field<&Deal::priority>("priority", "Priority", FieldType::Choice),
        field<&Deal::owner>("owner_id", "Owner", FieldType::Reference, Trait::Work),
        field<&Deal::source>("source_id", "Source", FieldType::Reference),
        field<&Deal::lostReason>("lost_reason_id", "Lost reason", FieldType::Reference),
        field<&Deal::closeNote>("close_note", "Closing note", FieldType::LongText, Trait::Long),
        field<&Deal::competitor>("competitor", "Competitor", FieldType::Text, Trait::Searched),
        field<&Deal::nextStep>("next_step", "Next step", FieldType::Text, Trait::Work),
        field<&Deal::nextStepOn>("next_step_on", "Next step on", FieldType::Day, Trait::Work),
        field<&Deal::description>("description", "Description", FieldType::LongText, Trait::Long),
        field<&Deal::product>("product_id", "Product", FieldType::Reference, Trait::Derived),
        field<&Deal::rank>("rank", "", FieldType::Rank, Trait::System | Trait::Internal),
        field<&Deal::stageEnteredAt>("stage_entered_at", "In stage since", FieldType::Moment, Trait::System),
        field<&Deal::touchedAt>("touched_at", "Last worked on", FieldType::Moment, Trait::Derived),
        field<&Deal::lastActivity>("last_activity", "Last activity", FieldType::Moment, Trait::Derived),
        field<&Deal::nextActivity>("next_activity", "Next activity", FieldType::Moment, Trait::Derived),
        field<&Deal::custom>("custom", "", FieldType::Json, Trait::Internal),
    };
    return table;
}

std::span<const Field<DealContact>> Table<DealContact>::fields()
{
    static constexpr std::array table{
        field<&DealContact::deal>("deal_id", "Deal", FieldType::Reference, Trait::Required),
        field<&DealContact::contact>("contact_id", "Contact", FieldType::Reference, Trait::Required),
        field<&DealContact::role>("role", "Role", FieldType::Choice),
    };
    return table;
}

std::span<const Field<LineItem>> Table<LineItem>::fields()
{
    static constexpr std::array table{
        field<&LineItem::deal>("deal_id", "Deal", FieldType::Reference, Trait::Required),
        field<&LineItem::product>("product_id", "Product", FieldType::Reference),
        field<&LineItem::description>("description", "Description", FieldType::Text),
        field<&LineItem::quantityMilli>("quantity_milli", "Quantity (thousandths)", FieldType::Integer),
        field<&LineItem::unitPrice>("unit_price", "Unit price", FieldType::Money),
        field<&LineItem::discountPercent>("discount_percent", "Discount", FieldType::Percent),
        field<&LineItem::position>("position", "Position", FieldType::Integer),
    };
    return table;
}

} // namespace headway
