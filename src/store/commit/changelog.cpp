// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/changelog.h"

#include "domain/records/record.h"
#include "sql/idlist.h"
#include "store/commit/sentencejson.h"
#include "store/rows/activitylinks.h"
#include "store/rows/records.h"

#include <algorithm>
#include <iterator>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

template <class Enum>
QString codeOf(Enum choice)
{
    return textOf(Codec<Enum>::read(choice));
}

sql::Value orNull(qint64 id)
{
    return id ? sql::Value(id) : sql::Value();
}

const QString operationColumns =
    u"id, at, actor_id, label, origin, reverts, reverted_by, change_count, sentence"_s;

Operation operationFrom(const sql::RowView &row, int first)
{
    return {row.integer(first),
            {row.integer(first + 1)},
            {row.integer(first + 2)},
            sentenceFromJson(row.text(first + 8), row.text(first + 3)),
            Codec<Origin>::write(row.text(first + 4)),
            row.integer(first + 5),
            row.integer(first + 6),
            row.integer(first + 7)};
}

Result<std::vector<Operation>> select(sql::Connection &connection, const QString &rest,
                                      const sql::Values &binds)
{
    std::vector<Operation> list;
    HEADWAY_CHECK(connection.each(u"SELECT "_s + operationColumns + u" FROM operation "_s + rest, binds,
                                  [&](const sql::RowView &row) -> Result<> {
                                      list.push_back(operationFrom(row, 0));
                                      return {};
                                  }));
    return list;
}

qint64 boundOf(qint64 before)
{
    return before > 0 ? before : std::numeric_limits<qint64>::max();
}

Error damagedEntry()
{
    return {ErrorCode::Unreadable, Sentence::tr("An entry of the history is damaged."), {}};
}

// The numbers of the entries that tell of a record: its own, and the runs that it is in. The plus keeps SQLite from
// walking through the entries of all records before it.
const QString entriesOfRecord =
    u"SELECT id FROM change WHERE entity = ? AND entity_id = ? UNION SELECT id FROM change WHERE entity = ?"
    " AND last_id >= ? AND last_id < ? AND +entity_id <= ?"_s;

sql::Values bindsOf(EntityRef record)
{
    const QString table = tableName(record.kind);
    const qint64 end = std::min(record.id, std::numeric_limits<qint64>::max() - longestRun) + longestRun;
    return {table, record.id, table, record.id, end, record.id};
}

} // namespace

Result<qint64> appendOperation(sql::Connection &connection, const Operation &operation)
{
    return connection.insert(
        u"INSERT INTO operation (at, actor_id, label, sentence, origin, reverts, change_count)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {operation.at.ms, orNull(operation.actor.value), operation.label.words(),
         sentenceToJson(operation.label), codeOf(operation.origin), orNull(operation.reverts),
         operation.changeCount});
}

Result<> closeOperation(sql::Connection &connection, const Operation &begun, const Operation &operation)
{
    if (operation.changeCount != begun.changeCount || !(operation.label == begun.label))
        HEADWAY_CHECK(connection.run(
            u"UPDATE operation SET change_count = ?, label = ?, sentence = ? WHERE id = ?"_s,
            {operation.changeCount, operation.label.words(), sentenceToJson(operation.label), operation.id}));
    // The step that this one reverts is now out of effect; if that one had itself reverted a step, the
    // earlier one is in effect again, and so on down a chain of undo, redo, undo of the redo …
    qint64 by = operation.id;
    qint64 target = operation.reverts;
    while (target) {
        if (target >= by) // a step reverts earlier ones only; a cycle would be endless
            return failure(damagedEntry());
        // looked up by id, not by a search through all steps
        HEADWAY_TRY(freed,
                    connection.cell(u"SELECT id FROM operation WHERE reverted_by = ? AND id ="
                                    " (SELECT reverts FROM operation WHERE id = ?)"_s,
                                    {target, target}));
        HEADWAY_TRY(
            marked,
            connection.run(u"UPDATE operation SET reverted_by = ? WHERE id = ? AND reverted_by IS NULL"_s,
                           {by, target}));
        if (marked == 0) // another user reverted it after this step looked
            return failure(ErrorCode::Conflict,
                           Sentence::tr("“%1” is taken back already.").arg(operation.label));
        by = integerOf(freed);
        if (!by)
            return {};
        if (by >= target)
            return failure(damagedEntry());
        HEADWAY_CHECK(connection.run(u"UPDATE operation SET reverted_by = NULL WHERE id = ?"_s, {by}));
        HEADWAY_TRY(next, connection.cell(u"SELECT reverts FROM operation WHERE id = ?"_s, {by}));
        target = integerOf(next);
    }
    return {};
}

