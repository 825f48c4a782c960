// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/groupsql.h"

#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "store/rows/dealmoney.h"

#include <QDateTime>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

constexpr int mostMonths = 1200;               // what lies before is in the first group
constexpr qint64 amidAgenda = qint64(1) << 61; // after all times that are planned, before all that are over

QString columnOf(EntityKind kind, const Grouping &by)
{
    switch (by.subject) {
    case Subject::Created: return u"r.created_at"_s;
    case Subject::Modified: return u"r.modified_at"_s;
    default: return u"r."_s + entityInfo(kind).field(by.field).name;
    }
}

// "2026-11-30" is in month 24322; in a quarter, its first month.
QString monthOfDay(const QString &day, const GroupedQuery &query)
{
    const QString month =
        u"(CAST(substr(%1, 1, 4) AS INTEGER) * 12 + CAST(substr(%1, 6, 2) AS INTEGER) - 1)"_s.arg(day);
    if (query.by.span != GroupSpan::Quarter)
        return month;
    return u"(%1 - (%1 - %2) % 3)"_s.arg(month).arg(query.firstMonth - 1);
}

struct TimeSpan {
    qint64 from = 0; // milliseconds since 1970
    int month = 0;   // its number
};

// A tree of comparisons: ten for a hundred years.
QString branch(const QString &column, std::span<const TimeSpan> spans)
{
    if (spans.size() == 1)
        return QString::number(spans.front().month);
    const size_t half = spans.size() / 2;
    return u"CASE WHEN "_s + column + u" < "_s + QString::number(spans[half].from) + u" THEN "_s
        + branch(column, spans.first(half)) + u" ELSE "_s + branch(column, spans.subspan(half)) + u" END"_s;
}

Result<QString> monthOfMoment(sql::Connection &connection, const QString &column, const GroupedQuery &query,
                              const Viewer &viewer, const Clause &where)
{
    qint64 first = 0;
    qint64 last = 0;
    HEADWAY_CHECK(connection.each(u"SELECT min("_s + column + u"), max("_s + column + u") FROM "_s
                                      + tableName(query.query.kind) + u" r"_s + where.text,
                                  where.binds, [&](const sql::RowView &row) -> Result<> {
                                      first = row.integer(0);
                                      last = row.integer(1);
                                      return {};
                                  }));
    const auto monthAt = [&](qint64 ms) {
        const QDate day = QDateTime::fromMSecsSinceEpoch(ms, viewer.zone).date();
        const int month = monthNumber(day.year(), day.month());
        return query.by.span == GroupSpan::Quarter ? quarterBegin(month, query.firstMonth) : month;
    };
    const int step = query.by.span == GroupSpan::Quarter ? 3 : 1;
    const int end = monthAt(last);
    std::vector<TimeSpan> spans;
    for (int month = std::max(monthAt(first), end - mostMonths); month <= end; month += step) {
        const QDate day(month / 12, month % 12 + 1, 1);
        spans.push_back({day.startOfDay(viewer.zone).toMSecsSinceEpoch(), month});
    }
    return u"CASE WHEN "_s + column + u" IS NOT NULL THEN "_s + branch(column, spans) + u" END"_s;
}

// The whole row is looked at of what is planned for these days alone: the index activity_agenda has state and time of
// all, and what takes a whole day begins there, wherever it was planned, within two days of it here.
GroupKey dueKey(const GroupedQuery &query, const Viewer &viewer)
{
    const auto then = [](AgendaPart part) -> QString { return u" THEN "_s + QString::number(int(part)); };
    const auto partBy = [&then](const QString &column, const QString &today,
                                const QString &tomorrow) -> QString {
        return u"CASE WHEN "_s + column + u" < "_s + today + then(AgendaPart::Overdue) + u" WHEN "_s + column
            + u" < "_s + tomorrow + then(AgendaPart::Today) + u" WHEN "_s + column + u" IS NOT NULL"_s
            + then(AgendaPart::Next) + u" END"_s;
    };
    const auto named = [](QDate day) -> QString { return u'\'' + day.toString(Qt::ISODate) + u'\''; };
    const auto begin = [&viewer](QDate day) {
        return QString::number(day.startOfDay(viewer.zone).toMSecsSinceEpoch());
    };
    const QDate tomorrow = query.today.addDays(1);
    const QString planned = u"(SELECT coalesce("_s + partBy(u"p.day"_s, named(query.today), named(tomorrow))
        + u", "_s + partBy(u"p.at"_s, begin(query.today), begin(tomorrow))
        + u") FROM activity p WHERE p.id = r.id)"_s;
    GroupKey key;
    key.expression = u"(CASE WHEN r.state <> 'planned'"_s + then(AgendaPart::Over) + u" WHEN r.at < "_s
        + begin(query.today.addDays(-2)) + then(AgendaPart::Overdue) + u" WHEN r.at >= "_s
        + begin(query.today.addDays(3)) + then(AgendaPart::Next) + u" ELSE "_s + planned + u" END)"_s;
    key.isAhead = agendaExpression() + u" < "_s + QString::number(amidAgenda);
    key.isOver = agendaExpression() + u" >= "_s + QString::number(amidAgenda);
    return key;
}

} // namespace

