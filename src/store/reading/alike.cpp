// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/alike.h"

#include "domain/changes/derive.h"
#include "domain/query/nametyped.h"
#include "domain/records/contact.h"
#include "domain/records/record.h"
#include "domain/rules/childrecords.h"
#include "domain/text/addresstext.h"
#include "domain/text/likename.h"
#include "domain/text/text.h"
#include "store/reading/importlookup.h"
#include "store/reading/query.h"
#include "store/search/search.h"
#include "store/search/searchmatches.h"

#include <QSet>

#include <algorithm>
#include <array>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr int mostOfOneName = 20;
constexpr int mostCompared = 200; // whose names begin alike
constexpr qsizetype mostWords = 5;
constexpr qsizetype lettersAlike = 2; // of one word beside others
constexpr qsizetype lettersAlikeAlone = 3;

// Collects who is alike, and why.
class Found
{
public:
    void add(qint64 id, AlikeBy by) { m_reasons[id].insert(by); }
    void add(const std::vector<qint64> &ids, AlikeBy by)
    {
        for (const qint64 id : ids)
            add(id, by);
    }

    std::set<EntityRef> refs(EntityKind kind) const
    {
        std::set<EntityRef> refs;
        for (const auto &[id, reasons] : m_reasons)
            refs.insert({kind, id});
        return refs;
    }

    // Whoever has the surest reason and the most of them comes first, then the newest.
    std::vector<std::pair<qint64, std::vector<AlikeBy>>> best(int most) const
    {
        std::vector<std::pair<qint64, std::vector<AlikeBy>>> all;
        for (const auto &[id, reasons] : m_reasons)
            all.emplace_back(id, std::vector<AlikeBy>(reasons.begin(), reasons.end()));
        std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) {
            if (a.second.front() != b.second.front())
                return a.second.front() < b.second.front();
            if (a.second.size() != b.second.size())
                return a.second.size() > b.second.size();
            return a.first > b.first;
        });
        all.resize(std::min(all.size(), size_t(most)));
        return all;
    }

private:
    std::map<qint64, std::set<AlikeBy>> m_reasons;
};

struct Named {
    qint64 id = 0;
    QString text = {};
};

// One text column of the records.
Result<std::vector<Named>> textsOf(sql::Connection &connection, EntityKind kind, const QString &column,
                                   const std::vector<EntityRef> &refs)
{
    std::vector<Named> texts;
    if (refs.empty())
        return texts;
    sql::Values ids;
    for (const EntityRef &ref : refs)
        ids.push_back(ref.id);
    HEADWAY_CHECK(connection.each(u"SELECT id, "_s + column + u" FROM "_s + tableName(kind)
                                      + u" WHERE deleted_at IS NULL AND id IN ("_s
                                      + sql::placeholders(qsizetype(ids.size())) + u')',
                                  ids, [&texts](const sql::RowView &row) -> Result<> {
                                      texts.push_back({row.integer(0), row.text(1)});
                                      return {};
                                  }));
    return texts;
}

Result<std::vector<EntityRef>> newestWith(sql::Connection &connection, EntityKind kind, const QString &words)
{
    const Match match = calledIn(connection.engine(), words);
    if (match.text.isEmpty())
        return std::vector<EntityRef>();
    HEADWAY_TRY(
        matches,
        matchingNames(connection, std::array{kind}, {.text = match.text}, mostCompared, mostCompared));
    std::erase_if(matches.refs, [kind](const EntityRef &ref) { return ref.kind != kind; });
    return std::move(matches.refs);
}

Result<> findByPoints(sql::Connection &connection, const Described &described, Found &found)
{
    for (const QString &email : described.emails) {
        HEADWAY_TRY(ids, reachedBy(connection, described.kind, u"email"_s, email));
        found.add(ids, AlikeBy::Email);
    }
    for (const QString &phone : described.phones) {
        HEADWAY_TRY(ids, reachedBy(connection, described.kind, u"phone"_s, phone));
        found.add(ids, AlikeBy::Phone);
    }
    return {};
}

// By the page of a company; whoever writes from an address there belongs to it.
Result<> findByWebsite(sql::Connection &connection, const Described &described, Found &found)
{
    if (described.kind != EntityKind::Company)
        return {};
    QStringList addresses{described.website};
    addresses += described.emails;
    QSet<QString> seen;
    for (const QString &address : addresses) {
        const QString site = siteOf(address);
        if (site.isEmpty() || seen.contains(site))
            continue;
        seen.insert(site);
        HEADWAY_TRY(refs, newestWith(connection, described.kind, site));
        HEADWAY_TRY(websites, textsOf(connection, described.kind, u"website"_s, refs));
        for (const Named &each : websites) {
            if (isSameSite(each.text, address))
                found.add(each.id, AlikeBy::Website);
        }
    }
    return {};
}

