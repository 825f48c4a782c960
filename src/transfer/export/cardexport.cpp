// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/cardexport.h"

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/lists.h"
#include "domain/records/record.h"
#include "domain/savefile.h"
#include "exchange/vcard/cardentry.h"
#include "exchange/vcard/cardwriter.h"
#include "store/rows/records.h"
#include "store/schema/schema.h"
#include "transfer/export/exportpage.h"

#include <QUuid>

#include <map>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

using exchange::CardEntry;

constexpr QLatin1StringView cardSystem("vcard"); // whose ids those of cards are

CardEntry entryOf(const Contact &contact)
{
    CardEntry entry;
    entry.name = contact.name;
    entry.salutation = contact.salutation;
    entry.firstName = contact.firstName;
    entry.middleName = contact.middleName;
    entry.lastName = contact.lastName;
    entry.suffix = contact.suffix;
    entry.department = contact.department;
    entry.jobTitle = contact.jobTitle;
    entry.birthday = contact.birthday;
    entry.language = contact.language;
    entry.timeZone = contact.timeZone;
    entry.doNotCall = contact.doNotCall;
    entry.optedOut = contact.optedOut;
    entry.description = contact.description;
    entry.rest = contact.cardRest;
    return entry;
}

CardEntry entryOf(const Company &company)
{
    CardEntry entry;
    entry.kind = CardEntry::Kind::Company;
    entry.name = company.name;
    entry.description = company.description;
    entry.rest = company.cardRest;
    if (!company.website.isEmpty())
        entry.points.push_back(
            {ContactPointType::Website, company.website, ContactPointPlace::Work, {}, false});
    return entry;
}

// All of its own, and of the records that it refers to the company.
std::vector<ExportColumn> columnsOfCards(EntityKind kind)
{
    std::vector<ExportColumn> columns = allColumns(kind, {});
    std::erase_if(columns, [&info = entityInfo(kind)](const ExportColumn &column) {
        return column.field >= 0 && info.field(column.field).type == FieldType::Reference
            && info.field(column.field).name != "company_id"_L1;
    });
    return columns;
}

// Those of the records of a page, by record.
template <class E>
Result<std::multimap<qint64, E>> childrenOf(sql::Connection &connection, EntityKind kind,
                                            const std::vector<qint64> &ids)
{
    store::Selection selection{
        u"record_kind = ? AND record_id IN (%1)"_s.arg(sql::placeholders(qsizetype(ids.size()))),
        {QString(tableName(kind))},
        {}};
    selection.binds.insert(selection.binds.end(), ids.begin(), ids.end());
    HEADWAY_TRY(records, store::loadAll<E>(connection, selection));
    std::multimap<qint64, E> children;
    for (E &each : records)
        children.emplace(each.recordId, std::move(each));
    return children;
}

// Turns pages of records into cards.
class CardPages
{
public:
    CardPages(sql::Connection &connection, EntityKind kind, exchange::CardVersion version)
        : m_connection(connection), m_kind(kind), m_version(version)
    {
    }

    Result<> begin()
    {
        HEADWAY_TRY(uuid, store::bookValue(m_connection, u"uuid"_s));
        m_book = QUuid(uuid);
        HEADWAY_TRY(tags, store::loadAll<Tag>(m_connection));
        for (const Tag &tag : tags)
            m_tags.insert(tag.id.value, tag.name);
        return {};
    }

