// SPDX-License-Identifier: GPL-3.0-or-later
// What an import makes of the columns of its file: from the first rows, before any of them is written.
#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "exchange/cells/epochtext.h"
#include "exchange/plan/columnfit.h"
#include "exchange/plan/foreignsystem.h"
#include "exchange/plan/labelcolumns.h"
#include "exchange/plan/namecolumns.h"
#include "exchange/plan/presets.h"
#include "exchange/plan/stagecolumns.h"
#include "exchange/plan/statuscolumn.h"
#include "exchange/plan/targetcontent.h"
#include "transfer/import/importparts.h"
#include "transfer/import/importrun.h"
#include "transfer/import/stylequestions.h"
#include "transfer/request/importprofile.h"
#include "transfer/rows/importstages.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::transfer {

using exchange::TargetRole;

Result<SampleRows> ImportRun::readSamples()
{
    HEADWAY_TRY(columns, m_source.begin());
    note(columns.notes);
    m_report.plan.columns = columns.names;
    m_groups = columns.groups;
    m_blanks = GroupBlanks(m_request.cells, columns.names);
    m_grouped = columns.grouped;
    return SampleRows::read(m_source);
}

void ImportRun::note(const std::vector<Sentence> &sentences)
{
    m_report.notes.insert(m_report.notes.end(), sentences.begin(), sentences.end());
}

Result<> ImportRun::makePlan()
{
    HEADWAY_TRY(first, readSamples());
    const std::vector<QStringList> samples = first.cells();
    takeGroups(samples);
    std::vector<CustomField> custom = m_lists.customFields;
    std::erase_if(custom, [this](const CustomField &field) { return field.recordKind != m_request.kind; });
    if (m_request.isFitting)
        note(fitToColumns(m_request, m_report.plan.columns, custom));
    settleSystem();
    note(exchange::Presets::own().problems());
    const Fidelity fidelity = m_request.match.contains(u"id"_s) ? Fidelity::Exact : Fidelity::Sensible;
    HEADWAY_CHECK(planColumns(fidelity, custom, samples));
    std::vector<exchange::Misfit> misfits;
    if (fidelity == Fidelity::Exact) {
        planOwnCells();
    } else {
        HEADWAY_TRY(left, planForeignCells(first));
        misfits = left;
    }
    if (m_request.isFitting)
        note(fitToPlan(m_request, m_report.plan, m_lists.leadStatuses));
    const bool isOfArchive = m_request.part == ImportRequest::Part::OfArchive;
    m_context.emplace(
        ImportContext{m_request,
                      m_report.plan,
                      m_report.style,
                      fidelity,
                      isOfArchive ? ImportContext::Forward::Trusted : ImportContext::Forward::Refused,
                      m_actor,
                      &m_questions,
                      &m_reasons,
                      misfits,
                      {},
                      m_rest.noted(),
                      m_lists.leadStatuses});
    if (m_request.kind == EntityKind::Activity)
        m_context->activities = activityFile(m_report.plan, m_source.name());
    return {};
}

// The titles of groups of rows become tags.
void ImportRun::takeGroups(const std::vector<QStringList> &samples)
{
    if (m_groups < 0)
        return;
    const auto grouped = std::find_if(samples.begin(), samples.end(), [this](const QStringList &cells) {
        return !cells[m_groups].isEmpty();
    });
    m_firstGroup = grouped == samples.end() ? QString() : (*grouped)[m_groups];
    m_request.createMissing.push_back(EntityKind::Tag);
}

void ImportRun::settleSystem()
{
    if (m_request.system.isEmpty())
        m_request.system = exchange::systemOf(m_report.plan.columns);
    if (m_request.system.isEmpty())
        m_request.system = exchange::unknownSystem();
    m_report.system = m_request.system;
}

// Which column is which field.
Result<> ImportRun::planColumns(Fidelity fidelity, const std::vector<CustomField> &custom,
                                const std::vector<QStringList> &samples)
{
    const bool isExact = fidelity == Fidelity::Exact;
    exchange::PlanRules rules{m_request.map, m_request.set,
                              isExact ? exchange::FileIds::Kept : exchange::FileIds::Ignored,
                              m_request.system};
    if (!isExact) {
        HEADWAY_TRY(others, rulesWithout(rules, m_report.plan.columns, m_request));
        rules = others;
    }
    HEADWAY_TRY(plan, exchange::planImport(m_request.kind, m_report.plan.columns, rules, custom));
    m_report.plan = plan;
    if (!isExact) {
        m_deleted = DeletedRows(m_report.plan);
        HEADWAY_CHECK(takeNamesForIds(samples));
    }
    if (const exchange::Preset *product = exchange::Presets::own().find(plan.product))
        m_report.notes.push_back(Sentence::tr("The columns are those of %1.").arg(product->title()));
    return {};
}

// Headway writes its cells in one way only.
void ImportRun::planOwnCells()
{
    leaveToOtherFiles();
    m_report.style = {{u'.', QChar()}, DateOrder::YearMonthDay, m_request.currency, m_request.zone};
    if (m_request.decimalMark)
        m_report.style.number = {*m_request.decimalMark, *m_request.decimalMark == u',' ? u'.' : u','};
    m_report.style.dates = m_request.dateOrder.value_or(DateOrder::YearMonthDay);
}

