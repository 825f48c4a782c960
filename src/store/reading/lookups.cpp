// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/lookups.h"

#include "store/reading/booksettings.h"
#include "store/rows/records.h"

using namespace Qt::StringLiterals;

namespace headway::store {

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
    HEADWAY_TRY(leadStatuses, loadAll<LeadStatus>(connection, byPosition));
    HEADWAY_TRY(outcomes, loadAll<Outcome>(connection, byPosition));
    HEADWAY_TRY(products, loadAll<Product>(connection, byName));
    HEADWAY_TRY(tags, loadAll<Tag>(connection, byName));
    HEADWAY_TRY(customFields, loadAll<CustomField>(connection, byPosition));
    HEADWAY_TRY(views, loadAll<SavedView>(connection, byPosition));
    HEADWAY_TRY(settings, loadBookSettings(connection));
    return Lookups{std::move(teams),
                   std::move(users),
                   std::move(pipelines),
                   std::move(stages),
                   std::move(sources),
                   std::move(lostReasons),
                   std::move(leadStatuses),
                   std::move(outcomes),
                   std::move(products),
                   std::move(tags),
                   std::move(customFields),
                   std::move(views),
                   settings.currency.isEmpty() ? u"EUR"_s : settings.currency,
                   settings};
}

} // namespace headway::store
