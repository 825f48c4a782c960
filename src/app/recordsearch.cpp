// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/recordsearch.h"

namespace headway::app {

namespace {

constexpr int mostSearched = 200; // of all kinds, so that enough of one remain
constexpr size_t mostOffered = 8;

} // namespace

Ticket searchRecords(Workspace &workspace, QObject *context, EntityKind kind, const QString &typed,
                     std::function<void(const std::vector<store::Hit> &)> then)
{
    using Hits = std::vector<store::Hit>;
    return workspace.read<Hits>(
        context,
        [kind, typed](sql::Connection &connection) -> Result<Hits> {
            HEADWAY_TRY(hits, store::search(connection, typed, mostSearched));
            std::erase_if(hits, [kind](const store::Hit &hit) { return hit.ref.kind != kind; });
            if (hits.size() > mostOffered)
                hits.resize(mostOffered);
            return std::move(hits);
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
