// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importmoves.h"

#include "domain/records/record.h"
#include "exchange/plan/stagecolumns.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::TargetRole;

StageMoves::StageMoves(const ImportContext &context, References &references, RowReader &reader,
                       sql::Connection &connection)
    : m_context(context), m_references(references), m_reader(reader), m_connection(connection),
      m_stageField(entityInfo(EntityKind::Deal).indexOf(u"stage_id"))
{
}

Result<> StageMoves::require(const exchange::ImportPlan &plan, const QStringList &keys)
{
    const bool isAny =
        std::any_of(plan.inputs.begin(), plan.inputs.end(),
                    [](const exchange::ImportInput &input) { return exchange::isOfMove(input.target.role); });
    if (isAny && !exchange::isStageHistory(plan))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("A history of stages has a column for the stage that a deal moved to "
                                    "(%1), and one that says when (%2).")
                           .arg(u"moved_to"_s, u"moved_at"_s));
    if (isAny && keys.isEmpty())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("A history of stages has to say whose it is: no column is the id of the "
                                    "deal (%1) or its name (%2).")
                           .arg(u"external_id"_s, u"name"_s));
    return {};
}

bool StageMoves::isOfStage(const exchange::ImportPlan &plan, const ImportedRecord &imported)
{
    const bool isOther = plan.find(TargetRole::MovedField) && !exchange::isStageField(imported.move.field);
    return !isOther && !imported.move.to.isEmpty();
}

size_t StageMoves::stageOf(const NamedRecord &stage)
{
    const auto known = std::find_if(m_stages.begin(), m_stages.end(), [&](const NamedRecord &other) {
        return other.id == stage.id && other.name == stage.name && other.scope == stage.scope
            && other.newScope == stage.newScope;
    });
    const auto place = size_t(known - m_stages.begin());
    if (known == m_stages.end())
        m_stages.push_back(stage);
    return place;
}

Result<size_t> StageMoves::placeOf(qint64 deal, qint64 line)
{
    if (const auto known = m_places.constFind(deal); known != m_places.cend())
        return *known;
    HEADWAY_TRY(record, store::load(m_connection, EntityRef{EntityKind::Deal, deal}));
    const Deal before = as<Deal>(record);
    NamedRecord present{EntityKind::Stage, before.stage.value, {}, before.pipeline.value, u"stage"_s};
    present.name = m_references.stage(present).name;
    m_places.insert(deal, m_deals.size());
    m_deals.push_back(
        {.deal = deal, .line = line, .present = std::move(present), .createdAt = record.createdAt});
    return m_deals.size() - 1;
}

Result<> StageMoves::add(qint64 deal, ImportedRecord &imported)
{
    HEADWAY_TRY(place, placeOf(deal, imported.line));
    Moved &moved = m_deals[place];
    imported.references = {{m_stageField, moved.present}}; // stages are those of its pipeline
    m_reader.placeMove(imported);
    for (const ToldDate &date : imported.stageDates)
        moved.moves.push_back({stageOf(date.stage), date.at, date.isExit});
    moved.kept += imported.kept;
    return {};
}

Result<qint64> StageMoves::write(RowWriter &writer)
{
    const bool isFill =
        m_context.request.isExistingSaid && m_context.request.existing == DuplicatePolicy::Fill;
    qint64 changed = 0;
    for (const Moved &moved : m_deals) {
        ImportedRecord imported{.line = moved.line,
                                .createdAt = moved.createdAt,
                                .existing = isFill ? DuplicatePolicy::Fill : DuplicatePolicy::Overwrite,
                                .kept = moved.kept};
        for (const Move &move : moved.moves)
            imported.stageDates.push_back(
                {.stage = m_stages[move.stage], .at = move.at, .isExit = move.isExit});
        m_context.questions->beginRow();
        HEADWAY_TRY(written, writer.update(imported, moved.deal));
        m_context.questions->settleRow();
        changed += written.outcome == RowWriter::Outcome::Updated ? 1 : 0;
    }
    return changed;
}

} // namespace headway::transfer
