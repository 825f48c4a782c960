// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/stylequestions.h"

#include "exchange/plan/columnfit.h"
#include "exchange/plan/targetcontent.h"
#include "transfer/rows/importstages.h"

#include <variant>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

using exchange::Content;

bool isOf(ImportQuestion::About about, Content content)
{
    return about == ImportQuestion::About::DayOrder
        ? content == Content::Day
        : content == Content::Number || content == Content::Percent;
}

bool isUncertain(ImportQuestion::About about, const QStringList &cells)
{
    return about == ImportQuestion::About::DayOrder
        ? detectDateOrder(cells).certainty != Certainty::Certain
        : detectAmountStyle(cells).certainty != Certainty::Certain;
}

QString sampleOf(ImportQuestion::About about, const QStringList &cells)
{
    const QString sample = about == ImportQuestion::About::DayOrder ? detectDateOrder(cells).sample
                                                                    : detectAmountStyle(cells).sample;
    return sample.isEmpty() ? cells.value(0) : sample;
}

// One for all its columns; it names the first of those that can be read in two ways by themselves, else the first.
ImportQuestion question(ImportQuestion::About about, const exchange::ImportPlan &plan,
                        const std::vector<QStringList> &rows)
{
    ImportQuestion asked{.about = about};
    bool isNamed = false;
    for (const exchange::ImportInput &input : plan.inputs) {
        if (input.column < 0 || !isOf(about, exchange::contentOf(plan, input.target)))
            continue;
        QStringList cells;
        for (const QStringList &row : rows) {
            if (const QString cell = row[input.column].trimmed(); !cell.isEmpty())
                cells += cell;
        }
        if (cells.isEmpty())
            continue;
        asked.rows += cells.size();
        const bool isUnclear = isUncertain(about, cells);
        if (isNamed || (!asked.column.isEmpty() && !isUnclear))
            continue;
        isNamed = isUnclear;
        asked.target = input.target.name;
        asked.column = input.columnName;
        asked.text = sampleOf(about, cells);
    }
    return asked;
}

} // namespace

std::vector<ImportQuestion> styleQuestions(const exchange::ImportPlan &plan,
                                           const std::vector<QStringList> &rows,
                                           const exchange::StyleOptions &said)
{
    std::vector<ImportQuestion> asked;
    if (exchange::detectStyle(plan, rows, said))
        return asked;
    // What fails though the other one is said is open.
    exchange::StyleOptions order = said;
    order.dateOrder = said.dateOrder.value_or(DateOrder::YearMonthDay);
    if (!exchange::detectStyle(plan, rows, order))
        asked.push_back(question(ImportQuestion::About::DecimalMark, plan, rows));
    exchange::StyleOptions mark = said;
    mark.decimalMark = said.decimalMark.value_or(u'.');
    if (!exchange::detectStyle(plan, rows, mark))
        asked.push_back(question(ImportQuestion::About::DayOrder, plan, rows));
    return asked;
}

Result<std::vector<ImportQuestion>> styleQuestions(RowSource &source, const ImportRequest &request,
                                                   const std::vector<CustomField> &custom,
                                                   const std::vector<Stage> &stages)
{
    std::vector<ImportQuestion> asked;
    HEADWAY_TRY(columns, source.begin());
    HEADWAY_TRY(first, SampleRows::read(source));
    const std::vector<QStringList> rows = first.cells();
    const exchange::PlanRules rules{request.map, request.set, exchange::FileIds::Ignored};
    auto plan = exchange::planImport(request.kind, columns.names, rules, custom);
    if (!plan || request.match.contains(u"id"_s)) // ours is written in one way
        return asked;
    leaveOtherThanStages(*plan, request.map, stages, rows);
    exchange::leaveMisfits(*plan, request.map, rows);
    return styleQuestions(*plan, first.typed(),
                          {request.dateOrder, request.decimalMark, request.currency, request.zone});
}

Result<SampleRows> SampleRows::read(RowSource &source, int most)
{
    SampleRows first;
    while (int(first.m_rows.size()) < most) {
        HEADWAY_TRY(item, source.next());
        if (!item)
            break;
        if (auto *present = std::get_if<SourceRow>(&*item))
            first.m_rows.push_back(std::move(*present));
    }
    return first;
}

std::vector<QStringList> SampleRows::cells(QChar decimalMark) const
{
    std::vector<QStringList> cells;
    cells.reserve(m_rows.size());
    for (SourceRow row : m_rows) {
        row.writeNumbers(decimalMark);
        cells.push_back(std::move(row.cells));
    }
    return cells;
}

std::vector<QStringList> SampleRows::typed() const
{
    std::vector<QStringList> cells;
    cells.reserve(m_rows.size());
    for (const SourceRow &row : m_rows) {
        cells.push_back(row.cells);
        for (const qsizetype column : row.numbers)
            cells.back()[column].clear();
    }
    return cells;
}

} // namespace headway::transfer
