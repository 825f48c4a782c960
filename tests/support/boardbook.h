// SPDX-License-Identifier: GPL-3.0-or-later
// Books for tests of the board: a small one with known deals, and the sample company; and a workspace on them
// with a clock that does not move.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/records/deal.h"
#include "support/book.h"

#include <memory>

namespace headway::test {

// Monday; the tests count days from here.
inline const QDate boardDay(2026, 11, 23);
Instant boardNoon();

// One pipeline: Qualified (10 %), Offer (50 %, limit 2, rots after 14 days), Negotiation (70 %), Won,
// Lost. Ana's deals, top first, in euros:
//     Qualified: Renewal (Acme) 12,500 · Pump 800 · Fans, no amount
//     Offer: Filters 30,000 at 60 % by hand · Ducts 7,001
//     Won: Old order 5,000
class BoardBook
{
public:
    BoardBook();

    FreshBook book{sql::Engine::Sqlite};
    PipelineId pipeline = {};
    StageId qualified = {}, offer = {}, negotiation = {}, won = {}, lost = {};
    LostReasonId price = {}, other = {};
    DealId renewal = {}, pump = {}, fans = {}, filters = {}, ducts = {}, oldOrder = {};
    UserId ana = {};

    std::shared_ptr<app::Workspace> open(app::Threads threads) const;

    // Totals read from the book: "Qualified 3 €13,300/1,330, …", in minor units.
    QStringList totals(const Filter &filter);
    QStringList names(StageId stage);
    Deal loadDeal(DealId id);

private:
    DealId addDeal(const QString &name, StageId stage, std::optional<qint64> amount, CompanyId company);
};

// The sample company as of boardDay, written into a new book; its address is the file.
QString writeSampleBook(const QString &file);

std::shared_ptr<app::Workspace> openWorkspace(const QString &address, app::Threads threads);

} // namespace headway::test
