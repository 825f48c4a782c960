// SPDX-License-Identifier: GPL-3.0-or-later
// Taking back a step of the history, and what stands in the way of that. GUI thread; the answers come later,
// and never if `context` is gone by then.
#pragma once

#include "app/workspace/workspace.h"

#include <functional>
#include <vector>

namespace headway::app {

// A step that was not taken back. `inTheWay`: later steps that changed the same, newest first; taken back with
// it they would not be. Empty: another reason, which the error tells.
struct StepRefusal {
    qint64 step = 0;
    Error error = {};
    std::vector<Operation> inTheWay = {};
};

// Takes back one step; `refused` is called if that cannot be done.
void takeBack(Workspace &workspace, QObject *context, qint64 step,
              std::function<void(const StepRefusal &)> refused);
// Takes back the refused step and what stands in its way, as one step; an error is reported by
// Workspace::failed().
void takeBackAll(Workspace &workspace, const StepRefusal &refusal);

} // namespace headway::app
