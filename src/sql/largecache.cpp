// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/largecache.h"

#include "sql/driver.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace headway::sql {

QString cacheSetting(int kibibytes)
{
    return u"PRAGMA cache_size = -"_s + QString::number(kibibytes);
}

Result<LargeCache> LargeCache::of(Connection &connection)
{
    if (connection.engine() != Engine::Sqlite)
        return LargeCache(nullptr);
    HEADWAY_CHECK(connection.command(cacheSetting(largeCache)));
    return LargeCache(&connection);
}

LargeCache::LargeCache(LargeCache &&other) noexcept : m_connection(std::exchange(other.m_connection, nullptr))
{
}

LargeCache::~LargeCache()
{
    // Not a statement of anybody's: whatever becomes of it, the step is over.
    if (m_connection && m_connection->m_driver->command(cacheSetting(usualCache)))
        (void)m_connection->m_driver->command(u"PRAGMA shrink_memory"_s);
}

} // namespace headway::sql
