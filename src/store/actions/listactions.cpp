// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/listactions.h"

#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/rules/leads.h"
#include "domain/rules/picklists.h"
#include "domain/text/quoted.h"
#include "store/actions/actionparts.h"
#include "store/actions/viewactions.h"
#include "store/commit/dependants.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr qint64 newPipeline = -1;

QString nameOf(const Record &record)
{
    return titleOf(record.ref.kind, record.row);
}

PipelineId pipelineOf(const Record &stage)
{
    return {integerOf(stage.value(u"pipeline_id"))};
}

// The list that `record` belongs to or will belong to, in its order, including itself if it is in the book.
Result<std::vector<Record>> listOf(sql::Connection &connection, const Record &record)
{
    Selection selection{{}, {}, hasOrder(record.ref.kind) ? u"position, id"_s : u"name_key, id"_s};
    if (record.ref.kind == EntityKind::Stage) {
        selection.condition = u"pipeline_id = ?"_s;
        selection.binds = {pipelineOf(record).value};
    }
    if (record.ref.kind == EntityKind::CustomField) {
        selection.condition = u"record_kind = ?"_s;
        selection.binds = {textOf(record.value(u"record_kind"))};
    }
    return loadAll(connection, record.ref.kind, selection);
}

std::vector<Record> without(std::vector<Record> list, EntityRef ref)
{
    std::erase_if(list, [ref](const Record &each) { return each.ref == ref; });
    return list;
}

std::vector<Stage> stagesIn(const std::vector<Record> &list)
{
    std::vector<Stage> stages;
    for (const Record &record : list)
        stages.push_back(as<Stage>(record));
    return stages;
}

Result<> checkStagesOf(sql::Connection &connection, PipelineId pipeline, const std::vector<Record> &list)
{
    HEADWAY_TRY(title, titleOf(connection, {EntityKind::Pipeline, pipeline.value}));
    return checkStages(title, stagesIn(list));
}

std::vector<LeadStatus> leadStatusesIn(const std::vector<Record> &list)
{
    std::vector<LeadStatus> statuses;
    for (const Record &record : list)
        statuses.push_back(as<LeadStatus>(record));
    return statuses;
}

// The status of those deals follows from the stage's type, their pipeline from the stage's.
Result<> refuseIfDealsStandIn(sql::Connection &connection, const Record &stage)
{
    HEADWAY_TRY(count,
                connection.cell(u"SELECT count(*) FROM deal WHERE stage_id = ? AND deleted_at IS NULL"_s,
                                {stage.ref.id}));
    const qint64 deals = std::get<qint64>(count);
    if (deals == 0)
        return {};
    return failure(
        ErrorCode::Conflict,
        (deals == 1 ? Sentence::tr("1 deal stands in %2; move it before the stage becomes another type.")
                    : Sentence::tr("%1 deals stand in %2; move them before the stage becomes another type."))
            .arg(deals, Quoted{nameOf(stage)}));
}

Record newRecord(EntityKind kind, const Row &row)
{
    Record record{.ref = {kind, 0}};
    record.row = row;
    return record;
}

std::vector<Change> firstStages()
{
    const PipelineId pipeline{newPipeline};
    return {create(Stage{.pipeline = pipeline, .name = u"New"_s, .position = 1, .probability = 10}),
            create(Stage{.pipeline = pipeline,
                         .name = u"Won"_s,
                         .position = 2,
                         .type = StageType::Won,
                         .probability = 100,
                         .forecast = ForecastCategory::Closed}),
            create(Stage{.pipeline = pipeline,
                         .name = u"Lost"_s,
                         .position = 3,
                         .type = StageType::Lost,
                         .forecast = ForecastCategory::Omitted})};
}

bool canBeRetired(const Record &record)
{
    return record.info().indexOf(u"active") >= 0;
}

// `part` is the record itself, or what is deleted with it.
Result<> refuseIfUsed(sql::Connection &connection, const Record &record, const Record &part)
{
    HEADWAY_TRY(user, firstDependant(connection, {part.ref}));
    if (!user)
        return {};
    return failure(ErrorCode::Conflict,
                   (canBeRetired(record) ? Sentence::tr("Cannot delete %1: %2 Make it inactive instead.")
                                         : Sentence::tr("Cannot delete %1: %2"))
                       .arg(Quoted{nameOf(record)}, *user));
}

// A pipeline is deleted with its stages, if none of them ever had a deal.
Result<std::vector<Change>> pipelineRemoval(sql::Connection &connection, const Record &record)
{
    HEADWAY_TRY(all, listOf(connection, record));
    if (all.size() == 1)
        return failure(
            ErrorCode::Conflict,
            Sentence::tr("Cannot delete %1: a book needs a pipeline.").arg(Quoted{nameOf(record)}));
    HEADWAY_TRY(stages,
                loadAll(connection, EntityKind::Stage, {u"pipeline_id = ?"_s, {record.ref.id}, u"id"_s}));
    HEADWAY_TRY(changes, releasePipeline(connection, record.ref));
    for (const Record &stage : stages) {
        HEADWAY_CHECK(refuseIfUsed(connection, record, stage));
        changes.push_back(remove(stage.ref));
    }
    changes.push_back(remove(record.ref));
    return changes;
}

