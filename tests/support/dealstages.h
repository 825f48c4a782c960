// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "domain/records/deal.h"
#include "domain/text/datetext.h"
#include "support/transfer.h"

#include <algorithm>
#include <tuple>

namespace headway::test {

inline transfer::ImportRequest dealsRequest()
{
    return {.kind = EntityKind::Deal, .currency = QStringLiteral("EUR")};
}

// For a second import of the same deals.
inline transfer::ImportRequest dealsAgain(transfer::DuplicatePolicy policy)
{
    transfer::ImportRequest request = dealsRequest();
    request.match = {QStringLiteral("external_id")};
    request.existing = policy;
    request.isExistingSaid = true;
    return request;
}

inline QString moment(Instant at)
{
    const QString text = formatInstant(at.ms);
    return text.endsWith(QLatin1StringView("T00:00:00Z")) ? text.left(10) : text.left(16);
}

// "Qualified 2023-01-05 | Offer 2023-02-01 | Won 2023-03-01T14:30": since when a deal was in each of its stages. The
// history has to be whole, and to end where the deal is.
inline QString stagesOf(FreshBook &book, const QString &name)
{
    const Deal deal = named<Deal>(book, name);
    std::vector<StageVisit> visits = all<StageVisit>(book);
    std::erase_if(visits, [&](const StageVisit &visit) { return visit.deal != deal.id; });
    std::sort(visits.begin(), visits.end(), [](const StageVisit &a, const StageVisit &b) {
        return std::tuple(a.enteredAt, a.id) < std::tuple(b.enteredAt, b.id);
    });
    QStringList lines;
    for (size_t i = 0; i < visits.size(); ++i) {
        const bool isLast = i + 1 == visits.size();
        CHECK(visits[i].leftAt == (isLast ? Instant() : visits[i + 1].enteredAt));
        lines += book.load<Stage>(visits[i].stage).name + QLatin1Char(' ') + moment(visits[i].enteredAt);
    }
    REQUIRE_FALSE(visits.empty());
    CHECK(visits.back().stage == deal.stage);
    CHECK(visits.back().enteredAt == deal.stageEnteredAt);
    return lines.join(QStringLiteral(" | "));
}

} // namespace headway::test
