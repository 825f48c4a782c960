// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/importlookup.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/text/phonenumber.h"
#include "domain/text/text.h"
#include "store/rows/records.h"

#include <QSet>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr qsizetype mostRecentNames = 100'000;
constexpr qsizetype mostNames = 100'000; // some 20 MB
constexpr qsizetype mostNameParts = 6;
constexpr qsizetype longestKey = 200; // where domain/changes/derive.cpp cuts name_key

bool isPerson(EntityKind kind)
{
    return entityInfo(kind).has(KindTrait::Person);
}

QString textIn(EntityKind kind, const Row &row, QStringView field)
{
    const int index = entityInfo(kind).indexOf(field);
    return index < 0 ? QString() : textOf(row[size_t(index)]);
}

// The form in which names are compared; a name that folds to nothing is compared as it is.
QString comparedName(const QString &name)
{
    const QString key = fold(name);
    return key.isEmpty() ? name : key;
}

// Where the family name begins is unknown, so each word is tried.
QStringList possibleKeys(EntityKind kind, const QString &name)
{
    const QString key = fold(name);
    QStringList keys{key.left(longestKey)};
    if (!isPerson(kind))
        return keys;
    const QStringList parts = key.split(u' ', Qt::SkipEmptyParts);
    for (qsizetype i = 1; i < std::min(parts.size(), mostNameParts); ++i)
        keys += (parts.mid(i) + parts.first(i)).join(u' ').left(longestKey);
    return keys;
}

// "Núñez, Ana" → "Ana Núñez".
QString spokenName(EntityKind kind, const QString &name)
{
    const qsizetype comma = name.indexOf(u',');
    if (!isPerson(kind) || comma <= 0 || name.indexOf(u',', comma + 1) >= 0)
        return name;
    return name.mid(comma + 1).trimmed() + u' ' + name.left(comma).trimmed();
}

Result<std::vector<qint64>> idsOf(sql::Connection &connection, const QString &query, const sql::Values &binds)
{
    std::vector<qint64> ids;
    HEADWAY_CHECK(connection.each(query, binds, [&](const sql::RowView &row) -> Result<> {
        ids.push_back(row.integer(0));
        return {};
    }));
    return ids;
}

// Whether to look for one of `wanted` at all; if so, past the rows that are not written yet, unless it may be in one.
class Search
{
public:
    Search(sql::Connection &connection, KnownKeys *keys) : m_connection(connection), m_keys(keys) {}

    Result<bool> isWorthwhile(EntityKind kind, QLatin1StringView column, const QStringList &wanted)
    {
        if (!m_keys)
            return true;
        bool isAny = false;
        bool isHeld = false;
        for (const QString &key : wanted) {
            HEADWAY_TRY(where, m_keys->where(kind, column, key));
            isAny = isAny || where != KnownKeys::Where::Nowhere;
            isHeld = isHeld || where == KnownKeys::Where::Held;
        }
        if (!isHeld)
            m_past.emplace(m_connection);
        return isAny;
    }

private:
    sql::Connection &m_connection;
    KnownKeys *m_keys;
    std::optional<sql::Connection::Around> m_past;
};

