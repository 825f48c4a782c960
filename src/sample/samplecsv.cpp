// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/samplecsv.h"

#include "domain/changes/derive.h"
#include "domain/records/activity.h"
#include "domain/records/record.h"
#include "domain/text/moneytext.h"
#include "exchange/csv/csvwriter.h"
#include "sample/calendar.h"

#include <QBuffer>
#include <QHash>

#include <array>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::sample {

namespace {

// The cells of one record by field name.
class Cells
{
public:
    Cells(EntityKind kind, Row row, Instant createdAt)
        : m_info(entityInfo(kind)), m_row(std::move(row)), m_createdAt(createdAt)
    {
    }

    const Value &value(QStringView field) const { return m_row[size_t(m_info.indexOf(field))]; }
    QString text(QStringView field) const { return textOf(value(field)); }
    qint64 number(QStringView field) const { return integerOf(value(field)); }
    QString numberText(QStringView field) const
    {
        return isNull(value(field)) ? QString() : QString::number(number(field));
    }
    QString money(QStringView field) const
    {
        return isNull(value(field)) ? QString()
                                    : formatMinor(number(field), text(u"currency")).value_or(QString());
    }
    // The label of a choice: "No show".
    QString label(QStringView field) const
    {
        for (const Choice &choice : m_info.field(m_info.indexOf(field)).choices) {
            if (text(field) == QLatin1StringView(choice.code))
                return QString::fromLatin1(choice.label);
        }
        return {};
    }
    QString title() const { return titleOf(m_info.kind, m_row); }
    Instant createdAt() const { return m_createdAt; }

private:
    const EntityInfo &m_info;
    Row m_row;
    Instant m_createdAt;
};

// A small book in memory, with look-ups for names.
class Collected
{
public:
    Collected(QDate today) : calendar(today, -1'500, 500) {}

    Result<> add(EntityKind kind, qint64 id, const Row &row, Instant createdAt)
    {
        const Cells cells(kind, derive(kind, row), createdAt);
        m_ids[size_t(kind)].push_back(id);
        m_records.emplace(EntityRef{kind, id}, cells);
        if (entityInfo(kind).indexOf(u"record_id") >= 0) {
            if (const auto of = entityKindNamed(cells.text(u"record_kind")))
                m_parts[kind].insert({*of, cells.number(u"record_id")}, id);
        }
        if (kind == EntityKind::ActivityLink)
            m_links.insert(cells.number(u"activity_id"), id);
        if (kind == EntityKind::LineItem)
            m_parts[kind].insert({EntityKind::Deal, cells.number(u"deal_id")}, id);
        return {};
    }

    const std::vector<qint64> &ids(EntityKind kind) const { return m_ids[size_t(kind)]; }
    const Cells &record(EntityKind kind, qint64 id) const { return m_records.at({kind, id}); }
    QString title(EntityKind kind, qint64 id) const { return id == 0 ? QString() : record(kind, id).title(); }

    // The first record of `kind` that belongs to `owner` and passes the test, or null.
    template <class Test>
    const Cells *part(EntityKind kind, EntityRef owner, Test passes) const
    {
        const Cells *found = nullptr; // QMultiHash returns the latest first
        for (const qint64 id : m_parts.value(kind).values(owner)) {
            if (passes(record(kind, id)))
                found = &record(kind, id);
        }
        return found;
    }
    QString contactPoints(EntityRef owner, QStringView by, QStringView place) const
    {
        const Cells *point = part(EntityKind::ContactPoint, owner, [&](const Cells &cells) {
            return cells.text(u"reach_by") == by && cells.text(u"place") == place;
        });
        return point ? point->text(u"value") : QString();
    }
    QString tags(EntityRef owner) const
    {
        const Cells *link = part(EntityKind::TagLink, owner, [](const Cells &) { return true; });
        return link ? title(EntityKind::Tag, link->number(u"tag_id")) : QString();
    }
    QString linked(qint64 activity, EntityKind kind) const
    {
        for (const qint64 id : m_links.values(activity)) {
            const Cells &link = record(EntityKind::ActivityLink, id);
            if (link.text(u"record_kind") == tableName(kind))
                return title(kind, link.number(u"record_id"));
        }
        return {};
    }

    const sample::Calendar calendar;

private:
    std::map<EntityRef, Cells> m_records;
    std::array<std::vector<qint64>, entityKindCount> m_ids;
    QHash<EntityKind, QMultiHash<EntityRef, qint64>> m_parts;
    QMultiHash<qint64, qint64> m_links;
};

using Line = QStringList (*)(const Collected &book, qint64 id);

struct File {
    QStringView name;
    EntityKind kind;
    QStringView header;
    Line line;
};

QStringList teamLine(const Collected &book, qint64 id)
{
    const Cells &user = book.record(EntityKind::User, id);
    return {user.text(u"name"), user.text(u"email"), user.label(u"role"),
            book.title(EntityKind::Team, user.number(u"team_id")), user.text(u"region")};
}

QStringList productLine(const Collected &book, qint64 id)
{
    const Cells &product = book.record(EntityKind::Product, id);
    return {product.text(u"name"), product.text(u"code"), product.text(u"series"), product.money(u"price"),
            product.text(u"currency")};
}

QStringList companyLine(const Collected &book, qint64 id)
{
    const EntityRef ref{EntityKind::Company, id};
    const Cells &company = book.record(ref.kind, id);
    const Cells &address = *book.part(EntityKind::Address, ref, [](const Cells &) { return true; });
    return {company.text(u"name"),
            company.text(u"sector"),
            company.text(u"website"),
            book.contactPoints(ref, u"phone", u"work"),
            address.text(u"street"),
            address.text(u"city"),
            address.text(u"postal_code"),
            address.text(u"country"),
            company.numberText(u"employees"),
            company.money(u"revenue"),
            company.text(u"currency"),
            book.title(EntityKind::User, company.number(u"owner_id")),
            book.tags(ref)};
}

QStringList personLine(const Collected &book, qint64 id)
{
    const EntityRef ref{EntityKind::Contact, id};
    const Cells &person = book.record(ref.kind, id);
    const Cells &address = *book.part(EntityKind::Address, ref, [](const Cells &) { return true; });
    return {person.text(u"first_name"),
            person.text(u"last_name"),
            person.text(u"job_title"),
            book.title(EntityKind::Company, person.number(u"company_id")),
            book.contactPoints(ref, u"email", u"work"),
            book.contactPoints(ref, u"phone", u"work"),
            book.contactPoints(ref, u"phone", u"mobile"),
            address.text(u"city"),
            address.text(u"country"),
            book.title(EntityKind::User, person.number(u"owner_id"))};
}

QStringList dealLine(const Collected &book, qint64 id)
{
    const Cells &deal = book.record(EntityKind::Deal, id);
    const Cells *item = book.part(EntityKind::LineItem, {EntityKind::Deal, id},
                                  [](const Cells &cells) { return cells.number(u"position") == 1; });
    return {deal.text(u"name"),
            book.title(EntityKind::Company, deal.number(u"company_id")),
            book.title(EntityKind::Contact, deal.number(u"contact_id")),
            book.title(EntityKind::Stage, deal.number(u"stage_id")),
            deal.money(u"amount"),
            deal.text(u"currency"),
            deal.numberText(u"probability_override"),
            deal.text(u"expected_close"),
            deal.text(u"closed_on"),
            book.title(EntityKind::User, deal.number(u"owner_id")),
            book.title(EntityKind::Source, deal.number(u"source_id")),
            book.title(EntityKind::LostReason, deal.number(u"lost_reason_id")),
            book.calendar.localText(deal.createdAt()).left(10),
            item ? book.title(EntityKind::Product, item->number(u"product_id")) : QString(),
            item ? QString::number(item->number(u"quantity_milli") / 1000) : QString()};
}

QStringList activityLine(const Collected &book, qint64 id)
{
    const Cells &activity = book.record(EntityKind::Activity, id);
    return {activity.label(u"kind"),
            activity.label(u"state"),
            activity.text(u"subject"),
            activity.text(u"note"),
            book.calendar.localText({activity.number(u"at")}),
            isNull(activity.value(u"duration")) ? QString()
                                                : QString::number((activity.number(u"duration") + 59) / 60),
            book.title(EntityKind::Outcome, activity.number(u"outcome_id")),
            activity.label(u"direction"),
            book.linked(id, EntityKind::Deal),
            book.linked(id, EntityKind::Contact),
            book.linked(id, EntityKind::Company),
            book.title(EntityKind::User, activity.number(u"owner_id"))};
}

constexpr std::array files{
    File{u"team.csv", EntityKind::User, u"Name,E-mail,Role,Team,Region", teamLine},
    File{u"products.csv", EntityKind::Product, u"Product,Code,Series,Price,Currency", productLine},
    File{u"companies.csv", EntityKind::Company,
         u"Company,Sector,Website,Phone,Street,City,Postal code,Country,Employees,Annual "
         u"revenue,Currency,Owner,Tags",
         companyLine},
    File{u"people.csv", EntityKind::Contact,
         u"First name,Last name,Job title,Company,E-mail,Phone,Mobile,City,Country,Owner", personLine},
    File{u"deals.csv", EntityKind::Deal,
         u"Deal,Company,Contact,Stage,Amount,Currency,Probability,Expected close,Closed "
         u"on,Owner,Source,Lost reason,"
         u"Created,Product,Quantity",
         dealLine},
    File{u"activities.csv", EntityKind::Activity,
         u"Kind,State,Subject,Note,When,Duration (min),Outcome,Direction,Deal,Contact,Company,Owner",
         activityLine},
};

// Activities with leads are in none of the files.
bool isListed(const Collected &book, const File &file, qint64 id)
{
    return file.kind != EntityKind::Activity || !book.linked(id, EntityKind::Deal).isEmpty();
}

Result<SampleFile> written(const Collected &book, const File &file)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    exchange::CsvWriter writer(buffer, exchange::CsvDialect::machine());
    HEADWAY_CHECK(writer.writeRow(file.header.toString().split(u',')));
    for (const qint64 id : book.ids(file.kind)) {
        if (isListed(book, file, id))
            HEADWAY_CHECK(writer.writeRow(file.line(book, id)));
    }
    HEADWAY_CHECK(writer.finish());
    return SampleFile{file.name.toString(), buffer.data()};
}

} // namespace

Result<std::vector<SampleFile>> sampleCsvFiles(const SampleScale &scale, quint64 seed, QDate today)
{
    Collected book(today);
    const auto collect = [&book](EntityKind kind, qint64 id, const Row &row, Instant createdAt) {
        return book.add(kind, id, row, createdAt);
    };
    HEADWAY_CHECK(generateSample(scale, seed, today, collect, {}));
    std::vector<SampleFile> result;
    for (const File &file : files) {
        HEADWAY_TRY(one, written(book, file));
        result.push_back(one);
    }
    return result;
}

} // namespace headway::sample
