// SPDX-License-Identifier: GPL-3.0-or-later
// A small random book whose records a test also has as plain values, so that the answers of the database can
// be compared with results computed in simple C++.
#pragma once

#include "domain/records/company.h"
#include "domain/records/deal.h"
#include "domain/records/lists.h"
#include "domain/records/user.h"
#include "support/book.h"

#include <QHash>
#include <QSet>

#include <vector>

namespace headway::test {

struct RandomBook {
    // Two teams, four users, five stages, ten companies and `dealCount` deals, the same for the same seed.
    RandomBook(FreshBook &book, unsigned seed, int dealCount);

    std::vector<Team> teams;
    std::vector<User> users;        // the third is in no team
    std::vector<Stage> stages;      // Lead, Offer, Won, Lost, Waiting
    std::vector<Company> companies; // with names that break careless SQL
    std::vector<Deal> deals;        // as stored in the book, by id
    QHash<qint64, Instant> created; // of the deals
    QSet<qint64> important;         // deals with a tag

    const Stage &stageOf(const Deal &deal) const { return stages[size_t(deal.stage.value - 1)]; }
    const User *ownerOf(const Deal &deal) const
    {
        return deal.owner ? &users[size_t(deal.owner.value - 1)] : nullptr;
    }
    const Company *companyOf(const Deal &deal) const
    {
        return deal.company ? &companies[size_t(deal.company.value - 1)] : nullptr;
    }
};

} // namespace headway::test
