// SPDX-License-Identifier: GPL-3.0-or-later
// A board at its limits: a pipeline of forty stages, one of them with ten thousand cards. Opening it, where all
// its cards are, and a page of cards that is scrolled to.
#include "app/board/boardreader.h"
#include "bench/families.h"
#include "bench/measure.h"
#include "domain/records/deal.h"
#include "domain/records/pipeline.h"
#include "domain/records/user.h"
#include "domain/rules/deals.h"
#include "sql/file.h"
#include "store/book/book.h"
#include "store/commit/commit.h"
#include "store/reading/lists.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

constexpr int stages = 40;
constexpr int cardsOfEach = 5;
constexpr int cardsOfTheFirst = 10'000;
constexpr int page = 256;             // as a board reads cards
const Instant now{1'795'428'000'000}; // 23 November 2026, noon

PipelineId makePipeline(sql::Connection &connection)
{
    const Actor actor{{1}, now};
    const auto set = must(store::commit(
        connection, {Sentence::verbatim(u"Pipeline"_s), {create(Pipeline{.name = u"Wide"_s})}}, actor));
    const PipelineId pipeline{set.changes.front().ref.id};
    Edit edit{Sentence::verbatim(u"Stages"_s), {}};
    for (int i = 0; i < stages; ++i)
        edit.changes.push_back(create(Stage{
            .pipeline = pipeline, .name = u"Stage %1"_s.arg(i + 1), .position = i + 1, .probability = 50}));
    std::vector<Stage> made;
    for (const Change &change : must(store::commit(connection, edit, actor)).changes)
        made.push_back(must(store::load<Stage>(connection, StageId{change.ref.id})));
    const std::vector<User> users = must(store::loadAll<User>(connection));
    Edit deals{Sentence::verbatim(u"Deals"_s), {}};
    qint64 id = 0;
    for (size_t stage = 0; stage < made.size(); ++stage) {
        const int cards = stage == 0 ? cardsOfTheFirst : cardsOfEach;
        for (int i = 0; i < cards; ++i) {
            Deal deal{.name = u"Deal %1 of %2"_s.arg(i).arg(made[stage].name), .amount = (i + 1) * 100};
            deal.currency = i % 3 == 0 ? u"USD"_s : u"EUR"_s;
            deal.owner = users[size_t(i) % users.size()].id;
            deal.rank = (i + 1) * rankGap;
            for (const Change &change : createDeal(deal, made[stage], deal.owner, now, --id))
                deals.changes.push_back(change);
        }
    }
    must(store::commit(connection, deals, actor));
    return pipeline;
}

void measureReading(Bench &wide, PipelineId pipeline)
{
    const auto request = [&](int i) {
        return app::BoardRequest{.of = {.pipeline = pipeline}, .viewer = wide.viewer(i)};
    };
    const auto columns = must(store::boardColumns(wide.reader(), {.pipeline = pipeline}, {}, wide.viewer(0)));
    const Lane longest = columns.front().lane;
    const auto ids = must(store::columnIds(wide.reader(), longest, {}, wide.viewer(0), 0));
    wide.compareReading({u"board.wide.open"_s, {.ratio = 2, .p99 = 100}, 6},
                        [&](sql::Connection &connection, int i) -> Result<> {
                            HEADWAY_CHECK(app::readBoard(connection, request(i)));
                            return {};
                        });
    wide.compareReading({u"board.wide.ids"_s, {.ratio = 2, .p99 = 100}, 6},
                        [&](sql::Connection &connection, int i) -> Result<> {
                            HEADWAY_CHECK(store::columnIds(connection, longest, {}, wide.viewer(i), 0));
                            return {};
                        });
    wide.compareReading({u"board.wide.page"_s, {.p99 = 16.7}, int(ids.size()) / page},
                        [&](sql::Connection &connection, int i) -> Result<> {
                            const auto from = ids.begin() + std::ptrdiff_t(i) * page;
                            HEADWAY_CHECK(store::rows(connection, EntityKind::Deal, {from, from + page}));
                            return {};
                        });
}

} // namespace

void measureWideBoard(Bench &bench)
{
    if (!bench.wants(u"board.wide.open"_s) && !bench.wants(u"board.wide.ids"_s)
        && !bench.wants(u"board.wide.page"_s))
        return;
    const QString path = must(copyOf(must(sampleBook(u"small"_s)), u"wide-board"_s));
    PipelineId pipeline;
    {
        const auto connection = must(store::openBook(path, sql::Access::ReadWrite));
        pipeline = makePipeline(*connection);
    }
    {
        Bench wide({.path = path}, bench.scale(), bench.only());
        measureReading(wide, pipeline);
        bench.addAll(wide.measurements());
    }
    sql::removeDatabaseFile(path);
}

} // namespace headway::bench
