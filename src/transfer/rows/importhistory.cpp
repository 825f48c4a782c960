// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/rows/importhistory.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/reading/importlookup.h"
#include "transfer/request/importwords.h"

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

bool isSame(const NamedRecord &a, const NamedRecord &b)
{
    if (a.id || b.id)
        return a.id == b.id;
    return a.scope == b.scope && fold(a.name) == fold(b.name) && fold(a.newScope) == fold(b.newScope);
}

} // namespace

// What a row tells, with an id for each of its stages.
struct DealHistory::Telling {
    ToldStays told = {};
    std::vector<NamedRecord> missing = {};

    StageId idOf(const NamedRecord &stage)
    {
        if (stage.id)
            return {stage.id};
        const auto known = std::find_if(missing.begin(), missing.end(),
                                        [&](const NamedRecord &other) { return isSame(other, stage); });
        const qint64 place = known - missing.begin();
        if (known == missing.end())
            missing.push_back(stage);
        return {-place - 1};
    }
    void add(const NamedRecord &named, const Stage &stage, Instant at, bool isExit)
    {
        told.dates.push_back({idOf(named), stage.position, at, isExit});
    }
};

bool tellsStages(const ImportedRecord &imported)
{
    return imported.since || !imported.stageDates.empty();
}

Instant enteredBy(const ImportedRecord &imported, const NamedRecord &stage)
{
    Instant last;
    for (const ToldDate &date : imported.stageDates) {
        if (!date.isExit && isSame(date.stage, stage))
            last = std::max(last, date.at);
    }
    return last;
}

DealHistory::DealHistory(const ImportContext &context, const References &references,
                         sql::Connection &connection)
    : m_context(context), m_references(references), m_connection(connection),
      m_stageField(entityInfo(EntityKind::Deal).indexOf(u"stage_id")),
      m_statusField(entityInfo(EntityKind::Deal).indexOf(u"status"))
{
}

Result<std::vector<StageVisit>> DealHistory::visitsOf(DealId deal) const
{
    HEADWAY_TRY(records,
                store::childRecords(m_connection, EntityKind::StageVisit, {EntityKind::Deal, deal.value}));
    std::vector<StageVisit> visits;
    for (const Record &record : records)
        visits.push_back(as<StageVisit>(record));
    std::sort(visits.begin(), visits.end(), [](const StageVisit &a, const StageVisit &b) {
        return std::tuple(a.enteredAt, a.id) < std::tuple(b.enteredAt, b.id);
    });
    return visits;
}

// Whether the deal is in the book where the file has it.
bool DealHistory::isFileThere(const ImportedRecord &imported, const Deal &before) const
{
    const NamedRecord *given = imported.reference(m_stageField);
    if (!given || given->id == before.stage.value)
        return true;
    const Value *status = imported.value(m_statusField);
    return status && isClosed(before.status) && Codec<StageType>::write(*status) == before.status;
}

// A column of the last change is about the stage that the row names. Of a deal that was won or lost some systems name the
// stage in which that was.
void DealHistory::tellSince(const ImportedRecord &imported, const Standing &standing, Telling &telling,
                            QStringList &kept) const
{
    if (!imported.since)
        return;
    const NamedRecord *given = imported.reference(m_stageField);
    const bool isElsewhere = given ? !isSame(*given, standing.stage)
                                   : !imported.stageWord.isEmpty()
            && !isClosed(stageMeaning(m_context.request.meanings, imported.stageWord).type);
    if (!isClosed(standing.type) || !isElsewhere)
        telling.told.presentSince = imported.since->at;
    else if (!given)
        kept += imported.since->column + u": "_s + imported.since->text;
    else if (const Stage stage = m_references.stage(*given); !isClosed(stage.type))
        telling.add(*given, stage, imported.since->at, false);
}

// The last change alone says nothing of earlier stages, which stay as the book has them.
StageHistory DealHistory::joined(const ImportedRecord &imported, Telling &telling, const Standing &standing,
                                 const std::vector<StageVisit> &visits)
{
    const bool wasMoved = visits.size() > 1 || standing.isMoved;
    if (!imported.stageDates.empty() || !wasMoved)
        return historyOf(telling.told, visits);
    for (const StageVisit &visit : visits) {
        const bool isPresent = !standing.isMoved && visit == visits.back();
        if (!isPresent)
            telling.told.dates.push_back({.stage = visit.stage, .at = visit.enteredAt});
    }
    return historyOf(telling.told);
}

Result<std::optional<RowHistory>> DealHistory::of(const ImportedRecord &imported,
                                                  const std::optional<Deal> &before, const Standing &standing,
                                                  QStringList &kept)
{
    Telling telling;
    telling.told.present = telling.idOf(standing.stage);
    telling.told.createdAt = imported.createdAt;
    telling.told.otherwise = standing.since;
    for (const ToldDate &date : imported.stageDates)
        telling.add(date.stage, m_references.stage(date.stage), date.at, date.isExit);
    tellSince(imported, standing, telling, kept);
    if (telling.told.dates.empty() && !telling.told.presentSince)
        return std::optional<RowHistory>();
    RowHistory history;
    if (before) {
        HEADWAY_TRY(visits, visitsOf(before->id));
        history.before = visits;
        const bool isFull = standing.isKept && (visits.size() > 1 || !isFileThere(imported, *before));
        if (isFull)
            return std::optional<RowHistory>();
        if (!standing.isMoved && !visits.empty())
            telling.told.otherwise = visits.back().enteredAt;
    }
    const StageHistory all = joined(imported, telling, standing, history.before);
    for (const size_t place : all.unplaced) {
        const ToldDate &date = imported.stageDates[place]; // those are all exits
        if (date.column.isEmpty())
            continue;
        kept += date.column + u": "_s + date.text;
        m_context.questions->ask(ImportQuestion::About::NotUnderstood, date.target, date.column, date.text);
    }
    const bool isKnown =
        all.isSinceTold || before || isClosed(standing.type); // by the book, or its closing day
    m_untold += isKnown ? 0 : 1;
    history.visits = all.visits;
    history.missing = telling.missing;
    return std::optional(history);
}

} // namespace headway::transfer
