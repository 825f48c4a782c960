// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/rows.h"

#include "domain/records/contact.h"

namespace headway::sample {

namespace {

class Points
{
public:
    explicit Points(Outlet &outlet) : m_outlet(outlet) {}

    void of(EntityKind kind, qint64 index, Instant createdAt)
    {
        m_kind = tableName(kind);
        m_record = idOf(index);
        m_createdAt = createdAt;
        m_phones = 0;
    }
    Result<> email(const QString &address) { return put(ReachBy::Email, ReachPlace::Work, address, 1); }
    Result<> phone(ReachPlace place, const QString &number)
    {
        return put(ReachBy::Phone, place, number, ++m_phones == 1 ? 1 : 0);
    }

private:
    Result<> put(ReachBy way, ReachPlace place, const QString &value, qint64 primary)
    {
        m_draft.clear();
        m_draft.set(m_recordKind, m_kind);
        m_draft.set(m_recordId, m_record);
        m_draft.set(m_by, way);
        m_draft.set(m_place, place);
        m_draft.set(m_value, value);
        m_draft.set(m_primary, primary);
        return m_outlet.put(m_draft, m_createdAt);
    }

    Outlet &m_outlet;
    Draft m_draft{EntityKind::ContactPoint};
    const size_t m_recordKind = m_draft.column(u"record_kind");
    const size_t m_recordId = m_draft.column(u"record_id");
    const size_t m_by = m_draft.column(u"reach_by");
    const size_t m_place = m_draft.column(u"place");
    const size_t m_value = m_draft.column(u"value");
    const size_t m_primary = m_draft.column(u"is_primary");
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
        HEADWAY_CHECK(points.phone(ReachPlace::Work, phoneIn(city, dice)));
    if (dice.chance(58))
        HEADWAY_CHECK(points.phone(ReachPlace::Mobile, mobileIn(city, dice)));
    return {};
}

} // namespace

Result<> writeContactPoints(const Book &book, Outlet &outlet)
{
    Points points(outlet);
    for (qint64 c = 0; c < book.scale.companies; ++c) {
        const CompanyFacts company = book.company(c);
        Dice dice(book.seed, Stream::CompanyDetail, ~c);
        points.of(EntityKind::Company, c, company.createdAt);
        HEADWAY_CHECK(points.phone(ReachPlace::Work, phoneIn(*company.city, dice)));
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

Result<> writeAddresses(const Book &book, Outlet &outlet)
{
    static const QString ofCompany = tableName(EntityKind::Company);
    static const QString ofContact = tableName(EntityKind::Contact);
    Draft draft(EntityKind::Address);
    const size_t recordKind = draft.column(u"record_kind"), recordId = draft.column(u"record_id"),
                 street = draft.column(u"street"), postalCode = draft.column(u"postal_code"),
                 city = draft.column(u"city"), country = draft.column(u"country");
    for (qint64 c = 0; c < book.scale.companies; ++c) {
        const CompanyFacts facts = book.company(c);
        draft.clear();
        draft.set(recordKind, ofCompany);
        draft.set(recordId, idOf(c));
        draft.set(street, facts.street);
        draft.set(postalCode, facts.city->postalCode.toString());
        draft.set(city, facts.city->name.toString());
        draft.set(country, countryOf(*facts.city).name.toString());
        HEADWAY_CHECK(outlet.put(draft, facts.createdAt));
        draft.set(recordKind, ofContact);
        for (qint64 nth = 0; nth < book.contacts().count(c); ++nth) {
            draft.set(recordId, idOf(book.contacts().first(c) + nth));
            HEADWAY_CHECK(outlet.put(draft, book.contact(c, nth).createdAt));
        }
    }
    return {};
}

} // namespace headway::sample
