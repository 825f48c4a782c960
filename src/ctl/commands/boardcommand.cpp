// SPDX-License-Identifier: GPL-3.0-or-later
// board: the columns of a pipeline, or of leads, with their full counts and sums
#include "ctl/commands.h"

#include "ctl/kinds.h"
#include "ctl/recordjson.h"
#include "ctl/sumtable.h"
#include "ctl/typed.h"
#include "ctl/words.h"
#include "domain/records/loadedrecord.h"
#include "store/reading/lookups.h"
#include "store/summaries/board.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

Result<Pipeline> pipelineOf(sql::Connection &book, const Arguments &arguments)
{
    HEADWAY_TRY(lookups, store::loadLookups(book));
    if (lookups.pipelines.empty())
        return failure(ErrorCode::NotFound, Sentence::tr("This book has no pipeline yet."));
    if (!arguments.has(u"--pipeline"_s))
        return lookups.pipelines.front();
    HEADWAY_TRY(ref, recordNamed(book, EntityKind::Pipeline, arguments.value(u"--pipeline"_s)));
    return *lookups.pipeline({ref.id});
}

// The total of what is still open, the most important figure.
SumRow openTotal(const std::vector<store::BoardColumn> &columns)
{
    SumRow total{.label = Words::tr("Open")};
    for (const store::BoardColumn &column : columns) {
        if (column.lane.isClosed())
            continue;
        addTo(total, column.count, column.sums);
    }
    return total;
}

Result<std::vector<LoadedRecord>> cardsOf(sql::Connection &book, const Lane &lane, const Filter &filter,
                                          const store::Viewer &viewer, qint64 most)
{
    if (most == 0)
        return std::vector<LoadedRecord>{};
    HEADWAY_TRY(ids, store::columnIds(book, lane, filter, viewer, most));
    return store::rows(book, lane.status() ? EntityKind::Lead : EntityKind::Deal, ids);
}

QString cardText(const Session &session, const LoadedRecord &card)
{
    QStringList parts;
    for (const QStringView field : {u"name", u"company_id", u"organisation", u"rating", u"amount",
                                    u"estimated_value", u"expected_close", u"owner_id"}) {
        const int at = card.record.info().indexOf(field);
        const QString text = at < 0 ? QString() : session.display().cell(card, at);
        if (!text.isEmpty())
            parts += text;
    }
    return cell(u"    "_s + wordOf(card.record.ref) + u"  "_s + parts.join(u" · "_s),
                session.output().width())
        + u'\n';
}

QJsonObject columnJson(const store::BoardColumn &column, std::optional<qint64> averageDays,
                       const std::vector<LoadedRecord> &cards, bool withCards)
{
    const Lane &lane = column.lane;
    QJsonObject object{{u"count"_s, column.count}, {u"sums"_s, sumsJson(column.sums)}};
    object.insert(lane.status() ? u"status"_s : u"stage"_s,
                  QJsonObject{{u"id"_s, lane.id()}, {u"name"_s, lane.name()}});
    if (const Stage *stage = lane.stage()) {
        object.insert(u"type"_s, textOf(Codec<StageType>::read(stage->type)));
        object.insert(u"probability"_s, stage->probability);
    } else {
        object.insert(u"type"_s, textOf(Codec<LeadState>::read(lane.status()->type)));
    }
    if (averageDays)
        object.insert(u"average_days"_s, *averageDays);
    QJsonArray array;
    for (const LoadedRecord &card : cards)
        array += recordJson(card);
    if (withCards)
        object.insert(u"cards"_s, array);
    return object;
}

Result<EntityKind> boardKind(const QString &word)
{
    if (word.isEmpty())
        return EntityKind::Deal;
    HEADWAY_TRY(kind, kindNamed(word));
    if (kind != EntityKind::Deal && kind != EntityKind::Lead)
        return failure(ErrorCode::Invalid, Sentence::tr("There is a board of deals and one of leads."));
    return kind;
}

