// SPDX-License-Identifier: GPL-3.0-or-later
// How an imported deal comes to stand where its file says: stage, status, closing, rank, stage history.
#include "transfer/import/importwrite.h"

#include "domain/records/record.h"
#include "domain/rules/deals.h"
#include "domain/text/quotation.h"

#include <QDateTime>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::TargetRole;

namespace {

Instant startOf(QDate day)
{
    return {QDateTime(day, QTime(0, 0), QTimeZone::utc()).toMSecsSinceEpoch()};
}

} // namespace

QDate RowWriter::today() const
{
    return dayOf(m_context.actor.now, m_context.style.zone);
}

// The stage the file names; where its status says that the deal was closed elsewhere, the pipeline's
// stage for that; else where the deal stands, or the first open stage.
Result<NamedRecord> RowWriter::stageOf(const Draft &draft, const std::optional<Deal> &before) const
{
    const NamedRecord *named = draft.reference(m_info.indexOf(u"stage_id"));
    const NamedRecord *pipeline = draft.reference(m_info.indexOf(u"pipeline_id"));
    const Value *status = draft.value(m_info.indexOf(u"status"));
    NamedRecord stage;
    if (before && m_context.request.existing == Existing::Fill)
        return NamedRecord{EntityKind::Stage, before->stage.value, {}, before->pipeline.value, u"stage"_s};
    if (named)
        stage = *named;
    else if (before)
        stage = {EntityKind::Stage, before->stage.value, {}, before->pipeline.value, u"stage"_s};
    const qint64 scope = pipeline && pipeline->id ? pipeline->id
        : stage.id                                ? m_references.stage(stage).pipeline.value
                                                  : m_references.defaultPipeline();
    const bool unnamed = !stage.id && stage.name.isEmpty();
    const StageType wanted = status ? Codec<StageType>::write(*status) : StageType::Open;
    const StageType type = unnamed ? wanted : m_references.stage(stage).type;
    if (!unnamed && (!status || wanted == type || (!isClosed(wanted) && !isClosed(type))))
        return stage;
    const auto found = m_references.stageOfType(scope, wanted);
    if (!found)
        return failure(rowProblem(u"status"_s, u"The pipeline has no stage for such a deal."_s));
    return NamedRecord{EntityKind::Stage, found->id.value, found->name, found->pipeline.value, u"stage"_s};
}

Result<> RowWriter::closeDeal(const Draft &draft, const Stage &stage, Deal &deal) const
{
    const bool keeps = m_context.request.existing == Existing::Fill;
    if (!isClosed(stage.type)) {
        if (deal.closedOn.isValid())
            return failure(rowProblem(u"closed_on"_s,
                                      u"It was closed on %1, but the stage %2 is open."_s.arg(
                                          formatDay(deal.closedOn), quotation(stage.name))));
        if (draft.closing.isValid() && !(keeps && deal.expectedClose.isValid()))
            deal.expectedClose = draft.closing;
        return {};
    }
    if (draft.closing.isValid() && !(keeps && deal.closedOn.isValid()))
        deal.closedOn = draft.closing;
    if (deal.closedOn.isValid())
        return {};
    const bool fileKnows = m_context.plan.find(u"closed_on"_s) || m_context.plan.find(TargetRole::Closing);
    if (fileKnows)
        return failure(
            rowProblem(u"closed_on"_s,
                       u"A deal in the stage %1 needs the day it was closed."_s.arg(quotation(stage.name))));
    deal.closedOn = draft.createdAt ? dayOf(draft.createdAt, m_context.style.zone) : today();
    return {};
}

// What a person would have done along with the stage.
Result<> RowWriter::makeSensible(const Draft &draft, const std::optional<Deal> &before, const Stage &stage,
                                 Deal &deal) const
{
    const bool reopens = before && before->stage != deal.stage && !isClosed(stage.type);
    if (reopens && !draft.value(m_info.indexOf(u"closed_on")))
        deal.closedOn = {};
    HEADWAY_CHECK(closeDeal(draft, stage, deal));
    if (deal.probabilityOverride == stage.probability || isClosed(stage.type))
        deal.probabilityOverride = {};
    if (deal.currency.isEmpty() && !before)
        deal.currency = m_context.style.currency;
    return {};
}

