// SPDX-License-Identifier: GPL-3.0-or-later
// board: the pipeline's columns with their full counts and sums
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

struct Board {
    Pipeline pipeline = {};
    std::vector<store::BoardColumn> columns = {};
};

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
        if (isClosed(column.stage.type))
            continue;
        addTo(total, column.count, column.sums);
    }
    return total;
}

Result<std::vector<LoadedRecord>> cardsOf(sql::Connection &book, StageId stage, const Filter &filter,
                                          const store::Viewer &viewer, qint64 most)
{
    if (most == 0)
        return std::vector<LoadedRecord>{};
    HEADWAY_TRY(ids, store::columnIds(book, stage, filter, viewer, most));
    return store::rows(book, EntityKind::Deal, ids);
}

QString cardText(const Session &session, const LoadedRecord &card)
{
    QStringList parts;
    for (const QStringView field : {u"name", u"company_id", u"amount", u"expected_close", u"owner_id"}) {
        const QString text = session.display().cell(card, card.record.info().indexOf(field));
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
    QJsonObject object{
        {u"stage"_s, QJsonObject{{u"id"_s, column.stage.id.value}, {u"name"_s, column.stage.name}}},
        {u"type"_s, textOf(Codec<StageType>::read(column.stage.type))},
        {u"probability"_s, column.stage.probability},
        {u"count"_s, column.count},
        {u"sums"_s, sumsJson(column.sums)}};
    if (averageDays)
        object.insert(u"average_days"_s, *averageDays);
    QJsonArray array;
    for (const LoadedRecord &card : cards)
        array += recordJson(card);
    if (withCards)
        object.insert(u"cards"_s, array);
    return object;
}

} // namespace

Result<ExitStatus> runBoard(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(filter, typedFilter(session, EntityKind::Deal, arguments.value(u"--filter"_s)));
    HEADWAY_TRY(cards, arguments.number(u"--cards"_s, 0, 0));
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(viewer, session.viewer());
    HEADWAY_TRY(pipeline, pipelineOf(*book, arguments));
    HEADWAY_TRY(columns, store::boardColumns(*book, pipeline.id, filter, viewer));
    std::vector<SumRow> rows;
    QJsonArray array;
    QString below;
    for (const store::BoardColumn &column : columns) {
        const std::optional<qint64> days = store::averageDays(column, session.now());
        rows.push_back({column.stage.name, column.count, column.sums, days});
        HEADWAY_TRY(shown, cardsOf(*book, column.stage.id, filter, viewer, cards));
        array += columnJson(column, days, shown, cards > 0);
        below += shown.empty() ? QString() : u'\n' + cell(column.stage.name, 0) + u'\n';
        for (const LoadedRecord &card : shown)
            below += cardText(session, card);
    }
    const SumRow open = openTotal(columns);
    HEADWAY_TRY(calendar, session.calendar());
    HEADWAY_TRY(won, store::wonWithin(*book, pipeline.id, thisQuarter(calendar), filter, viewer));
    if (session.output().isJson()) {
        session.output().write(QJsonObject{
            {u"pipeline"_s, QJsonObject{{u"id"_s, pipeline.id.value}, {u"name"_s, pipeline.name}}},
            {u"columns"_s, array},
            {u"open"_s, QJsonObject{{u"count"_s, open.count}, {u"sums"_s, sumsJson(open.sums)}}},
            {u"won_this_quarter"_s, QJsonObject{{u"count"_s, won.count}, {u"sums"_s, sumsJson(won.sums)}}}});
        return ExitStatus::Done;
    }
    session.output().write(sumTable(session, pipeline.name, rows,
                                    {open, {Words::tr("Won this quarter"), won.count, won.sums}},
                                    Weighted::Shown)
                           + below);
    return ExitStatus::Done;
}

} // namespace headway::ctl
