// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recordsearch.h"

namespace headway::app {

namespace {

constexpr int mostOffered = 8;

} // namespace

Ticket searchRecords(Workspace &workspace, QObject *context, EntityKind kind, const QString &typed,
                     std::function<void(const std::vector<store::Hit> &)> then)
{
    using Hits = std::vector<store::Hit>;
    return workspace.read<Hits>(
        context,
        [kind, typed](sql::Connection &connection) {
            return store::searchKind(connection, kind, typed, mostOffered);
        },
        [then](Result<Hits> hits) { then(hits ? *hits : Hits()); });
}

Ticket searchBook(Workspace &workspace, QObject *context, const QString &typed, int most,
                  std::function<void(const std::vector<store::Hit> &)> then)
{
    using Hits = std::vector<store::Hit>;
    return workspace.read<Hits>(
        context,
        [typed, most](sql::Connection &connection) { return store::search(connection, typed, most); },
        [then = std::move(then)](Result<Hits> hits) { then(hits.value_or(Hits{})); });
}

} // namespace headway::app
