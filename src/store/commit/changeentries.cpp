// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/changeentries.h"

#include "domain/fields/valuejson.h"
#include "domain/records/lead.h"
#include "domain/records/record.h"
#include "sql/idlist.h"
#include "store/rows/records.h"

#include <QHash>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr size_t fewestShortened = 1000; // changes; fewer are read often, and take little room
constexpr qint64 shortestRun = 8;

Error damagedEntry()
{
    return {ErrorCode::Unreadable, Sentence::tr("An entry of the history is damaged."), {}};
}

QString codeOf(ChangeKind kind)
{
    return textOf(Codec<ChangeKind>::read(kind));
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

// Whether a run makes sense.
bool isSound(const ChangeEntry &entry)
{
    if (entry.kind == ChangeKind::Update || entry.first <= 0)
        return false;
    const qint64 count = entry.last - entry.first + 1;
    return count <= longestRun
        && (entry.kind != ChangeKind::Create || entry.after.size() == count * digitsPerRecord);
}

// ---- check digits ----

constexpr quint64 fnvBegin = 14695981039346656037U;

quint64 mixed(quint64 hash, QByteArrayView bytes)
{
    constexpr quint64 fnvPrime = 1099511628211U;
    for (const char byte : bytes)
        hash = (hash ^ quint8(byte)) * fnvPrime;
    return hash;
}

QByteArray bytesOf(const Value &value)
{
    if (const auto *text = std::get_if<QString>(&value))
        return 't' + text->toUtf8();
    if (isNull(value))
        return {};
    // A whole number has the same digits whether it is held as one or as a real.
    constexpr double mostWhole = 1e15;
    const double number = realOf(value);
    if (std::abs(number) < mostWhole && number == std::trunc(number))
        return 'n' + QByteArray::number(qint64(number));
    return 'n' + QByteArray::number(number, 'g', 17);
}

// What counts of a field: its name and its value. A status of a lead counts as in schema 18 and before, where it was a
// choice and the first one was the default, so that the digits of what was created then still hold.
quint64 countOf(EntityKind kind, const FieldInfo &field, const Value &value)
{
    QByteArrayView name(field.name.data(), field.name.size());
    Value counted = value;
    if (kind == EntityKind::Lead && field.name == "status_id"_L1) {
        const qint64 place = integerOf(value) - 1;
        if (place == 0)
            return 0;
        if (place > 0 && place < qint64(firstLeadStatuses.size())) {
            name = "status";
            counted = QString(firstLeadStatuses[size_t(place)].code);
        }
    }
    return mixed(mixed(fnvBegin, name), bytesOf(counted));
}

// ---- writing ----

// Of a record that a span changes once, or creates, the place among the others does not matter.
std::vector<ChangeEntry> runsOf(std::span<const Change> changes, std::vector<bool> &isTaken)
{
    QHash<EntityRef, int> times;
    for (const Change &change : changes)
        ++times[change.ref];
    std::map<std::pair<ChangeKind, EntityKind>, std::vector<std::pair<qint64, size_t>>> movable;
    for (size_t i = 0; i < changes.size(); ++i) {
        const Change &change = changes[i];
        const bool isPlain = change.kind != ChangeKind::Update && change.ref.id > 0
            && (change.kind == ChangeKind::Create || (change.fields.empty() && times[change.ref] == 1));
        if (isPlain)
            movable[{change.kind, change.ref.kind}].push_back({change.ref.id, i});
    }
    std::vector<ChangeEntry> runs;
    for (auto &[kinds, places] : movable) {
        std::sort(places.begin(), places.end());
        for (size_t from = 0, to = 0; from < places.size(); from = to) {
            for (to = from + 1; to < places.size() && qint64(to - from) < longestRun
                 && places[to].first == places[to - 1].first + 1;)
                ++to;
            if (qint64(to - from) < shortestRun)
                continue;
            ChangeEntry run{.kind = kinds.first,
                            .entity = kinds.second,
                            .first = places[from].first,
                            .last = places[to - 1].first};
            for (size_t i = from; i < to; ++i) {
                isTaken[places[i].second] = true;
                if (run.kind == ChangeKind::Create)
                    run.after += digitsOf(run.entity, changes[places[i].second].fields);
            }
            runs.push_back(std::move(run));
        }
    }
    return runs;
}

ChangeEntry entryOf(const Change &change)
{
    ChangeEntry entry{
        .kind = change.kind, .entity = change.ref.kind, .first = change.ref.id, .last = change.ref.id};
    const bool isUpdate = change.kind == ChangeKind::Update;
    if (isUpdate)
        entry.before = fieldsToJson(change.ref.kind, change.fields, &FieldDelta::before);
    if (isUpdate || change.kind == ChangeKind::Create)
        entry.after = fieldsToJson(change.ref.kind, change.fields, &FieldDelta::after);
    return entry;
}

sql::Value textOrNull(const QString &text)
{
    return text.isEmpty() ? sql::Value() : sql::Value(text);
}

void addCells(sql::Values &cells, qint64 operation, const ChangeEntry &entry)
{
    cells.push_back(operation);
    cells.push_back(QString(tableName(entry.entity)));
    cells.push_back(entry.first);
    cells.push_back(codeOf(entry.kind));
    cells.push_back(textOrNull(entry.before));
    cells.push_back(textOrNull(entry.after));
    cells.push_back(entry.isRun() ? sql::Value(entry.last) : sql::Value());
}

// For so many rows.
QString insertText(qsizetype rows)
{
    const QString row = u"(?, ?, ?, ?, ?, ?, ?)"_s;
    return u"INSERT INTO change (operation_id, entity, entity_id, kind, before, after, last_id) VALUES "_s
        + row + QString(u", "_s + row).repeated(rows - 1);
}

// ---- reading ----

// What changed some records in a row after an entry, newest first. The plus keeps SQLite from walking through all that
// came later.
Result<> eachLater(sql::Connection &connection, EntityKind kind, qint64 first, qint64 last, qint64 after,
                   const std::function<Result<>(qint64 id, const std::vector<FieldDelta> &)> &each)
{
    return connection.each(u"SELECT entity_id, before, after FROM change WHERE entity = ? AND entity_id >= ?"
                           " AND entity_id <= ? AND +id > ? AND kind = 'update' ORDER BY +id DESC"_s,
                           {QString(tableName(kind)), first, last, after},
                           [&](const sql::RowView &row) -> Result<> {
                               HEADWAY_TRY(fields, fieldsFromJson(kind, row.text(1), row.text(2)));
                               return each(row.integer(0), fields);
                           });
}

std::vector<qint64> idsBetween(qint64 first, qint64 last)
{
    std::vector<qint64> ids;
    for (qint64 id = first; id <= last; ++id)
        ids.push_back(id);
    return ids;
}

// A record that is not there any more, which `check` tells of, was created with nothing.
Result<std::vector<Change>> creations(sql::Connection &connection, const ChangeEntry &run, qint64 first,
                                      qint64 last)
{
    const std::vector<qint64> ids = idsBetween(first, last);
    QHash<qint64, Row> rows;
    HEADWAY_TRY(records, loadMany(connection, run.entity, ids));
    for (Record &record : records)
        rows.emplace(record.ref.id, std::move(record.row));
    HEADWAY_CHECK(eachLater(connection, run.entity, first, last, run.id,
                            [&rows](qint64 id, const std::vector<FieldDelta> &fields) -> Result<> {
                                if (const auto row = rows.find(id); row != rows.end()) {
                                    for (const FieldDelta &delta : fields)
                                        (*row)[size_t(delta.field)] = delta.before;
                                }
                                return {};
                            }));
    std::vector<Change> changes;
    for (const qint64 id : ids) {
        const auto row = rows.constFind(id);
        changes.push_back({ChangeKind::Create,
                           {run.entity, id},
                           row == rows.cend() ? std::vector<FieldDelta>() : createdFields(run.entity, *row),
                           {}});
    }
    return changes;
}

} // namespace

