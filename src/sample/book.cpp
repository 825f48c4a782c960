// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/book.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::sample {

namespace {

constexpr int daysPerMonth = 30;
// Days before the first deal of the book in which customers already existed.
constexpr Day olderCompanies = 600;

std::vector<quint8> companySizes(const SampleScale &scale, quint64 seed)
{
    constexpr std::array<quint8, 12> sizes{0, 1, 1, 2, 2, 2, 3, 4, 5, 8, 20, 60};
    std::vector<quint8> weights;
    weights.reserve(size_t(scale.companies));
    for (qint64 i = 0; i < scale.companies; ++i) {
        Dice dice(seed, Stream::Size, i);
        // A small book, of hand-written companies, has no giants.
        weights.push_back(sizes[size_t(dice.below(i < qint64(knownCompanies().size()) ? 8 : 12))]);
    }
    return weights;
}

// A tenth of all activities are with leads.
qint64 leadTalks(const SampleScale &scale)
{
    return std::max(scale.leads, scale.activities / 10);
}

const std::vector<int> &knownCities()
{
    static const std::vector<int> all = [] {
        std::vector<int> indices;
        for (const KnownCompany &company : knownCompanies())
            indices.push_back(cityNamed(company.city));
        return indices;
    }();
    return all;
}

struct NameKey {
    quint64 name; // of company and deal
    quint32 deal;

    auto operator<=>(const NameKey &) const = default;
};

// FNV-1a, the same everywhere and in every run (qHash is not).
quint64 nameKey(qint64 company, QStringView name)
{
    quint64 key = 0xcbf29ce484222325ULL ^ quint64(company);
    for (const QChar c : name)
        key = (key ^ c.unicode()) * 0x100000001b3ULL;
    return key;
}

std::vector<quint8> earlierOfSameName(std::vector<NameKey> keys)
{
    std::vector<quint8> earlier(keys.size());
    std::sort(keys.begin(), keys.end());
    for (size_t i = 1; i < keys.size(); ++i) {
        if (keys[i].name == keys[i - 1].name)
            earlier[keys[i].deal] = quint8(std::min(254, earlier[keys[i - 1].deal] + 1));
    }
    return earlier;
}

} // namespace

Book::Book(const SampleScale &size, quint64 chance, QDate today)
    : scale(size), seed(chance), calendar(today, -size.months * daysPerMonth - olderCompanies - 10, 400),
      team(chance, size.users, size.teams),
      m_companies(calendar, size.companies, -size.months * daysPerMonth - olderCompanies, -4),
      m_deals(calendar, size.deals, -size.months * daysPerMonth, -1),
      m_leads(calendar, size.leads, -size.months * daysPerMonth / 2, -1),
      m_contacts(companySizes(size, chance), size.contacts), m_hasBought(size_t(size.companies)),
      m_dealActivities(surveyDeals()),
      m_leadActivities(std::vector<quint8>(size_t(size.leads), 1), leadTalks(size))
{
}

const City &Book::cityOf(qint64 company) const
{
    if (company < qint64(knownCompanies().size()))
        return cities()[size_t(knownCities()[size_t(company)])];
    return Dice(seed, Stream::Company, company).pickSkewed(cities());
}

int Book::userOf(qint64 company) const
{
    Dice dice(seed, Stream::User, company);
    int countryTeam = countryOf(cityOf(company)).team;
    if (countryTeam == 2 && dice.chance(30))
        countryTeam = 6; // in this sample, key accounts are German
    return dice.pick(team.sellersFor(countryTeam));
}

CompanyFacts Book::company(qint64 index) const
{
    CompanyFacts facts{.city = &cityOf(index),
                       .user = userOf(index),
                       .created = m_companies.dayOf(index),
                       .createdAt = m_companies.instantOf(index)};
    Dice dice(seed, Stream::CompanyDetail, index);
    if (index < qint64(knownCompanies().size())) {
        const KnownCompany &known = knownCompanies()[size_t(index)];
        facts.known = &known;
        facts.sector = known.sector;
        facts.name = known.name.toString();
        if (!known.legalForm.isEmpty())
            facts.legalName = known.name + u' ' + known.legalForm;
        facts.domain = addressForm(known.name) + u".example"_s;
        facts.street = known.street.toString();
        return facts;
    }
    ComposedName composed = composedName(*facts.city, dice);
    facts.name = std::move(composed.name);
    facts.legalName = std::move(composed.legalName);
    facts.domain = std::move(composed.domain);
    facts.sector = composed.sector;
    facts.street = streetIn(countryOf(*facts.city).culture, dice);
    return facts;
}