    // The cards of the records of a page, which has of each the name of its company, if the kind has one.
    Result<QByteArray> written(const ExportPage &page)
    {
        const std::vector<qint64> ids = idsIn(page);
        HEADWAY_TRY(points, childrenOf<ContactPoint>(m_connection, m_kind, ids));
        HEADWAY_TRY(addresses, childrenOf<Address>(m_connection, m_kind, ids));
        HEADWAY_TRY(links, childrenOf<TagLink>(m_connection, m_kind, ids));
        HEADWAY_TRY(refs, childrenOf<ExternalRef>(m_connection, m_kind, ids));
        QByteArray bytes;
        for (size_t i = 0; i < page.records.size(); ++i) {
            const Record &record = page.records[i];
            const qint64 id = record.ref.id;
            CardEntry entry = m_kind == EntityKind::Contact ? transfer::entryOf(as<Contact>(record))
                                                            : transfer::entryOf(as<Company>(record));
            if (!page.names.empty())
                entry.company = page.names[i];
            for (auto [at, end] = points.equal_range(id); at != end; ++at)
                putPoint(at->second, entry);
            for (auto [at, end] = addresses.equal_range(id); at != end; ++at)
                putAddress(at->second, entry);
            for (auto [at, end] = links.equal_range(id); at != end; ++at)
                entry.tags += m_tags.value(at->second.tag.value);
            for (auto [at, end] = refs.equal_range(id); at != end && entry.uid.isEmpty(); ++at) {
                if (at->second.system == cardSystem)
                    entry.uid = at->second.key;
            }
            if (entry.uid.isEmpty())
                entry.uid = ownUid(id);
            bytes += exchange::written(exchange::cardOf(entry, m_version));
        }
        return bytes;
    }

private:
    static void putPoint(const ContactPoint &point, CardEntry &entry)
    {
        entry.points.push_back({point.by, point.value, point.place, {}, point.primary});
    }

    static void putAddress(const Address &address, CardEntry &entry)
    {
        const bool isPlain =
            address.place == ContactPointPlace::Work || address.place == ContactPointPlace::Home;
        entry.addresses.push_back({isPlain ? address.place : ContactPointPlace::Other, address.street,
                                   address.postalCode, address.city, address.region, address.country});
    }

    // The same in each export, and of no other record of any book.
    QString ownUid(qint64 id) const
    {
        const QString name = tableName(m_kind) + u' ' + QString::number(id);
        return u"urn:uuid:"_s + QUuid::createUuidV5(m_book, name).toString(QUuid::WithoutBraces);
    }

    sql::Connection &m_connection;
    EntityKind m_kind;
    exchange::CardVersion m_version;
    QUuid m_book;
    QHash<qint64, QString> m_tags;
};

Result<ExportReport> exportPages(sql::Connection &connection, const ExportRequest &request, QIODevice &device,
                                 exchange::CardVersion version, const Progress &progress)
{
    const EntityKind kind = request.query.kind;
    const std::vector<ExportColumn> columns = columnsOfCards(kind);
    HEADWAY_TRY(written, willing(connection, request.query, request.purpose, request.viewer));
    ExportRequest narrowed = request;
    narrowed.query = written.query;
    HEADWAY_TRY(reader, ExportReader::open(connection, narrowed, columns));
    CardPages cards(connection, kind, version);
    HEADWAY_CHECK(cards.begin());
    ExportReport report{.unwilling = written.unwilling};
    ExportPage page;
    while (true) {
        HEADWAY_TRY(isMore, reader->next(page));
        if (!isMore)
            return report;
        HEADWAY_TRY(bytes, cards.written(page));
        HEADWAY_CHECK(writeAll(device, bytes));
        report.rows += qint64(page.records.size());
        if (progress && !progress(report.rows, reader->count()))
            return failure(ErrorCode::Cancelled, Sentence::tr("Cancelled; nothing was exported."));
    }
}

} // namespace

bool hasCards(EntityKind kind)
{
    return kind == EntityKind::Contact || kind == EntityKind::Company;
}

Result<ExportReport> exportCards(sql::Connection &connection, const ExportRequest &request, QIODevice &device,
                                 exchange::CardVersion version, const Progress &progress)
{
    const EntityKind kind = request.query.kind;
    if (!hasCards(kind))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("Only contacts and companies can be written as vCards, not %1.")
                           .arg(KindName{kind, Number::Many}));
    const auto snapshot = sql::Transaction::read(connection);
    if (!snapshot)
        return failure(snapshot.error());
    return exportPages(connection, request, device, version, progress);
}

} // namespace headway::transfer
