// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/deal.h"

namespace headway {

std::span<const Field<Deal>> Table<Deal>::fields()
{
    static constexpr std::array table{
        field<&Deal::name>("name", Label::tr("Name"), FieldType::Text, Trait::Required | Trait::Searched),
        field<&Deal::nameKey>("name_key", "", FieldType::Text, Trait::Derived | Trait::Internal),
        // Searched: people know a deal by its customer, so the search finds it by their names.
        field<&Deal::company>("company_id", Label::tr("Company"), FieldType::Reference,
                              Trait::Listed | Trait::Searched),
        field<&Deal::contact>("contact_id", Label::tr("Contact"), FieldType::Reference,
                              Trait::Listed | Trait::Searched),
        field<&Deal::pipeline>("pipeline_id", Label::tr("Pipeline"), FieldType::Reference,
                               Trait::Required | Trait::System),
        field<&Deal::stage>("stage_id", Label::tr("Stage"), FieldType::Reference,
                            Trait::Required | Trait::Work),
        field<&Deal::status>("status", Label::tr("Status"), FieldType::Choice, Trait::System),
        field<&Deal::amount>("amount", Label::tr("Amount"), FieldType::Money, Trait::Work),
        field<&Deal::currency>("currency", Label::tr("Currency"), FieldType::Currency),
        field<&Deal::probabilityOverride>("probability_override", Label::tr("Probability"),
                                          FieldType::Percent),
        field<&Deal::expectedClose>("expected_close", Label::tr("Expected close"), FieldType::Day,
                                    Trait::Work),
        field<&Deal::closeMonth>("close_month", "", FieldType::Integer, Trait::Derived | Trait::Internal),
        field<&Deal::closedOn>("closed_on", Label::tr("Closed on"), FieldType::Day, Trait::Past),
        field<&Deal::forecast>("forecast_category", Label::tr("Forecast category"), FieldType::Choice),
        field<&Deal::type>("type", Label::tr("Type"), FieldType::Choice),
        field<&Deal::priority>("priority", Label::tr("Priority"), FieldType::Choice),
        field<&Deal::owner>("owner_id", Label::tr("Owner"), FieldType::Reference, Trait::Work),
        field<&Deal::source>("source_id", Label::tr("Source"), FieldType::Reference),
        field<&Deal::lostReason>("lost_reason_id", Label::tr("Lost reason"), FieldType::Reference),
        field<&Deal::closeNote>("close_note", Label::tr("Closing note"), FieldType::LongText, Trait::Long),
        field<&Deal::competitor>("competitor", Label::tr("Competitor"), FieldType::Text, Trait::Searched),
        field<&Deal::nextStep>("next_step", Label::tr("Next step"), FieldType::Text, Trait::Derived),
        field<&Deal::notedStep>("noted_step", Label::tr("Noted step"), FieldType::Text),
        field<&Deal::notedStepOn>("noted_step_on", Label::tr("Noted for"), FieldType::Day),
        field<&Deal::description>("description", Label::tr("Description"), FieldType::LongText, Trait::Long),
        field<&Deal::product>("product_id", Label::tr("Product"), FieldType::Reference, Trait::Derived),
        field<&Deal::rank>("rank", "", FieldType::Rank, Trait::System | Trait::Internal),
        field<&Deal::stageEnteredAt>("stage_entered_at", Label::tr("In stage since"), FieldType::Moment,
                                     Trait::System),
        field<&Deal::touchedAt>("touched_at", Label::tr("Last worked on"), FieldType::Moment, Trait::Derived),
        field<&Deal::lastActivity>("last_activity", Label::tr("Last activity"), FieldType::Moment,
                                   Trait::Derived),
        field<&Deal::nextActivity>("next_activity", Label::tr("Next step on"), FieldType::Moment,
                                   Trait::Derived),
        field<&Deal::lastDay>("last_day", "", FieldType::Day, Trait::Derived | Trait::Internal),
        field<&Deal::nextDay>("next_day", "", FieldType::Day, Trait::Derived | Trait::Internal),
        field<&Deal::custom>("custom", "", FieldType::Json, Trait::Internal | Trait::SearchedBeside),
    };
    return table;
}

std::span<const Field<DealContact>> Table<DealContact>::fields()
{
    static constexpr std::array table{
        field<&DealContact::deal>("deal_id", Label::tr("Deal"), FieldType::Reference, Trait::Required),
        field<&DealContact::contact>("contact_id", Label::tr("Contact"), FieldType::Reference,
                                     Trait::Required),
        field<&DealContact::role>("role", Label::tr("Role"), FieldType::Choice),
    };
    return table;
}

std::span<const Field<LineItem>> Table<LineItem>::fields()
{
    static constexpr std::array table{
        field<&LineItem::deal>("deal_id", Label::tr("Deal"), FieldType::Reference, Trait::Required),
        field<&LineItem::product>("product_id", Label::tr("Product"), FieldType::Reference),
        field<&LineItem::description>("description", Label::tr("Description"), FieldType::Text),
        field<&LineItem::quantityMilli>("quantity_milli", Label::tr("Quantity (thousandths)"),
                                        FieldType::Integer),
        field<&LineItem::unitPrice>("unit_price", Label::tr("Unit price"), FieldType::Money),
        field<&LineItem::discountPercent>("discount_percent", Label::tr("Discount"), FieldType::Percent),
        field<&LineItem::position>("position", Label::tr("Position"), FieldType::Integer),
    };
    return table;
}

} // namespace headway
