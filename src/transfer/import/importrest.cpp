// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importrest.h"

#include "domain/changes/change.h"
#include "domain/records/record.h"
#include "domain/text/text.h"
#include "transfer/rows/importcells.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::RestColumn;
using exchange::RestPolicy;

namespace {

constexpr qsizetype mostLookedAt = 2000;     // columns
constexpr std::ptrdiff_t rowsLookedAt = 200; // of what only could become a field

// Whether kinds of fields have to be found out from all rows.
bool wantsAllRows(const ImportRequest &request)
{
    return request.rest == RestPolicy::Own
        || std::any_of(request.own.begin(), request.own.end(), [](const exchange::OwnRule &rule) {
               return rule.goes == RestPolicy::Own && (!rule.kind || *rule.kind == CustomKind::Choice);
           });
}

bool hasRule(const ImportRequest &request, const QString &column)
{
    return std::any_of(request.own.begin(), request.own.end(),
                       [&](const exchange::OwnRule &rule) { return fold(rule.column) == fold(column); });
}

Result<> checkKind(const ImportRequest &request)
{
    const auto wants = [&](RestPolicy policy) {
        return request.rest == policy
            || std::any_of(request.own.begin(), request.own.end(),
                           [&](const exchange::OwnRule &rule) { return rule.goes == policy; });
    };
    const KindName kind{request.kind, Number::Many};
    if (wants(RestPolicy::Own) && !exchange::canHaveOwnFields(request.kind))
        return failure(ErrorCode::Invalid, Sentence::tr("There are no own fields for %1.").arg(kind));
    if (wants(RestPolicy::Note) && !canKeep(request.kind))
        return failure(ErrorCode::Invalid, Sentence::tr("There is no room for notes in %1.").arg(kind));
    return {};
}

} // namespace

exchange::RestRules restRulesOf(const ImportRequest &request)
{
    return {request.rest, request.own, request.map, request.restColumns};
}

Result<exchange::PlanRules> rulesWithout(exchange::PlanRules rules, const QStringList &columns,
                                         const ImportRequest &request)
{
    HEADWAY_TRY(aside, exchange::setAside(columns, restRulesOf(request)));
    rules.map.insert(rules.map.end(), aside.begin(), aside.end());
    return rules;
}

Result<> ImportRest::plan(RowSource &source, const ImportRequest &request,
                          const std::vector<QStringList> &samples, QChar decimalMark,
                          exchange::ImportPlan &plan)
{
    HEADWAY_CHECK(checkKind(request));
    if (plan.notImported.isEmpty())
        return {};
    const QSet<QString> rest(plan.notImported.begin(), plan.notImported.end());
    const bool areMany = rest.size() > mostLookedAt; // then only those with rules
    if (areMany && request.rest == RestPolicy::Own)
        return failure(exchange::tooManyOwnFields(rest.size()));
    for (qsizetype i = 0; i < plan.columns.size(); ++i) {
        if (rest.contains(plan.columns[i]) && (!areMany || hasRule(request, plan.columns[i])))
            m_guesses.try_emplace(i);
    }
    const auto note = [this](const QStringList &cells) {
        for (auto &[column, guess] : m_guesses)
            guess.note(cells[column]);
    };
    if (wantsAllRows(request)) {
        HEADWAY_CHECK(source.begin());
        while (true) {
            HEADWAY_TRY(item, source.next());
            if (!item)
                break;
            if (auto *row = std::get_if<SourceRow>(&*item)) {
                row->writeNumbers(decimalMark);
                note(row->cells);
            }
        }
    } else {
        const auto end = samples.begin() + std::min(std::ssize(samples), rowsLookedAt);
        std::for_each(samples.begin(), end, note);
    }
    HEADWAY_TRY(columns, exchange::planRest(plan, restRulesOf(request), m_guesses));
    m_columns = columns;
    exchange::takeRest(plan, m_columns);
    return {};
}

Result<exchange::CellStyle> ImportRest::style(const exchange::ImportPlan &plan,
                                              const std::vector<QStringList> &samples,
                                              const exchange::StyleOptions &options) const
{
    auto style = exchange::detectStyle(plan, samples, options);
    if (style)
        return style;
    const auto isNew = [&](const exchange::ImportInput &input) {
        return std::any_of(m_columns.begin(), m_columns.end(), [&](const RestColumn &column) {
            return column.goes == RestPolicy::Own && column.isNew && column.index == input.column;
        });
    };
    exchange::ImportPlan others = plan;
    std::erase_if(others.inputs, isNew);
    exchange::ImportPlan own = plan;
    std::erase_if(own.inputs, [&](const exchange::ImportInput &input) { return !isNew(input); });
    const auto ofOthers = exchange::detectStyle(others, samples, options);
    // What can be read in two ways by itself is asked.
    return ofOthers && exchange::detectStyle(own, samples, options) ? ofOthers : style;
}

void ImportRest::settle(const ImportRequest &request, const exchange::CellStyle &style,
                        exchange::ImportPlan &plan)
{
    exchange::settleKinds(plan, m_columns, restRulesOf(request), m_guesses, style);
    m_guesses.clear();
}

Result<> ImportRest::makeFields(store::StepWriter &step) const
{
    for (const RestColumn &column : m_columns) {
        if (column.goes == RestPolicy::Own && column.isNew)
            HEADWAY_CHECK(step.apply(create(column.field)));
    }
    return {};
}

void ImportRest::count(const QStringList &cells)
{
    for (RestColumn &column : m_columns) {
        const QStringView text = QStringView(cells[column.index]).trimmed();
        if (text.isEmpty())
            continue;
        if (++column.rows == 1 && column.sample.isEmpty())
            column.sample = text.toString();
    }
}

bool ImportRest::isTaken(const QString &column) const
{
    return std::any_of(m_columns.begin(), m_columns.end(), [&](const RestColumn &each) {
        return each.column == column && each.goes != RestPolicy::Leave;
    });
}

std::vector<RestColumn> ImportRest::noted() const
{
    std::vector<RestColumn> noted = m_columns;
    std::erase_if(noted, [](const RestColumn &column) { return column.goes != RestPolicy::Note; });
    return noted;
}

} // namespace headway::transfer