Result<Operation> loadOperation(sql::Connection &connection, qint64 id)
{
    HEADWAY_TRY(list, select(connection, u"WHERE id = ?"_s, {id}));
    if (list.empty())
        return failure(ErrorCode::NotFound,
                       Sentence::tr("There is no step %1 in the history.").arg(QString::number(id)));
    return list.front();
}

Result<std::vector<Operation>> operations(sql::Connection &connection, qint64 before, int most)
{
    return select(connection, u"WHERE id < ? ORDER BY id DESC LIMIT ?"_s, {boundOf(before), qint64(most)});
}

Result<std::vector<Operation>> operations(sql::Connection &connection, const StepFilter &filter,
                                          qint64 before, int most)
{
    QString where = u"WHERE id < ?"_s;
    sql::Values binds{boundOf(before)};
    const auto narrow = [&](const QString &condition, const sql::Values &values) {
        where += u" AND "_s + condition;
        binds.insert(binds.end(), values.begin(), values.end());
    };
    if (filter.actor)
        narrow(u"actor_id = ?"_s, {filter.actor.value});
    if (filter.record.id)
        narrow(u"id IN (SELECT c.operation_id FROM change c WHERE c.id IN ("_s + entriesOfRecord + u"))"_s,
               bindsOf(filter.record));
    if (filter.kind) {
        // Lists and settings are changed so seldom that their changes are looked up; of other kinds the newest
        // steps are full.
        const bool isRare = entityInfo(*filter.kind).has(KindTrait::IsAtHand);
        narrow(isRare ? u"id IN (SELECT operation_id FROM change WHERE entity = ?)"_s
                      : u"EXISTS (SELECT 1 FROM change WHERE operation_id = operation.id AND entity = ?)"_s,
               {QString(tableName(*filter.kind))});
    }
    if (filter.since)
        narrow(u"at >= ?"_s, {filter.since.ms});
    if (filter.until)
        narrow(u"at < ?"_s, {filter.until.ms});
    binds.push_back(qint64(most));
    return select(connection, where + u" ORDER BY id DESC LIMIT ?"_s, binds);
}

Result<std::optional<Operation>> undoable(sql::Connection &connection, UserId actor)
{
    HEADWAY_TRY(list,
                select(connection,
                       u"WHERE actor_id = ? AND origin NOT IN ('undo', 'redo', 'generated')"
                       " AND reverted_by IS NULL ORDER BY id DESC LIMIT 1"_s,
                       {actor.value}));
    return list.empty() ? std::nullopt : std::optional(list.front());
}

Result<std::optional<Operation>> redoable(sql::Connection &connection, UserId actor)
{
    HEADWAY_TRY(list,
                select(connection,
                       u"WHERE actor_id = ? AND origin = 'undo' AND reverted_by IS NULL AND id >"
                       " (SELECT coalesce(max(id), 0) FROM operation WHERE actor_id = ?"
                       " AND origin NOT IN ('undo', 'redo')) ORDER BY id DESC LIMIT 1"_s,
                       {actor.value, actor.value}));
    return list.empty() ? std::nullopt : std::optional(list.front());
}

Result<std::vector<Change>> changesOf(sql::Connection &connection, qint64 operation, int most)
{
    HEADWAY_TRY(entries, entriesOf(connection, operation, 0, most));
    std::vector<Change> changes;
    for (const ChangeEntry &entry : entries) {
        const qint64 room = qint64(most) - qint64(changes.size());
        if (room <= 0)
            break;
        HEADWAY_TRY(some,
                    changesIn(connection, entry, std::max(entry.first, entry.last - room + 1), entry.last));
        std::move(some.rbegin(), some.rend(), std::back_inserter(changes));
    }
    return changes;
}

