// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/takingback.h"

#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "store/commit/changelog.h"

#include <algorithm>
#include <iterator>
#include <map>

namespace headway::store {

namespace {

constexpr int mostChanges = 200; // of one step; what changed more is not taken back along with another
constexpr int mostSteps = 20;

// Whether `later` changed what taking back `step` expects to find.
bool isInTheWay(const Change &later, const Change &step)
{
    if (later.ref != step.ref)
        return false;
    if (later.kind == ChangeKind::Remove)
        return true;
    const auto isShared = [&step](const FieldDelta &delta) {
        const FieldType type = entityInfo(step.ref.kind).field(delta.field).type;
        if (step.kind == ChangeKind::Create) // which gave each field what it has, also nothing
            return type != FieldType::Rank;
        return type != FieldType::Rank && type != FieldType::Json
            && std::any_of(step.fields.begin(), step.fields.end(),
                           [&delta](const FieldDelta &each) { return each.field == delta.field; });
    };
    return std::any_of(later.fields.begin(), later.fields.end(), isShared);
}

bool isInEffect(const Operation &step)
{
    return !step.revertedBy && (step.origin == Origin::Typed || step.origin == Origin::Imported);
}

// Others may refer to a record that a step added or brought back; bookkeeping is of no use to anybody else.
bool addsRecords(const std::vector<Change> &changes)
{
    return std::any_of(changes.begin(), changes.end(), [](const Change &change) {
        const bool isPart = entityInfo(change.ref.kind).has(KindTrait::IsPart);
        const bool isAdded = change.kind == ChangeKind::Create || change.kind == ChangeKind::Restore;
        return isAdded && !isPart;
    });
}

Result<std::vector<Operation>> laterThan(sql::Connection &connection, const Operation &step,
                                         const std::vector<Change> &changes)
{
    std::vector<Operation> found;
    for (const Change &mine : changes) {
        HEADWAY_TRY(all, changesOf(connection, mine.ref, mostChanges));
        for (const LoggedChange &each : all) {
            if (each.operation.id > step.id && isInEffect(each.operation) && isInTheWay(each.change, mine))
                found.push_back(each.operation);
        }
    }
    return found;
}

} // namespace

Result<std::vector<Operation>> stepsInTheWay(sql::Connection &connection, qint64 operation)
{
    HEADWAY_TRY(asked, loadOperation(connection, operation));
    std::map<qint64, Operation, std::greater<>> found;
    std::vector<Operation> toLookAt{asked};
    while (!toLookAt.empty()) {
        const Operation step = toLookAt.back();
        toLookAt.pop_back();
        if (step.changeCount > mostChanges || found.size() > mostSteps)
            return std::vector<Operation>();
        HEADWAY_TRY(changes, changesOf(connection, step.id, mostChanges));
        if (addsRecords(changes))
            return std::vector<Operation>();
        HEADWAY_TRY(later, laterThan(connection, step, changes));
        for (const Operation &each : later) {
            if (found.emplace(each.id, each).second)
                toLookAt.push_back(each);
        }
    }
    std::vector<Operation> steps;
    std::transform(found.begin(), found.end(), std::back_inserter(steps),
                   [](const auto &each) { return each.second; });
    return steps;
}

Result<Edit> editTakingBack(sql::Connection &connection, std::vector<qint64> operations)
{
    std::sort(operations.begin(), operations.end(), std::greater<>());
    Edit edit;
    std::vector<Operation> steps;
    for (const qint64 id : operations) {
        HEADWAY_TRY(step, loadOperation(connection, id));
        if (step.revertedBy)
            return failure(ErrorCode::Conflict, Sentence::tr("“%1” is taken back already.").arg(step.label));
        steps.push_back(step);
        HEADWAY_TRY(changes, changesOf(connection, id, mostChanges));
        for (const Change &change : changes) // newest first, as they are undone
            edit.changes.push_back(inverse({change}).front());
    }
    if (steps.size() == 2)
        edit.label = Sentence(steps::bothTakenBack).arg(steps.back().label, steps.front().label);
    else if (!steps.empty())
        edit.label = Sentence(steps::manyTakenBack).arg(steps.back().label, qint64(steps.size()) - 1);
    return edit;
}

} // namespace headway::store