const QString &entryColumns()
{
    static const QString text =
        u"c.entity, c.entity_id, c.kind, c.before, c.after, c.id, c.operation_id, c.last_id"_s;
    return text;
}

Result<ChangeEntry> entryFrom(const sql::RowView &row, int first)
{
    const auto kind = entityKindNamed(row.text(first));
    if (!kind)
        return failure(ErrorCode::Unreadable, Sentence::tr("The history names an unknown kind of record."));
    const auto change = changeKindNamed(row.text(first + 2));
    if (!change)
        return failure(damagedEntry());
    ChangeEntry entry{.id = row.integer(first + 5),
                      .operation = row.integer(first + 6),
                      .kind = *change,
                      .entity = *kind,
                      .first = row.integer(first + 1),
                      .last = row.integer(first + 1),
                      .before = row.text(first + 3),
                      .after = row.text(first + 4)};
    if (!row.isNull(first + 7)) {
        entry.last = row.integer(first + 7);
        if (entry.last <= entry.first || !isSound(entry))
            return failure(damagedEntry());
    }
    return entry;
}

Result<std::vector<ChangeEntry>> entriesOf(sql::Connection &connection, qint64 operation, qint64 before,
                                           int most)
{
    const qint64 bound = before > 0 ? before : std::numeric_limits<qint64>::max();
    std::vector<ChangeEntry> entries;
    HEADWAY_CHECK(connection.each(u"SELECT "_s + entryColumns()
                                      + u" FROM change c WHERE c.operation_id = ? AND c.id < ?"
                                        " ORDER BY c.id DESC LIMIT ?"_s,
                                  {operation, bound, qint64(most)}, [&](const sql::RowView &row) -> Result<> {
                                      HEADWAY_TRY(entry, entryFrom(row, 0));
                                      entries.push_back(std::move(entry));
                                      return {};
                                  }));
    return entries;
}

