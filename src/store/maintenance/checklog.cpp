// SPDX-License-Identifier: GPL-3.0-or-later
// Check: whether the history is complete and leads to the present.
#include "domain/records/record.h"
#include "store/commit/changelog.h"
#include "store/commit/sentencejson.h"
#include "store/maintenance/checkparts.h"
#include "store/rows/records.h"

#include <QHash>

#include <limits>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr qint64 batch = 5000;

// The log of a record: the newest value of each field it contains, and whether the record is removed.
struct Logged {
    std::map<int, Value> fields = {};
    bool isRemoved = false;
};

// A creation logs what differs from the defaults, so they are the start.
std::map<int, Value> startOf(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    std::map<int, Value> fields;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        if (info.field(i).isLogged())
            fields[i] = info.defaults[size_t(i)];
    }
    return fields;
}

Result<std::vector<qint64>> loggedIds(sql::Connection &connection, EntityKind kind, qint64 after)
{
    std::vector<qint64> ids;
    HEADWAY_CHECK(connection.each(u"SELECT entity_id FROM change WHERE entity = ? AND entity_id > ?"
                                  " GROUP BY entity_id ORDER BY entity_id LIMIT ?"_s,
                                  {QString(tableName(kind)), after, batch},
                                  [&](const sql::RowView &row) -> Result<> {
                                      ids.push_back(row.integer(0));
                                      return {};
                                  }));
    return ids;
}

Result<QHash<qint64, Logged>> loggedStates(sql::Connection &connection, EntityKind kind, qint64 first,
                                           qint64 last, FlawList &flaws)
{
    QHash<qint64, Logged> states;
    HEADWAY_CHECK(connection.each(
        u"SELECT entity_id, kind, before, after FROM change WHERE entity = ? AND entity_id >= ?"
        " AND entity_id <= ? ORDER BY entity_id, id"_s,
        {QString(tableName(kind)), first, last}, [&](const sql::RowView &row) -> Result<> {
            Logged &state = states[row.integer(0)];
            const auto change = changeKindNamed(row.text(1));
            const auto fields = fieldsFromJson(kind, row.text(2), row.text(3));
            if (change)
                state.isRemoved = change == ChangeKind::Remove;
            if (change == ChangeKind::Create)
                state.fields = startOf(kind);
            if (!change || !fields) {
                flaws.add(FlawKind::DamagedLog, {kind, row.integer(0)},
                          Sentence::tr("an entry of its history is damaged."));
                return {};
            }
            for (const FieldDelta &delta : *fields)
                state.fields[delta.field] = delta.after;
            return {};
        }));
    return states;
}

void compare(const Record &record, const Logged &logged, const EachDifference &each)
{
    LogDifference difference{record, logged.isRemoved, {}};
    for (const auto &[field, value] : logged.fields) {
        const Value &present = record.row[size_t(field)];
        if (record.info().field(field).isLogged() && present != value)
            difference.fields.push_back({field, value, present});
    }
    if (!difference.fields.empty() || logged.isRemoved != bool(record.deletedAt))
        each(difference);
}

void tell(const LogDifference &difference, FlawList &flaws)
{
    const Record &record = difference.record;
    if (difference.isRemovedInLog != bool(record.deletedAt))
        flaws.add(FlawKind::Log, record.ref,
                  difference.isRemovedInLog ? Sentence::tr("the history says that it was deleted.")
                                            : Sentence::tr("it is deleted, but not by the history."));
    for (const FieldDelta &delta : difference.fields) {
        const FieldInfo &info = record.info().field(delta.field);
        flaws.add(FlawKind::Log, record.ref,
                  Sentence::tr("%1 is not what the history says.").arg(nameOf(record.ref.kind, info)));
    }
}

} // namespace

Result<> eachLogDifference(sql::Connection &connection, EntityKind kind, const EachDifference &each,
                           FlawList &flaws)
{
    for (qint64 after = std::numeric_limits<qint64>::min();;) {
        HEADWAY_TRY(ids, loggedIds(connection, kind, after));
        if (ids.empty())
            return {};
        if (ids.back() <= after) // the index is damaged, and the loop would not end
            return failure(ErrorCode::Unreadable, Sentence::tr("The history cannot be read in its order."));
        after = ids.back();
        HEADWAY_TRY(states, loggedStates(connection, kind, ids.front(), ids.back(), flaws));
        HEADWAY_TRY(records, loadMany(connection, kind, ids));
        for (const Record &record : records)
            compare(record, states.take(record.ref.id), each);
        for (auto it = states.cbegin(); it != states.cend(); ++it)
            flaws.add(FlawKind::Log, {kind, it.key()},
                      Sentence::tr("it is in the history, but not in the book."));
    }
}

Result<> checkLog(sql::Connection &connection, EntityKind kind, FlawList &flaws)
{
    return eachLogDifference(
        connection, kind, [&flaws](const LogDifference &difference) { tell(difference, flaws); }, flaws);
}

Result<> checkOperations(sql::Connection &connection, FlawList &flaws)
{
    const auto each = [&](const QString &query, FlawKind flaw, const Sentence &what) {
        return connection.each(query, {}, [&](const sql::RowView &row) -> Result<> {
            flaws.add(flaw,
                      Sentence::tr("Step %1 “%2” of the history %3")
                          .arg(row.text(0), sentenceFromJson(row.text(2), row.text(1)), what));
            return {};
        });
    };
    HEADWAY_CHECK(each(
        u"SELECT o.id, o.label, o.sentence FROM operation o LEFT JOIN (SELECT operation_id, count(*) AS made"
        " FROM change GROUP BY operation_id) c ON c.operation_id = o.id"
        " WHERE o.change_count <> coalesce(c.made, 0)"_s,
        FlawKind::StepCount, Sentence::tr("counts other changes than it made.")));
    HEADWAY_CHECK(each(
        u"SELECT o.id, o.label, o.sentence FROM operation o LEFT JOIN operation r ON r.id = o.reverted_by"
        " WHERE o.reverted_by IS NOT NULL AND r.reverts IS DISTINCT FROM o.id"_s,
        FlawKind::Reverted, Sentence::tr("is marked as taken back by a step that did not.")));
    return each(u"SELECT o.id, o.label, o.sentence FROM operation o JOIN operation r ON r.reverts = o.id"
                " WHERE r.reverted_by IS NULL AND o.reverted_by IS NULL"_s,
                FlawKind::Reverted, Sentence::tr("was taken back, but is not marked so."));
}

} // namespace headway::store
