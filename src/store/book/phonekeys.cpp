// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/phonekeys.h"

#include "domain/text/phonenumber.h"

#include <vector>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// Read before they are written: a PostgreSQL connection cannot do both at once.
constexpr qint64 batch = 20'000;

struct NewKey {
    qint64 id = 0;
    QString key = {};
};

} // namespace

Result<> renewPhoneKeys(sql::Connection &connection)
{
    for (qint64 last = 0;;) {
        std::vector<NewKey> changed;
        qint64 next = last;
        HEADWAY_CHECK(connection.each(u"SELECT id, value, value_key FROM contact_point WHERE id > ?"
                                      " AND reach_by = 'phone' ORDER BY id LIMIT ?"_s,
                                      {last, batch}, [&](const sql::RowView &row) -> Result<> {
                                          next = row.integer(0);
                                          if (QString key = phoneKey(row.text(1)); key != row.text(2))
                                              changed.push_back({next, std::move(key)});
                                          return {};
                                      }));
        if (next == last)
            return {};
        for (const NewKey &each : changed)
            HEADWAY_CHECK(connection.run(u"UPDATE contact_point SET value_key = ? WHERE id = ?"_s,
                                         {each.key, each.id}));
        last = next;
    }
}

} // namespace headway::store