Result<> findByName(sql::Connection &connection, const Described &described, Found &found)
{
    const QStringList keys = nameKeysOf(described.kind, described.name);
    if (keys.front().isEmpty())
        return {};
    sql::Values binds;
    for (const QString &key : keys)
        binds.push_back(key);
    binds.push_back(qint64(mostOfOneName));
    return connection.each(u"SELECT id FROM "_s + tableName(described.kind) + u" WHERE name_key IN ("_s
                               + sql::placeholders(keys.size())
                               + u") AND deleted_at IS NULL ORDER BY id DESC LIMIT ?"_s,
                           binds, [&found](const sql::RowView &row) -> Result<> {
                               found.add(row.integer(0), AlikeBy::Name);
                               return {};
                           });
}

// Each word in turn may be the one that is written otherwise: those that have all others, and begin one as it begins.
Result<std::vector<EntityRef>> calledLike(sql::Connection &connection, const Described &described,
                                          const QStringList &words)
{
    if (described.names == NamesSought::OfFound)
        return std::vector<EntityRef>();
    if (described.names == NamesSought::Same)
        return newestWith(connection, described.kind, words.join(u' '));
    std::vector<EntityRef> refs;
    for (qsizetype other = 0; other < words.size(); ++other) {
        QStringList typed = words;
        typed[other] = words[other].left(words.size() > 1 ? lettersAlike : lettersAlikeAlone);
        HEADWAY_TRY(some, newestWith(connection, described.kind, typed.join(u' ')));
        refs.insert(refs.end(), some.begin(), some.end());
    }
    return refs;
}

Result<> findSimilar(sql::Connection &connection, const Described &described, Found &found)
{
    const QStringList words = comparedWords(described.name).mid(0, mostWords);
    std::set<EntityRef> refs = found.refs(described.kind); // by a number, and perhaps by the name, too
    HEADWAY_TRY(like, calledLike(connection, described, words));
    refs.insert(like.begin(), like.end());
    HEADWAY_TRY(names,
                textsOf(connection, described.kind, titleColumn(described.kind),
                        std::vector<EntityRef>(refs.begin(), refs.end())));
    for (const Named &each : names) {
        const NameLikeness likeness = likenessOf(each.text, described.name);
        if (likeness == NameLikeness::Same)
            found.add(each.id, AlikeBy::Name);
        else if (likeness == NameLikeness::Similar)
            found.add(each.id, AlikeBy::SimilarName);
    }
    return {};
}

QString textIn(EntityKind kind, const Row &row, QStringView field)
{
    const int index = entityInfo(kind).indexOf(field);
    return index < 0 ? QString() : textOf(row[size_t(index)]).trimmed();
}

// As whom somebody with these fields is looked for, the kind itself first.
std::vector<Described> describedBy(EntityKind kind, const Row &row)
{
    Described described{.kind = kind,
                        .name = textIn(kind, row, u"name"),
                        .emails = contactPointsIn(ContactPointType::Email, textIn(kind, row, u"email")),
                        .phones = contactPointsIn(ContactPointType::Phone, textIn(kind, row, u"phone")),
                        .website = textIn(kind, row, u"website")};
    described.emails.removeAll(QString());
    described.phones.removeAll(QString());
    switch (kind) {
    case EntityKind::Company: return {described};
    case EntityKind::Contact: {
        Described lead = described;
        lead.kind = EntityKind::Lead;
        return {described, lead};
    }
    case EntityKind::Lead: {
        const QString organisation = textIn(kind, row, u"organisation");
        const bool isPerson = described.name != organisation;
        Described contact = described;
        contact.kind = EntityKind::Contact;
        Described company{.kind = EntityKind::Company,
                          .name = organisation,
                          .emails = described.emails,
                          .website = described.website};
        return isPerson ? std::vector{described, contact, company} : std::vector{described, company};
    }
    default: return {};
    }
}

} // namespace

Result<std::vector<AlikeRecord>> recordsAlike(sql::Connection &connection, const Described &described,
                                              int most)
{
    Found found;
    HEADWAY_CHECK(findByPoints(connection, described, found));
    HEADWAY_CHECK(findByWebsite(connection, described, found));
    HEADWAY_CHECK(findByName(connection, described, found));
    HEADWAY_CHECK(findSimilar(connection, described, found));
    const auto best = found.best(most);
    std::vector<EntityRef> refs;
    for (const auto &[id, by] : best)
        refs.push_back({described.kind, id});
    HEADWAY_TRY(hits, hitsOf(connection, refs));
    std::vector<AlikeRecord> alike;
    for (SearchHit &hit : hits) {
        const auto known = std::find_if(best.begin(), best.end(),
                                        [&hit](const auto &each) { return each.first == hit.ref.id; });
        alike.push_back({std::move(hit), known->second});
    }
    return alike;
}

Result<std::vector<AlikeRecord>> alreadyHere(sql::Connection &connection, EntityKind kind, const Row &typed,
                                             int most)
{
    std::vector<AlikeRecord> found;
    for (const Described &described : describedBy(kind, derive(kind, typed))) {
        HEADWAY_TRY(some, recordsAlike(connection, described, most));
        std::move(some.begin(), some.end(), std::back_inserter(found));
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const AlikeRecord &a, const AlikeRecord &b) { return a.by.front() < b.by.front(); });
    found.resize(std::min(found.size(), size_t(most)));
    return found;
}

} // namespace headway::store
