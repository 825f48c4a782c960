// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/search/searchhits.h"

#include "domain/changes/derive.h"
#include "domain/records/record.h"
#include "domain/text/searchwords.h"
#include "domain/text/text.h"
#include "store/search/searchnames.h"

#include <QHash>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// The columns of a hit, in this order.
enum Column {
    IdColumn,
    TitleColumn,
    KeyColumn,
    DetailColumn,
    WhoColumn,
    PhoneColumn,
    StageColumn,
    AmountColumn,
    CurrencyColumn,
    AtColumn,
    KindColumn
};

QString orNothing(const EntityInfo &info, QStringView field, const QString &nothing)
{
    return field.isEmpty() || info.indexOf(field) < 0 ? nothing : u"r."_s + field;
}

// Only these few columns, because most candidates are dropped.
QString makeQuery(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    const bool isActivity = kind == EntityKind::Activity;
    const QString empty = u"''"_s;
    QString detail = isActivity ? u"r.note"_s : empty;
    QString who = empty;
    QString joins;
    const int field = info.indexOf(QString::fromLatin1(info.detail));
    if (const NamesQuery &names = namesQuery(kind); names.count > 0) {
        detail = names.columns.section(u", "_s, 0, 0);
        who = names.count > 1 ? names.columns.section(u", "_s, 1, 1) : empty;
        joins = names.joins;
    } else if (field >= 0 && info.field(field).type == FieldType::Reference) {
        const EntityKind target = info.field(field).target;
        detail = u"d."_s + QLatin1StringView(entityInfo(target).title);
        joins = u" LEFT JOIN "_s + tableName(target) + u" d ON d.id = r."_s + info.field(field).name;
    } else if (field >= 0) {
        detail = u"r."_s + info.field(field).name;
    }
    const QStringList columns{u"r.id"_s,
                              orNothing(info, QString::fromLatin1(info.title), empty),
                              orNothing(info, u"name_key", empty),
                              detail,
                              who,
                              orNothing(info, u"phone", empty),
                              orNothing(info, u"stage_id", u"NULL"_s),
                              orNothing(info, QString::fromLatin1(info.worth), u"NULL"_s),
                              orNothing(info, u"currency", empty),
                              isActivity ? u"r.at"_s : u"NULL"_s,
                              isActivity ? u"r.kind"_s : empty};
    return u"SELECT "_s + columns.join(u", "_s) + u" FROM "_s + tableName(kind) + u" r"_s + joins;
}

const QString &queryFor(EntityKind kind)
{
    static const PerKind<QString> queries(makeQuery);
    return queries[kind];
}

// So that three statements serve all sizes.
size_t sizeOfQuery(size_t ids)
{
    return ids <= 20 ? 20 : ids <= 60 ? 60 : 220;
}

QString firstLine(const QString &text)
{
    return text.section(u'\n', 0, 0).left(120);
}

Candidate candidateFrom(EntityKind kind, const sql::RowView &row)
{
    SearchHit hit{.ref = {kind, row.integer(IdColumn)},
                  .title = row.text(TitleColumn),
                  .detail = firstLine(row.text(DetailColumn)),
                  .who = row.text(WhoColumn),
                  .phone = row.text(PhoneColumn),
                  .stage = {row.isNull(StageColumn) ? 0 : row.integer(StageColumn)},
                  .currency = row.text(CurrencyColumn),
                  .at = {row.isNull(AtColumn) ? 0 : row.integer(AtColumn)}};
    if (!row.isNull(AmountColumn))
        hit.amount = row.integer(AmountColumn);
    if (hit.detail.isEmpty())
        std::swap(hit.detail, hit.who);
    if (kind == EntityKind::Activity && hit.title.isEmpty()) {
        Row activity = entityInfo(kind).defaults;
        activity[size_t(entityInfo(kind).indexOf(u"note"))] = row.text(DetailColumn);
        activity[size_t(entityInfo(kind).indexOf(u"kind"))] = row.text(KindColumn);
        hit.title = titleOf(kind, activity);
    }
    return {hit, row.text(KeyColumn)};
}

