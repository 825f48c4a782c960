// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/bulk/bulkhistory.h"

#include "domain/changes/derive.h"
#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "sql/bulkinsert.h"
#include "store/commit/changelog.h"
#include "store/commit/sentencejson.h"
#include "store/rows/records.h"

#include <algorithm>
#include <array>
#include <map>
#include <tuple>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Records held in memory at once while their changes are written.
constexpr size_t batch = 8192;

// In ms. Child records created within this time after their owner belong to the same step.
constexpr qint64 oneStep = 1000;

// The record's values before its last change; its present values if it was never changed.
Result<Row> earlier(sql::Connection &connection, const Record &record)
{
    const EntityInfo &info = record.info();
    Row row = record.row;
    const auto set = [&](QStringView field, Value value) {
        row[size_t(info.indexOf(field))] = std::move(value);
    };
    if (record.ref.kind == EntityKind::Activity) {
        set(u"state", u"planned"_s);
        set(u"done_at", Value());
        set(u"outcome_id", Value());
        return row;
    }
    if (record.ref.kind != EntityKind::Deal) // other kinds have no field that tells of a change
        return row;
    HEADWAY_TRY(visit,
                connection.row(u"SELECT v.stage_id, v.entered_at, s.type FROM stage_visit v"
                               " JOIN stage s ON s.id = v.stage_id WHERE v.deal_id = ?"
                               " AND v.left_at IS NOT NULL ORDER BY v.entered_at DESC LIMIT 1"_s,
                               {record.ref.id}));
    if (visit.empty())
        return row;
    set(u"stage_id", visit[0]);
    set(u"stage_entered_at", visit[1]);
    set(u"status", visit[2]);
    set(u"closed_on", Value());
    set(u"lost_reason_id", Value());
    set(u"close_note", u""_s);
    return row;
}

Sentence labelOf(const Record &record, ChangeKind change)
{
    const RecordName name{record.ref, titleOf(record.ref.kind, record.row).left(80)};
    if (change == ChangeKind::Create)
        return name.title.isEmpty() ? Sentence(steps::added).arg(name)
                                    : Sentence(steps::kindAdded).arg(KindName{record.ref.kind}, name);
    return Sentence(record.ref.kind == EntityKind::Deal ? steps::dealMovedAlong : steps::activityDone)
        .arg(name);
}

class LogWriter
{
public:
    explicit LogWriter(sql::Connection &connection) : m_connection(connection) {}

    Result<> add(const Record &record, ChangeKind change, qint64 at)
    {
        Change entry{change, record.ref, {}, {}};
        const Row &defaults = record.info().defaults;
        HEADWAY_TRY(before, wasChanged(record) ? earlier(m_connection, record) : Result<Row>(record.row));
        entry.fields = change == ChangeKind::Create ? difference(record.ref.kind, defaults, before)
                                                    : difference(record.ref.kind, before, record.row);
        if (change == ChangeKind::Update && entry.fields.empty())
            return {};
        if (!joins(record, at))
            open(record, change, at);
        ++m_operations.back().changeCount;
        m_changes.emplace_back(m_operations.back().id, std::move(entry));
        return {};
    }

    // All but the last step, which may still be incomplete.
    Result<> flush() { return write(m_operations.empty() ? 0 : m_operations.size() - 1); }
    Result<> finish() { return write(m_operations.size()); }

private:
    static bool wasChanged(const Record &record) { return record.modifiedAt > record.createdAt; }

    bool joins(const Record &record, qint64 at) const
    {
        if (m_operations.empty())
            return false;
        const qint64 since = at - m_operations.back().at.ms;
        return since == 0 || (record.info().has(KindTrait::IsPart) && since <= oneStep);
    }

    void open(const Record &record, ChangeKind change, qint64 at)
    {
        for (const QStringView field : {u"owner_id", u"user_id"}) {
            if (const int i = record.info().indexOf(field); i >= 0 && !isNull(record.row[size_t(i)]))
                m_actor = {integerOf(record.row[size_t(i)])};
        }
        m_operations.push_back(
            {++m_last, {at}, m_actor, labelOf(record, change), Origin::Generated, 0, 0, 0});
    }

