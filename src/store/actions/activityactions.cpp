// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/actions.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/lead.h"
#include "domain/records/record.h"
#include "domain/rules/today.h"
#include "domain/text/quoted.h"
#include "store/actions/actionparts.h"
#include "store/actions/leadstatusactions.h"
#include "store/rows/activitylinks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Records in the order in which they were added, each once.
class Links
{
public:
    template <EntityKind K>
    void add(Id<K> id)
    {
        add(EntityRef{K, id.value});
    }

    void add(EntityRef ref)
    {
        if (ref.id && std::find(m_list.begin(), m_list.end(), ref) == m_list.end())
            m_list.push_back(ref);
    }

    const std::vector<EntityRef> &list() const { return m_list; }

private:
    std::vector<EntityRef> m_list;
};

Result<> addImplied(sql::Connection &connection, EntityRef ref, Links &links)
{
    HEADWAY_TRY(record, loadLive(connection, ref));
    if (ref.kind == EntityKind::Deal) {
        const Deal deal = as<Deal>(record);
        links.add(deal.company);
        links.add(deal.contact);
    } else if (ref.kind == EntityKind::Contact) {
        links.add(as<Contact>(record).company);
    } else if (ref.kind == EntityKind::Lead) {
        const Lead lead = as<Lead>(record);
        links.add(lead.convertedContact);
        links.add(lead.convertedCompany);
        links.add(lead.convertedDeal);
    }
    return {};
}

void fillIn(Activity &activity, const Actor &actor)
{
    if (!activity.owner)
        activity.owner = actor.user;
    if (activity.state == ActivityState::Planned)
        return;
    if (!activity.at)
        activity.at = actor.now;
    if (activity.state == ActivityState::Done && !activity.doneAt)
        activity.doneAt = activity.at;
}

// NotFound or Conflict unless it is still planned: an activity is done or moved only once.
Result<Activity> loadPlanned(sql::Connection &connection, ActivityId id)
{
    HEADWAY_TRY(planned, loadLive<Activity>(connection, id));
    if (planned.state != ActivityState::Planned)
        return failure(ErrorCode::Conflict,
                       Sentence::tr("This %1 is no longer planned.").arg(nounOf(planned.kind)));
    return std::move(planned);
}

} // namespace

Result<Edit> logActivityEdit(sql::Connection &connection, LoggedActivity logged, const Actor &actor)
{
    Links links;
    for (const EntityRef &ref : logged.links)
        links.add(ref);
    for (const EntityRef &ref : logged.links)
        HEADWAY_CHECK(addImplied(connection, ref, links));
    QString about;
    if (!logged.links.empty()) {
        HEADWAY_TRY(title, titleOf(connection, logged.links.front()));
        about = title;
    }
    logged.links = links.list();
    fillIn(logged.activity, actor);
    HEADWAY_CHECK(checkDoneBy({}, logged.activity, actor));
    if (logged.followUp && !logged.followUp->owner)
        logged.followUp->owner = logged.activity.owner;
    Edit edit = logActivity(logged, about);
    const FollowUp next = logged.followUp ? FollowUp::Planned : FollowUp::None;
    HEADWAY_TRY(moved, outcomeChanges(connection, logged.activity, logged.links, next, actor));
    edit.changes.insert(edit.changes.end(), moved.begin(), moved.end());
    return edit;
}

Result<Edit> completeActivityEdit(sql::Connection &connection, Activity done,
                                  std::optional<Activity> followUp, const Actor &actor,
                                  std::vector<EntityRef> participants)
{
    HEADWAY_TRY(planned, loadPlanned(connection, done.id));
    if (done.state == ActivityState::Planned)
        done.state = ActivityState::Done;
    if (done.state == ActivityState::Done) {
        if (done.at > actor.now)
            done = happenedAt(std::move(done), actor.now);
        done.doneAt = actor.now;
    }
    if (followUp && !followUp->owner)
        followUp->owner = done.owner;
    HEADWAY_TRY(links, linksOf(connection, planned.id));
    if (!participants.empty()) {
        HEADWAY_TRY(present, participantsOf(connection, planned.id));
        std::erase_if(participants, [&present](const EntityRef &person) {
            return std::find(present.begin(), present.end(), person) != present.end();
        });
    }
    Edit edit = completeActivity(planned, done, links, followUp, participants);
    const FollowUp next = followUp ? FollowUp::Planned : FollowUp::None;
    HEADWAY_TRY(moved, outcomeChanges(connection, done, links, next, actor));
    edit.changes.insert(edit.changes.end(), moved.begin(), moved.end());
    return edit;
}

Result<Edit> moveActivitiesEdit(sql::Connection &connection, const std::vector<ActivityId> &activities,
                                QDate day, const QTimeZone &zone)
{
    std::vector<Activity> planned;
    for (const ActivityId id : activities) {
        HEADWAY_TRY(each, loadPlanned(connection, id));
        planned.push_back(std::move(each));
    }
    return moveActivities(planned, day, zone);
}

} // namespace headway::store
