// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/rows.h"

#include "domain/records/company.h"

namespace headway::sample {

namespace {

using Texts = std::vector<QString>;

Texts texts(std::initializer_list<QStringView> views)
{
    Texts result;
    for (const QStringView view : views)
        result.push_back(view.toString());
    return result;
}

const Texts &jobTitles()
{
    static const Texts all = texts({u"Production manager",
                                    u"Managing director",
                                    u"Head of maintenance",
                                    u"Purchasing",
                                    u"Safety officer",
                                    u"Plant manager",
                                    u"Head of purchasing",
                                    u"Technical director",
                                    u"Foreman, machine shop",
                                    u"Project engineer",
                                    u"Owner",
                                    u"Master craftsman",
                                    u"Environment and safety",
                                    u"Head of production planning",
                                    u"Finance director",
                                    u"Facility manager",
                                    u"Process engineer",
                                    u"Quality manager",
                                    u"Assistant to the management",
                                    u"Service coordinator"});
    return all;
}

const Texts &companyDescriptions()
{
    static const Texts all = texts({u"Works in two shifts; extraction runs all day.",
                                    u"Family business, decides quickly once the owner has seen it.",
                                    u"Part of a group: above 50,000 the head office has to agree.",
                                    u"Knows us from the trade fair. Wants one person to talk to.",
                                    u"Has units by Aspira in two halls, satisfied only with one of them.",
                                    u"Moves to a new building next year.",
                                    u"Good reference: open for visits, please announce a week before."});
    return all;
}

CompanyType typeOf(const Book &book, qint64 index, const CompanyFacts &facts)
{
    switch (facts.known ? facts.known->standing : Standing::Customer) {
    case Standing::Partner: return CompanyType::Partner;
    case Standing::Reseller: return CompanyType::Reseller;
    case Standing::Competitor: return CompanyType::Competitor;
    case Standing::Customer: break;
    }
    return book.hasBought(index) ? CompanyType::Customer : CompanyType::Prospect;
}

qint64 roundedTo(qint64 value, qint64 step)
{
    return std::max(step, (value + step / 2) / step * step);
}

qint64 employeesOf(const CompanyFacts &facts, Dice &dice)
{
    if (facts.known)
        return facts.known->employees;
    const qint64 employees = 8 + dice.skewed(400);
    return employees > 50 ? roundedTo(employees, 5) : employees;
}

qint64 sourceId(Dice &dice)
{
    return 1 + dice.skewed(10);
}

} // namespace

Result<> writeCompanies(const Book &book, SampleWriter &writer)
{
    SampleRow row(EntityKind::Company);
    const size_t name = row.column(u"name"), legalName = row.column(u"legal_name"),
                 type = row.column(u"type"), sector = row.column(u"sector"), owner = row.column(u"owner_id"),
                 website = row.column(u"website"), employees = row.column(u"employees"),
                 revenue = row.column(u"revenue"), currency = row.column(u"currency"),
                 founded = row.column(u"founded"), source = row.column(u"source_id"),
                 description = row.column(u"description");
    for (qint64 i = 0; i < book.scale.companies; ++i) {
        const CompanyFacts facts = book.company(i);
        Dice dice(book.seed, Stream::Size, ~(i + book.scale.deals));
        const QStringView money = countryOf(*facts.city).currency;
        const qint64 heads = employeesOf(facts, dice);
        const Sector &trade = sectors()[size_t(facts.sector)];
        const qint64 thousandEuros = heads * trade.revenueEach * dice.between(80, 120) / 100;
        row.clear();
        row.set(name, facts.name);
        row.set(legalName, facts.legalName);
        row.set(type, typeOf(book, i, facts));
        row.set(sector, trade.name.toString());
        row.set(owner, idOf(facts.user));
        row.set(website, QStringView(u"www.") + facts.domain);
        row.set(employees, heads);
        // The exchange rate follows from catalogue prices.
        const qint64 perTenThousand = listPrice(Cyclo160, money) * 10'000 / listPrice(Cyclo160, u"EUR");
        row.set(revenue, roundedTo(thousandEuros * perTenThousand / 10'000, 100) * 1'000 * minorUnits(money));
        row.set(currency, money.toString());
        row.set(founded, 2018 - dice.skewed(130));
        row.set(source, sourceId(dice));
        if (dice.chance(30))
            row.set(description, dice.pick(companyDescriptions()));
        HEADWAY_CHECK(writer.put(row, facts.createdAt));
    }
    return {};
}

Result<> writeContacts(const Book &book, SampleWriter &writer)
{
    SampleRow row(EntityKind::Contact);
    const size_t first = row.column(u"first_name"), last = row.column(u"last_name"),
                 title = row.column(u"job_title"), company = row.column(u"company_id"),
                 owner = row.column(u"owner_id"), reportsTo = row.column(u"reports_to_id"),
                 birthday = row.column(u"birthday"), language = row.column(u"language"),
                 doNotCall = row.column(u"do_not_call"), optedOut = row.column(u"opted_out"),
                 source = row.column(u"source_id");
    for (qint64 c = 0; c < book.scale.companies; ++c) {
        const QString tongue = countryOf(book.cityOf(c)).language.toString();
        const qint64 user = idOf(book.userOf(c));
        for (qint64 nth = 0; nth < book.contacts().count(c); ++nth) {
            const ContactFacts facts = book.contact(c, nth);
            Dice dice(book.seed, Stream::ContactDetail, book.contacts().first(c) + nth);
            row.clear();
            row.set(first, facts.name.first);
            row.set(last, facts.name.last);
            row.set(title, dice.pickSkewed(jobTitles()));
            row.set(company, idOf(c));
            row.set(owner, user);
            if (nth > 0 && dice.chance(30))
                row.set(reportsTo, idOf(book.contacts().first(c)));
            if (dice.chance(6))
                row.set(birthday,
                        QString::number(dice.between(1962, 1996)) + QStringView(u"-0")
                            + QString::number(dice.between(1, 9)) + QStringView(u"-1")
                            + QString::number(dice.between(0, 9)));
            row.set(language, tongue);
            row.set(doNotCall, dice.chance(1) ? 1 : 0);
            row.set(optedOut, dice.chance(4) ? 1 : 0);
            row.set(source, sourceId(dice));
            HEADWAY_CHECK(writer.put(row, facts.createdAt));
        }
    }
    return {};
}

const Texts &sourceDetails()
{
    static const Texts details =
        texts({u"Hannover, stand 12", u"Form “How much dust is too much?”",
               u"Advertisement in the joiners’ journal", u"Webinar on W3 approval",
               u"Recommended by a customer", u"Open house", u"LIGNA, hall 11", u"Newsletter, autumn"});
    return details;
}

Result<> writeLeads(const Book &book, SampleWriter &writer)
{
    constexpr std::array<LostReasonId, 5> reasons{
        store::defaults::poorFit, store::defaults::noAnswerFromCustomer, store::defaults::budget,
        store::defaults::timing, store::defaults::poorFit};
    SampleRow row(EntityKind::Lead);
    const size_t first = row.column(u"first_name"), last = row.column(u"last_name"),
                 title = row.column(u"job_title"), organisation = row.column(u"organisation"),
                 status = row.column(u"status_id"), state = row.column(u"state"),
                 rating = row.column(u"rating"), website = row.column(u"website"),
                 sector = row.column(u"sector"), employees = row.column(u"employees"),
                 value = row.column(u"estimated_value"), currency = row.column(u"currency"),
                 owner = row.column(u"owner_id"), source = row.column(u"source_id"),
                 sourceDetail = row.column(u"source_detail"), reason = row.column(u"disqualify_reason_id"),
                 recycleOn = row.column(u"recycle_on"), convertedAt = row.column(u"converted_at"),
                 toContact = row.column(u"converted_contact_id"),
                 toCompany = row.column(u"converted_company_id");
    for (qint64 i = 0; i < book.scale.leads; ++i) {
        const LeadFacts facts = book.lead(i);
        Dice dice(book.seed, Stream::LeadDetail, i);
        const QStringView money = countryOf(*facts.city).currency;
        row.clear();
        row.set(first, facts.name.first);
        row.set(last, facts.name.last);
        row.set(title, dice.pickSkewed(jobTitles()));
        row.set(organisation, facts.organisation);
        row.set(status, facts.status.value);
        row.set(state, firstLeadStatuses[size_t(facts.status.value) - 1].type);
        row.set(rating, Rating(dice.below(4)));
        row.set(website, QStringView(u"www.") + facts.domain);
        row.set(sector, sectors()[size_t(facts.sector)].name.toString());
        if (dice.chance(60))
            row.set(employees, 5 + dice.skewed(180));
        if (dice.chance(50)) {
            row.set(value,
                    dice.between(3, 60) * listPrice(Cyclo160, money) / 2'480 * 1'000 * minorUnits(money));
            row.set(currency, money.toString());
        }
        row.set(owner, idOf(facts.user));
        row.set(source, sourceId(dice));
        if (dice.chance(45))
            row.set(sourceDetail, dice.pick(sourceDetails()));
        if (facts.status == store::defaults::disqualified) {
            row.set(reason, dice.pick(reasons).value);
        } else if (facts.status == store::defaults::nurture) {
            row.set(recycleOn,
                    book.calendar.text(book.calendar.workdayOnOrAfter(Day(dice.between(10, 150)))));
        } else if (facts.status == store::defaults::converted) {
            row.set(convertedAt, book.companyCreatedAt(facts.company));
            row.set(toContact, idOf(book.contacts().first(facts.company)));
            row.set(toCompany, idOf(facts.company));
        }
        HEADWAY_CHECK(writer.put(row, facts.createdAt));
    }
    return {};
}

Result<> writeAffiliations(const Book &book, SampleWriter &writer)
{
    SampleRow row(EntityKind::Affiliation);
    const size_t contact = row.column(u"contact_id"), company = row.column(u"company_id"),
                 role = row.column(u"role"), until = row.column(u"until_day"),
                 hasLeft = row.column(u"has_left");
    for (qint64 c = 1; c < book.scale.companies; ++c) {
        Dice dice(book.seed, Stream::ContactDetail, ~c);
        if (!dice.chance(20))
            continue;
        const bool former = dice.chance(60);
        row.clear();
        row.set(contact, idOf(book.contacts().first(c)));
        row.set(company, idOf(dice.below(c)));
        row.set(role, former ? dice.pick(jobTitles()) : QStringLiteral("Advisory board"));
        row.set(hasLeft, former ? 1 : 0);
        if (former)
            row.set(until, book.calendar.text(Day(-dice.between(400, 1000))));
        HEADWAY_CHECK(writer.put(row, book.contact(c, 0).createdAt));
    }
    return {};
}

} // namespace headway::sample