    Result<> write(size_t count)
    {
        HEADWAY_TRY(operations,
                    m_connection.bulkInsert(u"operation"_s,
                                            {u"id"_s, u"at"_s, u"actor_id"_s, u"label"_s, u"sentence"_s,
                                             u"origin"_s, u"change_count"_s}));
        for (size_t i = 0; i < count; ++i) {
            const Operation &o = m_operations[i];
            const sql::Value actor = o.actor ? sql::Value(o.actor.value) : sql::Value();
            HEADWAY_CHECK(operations->add(
                std::array<sql::Value, 7>{o.id, o.at.ms, actor, QString(u""_s), sentenceToJson(o.label),
                                          Codec<Origin>::read(o.origin), o.changeCount}));
        }
        HEADWAY_CHECK(operations->finish());
        m_operations.erase(m_operations.begin(), m_operations.begin() + qsizetype(count));
        return writeChanges();
    }

    Result<> writeChanges()
    {
        HEADWAY_TRY(changes,
                    m_connection.bulkInsert(u"change"_s,
                                            {u"operation_id"_s, u"entity"_s, u"entity_id"_s, u"kind"_s,
                                             u"before"_s, u"after"_s}));
        for (const auto &[operation, change] : m_changes) {
            const EntityKind kind = change.ref.kind;
            const bool isUpdate = change.kind == ChangeKind::Update;
            HEADWAY_CHECK(changes->add(std::array<sql::Value, 6>{
                operation, QString(tableName(kind)), change.ref.id, Codec<ChangeKind>::read(change.kind),
                isUpdate ? sql::Value(fieldsToJson(kind, change.fields, &FieldDelta::before)) : sql::Value(),
                fieldsToJson(kind, change.fields, &FieldDelta::after)}));
        }
        m_changes.clear();
        return changes->finish();
    }

    sql::Connection &m_connection;
    std::vector<Operation> m_operations;
    std::vector<std::pair<qint64, Change>> m_changes;
    UserId m_actor;
    qint64 m_last = 0;
};

} // namespace

Instant lastChange(EntityKind kind, const Row &row)
{
    const auto at = [&](QStringView field) -> Instant {
        return {integerOf(row[size_t(entityInfo(kind).indexOf(field))])};
    };
    if (kind == EntityKind::Deal)
        return at(u"stage_entered_at");
    if (kind != EntityKind::Activity)
        return {};
    const bool isDone = row[size_t(entityInfo(kind).indexOf(u"state"))] == Value(u"done"_s);
    return isDone && at(u"at") ? at(u"done_at") : Instant{}; // without a date it cannot have been planned
}

void BulkHistory::add(const Entry &entry)
{
    if (entry.at < m_oldest)
        return;
    m_entries.push_back(entry);
    if (m_entries.size() >= 2 * m_most + batch)
        keepNewest();
}

void BulkHistory::note(EntityRef ref, Instant createdAt, Instant modified)
{
    add({createdAt.ms, ref.id, ref.kind, ChangeKind::Create});
    if (modified > createdAt)
        add({modified.ms, ref.id, ref.kind, ChangeKind::Update});
}

void BulkHistory::keepNewest()
{
    if (m_entries.size() <= m_most)
        return;
    std::nth_element(m_entries.begin(), m_entries.begin() + qsizetype(m_most), m_entries.end(),
                     [](const Entry &a, const Entry &b) {
                         return std::tie(a.at, a.kind, a.id, a.change)
                             > std::tie(b.at, b.kind, b.id, b.change);
                     });
    m_oldest = m_entries[m_most].at;
    m_entries.resize(m_most);
}

Result<> BulkHistory::write(sql::Connection &connection)
{
    keepNewest();
    std::sort(m_entries.begin(), m_entries.end(), [](const Entry &a, const Entry &b) {
        return std::tie(a.at, a.kind, a.id, a.change) < std::tie(b.at, b.kind, b.id, b.change);
    });
    LogWriter writer(connection);
    for (size_t from = 0; from < m_entries.size(); from += batch) {
        const size_t to = std::min(m_entries.size(), from + batch);
        std::map<EntityKind, std::vector<qint64>> wanted;
        for (size_t i = from; i < to; ++i)
            wanted[m_entries[i].kind].push_back(m_entries[i].id);
        QHash<EntityRef, Record> records;
        for (const auto &[kind, ids] : wanted) {
            HEADWAY_TRY(loaded, loadMany(connection, kind, ids));
            for (const Record &record : loaded)
                records.insert(record.ref, record);
        }
        for (size_t i = from; i < to; ++i) {
            const Entry &entry = m_entries[i];
            HEADWAY_CHECK(writer.add(records[{entry.kind, entry.id}], entry.change, entry.at));
        }
        HEADWAY_CHECK(writer.flush());
    }
    m_entries.clear();
    return writer.finish();
}

} // namespace headway::store
