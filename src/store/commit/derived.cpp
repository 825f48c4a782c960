// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/derived.h"

#include "domain/changes/derive.h"
#include "domain/records/activity.h"
#include "domain/records/lead.h"
#include "domain/records/record.h"
#include "sql/idlist.h"
#include "store/commit/textsize.h"
#include "store/search/searchnames.h"

#include <algorithm>
#include <map>
#include <span>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

bool hasActivityDates(EntityKind kind)
{
    return entityInfo(kind).has(KindTrait::HasActivities);
}

bool hasContactPoints(EntityKind kind)
{
    return entityInfo(kind).has(KindTrait::HasContactPoints);
}

EntityRef recordOf(EntityKind kind, const Row &row)
{
    const EntityInfo &info = entityInfo(kind);
    const int at = info.indexOf(u"record_kind");
    return {entityKindNamed(textOf(row[size_t(at)])).value_or(EntityKind::Deal),
            integerOf(row[size_t(at) + 1])};
}

// Whether a searched field differs.
bool isFoundOtherwise(EntityKind kind, const Row &before, const Row &after)
{
    const EntityInfo &info = entityInfo(kind);
    for (size_t i = 0; i < info.fields.size(); ++i) {
        if (info.fields[i].isSearched() && before[i] != after[i])
            return true;
    }
    return false;
}

qint64 idIn(EntityKind kind, const Row &row, QStringView field)
{
    return integerOf(row[size_t(entityInfo(kind).indexOf(field))]);
}

std::vector<Dependent> ofLinks()
{
    return {{u"at"_s, u"(SELECT a.at FROM activity a WHERE a.id = activity_link.activity_id)"_s},
            {u"phase"_s,
             u"(SELECT CASE WHEN a.deleted_at IS NOT NULL THEN 2 WHEN a.state = 'planned' THEN 1"
             " WHEN a.state = 'done' THEN 0 ELSE 2 END FROM activity a"
             " WHERE a.id = activity_link.activity_id)"_s}};
}

// The days of the last and the next activity, where those take a whole day.
std::vector<Dependent> wholeDays(EntityKind kind)
{
    if (entityInfo(kind).indexOf(u"next_day") < 0)
        return {};
    const QString table = tableName(kind);
    const auto dayOf = [&table](QStringView phase, QStringView direction) -> QString {
        return u"(SELECT a.day FROM activity_link l JOIN activity a ON a.id = l.activity_id"
               " WHERE l.record_kind = '"_s
            + table + u"' AND l.record_id = "_s + table + u".id AND l.deleted_at IS NULL AND l.phase = "_s
            + phase + u" AND l.at IS NOT NULL ORDER BY l.at "_s + direction + u", l.activity_id "_s
            + direction + u" LIMIT 1)"_s;
    };
    return {{u"last_day"_s, dayOf(u"0", u"DESC")}, {u"next_day"_s, dayOf(u"1", u"ASC")}};
}

std::vector<Dependent> activityDates(EntityKind kind)
{
    const QString table = tableName(kind);
    const QString links = u"FROM activity_link l WHERE l.record_kind = '"_s + table
        + u"' AND l.record_id = "_s + table + u".id AND l.deleted_at IS NULL AND l.phase = "_s;
    std::vector<Dependent> fields{{u"last_activity"_s, u"(SELECT max(l.at) "_s + links + u"0)"_s},
                                  {u"next_activity"_s, u"(SELECT min(l.at) "_s + links + u"1)"_s}};
    if (entityInfo(kind).indexOf(u"next_step") >= 0)
        fields.push_back({u"next_step"_s,
                          u"coalesce((SELECT a.subject FROM activity_link l"
                          " JOIN activity a ON a.id = l.activity_id WHERE l.record_kind = '"_s
                              + table + u"' AND l.record_id = "_s + table
                              + u".id AND l.deleted_at IS NULL AND l.phase = 1"
                                " ORDER BY l.at, l.activity_id LIMIT 1), '')"_s});
    const std::vector<Dependent> days = wholeDays(kind);
    fields.insert(fields.end(), days.begin(), days.end());
    return fields;
}

