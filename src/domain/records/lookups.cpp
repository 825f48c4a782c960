// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/lookups.h"

#include "domain/records/record.h"

#include <algorithm>
#include <iterator>

namespace headway {

namespace {

template <class E>
const E *byId(const std::vector<E> &list, Id<Table<E>::kind> id)
{
    const auto found = std::find_if(list.begin(), list.end(), [&](const E &e) { return e.id == id; });
    return found == list.end() ? nullptr : &*found;
}

} // namespace

const User *Lookups::user(UserId id) const
{
    return byId(users, id);
}
const Team *Lookups::team(TeamId id) const
{
    return byId(teams, id);
}
const Stage *Lookups::stage(StageId id) const
{
    return byId(stages, id);
}
const Pipeline *Lookups::pipeline(PipelineId id) const
{
    return byId(pipelines, id);
}

const LeadStatus *Lookups::leadStatus(LeadStatusId id) const
{
    return byId(leadStatuses, id);
}

const Stage *Lookups::firstStage(PipelineId id, StageType type) const
{
    const auto found = std::find_if(stages.begin(), stages.end(), [&](const Stage &stage) {
        return stage.pipeline == id && stage.type == type;
    });
    return found == stages.end() ? nullptr : &*found;
}

std::vector<Stage> Lookups::stagesOf(PipelineId id) const
{
    std::vector<Stage> result;
    std::copy_if(stages.begin(), stages.end(), std::back_inserter(result),
                 [id](const Stage &stage) { return stage.pipeline == id; });
    return result;
}

bool Lookups::contain(EntityKind kind)
{
    return entityInfo(kind).has(KindTrait::IsAtHand);
}

} // namespace headway