Result<> eachChange(sql::Connection &connection, const std::vector<qint64> &operations,
                    const std::function<void(qint64 operation, const Change &change)> &visit)
{
    std::vector<ChangeEntry> entries;
    for (const std::span<const qint64> part : sql::inParts(operations)) {
        sql::Values binds;
        const QString among = sql::amongIds(part, binds);
        HEADWAY_CHECK(
            connection.each(u"SELECT "_s + entryColumns() + u" FROM change c WHERE c.operation_id"_s + among,
                            binds, [&entries](const sql::RowView &row) -> Result<> {
                                HEADWAY_TRY(entry, entryFrom(row, 0));
                                entries.push_back(std::move(entry));
                                return {};
                            }));
    }
    for (const ChangeEntry &entry : entries) {
        HEADWAY_TRY(changes, changesIn(connection, entry));
        for (const Change &change : changes)
            visit(entry.operation, change);
    }
    return {};
}

// The records that the changed ones belong to: the owner of a link or a contact point.
static Result<std::vector<EntityRef>> followersOf(sql::Connection &connection,
                                                  const std::vector<Change> &changes)
{
    std::vector<EntityRef> followers;
    for (const Change &change : changes) {
        if (change.ref.kind == EntityKind::Activity) {
            HEADWAY_TRY(links, linksOf(connection, {change.ref.id}));
            followers.insert(followers.end(), links.begin(), links.end());
            continue;
        }
        const int kind = entityInfo(change.ref.kind).indexOf(u"record_kind");
        if (kind < 0)
            continue;
        HEADWAY_TRY(record, load(connection, change.ref));
        if (const auto owner = entityKindNamed(textOf(record.row[size_t(kind)])))
            followers.push_back({*owner, integerOf(record.row[size_t(kind) + 1])});
    }
    return followers;
}

Result<std::vector<ChangeSet>> changeSetsSince(sql::Connection &connection, qint64 operation,
                                               const std::vector<qint64> &late)
{
    constexpr int mostChanges = 500;
    sql::Values binds{operation};
    binds.insert(binds.end(), late.begin(), late.end());
    const QString numbers = QString(u", ?"_s).repeated(qsizetype(late.size())).mid(2);
    HEADWAY_TRY(steps,
                select(connection,
                       u"WHERE id > ?"_s + (late.empty() ? QString() : u" OR id IN ("_s + numbers + u')')
                           + u" ORDER BY id LIMIT 50"_s,
                       binds));
    std::vector<ChangeSet> sets;
    for (const Operation &step : steps) {
        HEADWAY_TRY(changes, changesOf(connection, step.id, mostChanges));
        ChangeSet set{step, {changes.rbegin(), changes.rend()}, {}, step.changeCount <= mostChanges};
        HEADWAY_TRY(followers, followersOf(connection, set.changes));
        set.followers = std::move(followers);
        sets.push_back(std::move(set));
    }
    return sets;
}

Result<std::vector<LoggedChange>> changesOf(sql::Connection &connection, EntityRef record, int most)
{
    std::vector<std::pair<Operation, ChangeEntry>> entries;
    sql::Values binds = bindsOf(record);
    binds.push_back(qint64(most));
    HEADWAY_CHECK(connection.each(
        u"SELECT o.id, o.at, o.actor_id, o.label, o.origin, o.reverts, o.reverted_by, o.change_count,"
        " o.sentence, "_s
            + entryColumns() + u" FROM change c JOIN operation o ON o.id = c.operation_id WHERE c.id IN ("_s
            + entriesOfRecord + u") ORDER BY c.id DESC LIMIT ?"_s,
        binds, [&entries](const sql::RowView &row) -> Result<> {
            HEADWAY_TRY(entry, entryFrom(row, 9));
            entries.emplace_back(operationFrom(row, 0), std::move(entry));
            return {};
        }));
    std::vector<LoggedChange> list;
    for (auto &[operation, entry] : entries) {
        HEADWAY_TRY(changes, changesIn(connection, entry, record.id, record.id));
        if (!changes.empty())
            list.push_back({std::move(operation), std::move(changes.front())});
    }
    return list;
}

} // namespace headway::store
