// SPDX-License-Identifier: GPL-3.0-or-later
// list, count, search
#include "ctl/commands.h"

#include "app/text/owntext.h"
#include "app/text/presentation.h"
#include "ctl/kinds.h"
#include "ctl/recordjson.h"
#include "ctl/table.h"
#include "ctl/totalsline.h"
#include "ctl/typed.h"
#include "ctl/words.h"
#include "domain/records/loadedrecord.h"
#include "domain/records/record.h"
#include "domain/records/searchhit.h"
#include "domain/records/totals.h"
#include "domain/text/text.h"
#include "store/actions/actions.h"
#include "store/reading/lists.h"
#include "store/search/search.h"

#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

// Rows read and shown at a time, so that the longest list needs little memory.
constexpr size_t block = 2048;

QStringList usualColumns(EntityKind kind)
{
    const QStringList chosen = app::fieldNames(app::presentationOf(kind).briefColumns);
    return chosen.isEmpty() ? fieldWords(kind).mid(0, 6) : chosen;
}

// Those of a view, if there is one and no others are asked for.
Result<std::vector<TypedColumn>> columnsOf(Session &session, EntityKind kind, const Arguments &arguments,
                                           const std::vector<TypedColumn> &ofView)
{
    const QStringList typed = arguments.listed(u"--columns"_s);
    if (typed.isEmpty() && !ofView.empty())
        return ofView;
    return typedColumns(session, kind, typed.isEmpty() ? usualColumns(kind) : typed);
}

bool isNumeric(FieldType type)
{
    switch (type) {
    case FieldType::Integer:
    case FieldType::Money:
    case FieldType::Percent:
    case FieldType::Duration: return true;
    default: return false;
    }
}

// What a table shows of records.
struct Shown {
    EntityKind kind = EntityKind::Deal;
    std::vector<TypedColumn> columns = {};
    QString currency = {}; // of own amounts of records without one
};

Table tableOf(const Session &session, const Shown &shown)
{
    std::vector<Column> columns{{Words::tr("Id"), Align::Right}};
    const EntityInfo &info = entityInfo(shown.kind);
    for (const TypedColumn &column : shown.columns) {
        const FieldType type = column.own ? typeOf(column.own->kind) : info.field(column.field).type;
        columns.push_back({column.own ? column.own->label : session.display().label(info.field(column.field)),
                           isNumeric(type) ? Align::Right : Align::Left});
    }
    return Table(std::move(columns), session.output().width());
}

QStringList cellsOf(const Session &session, const LoadedRecord &row, const Shown &shown)
{
    QStringList cells{QString::number(row.record.ref.id)};
    for (const TypedColumn &column : shown.columns)
        cells += column.own ? app::ownText(*column.own, row.record.row, session.display(), shown.currency)
                            : session.display().cell(row, column.field);
    return cells;
}

// Calls `show` for the rows of `ids`, block by block.
Result<> eachBlock(sql::Connection &book, EntityKind kind, const std::vector<qint64> &ids,
                   const std::function<void(const std::vector<LoadedRecord> &)> &show)
{
    for (size_t from = 0; from < ids.size(); from += block) {
        const auto begin = ids.begin() + qsizetype(from);
        const auto end = ids.begin() + qsizetype(std::min(ids.size(), from + block));
        HEADWAY_TRY(rows, store::rows(book, kind, {begin, end}));
        show(rows);
    }
    return {};
}

Result<> writeTable(Session &session, sql::Connection &book, const Query &query,
                    const std::vector<qint64> &ids, const Shown &shown)
{
    Table table = tableOf(session, shown);
    HEADWAY_CHECK(eachBlock(book, query.kind, ids, [&](const std::vector<LoadedRecord> &rows) {
        for (const LoadedRecord &row : rows)
            table.add(cellsOf(session, row, shown));
        session.output().write(table.take());
    }));
    if (ids.empty())
        session.output().write(table.take());
    return {};
}