int rankByWords(const QString &key, const std::vector<SoughtWord> &sought)
{
    const QStringList words = searchWords(key);
    const auto has = [&words](const SoughtWord &word) { return isFound(word, words); };
    if (std::all_of(sought.begin(), sought.end(), has))
        return 2;
    return std::any_of(sought.begin(), sought.end(), has) ? 3 : worstRank;
}

} // namespace

Result<std::vector<Candidate>> candidatesOf(sql::Connection &connection, const std::vector<EntityRef> &refs)
{
    QHash<EntityRef, Candidate> found;
    std::map<EntityKind, sql::Values> byKind;
    for (const EntityRef &ref : refs)
        byKind[ref.kind].push_back(ref.id);
    for (const auto &each : byKind) {
        const EntityKind kind = each.first;
        sql::Values ids = each.second;
        ids.resize(sizeOfQuery(ids.size()), qint64(0));
        HEADWAY_CHECK(
            connection.each(queryFor(kind) + u" WHERE r.deleted_at IS NULL AND r.id IN ("_s
                                + sql::placeholders(qsizetype(ids.size())) + u')',
                            ids, [&](const sql::RowView &row) -> Result<> {
                                found.insert({kind, row.integer(IdColumn)}, candidateFrom(kind, row));
                                return {};
                            }));
    }
    std::vector<Candidate> ordered;
    for (const EntityRef &ref : refs) {
        if (const auto it = found.find(ref); it != found.end())
            ordered.push_back(*it);
    }
    return ordered;
}

void rankByTitle(std::vector<Candidate> &found, const QString &typed)
{
    const QString begin = fold(typed);
    const std::vector<SoughtWord> sought = soughtWords(typed);
    for (Candidate &candidate : found) {
        if (candidate.key == begin)
            candidate.rank = 0;
        else if (candidate.key.startsWith(begin))
            candidate.rank = 1;
        else
            candidate.rank = rankByWords(candidate.key, sought);
    }
    std::stable_sort(found.begin(), found.end(),
                     [](const Candidate &a, const Candidate &b) { return a.rank < b.rank; });
}

Result<> addWhom(sql::Connection &connection, std::vector<SearchHit> &activities)
{
    if (activities.empty())
        return {};
    sql::Values ids;
    for (const SearchHit &hit : activities)
        ids.push_back(hit.ref.id);
    ids.resize(sizeOfQuery(ids.size()), qint64(0));
    QHash<qint64, EntityRef> about; // a person rather than a company or deal
    HEADWAY_CHECK(connection.each(
        u"SELECT activity_id, record_kind, record_id FROM activity_link WHERE activity_id IN ("_s
            + sql::placeholders(qsizetype(ids.size())) + u") AND deleted_at IS NULL ORDER BY id"_s,
        ids, [&](const sql::RowView &row) -> Result<> {
            const auto kind = entityKindNamed(row.text(1));
            const auto known = about.constFind(row.integer(0));
            const bool isPerson = kind && entityInfo(*kind).has(KindTrait::Person);
            if (kind
                && (known == about.cend() || (isPerson && !entityInfo(known->kind).has(KindTrait::Person))))
                about.insert(row.integer(0), {*kind, row.integer(2)});
            return {};
        }));
    const QList<EntityRef> records = about.values();
    HEADWAY_TRY(named, candidatesOf(connection, {records.begin(), records.end()}));
    for (SearchHit &hit : activities) {
        const EntityRef record = about.value(hit.ref.id);
        const auto its = std::find_if(named.begin(), named.end(),
                                      [&](const Candidate &each) { return each.hit.ref == record; });
        if (its != named.end())
            hit.who = its->hit.title;
    }
    return {};
}

} // namespace headway::store