// A number is looked for by each way in which it may be written: keys that are its digits, or those with a country
// or an extension behind them. Few have the same digits, and these are compared.
Result<std::vector<qint64>> phonedBy(sql::Connection &connection, EntityKind kind, const QString &value,
                                     KnownKeys *keys)
{
    // The kind and the type are compared as expressions: as columns they would make SQLite walk all points of a kind.
    const QString query = u"SELECT t.id, p.value FROM contact_point p JOIN "_s + tableName(kind)
        + u" t ON t.id = p.record_id AND t.deleted_at IS NULL WHERE p.value_key >= ? AND p.value_key < ?"
          " AND coalesce(p.record_kind, '') = ? AND coalesce(p.reach_by, '') = 'phone'"
          " AND p.deleted_at IS NULL"_s;
    QStringList heads = phoneKeyHeads(readPhoneNumber(value));
    if (heads.isEmpty()) // a text that is no number
        heads = {phoneKey(value)};
    QStringList wanted;
    for (const QString &head : std::as_const(heads))
        wanted += pointKey(u"phone", head);
    Search search(connection, keys);
    HEADWAY_TRY(isWorthwhile, search.isWorthwhile(EntityKind::ContactPoint, "value_key"_L1, wanted));
    std::vector<qint64> ids;
    if (!isWorthwhile)
        return ids;
    for (const QString &head : heads) {
        if (head.isEmpty())
            continue;
        HEADWAY_CHECK(connection.each(
            query,
            {head, QString(head + u','), QString(tableName(kind))}, // "," is the sign after "#" and "+"
            [&](const sql::RowView &row) -> Result<> {
                if (isSamePhone(row.text(1), value, Extensions::MayBeMissing))
                    ids.push_back(row.integer(0));
                return {};
            }));
    }
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace

bool hasName(EntityKind kind)
{
    return entityInfo(kind).indexOf(u"name_key") >= 0;
}

namespace {

// Of deals and contacts.
bool hasCompany(EntityKind kind)
{
    return entityInfo(kind).indexOf(u"company_id") >= 0;
}

// A record that has this name by now.
void note(NameMatches &matches, EntityRef ref, const Row &row)
{
    const qint64 company =
        hasCompany(ref.kind) ? integerOf(row[size_t(entityInfo(ref.kind).indexOf(u"company_id"))]) : 0;
    const auto place = std::lower_bound(matches.exact.begin(), matches.exact.end(), ref.id);
    const auto at = place - matches.exact.begin();
    const bool isNew = place == matches.exact.end() || *place != ref.id;
    if (isNew)
        matches.exact.insert(place, ref.id);
    if (hasCompany(ref.kind) && isNew)
        matches.companies.insert(matches.companies.begin() + at, company);
    else if (hasCompany(ref.kind))
        matches.companies[size_t(at)] = company;
    matches.near.reset();
}

template <class Condition>
void forget(NameMatches &matches, const Condition &isGone)
{
    for (size_t i = matches.exact.size(); i-- > 0;) {
        if (!isGone(matches.exact[i]))
            continue;
        matches.exact.erase(matches.exact.begin() + std::ptrdiff_t(i));
        if (i < matches.companies.size())
            matches.companies.erase(matches.companies.begin() + std::ptrdiff_t(i));
    }
}

} // namespace

NameMatches *NameLookup::Large::find(const QString &key)
{
    for (QHash<QString, NameMatches> *known : {&recent, &all}) {
        const auto found = known->find(key);
        if (found == known->end())
            continue;
        if (calledNow.isEmpty() || found->exact.empty())
            return &*found;
        const size_t name = qHash(key);
        forget(*found, [&](qint64 id) { return calledNow.value(id, name) != name; });
        if (!found->exact.empty())
            return &*found;
        known->erase(found); // somebody may be called nearly so
    }
    return nullptr;
}

void NameLookup::insert(List &list, EntityKind kind, qint64 id, const Row &row)
{
    const QString name = textIn(kind, row, u"name");
    const int scope = kind == EntityKind::Stage ? entityInfo(kind).indexOf(u"pipeline_id") : -1;
    const Entry entry{{id, name},
                      scope < 0 ? 0 : integerOf(row[size_t(scope)]),
                      kind == EntityKind::User ? fold(textIn(kind, row, u"email")) : QString()};
    list.byKey.insert(comparedName(name), entry);
    if (!entry.email.isEmpty())
        list.byKey.insert(entry.email, entry);
    if (const QString loose = looseKey(name); !loose.isEmpty())
        list.byLoose.insert(loose, entry);
}

void NameLookup::added(EntityRef ref, const Row &row)
{
    if (!hasName(ref.kind))
        return;
    if (const auto list = m_lists.find(ref.kind); list != m_lists.end())
        insert(list->second, ref.kind, ref.id, row);
    if (const auto large = m_large.find(ref.kind); large != m_large.end()) {
        const QString name = textIn(ref.kind, row, u"name");
        const QString key = comparedName(name);
        large->second.calledNow.insert(ref.id, qHash(key));
        if (NameMatches *matches = large->second.find(key))
            note(*matches, ref, row);
        if (large->second.loose)
            large->second.loose->insert(qHash(looseKey(name)), ref.id);
    }
}

Result<NameMatches> NameLookup::find(EntityKind kind, const QString &name, qint64 scope)
{
    if (!hasName(kind))
        return NameMatches{};
    return entityInfo(kind).has(KindTrait::IsNumerous) ? findInLarge(kind, name)
                                                       : findInList(kind, name, scope);
}

Result<NameMatches> NameLookup::findInList(EntityKind kind, const QString &name, qint64 scope)
{
    if (!m_lists.contains(kind)) {
        List &list = m_lists[kind];
        HEADWAY_TRY(records, loadAll(*m_connection, kind));
        for (const Record &record : records)
            insert(list, kind, record.ref.id, record.row);
    }
    const List &list = m_lists[kind];
    NameMatches matches;
    for (const Entry &entry : list.byKey.values(comparedName(name))) {
        const bool known =
            std::find(matches.exact.begin(), matches.exact.end(), entry.known.id) != matches.exact.end();
        if (!known && (scope == 0 || entry.scope == scope))
            matches.exact.push_back(entry.known.id);
    }
    if (!matches.exact.empty())
        return matches;
    for (const Entry &entry : list.byLoose.values(looseKey(name))) {
        if (scope == 0 || entry.scope == scope)
            matches.near = entry.known;
    }
    return matches;
}

Result<NameMatches> NameLookup::withKeys(EntityKind kind, const QString &name)
{
    const bool isOfCompany = hasCompany(kind);
    const QString query = (isOfCompany ? u"SELECT id, name, company_id FROM "_s : u"SELECT id, name FROM "_s)
        + tableName(kind) + u" WHERE name_key = ? AND deleted_at IS NULL ORDER BY id"_s;
    const QString wanted = comparedName(name);
    QSet<qint64> seen;
    NameMatches matches;
    const QStringList keys = possibleKeys(kind, name);
    Search search(*m_connection, m_keys);
    HEADWAY_TRY(isWorthwhile, search.isWorthwhile(kind, "name_key"_L1, keys));
    if (!isWorthwhile)
        return matches;
    for (const QString &key : keys) {
        HEADWAY_CHECK(m_connection->each(query, {key}, [&](const sql::RowView &row) -> Result<> {
            // Keys are cut, and "Ana Maria" has the key of "Maria Ana", so the names themselves are
            // compared.
            if (comparedName(row.text(1)) == wanted && !seen.contains(row.integer(0))) {
                seen.insert(row.integer(0));
                matches.exact.push_back(row.integer(0));
                if (isOfCompany)
                    matches.companies.push_back(row.integer(2));
            }
            return {};
        }));
    }
    return matches;
}

// Reads the names of a kind once so many were asked that this is the shorter way. Who waits for each of them waits for
// the rows that are being written, too.
Result<> NameLookup::readMany(EntityKind kind, Large &large)
{
    if (large.rows < 0) {
        HEADWAY_TRY(last, lastId(*m_connection, kind));
        large.rows = last;
    }
    if (++large.asked * rowsPerLookup < large.rows || large.rows > mostNames)
        return {};
    large.rows = std::numeric_limits<qint64>::max(); // once
    large.recent.clear();
    const QString columns = hasCompany(kind) ? u"id, name, company_id"_s : u"id, name"_s;
    return m_connection->each(
        u"SELECT "_s + columns + u" FROM "_s + tableName(kind) + u" WHERE deleted_at IS NULL ORDER BY id"_s,
        {}, [&](const sql::RowView &row) -> Result<> {
            const QString name = row.text(1);
            // These are found by other ways, too.
            if (isPerson(kind) && (name.contains(u'@') || name.count(u' ') >= mostNameParts))
                return {};
            NameMatches &matches = large.all[comparedName(name)];
            matches.exact.push_back(row.integer(0));
            if (hasCompany(kind))
                matches.companies.push_back(row.integer(2));
            return {};
        });
}

Result<> NameLookup::readLoose(EntityKind kind, Large &large)
{
    if (large.loose)
        return {};
    large.loose.emplace();
    return eachValue(
        *m_connection, kind, entityInfo(kind).indexOf(u"name"),
        [&](qint64 id, const Value &value) { large.loose->insert(qHash(looseKey(textOf(value))), id); });
}

Result<std::optional<KnownName>> NameLookup::nearTo(EntityKind kind, const QString &name)
{
    if (!entityInfo(kind).has(KindTrait::IsNumerous)) {
        HEADWAY_TRY(matches, findInList(kind, name, 0));
        return matches.near;
    }
    const QString wanted = looseKey(name);
    if (wanted.isEmpty())
        return std::nullopt;
    Large &large = m_large[kind];
    HEADWAY_CHECK(readLoose(kind, large));
    std::optional<KnownName> near;
    for (const qint64 id : large.loose->values(qHash(wanted))) {
        HEADWAY_TRY(record, load(*m_connection, EntityRef{kind, id}));
        const QString known = headway::titleOf(kind, record.row);
        if (record.deletedAt || looseKey(known) != wanted)
            continue;
        if (comparedName(known) == comparedName(name))
            return std::nullopt;
        near = KnownName{id, known};
    }
    return near;
}

Result<std::optional<KnownName>> NameLookup::nearIn(EntityKind kind, const QString &name, Large &large)
{
    const QString wanted = looseKey(name);
    if (wanted.isEmpty())
        return std::nullopt;
    HEADWAY_CHECK(readLoose(kind, large));
    for (const qint64 id : large.loose->values(qHash(wanted))) {
        HEADWAY_TRY(record, load(*m_connection, EntityRef{kind, id}));
        const QString known = headway::titleOf(kind, record.row);
        if (!record.deletedAt && looseKey(known) == wanted)
            return KnownName{id, known};
    }
    return std::nullopt;
}

Result<NameMatches> NameLookup::findInLarge(EntityKind kind, const QString &name)
{
    Large &large = m_large[kind];
    const QString spoken = spokenName(kind, name);
    // A firm among people is called as it is written: "Granite Peak, Inc."
    if (spoken != name) {
        HEADWAY_TRY(written, withKeys(kind, name));
        if (!written.exact.empty())
            return written;
    }
    const QString key = comparedName(spoken);
    if (const NameMatches *known = large.find(key))
        return *known;
    HEADWAY_CHECK(readMany(kind, large));
    if (const NameMatches *known = large.find(key))
        return *known;
    NameMatches matches;
    if (isPerson(kind) && name.contains(u'@')) {
        HEADWAY_TRY(reached, reachedBy(*m_connection, kind, u"email"_s, name.trimmed(), m_keys));
        matches.exact = reached;
        return matches; // not cached: addresses change without a call of added()
    }
    HEADWAY_TRY(named, withKeys(kind, spoken));
    matches = named;
    if (matches.exact.empty()) {
        HEADWAY_TRY(near, nearIn(kind, spoken, large));
        matches.near = near;
    }
    if (large.recent.size() >= mostRecentNames)
        large.recent.clear();
    large.recent.insert(key, matches);
    return matches;
}

Result<std::vector<qint64>> withExternalKey(sql::Connection &connection, EntityKind kind,
                                            const QString &system, const QString &key, KnownKeys *keys)
{
    // The kind is compared here: in the query it would make SQLite walk all references to records of that
    // kind instead of the few with this key.
    std::vector<qint64> candidates;
    Search search(connection, keys);
    HEADWAY_TRY(isWorthwhile, search.isWorthwhile(EntityKind::ExternalRef, "external_key"_L1, {key}));
    if (!isWorthwhile)
        return candidates;
    HEADWAY_CHECK(
        connection.each(u"SELECT record_id, record_kind FROM external_ref"
                        " WHERE system = ? AND external_key = ? AND deleted_at IS NULL ORDER BY record_id"_s,
                        {system, key}, [&](const sql::RowView &row) -> Result<> {
                            const bool isNew = candidates.empty() || candidates.back() != row.integer(0);
                            if (row.text(1) == tableName(kind) && isNew)
                                candidates.push_back(row.integer(0));
                            return {};
                        }));
    std::vector<qint64> live;
    for (const qint64 id : candidates) {
        HEADWAY_TRY(presence, presenceOf(connection, {kind, id}));
        if (presence == Presence::Live)
            live.push_back(id);
    }
    return live;
}

Result<std::vector<qint64>> reachedBy(sql::Connection &connection, EntityKind kind, const QString &by,
                                      const QString &value, KnownKeys *keys)
{
    if (by == "phone"_L1)
        return phonedBy(connection, kind, value, keys);
    const QString key = fold(value).left(longestKey);
    Search search(connection, keys);
    HEADWAY_TRY(isWorthwhile, search.isWorthwhile(EntityKind::ContactPoint, "value_key"_L1, {key}));
    if (!isWorthwhile)
        return std::vector<qint64>();
    return idsOf(connection,
                 u"SELECT DISTINCT t.id FROM contact_point p JOIN "_s + tableName(kind)
                     + u" t ON t.id = p.record_id AND t.deleted_at IS NULL"
                       " WHERE p.value_key = ? AND p.record_kind = ? AND p.reach_by = ?"
                       " AND p.deleted_at IS NULL ORDER BY t.id"_s,
                 {key, QString(tableName(kind)), by});
}

Result<DealParties> partiesOf(sql::Connection &connection, DealId deal)
{
    DealParties parties;
    HEADWAY_CHECK(connection.each(u"SELECT company_id, contact_id FROM deal WHERE id = ?"_s, {deal.value},
                                  [&](const sql::RowView &row) -> Result<> {
                                      parties = {row.integer(0), row.integer(1)};
                                      return {};
                                  }));
    return parties;
}

Result<qint64> referenceOf(sql::Connection &connection, EntityRef ref, int field)
{
    HEADWAY_TRY(id,
                connection.cell(u"SELECT "_s + entityInfo(ref.kind).field(field).name + u" FROM "_s
                                    + tableName(ref.kind) + u" WHERE id = ?"_s,
                                {ref.id}));
    return integerOf(id);
}

Result<Presence> presenceOf(sql::Connection &connection, EntityRef ref)
{
    HEADWAY_TRY(
        row,
        connection.row(u"SELECT deleted_at FROM "_s + tableName(ref.kind) + u" WHERE id = ?"_s, {ref.id}));
    if (row.empty())
        return Presence::Absent;
    return isNull(row.front()) ? Presence::Live : Presence::Removed;
}

Result<std::vector<Record>> childRecords(sql::Connection &connection, EntityKind child, EntityRef parent)
{
    // An activity's link has a reference to it, and the kind and id of the record that it leads to.
    const EntityInfo &info = entityInfo(child);
    for (const FieldInfo &field : info.fields) {
        if (field.type == FieldType::Reference && field.target == parent.kind)
            return loadAll(connection, child, {field.name + u" = ?"_s, {parent.id}, {}});
    }
    if (const int kind = info.indexOf(u"record_kind"); kind >= 0 && info.indexOf(u"record_id") >= 0)
        return loadAll(
            connection, child,
            {u"record_kind = ? AND record_id = ?"_s, {QString(tableName(parent.kind)), parent.id}, {}});
    return std::vector<Record>{};
}

Result<> eachValue(sql::Connection &connection, EntityKind kind, int field,
                   const std::function<void(qint64 id, const Value &value)> &take)
{
    return connection.each(u"SELECT id, "_s + entityInfo(kind).field(field).name + u" FROM "_s
                               + tableName(kind) + u" WHERE deleted_at IS NULL"_s,
                           {}, [&](const sql::RowView &row) -> Result<> {
                               take(row.integer(0), row.value(1));
                               return {};
                           });
}

Result<std::optional<qint64>> lowestRank(sql::Connection &connection, qint64 stage)
{
    HEADWAY_TRY(
        rank,
        connection.cell(u"SELECT max(rank) FROM deal WHERE stage_id = ? AND deleted_at IS NULL"_s, {stage}));
    return isNull(rank) ? std::nullopt : std::optional(integerOf(rank));
}

Result<> advanceIds(sql::Connection &connection, EntityKind kind)
{
    if (connection.engine() == sql::Engine::Sqlite)
        return {};
    const QString table = tableName(kind);
    const QString sequence = table + u"_id_seq"_s; // of which the step may have drawn some already
    HEADWAY_CHECK(connection.cell(u"SELECT setval('"_s + sequence
                                  + u"', greatest(max(id), (SELECT last_value FROM "_s + sequence
                                  + u"))) FROM "_s + table + u" HAVING max(id) IS NOT NULL"_s));
    return {};
}

Result<qint64> lastId(sql::Connection &connection, EntityKind kind)
{
    HEADWAY_TRY(last, connection.cell(u"SELECT max(id) FROM "_s + tableName(kind)));
    return integerOf(last);
}

Result<bool> hasRecords(sql::Connection &connection, EntityKind kind)
{
    HEADWAY_TRY(
        first,
        connection.cell(u"SELECT id FROM "_s + tableName(kind) + u" WHERE deleted_at IS NULL LIMIT 1"_s));
    return !isNull(first);
}

Result<std::optional<EntityKind>> firstKindPresent(sql::Connection &connection)
{
    for (const EntityKind kind : allEntityKinds()) {
        HEADWAY_TRY(id, connection.cell(u"SELECT id FROM "_s + tableName(kind) + u" LIMIT 1"_s));
        if (!isNull(id))
            return kind;
    }
    return std::nullopt;
}

} // namespace headway::store