std::vector<ChangeEntry> entriesFor(std::span<const Change> changes)
{
    std::vector<bool> isTaken(changes.size(), false);
    std::vector<ChangeEntry> entries;
    if (changes.size() >= fewestShortened)
        entries = runsOf(changes, isTaken);
    for (size_t i = 0; i < changes.size(); ++i) {
        if (!isTaken[i])
            entries.push_back(entryOf(changes[i]));
    }
    return entries;
}

// Always the same two statements, so that they are prepared once.
Result<> writeEntries(sql::Connection &connection, qint64 operation, std::span<const ChangeEntry> entries)
{
    constexpr size_t together = 25;
    static const QString one = insertText(1);
    static const QString many = insertText(qsizetype(together));
    while (!entries.empty()) {
        const auto part = entries.first(entries.size() >= together ? together : 1);
        sql::Values cells;
        for (const ChangeEntry &entry : part)
            addCells(cells, operation, entry);
        HEADWAY_CHECK(connection.run(part.size() == 1 ? one : many, cells));
        entries = entries.subspan(part.size());
    }
    return {};
}

Result<std::vector<Change>> changesIn(sql::Connection &connection, const ChangeEntry &entry, qint64 first,
                                      qint64 last)
{
    if (!entry.isRun()) {
        HEADWAY_TRY(fields, fieldsFromJson(entry.entity, entry.before, entry.after));
        return std::vector<Change>{{entry.kind, {entry.entity, entry.first}, std::move(fields), {}}};
    }
    first = std::max(first, entry.first);
    last = std::min(last, entry.last);
    if (entry.kind == ChangeKind::Create)
        return creations(connection, entry, first, last);
    std::vector<Change> changes;
    for (const qint64 id : idsBetween(first, last))
        changes.push_back({entry.kind, {entry.entity, id}, {}, {}});
    return changes;
}

Result<std::vector<Change>> changesIn(sql::Connection &connection, const ChangeEntry &entry)
{
    return changesIn(connection, entry, entry.first, entry.last);
}

Result<std::vector<Change>> inverseOf(sql::Connection &connection, const ChangeEntry &entry)
{
    if (!entry.isRun() || entry.kind != ChangeKind::Create) {
        HEADWAY_TRY(changes, changesIn(connection, entry));
        return inverse(changes);
    }
    QSet<qint64> changed;
    HEADWAY_CHECK(eachLater(connection, entry.entity, entry.first, entry.last, entry.id,
                            [&changed](qint64 id, const std::vector<FieldDelta> &) -> Result<> {
                                changed.insert(id);
                                return {};
                            }));
    std::vector<Change> changes;
    for (const qint64 id : idsBetween(entry.first, entry.last)) {
        changes.push_back(remove({entry.entity, id}));
        if (changed.contains(id)) {
            HEADWAY_TRY(created, creations(connection, entry, id, id));
            changes.back() = inverse(created).front();
        }
    }
    return changes;
}

// The order of fields does not matter: a later version may have another one.
QString digitsOf(EntityKind kind, const std::vector<FieldDelta> &fields)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const EntityInfo &info = entityInfo(kind);
    quint64 sum = 0;
    for (const FieldDelta &delta : fields) {
        const FieldInfo &field = info.field(delta.field);
        if (!field.isLogged() || delta.after == info.defaults[size_t(delta.field)])
            continue;
        sum += countOf(kind, field, delta.after);
    }
    sum ^= sum >> 32;
    QString digits;
    for (int i = 0; i < digitsPerRecord; ++i)
        digits += QLatin1Char(letters[(sum >> (6 * i)) & 63]);
    return digits;
}

std::vector<FieldDelta> createdFields(EntityKind kind, const Row &row)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<FieldDelta> fields;
    for (int i = 0; i < int(row.size()); ++i) {
        const Value &usual = info.defaults[size_t(i)];
        if (info.field(i).isLogged() && row[size_t(i)] != usual)
            fields.push_back({i, usual, row[size_t(i)]});
    }
    return fields;
}

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

} // namespace headway::store
