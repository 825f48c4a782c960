// SPDX-License-Identifier: GPL-3.0-or-later
// Which tags of the book are offered while one is typed. The order is a pure function; counting is read off the
// GUI thread, and counts as nothing where it fails.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/records/lists.h"
#include "store/summaries/taguses.h"

#include <set>
#include <vector>

namespace headway::app {

using TagUses = store::TagUses;

// The best `most` of `tags`, without those in `had` (by id): one of this very name, then those that begin as typed,
// then those with a word that does; among them the one used most first, else by name. All of them count if nothing
// is typed.
std::vector<Tag> offeredTags(const std::vector<Tag> &tags, const TagUses &uses, const std::set<qint64> &had,
                             const QString &typed, size_t most);

// `then` is called on the GUI thread unless the ticket was dropped.
Ticket countTagUses(Workspace &workspace, QObject *context, std::function<void(const TagUses &)> then);

} // namespace headway::app
