// SPDX-License-Identifier: GPL-3.0-or-later
// A book for tests of the lead board, with the statuses of a new book; the clock stands at boardNoon().
#pragma once

#include "domain/records/lead.h"
#include "support/boardbook.h"

namespace headway::test {

// Ana's leads, in the order of their columns:
//     New: Eva Kern (Kern AG, €9,000, hot), to be called today · Ida Berg · Max Ott (added before Ida)
//     Attempting: Jan Roth
class LeadsBook
{
public:
    LeadsBook();

    FreshBook book{sql::Engine::Sqlite};
    UserId ana = {};
    LeadId eva = {}, max = {}, ida = {}, jan = {};
    LostReasonId price = {}, other = {}; // the second asks for a note

    std::shared_ptr<app::Workspace> open(app::Threads threads) const;
    Lead load(LeadId lead);
    Actor actor() const;
    // Something is to be done for the lead on that day.
    void plan(LeadId lead, const QString &what, QDate day);
};

} // namespace headway::test
