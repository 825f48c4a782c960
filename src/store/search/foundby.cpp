// SPDX-License-Identifier: GPL-3.0-or-later
// By what a hit was found, if neither its name nor what stands beside it says so.
#include "domain/changes/customvalues.h"
#include "domain/records/record.h"
#include "domain/text/searchwords.h"
#include "domain/text/text.h"
#include "store/search/searchhits.h"

#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr qsizetype longestShown = 60;

// The words that are yet to be explained, and what explains them.
struct Unexplained {
    std::vector<SoughtWord> words = {};
    QStringList by = {};

    void lookIn(const QString &text)
    {
        if (text.isEmpty() || words.empty())
            return;
        const QStringList known = searchWords(text);
        if (std::erase_if(words, [&known](const SoughtWord &word) { return isFound(word, known); }) > 0)
            by += beginning(text.simplified(), longestShown);
    }
};

// Those whose words are searched, and the first e-mail address.
bool mayExplain(const FieldInfo &field)
{
    return field.type != FieldType::Reference && (field.isSearched() || field.type == FieldType::Email);
}

QString makeQuery(EntityKind kind)
{
    QString query = u"SELECT r.id"_s;
    for (const FieldInfo &field : entityInfo(kind).fields) {
        if (mayExplain(field))
            query += u", r."_s + field.name;
    }
    return query + u" FROM "_s + tableName(kind) + u" r WHERE r.id IN ("_s;
}

std::vector<FieldType> makeTypes(EntityKind kind)
{
    std::vector<FieldType> types;
    for (const FieldInfo &field : entityInfo(kind).fields) {
        if (mayExplain(field))
            types.push_back(field.type);
    }
    return types;
}

Result<> lookInFields(sql::Connection &connection, EntityKind kind, const sql::Values &ids,
                      QHash<qint64, Unexplained> &hits)
{
    static const PerKind<QString> queries(makeQuery);
    static const PerKind<std::vector<FieldType>> types(makeTypes);
    return connection.each(queries[kind] + sql::placeholders(qsizetype(ids.size())) + u')', ids,
                           [&](const sql::RowView &row) -> Result<> {
                               Unexplained &hit = hits[row.integer(0)];
                               for (size_t i = 0; i < types[kind].size(); ++i) {
                                   const QString text = row.text(int(i) + 1);
                                   if (types[kind][i] != FieldType::Json) {
                                       hit.lookIn(text);
                                       continue;
                                   }
                                   for (const QString &own : customTexts(text))
                                       hit.lookIn(own);
                               }
                               return {};
                           });
}

Result<> lookInTags(sql::Connection &connection, EntityKind kind, const sql::Values &ids,
                    QHash<qint64, Unexplained> &hits)
{
    sql::Values binds{QString(tableName(kind))};
    binds.insert(binds.end(), ids.begin(), ids.end());
    return connection.each(u"SELECT l.record_id, t.name FROM tag_link l JOIN tag t ON t.id = l.tag_id"
                           " WHERE l.record_kind = ? AND l.record_id IN ("_s
                               + sql::placeholders(qsizetype(ids.size()))
                               + u") AND l.deleted_at IS NULL AND t.deleted_at IS NULL ORDER BY l.id"_s,
                           binds, [&](const sql::RowView &row) -> Result<> {
                               hits[row.integer(0)].lookIn(row.text(1));
                               return {};
                           });
}

} // namespace

Result<> addFoundBy(sql::Connection &connection, EntityKind kind, const QString &typed,
                    std::vector<SearchHit> &hits)
{
    const std::vector<SoughtWord> sought = soughtWords(typed);
    QHash<qint64, Unexplained> unexplained;
    sql::Values ids;
    for (const SearchHit &hit : hits) {
        if (hit.ref.kind != kind)
            continue;
        Unexplained each{.words = sought};
        for (const QString &shown : {hit.title, hit.detail, hit.who})
            each.lookIn(shown);
        each.by.clear();
        if (each.words.empty())
            continue;
        unexplained.insert(hit.ref.id, each);
        ids.push_back(hit.ref.id);
    }
    if (ids.empty())
        return {};
    ids.resize(std::max<size_t>(ids.size(), 20), qint64(0)); // one statement serves most sizes
    HEADWAY_CHECK(lookInFields(connection, kind, ids, unexplained));
    if (entityInfo(kind).has(KindTrait::HasTags))
        HEADWAY_CHECK(lookInTags(connection, kind, ids, unexplained));
    for (SearchHit &hit : hits) {
        if (hit.ref.kind != kind || !unexplained.contains(hit.ref.id))
            continue;
        Unexplained &each = unexplained[hit.ref.id];
        if (entityInfo(kind).has(KindTrait::IsNumbered))
            each.lookIn(QString::number(hit.ref.id));
        hit.foundBy = each.by.join(u" · "_s);
    }
    return {};
}

} // namespace headway::store
