// SPDX-License-Identifier: GPL-3.0-or-later
// The plan of a sample book: each company, contact, lead, deal and activity is computed from its index
// alone, so that related rows (visits, links, …) can be written later without keeping it. Indices count
// from 0; ids are one more. Built once; then constant, any thread.
#pragma once

#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "sample/activitytable.h"
#include "sample/calendar.h"
#include "sample/companytable.h"
#include "sample/dealtable.h"
#include "sample/phrase.h"
#include "sample/sample.h"
#include "sample/schedule.h"
#include "sample/shares.h"
#include "sample/team.h"

namespace headway::sample {

struct CompanyFacts {
    const KnownCompany *known = nullptr; // null: composed
    const City *city = nullptr;
    int user = 0;
    int sector = 0;
    QString name = {};
    QString legalName = {};
    QString domain = {};
    QString street = {};
    Day created = 0;
    Instant createdAt = {};
};

struct ContactFacts {
    PersonName name = {};
    Day created = 0;
    Instant createdAt = {};
};

struct LeadFacts {
    const City *city = nullptr;
    int user = 0;
    int sector = 0;
    PersonName name = {};
    QString organisation = {};
    QString domain = {};
    LeadStatusId status = store::defaults::newLead;
    qint64 company = -1; // of a converted lead, else -1
    Day created = 0;
    Instant createdAt = {};
    Day lastDay = 0; // of the last activity
};

struct PlannedVisit {
    StageId stage = {};
    Day day = 0;
    Instant enteredAt = {};
};

enum class Next { None, Overdue, Today, Ahead };

struct DealFacts {
    qint64 company = 0;
    qint64 contact = 0;
    int user = 0;
    Need need = Need::Any;
    const City *city = nullptr;
    const DealKind *kind = nullptr;
    bool renewal = false;
    StageType status = StageType::Open;
    int openStage = 0; // 0 … 4: the furthest stage reached
    Day created = 0;
    Instant createdAt = {};
    std::array<PlannedVisit, 10> visits = {};
    int visitCount = 0;
    Day lastDay = 0; // of the last activity, and of closing
    Next next = Next::None;
    Day nextDay = 0;
    qint64 quantity[2] = {};
    qint64 discountPercent = 0;
    std::optional<qint64> amount = {}; // minor units
    Blanks blanks = {};                // without texts that need memory

    const PlannedVisit &presentVisit() const { return visits[size_t(visitCount - 1)]; }
    QStringView currency() const { return countryOf(*city).currency; }
};

struct ActivityFacts {
    const Script *script = nullptr;
    Phase phase = Phase::Opening;
    bool planned = false;
    ActivityState state = ActivityState::Done;
    OutcomeId outcome = {};
    qint64 contact = -1;
    Instant at = {};
    Instant createdAt = {};
    std::optional<qint64> duration = {};
};

class Book
{
public:
    Book(const SampleScale &size, quint64 chance, QDate today);

    const SampleScale scale;
    const quint64 seed;
    const Calendar calendar;
    const SalesTeam team;

    const City &cityOf(qint64 company) const;
    int userOf(qint64 company) const;
    CompanyFacts company(qint64 index) const;
    Instant companyCreatedAt(qint64 index) const { return m_companies.instantOf(index); }
    ContactFacts contact(qint64 company, qint64 nth) const;
    // "Ana Núñez"; the contact has to be one of that company.
    QString contactName(qint64 index, qint64 company) const;
    LeadFacts lead(qint64 index) const;
    DealFacts deal(qint64 index) const;
    Instant dealCreatedAt(qint64 index) const { return m_deals.instantOf(index); }
    // Different from the names of the company's other deals.
    QString dealName(qint64 index, const DealFacts &facts) const;
    ActivityFacts dealActivity(qint64 deal, const DealFacts &facts, qint64 nth) const;
    ActivityFacts leadActivity(qint64 lead, const LeadFacts &facts, qint64 nth) const;

    const Shares &contacts() const { return m_contacts; }
    const Shares &dealActivities() const { return m_dealActivities; }
    const Shares &leadActivities() const { return m_leadActivities; }
    bool hasBought(qint64 company) const { return m_hasBought[size_t(company)]; }

private:
    qint64 companyOfDeal(Day day, Dice &dice) const;
    qint64 contactOfDeal(qint64 company, Day day, Dice &dice) const;
    StageType fateOf(qint64 index, const DealFacts &facts, Dice &dice) const;
    std::vector<StageId> pathOf(DealFacts &facts, Dice &dice) const;
    void walkStages(DealFacts &facts, Dice &dice) const;
    void planNext(DealFacts &facts, Dice &dice) const;
    void price(DealFacts &facts, Dice &dice) const;
    // Computes all deals once and stores what is needed to compute others.
    Shares surveyDeals();

    const Schedule m_companies;
    const Schedule m_deals;
    const Schedule m_leads;
    const Shares m_contacts;
    std::vector<bool> m_hasBought;
    std::vector<quint8> m_earlierOfSameName; // by deal: earlier deals of the company with that name
    const Shares m_dealActivities;
    const Shares m_leadActivities;
};

} // namespace headway::sample
