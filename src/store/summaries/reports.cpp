// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/summaries/reports.h"

#include "domain/records/record.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

// How deals are grouped into rows: SQL on the deal `r` and its stage `s`, which are always joined.
struct Grouping {
    QString key = {};    // the same for all deals of a row; NULL or empty for deals without one
    QString label = {};  // determined by the key
    QString family = {}; // tells equal labels apart; may be empty
    QString joins = {};
    QString order = {};                  // of the rows, with the columns it needs; empty: by value or label
    std::optional<EntityKind> kind = {}; // if the key is a record's id
    bool isMonthNumber = false;          // the label is 202603
};

Grouping ofReference(QStringView column, EntityKind kind)
{
    return {.key = u"r."_s + column,
            .label = u"x.name"_s,
            .joins = u" LEFT JOIN "_s + tableName(kind) + u" x ON x.id = r."_s + column,
            .kind = kind};
}

QString dateColumn(ReportOf of)
{
    return of == ReportOf::Open ? u"expected_close"_s : u"closed_on"_s;
}

// "2026-03", from the number stored with the deal, in whose order there is an index.
Grouping ofStoredMonth()
{
    return {.key = u"r.close_month"_s, .label = u"r.close_month"_s, .isMonthNumber = true};
}

Grouping ofDays(const QString &key)
{
    return {.key = key, .label = key};
}

// A fiscal year is named after the calendar year it ends in. Months are counted from the year 0.
QString fiscalQuarterOf(const QString &day, int firstMonth)
{
    const QString months =
        u"(CAST(substr(%1, 1, 4) AS INTEGER) * 12 + CAST(substr(%1, 6, 2) AS INTEGER) - %2)"_s.arg(day).arg(
            firstMonth);
    return u"'FY' || CAST(%1 / 12 + 1 AS TEXT) || ' Q' || CAST(%1 % 12 / 3 + 1 AS TEXT)"_s.replace(u"%1"_s,
                                                                                                   months);
}

QString quarterOf(const QString &day, int firstMonth)
{
    if (firstMonth > 1)
        return fiscalQuarterOf(day, firstMonth);
    return u"substr("_s + day + u", 1, 4) || ' Q' || CAST((CAST(substr("_s + day
        + u", 6, 2) AS INTEGER) + 2) / 3 AS TEXT)"_s;
}

Grouping groupingFor(const ReportRequest &request)
{
    const QString day = u"r."_s + dateColumn(request.of);
    switch (request.by) {
    case ReportBy::Owner: return ofReference(u"owner_id", EntityKind::User);
    case ReportBy::Product: return ofReference(u"product_id", EntityKind::Product);
    case ReportBy::Source: return ofReference(u"source_id", EntityKind::Source);
    case ReportBy::Company: return ofReference(u"company_id", EntityKind::Company);
    case ReportBy::Reason: return ofReference(u"lost_reason_id", EntityKind::LostReason);
    case ReportBy::Team:
        return {.key = u"u.team_id"_s,
                .label = u"x.name"_s,
                .joins =
                    u" LEFT JOIN user_account u ON u.id = r.owner_id LEFT JOIN team x ON x.id = u.team_id"_s,
                .kind = EntityKind::Team};
    case ReportBy::Stage:
        return {.key = u"r.stage_id"_s,
                .label = u"s.name"_s,
                .family = u"p.name"_s,
                .joins = u" JOIN pipeline p ON p.id = s.pipeline_id"_s,
                .order = u"p.position, p.id, s.position, s.id"_s,
                .kind = EntityKind::Stage};
    case ReportBy::Sector:
        return {.key = u"coalesce(x.sector, '')"_s,
                .label = u"coalesce(x.sector, '')"_s,
                .joins = u" LEFT JOIN company x ON x.id = r.company_id"_s};
    case ReportBy::Month:
        if (request.of == ReportOf::Open)
            return ofStoredMonth();
        return ofDays(u"substr("_s + day + u", 1, 7)"_s);
    case ReportBy::Quarter: return ofDays(quarterOf(day, request.firstMonth));
    }
    return {};
}

QString statementFor(const Grouping &grouping, const Clause &where)
{
    const QString none = u"''"_s;
    const QString family = grouping.family.isEmpty() ? none : grouping.family;
    const QString order = grouping.order.isEmpty() ? QString() : u", "_s + grouping.order;
    QStringList groups{grouping.key};
    if (grouping.label != grouping.key)
        groups += grouping.label;
    if (!grouping.family.isEmpty())
        groups += family;
    return u"SELECT "_s + grouping.key + u", "_s + grouping.label + u", "_s + family
        + u", r.currency, count(*), count(r.amount), CAST(sum(r.amount) AS BIGINT), CAST(sum("_s
        + weightedExpression().replace(u"d."_s, u"r."_s)
        + u") AS BIGINT)"
          " FROM deal r JOIN stage s ON s.id = r.stage_id"_s
        + grouping.joins + where.text + u" GROUP BY "_s + groups.join(u", "_s) + u", r.currency"_s + order
        + u" ORDER BY "_s + (grouping.order.isEmpty() ? grouping.key : grouping.order);
}

QString labelOf(const Grouping &grouping, const QString &text)
{
    return grouping.isMonthNumber && !text.isEmpty() ? text.left(4) + u'-' + text.mid(4) : text;
}

const MoneySum *sumIn(const ReportRow &row, const QString &currency)
{
    const auto found = std::find_if(row.sums.begin(), row.sums.end(),
                                    [&](const MoneySum &sum) { return sum.currency == currency; });
    return found == row.sums.end() ? nullptr : &*found;
}

