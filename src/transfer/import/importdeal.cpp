// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importdeal.h"

#include "domain/records/record.h"
#include "domain/rules/deals.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::TargetRole;

namespace {

NamedRecord present(const Deal &deal)
{
    return {EntityKind::Stage, deal.stage.value, {}, deal.pipeline.value, u"stage"_s};
}

Deal dealOf(DealId id, const Row &row)
{
    Deal deal = fromRow<Deal>(row);
    deal.id = id;
    return deal;
}

QString nameOfMissing(StageType type)
{
    return type == StageType::Won ? u"Won"_s : type == StageType::Lost ? u"Lost"_s : u"New"_s;
}

DealFile fileOf(const ImportContext &context)
{
    const bool tellsClosing = context.plan.find(u"closed_on"_s) || context.plan.find(TargetRole::Closing);
    return {.now = context.actor.now,
            .zone = context.style.zone,
            .currency = context.style.currency,
            .closing = context.request.closing == ImportRequest::Closing::None ? DealFile::Closing::Unknown
                : tellsClosing                                                 ? DealFile::Closing::Told
                                                                               : DealFile::Closing::Untold,
            .present = context.request.existing == DuplicatePolicy::Fill ? DealFile::Present::Kept
                                                                         : DealFile::Present::Replaced};
}

} // namespace

DealPlacement::DealPlacement(const ImportContext &context, References &references,
                             sql::Connection &connection)
    : m_context(context), m_references(references), m_connection(connection),
      m_info(entityInfo(EntityKind::Deal)), m_file(fileOf(context))
{
}

// The stage that the file names; if its status says that the deal was closed in another one, the pipeline's
// stage for that status; otherwise the deal's present stage, or the first open stage.
Result<NamedRecord> DealPlacement::stageOf(const ImportedRecord &imported,
                                           const std::optional<Deal> &before) const
{
    if (before && m_file.present == DealFile::Present::Kept)
        return present(*before);
    const NamedRecord *given = imported.reference(m_info.indexOf(u"stage_id"));
    const NamedRecord *pipeline = imported.reference(m_info.indexOf(u"pipeline_id"));
    const Value *status = imported.value(m_info.indexOf(u"status"));
    std::optional<NamedRecord> named;
    if (given)
        named = *given;
    else if (before)
        named = present(*before);
    const auto meant =
        stageTypeMeant(named ? std::optional(m_references.stage(*named).type) : std::nullopt,
                       status ? std::optional(Codec<StageType>::write(*status)) : std::nullopt);
    if (named && !meant)
        return *named;
    const bool isPipelineNew = pipeline && !pipeline->id;
    const StageType type = meant.value_or(StageType::Open);
    const qint64 scope = isPipelineNew ? 0
        : pipeline                     ? pipeline->id
        : named && named->id           ? m_references.stage(*named).pipeline.value
                                       : m_references.defaultPipeline();
    const auto found = isPipelineNew ? std::nullopt : m_references.stageOfType(scope, type);
    if (!found && m_references.mayCreate(EntityKind::Stage)) // a new pipeline has only what its deals named
        return NamedRecord{EntityKind::Stage,   0,
                           nameOfMissing(type), scope,
                           u"stage"_s,          isPipelineNew ? pipeline->name : QString()};
    if (!found)
        return failure(rowProblem(u"status"_s, Sentence::tr("The pipeline has no stage for such a deal.")));
    return NamedRecord{EntityKind::Stage, found->id.value, found->name, found->pipeline.value, u"stage"_s};
}

DealRow DealPlacement::described(const ImportedRecord &imported, const std::optional<Deal> &before) const
{
    const Value *closedOn = imported.value(m_info.indexOf(u"closed_on"));
    return {.before = before,
            .closedOn = closedOn ? Codec<QDate>::write(*closedOn) : QDate(),
            .closing = imported.closing,
            .createdAt = imported.createdAt};
}

