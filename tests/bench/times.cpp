// SPDX-License-Identifier: GPL-3.0-or-later
// Past and future: the timeline of one record, one's own day, the forecast.
#include "bench/families.h"
#include "bench/measure.h"
#include "store/reading/lists.h"
#include "store/summaries/reports.h"
#include "store/summaries/timeline.h"
#include "store/summaries/today.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

// The records of a kind with the most activities.
std::vector<qint64> busiest(Bench &bench, EntityKind kind, int count)
{
    std::vector<qint64> ids;
    must(bench.reader().each(u"SELECT record_id FROM activity_link WHERE record_kind = ? GROUP BY record_id"
                             " ORDER BY count(*) DESC LIMIT ?"_s,
                             {QString(tableName(kind)), qint64(count)},
                             [&](const sql::RowView &row) -> Result<> {
                                 ids.push_back(row.integer(0));
                                 return {};
                             }));
    return ids;
}

void measureTimelines(Bench &bench)
{
    for (const auto &[name, kind] : {std::pair(u"timeline.contact"_s, EntityKind::Contact),
                                     std::pair(u"timeline.company"_s, EntityKind::Company)}) {
        if (!bench.wants(name))
            continue;
        const std::vector<qint64> ids = busiest(bench, kind, 50);
        bench.compareReading({name, {.ratio = 2, .p99 = 50}, int(ids.size())},
                             [&, kind = kind](sql::Connection &connection, int i) -> Result<> {
                                 HEADWAY_CHECK(store::timeline(connection, {kind, ids[size_t(i)]}, 50));
                                 return {};
                             });
    }
}

void measureToday(Bench &bench)
{
    const EntityInfo &info = entityInfo(EntityKind::Activity);
    const Query query{.kind = EntityKind::Activity,
                      .filter =
                          parseFilter(EntityKind::Activity, u"owner:me state:planned", QDate(2026, 11, 23))
                              .value_or(Filter{}),
                      .order = {{Subject::Field, info.indexOf(u"at"), SortOrder::Ascending}}};
    bench.compareReading({u"today"_s, {.ratio = 1.5, .p99 = 16.7}, 30},
                         [&](sql::Connection &connection, int i) -> Result<> {
                             HEADWAY_TRY(ids, store::ids(connection, query, bench.viewer(i), 100));
                             HEADWAY_CHECK(store::rows(connection, query.kind, ids));
                             return {};
                         });
    // The whole page: every part with its count and first rows, and the deals without a next step.
    const auto comparePage = [&bench](const QString &name, const Budget &budget, int times, Whose whose) {
        bench.compareReading(
            {name, budget, times}, [&, whose](sql::Connection &connection, int i) -> Result<> {
                HEADWAY_CHECK(store::today(connection, {whose, QDate(2026, 11, 23), 100}, bench.viewer(i)));
                return {};
            });
    };
    comparePage(u"today.page"_s, {.p99 = 16.7}, 30, Whose::Me);
    comparePage(u"today.everyone"_s, {}, 5, Whose::Everyone);
}

void measureForecast(Bench &bench)
{
    const std::pair<QString, store::ReportRequest> reports[] = {
        {u"forecast.by-month"_s, {store::ReportOf::Open, store::ReportBy::Month}},
        {u"forecast.by-owner"_s, {store::ReportOf::Open, store::ReportBy::Owner}},
        {u"report.won-by-month"_s, {store::ReportOf::Won, store::ReportBy::Month}}};
    for (const auto &[name, request] : reports) {
        bench.compareReading({name, {.ratio = 1.3, .median = name == u"forecast.by-month" ? 35.0 : 0}, 3},
                             [&, request = request](sql::Connection &connection, int i) -> Result<> {
                                 HEADWAY_CHECK(store::report(connection, request, bench.viewer(i)));
                                 return {};
                             });
    }
}

} // namespace

void measureTimes(Bench &bench)
{
    measureTimelines(bench);
    measureToday(bench);
    measureForecast(bench);
}

} // namespace headway::bench
