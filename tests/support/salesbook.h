// SPDX-License-Identifier: GPL-3.0-or-later
// A small sales team's book, in November 2026, for tests of actions: one pipeline, two users in two teams, two companies, and
// deals that each test adds.
#pragma once

#include "domain/records/company.h"
#include "domain/records/contact.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "domain/rules/deals.h"
#include "store/actions/actions.h"
#include "support/book.h"

namespace headway::test {

struct SalesBook : FreshBook {
    explicit SalesBook(sql::Engine engine);

    // A deal added as by a user; amounts in cents.
    DealId deal(const QString &name, StageId stage, std::optional<qint64> amount = {},
                const QString &currency = QStringLiteral("EUR"));
    // The same with all fields given.
    DealId deal(Deal deal);
    // Fails the test if the action fails.
    ChangeSet move(DealId deal, const store::CardPlace &to, const StageTransition &entry = {});
    // The deals of a column, top first.
    QStringList column(StageId stage);

    TeamId north, south;
    UserId ana, ben;
    PipelineId pipeline;
    StageId offer, negotiation, paused, won, lost;
    CompanyId acme, bolt; // of sectors Retail and none
    ContactId cara;       // at Acme
    SourceId fair;
    LostReasonId price;
    ProductId drill;
};

} // namespace headway::test
