// SPDX-License-Identifier: GPL-3.0-or-later
// What is shown of records that were found, read by their ids, and which of them come first. Used by search.h;
// on the connection's thread, fails as the connection fails.
#pragma once

#include "domain/records/searchhit.h"
#include "domain/result.h"
#include "sql/connection.h"

#include <vector>

namespace headway::store {

inline constexpr int worstRank = 4;

struct Candidate {
    SearchHit hit = {};
    QString key = {}; // the title as it is sorted: folded, of people the last name first
    // How well the title fits what was typed: 0 is exactly that, 1 begins so, 2 has all its words, 3 one of them, 4:
    // found by something else.
    int rank = worstRank;
};

// The records in the order of `refs`, of one kind at most 220; removed ones are left out.
Result<std::vector<Candidate>> candidatesOf(sql::Connection &connection, const std::vector<EntityRef> &refs);

// Sets the ranks and sorts by them; what is alike keeps its order.
void rankByTitle(std::vector<Candidate> &found, const QString &typed);

// Says of the hits of this kind by what they were found, where what they show does not say it.
Result<> addFoundBy(sql::Connection &connection, EntityKind kind, const QString &typed,
                    std::vector<SearchHit> &hits);

// Says whom the activities among the hits are about: eight messages of one subject are told apart by it.
Result<> addWhom(sql::Connection &connection, std::vector<SearchHit> &activities);

} // namespace headway::store
