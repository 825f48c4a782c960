// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/history/takingback.h"

#include "store/commit/takingback.h"

#include <utility>

namespace headway::app {

namespace {

// Looks for the steps in the way; without them, the error says what is wrong.
void explain(Workspace &workspace, QObject *context, const StepRefusal &refusal,
             const std::function<void(const StepRefusal &)> &refused)
{
    using Steps = std::vector<Operation>;
    workspace
        .read<Steps>(
            context,
            [step = refusal.step](sql::Connection &connection) {
                return store::stepsInTheWay(connection, step);
            },
            [refusal, refused](Result<Steps> steps) {
                StepRefusal explained = refusal;
                if (steps)
                    explained.inTheWay = *std::move(steps);
                refused(explained);
            })
        .release();
}

} // namespace

void takeBack(Workspace &workspace, QObject *context, qint64 step,
              std::function<void(const StepRefusal &)> refused)
{
    workspace.revert(step, context,
                     [&workspace, context, step, refused = std::move(refused)](const Result<ChangeSet> &set) {
                         if (set)
                             return;
                         const StepRefusal refusal{.step = step, .error = set.error()};
                         if (set.error().code == ErrorCode::Conflict)
                             explain(workspace, context, refusal, refused);
                         else
                             refused(refusal);
                     });
}

void takeBackAll(Workspace &workspace, const StepRefusal &refusal)
{
    std::vector<qint64> steps{refusal.step};
    for (const Operation &each : refusal.inTheWay)
        steps.push_back(each.id);
    workspace.submit(
        &workspace, [steps](sql::Connection &connection) { return store::editTakingBack(connection, steps); },
        {});
}

} // namespace headway::app
