// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/leadstates.h"

#include "domain/records/lead.h"
#include "domain/records/record.h"

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

size_t placeOf(QStringView field)
{
    return size_t(entityInfo(EntityKind::Lead).indexOf(field));
}

size_t statusPlace()
{
    static const size_t place = placeOf(u"status_id");
    return place;
}

} // namespace

Result<Row> LeadStates::filled(EntityKind kind, Row row)
{
    static const size_t state = placeOf(u"state");
    if (kind != EntityKind::Lead)
        return row;
    if (m_types.isEmpty()) {
        m_types.insert(0, textOf(Codec<LeadState>::read(LeadState::Open))); // of a book without statuses
        // On a server nobody makes a status another type while a lead gets into it.
        const bool isServer = m_connection->engine() == sql::Engine::Postgres;
        HEADWAY_CHECK(m_connection->each(u"SELECT id, type FROM lead_status"_s
                                             + (isServer ? u" ORDER BY id FOR SHARE"_s : QString()),
                                         {}, [this](const sql::RowView &each) -> Result<> {
                                             m_types.insert(each.integer(0), each.text(1));
                                             return {};
                                         }));
    }
    row[state] =
        m_types.value(integerOf(row[statusPlace()]), textOf(Codec<LeadState>::read(LeadState::Open)));
    return row;
}

Row LeadStates::moved(const Row &before, Row after, const Change &change, Instant now)
{
    static const size_t since = placeOf(u"status_entered_at");
    const bool isMoved = change.ref.kind == EntityKind::Lead && before[statusPlace()] != after[statusPlace()];
    if (isMoved && !deltaOf(change, u"status_entered_at"))
        after[since] = now.ms;
    return after;
}

} // namespace headway::store
