// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/newdocuments.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/text/searchwords.h"
#include "sql/bulkinsert.h"
#include "sql/newids.h"
#include "store/search/indexcommands.h"
#include "store/search/searchindex.h"
#include "store/search/searchnames.h"
#include "store/search/searchtags.h"

#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr qsizetype mostNamesKept = 50'000;
constexpr qint64 segmentSize = 512 * 1024; // in bytes, as FTS5 counts them
constexpr qint64 segmentsMerged = 128;     // at once
constexpr qint64 mostSegmentsLeft = 16;
constexpr qint64 pagesAtOnce = 1000; // a tenth of a second

bool isSqlite(const sql::Connection &connection)
{
    return connection.engine() == sql::Engine::Sqlite;
}

} // namespace

// Those that are not known yet; held first, so that nobody gives another one meanwhile.
Result<> NewDocuments::readNames(std::span<const NewDocument> documents)
{
    if (m_names.size() > mostNamesKept)
        m_names.clear();
    std::map<EntityKind, std::vector<qint64>> wanted;
    QSet<EntityRef> seen;
    for (const NewDocument &document : documents) {
        for (const EntityRef &ref : document.named) {
            if (!ref.id || m_names.contains(ref) || seen.contains(ref))
                continue;
            seen.insert(ref);
            wanted[ref.kind].push_back(ref.id);
        }
    }
    for (const auto &[kind, ids] : wanted) {
        HEADWAY_CHECK(holdNamed(*m_connection, kind, ids));
        HEADWAY_CHECK(eachName(*m_connection, kind, ids, [&, target = kind](qint64 id, const QString &name) {
            m_names.insert({target, id}, searchWords(name));
        }));
    }
    return {};
}

QString NewDocuments::bodyOf(const NewDocument &document) const
{
    const std::vector<NamedBy> &fields = namedBy(document.ref.kind);
    QStringList names;
    for (size_t i = 0; i < fields.size(); ++i) {
        const QStringList words = m_names.value(document.named[i]);
        names += fields[i].isBeside ? besideWords(words) : words;
    }
    const QString words = names.join(u' ');
    return shortened(document.own + u' ' + words + u' ' + document.parts + numberWord(document.ref));
}

Result<> NewDocuments::write(std::span<const NewDocument> documents)
{
    if (documents.empty())
        return {};
    HEADWAY_CHECK(readNames(documents));
    sql::NewIds ids(*m_connection); // others write documents between two batches
    std::vector<std::pair<qint64, QString>> bodies;
    QStringList columns{u"entity"_s, u"entity_id"_s, u"body"_s};
    if (isSqlite(*m_connection))
        columns += u"id"_s; // of which the index has to know
    HEADWAY_TRY(rows, m_connection->bulkInsert(u"search_doc"_s, columns));
    for (const NewDocument &document : documents) {
        QString body = bodyOf(document);
        if (body.isEmpty())
            continue;
        sql::Values cells{QString(tableName(document.ref.kind)), document.ref.id, body};
        if (isSqlite(*m_connection)) {
            HEADWAY_TRY(id, ids.next(u"search_doc"_s));
            cells.push_back(id);
            bodies.emplace_back(id, std::move(body));
        }
        HEADWAY_CHECK(rows->add(cells));
    }
    HEADWAY_CHECK(rows->finish());
    if (bodies.empty())
        return {}; // the index of a server follows by itself
    HEADWAY_TRY(index, m_connection->bulkInsert(u"search_index"_s, {u"rowid"_s, u"body"_s}));
    for (const auto &[id, body] : bodies)
        HEADWAY_CHECK(index->add(std::array<sql::Value, 2>{id, body}));
    return index->finish();
}

// FTS5 collects the words of some documents and writes them as a segment, and merges four and again four of these. In small
// segments, which stay in the processor's cache, collecting is twice as fast; and a hundred of them merged at once cost a
// third of what it takes by fours.
Result<> NewDocuments::gather()
{
    if (m_isGathering || !isSqlite(*m_connection))
        return {};
    m_isGathering = true;
    const QString index = u"search_index"_s;
    HEADWAY_CHECK(tellIndex(*m_connection, index, u"automerge"_s, 0));
    HEADWAY_CHECK(tellIndex(*m_connection, index, u"crisismerge"_s, segmentsMerged));
    return tellIndex(*m_connection, index, u"hashsize"_s, segmentSize);
}

// Merges the last segments, unless there are so few that a search does not mind.
Result<> NewDocuments::join(const Progress &progress)
{
    const auto segments = [this]() -> Result<qint64> {
        HEADWAY_TRY(count, m_connection->cell(u"SELECT count(DISTINCT segid) FROM search_index_idx"_s));
        return integerOf(count);
    };
    HEADWAY_TRY(before, segments());
    for (qint64 present = before; present > mostSegmentsLeft;) {
        const QString changes = u"SELECT total_changes()"_s;
        HEADWAY_TRY(changed, m_connection->cell(changes));
        HEADWAY_CHECK(tellIndex(*m_connection, u"search_index"_s, u"merge"_s, pagesAtOnce));
        HEADWAY_TRY(changedNow, m_connection->cell(changes));
        if (integerOf(changedNow) - integerOf(changed) < 2)
            return {}; // there is nothing that it would merge
        HEADWAY_CHECK(reportProgress(progress, 1, 1));
        HEADWAY_TRY(left, segments());
        present = left;
    }
    return {};
}

Result<> NewDocuments::finish(const Progress &progress)
{
    if (!m_isGathering)
        return {};
    HEADWAY_CHECK(join(progress));
    m_isGathering = false;
    return restoreIndex(*m_connection, u"search_index"_s);
}

NewDocument documentOf(EntityRef ref, const Row &row, const std::vector<const Row *> &points,
                       const std::vector<const Row *> &tags)
{
    static const EntityInfo &point = entityInfo(EntityKind::ContactPoint);
    static const auto by = size_t(point.indexOf(u"reach_by"));
    static const auto value = size_t(point.indexOf(u"value"));
    static const auto tag = size_t(entityInfo(EntityKind::TagLink).indexOf(u"tag_id"));
    NewDocument document{ref, searchText(ref.kind, row), {}, {}};
    for (const NamedBy &named : namedBy(ref.kind))
        document.named.push_back({named.target, integerOf(row[size_t(named.field)])});
    QStringList words;
    if (entityInfo(ref.kind).has(KindTrait::HasContactPoints)) {
        for (const Row *each : points)
            words += contactPointWords(textOf((*each)[by]), textOf((*each)[value]));
    }
    if (entityInfo(ref.kind).has(KindTrait::HasTags)) {
        for (const Row *each : tags) {
            if (!isNull((*each)[tag]))
                words += tagWord(integerOf((*each)[tag]));
        }
    }
    document.parts = words.join(u' ');
    return document;
}

} // namespace headway::store
