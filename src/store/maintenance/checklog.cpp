// SPDX-License-Identifier: GPL-3.0-or-later
// Check: whether the history is complete and leads to the present.
#include "domain/records/record.h"
#include "store/commit/changelog.h"
#include "store/commit/sentencejson.h"
#include "store/maintenance/checkparts.h"
#include "store/rows/records.h"

#include <QHash>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr qint64 batch = 5000;

// The log of a record: the newest value of each field it contains, and whether the record is removed.
struct Logged {
    std::map<int, Value> fields = {};
    bool isRemoved = false;
    // Created in a run: the digits of what it was created with, and the fields that were changed since then, as they
    // were before.
    std::optional<LogDifference::Digits> created = {};
    std::map<int, Value> former = {};
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

struct Window {
    qint64 first = 0;
    qint64 last = -1;
};

// The next ids that the log may tell of; none at its end.
Result<Window> windowAfter(sql::Connection &connection, EntityKind kind, qint64 after)
{
    const QString table = tableName(kind);
    HEADWAY_TRY(single,
                connection.cell(u"SELECT min(entity_id) FROM change WHERE entity = ? AND entity_id > ?"_s,
                                {table, after}));
    HEADWAY_TRY(run,
                connection.cell(u"SELECT min(c.entity_id) FROM change c WHERE c.entity = ?"
                                " AND c.last_id > ? AND "_s
                                    + lastOfRun() + u" > ?"_s,
                                {table, after, after}));
    if (isNull(single) && isNull(run))
        return Window();
    Window window;
    window.first = isNull(single) ? std::numeric_limits<qint64>::max() : integerOf(single);
    if (!isNull(run))
        window.first = std::min(window.first, std::max(integerOf(run), after + 1));
    window.last = window.first + std::min(batch - 1, std::numeric_limits<qint64>::max() - window.first);
    return window;
}

// What an entry says of one record.
void follow(Logged &state, const ChangeEntry &entry, const std::vector<FieldDelta> &fields)
{
    state.isRemoved = entry.kind == ChangeKind::Remove;
    if (entry.kind == ChangeKind::Create)
        state.fields = startOf(entry.entity);
    for (const FieldDelta &delta : fields) {
        state.fields[delta.field] = delta.after;
        state.former.emplace(delta.field, delta.before);
    }
}

void followRun(QHash<qint64, Logged> &states, const ChangeEntry &run, Window window)
{
    for (qint64 id = std::max(run.first, window.first); id <= std::min(run.last, window.last); ++id) {
        Logged &state = states[id];
        state.isRemoved = run.kind == ChangeKind::Remove;
        if (run.kind != ChangeKind::Create)
            continue;
        const qint64 place = id - run.first;
        state = {};
        state.created = {run.id, place, run.after.mid(place * digitsPerRecord, digitsPerRecord)};
    }
}

Result<QHash<qint64, Logged>> loggedStates(sql::Connection &connection, EntityKind kind, Window window,
                                           FlawList &flaws)
{
    QHash<qint64, Logged> states;
    const qint64 end = std::min(window.last, std::numeric_limits<qint64>::max() - longestRun) + longestRun;
    const QString table = tableName(kind);
    HEADWAY_CHECK(connection.each(
        u"SELECT "_s + entryColumns()
            + u" FROM change c WHERE c.id IN (SELECT id FROM change WHERE entity = ? AND entity_id >= ?"
              " AND entity_id <= ? UNION SELECT id FROM change WHERE entity = ? AND last_id >= ?"
              " AND last_id < ? AND +entity_id <= ?) ORDER BY c.id"_s,
        {table, window.first, window.last, table, window.first, end, window.last},
        [&](const sql::RowView &row) -> Result<> {
            const auto entry = entryFrom(row, 0);
            if (entry && entry->isRun()) {
                followRun(states, *entry, window);
                return {};
            }
            const auto fields = entry ? fieldsFromJson(kind, entry->before, entry->after)
                                      : Result<std::vector<FieldDelta>>(failure(entry.error()));
            if (fields) {
                follow(states[entry->first], *entry, *fields);
                return {};
            }
            const qint64 id = row.integer(1);
            if (id < window.first) // a run that makes no sense, told of with its first record
                return {};
            Logged &state = states[id];
            if (entry)
                follow(state, *entry, {});
            flaws.add(FlawKind::DamagedLog, {kind, id}, Sentence::tr("an entry of its history is damaged."));
            return {};
        }));
    return states;
}

// What it was created with has to follow from what it holds, and from what changed it.
std::optional<LogDifference::Digits> wrongDigits(const Record &record, const Logged &logged)
{
    if (!logged.created)
        return std::nullopt;
    Row row = record.row;
    for (const auto &[field, value] : logged.former)
        row[size_t(field)] = value;
    LogDifference::Digits present = *logged.created;
    present.present = digitsOf(record.ref.kind, createdFields(record.ref.kind, row));
    return present.present == logged.created->present ? std::nullopt : std::optional(present);
}

void compare(const Record &record, const Logged &logged, const EachDifference &each)
{
    LogDifference difference{record, logged.isRemoved, {}, wrongDigits(record, logged)};
    for (const auto &[field, value] : logged.fields) {
        const Value &present = record.row[size_t(field)];
        if (record.info().field(field).isLogged() && present != value)
            difference.fields.push_back({field, value, present});
    }
    if (!difference.fields.empty() || difference.digits || logged.isRemoved != bool(record.deletedAt))
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
    if (difference.digits)
        flaws.add(FlawKind::Log, record.ref,
                  Sentence::tr("it is not what the history says it was created as."));
}

} // namespace

Result<> eachLogDifference(sql::Connection &connection, EntityKind kind, const EachDifference &each,
                           FlawList &flaws)
{
    for (qint64 after = std::numeric_limits<qint64>::min();;) {
        HEADWAY_TRY(window, windowAfter(connection, kind, after));
        if (window.last < window.first)
            return {};
        if (window.first <= after) // the index is damaged, and the loop would not end
            return failure(ErrorCode::Unreadable, Sentence::tr("The history cannot be read in its order."));
        after = window.last;
        HEADWAY_TRY(states, loggedStates(connection, kind, window, flaws));
        std::vector<qint64> ids(states.keyBegin(), states.keyEnd());
        std::sort(ids.begin(), ids.end());
        HEADWAY_TRY(records, loadMany(connection, kind, ids));
        for (const Record &record : records)
            compare(record, states.take(record.ref.id), each);
        for (auto it = states.cbegin(); it != states.cend(); ++it)
            flaws.add(FlawKind::Log, {kind, it.key()},
                      Sentence::tr("it is in the history, but not in the book."));
        if (after == std::numeric_limits<qint64>::max())
            return {};
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
        u"SELECT o.id, o.label, o.sentence FROM operation o LEFT JOIN (SELECT c.operation_id,"
        " sum("_s
            + lastOfRun()
            + u" - c.entity_id + 1) AS made FROM change c GROUP BY c.operation_id) m ON m.operation_id = o.id"
              " WHERE o.change_count <> coalesce(m.made, 0)"_s,
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