void add(ReportRow &row, qint64 count, const std::vector<MoneySum> &sums)
{
    row.count += count;
    for (const MoneySum &sum : sums)
        addSum(row.sums, sum);
}

// Each row's currencies in the order of the total's, so that the columns align.
void sortSums(Report &report)
{
    const std::vector<MoneySum> &sums = report.total.sums;
    const auto placeOf = [&](const MoneySum &sum) {
        return std::find_if(sums.begin(), sums.end(),
                            [&](const MoneySum &s) { return s.currency == sum.currency; })
            - sums.begin();
    };
    for (ReportRow &row : report.rows)
        std::sort(row.sums.begin(), row.sums.end(),
                  [&](const MoneySum &a, const MoneySum &b) { return placeOf(a) < placeOf(b); });
}

bool isNone(const ReportRow &row)
{
    return row.label.isEmpty();
}

// By value in the currency with the most money, then by number; deals without one last.
void sortByValue(Report &report)
{
    const QString currency = report.total.sums.empty() ? QString() : report.total.sums.front().currency;
    const auto valueOf = [&](const ReportRow &row) {
        const MoneySum *sum = sumIn(row, currency);
        return sum ? sum->minor : 0;
    };
    std::stable_sort(report.rows.begin(), report.rows.end(), [&](const ReportRow &a, const ReportRow &b) {
        if (isNone(a) != isNone(b))
            return isNone(b);
        if (valueOf(a) != valueOf(b))
            return valueOf(a) > valueOf(b);
        return a.count != b.count ? a.count > b.count : a.label < b.label;
    });
}

void sortInTime(Report &report)
{
    std::sort(report.rows.begin(), report.rows.end(), [](const ReportRow &a, const ReportRow &b) {
        return isNone(a) != isNone(b) ? isNone(b) : a.label < b.label;
    });
}

void sortRows(Report &report, ReportBy by)
{
    if (by == ReportBy::Month || by == ReportBy::Quarter)
        sortInTime(report);
    else if (by != ReportBy::Stage) // the database has sorted them in the board's order
        sortByValue(report);
}

// Two pipelines may both have a stage "Won": then each row is labelled with its pipeline.
void nameFamilies(std::vector<ReportRow> &rows, const QStringList &families)
{
    QStringList distinct = families;
    distinct.removeDuplicates();
    if (distinct.size() < 2)
        return;
    for (size_t i = 0; i < rows.size(); ++i)
        rows[i].label = families[qsizetype(i)] + u": "_s + rows[i].label;
}

Result<> refuseImpossible(const ReportRequest &request)
{
    if (request.by == ReportBy::Reason && request.of != ReportOf::Lost)
        return failure(ErrorCode::Invalid, Sentence::tr("Only lost deals have a reason."));
    if (request.from.isValid() && request.to.isValid() && request.from > request.to)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("The report begins after its end: %1 is later than %2.")
                           .arg(request.from.toString(Qt::ISODate), request.to.toString(Qt::ISODate)));
    return {};
}

Condition dayBound(const ReportRequest &request, Comparison comparison, QDate day)
{
    return {.field = entityInfo(EntityKind::Deal).indexOf(dateColumn(request.of)),
            .comparison = comparison,
            .values = {day.toString(Qt::ISODate)}};
}

} // namespace

Filter reportedDeals(const ReportRequest &request)
{
    Filter filter = request.filter;
    const QStringList states = request.of == ReportOf::Won ? QStringList{u"won"_s}
        : request.of == ReportOf::Lost                     ? QStringList{u"lost"_s}
                                                           : QStringList{u"open"_s, u"on_hold"_s};
    filter.conditions.push_back({.field = entityInfo(EntityKind::Deal).indexOf(u"status"), .values = states});
    if (request.from.isValid())
        filter.conditions.push_back(dayBound(request, Comparison::GreaterOrEqual, request.from));
    if (request.to.isValid())
        filter.conditions.push_back(dayBound(request, Comparison::LessOrEqual, request.to));
    return filter;
}

Result<Report> report(sql::Connection &connection, const ReportRequest &request, const Viewer &viewer)
{
    HEADWAY_CHECK(refuseImpossible(request));
    HEADWAY_TRY(where, whereClause(connection, EntityKind::Deal, reportedDeals(request), viewer));
    const Grouping grouping = groupingFor(request);
    Report result;
    QStringList families;
    sql::Value present; // the key of the present row
    // A row's currencies come one after another; a deal without a company and one whose company has no
    // sector are both rows without a sector.
    HEADWAY_CHECK(
        connection.each(statementFor(grouping, where), where.binds, [&](const sql::RowView &row) -> Result<> {
            const sql::Value key = row.text(0).isEmpty() ? sql::Value() : row.value(0);
            if (result.rows.empty() || key != present) {
                present = key;
                result.rows.push_back({.label = labelOf(grouping, row.text(1))});
                families += row.text(2);
                if (grouping.kind && !row.isNull(0))
                    result.rows.back().ref = EntityRef{*grouping.kind, row.integer(0)};
            }
            std::vector<MoneySum> sums;
            if (row.integer(5) > 0)
                sums.push_back({row.text(3), row.integer(6), row.integer(7)});
            add(result.rows.back(), row.integer(4), sums);
            return {};
        }));
    for (const ReportRow &row : result.rows)
        add(result.total, row.count, row.sums);
    sortSums(result);
    nameFamilies(result.rows, families);
    sortRows(result, request.by);
    return result;
}

} // namespace headway::store