struct Board {
    std::vector<SumRow> rows = {};
    QJsonArray columns = {};
    QString below = {}; // the cards
    SumRow open = {};
};

Result<Board> readBoard(Session &session, sql::Connection &book, const store::BoardOf &of,
                        const Arguments &arguments)
{
    HEADWAY_TRY(filter, typedFilter(session, of.cards, arguments.value(u"--filter"_s)));
    HEADWAY_TRY(cards, arguments.number(u"--cards"_s, 0, 0));
    HEADWAY_TRY(viewer, session.viewer());
    HEADWAY_TRY(columns, store::boardColumns(book, of, filter, viewer));
    Board board{.open = openTotal(columns)};
    for (const store::BoardColumn &column : columns) {
        const std::optional<qint64> days = store::averageDays(column, session.now());
        board.rows.push_back({column.lane.name(), column.count, column.sums, days});
        HEADWAY_TRY(shown, cardsOf(book, column.lane, filter, viewer, cards));
        board.columns += columnJson(column, days, shown, cards > 0);
        board.below += shown.empty() ? QString() : u'\n' + cell(column.lane.name(), 0) + u'\n';
        for (const LoadedRecord &card : shown)
            board.below += cardText(session, card);
    }
    return board;
}

QJsonObject countJson(qint64 count, const std::vector<MoneySum> &sums)
{
    return {{u"count"_s, count}, {u"sums"_s, sumsJson(sums)}};
}

Result<ExitStatus> leadBoard(Session &session, sql::Connection &book, const Arguments &arguments)
{
    if (arguments.has(u"--pipeline"_s))
        return failure(ErrorCode::Invalid, Sentence::tr("Leads are in no pipeline: leave out --pipeline."));
    HEADWAY_TRY(board, readBoard(session, book, {.cards = EntityKind::Lead}, arguments));
    if (session.output().isJson()) {
        session.output().write(QJsonObject{{u"columns"_s, board.columns},
                                           {u"open"_s, countJson(board.open.count, board.open.sums)}});
        return ExitStatus::Done;
    }
    session.output().write(sumTable(session,
                                    {.title = Words::tr("Status"),
                                     .counted = Words::tr("Leads"),
                                     .rows = board.rows,
                                     .totals = {board.open}})
                           + board.below);
    return ExitStatus::Done;
}

} // namespace

Result<ExitStatus> runBoard(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(kind, boardKind(arguments.word(0)));
    if (kind == EntityKind::Lead)
        return leadBoard(session, *book, arguments);
    HEADWAY_TRY(pipeline, pipelineOf(*book, arguments));
    HEADWAY_TRY(board, readBoard(session, *book, {.pipeline = pipeline.id}, arguments));
    HEADWAY_TRY(filter, typedFilter(session, EntityKind::Deal, arguments.value(u"--filter"_s)));
    HEADWAY_TRY(viewer, session.viewer());
    HEADWAY_TRY(calendar, session.calendar());
    HEADWAY_TRY(won, store::wonWithin(*book, pipeline.id, thisQuarter(calendar), filter, viewer));
    if (session.output().isJson()) {
        session.output().write(QJsonObject{
            {u"pipeline"_s, QJsonObject{{u"id"_s, pipeline.id.value}, {u"name"_s, pipeline.name}}},
            {u"columns"_s, board.columns},
            {u"open"_s, countJson(board.open.count, board.open.sums)},
            {u"won_this_quarter"_s, countJson(won.count, won.sums)}});
        return ExitStatus::Done;
    }
    session.output().write(
        sumTable(session,
                 {.title = pipeline.name,
                  .counted = Words::tr("Deals"),
                  .rows = board.rows,
                  .totals = {board.open, {Words::tr("Won this quarter"), won.count, won.sums}},
                  .weighted = Weighted::Shown})
        + board.below);
    return ExitStatus::Done;
}

} // namespace headway::ctl