std::vector<Dependent> contactPoints(EntityKind kind)
{
    const QString table = tableName(kind);
    const auto point = [&](const QString &by) -> Dependent {
        return {
            by,
            u"coalesce((SELECT p.value FROM contact_point p WHERE p.record_kind = '"_s + table
                + u"' AND p.record_id = "_s + table + u".id AND p.reach_by = '"_s + by
                + u"' AND p.deleted_at IS NULL ORDER BY p.is_invalid, p.is_primary DESC, p.id LIMIT 1), '')"_s};
    };
    const auto place = [&](const QString &column) -> Dependent {
        return {column,
                u"coalesce((SELECT p."_s + column + u" FROM address p WHERE p.record_kind = '"_s + table
                    + u"' AND p.record_id = "_s + table
                    + u".id AND p.deleted_at IS NULL ORDER BY p.id LIMIT 1), '')"_s};
    };
    return {point(u"email"_s), point(u"phone"_s), place(u"city"_s), place(u"country"_s)};
}

std::vector<Dependent> firstProduct(EntityKind)
{
    return {{u"product_id"_s,
             u"(SELECT i.product_id FROM line_item i WHERE i.deal_id = deal.id"
             " AND i.deleted_at IS NULL ORDER BY i.position, i.id LIMIT 1)"_s}};
}

std::vector<Dependent> leadState()
{
    return {
        {u"state"_s, u"coalesce((SELECT s.type FROM lead_status s WHERE s.id = lead.status_id), 'open')"_s}};
}

QString assignments(const std::vector<Dependent> &fields)
{
    QStringList list;
    for (const Dependent &field : fields)
        list += field.column + u" = "_s + field.expression;
    return list.join(u", "_s);
}

// The statements are long, and an import needs them a thousand times.
using Dependents = std::vector<Dependent> (*)(EntityKind);
QString updateText(EntityKind kind, Dependents fields)
{
    return u"UPDATE "_s + tableName(kind) + u" SET "_s + assignments(fields(kind)) + u" WHERE id"_s;
}

// Ids of each kind, in their order: rows that lie together are read together, and two steps lock them alike.
std::map<EntityKind, std::vector<qint64>> inOrder(const QSet<EntityRef> &refs)
{
    std::map<EntityKind, std::vector<qint64>> ids;
    for (const EntityRef &ref : refs)
        ids[ref.kind].push_back(ref.id);
    for (auto &[kind, some] : ids)
        std::sort(some.begin(), some.end());
    return ids;
}

template <Dependents fields>
Result<> recompute(sql::Connection &connection, EntityKind kind, std::span<const qint64> ids)
{
    static const PerKind<QString> texts([](EntityKind each) { return updateText(each, fields); });
    for (const std::span<const qint64> part : sql::inParts(ids)) {
        sql::Values binds;
        const QString among = sql::amongIds(part, binds);
        // If two users log a call on one deal, the second must wait before it reads, not after; otherwise it
        // would write what it read before the first had finished.
        if (connection.engine() == sql::Engine::Postgres)
            HEADWAY_CHECK(connection.each(u"SELECT id FROM "_s + tableName(kind) + u" WHERE id"_s + among
                                              + u" ORDER BY id FOR NO KEY UPDATE"_s,
                                          binds, [](const sql::RowView &) { return Result<>(); }));
        HEADWAY_CHECK(connection.run(texts[kind] + among, binds));
    }
    return {};
}

template <Dependents fields>
Result<> recompute(sql::Connection &connection, const QSet<EntityRef> &refs)
{
    for (const auto &[kind, ids] : inOrder(refs))
        HEADWAY_CHECK(recompute<fields>(connection, kind, ids));
    return {};
}

// Of the leads in those statuses. They are locked in the order of their ids, as elsewhere.
Result<> settleStates(sql::Connection &connection, const QSet<qint64> &statuses)
{
    for (const qint64 status : statuses) {
        if (connection.engine() == sql::Engine::Postgres)
            HEADWAY_CHECK(
                connection.each(u"SELECT id FROM lead WHERE status_id = ? ORDER BY id FOR NO KEY UPDATE"_s,
                                {status}, [](const sql::RowView &) { return Result<>(); }));
        HEADWAY_CHECK(connection.run(
            u"UPDATE lead SET "_s + assignments(leadState()) + u" WHERE status_id = ?"_s, {status}));
    }
    return {};
}

} // namespace

bool Derivation::isLarge() const
{
    return m_searched.size() + m_dated.size() + m_activities.size() > 10'000 || m_textSize > mostTextHeld;
}

