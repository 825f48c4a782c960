// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/smallcompany.h"

#include "domain/records/activity.h"
#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/deal.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::test {

namespace {

constexpr qint64 hour = 3'600'000;
constexpr qint64 begin = 1'600'000'000'000;

const QString words[] = {u"amber"_s, u"birch"_s,   u"cedar"_s,  u"Dünen"_s, u"ember"_s, u"fjord"_s,
                         u"Łąka"_s,  u"harbour"_s, u"island"_s, u"joint"_s, u"kiln"_s,  u"日本"_s};

QString word(int i)
{
    return words[size_t(i) % std::size(words)];
}

class Maker
{
public:
    template <class E>
    qint64 add(const E &entity)
    {
        const qint64 id = ++m_last[size_t(Table<E>::kind)];
        m_records.push_back({{Table<E>::kind, id}, toRow(entity), now});
        return id;
    }

    std::vector<SampleRecord> records()
    {
        std::stable_sort(m_records.begin(), m_records.end(),
                         [](const SampleRecord &a, const SampleRecord &b) { return a.ref < b.ref; });
        return std::move(m_records);
    }

    Instant now = {begin};

private:
    std::vector<SampleRecord> m_records;
    std::array<qint64, entityKindCount> m_last = {};
};

void addLists(Maker &make)
{
    make.add(Team{.name = u"South"_s});
    for (int i = 0; i < 3; ++i)
        make.add(User{.name = u"User %1"_s.arg(i), .team = {1}});
    make.add(Source{.name = u"Fair"_s});
    make.add(LostReason{.name = u"Price"_s});
    make.add(Outcome{.name = u"Reached"_s, .reached = true});
    make.add(Tag{.name = u"Important"_s});
    make.add(Product{.name = u"Fan"_s, .price = 129900, .currency = u"EUR"_s});
    make.add(Pipeline{.name = u"Sales"_s});
    make.add(Stage{.pipeline = {1}, .name = u"Lead"_s, .position = 1, .probability = 10});
    make.add(Stage{.pipeline = {1}, .name = u"Offer"_s, .position = 2, .probability = 50});
    make.add(
        Stage{.pipeline = {1}, .name = u"Won"_s, .position = 3, .type = StageType::Won, .probability = 100});
}

void addContact(Maker &make, int i, CompanyId company)
{
    const ContactId id{make.add(Contact{.firstName = word(i),
                                        .lastName = word(i + 5) + u" %1"_s.arg(i),
                                        .company = company,
                                        .owner = {1 + i % 3}})};
    make.add(ContactPoint{
        .recordKind = EntityKind::Contact, .recordId = id.value, .value = u"c%1@company.example"_s.arg(i)});
    make.add(ContactPoint{.recordKind = EntityKind::Contact,
                          .recordId = id.value,
                          .by = ContactPointType::Phone,
                          .value = u"+49 30 %1"_s.arg(100'000 + i)});
    if (i % 2)
        make.add(Address{.recordKind = EntityKind::Contact, .recordId = id.value, .city = word(i + 2)});
    make.add(Affiliation{.contact = id, .company = company, .role = u"Buyer"_s});
}

void addActivity(Maker &make, int i, DealId deal, ContactId contact)
{
    const bool planned = i % 6 == 5;
    Activity activity{.kind = ActivityKind(i % 10), .subject = u"Talk about "_s + word(i), .at = make.now};
    activity.state = planned ? ActivityState::Planned : ActivityState::Done;
    activity.owner = {1 + i % 3};
    if (!planned)
        activity.doneAt = {make.now.ms + hour * (i % 3)};
    const ActivityId id{make.add(activity)};
    make.add(ActivityLink{.activity = id, .recordKind = EntityKind::Deal, .recordId = deal.value});
    make.add(ActivityLink{.activity = id, .recordKind = EntityKind::Contact, .recordId = contact.value});
    make.add(Participant{.activity = id, .recordKind = EntityKind::Contact, .recordId = contact.value});
}

void addDeal(Maker &make, int i, CompanyId company, ContactId contact)
{
    const Instant created = make.now;
    const bool won = i % 4 == 0;
    const int stages = won ? 3 : 1 + i % 2;
    Deal deal{.name = u"Renewal %1 "_s.arg(i) + word(i), .company = company, .contact = contact};
    deal.pipeline = {1};
    deal.stage = {stages};
    deal.status = won ? StageType::Won : StageType::Open;
    deal.amount = 100'000 + i;
    deal.currency = u"EUR"_s;
    deal.expectedClose = QDate(2026, 1 + i % 12, 1 + i % 28);
    deal.owner = {1 + i % 3};
    deal.rank = i * 1000;
    deal.stageEnteredAt = {created.ms + hour * (stages - 1)};
    if (won)
        deal.closedOn = QDate(2026, 1, 1);
    const DealId id{make.add(deal)};
    for (int s = 1; s <= stages; ++s) {
        make.now = {created.ms + hour * (s - 1)};
        make.add(StageVisit{.deal = id,
                            .stage = {s},
                            .enteredAt = make.now,
                            .leftAt = s < stages ? Instant{make.now.ms + hour} : Instant{},
                            .by = {1}});
    }
    make.add(DealContact{.deal = id, .contact = contact, .role = DealRole::Champion});
    make.add(LineItem{.deal = id, .product = {1}, .unitPrice = 129900});
    make.add(TagLink{.tag = {1}, .recordKind = EntityKind::Deal, .recordId = id.value});
    make.add(ExternalRef{
        .system = u"old"_s, .key = QString::number(i), .recordKind = EntityKind::Deal, .recordId = id.value});
    for (int a = 0; a < 6; ++a) {
        make.now.ms += hour;
        addActivity(make, i * 6 + a, id, contact);
    }
}

} // namespace

std::vector<SampleRecord> smallCompany(int deals)
{
    Maker make;
    addLists(make);
    for (int i = 0; i < deals; ++i) {
        make.now = {begin + i * hour};
        const CompanyId company{
            make.add(Company{.name = word(i) + u" Works %1"_s.arg(i), .owner = {1 + i % 3}})};
        make.add(Lead{.lastName = word(i + 1), .organisation = word(i) + u" AG"_s});
        addContact(make, 2 * i, company);
        addContact(make, 2 * i + 1, company);
        addDeal(make, i, company, {2 * i + 1});
    }
    return make.records();
}

} // namespace headway::test
