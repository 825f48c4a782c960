// SPDX-License-Identifier: GPL-3.0-or-later
// A list or board as somebody wants to see it again: which records, in which columns and order, under a name.
// A record like others, so that it has a history, can be undone, and goes along in an archive.
#pragma once

#include "domain/fields/field.h"

namespace headway {

enum class ViewPlace { List, Board };
template <>
struct Choices<ViewPlace> {
    static constexpr std::array list{Choice{"list", Label::tr("List")}, Choice{"board", Label::tr("Board")}};
};

// Texts are as people type them, so that a part that this version does not know, or whose stage is gone, is
// kept and only not applied (domain/rules/views.h).
struct SavedView {
    Id<EntityKind::SavedView> id = {};
    qint64 version = 0;
    QString name = {};
    QString nameKey = {};
    EntityKind recordKind = EntityKind::Deal;
    ViewPlace place = ViewPlace::List;
    PipelineId pipeline = {}; // of a board
    QString filter = {};      // see domain/query/filter.h
    QString columns = {};  // "name:220 amount:90", in their order, widths in pixels; empty: the standard ones
    QString sort = {};     // "-amount,name", as parseOrder() reads it; empty: the usual order
    QString groups = {};   // the field by which rows are grouped: "owner_id"; empty: none
    QString settings = {}; // further ones, see domain/rules/viewsettings.h; those unknown are kept
    UserId owner = {};
    bool shared = false; // else shown to its owner only
    bool pinned = true;  // stands in the sidebar
    qint64 position = 0; // among the views of its page

    bool operator==(const SavedView &) const = default;
};

template <>
struct Table<SavedView> {
    static constexpr EntityKind kind = EntityKind::SavedView;
    static std::span<const Field<SavedView>> fields();
};

} // namespace headway
