// SPDX-License-Identifier: GPL-3.0-or-later
// The rules of saved views: who sees them, what of them is the arrangement of a page, what may be saved. Pure
// functions; any thread. Fails with Invalid and a sentence for the user.
#pragma once

#include "domain/fields/ids.h"
#include "domain/records/savedview.h"
#include "domain/result.h"

#include <vector>

namespace headway {

// What a page shows and how: the part of a view that a page can tell and take. Texts as in SavedView.
struct Arrangement {
    QString filter = {};
    QString columns = {};
    QString sort = {};
    QString groups = {};
    PipelineId pipeline = {};
    QString settings = {};

    bool operator==(const Arrangement &) const = default;
};

Arrangement arrangementOf(const SavedView &view);

// `view` with what differs between two arrangements of the page that shows it. What did not change keeps the
// view's own text, in which there may be things that this page could not show; of the settings, each for itself.
SavedView rearranged(SavedView view, const Arrangement &before, const Arrangement &after);

// Whether a list of views has it for this user: its owner's, one that belongs to nobody, or a shared one.
bool isShownTo(const SavedView &view, UserId user);
std::vector<SavedView> viewsFor(const std::vector<SavedView> &all, UserId user);

// Each text but the settings is one line, and a setting is a line "name: value".
Result<> checkView(const SavedView &view);

} // namespace headway
