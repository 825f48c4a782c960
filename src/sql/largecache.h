// SPDX-License-Identifier: GPL-3.0-or-later
// Room for the pages that a long step changes. With its usual cache SQLite has to write them before the step ends and to
// read them again: an import of 200,000 contacts takes an eighth longer. While it lives, on the connection's thread;
// nothing on a server.
#pragma once

#include "sql/connection.h"

namespace headway::sql {

inline constexpr int usualCache = 16 * 1024; // KiB of each connection
inline constexpr int largeCache = 64 * 1024;
QString cacheSetting(int kibibytes); // as a statement

class LargeCache
{
public:
    static Result<LargeCache> of(Connection &connection);
    LargeCache(LargeCache &&other) noexcept;
    LargeCache &operator=(LargeCache &&) = delete;
    ~LargeCache(); // gives the memory back

private:
    explicit LargeCache(Connection *connection) : m_connection(connection) {}

    Connection *m_connection; // null: nothing to give back
};

} // namespace headway::sql