// The day of a closed deal that its own columns do not say: from another column, as the user says, or asked.
void DealPlacement::sayClosing(const ImportedRecord &imported, const Stage &stage, const Deal &deal,
                               DealRow &row) const
{
    if (!isClosed(stage.type) || row.closing.isValid() || row.closedOn.isValid() || deal.closedOn.isValid())
        return;
    using Closing = ImportRequest::Closing;
    row.closing = imported.otherClosing;
    if (!row.closing.isValid() && m_context.request.closing == Closing::ImportDay)
        row.closing = dayOf(m_file.now, m_file.zone);
    if (!row.closing.isValid() && m_context.request.closing == Closing::Asked)
        m_context.questions->ask(ImportQuestion::About::ClosingDay, u"closed_on"_s, {}, {},
                                 {u"import"_s, u"none"_s});
}

Result<MergedRow> DealPlacement::complete(const ImportedRecord &imported, const std::optional<Deal> &before,
                                          MergedRow merged) const
{
    const bool isSensible = m_context.fidelity == Fidelity::Sensible;
    const int stageField = m_info.indexOf(u"stage_id");
    NamedRecord named;
    if (isSensible || before) {
        HEADWAY_TRY(found, stageOf(imported, before));
        named = found;
    } else if (const NamedRecord *given = imported.reference(stageField)) {
        named = *given;
    } else {
        return merged; // the check for required fields reports it
    }
    const int pipelineField = m_info.indexOf(u"pipeline_id");
    std::erase_if(merged.pending, [&](const MergedRow::Pending &each) {
        return each.field == stageField || (each.field == pipelineField && named.id);
    });
    if (!named.id)
        merged.pending.push_back({stageField, named});

    const Stage stage = m_references.stage(named);
    DealRow row = described(imported, before);
    Deal deal = fromRow<Deal>(merged.row);
    deal.stage.value = named.id ? named.id : -1;
    deal.pipeline = stage.pipeline ? stage.pipeline : PipelineId{-1};
    deal.status = stage.type;
    if (isSensible) {
        sayClosing(imported, stage, deal, row);
        HEADWAY_TRY(completed, completedDeal(deal, stage, row, m_file));
        deal = completed;
    }
    const bool isMoved = !before || before->stage.value != named.id;
    if (isMoved && (isSensible || before))
        deal.stageEnteredAt = standsSince(deal, stage, row, m_file);
    merged.row = toRow(deal);
    return merged;
}

Result<Row> DealPlacement::placed(Row row, const ImportedRecord &imported)
{
    const int pipeline = m_info.indexOf(u"pipeline_id");
    const int rank = m_info.indexOf(u"rank");
    const qint64 stage = integerOf(row[size_t(m_info.indexOf(u"stage_id"))]);
    row[size_t(pipeline)] = m_references.stage({EntityKind::Stage, stage, {}, 0, {}}).pipeline.value;
    if (imported.value(rank))
        return row;
    if (!m_lastRank.contains(stage)) {
        HEADWAY_TRY(lowest, store::lowestRank(m_connection, stage));
        m_lastRank.insert(stage, lowest.value_or(rankAtTop(m_file.now)));
    }
    row[size_t(rank)] = m_lastRank[stage] += rankGap;
    return row;
}

std::vector<Change> DealPlacement::firstStay(DealId deal, const Row &row) const
{
    return stayChanges(dealOf(deal, row), {}, m_context.actor.user);
}

Result<std::vector<Change>> DealPlacement::stayAfter(const Record &before, const Row &row) const
{
    const Deal now = dealOf({before.ref.id}, row);
    if (now.stage == as<Deal>(before).stage)
        return std::vector<Change>();
    HEADWAY_TRY(records, store::childRecords(m_connection, EntityKind::StageVisit, before.ref));
    std::vector<StageVisit> visits;
    for (const Record &record : records)
        visits.push_back(as<StageVisit>(record));
    return stayChanges(now, visits, m_context.actor.user);
}

} // namespace headway::transfer
