// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/newids.h"

#include <algorithm>
#include <limits>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

constexpr qint64 mostDrawn = 4096; // at once; as many as are written together

} // namespace

Error noNumberLeft()
{
    return {
        ErrorCode::Full,
        Sentence::tr("Nothing can be added: one record of this kind has the highest number that there is."),
        {}};
}

Result<> NewIds::draw(const QString &table, Free &free, qint64 count)
{
    const Connection::Around around(*m_connection);
    if (m_connection->engine() == Engine::Sqlite) {
        HEADWAY_TRY(
            last,
            m_connection->cell(u"SELECT max(coalesce((SELECT seq FROM sqlite_sequence WHERE name = ?), 0),"
                               " coalesce((SELECT max(id) FROM "_s
                                   + table + u"), 0))"_s,
                               {table}));
        const auto *number = std::get_if<qint64>(&last);
        free.last = number ? *number : 0;
        return {};
    }
    HEADWAY_CHECK(tell(table, free));
    HEADWAY_CHECK(
        m_connection->each(u"SELECT nextval('"_s + table + u"_id_seq') FROM generate_series(1, ?)"_s, {count},
                           [&free](const RowView &row) -> Result<> {
                               free.drawn.push_back(row.integer(0));
                               return {};
                           }));
    return {};
}

Result<qint64> NewIds::next(const QString &table)
{
    Free &free = m_tables[table];
    if (!free.last && free.drawn.empty()) // twice as many as before, so that few records leave no large gap
        HEADWAY_CHECK(draw(table, free, std::min(free.given + 1, mostDrawn)));
    ++free.given;
    if (free.last && *free.last == std::numeric_limits<qint64>::max())
        return failure(noNumberLeft());
    if (free.last)
        return ++*free.last;
    const qint64 id = free.drawn.front();
    free.drawn.pop_front();
    return id;
}

Result<> NewIds::take(const QString &table, qint64 id)
{
    Free &free = m_tables[table];
    if (m_connection->engine() == Engine::Sqlite) {
        if (!free.last)
            HEADWAY_CHECK(draw(table, free, 0));
        free.last = std::max(*free.last, id);
        return {};
    }
    std::erase_if(free.drawn, [id](qint64 drawn) { return drawn <= id; });
    free.untold = std::max(free.untold, id);
    return {};
}

Result<> NewIds::tell(const QString &table, Free &free)
{
    if (free.untold == 0)
        return {};
    const Connection::Around around(*m_connection);
    const QString sequence = table + u"_id_seq"_s;
    HEADWAY_CHECK(m_connection->row(
        u"SELECT setval('"_s + sequence + u"', greatest(last_value, ?)) FROM "_s + sequence, {free.untold}));
    free.untold = 0;
    return {};
}

Result<> NewIds::tell()
{
    for (auto it = m_tables.begin(); it != m_tables.end(); ++it)
        HEADWAY_CHECK(tell(it.key(), it.value()));
    return {};
}

Result<> NewIds::refill()
{
    for (auto it = m_tables.begin(); it != m_tables.end(); ++it) {
        Free &free = it.value();
        const qint64 missing = std::exchange(free.given, 0) - qint64(free.drawn.size());
        if (missing > 0 && !free.last)
            HEADWAY_CHECK(draw(it.key(), free, missing));
    }
    return {};
}

} // namespace headway::sql
