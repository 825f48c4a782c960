// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/lookups.h"

#include "store/reading/booksettings.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

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

Result<Lookups> loadLookups(sql::Connection &connection)
{
    const Selection byName{{}, {}, u"name_key, id"_s};
    const Selection byPosition{{}, {}, u"position, id"_s};
    Lookups lists;
    HEADWAY_TRY(teams, loadAll<Team>(connection, byName));
    HEADWAY_TRY(users, loadAll<User>(connection, byName));
    HEADWAY_TRY(pipelines, loadAll<Pipeline>(connection, byPosition));
    HEADWAY_TRY(stages, loadAll<Stage>(connection, byPosition));
    HEADWAY_TRY(sources, loadAll<Source>(connection, byPosition));
    HEADWAY_TRY(lostReasons, loadAll<LostReason>(connection, byPosition));
    HEADWAY_TRY(outcomes, loadAll<Outcome>(connection, byPosition));
    HEADWAY_TRY(products, loadAll<Product>(connection, byName));
    HEADWAY_TRY(tags, loadAll<Tag>(connection, byName));
    HEADWAY_TRY(customFields, loadAll<CustomField>(connection, byPosition));
    HEADWAY_TRY(settings, loadBookSettings(connection));
    return Lookups{std::move(teams),
                   std::move(users),
                   std::move(pipelines),
                   std::move(stages),
                   std::move(sources),
                   std::move(lostReasons),
                   std::move(outcomes),
                   std::move(products),
                   std::move(tags),
                   std::move(customFields),
                   settings.currency.isEmpty() ? u"EUR"_s : settings.currency,
                   settings};
}

} // namespace headway::store