// A tag is only a mark: deleting it removes it from all records.
Result<std::vector<Change>> tagRemoval(sql::Connection &connection, const Record &record)
{
    HEADWAY_TRY(links, loadAll(connection, EntityKind::TagLink, {u"tag_id = ?"_s, {record.ref.id}, u"id"_s}));
    std::vector<Change> changes;
    changes.reserve(links.size() + 1);
    for (const Record &link : links)
        changes.push_back(remove(link.ref));
    changes.push_back(remove(record.ref));
    return changes;
}

} // namespace

Result<Edit> addPicklistValueEdit(sql::Connection &connection, EntityKind kind, const Row &row)
{
    Record added = newRecord(kind, row);
    HEADWAY_TRY(list, listOf(connection, added));
    HEADWAY_CHECK(checkPicklistName(kind, nameOf(added), list));
    HEADWAY_CHECK(checkPicklistValues(kind, entityInfo(kind).defaults, row));
    Edit edit{.label = Sentence(steps::listValueAdded).arg(KindName{kind}, Quoted{nameOf(added)})};
    if (hasOrder(kind)) {
        const size_t place =
            kind == EntityKind::Stage ? placeForStage(as<Stage>(added).type, stagesIn(list)) : list.size();
        added.row[size_t(added.info().indexOf(u"position"))] = qint64(place) + 1;
        list.insert(list.begin() + std::ptrdiff_t(place), added);
        edit.changes = numbered(list);
    }
    edit.changes.push_back(createRow(kind, added.row, newPipeline));
    if (kind == EntityKind::Pipeline) {
        for (Change &stage : firstStages())
            edit.changes.push_back(std::move(stage));
    }
    return edit;
}

Result<> checkPicklistChange(sql::Connection &connection, const Record &record, const Row &after)
{
    Record changed = record;
    changed.row = after;
    const bool isStage = record.ref.kind == EntityKind::Stage;
    const bool isMoved = isStage && pipelineOf(changed) != pipelineOf(record);
    HEADWAY_CHECK(checkPicklistValues(record.ref.kind, record.row, after));
    HEADWAY_TRY(list, listOf(connection, changed));
    if (isMoved || nameOf(changed) != nameOf(record))
        HEADWAY_CHECK(checkPicklistName(record.ref.kind, nameOf(changed), without(list, record.ref)));
    if (record.ref.kind == EntityKind::LeadStatus) {
        const auto before = as<LeadStatus>(record);
        const auto now = as<LeadStatus>(changed);
        if (before.type == now.type && before.active == now.active)
            return {};
        std::replace_if(
            list.begin(), list.end(), [&](const Record &each) { return each.ref == record.ref; }, changed);
        return checkLeadStatuses(leadStatusesIn(list));
    }
    if (!isStage)
        return {};
    if (!isMoved && as<Stage>(changed).type == as<Stage>(record).type)
        return {};
    HEADWAY_CHECK(refuseIfDealsStandIn(connection, record));
    HEADWAY_TRY(former, listOf(connection, record));
    std::vector<Record> left = without(former, record.ref);
    if (!isMoved)
        left.push_back(changed);
    return checkStagesOf(connection, pipelineOf(record), left);
}

Result<std::vector<Change>> picklistRemoval(sql::Connection &connection, const Record &record)
{
    if (record.ref.kind == EntityKind::Pipeline)
        return pipelineRemoval(connection, record);
    if (record.ref.kind == EntityKind::Tag)
        return tagRemoval(connection, record);
    HEADWAY_CHECK(refuseIfUsed(connection, record, record));
    if (record.ref.kind == EntityKind::Stage) {
        HEADWAY_TRY(list, listOf(connection, record));
        HEADWAY_CHECK(checkStagesOf(connection, pipelineOf(record), without(list, record.ref)));
    }
    if (record.ref.kind == EntityKind::LeadStatus) {
        HEADWAY_TRY(list, listOf(connection, record));
        HEADWAY_CHECK(checkLeadStatuses(leadStatusesIn(without(list, record.ref))));
    }
    return std::vector{remove(record.ref)};
}

Result<Edit> movePicklistValueEdit(sql::Connection &connection, EntityRef value, int step)
{
    HEADWAY_TRY(record, loadLive(connection, value));
    HEADWAY_TRY(list, listOf(connection, record));
    const auto place =
        std::find_if(list.begin(), list.end(), [value](const Record &each) { return each.ref == value; });
    const auto target = place - list.begin() + step;
    if (!hasOrder(value.kind) || target < 0 || target >= std::ptrdiff_t(list.size()))
        return Edit{};
    std::iter_swap(place, list.begin() + target);
    return Edit{
        .label = Sentence(step < 0 ? steps::listValueUp : steps::listValueDown).arg(Quoted{nameOf(record)}),
        .changes = numbered(list)};
}

} // namespace headway::store
