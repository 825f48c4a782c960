// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/maintenance/repair.h"

#include "store/maintenance/repairparts.h"

#include <algorithm>
#include <initializer_list>
#include <vector>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// A kind of flaw that can be repaired, and the sentence that says so; %1 is the number repaired.
struct Sort {
    FlawKind kind = FlawKind::Derived;
    Sentence sentence = {};
};

const std::vector<Sort> &sorts()
{
    static const std::vector<Sort> list{
        {FlawKind::Schema, Sentence::tr("Made what was missing in the file's structure: %1.")},
        {FlawKind::Dangling, Sentence::tr("Took out links to what does not exist: %1.")},
        {FlawKind::Derived, Sentence::tr("Recomputed the fields that follow from others: %1.")},
        {FlawKind::SearchText, Sentence::tr("Rewrote the words of the search: %1.")},
        {FlawKind::Stage, Sentence::tr("Brought deals into agreement with their stage: %1.")},
        {FlawKind::StageVisit, Sentence::tr("Closed gaps in stage histories: %1.")},
        {FlawKind::Log, Sentence::tr("Completed the history, where it did not lead to the present: %1.")},
        {FlawKind::StepCount, Sentence::tr("Recounted the changes of steps: %1.")},
        {FlawKind::Reverted, Sentence::tr("Marked steps as what they are, taken back or not: %1.")},
    };
    return list;
}

std::vector<Sentence> sentences(const CheckReport &before, const CheckReport &after)
{
    std::vector<Sentence> list;
    for (const Sort &sort : sorts()) {
        const qint64 gone = before.count(sort.kind) - after.count(sort.kind);
        if (gone > 0)
            list.push_back(Sentence(sort.sentence).arg(gone));
    }
    return list;
}

bool has(const CheckReport &report, std::initializer_list<FlawKind> kinds)
{
    return std::any_of(kinds.begin(), kinds.end(),
                       [&report](FlawKind kind) { return report.count(kind) > 0; });
}

Result<> mend(sql::Connection &connection, const CheckReport &found, const Actor &actor)
{
    if (has(found, {FlawKind::StepCount, FlawKind::Reverted}))
        HEADWAY_CHECK(recountSteps(connection));
    if (has(found, {FlawKind::Log})) // before records are changed: the history must match the present values
        HEADWAY_CHECK(completeHistory(connection, actor));
    if (has(found, {FlawKind::Dangling, FlawKind::Stage, FlawKind::StageVisit}))
        HEADWAY_CHECK(mendRecords(connection, actor));
    if (has(found, {FlawKind::Derived, FlawKind::SearchText, FlawKind::Dangling}))
        HEADWAY_CHECK(deriveAgain(connection));
    return {};
}

} // namespace

Result<RepairReport> repairBook(sql::Connection &connection, const Actor &actor, const Progress &progress)
{
    HEADWAY_TRY(before, checkBook(connection, CheckDepth::Thorough, progress));
    CheckReport found = before;
    // With a different schema no other check is possible; after creating a missing index, it is.
    if (found.count(FlawKind::Schema) > 0 && found.count(FlawKind::Damaged) == 0) {
        HEADWAY_CHECK(makeMissingIndexes(connection));
        HEADWAY_TRY(again, checkBook(connection, CheckDepth::Thorough, progress));
        found = again;
        again.counts[size_t(FlawKind::Schema)] = before.count(FlawKind::Schema);
        before = std::move(again);
    }
    if (!has(found, {FlawKind::Damaged, FlawKind::Schema}))
        HEADWAY_CHECK(mend(connection, found, actor));
    HEADWAY_TRY(after, checkBook(connection, CheckDepth::Thorough, progress));
    return RepairReport{sentences(before, after), std::move(after)};
}

} // namespace headway::store
