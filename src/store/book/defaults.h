// SPDX-License-Identifier: GPL-3.0-or-later
// The initial records of every new book: two pipelines with their stages, call outcomes, sources and lost
// reasons. Their ids are fixed, so that the sample book, imports and tests can refer to them. Pure values,
// nothing fails, any thread; users can change all of it later.
#pragma once

#include "domain/fields/field.h"

#include <vector>

namespace headway::store {

struct DefaultRecord {
    EntityKind kind = EntityKind::Source;
    qint64 id = 0;
    Row row = {};
};

// Sources, lost reasons, statuses of leads, outcomes, pipelines, stages: in this order, each by ascending id.
std::vector<DefaultRecord> defaultRecords();

namespace defaults {

inline constexpr PipelineId newBusiness{1};
inline constexpr PipelineId renewals{2};

inline constexpr StageId qualified{1};
inline constexpr StageId needsAnalysis{2};
inline constexpr StageId offer{3};
inline constexpr StageId negotiation{4};
inline constexpr StageId verbalYes{5};
inline constexpr StageId won{6};
inline constexpr StageId lost{7};

inline constexpr StageId dueSoon{11};
inline constexpr StageId renewalOffer{12};
inline constexpr StageId inDiscussion{13};
inline constexpr StageId renewed{14};
inline constexpr StageId cancelled{15};

inline constexpr OutcomeId reached{1};
inline constexpr OutcomeId noAnswer{2};
inline constexpr OutcomeId leftVoicemail{3};
inline constexpr OutcomeId busy{4};
inline constexpr OutcomeId wrongNumber{5};
inline constexpr OutcomeId meetingAgreed{6};
inline constexpr OutcomeId heldMeeting{7};
inline constexpr OutcomeId notInterested{8};

inline constexpr SourceId tradeShow{1};
inline constexpr SourceId coldCall{2};
inline constexpr SourceId referral{3};
inline constexpr SourceId website{4};
inline constexpr SourceId printAdvertisement{5};
inline constexpr SourceId partner{6};
inline constexpr SourceId existingCustomer{7};
inline constexpr SourceId searchEngine{8};
inline constexpr SourceId emailCampaign{9};
inline constexpr SourceId socialMedia{10};

// In the order of firstLeadStatuses.
inline constexpr LeadStatusId newLead{1};
inline constexpr LeadStatusId attempting{2};
inline constexpr LeadStatusId connected{3};
inline constexpr LeadStatusId qualifiedLead{4};
inline constexpr LeadStatusId nurture{5};
inline constexpr LeadStatusId disqualified{6};
inline constexpr LeadStatusId converted{7};

inline constexpr LostReasonId price{1};
inline constexpr LostReasonId competitor{2};
inline constexpr LostReasonId budget{3};
inline constexpr LostReasonId missingFeature{4};
inline constexpr LostReasonId noDecision{5};
inline constexpr LostReasonId noAnswerFromCustomer{6};
inline constexpr LostReasonId poorFit{7};
inline constexpr LostReasonId timing{8};
inline constexpr LostReasonId otherReason{9};

} // namespace defaults

} // namespace headway::store
