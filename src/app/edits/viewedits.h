// SPDX-License-Identifier: GPL-3.0-or-later
// A window's changes to saved views, each as one step through the workspace. Called on the GUI thread; `then`
// is called there, with the error if the step was refused (nothing was written then).
#pragma once

#include "app/edits/recordedits.h"
#include "domain/records/savedview.h"

namespace headway::app {

void addView(Workspace &workspace, QObject *context, const SavedView &view, Workspace::Committed then);
// Each field that differs expects what `before` has; Conflict if somebody was faster with one of them.
void saveView(Workspace &workspace, QObject *context, const SavedView &before, const SavedView &after,
              Workspace::Committed then);
// One place up or down in its list.
void moveView(Workspace &workspace, QObject *context, const SavedView &view, MoveDirection step,
              Workspace::Committed then);

} // namespace headway::app
