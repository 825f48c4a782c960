// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/importeddeals.h"

#include "domain/records/record.h"
#include "domain/rules/deals.h"
#include "domain/text/datetext.h"
#include "domain/text/quoted.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// For a stage that only a file mentions: halfway, until somebody sets it.
constexpr qint64 probabilityOfUnknownStage = 50;

// Never none, which 1970 begins with.
Instant startOf(QDate day, const QTimeZone &zone)
{
    const qint64 ms = QDateTime(day, QTime(0, 0), zone).toMSecsSinceEpoch();
    return {ms ? ms : 1};
}

Error closingProblem(const Sentence &sentence)
{
    return {ErrorCode::Invalid, sentence, u"closed_on"_s};
}

Result<Deal> stillOpen(Deal deal, const Stage &stage, const DealRow &row, const DealFile &file)
{
    if (deal.closedOn.isValid())
        return failure(closingProblem(Sentence::tr("It was closed on %1, but the stage %2 is open.")
                                          .arg(deal.closedOn, Quoted(stage.name))));
    const bool isKept = file.present == DealFile::Present::Kept && deal.expectedClose.isValid();
    if (row.closing.isValid() && !isKept)
        deal.expectedClose = row.closing;
    return deal;
}

Result<Deal> closed(Deal deal, const Stage &stage, const DealRow &row, const DealFile &file)
{
    const bool isKept = file.present == DealFile::Present::Kept && deal.closedOn.isValid();
    if (row.closing.isValid() && !isKept)
        deal.closedOn = row.closing;
    if (deal.closedOn.isValid() || file.closing == DealFile::Closing::Unknown)
        return deal;
    if (file.closing == DealFile::Closing::Told)
        return failure(closingProblem(
            Sentence::tr("A deal in the stage %1 needs the day it was closed.").arg(Quoted(stage.name))));
    deal.closedOn = dayOf(row.createdAt ? row.createdAt : file.now, file.zone);
    return deal;
}

} // namespace

std::optional<StageType> stageTypeMeant(std::optional<StageType> named, std::optional<StageType> status)
{
    const StageType wanted = status.value_or(StageType::Open);
    if (!named)
        return wanted;
    const bool isSame = !status || wanted == *named || (!isClosed(wanted) && !isClosed(*named));
    return isSame ? std::nullopt : std::optional(wanted);
}

Stage stageNamed(const QString &name, StageType type, PipelineId pipeline, const std::vector<Stage> &others)
{
    Stage stage{.pipeline = pipeline, .name = name, .type = type};
    // After the last open column, before Won and Lost.
    const bool isOpen = stage.type == StageType::Open;
    for (const Stage &other : others) {
        if (other.pipeline == pipeline && (!isClosed(other.type) || !isOpen))
            stage.position = std::max(stage.position, other.position + (isOpen ? 0 : 1));
    }
    if (stage.type == StageType::Won)
        stage.probability = 100;
    else if (stage.type != StageType::Lost)
        stage.probability = probabilityOfUnknownStage;
    if (isClosed(stage.type))
        stage.forecast = stage.type == StageType::Won ? ForecastCategory::Closed : ForecastCategory::Omitted;
    return stage;
}

Result<Deal> completedDeal(Deal deal, const Stage &stage, const DealRow &row, const DealFile &file)
{
    const bool isReopened = row.before && row.before->stage != deal.stage && !isClosed(stage.type);
    if (isReopened && !row.closedOn.isValid())
        deal.closedOn = {};
    HEADWAY_TRY(completed,
                isClosed(stage.type) ? closed(std::move(deal), stage, row, file)
                                     : stillOpen(std::move(deal), stage, row, file));
    if (completed.probabilityOverride == stage.probability || isClosed(stage.type))
        completed.probabilityOverride = {};
    if (completed.currency.isEmpty() && !row.before)
        completed.currency = file.currency;
    return std::move(completed);
}

Instant standsSince(const Deal &deal, const Stage &stage, const DealRow &row, const DealFile &file)
{
    if (row.before)
        return file.now;
    if (isClosed(stage.type) && deal.closedOn.isValid()) {
        const bool isMoment = row.closedAt && dayOf(row.closedAt, file.zone) == deal.closedOn;
        return isMoment ? row.closedAt : startOf(deal.closedOn, file.zone);
    }
    return row.createdAt ? row.createdAt : file.now;
}

std::vector<Change> stayChanges(const Deal &deal, const std::vector<StageVisit> &visits, UserId by)
{
    std::vector<Change> changes;
    for (const StageVisit &visit : visits) {
        if (visit.leftAt)
            continue;
        StageVisit left = visit;
        left.leftAt = deal.stageEnteredAt;
        changes.push_back(update(visit, left));
    }
    Change stay =
        create(StageVisit{.deal = deal.id, .stage = deal.stage, .enteredAt = deal.stageEnteredAt, .by = by});
    stay.createdAt = deal.stageEnteredAt;
    changes.push_back(stay);
    return changes;
}

} // namespace headway
