// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/rules/activities.h"

#include "domain/text/text.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

constexpr qint64 mainId = -1;
constexpr qint64 followUpId = -2;

void addLinks(Edit &edit, ActivityId activity, const std::vector<EntityRef> &links)
{
    for (const EntityRef &record : links)
        edit.changes.push_back(
            create(ActivityLink{.activity = activity, .recordKind = record.kind, .recordId = record.id}));
}

// "a call", "an e-mail"
QString withArticle(ActivityKind kind)
{
    const QString noun = nounOf(kind);
    return (QStringView(u"aeiou").contains(noun.at(0)) ? u"an "_s : u"a "_s) + noun;
}

void addFollowUp(Edit &edit, Activity next, ActivityId after, const std::vector<EntityRef> &links)
{
    next.state = ActivityState::Planned;
    next.followUpOf = after;
    edit.changes.push_back(create(next, followUpId));
    addLinks(edit, {followUpId}, links);
    edit.label += u", planned "_s + withArticle(next.kind);
}

} // namespace

QString nounOf(ActivityKind kind)
{
    return QString::fromLatin1(Choices<ActivityKind>::list[size_t(kind)].label).toLower();
}

Edit logActivity(const ActivityEntry &entry, const QString &about)
{
    const bool planned = entry.activity.state == ActivityState::Planned;
    Edit edit{.label = (planned ? u"Planned "_s : u"Logged "_s) + withArticle(entry.activity.kind)};
    if (!about.isEmpty())
        edit.label += u" on “"_s + beginning(about, 80) + u'”';
    edit.changes.push_back(create(entry.activity, mainId));
    addLinks(edit, {mainId}, entry.links);
    for (const EntityRef &person : entry.participants)
        edit.changes.push_back(
            create(Participant{.activity = {mainId}, .recordKind = person.kind, .recordId = person.id}));
    if (entry.followUp)
        addFollowUp(edit, *entry.followUp, {mainId}, entry.links);
    return edit;
}

Edit completeActivity(const Activity &planned, const Activity &done, const std::vector<EntityRef> &links,
                      const std::optional<Activity> &followUp)
{
    const QString subject = planned.subject.isEmpty() ? nounOf(planned.kind) : planned.subject;
    Edit edit{.label = u"Done: “%1”"_s.arg(beginning(subject, 80)), .changes = {update(planned, done)}};
    if (followUp)
        addFollowUp(edit, *followUp, planned.id, links);
    return edit;
}

std::vector<Outcome> outcomesFor(ActivityKind kind, const std::vector<Outcome> &all)
{
    const QString code = QString::fromLatin1(Choices<ActivityKind>::list[size_t(kind)].code);
    std::vector<Outcome> fitting;
    std::copy_if(all.begin(), all.end(), std::back_inserter(fitting), [&](const Outcome &outcome) {
        return outcome.active
            && (outcome.activityKinds.isEmpty() || outcome.activityKinds.split(u' ').contains(code));
    });
    std::stable_sort(fitting.begin(), fitting.end(),
                     [](const Outcome &a, const Outcome &b) { return a.position < b.position; });
    return fitting;
}

} // namespace headway