// How the cells of others are to be read; the columns whose cells do not fit are left and returned.
Result<std::vector<exchange::Misfit>> ImportRun::planForeignCells(const SampleRows &first)
{
    const exchange::StyleOptions said{m_request.dateOrder, m_request.decimalMark, m_request.currency,
                                      m_request.zone};
    const std::vector<QStringList> typed = first.typed();
    if (exchange::isStageHistory(m_report.plan)) { // what stands beside the moves is how the deal was then
        HEADWAY_TRY(style, exchange::detectStyle(m_report.plan, typed, said));
        m_report.style = style;
        return std::vector<exchange::Misfit>();
    }
    std::vector<QStringList> samples = first.cells();
    const bool isStatusSaid = std::any_of(m_request.meanings.begin(), m_request.meanings.end(),
                                          [](const WordRule &rule) { return rule.target == "status"_L1; });
    if (!isStatusSaid) // its words have a meaning already
        exchange::takeStatusAsStage(m_report.plan, m_request.map, samples);
    leaveOtherThanStages(m_report.plan, m_request.map, m_lists.stages, samples);
    std::vector<exchange::Misfit> misfits = exchange::leaveMisfits(m_report.plan, m_request.map, samples);
    misfits.insert(misfits.end(), m_request.undecided.begin(), m_request.undecided.end());
    const auto early = exchange::detectStyle(m_report.plan, typed, said); // of the columns that go somewhere
    const QChar mark = early ? early->number.decimalMark : said.decimalMark.value_or(u'.');
    HEADWAY_CHECK(m_rest.plan(m_source, m_request, first.cells(mark), mark, m_report.plan));
    std::erase_if(misfits, [this](const exchange::Misfit &misfit) { return m_rest.isTaken(misfit.column); });
    HEADWAY_TRY(style, m_rest.style(m_report.plan, typed, said));
    m_report.style = style;
    samples = first.cells(style.number.decimalMark);
    m_rest.settle(m_request, style, m_report.plan);
    m_report.rest = m_rest.columns();
    m_lacking.find(m_request, m_report, m_lists, misfits, samples);
    exchange::detectUnits(m_report.plan, samples, style);
    exchange::detectCommas(m_report.plan, samples);
    m_blanks.askAbout(m_grouped, m_request, m_report.plan);
    noteAmountUnits();
    noteEpochs(samples);
    return misfits;
}

void ImportRun::noteAmountUnits()
{
    for (const exchange::ImportInput &input : m_report.plan.inputs) {
        const int power = m_request.amountPower.value_or(input.amount.power);
        if (!input.amount.isScaled() || power == 0)
            continue;
        m_report.notes.push_back((power < 0        ? Sentence::tr("%1 is read in hundredths.")
                                      : power == 3 ? Sentence::tr("%1 is read in thousands.")
                                      : power == 6 ? Sentence::tr("%1 is read in millions.")
                                                   : Sentence::tr("%1 is read in billions."))
                                     .arg(Quoted{input.columnName}));
    }
}

// Bare numbers that are taken for moments.
void ImportRun::noteEpochs(const std::vector<QStringList> &samples)
{
    for (const exchange::ImportInput &input : m_report.plan.inputs) {
        if (input.column < 0 || exchange::contentOf(m_report.plan, input.target) != exchange::Content::Day)
            continue;
        const auto number = std::find_if(samples.begin(), samples.end(), [&](const QStringList &cells) {
            return exchange::epochMoment(cells[input.column].trimmed()).has_value();
        });
        if (number != samples.end())
            m_report.notes.push_back(
                Sentence::tr("Numbers in %1, such as %2, are taken as moments counted since 1970.")
                    .arg(Quoted{input.columnName}, Quoted{(*number)[input.column].trimmed()}));
    }
}

// An archive of before next steps were activities has them as texts of the record.
exchange::ImportTarget ImportRun::notedInstead(EntityKind kind, const exchange::ImportTarget &target)
{
    const bool isStep = target.role == TargetRole::NextStep;
    if (!isStep && target.role != TargetRole::NextStepOn)
        return target;
    const QString noted = isStep ? u"noted_step"_s : u"noted_step_on"_s;
    return {TargetRole::Field, entityInfo(kind).indexOf(noted), noted};
}

// In an export of ours the names next to ids are only for people to read, and child records come with their
// own files.
void ImportRun::leaveToOtherFiles()
{
    auto &inputs = m_report.plan.inputs;
    const auto hasId = [&](int field) {
        return std::any_of(inputs.begin(), inputs.end(), [field](const exchange::ImportInput &input) {
            return input.target.role == TargetRole::Field && input.target.field == field;
        });
    };
    // A complete export has both fields of its time; a file of a few columns means the next step by its name.
    const bool hasNoted = m_report.plan.find(u"noted_step"_s) != nullptr;
    const bool isOfBefore = !hasNoted && m_request.part == ImportRequest::Part::OfArchive;
    std::vector<exchange::ImportInput> kept;
    for (exchange::ImportInput input : inputs) {
        if (isOfBefore)
            input.target = notedInstead(m_request.kind, input.target);
        const TargetRole role = input.target.role;
        const bool isTyped = !hasNoted && (role == TargetRole::NextStep || role == TargetRole::NextStepOn);
        const bool isOwn = isTyped || role == TargetRole::Field || role == TargetRole::Id
            || role == TargetRole::Created || role == TargetRole::Custom
            || (role == TargetRole::Name && !hasId(input.target.field));
        if (isOwn)
            kept.push_back(input);
        else
            m_report.plan.notImported += input.columnName;
    }
    inputs = std::move(kept);
}

} // namespace headway::transfer
