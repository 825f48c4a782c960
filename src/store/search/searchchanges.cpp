// SPDX-License-Identifier: GPL-3.0-or-later
// The words of many records at once. FTS5 begins a new segment whenever a document has a smaller id than the one
// before; so they are read by kind, and written in the order of their documents.
#include "domain/fields/value.h"
#include "sql/idlist.h"
#include "store/search/searchdocuments.h"
#include "store/search/searchindex.h"
#include "store/search/searchnames.h"

#include <algorithm>
#include <functional>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr qsizetype few = 16; // are read one by one
constexpr size_t documentsTogether = 16;
// Taking so many out of the index of a file takes longer than all the rest of a step, and such a step is often taken
// back: they rest (docs/decisions/0024-short-history.md).
constexpr size_t manyToTakeOut = 1000;
// How they rest.
constexpr qint64 asBefore = 1;
constexpr qint64 changedBefore = 2;
constexpr qsizetype mostNoted = 50'000;

// A document whose words differ from those of its record.
struct Outdated {
    qint64 doc = 0; // 0: there is none yet
    EntityRef ref = {};
    QString before = {}; // as the index has it
    QString after = {};
    qint64 resting = 0;

    bool isGone() const { return doc && after.isEmpty(); }
};

// The documents of some records, which nobody else indexes before this step ends.
Result<std::map<qint64, Outdated>> documentsOf(sql::Connection &connection, EntityKind kind,
                                               std::span<const qint64> ids)
{
    sql::Values binds{QString(tableName(kind))};
    QString query = u"SELECT entity_id, id, body, resting FROM search_doc WHERE entity = ? AND entity_id"_s
        + sql::amongIds(ids, binds);
    if (connection.engine() == sql::Engine::Postgres)
        query += u" ORDER BY entity_id FOR UPDATE"_s;
    std::map<qint64, Outdated> found;
    for (const qint64 id : ids)
        found[id].ref = {kind, id};
    HEADWAY_CHECK(connection.each(query, binds, [&found](const sql::RowView &row) -> Result<> {
        Outdated &each = found[row.integer(0)];
        each.doc = row.integer(1);
        each.before = row.text(2);
        each.resting = row.integer(3);
        return {};
    }));
    return found;
}

// Gives the live ones of `ids` the words that their documents have.
Result<> keepWords(sql::Connection &connection, EntityKind kind, std::span<const qint64> ids,
                   std::map<qint64, Outdated> &documents)
{
    sql::Values binds;
    const QString among = sql::amongIds(ids, binds);
    return connection.each(u"SELECT id FROM "_s + tableName(kind) + u" WHERE id"_s + among
                               + u" AND deleted_at IS NULL"_s,
                           binds, [&documents](const sql::RowView &row) -> Result<> {
                               Outdated &each = documents[row.integer(0)];
                               each.after = each.before;
                               return {};
                           });
}

Result<> findOutdated(sql::Connection &connection, EntityKind kind, std::span<const qint64> ids,
                      const StepWords &step, std::vector<Outdated> &outdated)
{
    HEADWAY_CHECK(holdNamesOfAll(connection, kind, ids));
    HEADWAY_TRY(documents, documentsOf(connection, kind, ids));
    std::vector<qint64> known;
    std::vector<qint64> others;
    for (const qint64 id : ids) {
        const bool isKnown = step.takesBackNewest && documents[id].resting == asBefore;
        (isKnown ? known : others).push_back(id);
    }
    if (!known.empty())
        HEADWAY_CHECK(keepWords(connection, kind, known, documents));
    if (!others.empty()) {
        HEADWAY_TRY(bodies, searchBodies(connection, kind, others));
        for (SearchBody &body : bodies)
            documents[body.id].after = std::move(body.body);
    }
    for (auto &[id, each] : documents) {
        if (each.resting ? !each.after.isEmpty() : each.before != each.after)
            outdated.push_back(std::move(each));
    }
    return {};
}

// The same for all of some documents.
Result<> set(sql::Connection &connection, const QString &assignment, const std::vector<Outdated> &outdated,
             const std::function<bool(const Outdated &)> &isMeant)
{
    std::vector<qint64> docs;
    for (const Outdated &each : outdated) {
        if (isMeant(each))
            docs.push_back(each.doc);
    }
    for (const std::span<const qint64> part : sql::inParts(docs)) {
        sql::Values binds;
        const QString among = sql::amongIds(part, binds);
        HEADWAY_CHECK(
            connection.run(u"UPDATE search_doc SET "_s + assignment + u" WHERE id"_s + among, binds));
    }
    return {};
}

// For so many documents.
QString updateText(size_t count)
{
    const QString row = u"SELECT CAST(? AS BIGINT) AS id, CAST(? AS TEXT) AS body"_s;
    return u"UPDATE search_doc SET body = v.body, resting = 0 FROM ("_s + row
        + QString(u" UNION ALL "_s + row).repeated(qsizetype(count) - 1)
        + u") v WHERE search_doc.id = v.id"_s;
}

