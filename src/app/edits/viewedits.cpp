// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/edits/viewedits.h"

#include "store/actions/viewactions.h"

namespace headway::app {

void addView(Workspace &workspace, QObject *context, const SavedView &view, Workspace::Committed then)
{
    createRecord(workspace, context, EntityKind::SavedView, toRow(view), std::move(then));
}

void saveView(Workspace &workspace, QObject *context, const SavedView &before, const SavedView &after,
              Workspace::Committed then)
{
    saveFields(workspace, context, {EntityKind::SavedView, before.id.value},
               difference(EntityKind::SavedView, toRow(before), toRow(after)), std::move(then));
}

void moveView(Workspace &workspace, QObject *context, const SavedView &view, MoveDirection step,
              Workspace::Committed then)
{
    workspace.submit(
        context,
        [ref = EntityRef{EntityKind::SavedView, view.id.value}, step,
         user = workspace.user()](sql::Connection &connection) {
            return store::moveViewEdit(connection, ref, step == MoveDirection::Up ? -1 : 1, user);
        },
        std::move(then));
}

} // namespace headway::app
