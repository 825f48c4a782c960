// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/related.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "store/reading/nameclauses.h"
#include "store/rows/activitylinks.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Reads the related records of one record, each list by the column that refers to it.
class Reader
{
public:
    Reader(sql::Connection &connection, EntityRef record, int most)
        : m_connection(connection), m_record(record), m_most(most)
    {
    }

    Result<> byColumn(EntityKind kind, const QString &column, const QString &order,
                      std::vector<LoadedRecord> &into) const
    {
        return select(kind, column + u" = ?"_s, {m_record.id}, order, into);
    }

    Result<> byRecord(EntityKind kind, std::vector<LoadedRecord> &into) const
    {
        return select(kind, u"record_kind = ? AND record_id = ?"_s,
                      {QString(tableName(m_record.kind)), m_record.id}, u"id"_s, into);
    }

private:
    Result<> select(EntityKind kind, const QString &condition, const sql::Values &binds, const QString &order,
                    std::vector<LoadedRecord> &into) const
    {
        std::vector<qint64> found;
        HEADWAY_CHECK(m_connection.each(
            u"SELECT id FROM "_s + tableName(kind) + u" WHERE deleted_at IS NULL AND "_s + condition
                + u" ORDER BY "_s + order + u" LIMIT "_s + QString::number(m_most),
            binds, [&](const sql::RowView &row) -> Result<> {
                found.push_back(row.integer(0));
                return {};
            }));
        HEADWAY_TRY(loaded, rows(m_connection, kind, found));
        into = std::move(loaded);
        return {};
    }

    sql::Connection &m_connection;
    EntityRef m_record;
    int m_most;
};

Result<> readLinks(sql::Connection &connection, EntityRef activity, RelatedRecords &into)
{
    HEADWAY_TRY(links, linksOf(connection, {activity.id}));
    std::map<EntityKind, std::vector<qint64>> byKind;
    for (const EntityRef &link : links)
        byKind[link.kind].push_back(link.id);
    for (const auto &[kind, ids] : byKind) {
        HEADWAY_TRY(loaded, rows(connection, kind, ids));
        into.records[kind] = std::move(loaded);
    }
    return {};
}

// The records that refer to it; deals newest first, others by name.
Result<> readListed(const Reader &read, EntityKind target, RelatedRecords &into)
{
    for (const EntityKind kind : allEntityKinds()) {
        for (const FieldInfo &field : entityInfo(kind).fields) {
            if (!field.has(Trait::Listed) || field.target != target)
                continue;
            const QString order = kind == EntityKind::Deal ? u"id DESC"_s : u"name_key, id"_s;
            HEADWAY_CHECK(read.byColumn(kind, field.name, order, into.records[kind]));
        }
    }
    return {};
}

} // namespace

Result<RelatedRecords> relatedTo(sql::Connection &connection, EntityRef record, int most)
{
    const Reader read(connection, record, most);
    const QString newest = u"id DESC"_s;
    RelatedRecords result;
    HEADWAY_CHECK(readListed(read, record.kind, result));
    switch (record.kind) {
    case EntityKind::Company:
        HEADWAY_CHECK(read.byColumn(EntityKind::Affiliation, u"company_id"_s, u"id"_s, result.affiliations));
        break;
    case EntityKind::Contact:
        HEADWAY_CHECK(read.byColumn(EntityKind::DealContact, u"contact_id"_s, newest, result.dealContacts));
        HEADWAY_CHECK(read.byColumn(EntityKind::Affiliation, u"contact_id"_s, u"id"_s, result.affiliations));
        break;
    case EntityKind::Deal:
        HEADWAY_CHECK(read.byColumn(EntityKind::DealContact, u"deal_id"_s, u"id"_s, result.dealContacts));
        HEADWAY_CHECK(read.byColumn(EntityKind::LineItem, u"deal_id"_s, u"position, id"_s, result.lineItems));
        break;
    case EntityKind::Activity: HEADWAY_CHECK(readLinks(connection, record, result)); break;
    default: break;
    }
    HEADWAY_CHECK(read.byRecord(EntityKind::ContactPoint, result.contactPoints));
    HEADWAY_CHECK(read.byRecord(EntityKind::Address, result.addresses));
    HEADWAY_CHECK(read.byRecord(EntityKind::TagLink, result.tagLinks));
    HEADWAY_CHECK(read.byRecord(EntityKind::ExternalRef, result.externalRefs));
    return result;
}

Result<std::vector<EntityRef>> contactsNamed(sql::Connection &connection, CompanyId company,
                                             const QString &typed, int most)
{
    QString statement = u"SELECT id FROM contact WHERE company_id = ? AND deleted_at IS NULL"_s;
    sql::Values binds{company.value};
    for (const QString &word : fold(typed).split(u' ', Qt::SkipEmptyParts)) {
        const Clause named = namedSoClause(u"name_key"_s, word);
        statement += u" AND ("_s + named.text + u')';
        binds.insert(binds.end(), named.binds.begin(), named.binds.end());
    }
    statement += u" ORDER BY name_key, id LIMIT ?"_s;
    binds.push_back(qint64(most));
    std::vector<EntityRef> found;
    HEADWAY_CHECK(connection.each(statement, binds, [&found](const sql::RowView &row) -> Result<> {
        found.push_back({EntityKind::Contact, row.integer(0)});
        return {};
    }));
    return found;
}

} // namespace headway::store
