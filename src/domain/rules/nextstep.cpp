// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/nextstep.h"

#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/rules/today.h"

using namespace Qt::StringLiterals;

namespace headway {

namespace {

Instant startOf(QDate day, const QTimeZone &zone)
{
    return {day.startOfDay(zone).toMSecsSinceEpoch()};
}

Activity changed(Activity step, const TypedStep &typed, const QTimeZone &zone)
{
    if (typed.text && typed.text->trimmed().isEmpty())
        step.state = ActivityState::Cancelled;
    else if (typed.text && typed.text->trimmed() != step.subject.trimmed())
        step.subject = typed.text->trimmed();
    return typed.at && *typed.at ? setTo(std::move(step), *typed.at, zone) : step;
}

} // namespace

bool expectsNextStep(const Record &record)
{
    if (record.deletedAt)
        return false;
    if (record.ref.kind == EntityKind::Deal)
        return as<Deal>(record).status == StageType::Open;
    if (record.ref.kind != EntityKind::Lead)
        return false;
    return !isClosed(as<Lead>(record).state);
}

QDate nextStepDay(const Record &record, const QTimeZone &zone)
{
    const int field = record.info().indexOf(u"next_activity");
    return field < 0 ? QDate() : dayIn(record.info(), record.row, field, zone);
}

std::optional<DueState> nextStepMark(const Record &record, Instant now, const QTimeZone &zone)
{
    const QDate next = nextStepDay(record, zone);
    if (next.isValid())
        return dueState(next, dayOf(now, zone));
    return expectsNextStep(record) ? std::optional(DueState::None) : std::nullopt;
}

bool isNextStep(EntityKind kind, const FieldInfo &field)
{
    return (field.name == "next_step"_L1 || field.name == "next_activity"_L1)
        && entityInfo(kind).indexOf(u"next_step") >= 0;
}

TypedStep typedStep(EntityKind kind, const std::vector<FieldValue> &values)
{
    TypedStep typed;
    for (const FieldValue &value : values) {
        const FieldInfo &field = entityInfo(kind).field(value.field);
        if (!isNextStep(kind, field))
            continue;
        if (field.name == "next_step"_L1)
            typed.text = textOf(value.value);
        else if (!isNull(value.value))
            typed.at = Instant{integerOf(value.value)};
    }
    return typed;
}

std::vector<Change> stepChanges(const TypedStep &typed, const StepPlace &place)
{
    if (place.present) {
        const Change change = update(*place.present, changed(*place.present, typed, place.zone));
        return change.fields.empty() ? std::vector<Change>() : std::vector{change};
    }
    const bool isTimed = typed.at && *typed.at;
    const QString text = typed.text.value_or(QString()).trimmed();
    if (text.isEmpty() && !isTimed)
        return {};
    const Activity task{
        .kind = typed.kind, .state = ActivityState::Planned, .subject = text, .owner = place.owner};
    const Instant when = isTimed ? *typed.at : startOf(dayOf(place.now, place.zone), place.zone);
    // Several records of one edit may get a step each, beside the activities that it logs.
    constexpr qint64 beside = 1'000;
    const qint64 id = place.record.id > 0 ? -beside - place.record.id : place.record.id;
    std::vector<Change> changes{create(setTo(task, when, place.zone), id)};
    for (const EntityRef &record : place.links)
        changes.push_back(
            create(ActivityLink{.activity = {id}, .recordKind = record.kind, .recordId = record.id}));
    return changes;
}

std::vector<EntityRef> linksOfStep(EntityRef record, const Row &row)
{
    std::vector<EntityRef> links{record};
    if (record.kind != EntityKind::Deal)
        return links;
    const Deal deal = fromRow<Deal>(row);
    if (deal.company)
        links.push_back({EntityKind::Company, deal.company.value});
    if (deal.contact)
        links.push_back({EntityKind::Contact, deal.contact.value});
    return links;
}

} // namespace headway
