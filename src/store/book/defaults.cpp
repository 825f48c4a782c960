// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/defaults.h"

#include "domain/changes/derive.h"
#include "domain/records/activity.h"
#include "domain/records/lead.h"
#include "domain/records/lists.h"
#include "domain/records/pipeline.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr std::nullopt_t never = std::nullopt;
constexpr std::nullopt_t unlimited = std::nullopt;

std::vector<Source> sources()
{
    using namespace defaults;
    return {{.id = tradeShow, .name = u"Trade show"_s},
            {.id = coldCall, .name = u"Cold call"_s},
            {.id = referral, .name = u"Referral"_s},
            {.id = website, .name = u"Website"_s},
            {.id = printAdvertisement, .name = u"Print advertisement"_s},
            {.id = partner, .name = u"Partner"_s},
            {.id = existingCustomer, .name = u"Existing customer"_s},
            {.id = searchEngine, .name = u"Search engine"_s},
            {.id = emailCampaign, .name = u"E-mail campaign"_s},
            {.id = socialMedia, .name = u"Social media"_s}};
}

std::vector<LostReason> lostReasons()
{
    using namespace defaults;
    return {{.id = price, .name = u"Price"_s},
            {.id = competitor, .name = u"Competitor"_s},
            {.id = budget, .name = u"Budget"_s},
            {.id = missingFeature, .name = u"Missing feature"_s},
            {.id = noDecision, .name = u"No decision"_s},
            {.id = noAnswerFromCustomer, .name = u"No answer"_s},
            {.id = poorFit, .name = u"Poor fit"_s},
            {.id = timing, .name = u"Timing"_s},
            {.id = otherReason, .name = u"Other"_s, .needsNote = true}};
}

std::vector<LeadStatus> leadStatuses()
{
    using namespace defaults;
    return {{.id = newLead, .name = u"New"_s, .type = LeadState::Open, .rotDays = 3, .colour = u"#8fa3b8"_s},
            {.id = attempting, .name = u"Attempting"_s, .rotDays = 14, .colour = u"#6f9bb5"_s},
            {.id = connected, .name = u"Connected"_s, .rotDays = 14, .colour = u"#6aa79b"_s},
            {.id = qualifiedLead,
             .name = u"Qualified"_s,
             .type = LeadState::Qualified,
             .rotDays = 7,
             .colour = u"#6fa56f"_s},
            {.id = nurture, .name = u"Nurture"_s, .type = LeadState::Nurture, .colour = u"#c9a35c"_s},
            {.id = disqualified,
             .name = u"Disqualified"_s,
             .type = LeadState::Disqualified,
             .colour = u"#b07a7a"_s},
            {.id = converted, .name = u"Converted"_s, .type = LeadState::Converted, .colour = u"#7f8fb0"_s}};
}

// The position is the digit that chooses the outcome in the form for logging.
std::vector<Outcome> outcomes()
{
    using namespace defaults;
    const QString calls = u"call"_s;
    const QString talks = u"meeting visit trade_show retail"_s;
    return {
        {.id = reached,
         .name = u"Reached"_s,
         .activityKinds = calls,
         .reached = true,
         .leadStatus = connected},
        {.id = noAnswer,
         .name = u"No answer"_s,
         .activityKinds = calls,
         .followUpDays = 1,
         .leadStatus = attempting},
        {.id = leftVoicemail,
         .name = u"Left voicemail"_s,
         .activityKinds = calls,
         .followUpDays = 3,
         .leadStatus = attempting},
        {.id = busy, .name = u"Busy"_s, .activityKinds = calls, .followUpDays = 1, .leadStatus = attempting},
        {.id = wrongNumber, .name = u"Wrong number"_s, .activityKinds = calls},
        {.id = meetingAgreed,
         .name = u"Meeting agreed"_s,
         .reached = true,
         .followUpDays = 7,
         .leadStatus = connected},
        {.id = heldMeeting,
         .name = u"Good talk"_s,
         .activityKinds = talks,
         .reached = true,
         .followUpDays = 3,
         .leadStatus = connected},
        {.id = notInterested, .name = u"Not interested"_s, .reached = true}};
}

std::vector<Pipeline> pipelines()
{
    return {{.id = defaults::newBusiness, .name = u"New business"_s},
            {.id = defaults::renewals, .name = u"Renewals"_s}};
}

