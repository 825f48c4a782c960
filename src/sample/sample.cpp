// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/sample.h"

#include "sample/rows.h"

namespace headway::sample {

namespace {

// Of all kinds together; child records are estimated by averages.
qint64 expectedRecords(const SampleScale &scale)
{
    return scale.companies * 4 + scale.contacts * 17 / 4 + scale.leads * 13 / 4 + scale.deals * 17 / 2
        + scale.activities * 17 / 4;
}

Result<> writeKind(const sample::Book &book, EntityKind kind, sample::SampleWriter &writer)
{
    using namespace sample;
    switch (kind) {
    case EntityKind::Source:
    case EntityKind::LostReason:
    case EntityKind::LeadStatus:
    case EntityKind::Outcome:
    case EntityKind::Pipeline:
    case EntityKind::Stage: return writeDefaults(book, kind, writer);
    case EntityKind::Team: return writeTeams(book, writer);
    case EntityKind::User: return writeUsers(book, writer);
    case EntityKind::Tag: return writeTags(book, writer);
    case EntityKind::Product: return writeProducts(book, writer);
    case EntityKind::Company: return writeCompanies(book, writer);
    case EntityKind::Contact: return writeContacts(book, writer);
    case EntityKind::Lead: return writeLeads(book, writer);
    case EntityKind::Deal: return writeDeals(book, writer);
    case EntityKind::Activity: return writeActivities(book, writer);
    case EntityKind::Affiliation: return writeAffiliations(book, writer);
    case EntityKind::ContactPoint: return writeContactPoints(book, writer);
    case EntityKind::Address: return writeAddresses(book, writer);
    case EntityKind::DealContact: return writeDealContacts(book, writer);
    case EntityKind::LineItem: return writeLineItems(book, writer);
    case EntityKind::StageVisit: return writeStageVisits(book, writer);
    case EntityKind::ActivityLink: return writeActivityLinks(book, writer);
    case EntityKind::Participant: return writeParticipants(book, writer);
    case EntityKind::TagLink: return writeTagLinks(book, writer);
    case EntityKind::CustomField:
    case EntityKind::BookSettings:
    case EntityKind::SavedView:
    case EntityKind::ExternalRef: break; // the sample has none
    }
    return {};
}

} // namespace

SampleScale SampleScale::small()
{
    return {.companies = 90, .contacts = 220, .leads = 60, .deals = 300, .activities = 900};
}

SampleScale SampleScale::medium()
{
    return {.companies = 10'000,
            .contacts = 100'000,
            .leads = 20'000,
            .deals = 50'000,
            .activities = 300'000,
            .users = 20,
            .teams = 4,
            .months = 24};
}

SampleScale SampleScale::large()
{
    return {.companies = 100'000,
            .contacts = 1'000'000,
            .leads = 200'000,
            .deals = 500'000,
            .activities = 3'000'000,
            .users = 50,
            .teams = 8,
            .months = 36};
}

SampleScale SampleScale::ofDeals(qint64 deals)
{
    const qint64 count = std::max<qint64>(1, deals);
    if (count <= 1'000) {
        const qint64 companies = std::max<qint64>(1, count * 90 / 300);
        return {.companies = companies,
                .contacts = companies * 22 / 9,
                .leads = std::max<qint64>(1, count / 5),
                .deals = count,
                .activities = count * 3};
    }
    SampleScale scale{.companies = count / 5,
                      .contacts = count * 2,
                      .leads = count * 2 / 5,
                      .deals = count,
                      .activities = count * 6};
    if (count >= medium().deals)
        scale.users = 20, scale.teams = 4, scale.months = 24;
    if (count >= large().deals)
        scale.users = 50, scale.teams = 8, scale.months = 36;
    return scale;
}

std::optional<SampleScale> SampleScale::named(QStringView text)
{
    if (text == u"small")
        return small();
    if (text == u"medium")
        return medium();
    if (text == u"large")
        return large();
    bool isNumber = false;
    const qint64 deals = text.toLongLong(&isNumber);
    if (!isNumber || deals < 1)
        return {};
    return ofDeals(deals);
}

Result<> generateSample(const SampleScale &scale, quint64 seed, QDate today, const SampleSink &sink,
                        const Progress &progress)
{
    const sample::Book book(scale, seed, today);
    sample::SampleWriter writer(sink, progress, expectedRecords(scale));
    for (const EntityKind kind : allEntityKinds())
        HEADWAY_CHECK(writeKind(book, kind, writer));
    return {};
}

} // namespace headway::sample
