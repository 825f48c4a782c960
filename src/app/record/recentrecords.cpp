// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/record/recentrecords.h"

#include "domain/text/reftext.h"
#include "store/search/search.h"

namespace headway::app {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostKept = 12;

using Hits = std::vector<SearchHit>;

} // namespace

RecentRecords::RecentRecords(Settings &settings) : m_settings(settings)
{
}

void RecentRecords::remember(EntityRef record)
{
    if (!record.id)
        return;
    QStringList kept = m_settings.value(setting::recentRecords);
    kept.removeAll(refText(record));
    kept.prepend(refText(record));
    m_settings.change(setting::recentRecords, QStringList(kept.first(qMin(kept.size(), mostKept))));
}

std::vector<EntityRef> RecentRecords::all() const
{
    std::vector<EntityRef> records;
    for (const QString &text : m_settings.value(setting::recentRecords)) {
        if (const auto record = refNamed(text); record && record->id > 0)
            records.push_back(*record);
    }
    return records;
}

Ticket RecentRecords::read(Workspace &workspace, QObject *context,
                           std::function<void(const std::vector<SearchHit> &)> then) const
{
    return workspace.read<Hits>(
        context,
        [records = all()](sql::Connection &connection) { return store::hitsOf(connection, records); },
        [then = std::move(then)](const Result<Hits> &hits) { then(hits.value_or(Hits{})); });
}

} // namespace headway::app