Stage openStage(StageId id, QString name, qint64 probability, std::optional<qint64> rotDays,
                std::optional<qint64> softLimit, ForecastCategory forecast, QString colour, QString guidance)
{
    const PipelineId pipeline = id < defaults::dueSoon ? defaults::newBusiness : defaults::renewals;
    return {.id = id,
            .pipeline = pipeline,
            .name = std::move(name),
            .type = StageType::Open,
            .probability = probability,
            .rotDays = rotDays,
            .softLimit = softLimit,
            .forecast = forecast,
            .colour = std::move(colour),
            .guidance = std::move(guidance)};
}

Stage finalStage(StageId id, QString name, StageType type, QString colour, QString guidance)
{
    const bool isWon = type == StageType::Won;
    Stage stage = openStage(id, std::move(name), isWon ? 100 : 0, never, unlimited,
                            isWon ? ForecastCategory::Closed : ForecastCategory::Omitted, std::move(colour),
                            std::move(guidance));
    stage.type = type;
    return stage;
}

std::vector<Stage> stages()
{
    using namespace defaults;
    return {openStage(qualified, u"Qualified"_s, 10, 21, unlimited, ForecastCategory::Pipeline, u"#8fa3b8"_s,
                      u"There is a problem we can solve, and somebody who wants it solved.\n"
                      "Before moving on: name the problem in one sentence; find out who decides."_s),
            openStage(needsAnalysis, u"Needs analysis"_s, 25, 21, unlimited, ForecastCategory::Pipeline,
                      u"#6f9bb5"_s,
                      u"We have seen the place and know the figures: what, how much, by when.\n"
                      "Before moving on: budget, date of decision, everybody who has a say."_s),
            openStage(offer, u"Offer"_s, 50, 14, 40, ForecastCategory::BestCase, u"#6aa79b"_s,
                      u"The offer is written and has been explained in person.\n"
                      "Before moving on: a date for the answer; the open questions on one list."_s),
            openStage(negotiation, u"Negotiation"_s, 70, 14, 15, ForecastCategory::BestCase, u"#c9a35c"_s,
                      u"We are the preferred supplier; terms are being settled.\n"
                      "Give nothing without a return: quantity, date, reference."_s),
            openStage(verbalYes, u"Verbal yes"_s, 90, 7, 10, ForecastCategory::Commit, u"#b98a6a"_s,
                      u"The decision is made; the order is on its way.\n"
                      "Stay in touch until it is signed: who signs, when, what could still stop it."_s),
            finalStage(won, u"Won"_s, StageType::Won, u"#6fa56f"_s,
                       u"Thank the customer, hand over to delivery, ask for a reference."_s),
            finalStage(lost, u"Lost"_s, StageType::Lost, u"#b07a7a"_s,
                       u"Say why, honestly: it is how we learn. Note when to ask again."_s),
            openStage(dueSoon, u"Due soon"_s, 60, 30, unlimited, ForecastCategory::Pipeline, u"#8fa3b8"_s,
                      u"The contract ends within half a year. Look at the service history first."_s),
            openStage(renewalOffer, u"Renewal offer"_s, 75, 21, 30, ForecastCategory::BestCase, u"#6aa79b"_s,
                      u"The new term is offered, with what has changed and why."_s),
            openStage(inDiscussion, u"In discussion"_s, 85, 14, 15, ForecastCategory::Commit, u"#c9a35c"_s,
                      u"Scope, price or term are being talked about."_s),
            finalStage(renewed, u"Renewed"_s, StageType::Won, u"#6fa56f"_s,
                       u"Confirm in writing and plan the next service date."_s),
            finalStage(cancelled, u"Not renewed"_s, StageType::Lost, u"#b07a7a"_s,
                       u"Ask what would have kept them. Plan a call in six months."_s)};
}

template <class Entity>
void append(std::vector<DefaultRecord> &records, std::vector<Entity> entities)
{
    qint64 position = 0;
    for (Entity &entity : entities) {
        entity.position = ++position;
        records.push_back({Table<Entity>::kind, entity.id.value, derive(Table<Entity>::kind, toRow(entity))});
    }
}

} // namespace

std::vector<DefaultRecord> defaultRecords()
{
    std::vector<DefaultRecord> records;
    append(records, sources());
    append(records, lostReasons());
    append(records, leadStatuses());
    append(records, outcomes());
    append(records, pipelines());
    append(records, stages());
    return records;
}

} // namespace headway::store
