// SPDX-License-Identifier: GPL-3.0-or-later
// What a filter that is being typed can go on with: the names of fields, and behind a colon their values with the
// number of records that have each among those that the rest of the filter meets. GUI thread; what cannot be
// counted is offered without its number.
#pragma once

#include "app/text/filterwords.h"
#include "app/workspace/workspace.h"
#include "domain/query/filtertyping.h"
#include "store/reading/valuecounts.h"

#include <functional>
#include <vector>

namespace headway::app {

struct FilterOffer {
    QString text = {};    // “Offer”, “this-quarter”
    QString written = {}; // as it stands in a filter, in quotation marks where needed; empty: no value at all
    QString beside = {};  // “128”, “1 Oct 2026 – 31 Dec 2026”; empty where it is not known
    QString spoken = {};  // “Offer, 128 deals”

    bool operator==(const FilterOffer &) const = default;
};

// In the order to be shown: choices, stages and other lists of the book that have an order in theirs, the rest by
// their numbers. `me` is the user at work. `counts`: null as long as they are not known; then only what is in memory
// is offered.
std::vector<FilterOffer> filterOffers(EntityKind kind, const FilterTyping &typing, const FilterReader &reader,
                                      UserId me, const store::ValueCounts *counts);

// Counts the values of what is being typed in `text`. `then` is called on the GUI thread with all offers, unless
// the ticket was dropped, nothing could be counted, or nobody shares values of that field. `display` outlives it.
Ticket countOffers(Workspace &workspace, QObject *context, EntityKind kind, const QString &text,
                   const FilterTyping &typing, const Display &display,
                   std::function<void(const std::vector<FilterOffer> &)> then);

} // namespace headway::app
