// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/actions/bulkconversion.h"

#include "domain/changes/derive.h"
#include "domain/changes/stepwords.h"
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "store/actions/leadactions.h"
#include "store/commit/commit.h"
#include "store/rows/records.h"

#include <algorithm>

namespace headway::store {

namespace {

// Only what the lead itself lacks leaves it as it is; a book that cannot be read stops all.
bool isRefusal(const Error &error)
{
    return error.code == ErrorCode::Invalid || error.code == ErrorCode::Conflict
        || error.code == ErrorCode::NotFound;
}

ConvertedLead planned(const ConversionOffer &offer)
{
    ConvertedLead converted{.lead = offer.lead.id, .name = offer.lead.name};
    for (size_t i = 0; i < conversionKinds.size(); ++i) {
        const EntityKind kind = conversionKinds[i];
        const ConversionPart &part = offer.proposed.parts[i];
        ConvertedLead::Part &into = converted.parts[i];
        into.way = part.way;
        if (part.way == ConversionWay::New)
            into.title = titleOf(kind, derive(kind, part.row));
        else if (const ConversionCandidate *linked = offer.linked(kind))
            into = {part.way, part.record, linked->hit.title};
    }
    return converted;
}

// The edit of one lead, and what it says of itself; nothing to apply if it is refused.
struct OneLead {
    ConvertedLead converted = {};
    Edit edit = {};
};

Result<OneLead> editOf(sql::Connection &connection, LeadId lead, ConversionWay deals, const Actor &actor)
{
    OneLead one{.converted = {.lead = lead}};
    auto offer = conversionOffer(connection, lead, OfferExtent::Sure);
    if (offer) {
        if (deals == ConversionWay::None)
            offer->proposed.part(EntityKind::Deal) = {};
        one.converted = planned(*offer);
        if (auto edit = convertLeadEdit(connection, offer->proposed, actor))
            one.edit = *std::move(edit);
        else
            offer = failure(std::move(edit.error()));
    }
    if (offer)
        return one;
    if (!isRefusal(offer.error()))
        return failure(std::move(offer.error()));
    HEADWAY_TRY(name, titleOf(connection, {EntityKind::Lead, lead.value}));
    one.converted.name = name;
    one.converted.refusal = offer.error().text;
    return one;
}

// Notes the ids of what is made.
Result<> applyOne(StepWriter &step, OneLead &one)
{
    for (const Change &change : one.edit.changes) {
        HEADWAY_TRY(ref, step.apply(change));
        const auto *const part = std::find(conversionKinds.begin(), conversionKinds.end(), ref.kind);
        const bool isMade = change.kind == ChangeKind::Create && part != conversionKinds.end();
        if (isMade)
            one.converted.parts[size_t(part - conversionKinds.begin())].record = ref.id;
    }
    return step.settle(); // the next lead may be of the same company
}

Sentence labelOfOne(const std::vector<ConvertedLead> &leads)
{
    const auto one = std::find_if(leads.begin(), leads.end(),
                                  [](const ConvertedLead &each) { return each.refusal.isEmpty(); });
    return Sentence(steps::leadConverted).arg(Quoted{one->name});
}

} // namespace

Result<BulkConverted> convertLeads(sql::Connection &connection, const BulkConversion &wanted,
                                   const Actor &actor, const Progress &progress)
{
    BulkConverted result;
    qint64 count = 0;
    HEADWAY_TRY(step, StepWriter::begin(connection, Sentence(steps::leadsConverted), Origin::Typed, actor));
    for (const LeadId lead : wanted.leads) {
        HEADWAY_TRY(one, editOf(connection, lead, wanted.deals, actor));
        HEADWAY_CHECK(applyOne(step, one));
        count += one.edit.isEmpty() ? 0 : 1;
        result.leads.push_back(std::move(one.converted));
        HEADWAY_CHECK(reportProgress(progress, qint64(result.leads.size()), qint64(wanted.leads.size())));
    }
    if (wanted.isDry || count == 0)
        return result; // the step is given up
    step.setLabel(count == 1 ? labelOfOne(result.leads) : Sentence(steps::leadsConverted).arg(count));
    HEADWAY_TRY(set, step.finish(progress));
    result.set = std::move(set);
    return result;
}

} // namespace headway::store
