// SPDX-License-Identifier: GPL-3.0-or-later
// One record by its id.
#include "store/rows/records.h"
#include "bench/families.h"
#include "bench/measure.h"

using namespace Qt::StringLiterals;

namespace headway::bench {

void measureRecords(Bench &bench)
{
    for (const auto &[name, kind] : {std::pair(u"record.contact"_s, EntityKind::Contact),
                                     std::pair(u"record.deal"_s, EntityKind::Deal)}) {
        const std::vector<qint64> ids = bench.someIds(kind, 500);
        bench.compareReading({name, {.ratio = 2.5}, int(ids.size())},
                             [&, kind = kind](sql::Connection &connection, int i) -> Result<> {
                                 HEADWAY_TRY(record, store::load(connection, {kind, ids[size_t(i)]}));
                                 return record.row.empty() ? Result<>(failure({})) : Result<>();
                             });
    }
}

} // namespace headway::bench