Instant RowWriter::enteredAt(const Draft &draft, const std::optional<Deal> &before, const Stage &stage,
                             const Deal &deal) const
{
    if (before)
        return m_context.actor.now;
    if (isClosed(stage.type))
        return startOf(deal.closedOn);
    return draft.createdAt ? draft.createdAt : m_context.actor.now;
}

Result<> RowWriter::completeDeal(const Draft &draft, const std::optional<Deal> &before, Row &row,
                                 std::vector<Pending> &pending) const
{
    const bool sensible = m_context.fidelity == Fidelity::Sensible;
    const int stageField = m_info.indexOf(u"stage_id");
    NamedRecord named;
    if (sensible || before) {
        HEADWAY_TRY(found, stageOf(draft, before));
        named = found;
    } else if (const NamedRecord *given = draft.reference(stageField)) {
        named = *given;
    } else {
        return {}; // the check for what is required says so
    }
    const Stage stage = m_references.stage(named);
    const int pipelineField = m_info.indexOf(u"pipeline_id");
    std::erase_if(pending, [&](const Pending &p) {
        return p.field == stageField || (p.field == pipelineField && named.id);
    });
    if (!named.id)
        pending.push_back({stageField, named});

    Deal deal = fromRow<Deal>(row);
    deal.stage.value = named.id ? named.id : -1;
    deal.pipeline = stage.pipeline ? stage.pipeline : PipelineId{-1};
    deal.status = stage.type;
    const bool moves = !before || before->stage.value != named.id;
    if (sensible)
        HEADWAY_CHECK(makeSensible(draft, before, stage, deal));
    if (moves && (sensible || before))
        deal.stageEnteredAt = enteredAt(draft, before, stage, deal);
    row = toRow(deal);
    return {};
}

// The file's order becomes the column's, below the cards that are there.
Result<> RowWriter::placeDeal(Row &row, const Draft &draft)
{
    const int pipeline = m_info.indexOf(u"pipeline_id");
    const int rank = m_info.indexOf(u"rank");
    const qint64 stage = integerOf(row[size_t(m_info.indexOf(u"stage_id"))]);
    row[size_t(pipeline)] = m_references.stage({EntityKind::Stage, stage, {}, 0, {}}).pipeline.value;
    if (draft.value(rank))
        return {};
    if (!m_lastRank.contains(stage)) {
        HEADWAY_TRY(lowest, store::lowestRank(m_connection, stage));
        m_lastRank.insert(stage, lowest.value_or(rankAtTop(m_context.actor.now)));
    }
    row[size_t(rank)] = m_lastRank[stage] += rankGap;
    return {};
}

// The deal's earlier stay ends where its present one begins.
Result<> RowWriter::endVisits(qint64 deal, const Row &row)
{
    const Deal now = fromRow<Deal>(row);
    HEADWAY_TRY(visits, store::belongings(m_connection, EntityKind::StageVisit, {EntityKind::Deal, deal}));
    for (const Record &record : visits) {
        const StageVisit visit = as<StageVisit>(record);
        if (visit.leftAt)
            continue;
        StageVisit left = visit;
        left.leftAt = now.stageEnteredAt;
        HEADWAY_CHECK(m_step.apply(headway::update(visit, left)));
    }
    return {};
}

Result<> RowWriter::recordVisit(qint64 deal, const Row &row)
{
    const Deal now = fromRow<Deal>(row);
    const StageVisit visit{
        .deal = {deal}, .stage = now.stage, .enteredAt = now.stageEnteredAt, .by = m_context.actor.user};
    Change change = headway::create(visit);
    change.createdAt = now.stageEnteredAt;
    HEADWAY_CHECK(m_step.apply(change));
    return {};
}

} // namespace headway::transfer
