// SPDX-License-Identifier: GPL-3.0-or-later
// report: won, lost and open deals by owner, team, stage …
#include "ctl/commands.h"

#include "ctl/recordjson.h"
#include "ctl/sumtable.h"
#include "ctl/typed.h"
#include "ctl/words.h"
#include "domain/text/daterange.h"
#include "domain/text/datetext.h"
#include "domain/text/quoted.h"
#include "store/summaries/reports.h"

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

template <class Enum>
std::optional<Enum> chosen(const QString &code)
{
    for (size_t i = 0; i < Choices<Enum>::list.size(); ++i) {
        if (code == QLatin1StringView(Choices<Enum>::list[i].code))
            return Enum(i);
    }
    return std::nullopt;
}

template <class Enum>
QString labelOf(Enum value)
{
    return QCoreApplication::translate(Label::context, Choices<Enum>::list[size_t(value)].label);
}

// "2017-q1" means its first day as --from and its last as --to.
Result<QDate> bound(const Calendar &calendar, const Arguments &arguments, const QString &option,
                    QDate DayRange::*end)
{
    const QString text = arguments.value(option);
    if (!arguments.has(option))
        return QDate();
    const auto range = parseDayRange(text, calendar);
    if (!range)
        return failure(ErrorCode::Invalid, Sentence::tr("%1: %2").arg(option, range.error().text));
    return (*range).*end;
}

Result<store::ReportRequest> requestOf(Session &session, const Arguments &arguments)
{
    store::ReportRequest request;
    request.of = chosen<store::ReportOf>(arguments.word(0).section(u'-', 0, 0)).value_or(request.of);
    request.by = chosen<store::ReportBy>(arguments.word(1)).value_or(request.by);
    HEADWAY_TRY(calendar, session.calendar());
    HEADWAY_TRY(from, bound(calendar, arguments, u"--from"_s, &DayRange::first));
    HEADWAY_TRY(to, bound(calendar, arguments, u"--to"_s, &DayRange::last));
    HEADWAY_TRY(filter, typedFilter(session, EntityKind::Deal, arguments.value(u"--filter"_s)));
    request.from = from;
    request.to = to;
    request.filter = filter;
    request.firstMonth = calendar.firstMonth;
    return request;
}

// `unnamed`: the label of a row without one; the same in every language.
QJsonObject rowJson(const store::ReportRow &row, const QString &unnamed)
{
    return {{u"label"_s, row.label.isEmpty() ? unnamed : row.label},
            {u"record"_s, row.ref ? QJsonValue(refJson(*row.ref)) : QJsonValue::Null},
            {u"count"_s, row.count},
            {u"sums"_s, sumsJson(row.sums)}};
}

QJsonObject reportJson(const Arguments &arguments, const store::ReportRequest &request,
                       const store::Report &report)
{
    QJsonArray rows;
    for (const store::ReportRow &row : report.rows)
        rows += rowJson(row, u"(none)"_s);
    const auto day = [](QDate date) {
        return date.isValid() ? QJsonValue(formatDay(date)) : QJsonValue::Null;
    };
    return {{u"report"_s, arguments.word(0)},
            {u"by"_s, arguments.word(1)},
            {u"from"_s, day(request.from)},
            {u"to"_s, day(request.to)},
            {u"rows"_s, rows},
            {u"total"_s, rowJson(report.total, u"Total"_s)}};
}

} // namespace

QStringList reportWords()
{
    QStringList words;
    for (const Choice &choice : Choices<store::ReportOf>::list)
        words += QString::fromLatin1(choice.code) + u"-by"_s;
    return words;
}

QStringList reportGroups()
{
    QStringList words;
    for (const Choice &choice : Choices<store::ReportBy>::list)
        words += QString::fromLatin1(choice.code);
    return words;
}

Result<ExitStatus> runReport(Session &session, const Arguments &arguments)
{
    HEADWAY_TRY(request, requestOf(session, arguments));
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(viewer, session.viewer());
    HEADWAY_TRY(report, store::report(*book, request, viewer));
    if (session.output().isJson()) {
        session.output().write(reportJson(arguments, request, report));
        return ExitStatus::Done;
    }
    std::vector<SumRow> rows;
    for (const store::ReportRow &row : report.rows)
        rows.push_back({row.label.isEmpty() ? Words::tr("(none)") : row.label, row.count, row.sums});
    const QString title = Words::tr("%1 by %2").arg(labelOf(request.of), labelOf(request.by).toLower());
    const Weighted weighted = request.of == store::ReportOf::Open ? Weighted::Shown : Weighted::Hidden;
    session.output().write(sumTable(session,
                                    {.title = title,
                                     .counted = Words::tr("Deals"),
                                     .rows = rows,
                                     .totals = {{Words::tr("Total"), report.total.count, report.total.sums}},
                                     .weighted = weighted}));
    return ExitStatus::Done;
}

} // namespace headway::ctl
