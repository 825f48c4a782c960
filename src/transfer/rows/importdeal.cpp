// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importdeal.h"

#include "domain/records/record.h"
#include "domain/rules/deals.h"
#include "domain/text/datetext.h"
#include "transfer/request/importwords.h"

#include <algorithm>

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

QString statusText(StageType type)
{
    return type == StageType::Won ? u"won"_s : type == StageType::Lost ? u"lost"_s : u"open"_s;
}

DealFile::Present presentIn(DuplicatePolicy policy)
{
    return policy == DuplicatePolicy::Fill ? DealFile::Present::Kept : DealFile::Present::Replaced;
}

DealFile fileOf(const ImportContext &context)
{
    const bool tellsClosing = context.plan.find(u"closed_on"_s) || context.plan.find(TargetRole::Closing);
    const bool isUnknown = context.request.closing == ImportRequest::Closing::None
        || exchange::isStageHistory(context.plan); // whose deals are there already
    return {.now = context.actor.now,
            .zone = context.style.zone,
            .currency = context.style.currency,
            .closing = isUnknown ? DealFile::Closing::Unknown
                : tellsClosing   ? DealFile::Closing::Told
                                 : DealFile::Closing::Untold,
            .present = presentIn(context.request.existing)};
}

} // namespace

DealPlacement::DealPlacement(const ImportContext &context, References &references,
                             sql::Connection &connection)
    : m_context(context), m_references(references), m_connection(connection),
      m_info(entityInfo(EntityKind::Deal)), m_file(fileOf(context)),
      m_history(context, references, connection)
{
}

// The column that goes to a field, else the field.
QString DealPlacement::columnOf(QStringView field) const
{
    const auto &inputs = m_context.plan.inputs;
    const int index = m_info.indexOf(field);
    const auto input = std::find_if(inputs.begin(), inputs.end(), [&](const exchange::ImportInput &each) {
        return each.target.field == index && each.target.role != TargetRole::Custom;
    });
    return input == inputs.end() ? field.toString() : input->columnName;
}

// Kept as text, and asked about. `field` is the one whose column it stands in.
void DealPlacement::leave(Placing &placing, QStringView field, ImportQuestion::About about,
                          const QString &text) const
{
    if (m_context.fidelity == Fidelity::Exact)
        return;
    const QString column = columnOf(field);
    placing.kept += column + u": "_s + text;
    const bool isStage = about == ImportQuestion::About::AgainstStatus;
    m_context.questions->ask(about, field.toString(), column, text,
                             isStage ? QStringList{columnOf(u"status")} : QStringList());
}

// As the row says, or of a new deal as the name of a stage says that the book does not have.
std::optional<StageType> DealPlacement::statusOf(const Placing &placing) const
{
    if (const Value *status = placing.imported.value(m_info.indexOf(u"status")))
        return Codec<StageType>::write(*status);
    const QString &word = placing.imported.stageWord;
    return word.isEmpty() || placing.before
        ? std::nullopt
        : std::optional(stageMeaning(m_context.request.meanings, word).type);
}

// The stage that the file names; if its status says that the deal is in another one, the pipeline's stage for that
// status; otherwise the deal's present stage, or the first open stage.
Result<NamedRecord> DealPlacement::stageOf(Placing &placing) const
{
    const std::optional<Deal> &before = placing.before;
    if (before && m_file.present == DealFile::Present::Kept)
        return present(*before);
    const NamedRecord *given = placing.imported.reference(m_info.indexOf(u"stage_id"));
    std::optional<NamedRecord> named;
    if (given)
        named = *given;
    else if (before)
        named = present(*before);
    const std::optional<StageType> told =
        named ? std::optional(m_references.stage(*named).type) : std::nullopt;
    const auto meant = stageTypeMeant(told, statusOf(placing));
    if (named && !meant)
        return *named;
    return stageOfType(placing, named, meant.value_or(StageType::Open));
}

// 0: one that is made by this import.
qint64 DealPlacement::pipelineOf(const NamedRecord *pipeline, const std::optional<NamedRecord> &named) const
{
    if (pipeline)
        return pipeline->id;
    return named && named->id ? m_references.stage(*named).pipeline.value : m_references.defaultPipeline();
}

// Where the deal stands by its status, which is not that of the named stage, if there is one.
Result<NamedRecord> DealPlacement::stageOfType(Placing &placing, const std::optional<NamedRecord> &named,
                                               StageType type) const
{
    using About = ImportQuestion::About;
    const NamedRecord *given = placing.imported.reference(m_info.indexOf(u"stage_id"));
    const NamedRecord *pipeline = placing.imported.reference(m_info.indexOf(u"pipeline_id"));
    const bool isPipelineNew = pipeline && !pipeline->id;
    const qint64 scope = pipelineOf(pipeline, named);
    auto found = isPipelineNew ? std::nullopt : m_references.stageOfType(scope, type);
    // An open stage beside a deal that was won is how some systems say where that was.
    const auto sayContradiction = [&] {
        if (given && isClosed(m_references.stage(*given).type))
            leave(placing, u"stage_id", About::AgainstStatus, m_references.stage(*given).name);
    };
    if (!found && m_references.mayCreate(EntityKind::Stage)) { // a new pipeline has only what its deals named
        sayContradiction();
        return NamedRecord{EntityKind::Stage,   0,
                           nameOfMissing(type), scope,
                           u"stage"_s,          isPipelineNew ? pipeline->name : QString()};
    }
    if (!found && m_context.fidelity == Fidelity::Sensible) {
        // A pipeline without a stage for that status: it stands where it would without it.
        if (!named)
            found = m_references.stageOfType(scope, StageType::Open);
        if (named || found)
            leave(placing, u"status", About::AgainstStage, statusText(type));
        if (named)
            return *named;
    } else if (found) {
        sayContradiction();
    }
    if (!found) // there is no open stage, or no pipeline at all
        return failure(rowProblem(u"status"_s, Sentence::tr("The pipeline has no stage for such a deal.")));
    return NamedRecord{EntityKind::Stage, found->id.value, found->name, found->pipeline.value, u"stage"_s};
}

