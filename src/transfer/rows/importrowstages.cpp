// SPDX-License-Identifier: GPL-3.0-or-later
// Of RowReader: the columns that say when a deal entered and left its stages.
#include "domain/text/quoted.h"
#include "exchange/cells/daycell.h"
#include "transfer/request/requestwords.h"
#include "transfer/rows/importrow.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::ImportInput;
using exchange::StageName;
using exchange::TargetRole;

namespace {

constexpr qint64 dayInMs = 86'400'000; // as far may clocks be ahead that were written without their zone
constexpr qint64 earliest =
    365 * dayInMs; // 1971: what is earlier is how some programs write that there is none

} // namespace

// As the user calls them: --values 'stage:Demo=Offer'. Empty: it is to be left out.
std::vector<StageName> RowReader::stageNamesIn(const exchange::ImportTarget &target) const
{
    std::vector<StageName> names;
    for (const StageName &name : exchange::stageNamesIn(target)) {
        const StageName said{ruled(u"stage"_s, name.stage).text, ruled(u"pipeline"_s, name.pipeline).text};
        if (said.stage.trimmed().isEmpty())
            return {};
        names.push_back(said);
    }
    return names;
}

Result<Instant> RowReader::readStageMoment(const QString &text) const
{
    HEADWAY_TRY(at, exchange::readMoment(text, m_context.style));
    if (at.ms < earliest)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 is too long ago for a deal to have been in a stage.").arg(Quoted{text}));
    if (at.ms > m_context.actor.now.ms + dayInMs)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 lies ahead: no deal can have been in a stage then.").arg(Quoted{text}));
    return at;
}

Result<> RowReader::readStageDate(const ImportInput &input, const QString &text, ImportedRecord &imported)
{
    HEADWAY_TRY(at, readStageMoment(text));
    ToldDate date{.at = at,
                  .isExit = input.target.role == TargetRole::StageLeft,
                  .column = input.columnName,
                  .target = input.target.name,
                  .text = text.simplified()};
    if (!exchange::isStageDate(input.target)) {
        imported.since = date;
        return {};
    }
    const std::vector<StageName> names = stageNamesIn(input.target);
    if (names.empty())
        return {};
    const auto stage = m_stageColumns.find(input.target.name, names, imported);
    if (!stage) { // as in the column of the stage
        imported.keep(input.columnName, date.text);
        m_context.questions->ask(ImportQuestion::About::ListedName, u"stage"_s, input.columnName,
                                 names.back().stage, {wordToMake(EntityKind::Stage)});
        return {};
    }
    date.stage = *stage;
    imported.stageDates.push_back(date);
    return {};
}

Result<> RowReader::readMove(TargetRole role, const QString &text, ImportedRecord &imported) const
{
    ToldMove &move = imported.move;
    if (role == TargetRole::MovedAt) {
        HEADWAY_TRY(at, readStageMoment(text));
        move.at = at;
        move.text = text.simplified();
        return {};
    }
    (role == TargetRole::MovedTo         ? move.to
         : role == TargetRole::MovedFrom ? move.from
                                         : move.field) = text.trimmed();
    return {};
}

void RowReader::addMove(const QString &stage, TargetRole role, ImportedRecord &imported)
{
    const bool isExit = role == TargetRole::MovedFrom;
    const auto target = exchange::stageDateTarget((isExit ? u"left."_s : u"entered."_s) + stage);
    const std::vector<StageName> names =
        target ? stageNamesIn(*target) : std::vector<StageName>(); // else it is left out
    if (names.empty())
        return;
    const exchange::ImportInput *input = m_context.plan.find(role);
    const QString column = input ? input->columnName : QString();
    if (const auto found = m_stageColumns.find(target->name, names, imported)) {
        // An exit that has no place is no loss: the entries of the other rows tell as much.
        imported.stageDates.push_back({*found, imported.move.at, isExit, isExit ? QString() : column,
                                       target->name, imported.move.text});
        return;
    }
    if (!isExit)
        imported.keep(column, stage + u' ' + imported.move.text);
    m_context.questions->ask(ImportQuestion::About::ListedName, u"stage"_s, column, names.back().stage,
                             {wordToMake(EntityKind::Stage)});
}

void RowReader::placeMove(ImportedRecord &imported)
{
    if (const ToldMove &move = imported.move; !move.from.isEmpty() && move.from != move.to)
        addMove(move.from, TargetRole::MovedFrom, imported);
    addMove(imported.move.to, TargetRole::MovedTo, imported);
}

// The time of the day on which a deal was closed: its last stay begins then.
void RowReader::noteClosing(const ImportInput &input, const QString &text, ImportedRecord &imported) const
{
    if (!m_stageColumns.isAny())
        return;
    const bool isClosing = input.target.role == TargetRole::Closing
        || input.target.role == TargetRole::LostTime || input.target.name == "closed_on"_L1;
    if (!isClosing)
        return;
    const auto moment = exchange::readMomentCell(text, {m_context.style.dates, m_context.style.zone});
    if (moment && !moment->isWholeDay)
        imported.closedAt = moment->at;
}

} // namespace headway::transfer
