// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/export/exportpurpose.h"

#include "domain/records/record.h"
#include "domain/records/totals.h"
#include "store/reading/lists.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

int wishOf(EntityKind kind, ExportPurpose purpose)
{
    return entityInfo(kind).indexOf(purpose == ExportPurpose::Calls ? u"do_not_call" : u"opted_out");
}

Query with(Query query, int wish, Sense sense)
{
    query.filter.conditions.push_back({.field = wish, .sense = sense, .values = {u"1"_s}});
    return query;
}

} // namespace

bool hasWishes(EntityKind kind)
{
    return wishOf(kind, ExportPurpose::Mailing) >= 0 && wishOf(kind, ExportPurpose::Calls) >= 0;
}

Result<Willing> willing(sql::Connection &connection, const Query &query, ExportPurpose purpose,
                        const store::Viewer &viewer)
{
    if (purpose == ExportPurpose::Any)
        return Willing{query};
    const int wish = wishOf(query.kind, purpose);
    if (wish < 0)
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("Only contacts and leads say whether they want to be written to or called, not %1.")
                .arg(KindName{query.kind, Number::Many}));
    HEADWAY_TRY(unwilling, store::totals(connection, with(query, wish, Sense::Plain), viewer));
    return Willing{with(query, wish, Sense::Negated), unwilling.count};
}

} // namespace headway::transfer
