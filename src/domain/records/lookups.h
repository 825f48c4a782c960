// SPDX-License-Identifier: GPL-3.0-or-later
// The short lists of a book that every window keeps in memory: users, stages, sources … A value that is
// safe to share between threads; nothing fails.
#pragma once

#include "domain/records/activity.h"
#include "domain/records/booksettings.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/records/pipeline.h"
#include "domain/records/savedview.h"
#include "domain/records/user.h"

#include <vector>

namespace headway {

struct Lookups {
    std::vector<Team> teams = {};
    std::vector<User> users = {};
    std::vector<Pipeline> pipelines = {}; // by position
    std::vector<Stage> stages = {};       // by position
    std::vector<Source> sources = {};
    std::vector<LostReason> lostReasons = {};
    std::vector<LeadStatus> leadStatuses = {}; // by position
    std::vector<Outcome> outcomes = {};
    std::vector<Product> products = {};
    std::vector<Tag> tags = {};
    std::vector<CustomField> customFields = {};
    std::vector<SavedView> views = {}; // by position; those of others that are not shared, too
    QString currency = {};             // the book's own, for new amounts
    BookSettings settings = {};

    const User *user(UserId id) const;
    const Team *team(TeamId id) const;
    const Stage *stage(StageId id) const;
    const Pipeline *pipeline(PipelineId id) const;
    const LeadStatus *leadStatus(LeadStatusId id) const;
    std::vector<Stage> stagesOf(PipelineId id) const;
    const Stage *firstStage(PipelineId id, StageType type) const;
    // Whether a change of this kind of record makes the lists out of date.
    static bool contain(EntityKind kind);
    // Calls `take` with the list of that kind, if it is one of the lists here.
    template <class Take>
    bool withList(EntityKind kind, Take take) const;
};

template <class Take>
bool Lookups::withList(EntityKind kind, Take take) const
{
    const auto takeIf = [&]<class E>(const std::vector<E> &list) {
        if (Table<E>::kind != kind)
            return false;
        take(list);
        return true;
    };
    return takeIf(teams) || takeIf(users) || takeIf(pipelines) || takeIf(stages) || takeIf(sources)
        || takeIf(lostReasons) || takeIf(leadStatuses) || takeIf(outcomes) || takeIf(products) || takeIf(tags)
        || takeIf(views);
}

} // namespace headway
