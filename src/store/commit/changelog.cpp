// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/changelog.h"

#include "domain/fields/valuejson.h"
#include "domain/records/record.h"
#include "store/commit/sentencejson.h"
#include "store/rows/activitylinks.h"
#include "store/rows/records.h"

#include <QJsonDocument>
#include <QJsonObject>

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

Result<Change> changeFrom(const sql::RowView &row, int first)
{
    const auto kind = entityKindNamed(row.text(first));
    if (!kind)
        return failure(ErrorCode::Unreadable, Sentence::tr("The history names an unknown kind of record."));
    const auto change = changeKindNamed(row.text(first + 2));
    if (!change)
        return failure(damagedEntry());
    HEADWAY_TRY(fields, fieldsFromJson(*kind, row.text(first + 3), row.text(first + 4)));
    return Change{*change, {*kind, row.integer(first + 1)}, std::move(fields), {}};
}

// Empty for a change without that side, for which nothing is stored.
Result<QJsonObject> objectOf(const QString &json)
{
    if (json.isEmpty())
        return QJsonObject();
    const QJsonDocument document = QJsonDocument::fromJson(json.toUtf8());
    if (!document.isObject())
        return failure(damagedEntry());
    return document.object();
}

// Every field needs a value after the change, and values have to be of types that fields can hold.
bool isWhole(const EntityInfo &info, const QJsonObject &before, const QJsonObject &after)
{
    for (const QJsonObject *side : {&before, &after}) {
        for (auto it = side->begin(); it != side->end(); ++it) {
            const bool isValue = it->isNull() || it->isDouble() || it->isString();
            if (info.indexOf(it.key()) >= 0 && (!isValue || !after.contains(it.key())))
                return false;
        }
    }
    return true;
}

} // namespace

QString fieldsToJson(EntityKind kind, const std::vector<FieldDelta> &fields, Value FieldDelta::*side)
{
    QJsonObject object;
    for (const FieldDelta &delta : fields)
        object.insert(entityInfo(kind).field(delta.field).name, toJson(delta.*side));
    QString json = QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
    // Qt's parser strips a byte order mark from the beginning of a text, unless it is escaped.
    return json.replace(QChar(QChar::ByteOrderMark), u"\\ufeff"_s);
}

Result<std::vector<FieldDelta>> fieldsFromJson(EntityKind kind, const QString &before, const QString &after)
{
    HEADWAY_TRY(was, objectOf(before));
    HEADWAY_TRY(is, objectOf(after));
    const EntityInfo &info = entityInfo(kind);
    if (!isWhole(info, was, is))
        return failure(damagedEntry());
    std::vector<FieldDelta> fields;
    for (auto it = is.begin(); it != is.end(); ++it) {
        const int index = info.indexOf(it.key());
        if (index < 0)
            continue; // a field that this version no longer has
        const Value old =
            was.contains(it.key()) ? fromJson(was.value(it.key())) : info.defaults[size_t(index)];
        fields.push_back({index, old, fromJson(it.value())});
    }
    return fields;
}

Result<qint64> appendOperation(sql::Connection &connection, const Operation &operation)
{
    return connection.insert(
        u"INSERT INTO operation (at, actor_id, label, sentence, origin, reverts, change_count)"
        " VALUES (?, ?, ?, ?, ?, ?, ?)"_s,
        {operation.at.ms, orNull(operation.actor.value), operation.label.words(),
         sentenceToJson(operation.label), codeOf(operation.origin), orNull(operation.reverts),
         operation.changeCount});
}

namespace {

void addCells(sql::Values &cells, qint64 operation, const Change &change)
{
    const bool isUpdate = change.kind == ChangeKind::Update;
    const bool hasFields = isUpdate || change.kind == ChangeKind::Create;
    const EntityKind kind = change.ref.kind;
    cells.push_back(operation);
    cells.push_back(QString(tableName(kind)));
    cells.push_back(change.ref.id);
    cells.push_back(codeOf(change.kind));
    cells.push_back(isUpdate ? sql::Value(fieldsToJson(kind, change.fields, &FieldDelta::before))
                             : sql::Value());
    cells.push_back(hasFields ? sql::Value(fieldsToJson(kind, change.fields, &FieldDelta::after))
                              : sql::Value());
}

// For so many rows.
QString insertChanges(qsizetype rows)
{
    const QString row = u"(?, ?, ?, ?, ?, ?)"_s;
    return u"INSERT INTO change (operation_id, entity, entity_id, kind, before, after) VALUES "_s + row
        + QString(u", "_s + row).repeated(rows - 1);
}

} // namespace

