// SPDX-License-Identifier: GPL-3.0-or-later
// The sample book: Halmer Air Systems, a maker of extraction equipment, with its customers, deals and five
// years of activities, made up at random but the same for the same (scale, seed, today) on every machine.
// Called by the first start, `headwayctl demo`, tests and benchmarks; any thread, in constant memory. Fails
// only when the sink does or when cancelled.
#pragma once

#include "domain/fields/field.h"
#include "domain/progress.h"
#include "domain/result.h"

#include <QDate>

#include <functional>
#include <optional>

namespace headway::sample {

// The numbers of records of the main kinds, which determine the others.
struct SampleScale {
    qint64 companies = 0;  // at least 1
    qint64 contacts = 0;   // at least one for each company
    qint64 leads = 0;      // at least 1
    qint64 deals = 0;      // at least 1
    qint64 activities = 0; // at least one for each deal and lead
    int users = 8;         // at least 8
    int teams = 2;         // 2, 4 or 8
    int months = 18;       // from the first deal to today

    static SampleScale small();  // 300 deals, looks real
    static SampleScale medium(); // a tenth of large
    static SampleScale large();  // 500,000 deals, see docs/performance.md
    static SampleScale ofDeals(qint64 deals);
    // "small", "medium", "large" or a number of deals.
    static std::optional<SampleScale> named(QStringView text);

    bool operator==(const SampleScale &) const = default;
};

// Called once for each record. Ids are positive and ascend within their kind; kinds come in the order of
// allEntityKinds(), so references are to records already written (except a team's manager). Derived fields
// are left at their defaults. The row is valid during the call only.
using SampleSink = std::function<Result<>(EntityKind kind, qint64 id, const Row &row, Instant createdAt)>;

// `progress` counts records; may be empty. If it returns false, this fails with Cancelled.
Result<> generateSample(const SampleScale &scale, quint64 seed, QDate today, const SampleSink &sink,
                        const Progress &progress);

} // namespace headway::sample
