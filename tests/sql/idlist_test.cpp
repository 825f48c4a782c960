// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/idlist.h"

#include "support/engines.h"

#include <algorithm>
#include <numeric>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

TEST_CASE("However many ids, each is asked for once, by statements of very few texts", "[sql]")
{
    const FreshDatabase database(GENERATE(anyEngine()));
    const auto connection = database.open(sql::Access::Create);
    valueOf(connection->run(u"CREATE TABLE t (id BIGINT PRIMARY KEY)"_s));
    valueOf(connection->run(u"INSERT INTO t WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n"
                            " WHERE i < 1000) SELECT i FROM n"_s));
    QStringList texts;
    for (const size_t count : {1, 2, 16, 17, 255, 256, 257, 700}) {
        CAPTURE(database.engine(), count);
        std::vector<qint64> ids(count);
        std::iota(ids.begin(), ids.end(), 2);
        std::vector<qint64> found;
        for (const std::span<const qint64> part : sql::inParts(ids)) {
            sql::Values binds;
            const QString text = u"SELECT id FROM t WHERE id"_s + sql::amongIds(part, binds);
            texts += text;
            valueOf(connection->each(text, binds, [&found](const sql::RowView &row) -> Result<> {
                found.push_back(row.integer(0));
                return {};
            }));
        }
        std::sort(found.begin(), found.end());
        CHECK(found == ids);
    }
    texts.removeDuplicates();
    CHECK(texts.size() == 3);
    CHECK(sql::inParts({}).empty());
}