// Always the same two statements, so that they are prepared once.
Result<> appendChanges(sql::Connection &connection, qint64 operation, std::span<const Change> changes)
{
    constexpr size_t together = 25;
    static const QString one = insertChanges(1);
    static const QString many = insertChanges(qsizetype(together));
    while (!changes.empty()) {
        const bool isMany = changes.size() >= together;
        const auto part = changes.first(isMany ? together : 1);
        sql::Values cells;
        for (const Change &change : part)
            addCells(cells, operation, change);
        HEADWAY_CHECK(connection.run(isMany ? many : one, cells));
        changes = changes.subspan(part.size());
    }
    return {};
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
        narrow(u"id IN (SELECT operation_id FROM change WHERE entity = ? AND entity_id = ?)"_s,
               {QString(tableName(filter.record.kind)), filter.record.id});
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

Result<std::vector<StoredChange>> changesOf(sql::Connection &connection, qint64 operation, qint64 before,
                                            int most)
{
    const qint64 bound = before > 0 ? before : std::numeric_limits<qint64>::max();
    std::vector<StoredChange> changes;
    HEADWAY_CHECK(connection.each(
        u"SELECT entity, entity_id, kind, before, after, id FROM change WHERE operation_id = ?"
        " AND id < ? ORDER BY id DESC LIMIT ?"_s,
        {operation, bound, qint64(most)}, [&](const sql::RowView &row) -> Result<> {
            HEADWAY_TRY(change, changeFrom(row, 0));
            changes.push_back({row.integer(5), std::move(change)});
            return {};
        }));
    return changes;
}

Result<> eachChange(sql::Connection &connection, const std::vector<qint64> &operations,
                    const std::function<void(qint64 operation, const Change &change)> &visit)
{
    if (operations.empty())
        return {};
    return connection.each(
        u"SELECT entity, entity_id, kind, before, after, operation_id FROM change WHERE operation_id IN ("_s
            + sql::placeholders(qsizetype(operations.size())) + u')',
        sql::Values(operations.begin(), operations.end()), [&](const sql::RowView &row) -> Result<> {
            HEADWAY_TRY(change, changeFrom(row, 0));
            visit(row.integer(5), change);
            return {};
        });
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
        HEADWAY_TRY(changes, changesOf(connection, step.id, 0, mostChanges));
        ChangeSet set{step, {}, {}, step.changeCount <= mostChanges};
        std::transform(changes.rbegin(), changes.rend(), std::back_inserter(set.changes),
                       [](StoredChange &stored) { return std::move(stored.change); });
        HEADWAY_TRY(followers, followersOf(connection, set.changes));
        set.followers = std::move(followers);
        sets.push_back(std::move(set));
    }
    return sets;
}

Result<std::vector<LoggedChange>> changesOf(sql::Connection &connection, EntityRef record, int most)
{
    std::vector<LoggedChange> list;
    HEADWAY_CHECK(connection.each(
        u"SELECT o.id, o.at, o.actor_id, o.label, o.origin, o.reverts, o.reverted_by, o.change_count,"
        " o.sentence, c.entity, c.entity_id, c.kind, c.before, c.after FROM change c"
        " JOIN operation o ON o.id = c.operation_id WHERE c.entity = ? AND c.entity_id = ?"
        " ORDER BY c.id DESC LIMIT ?"_s,
        {QString(tableName(record.kind)), record.id, qint64(most)}, [&](const sql::RowView &row) -> Result<> {
            HEADWAY_TRY(change, changeFrom(row, 9));
            list.push_back({operationFrom(row, 0), std::move(change)});
            return {};
        }));
    return list;
}

} // namespace headway::store
