// SPDX-License-Identifier: GPL-3.0-or-later
// The board of the largest pipeline: exact totals, and the first hundred cards of each column.
#include "store/summaries/board.h"
#include "bench/families.h"
#include "bench/measure.h"
#include "store/reading/lists.h"

#include <QDate>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

constexpr int cards = 100;

Filter filterOf(const QString &text, EntityKind kind = EntityKind::Deal)
{
    return parseFilter(kind, text, QDate(2026, 11, 23)).value_or(Filter{});
}

Result<> readBoard(sql::Connection &connection, const store::BoardOf &of, const Filter &filter,
                   const store::Viewer &viewer)
{
    HEADWAY_TRY(columns, store::boardColumns(connection, of, filter, viewer));
    for (const store::BoardColumn &column : columns) {
        HEADWAY_TRY(ids, store::columnIds(connection, column.lane, filter, viewer, cards));
        HEADWAY_CHECK(store::rows(connection, of.cards, ids));
    }
    return {};
}

void measureLeadBoard(Bench &bench)
{
    const store::BoardOf leads{.cards = EntityKind::Lead};
    const std::pair<QString, QString> filters[] = {{u"board.leads"_s, {}},
                                                   {u"board.leads.mine"_s, u"owner:me"_s}};
    for (const auto &[name, text] : filters) {
        const Filter filter = filterOf(text, EntityKind::Lead);
        bench.compareReading({name + u".totals"_s, {.ratio = 1.3, .p99 = 100}, 6},
                             [&](sql::Connection &connection, int i) -> Result<> {
                                 HEADWAY_CHECK(
                                     store::boardColumns(connection, leads, filter, bench.viewer(i)));
                                 return {};
                             });
        bench.compareReading({name, {.ratio = 1.3, .p99 = 100}, 6}, [&](sql::Connection &connection, int i) {
            return readBoard(connection, leads, filter, bench.viewer(i));
        });
    }
}

} // namespace

void measureBoard(Bench &bench)
{
    const PipelineId pipeline{integerOf(must(bench.reader().cell(
        u"SELECT pipeline_id FROM deal GROUP BY pipeline_id ORDER BY count(*) DESC LIMIT 1"_s)))};
    const std::pair<QString, QString> filters[] = {{u"board.totals.open"_s, u"status:open"_s},
                                                   {u"board.totals.all"_s, {}},
                                                   {u"board.totals.mine"_s, u"owner:me status:open"_s}};
    for (const auto &[name, text] : filters) {
        const Filter filter = filterOf(text);
        bench.compareReading({name, {.ratio = 1.3, .p99 = 100}, 6},
                             [&](sql::Connection &connection, int i) -> Result<> {
                                 HEADWAY_CHECK(store::boardColumns(connection, {.pipeline = pipeline}, filter,
                                                                   bench.viewer(i)));
                                 return {};
                             });
    }
    const std::pair<QString, QString> boards[] = {{u"board.open"_s, u"status:open"_s},
                                                  {u"board.all"_s, {}},
                                                  {u"board.mine"_s, u"owner:me status:open"_s}};
    for (const auto &[name, text] : boards) {
        const Filter filter = filterOf(text);
        bench.compareReading({name, {.ratio = 1.3, .p99 = 100}, 6}, [&](sql::Connection &connection, int i) {
            return readBoard(connection, {.pipeline = pipeline}, filter, bench.viewer(i));
        });
    }
    measureLeadBoard(bench);
}

} // namespace headway::bench
