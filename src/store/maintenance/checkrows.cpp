// SPDX-License-Identifier: GPL-3.0-or-later
// Check: each record on its own and with those it refers to.
#include "domain/changes/derive.h"
#include "domain/changes/validate.h"
#include "domain/records/record.h"
#include "store/commit/derived.h"
#include "store/maintenance/checkparts.h"
#include "store/rows/records.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

void checkRow(const Record &record, FlawList &flaws)
{
    for (const Problem &problem : problemsOf(record.ref.kind, record.row))
        flaws.add(FlawKind::BrokenRule, record.ref, problem.text);
    const Row derived = derive(record.ref.kind, record.row);
    for (size_t i = 0; i < derived.size(); ++i) {
        if (derived[i] != record.row[i])
            flaws.add(FlawKind::Derived, record.ref,
                      Sentence::tr("%1 is %2 and should be %3.")
                          .arg(nameOf(record.ref.kind, record.info().fields[i]),
                               Quoted{textOf(record.row[i])}, Quoted{textOf(derived[i])}));
    }
}

Result<> checkLink(sql::Connection &connection, EntityKind kind, const Link &link, FlawList &flaws)
{
    return connection.each(
        u"SELECT r.id, r."_s + link.column + u", t.id FROM "_s + tableName(kind) + u" r LEFT JOIN "_s
            + tableName(link.target) + u" t ON t.id = r."_s + link.column
            + u" WHERE r.deleted_at IS NULL AND "_s + link.condition
            + u" AND (t.id IS NULL OR t.deleted_at IS NOT NULL)"_s,
        {}, [&](const sql::RowView &row) -> Result<> {
            if (row.isNull(2))
                flaws.add(FlawKind::Dangling, {kind, row.integer(0)},
                          Sentence::tr("%1 is the %2 %3, which does not exist.")
                              .arg(nameOf(kind, entityInfo(kind).field(link.field)), KindName{link.target},
                                   QString::number(row.integer(1))));
            else
                flaws.add(FlawKind::RemovedLink, {kind, row.integer(0)},
                          Sentence::tr("%1 is the %2 %3, which was deleted.")
                              .arg(nameOf(kind, entityInfo(kind).field(link.field)), KindName{link.target},
                                   QString::number(row.integer(1))));
            return {};
        });
}

} // namespace

Result<std::vector<Link>> linksOf(sql::Connection &connection, EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<Link> links;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        const FieldInfo &field = info.field(i);
        if (field.type == FieldType::Reference)
            links.push_back({i, field.name, u"r."_s + field.name + u" IS NOT NULL"_s, field.target});
        if (field.type != FieldType::RecordId)
            continue;
        const QString kindColumn = info.field(i - 1).name;
        HEADWAY_CHECK(connection.each(
            u"SELECT DISTINCT "_s + kindColumn + u" FROM "_s + tableName(kind), {},
            [&](const sql::RowView &row) -> Result<> {
                if (const auto target = entityKindNamed(row.text(0))) // others violate a rule
                    links.push_back({i, field.name,
                                     u"r."_s + kindColumn + u" = '"_s + tableName(*target) + u'\'', *target});
                return {};
            }));
    }
    return links;
}

Result<> checkRows(sql::Connection &connection, EntityKind kind, FlawList &flaws)
{
    return connection.each(u"SELECT "_s + columnList(kind, QString()) + u" FROM "_s + tableName(kind)
                               + u" WHERE deleted_at IS NULL"_s,
                           {}, [&](const sql::RowView &row) -> Result<> {
                               checkRow(recordFrom(kind, row), flaws);
                               return {};
                           });
}

Result<> checkDependents(sql::Connection &connection, EntityKind kind, FlawList &flaws)
{
    const std::vector<Dependent> fields = dependents(kind);
    if (fields.empty())
        return {};
    QStringList differs;
    for (const Dependent &field : fields)
        differs += field.column + u" IS DISTINCT FROM "_s + field.expression;
    return connection.each(
        u"SELECT id, "_s + differs.join(u", "_s) + u" FROM "_s + tableName(kind) + u" WHERE "_s
            + differs.join(u" OR "_s),
        {}, [&](const sql::RowView &row) -> Result<> {
            const EntityInfo &info = entityInfo(kind);
            for (int i = 0; i < int(fields.size()); ++i) {
                if (row.integer(i + 1))
                    flaws.add(FlawKind::Derived, {kind, row.integer(0)},
                              Sentence::tr("%1 is not what follows from other records.")
                                  .arg(nameOf(kind, info.field(info.indexOf(fields[size_t(i)].column)))));
            }
            return {};
        });
}

Result<> checkLinks(sql::Connection &connection, EntityKind kind, FlawList &flaws)
{
    HEADWAY_TRY(links, linksOf(connection, kind));
    for (const Link &link : links)
        HEADWAY_CHECK(checkLink(connection, kind, link, flaws));
    return {};
}

Result<> checkStages(sql::Connection &connection, FlawList &flaws)
{
    const auto each = [&](const QString &query, FlawKind flaw, const Sentence &what) {
        return connection.each(query, {}, [&](const sql::RowView &row) -> Result<> {
            flaws.add(flaw, {EntityKind::Deal, row.integer(0)}, what);
            return {};
        });
    };
    HEADWAY_CHECK(each(u"SELECT d.id FROM deal d JOIN stage s ON s.id = d.stage_id"
                       " WHERE d.deleted_at IS NULL AND d.status <> s.type"_s,
                       FlawKind::Stage, Sentence::tr("Status differs from what its stage means.")));
    HEADWAY_CHECK(each(u"SELECT d.id FROM deal d JOIN stage s ON s.id = d.stage_id"
                       " WHERE d.deleted_at IS NULL AND d.pipeline_id IS DISTINCT FROM s.pipeline_id"_s,
                       FlawKind::Stage, Sentence::tr("its stage belongs to another pipeline.")));
    HEADWAY_CHECK(each(u"SELECT deal_id FROM (SELECT deal_id, left_at, lead(entered_at) OVER"
                       " (PARTITION BY deal_id ORDER BY entered_at, id) AS following FROM stage_visit"
                       " WHERE deleted_at IS NULL) v WHERE following IS NOT NULL"
                       " AND left_at IS DISTINCT FROM following"_s,
                       FlawKind::StageVisit,
                       Sentence::tr("it left a stage at another time than it entered the next.")));
    return each(
        u"SELECT d.id FROM deal d JOIN stage_visit v ON v.deal_id = d.id AND v.deleted_at IS NULL"
        " AND v.left_at IS NULL WHERE d.deleted_at IS NULL AND v.stage_id IS DISTINCT FROM d.stage_id"_s,
        FlawKind::StageVisit, Sentence::tr("by its stage visits it is in another stage."));
}

} // namespace headway::store
