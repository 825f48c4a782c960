// SPDX-License-Identifier: GPL-3.0-or-later
// Adding, ordering and importing saved views, by the rules of domain/rules/views.h. createRecordEdit and
// changeFieldsEdit come here for views. On the connection's thread; fails as in actions.h.
#pragma once

#include "domain/rules/viewtext.h"
#include "store/actions/actions.h"

namespace headway::store {

// At the end of the list; without an owner it is the actor's.
[[nodiscard]] Result<Edit> addViewEdit(sql::Connection &connection, SavedView view, const Actor &actor);

// Moves the view one place up (-1) or down (1) among those of its page that `user` sees; empty at the end.
[[nodiscard]] Result<Edit> moveViewEdit(sql::Connection &connection, EntityRef view, int step, UserId user);

// Adds the views of a file. One that the actor sees under the same name, of the same kind, becomes what the
// file says. A pipeline that the book does not have is kept as a setting. `source` is named in the step.
[[nodiscard]] Result<Edit> importViewsEdit(sql::Connection &connection, const std::vector<WrittenView> &views,
                                           const QString &source, const Actor &actor);

// The changes that let go of a pipeline that is removed: its views show the first one.
[[nodiscard]] Result<std::vector<Change>> releasePipeline(sql::Connection &connection, EntityRef pipeline);

// The views that `user` sees, as text; of these names only, if there are any. NotFound for an unknown name.
[[nodiscard]] Result<std::vector<WrittenView>> writtenViews(sql::Connection &connection,
                                                            const QStringList &names, UserId user);

} // namespace headway::store