void Derivation::noteLinked(const Row *row, QSet<EntityRef> &into)
{
    if (!row)
        return;
    const EntityRef record = recordOf(EntityKind::ActivityLink, *row);
    if (hasActivityDates(record.kind))
        into.insert(record);
}

// Kept until the step settles: the index takes documents in the order of their ids much faster.
void Derivation::noteActivityText(qint64 id, const Row *before, const Row *after)
{
    const QString was = before ? searchText(EntityKind::Activity, *before) : QString();
    const QString is = after ? searchText(EntityKind::Activity, *after) : QString();
    if (const auto known = m_activityTexts.find(id); known != m_activityTexts.end())
        known->second.is = is;
    else if (was != is)
        m_activityTexts.emplace(id, ActivityText{was, is});
    else
        return;
    m_textSize += textSize(was) + textSize(is);
}

// The row is given, so its text need not be read again; if the text is the same, there is nothing to do.
void Derivation::noteWords(EntityRef ref, const Row *before, const Row *after)
{
    if (!after) {
        m_searched.insert(ref, std::nullopt);
        return;
    }
    if (m_placed.contains(ref)) // its place is not in the row yet
        m_searched.insert(ref, std::nullopt);
    else if (!before || m_searched.contains(ref) || isFoundOtherwise(ref.kind, *before, *after))
        m_textSize += textSize(*m_searched.insert(ref, searchText(ref.kind, *after)).value());
    if (before && isFoundThrough(ref.kind) && titleOf(ref.kind, *before) != titleOf(ref.kind, *after))
        m_renamed.insert(ref);
}

void Derivation::notePart(EntityKind part, const Row &row)
{
    const EntityRef record = recordOf(part, row);
    if (!hasContactPoints(record.kind))
        return;
    m_reached.insert(record);
    if (part == EntityKind::Address) {
        m_placed.insert(record);
        m_searched.insert(record, std::nullopt);
    } else if (!m_searched.contains(record)) {
        m_searched.insert(record, std::nullopt);
    }
}

void Derivation::noteTagged(const Row &row)
{
    const EntityRef record = recordOf(EntityKind::TagLink, row);
    if (entityInfo(record.kind).has(KindTrait::HasTags) && !m_searched.contains(record))
        m_searched.insert(record, std::nullopt);
}

void Derivation::note(EntityRef ref, const Row *before, const Row *after)
{
    const Row &row = after ? *after : *before;
    switch (ref.kind) {
    case EntityKind::Activity:
        m_activities.insert(ref.id);
        noteActivityText(ref.id, before, after);
        return;
    case EntityKind::ActivityLink:
        m_activities.insert(idIn(ref.kind, row, u"activity_id"));
        noteLinked(before, m_dated);
        noteLinked(after, m_dated);
        return;
    case EntityKind::ContactPoint:
    case EntityKind::Address:
        for (const Row *side : {before, after}) {
            if (side)
                notePart(ref.kind, *side);
        }
        return;
    case EntityKind::TagLink:
        for (const Row *side : {before, after}) {
            if (side)
                noteTagged(*side);
        }
        return;
    case EntityKind::LineItem:
        for (const Row *side : {before, after}) {
            if (side)
                m_sold.insert({EntityKind::Deal, idIn(ref.kind, *side, u"deal_id")});
        }
        return;
    case EntityKind::LeadStatus:
        if (before && after && fromRow<LeadStatus>(*before).type != fromRow<LeadStatus>(*after).type)
            m_retyped.insert(ref.id);
        return;
    default:
        if (entityInfo(ref.kind).has(KindTrait::IsSearched))
            noteWords(ref, before, after);
        return;
    }
}

void Derivation::follow(EntityRef ref)
{
    constexpr qsizetype mostFollowers = 2000; // a ChangeSet of more is incomplete anyway
    if (m_followers.size() < mostFollowers)
        m_followers.insert(ref);
}

Result<> Derivation::settle()
{
    HEADWAY_CHECK(settleLinks());
    for (const QSet<EntityRef> *refs : {&m_dated, &m_reached, &m_sold}) {
        for (const EntityRef &ref : *refs)
            follow(ref);
    }
    HEADWAY_CHECK(recompute<activityDates>(*m_connection, m_dated));
    m_dated.clear();
    HEADWAY_CHECK(recompute<contactPoints>(*m_connection, m_reached));
    m_reached.clear();
    HEADWAY_CHECK(recompute<firstProduct>(*m_connection, m_sold));
    m_sold.clear();
    HEADWAY_CHECK(settleStates(*m_connection, m_retyped));
    m_retyped.clear();
    return settleWords();
}