ContactFacts Book::contact(qint64 company, qint64 nth) const
{
    Dice dice(seed, Stream::Contact, m_contacts.first(company) + nth);
    ContactFacts facts;
    facts.name = personName(countryOf(cityOf(company)).culture, dice, company * 5, nth);
    facts.created = m_companies.dayOf(company);
    facts.createdAt = m_companies.instantOf(company);
    if (nth > 0 && dice.chance(45)) {
        const Day later = facts.created + Day(dice.below(-facts.created));
        facts.created = std::max(facts.created, calendar.workdayOnOrBefore(later));
        facts.createdAt = std::max(facts.createdAt, calendar.at(facts.created, dice.between(500, 1000)));
    }
    return facts;
}

QString Book::contactName(qint64 index, qint64 company) const
{
    const PersonName name = contact(company, index - m_contacts.first(company)).name;
    return name.first + u' ' + name.last;
}

Shares Book::surveyDeals()
{
    std::vector<NameKey> names;
    names.reserve(size_t(scale.deals));
    std::vector<quint8> weights;
    weights.reserve(size_t(scale.deals));
    for (qint64 i = 0; i < scale.deals; ++i) {
        const DealFacts facts = deal(i);
        if (facts.status == StageType::Won)
            m_hasBought[size_t(facts.company)] = true;
        names.push_back({nameKey(facts.company, phraseText(facts.kind->name, facts.blanks)), quint32(i)});
        Dice dice(seed, Stream::Size, ~i);
        if (facts.created > -8)
            weights.push_back(1);
        else if (facts.renewal)
            weights.push_back(quint8(dice.between(1, 4)));
        else
            weights.push_back(quint8(dice.between(2, 8) + facts.openStage));
    }
    m_earlierOfSameName = earlierOfSameName(std::move(names));
    return Shares(weights, std::max(scale.deals, scale.activities - leadTalks(scale)));
}

LeadFacts Book::lead(qint64 index) const
{
    using namespace store::defaults;
    constexpr std::array<LeadStatusId, 20> fresh{
        newLead,    newLead,       newLead,    newLead,      newLead,    newLead,   newLead,
        attempting, attempting,    attempting, attempting,   attempting, connected, connected,
        connected,  qualifiedLead, nurture,    disqualified, newLead,    connected};
    constexpr std::array<LeadStatusId, 20> older{
        attempting,   attempting,   attempting, connected,  connected,    qualifiedLead, qualifiedLead,
        nurture,      nurture,      nurture,    nurture,    disqualified, disqualified,  disqualified,
        disqualified, disqualified, newLead,    attempting, nurture,      disqualified};
    Dice dice(seed, Stream::Lead, index);
    LeadFacts facts{.created = m_leads.dayOf(index), .createdAt = m_leads.instantOf(index), .lastDay = -1};
    const qint64 nextCompany = m_companies.countUntil(facts.created);
    if (nextCompany < scale.companies && dice.chance(18)) {
        // This lead became the next company to be created.
        const CompanyFacts company = this->company(nextCompany);
        return {company.city,
                company.user,
                company.sector,
                contact(nextCompany, 0).name,
                company.name,
                company.domain,
                converted,
                nextCompany,
                facts.created,
                facts.createdAt,
                std::min(company.created, -1)};
    }
    facts.city = &dice.pickSkewed(cities());
    facts.user = dice.pick(team.sellersFor(countryOf(*facts.city).team));
    ComposedName composed = composedName(*facts.city, dice);
    facts.organisation = std::move(composed.name);
    facts.domain = std::move(composed.domain);
    facts.sector = composed.sector;
    facts.name = personName(countryOf(*facts.city).culture, dice, index * 11 + 3, 0);
    facts.status = dice.pick(facts.created > -30 ? fresh : older);
    return facts;
}

} // namespace headway::sample