DealRow DealPlacement::described(const ImportedRecord &imported, const std::optional<Deal> &before) const
{
    const Value *closedOn = imported.value(m_info.indexOf(u"closed_on"));
    return {.before = before,
            .closedOn = closedOn ? Codec<QDate>::write(*closedOn) : QDate(),
            .closing = imported.closing,
            .closedAt = imported.closedAt,
            .createdAt = imported.createdAt};
}

// The day of a closed deal that its own columns do not say: from another column, as the user says, or asked.
void DealPlacement::sayClosing(const ImportedRecord &imported, const NamedRecord &named, const Stage &stage,
                               const Deal &deal, DealRow &row) const
{
    if (!isClosed(stage.type) || row.closing.isValid() || row.closedOn.isValid() || deal.closedOn.isValid())
        return;
    using Closing = ImportRequest::Closing;
    row.closing = imported.otherClosing;
    if (const Instant entered = enteredBy(imported, named); entered && !row.closing.isValid())
        row.closing = dayOf(entered, m_file.zone);
    if (!row.closing.isValid() && m_context.request.closing == Closing::ImportDay)
        row.closing = dayOf(m_file.now, m_file.zone);
    if (!row.closing.isValid() && m_context.request.closing == Closing::Asked
        && !exchange::isStageHistory(m_context.plan))
        m_context.questions->ask(ImportQuestion::About::ClosingDay, u"closed_on"_s, {}, {},
                                 {u"import"_s, u"none"_s});
}

// The day on which a deal was closed that is open now.
void DealPlacement::leaveClosing(Placing &placing, const Stage &stage, const DealRow &row, Deal &deal) const
{
    if (isClosed(stage.type) || !row.closedOn.isValid())
        return;
    const bool isKept = placing.before && m_file.present == DealFile::Present::Kept;
    if (!isKept)
        leave(placing, u"closed_on", ImportQuestion::About::AgainstStage, formatDay(row.closedOn));
    deal.closedOn = {};
}

// The stages that the deal went through, as its row tells. One that was closed elsewhere entered its last stage then,
// whenever that is imported.
Result<> DealPlacement::takeHistory(Placing &placing, const NamedRecord &named, const Stage &stage,
                                    DealRow row, Deal &deal, MergedRow &merged)
{
    row.before = {};
    const bool isMoved = !placing.before || placing.before->stage.value != named.id;
    const bool isClosedNow = isMoved && isClosed(stage.type) && deal.closedOn.isValid();
    const Instant since = isClosedNow ? standsSince(deal, stage, row, m_file) : deal.stageEnteredAt;
    const DealHistory::Standing standing{.stage = named,
                                         .type = stage.type,
                                         .since = since,
                                         .isMoved = isMoved,
                                         .isKept = m_file.present == DealFile::Present::Kept};
    HEADWAY_TRY(told, m_history.of(placing.imported, placing.before, standing, placing.kept));
    if (told)
        deal.stageEnteredAt = told->visits.back().enteredAt;
    if (told && !isSameHistory(told->before, told->visits))
        merged.history = std::move(told);
    return {};
}

Result<MergedRow> DealPlacement::complete(const ImportedRecord &imported, const std::optional<Deal> &before,
                                          MergedRow merged)
{
    m_file.present = presentIn(imported.existing); // other for rows that repeat an earlier one
    const bool isSensible = m_context.fidelity == Fidelity::Sensible;
    const int stageField = m_info.indexOf(u"stage_id");
    Placing placing{imported, before};
    NamedRecord named;
    if (isSensible || before) {
        HEADWAY_TRY(found, stageOf(placing));
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
        sayClosing(imported, named, stage, deal, row);
        leaveClosing(placing, stage, row, deal);
        DealFile file = m_file;
        if (file.closing == DealFile::Closing::Told)
            file.closing = DealFile::Closing::Unknown; // it is asked about, and goes in without
        HEADWAY_TRY(completed, completedDeal(deal, stage, row, file));
        deal = completed;
    }
    const bool isMoved = !before || before->stage.value != named.id;
    if (isMoved && (isSensible || before))
        deal.stageEnteredAt = standsSince(deal, stage, row, m_file);
    if (isSensible && tellsStages(imported))
        HEADWAY_CHECK(takeHistory(placing, named, stage, row, deal, merged));
    merged.row = toRow(deal);
    merged.kept = placing.kept;
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

// In the order in which the deal went through them, so that they stand so on the board.
Result<> DealPlacement::makeStages(RowHistory &history, store::StepWriter &step)
{
    for (StageVisit &visit : history.visits) {
        if (visit.stage.value < 0) {
            HEADWAY_TRY(id, m_references.make(step, history.made(visit.stage)));
            visit.stage.value = id;
        }
    }
    return {};
}

std::vector<Change> DealPlacement::stays(DealId deal, const RowHistory &history) const
{
    return historyChanges(deal, history.before, history.visits, m_context.actor.user);
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
