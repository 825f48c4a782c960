// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/deal.h"

namespace headway {

std::span<const Field<Deal>> Table<Deal>::fields()
{
    static constexpr std::array table{
        field<&Deal::name>("name", "Name", Kind::Text, Trait::Required | Trait::Searched),
        field<&Deal::nameKey>("name_key", "", Kind::Text, Trait::Derived | Trait::Internal),
        field<&Deal::company>("company_id", "Company", Kind::Reference, Trait::Listed),
        field<&Deal::contact>("contact_id", "Contact", Kind::Reference, Trait::Listed),
        field<&Deal::pipeline>("pipeline_id", "Pipeline", Kind::Reference, Trait::Required | Trait::System),
        field<&Deal::stage>("stage_id", "Stage", Kind::Reference, Trait::Required | Trait::Work),
        field<&Deal::status>("status", "Status", Kind::Choice, Trait::System),
        field<&Deal::amount>("amount", "Amount", Kind::Money, Trait::Work),
        field<&Deal::currency>("currency", "Currency", Kind::Currency),
        field<&Deal::probabilityOverride>("probability_override", "Probability", Kind::Percent),
        field<&Deal::expectedClose>("expected_close", "Expected close", Kind::Day, Trait::Work),
        field<&Deal::closeMonth>("close_month", "", Kind::Integer, Trait::Derived | Trait::Internal),
        field<&Deal::closedOn>("closed_on", "Closed on", Kind::Day),
        field<&Deal::forecast>("forecast_category", "Forecast category", Kind::Choice),
        field<&Deal::type>("type", "Type", Kind::Choice),
        field<&Deal::priority>("priority", "Priority", Kind::Choice),
        field<&Deal::owner>("owner_id", "Owner", Kind::Reference, Trait::Work),
        field<&Deal::source>("source_id", "Source", Kind::Reference),
        field<&Deal::lostReason>("lost_reason_id", "Lost reason", Kind::Reference),
        field<&Deal::closeNote>("close_note", "Closing note", Kind::LongText, Trait::Long),
        field<&Deal::competitor>("competitor", "Competitor", Kind::Text, Trait::Searched),
        field<&Deal::nextStep>("next_step", "Next step", Kind::Text, Trait::Work),
        field<&Deal::nextStepOn>("next_step_on", "Next step on", Kind::Day, Trait::Work),
        field<&Deal::description>("description", "Description", Kind::LongText, Trait::Long),
        field<&Deal::product>("product_id", "Product", Kind::Reference, Trait::Derived),
        field<&Deal::rank>("rank", "", Kind::Rank, Trait::System | Trait::Internal),
        field<&Deal::stageEnteredAt>("stage_entered_at", "In stage since", Kind::Moment, Trait::System),
        field<&Deal::touchedAt>("touched_at", "Last worked on", Kind::Moment, Trait::Derived),
        field<&Deal::lastActivity>("last_activity", "Last activity", Kind::Moment, Trait::Derived),
        field<&Deal::nextActivity>("next_activity", "Next activity", Kind::Moment, Trait::Derived),
        field<&Deal::custom>("custom", "", Kind::Json, Trait::Internal),
    };
    return table;
}

std::span<const Field<DealContact>> Table<DealContact>::fields()
{
    static constexpr std::array table{
        field<&DealContact::deal>("deal_id", "Deal", Kind::Reference, Trait::Required),
        field<&DealContact::contact>("contact_id", "Contact", Kind::Reference, Trait::Required),
        field<&DealContact::role>("role", "Role", Kind::Choice),
    };
    return table;
}

std::span<const Field<LineItem>> Table<LineItem>::fields()
{
    static constexpr std::array table{
        field<&LineItem::deal>("deal_id", "Deal", Kind::Reference, Trait::Required),
        field<&LineItem::product>("product_id", "Product", Kind::Reference),
        field<&LineItem::description>("description", "Description", Kind::Text),
        field<&LineItem::quantityMilli>("quantity_milli", "Quantity (thousandths)", Kind::Integer),
        field<&LineItem::unitPrice>("unit_price", "Unit price", Kind::Money),
        field<&LineItem::discountPercent>("discount_percent", "Discount", Kind::Percent),
        field<&LineItem::position>("position", "Position", Kind::Integer),
    };
    return table;
}

} // namespace headway
