// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/targetcontent.h"

#include "domain/records/record.h"

namespace headway::exchange {

namespace {

Content contentOf(FieldType type)
{
    switch (type) {
    case FieldType::Day:
    case FieldType::Moment: return Content::Day;
    case FieldType::Money:
    case FieldType::Integer: return Content::Number;
    case FieldType::Percent: return Content::Percent;
    case FieldType::Duration: return Content::Duration;
    case FieldType::YesNo: return Content::YesNo;
    default: return Content::Text;
    }
}

Content contentOf(CustomKind kind)
{
    switch (kind) {
    case CustomKind::Day: return Content::Day;
    case CustomKind::Number:
    case CustomKind::Money: return Content::Number;
    case CustomKind::YesNo: return Content::YesNo;
    default: return Content::Text;
    }
}

} // namespace

Content contentOf(const ImportPlan &plan, const ImportTarget &target)
{
    switch (target.role) {
    case TargetRole::Field: return contentOf(entityInfo(plan.kind).field(target.field).type);
    case TargetRole::Custom: return contentOf(plan.custom[size_t(target.field)].kind);
    case TargetRole::Created:
    case TargetRole::Closing:
    case TargetRole::LostTime:
    case TargetRole::StageEntered:
    case TargetRole::StageLeft:
    case TargetRole::MovedAt:
    case TargetRole::Ends:
    case TargetRole::NextStepOn: return Content::Day;
    case TargetRole::StartTime:
    case TargetRole::EndTime: return Content::Time;
    case TargetRole::Quantity:
    case TargetRole::Minutes: return Content::Number;
    default: return Content::Text;
    }
}

bool isMoney(const ImportPlan &plan, const ImportTarget &target)
{
    if (target.role == TargetRole::Custom)
        return plan.custom[size_t(target.field)].kind == CustomKind::Money;
    return target.role == TargetRole::Field
        && entityInfo(plan.kind).field(target.field).type == FieldType::Money;
}

} // namespace headway::exchange