Result<> Derivation::settleLinks()
{
    static const QString datesOfLinks =
        u"UPDATE activity_link SET "_s + assignments(ofLinks()) + u" WHERE activity_id"_s;
    std::vector<qint64> activities(m_activities.begin(), m_activities.end());
    std::sort(activities.begin(), activities.end());
    for (const std::span<const qint64> part : sql::inParts(activities)) {
        sql::Values binds;
        const QString among = sql::amongIds(part, binds);
        HEADWAY_CHECK(m_connection->run(datesOfLinks + among, binds));
        HEADWAY_CHECK(m_connection->each(
            u"SELECT record_kind, record_id FROM activity_link WHERE activity_id"_s + among, binds,
            [this](const sql::RowView &row) -> Result<> {
                const auto kind = entityKindNamed(row.text(0));
                if (kind && hasActivityDates(*kind))
                    m_dated.insert({*kind, row.integer(1)});
                return {};
            }));
    }
    m_activities.clear();
    return {};
}

Result<> Derivation::settleWords()
{
    for (const EntityRef &named : std::as_const(m_renamed))
        HEADWAY_CHECK(eachFoundThrough(*m_connection, named, [this](EntityRef ref) {
            if (!m_searched.contains(ref))
                m_searched.insert(ref, std::nullopt);
        }));
    m_renamed.clear();
    HEADWAY_CHECK(indexRecords(*m_connection, m_searched, m_words));
    m_searched.clear();
    m_placed.clear();
    for (const auto &[id, text] : m_activityTexts)
        HEADWAY_CHECK(indexActivity(*m_connection, id, text.was, text.is));
    m_activityTexts.clear();
    m_textSize = 0;
    return {};
}

std::vector<Dependent> dependents(EntityKind kind)
{
    if (kind == EntityKind::ActivityLink)
        return ofLinks();
    std::vector<Dependent> fields;
    const auto add = [&fields](std::vector<Dependent> more) {
        fields.insert(fields.end(), more.begin(), more.end());
    };
    if (hasActivityDates(kind))
        add(activityDates(kind));
    if (hasContactPoints(kind))
        add(contactPoints(kind));
    if (kind == EntityKind::Deal)
        add(firstProduct(kind));
    if (kind == EntityKind::Lead)
        add(leadState());
    return fields;
}

Result<> deriveAll(sql::Connection &connection, EntityKind kind)
{
    const std::vector<Dependent> fields = dependents(kind);
    if (!fields.empty())
        HEADWAY_CHECK(connection.run(u"UPDATE "_s + tableName(kind) + u" SET "_s + assignments(fields)));
    return {};
}

Result<> deriveWholeDays(sql::Connection &connection)
{
    for (const EntityKind kind : allEntityKinds()) {
        const std::vector<Dependent> fields =
            hasActivityDates(kind) ? wholeDays(kind) : std::vector<Dependent>();
        if (fields.empty())
            continue;
        const QString table = tableName(kind);
        HEADWAY_CHECK(connection.run(u"UPDATE "_s + table + u" SET "_s + assignments(fields)
                                     + u" WHERE id IN (SELECT l.record_id FROM activity a"
                                       " JOIN activity_link l ON l.activity_id = a.id"
                                       " WHERE a.day IS NOT NULL AND l.record_kind = '"_s
                                     + table + u"')"_s));
    }
    return {};
}

Result<> deriveWholeBook(sql::Connection &connection)
{
    HEADWAY_CHECK(deriveAll(connection, EntityKind::ActivityLink));
    for (const EntityKind kind : allEntityKinds()) {
        if (kind != EntityKind::ActivityLink)
            HEADWAY_CHECK(deriveAll(connection, kind));
    }
    return indexWholeBook(connection);
}

Row touched(EntityKind kind, Row row, const std::vector<FieldDelta> &fields, Instant now)
{
    const EntityInfo &info = entityInfo(kind);
    const bool isWork = std::any_of(fields.begin(), fields.end(), [&](const FieldDelta &delta) {
        return info.field(delta.field).has(Trait::Work);
    });
    if (isWork)
        row[size_t(info.indexOf(u"touched_at"))] = now.ms;
    return row;
}

} // namespace headway::store
