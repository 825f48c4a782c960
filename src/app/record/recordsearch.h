// SPDX-License-Identifier: GPL-3.0-or-later
// Finds records by typed text: of one kind, for fields that link to records, or of all, for the palette.
// GUI thread; a search that fails gives no results.
#pragma once

#include "app/workspace/workspace.h"
#include "domain/records/searchhit.h"

namespace headway::app {

// The best few; `then` is called on the GUI thread unless the ticket was dropped.
Ticket searchRecords(Workspace &workspace, QObject *context, EntityKind kind, const QString &typed,
                     std::function<void(const std::vector<SearchHit> &)> then);

// Contacts: the best few, those of `company` before all others that are not named just as typed. `then` as above.
Ticket searchContacts(Workspace &workspace, QObject *context, CompanyId company, const QString &typed,
                      std::function<void(const std::vector<SearchHit> &)> then);

// The best few of each of these kinds, one kind after the other.
Ticket searchKinds(Workspace &workspace, QObject *context, const std::vector<EntityKind> &kinds,
                   const QString &typed, std::function<void(const std::vector<SearchHit> &)> then);

// The first few of a kind by their names, for who asks before typing; `then` as above.
Ticket firstRecords(Workspace &workspace, QObject *context, EntityKind kind,
                    std::function<void(const std::vector<SearchHit> &)> then);

// The contacts of a company, the first few by name; `then` as above.
Ticket contactsOf(Workspace &workspace, QObject *context, CompanyId company,
                  std::function<void(const std::vector<SearchHit> &)> then);

// The best `most` of each kind, the kind with the best hit first; `then` as above.
Ticket searchBook(Workspace &workspace, QObject *context, const QString &typed, int most,
                  std::function<void(const std::vector<SearchGroup> &)> then);

} // namespace headway::app