// One row per line, inside one object.
Result<> writeJson(Session &session, sql::Connection &book, const Query &query,
                   const std::vector<qint64> &ids, qint64 count)
{
    session.output().write(
        u"{\"kind\":\"%1\",\"count\":%2,\"rows\":[\n"_s.arg(wordOf(query.kind)).arg(count));
    bool first = true;
    HEADWAY_CHECK(eachBlock(book, query.kind, ids, [&](const std::vector<LoadedRecord> &rows) {
        QString text;
        for (const LoadedRecord &row : rows) {
            text += first ? QString() : u",\n"_s;
            text += QString::fromUtf8(QJsonDocument(recordJson(row)).toJson(QJsonDocument::Compact));
            first = false;
        }
        session.output().write(text);
    }));
    session.output().write(u"\n]}\n"_s);
    return {};
}

Result<TypedQuery> queryOf(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(kind, kindNamed(arguments.word(0)));
    return typedQuery(session, kind, arguments);
}

} // namespace

Result<ExitStatus> runList(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(typed, queryOf(session, arguments));
    const Query &query = typed.query;
    HEADWAY_TRY(limit, arguments.number(u"--limit"_s, 0, 0));
    HEADWAY_TRY(columns, columnsOf(session, query.kind, arguments, typed.columns));
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(currency, store::bookCurrency(*book));
    HEADWAY_TRY(viewer, session.viewer());
    const auto reading = sql::Transaction::read(*book); // so that totals and rows agree
    if (!reading)
        return failure(reading.error());
    HEADWAY_TRY(totals, store::totals(*book, query, viewer));
    HEADWAY_TRY(ids, store::ids(*book, query, viewer, limit));
    if (session.output().isJson()) {
        HEADWAY_CHECK(writeJson(session, *book, query, ids, totals.count));
        return ExitStatus::Done;
    }
    HEADWAY_CHECK(writeTable(session, *book, query, ids, {query.kind, columns, currency}));
    QString line = totalsLine(session.display(), query.kind, totals);
    if (qint64(ids.size()) < totals.count)
        line += u' ' + Words::tr("(the first %1 shown)").arg(session.display().number(qint64(ids.size())));
    session.output().tell(line);
    return ExitStatus::Done;
}

Result<ExitStatus> runCount(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(typed, queryOf(session, arguments));
    const Query &query = typed.query;
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(viewer, session.viewer());
    HEADWAY_TRY(totals, store::totals(*book, query, viewer));
    if (session.output().isJson())
        session.output().write(QJsonObject{
            {u"kind"_s, wordOf(query.kind)}, {u"count"_s, totals.count}, {u"sums"_s, sumsJson(totals.sums)}});
    else
        session.output().write(totalsLine(session.display(), query.kind, totals) + u'\n');
    return ExitStatus::Done;
}

Result<ExitStatus> runSearch(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(limit, arguments.number(u"--limit"_s, 1, 20));
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(hits, store::search(*book, arguments.words().join(u' '), int(limit)));
    Table table({{Words::tr("Record")}, {Words::tr("Name")}, {Words::tr("Detail")}},
                session.output().width());
    QJsonArray array;
    for (const SearchHit &hit : hits) {
        table.add({wordOf(hit.ref), hit.title, joinFilled({hit.detail, hit.foundBy}, u" · "_s)});
        QJsonObject object = refJson(hit.ref);
        object.insert(u"title"_s, hit.title);
        object.insert(u"detail"_s, hit.detail);
        object.insert(u"found_by"_s, hit.foundBy);
        array += object;
    }
    if (session.output().isJson())
        session.output().write(QJsonObject{{u"hits"_s, array}});
    else if (hits.empty())
        session.output().tell(Sentence::tr("Nothing has these words."));
    else
        session.output().write(table.take());
    return ExitStatus::Done;
}

} // namespace headway::ctl