Result<> fill(sql::Connection &connection, const std::vector<Outdated> &outdated)
{
    static const QString one = updateText(1);
    static const QString many = updateText(documentsTogether);
    sql::Values binds;
    for (const Outdated &each : outdated) {
        if (!each.doc || each.after.isEmpty() || each.before == each.after)
            continue;
        binds.push_back(each.doc);
        binds.push_back(each.after);
        if (binds.size() < 2 * documentsTogether)
            continue;
        HEADWAY_CHECK(connection.run(many, binds));
        binds.clear();
    }
    for (size_t i = 0; i < binds.size(); i += 2)
        HEADWAY_CHECK(connection.run(one, {binds[i], binds[i + 1]}));
    return {};
}

// Out of the index, in the order of documents.
Result<> takeOut(sql::Connection &connection, const std::vector<Outdated> &documents)
{
    HEADWAY_CHECK(set(connection, u"body = '', resting = 0"_s, documents, &Outdated::isGone));
    for (const Outdated &each : documents) {
        if (each.doc && each.before != each.after)
            HEADWAY_CHECK(replaceInIndex(connection, each.doc, each.before, each.after));
    }
    return {};
}

Result<> putToRest(sql::Connection &connection, std::vector<Outdated> &outdated, const StepWords &step)
{
    for (const qint64 how : {asBefore, changedBefore}) {
        const QString assignment = u"resting = "_s + QString::number(how);
        HEADWAY_CHECK(set(connection, assignment, outdated, [&](const Outdated &each) {
            const bool isChanged = step.hasMore || step.changed.contains(each.ref);
            return each.isGone() && isChanged == (how == changedBefore);
        }));
    }
    std::erase_if(outdated, std::mem_fn(&Outdated::isGone));
    return {};
}

void noteChanged(const std::vector<Outdated> &outdated, StepWords &step)
{
    for (const Outdated &each : outdated) {
        if (each.before != each.after)
            step.changed.insert(each.ref);
    }
    step.hasMore |= step.changed.size() > mostNoted;
    if (step.hasMore)
        step.changed.clear();
}

Result<> write(sql::Connection &connection, std::vector<Outdated> outdated, StepWords &step)
{
    const auto gone = std::count_if(outdated.begin(), outdated.end(), std::mem_fn(&Outdated::isGone));
    if (connection.engine() == sql::Engine::Sqlite && size_t(gone) >= manyToTakeOut)
        HEADWAY_CHECK(putToRest(connection, outdated, step));
    noteChanged(outdated, step);
    HEADWAY_CHECK(set(connection, u"resting = 0"_s, outdated,
                      [](const Outdated &each) { return each.resting && each.before == each.after; }));
    HEADWAY_CHECK(fill(connection, outdated));
    HEADWAY_CHECK(takeOut(connection, outdated));
    for (const Outdated &each : outdated) { // whose documents get higher ids
        if (!each.doc)
            HEADWAY_CHECK(replaceDocument(connection, each.ref, each.after));
    }
    return {};
}

} // namespace

Result<> indexRecords(sql::Connection &connection, const QHash<EntityRef, std::optional<QString>> &records,
                      StepWords &step)
{
    std::map<EntityKind, std::vector<qint64>> ids;
    std::vector<EntityRef> refs(records.keyBegin(), records.keyEnd());
    std::sort(refs.begin(), refs.end());
    if (records.size() < few) {
        for (const EntityRef &ref : refs) {
            const std::optional<QString> &own = records[ref];
            HEADWAY_CHECK(own ? indexRecord(connection, ref, *own) : indexRecord(connection, ref));
            step.changed.insert(ref);
        }
        return {};
    }
    for (const EntityRef &ref : refs)
        ids[ref.kind].push_back(ref.id);
    std::vector<Outdated> outdated;
    for (const auto &[kind, some] : ids) {
        for (const std::span<const qint64> part : sql::inParts(some))
            HEADWAY_CHECK(findOutdated(connection, kind, part, step, outdated));
    }
    std::stable_sort(outdated.begin(), outdated.end(),
                     [](const Outdated &a, const Outdated &b) { return a.doc < b.doc; });
    return write(connection, std::move(outdated), step);
}

Result<bool> sweepSearch(sql::Connection &connection, int most)
{
    if (connection.engine() != sql::Engine::Sqlite)
        return false;
    HEADWAY_TRY(any, connection.cell(u"SELECT 1 FROM search_doc WHERE resting > 0 LIMIT 1"_s));
    if (isNull(any))
        return false;
    HEADWAY_TRY(transaction, sql::Transaction::write(connection));
    std::vector<Outdated> resting;
    HEADWAY_CHECK(connection.each(u"SELECT id, body FROM search_doc WHERE resting > 0 ORDER BY id LIMIT ?"_s,
                                  {qint64(most)}, [&resting](const sql::RowView &row) -> Result<> {
                                      resting.push_back({.doc = row.integer(0), .before = row.text(1)});
                                      return {};
                                  }));
    HEADWAY_CHECK(takeOut(connection, resting));
    HEADWAY_CHECK(transaction.commit());
    return int(resting.size()) == most;
}

} // namespace headway::store
