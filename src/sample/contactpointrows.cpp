// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/rows.h"

#include "domain/records/contact.h"

namespace headway::sample {

namespace {

class Points
{
public:
    explicit Points(SampleWriter &writer) : m_writer(writer) {}

    void of(EntityKind kind, qint64 index, Instant createdAt)
    {
        m_kind = tableName(kind);
        m_record = idOf(index);
        m_createdAt = createdAt;
        m_phones = 0;
    }
    Result<> email(const QString &address)
    {
        return put(ContactPointType::Email, ContactPointPlace::Work, address, 1);
    }
    Result<> phone(ContactPointPlace place, const QString &number)
    {
        return put(ContactPointType::Phone, place, number, ++m_phones == 1 ? 1 : 0);
    }

private:
    Result<> put(ContactPointType way, ContactPointPlace place, const QString &value, qint64 primary)
    {
        m_row.clear();
        m_row.set(m_recordKind, m_kind);
        m_row.set(m_recordId, m_record);
        m_row.set(m_by, way);
        m_row.set(m_place, place);
        m_row.set(m_value, value);
        m_row.set(m_primary, primary);
        return m_writer.put(m_row, m_createdAt);
    }

    SampleWriter &m_writer;
    SampleRow m_row{EntityKind::ContactPoint};
    const size_t m_recordKind = m_row.column(u"record_kind");
    const size_t m_recordId = m_row.column(u"record_id");
    const size_t m_by = m_row.column(u"reach_by");
    const size_t m_place = m_row.column(u"place");
    const size_t m_value = m_row.column(u"value");
    const size_t m_primary = m_row.column(u"is_primary");
    QString m_kind;
    qint64 m_record = 0;
    Instant m_createdAt;
    int m_phones = 0;
};

Result<> writePerson(const PersonName &name, const QString &domain, const City &city, Dice &dice,
                     Points &points)
{
    if (dice.chance(95))
        HEADWAY_CHECK(points.email(name.address + u'@' + domain));
    if (dice.chance(72))
        HEADWAY_CHECK(points.phone(ContactPointPlace::Work, phoneIn(city, dice)));
    if (dice.chance(58))
        HEADWAY_CHECK(points.phone(ContactPointPlace::Mobile, mobileIn(city, dice)));
    return {};
}

} // namespace

Result<> writeContactPoints(const Book &book, SampleWriter &writer)
{
    Points points(writer);
    for (qint64 c = 0; c < book.scale.companies; ++c) {
        const CompanyFacts company = book.company(c);
        Dice dice(book.seed, Stream::CompanyDetail, ~c);
        points.of(EntityKind::Company, c, company.createdAt);
        HEADWAY_CHECK(points.phone(ContactPointPlace::Work, phoneIn(*company.city, dice)));
        HEADWAY_CHECK(points.email(QStringView(u"info@") + company.domain));
        for (qint64 nth = 0; nth < book.contacts().count(c); ++nth) {
            const ContactFacts contact = book.contact(c, nth);
            points.of(EntityKind::Contact, book.contacts().first(c) + nth, contact.createdAt);
            HEADWAY_CHECK(writePerson(contact.name, company.domain, *company.city, dice, points));
        }
    }
    for (qint64 i = 0; i < book.scale.leads; ++i) {
        const LeadFacts lead = book.lead(i);
        Dice dice(book.seed, Stream::LeadDetail, ~i);
        points.of(EntityKind::Lead, i, lead.createdAt);
        HEADWAY_CHECK(writePerson(lead.name, lead.domain, *lead.city, dice, points));
    }
    return {};
}

Result<> writeAddresses(const Book &book, SampleWriter &writer)
{
    static const QString ofCompany = tableName(EntityKind::Company);
    static const QString ofContact = tableName(EntityKind::Contact);
    SampleRow row(EntityKind::Address);
    const size_t recordKind = row.column(u"record_kind"), recordId = row.column(u"record_id"),
                 street = row.column(u"street"), postalCode = row.column(u"postal_code"),
                 city = row.column(u"city"), country = row.column(u"country");
    for (qint64 c = 0; c < book.scale.companies; ++c) {
        const CompanyFacts facts = book.company(c);
        row.clear();
        row.set(recordKind, ofCompany);
        row.set(recordId, idOf(c));
        row.set(street, facts.street);
        row.set(postalCode, facts.city->postalCode.toString());
        row.set(city, facts.city->name.toString());
        row.set(country, countryOf(*facts.city).name.toString());
        HEADWAY_CHECK(writer.put(row, facts.createdAt));
        row.set(recordKind, ofContact);
        for (qint64 nth = 0; nth < book.contacts().count(c); ++nth) {
            row.set(recordId, idOf(book.contacts().first(c) + nth));
            HEADWAY_CHECK(writer.put(row, book.contact(c, nth).createdAt));
        }
    }
    return {};
}

} // namespace headway::sample
