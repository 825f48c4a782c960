// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importpreview.h"

#include "domain/records/record.h"
#include "exchange/plan/foreignsystem.h"
#include "exchange/plan/presets.h"
#include "exchange/plan/stagecolumns.h"
#include "exchange/plan/statuscolumn.h"
#include "transfer/import/filekind.h"
#include "transfer/import/importkeys.h"
#include "transfer/import/stylequestions.h"
#include "transfer/rows/importstages.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr int openingShown = 20;
constexpr qsizetype examplesShown = 3;
constexpr size_t rowsOfExamples = 200;

QStringList firstSamples(const std::vector<QStringList> &rows, qsizetype columns)
{
    QStringList samples(columns);
    for (const QStringList &cells : rows) {
        for (qsizetype i = 0; i < columns; ++i) {
            if (samples[i].isEmpty())
                samples[i] = cells[i].simplified();
        }
    }
    return samples;
}

std::vector<QStringList> firstExamples(const std::vector<QStringList> &rows, qsizetype columns)
{
    std::vector<QStringList> examples(static_cast<size_t>(columns));
    for (size_t row = 0; row < std::min(rows.size(), rowsOfExamples); ++row) {
        for (qsizetype i = 0; i < columns; ++i) {
            QStringList &seen = examples[size_t(i)];
            const QString cell = rows[row][i].simplified();
            if (!cell.isEmpty() && seen.size() < examplesShown && !seen.contains(cell))
                seen += cell;
        }
    }
    return examples;
}

std::vector<exchange::RestColumn> restOf(const exchange::ImportPlan &plan,
                                         const std::vector<QStringList> &rows)
{
    std::map<qsizetype, exchange::ValueGuess> guesses;
    if (plan.notImported.size() <= exchange::mostOwnFields) {
        for (const QString &name : plan.notImported) {
            const qsizetype column = plan.columns.indexOf(name);
            for (const QStringList &cells : rows)
                guesses[column].note(cells[column]);
        }
    }
    const auto rest = exchange::planRest(plan, {}, guesses);
    return rest ? *rest : std::vector<exchange::RestColumn>();
}

QStringList targetsOf(const exchange::ImportPlan &plan)
{
    QStringList targets(plan.columns.size());
    for (const exchange::ImportInput &input : plan.inputs) {
        if (input.column >= 0)
            targets[input.column] = input.target.name;
    }
    return targets;
}

} // namespace

Result<ImportPreview> previewImport(RowSource &source, EntityKind kind,
                                    const std::vector<CustomField> &custom, const std::vector<Stage> &stages)
{
    HEADWAY_TRY(opening, source.opening(openingShown));
    HEADWAY_TRY(columns, source.begin());
    HEADWAY_TRY(first, SampleRows::read(source));
    const std::vector<QStringList> rows = first.cells();
    const QStringList samples = firstSamples(rows, columns.names.size());
    auto plan = exchange::planImport(kind, columns.names, {}, custom);
    std::vector<exchange::Misfit> misfits; // shown as not imported, for the user to decide
    if (plan) {
        exchange::takeStatusAsStage(*plan, {}, rows);
        leaveOtherThanStages(*plan, {}, stages, rows);
        misfits = exchange::leaveMisfits(*plan, {}, rows);
    }
    // without a plan no column was recognised: the user assigns them
    const QStringList targets = plan ? targetsOf(*plan) : QStringList(columns.names.size());
    const ImportKeys keys = plan ? proposedKeys(*plan, exchange::systemOf(columns.names)) : ImportKeys();
    std::vector<exchange::RestColumn> rest = plan ? restOf(*plan, rows) : std::vector<exchange::RestColumn>();
    const exchange::Preset *product = exchange::Presets::own().of(columns.names);
    return ImportPreview{.writing = source.writing(),
                         .columns = columns.names,
                         .samples = samples,
                         .targets = targets,
                         .match = keys.match.value(0),
                         .misfits = std::move(misfits),
                         .rest = std::move(rest),
                         .product = product ? product->title() : QString(),
                         .examples = firstExamples(rows, columns.names.size()),
                         .opening = std::move(opening),
                         .sheets = source.sheets(),
                         .sheet = source.sheet(),
                         .headerLine = source.headerLine(),
                         .questions =
                             plan ? styleQuestions(*plan, first.typed(), {}) : std::vector<ImportQuestion>()};
}

bool lacksName(EntityKind kind, const QStringList &targets)
{
    if (targets.contains(u"moved_to"_s))
        return false; // its deals are there already
    const EntityInfo &info = entityInfo(kind);
    const int name = info.indexOf(u"name");
    return name >= 0 && info.field(name).has(Trait::Required) && !targets.contains(u"name"_s);
}

QString suggestedName(const QStringList &columns, const QStringList &targets)
{
    const auto columnOf = [&](const QString &target) {
        const qsizetype i = targets.indexOf(target);
        return i >= 0 ? columns[i] : QString();
    };
    const QString product = columnOf(u"product"_s);
    const QString company = columnOf(u"company"_s);
    if (!product.isEmpty())
        return u"{%1}"_s.arg(product) + (company.isEmpty() ? QString() : u"[ for {%1}]"_s.arg(company));
    return company.isEmpty() ? QString() : u"{%1}"_s.arg(company);
}

EntityKind likelyKind(const QStringList &columns, const std::vector<CustomField> &custom)
{
    if (const auto kind = exchange::Presets::own().kindOf(columns))
        return *kind;
    EntityKind best = EntityKind::Contact;
    size_t most = 0;
    for (const EntityKind kind : importableKinds()) {
        const auto plan = exchange::planImport(kind, columns, {}, custom);
        const size_t known = plan ? knownColumns(*plan) : 0;
        if (known > most) {
            most = known;
            best = kind;
        }
    }
    return best;
}

} // namespace headway::transfer