Result<GroupKey> groupKeyOf(sql::Connection &connection, const GroupedQuery &query, const Viewer &viewer,
                            const Clause &where)
{
    if (query.by.span == GroupSpan::Due)
        return dueKey(query, viewer);
    const EntityKind kind = query.query.kind;
    GroupKey key;
    if (!query.query.order.empty()) {
        const SortKey &first = query.query.order.front();
        key.isBackwards = first.order == SortOrder::Descending && first.subject == query.by.subject
            && first.field == query.by.field;
    }
    if (query.by.subject == Subject::Probability) {
        key.expression = u"(SELECT "_s + probabilityExpression().replace(u"d."_s, u"r."_s)
            + u" FROM stage s WHERE s.id = r.stage_id)"_s;
        return key;
    }
    key.expression = columnOf(kind, query.by);
    const bool isField = query.by.subject == Subject::Field;
    const FieldType type = isField ? entityInfo(kind).field(query.by.field).type : FieldType::Moment;
    switch (type) {
    case FieldType::Day: key.expression = monthOfDay(key.expression, query); break;
    case FieldType::Moment: {
        HEADWAY_TRY(month, monthOfMoment(connection, key.expression, query, viewer, where));
        const int day = isField ? dayFieldOf(entityInfo(kind), query.by.field) : -1;
        if (day >= 0) { // the month of the day itself, where it takes the whole day
            const QString column = u"r."_s + entityInfo(kind).field(day).name;
            month = u"(CASE WHEN "_s + column + u" IS NOT NULL THEN "_s + monthOfDay(column, query)
                + u" ELSE "_s + month + u" END)"_s;
        }
        key.expression = month;
        break;
    }
    case FieldType::Reference: key.target = entityInfo(kind).field(query.by.field).target; break;
    case FieldType::Choice:
        key.choices = entityInfo(kind).field(query.by.field).choices;
        key.isText = true;
        break;
    case FieldType::YesNo: key.isBackwards = !key.isBackwards; break; // yes comes first
    case FieldType::Text:
    case FieldType::Currency: key.isText = true; break;
    default: break;
    }
    return key;
}

GroupOrder groupOrderOf(const GroupKey &key, const QString &expression)
{
    GroupOrder order;
    QStringList terms;
    if (key.target) {
        const EntityInfo &info = entityInfo(*key.target);
        order.joins = u" LEFT JOIN "_s + tableName(*key.target) + u" g ON g.id = "_s + expression;
        if (*key.target == EntityKind::Stage)
            terms += u"g.pipeline_id"_s;
        if (info.indexOf(u"position") >= 0)
            terms += u"g.position"_s;
        if (info.indexOf(u"name_key") >= 0)
            terms += u"g.name_key"_s;
    } else if (!key.choices.empty()) {
        terms += choiceRank(expression, key.choices);
    }
    terms += expression; // so that what has the same name does not mix
    order.terms += u"CASE WHEN "_s + expression + u" IS NULL"_s
        + (key.isText ? u" OR "_s + expression + u" = ''"_s : QString()) + u" THEN 1 ELSE 0 END"_s;
    for (const QString &term : terms)
        order.terms += key.isBackwards ? term + u" DESC"_s : term;
    return order;
}

} // namespace headway::store
