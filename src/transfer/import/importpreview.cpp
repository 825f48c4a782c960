// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importpreview.h"

#include "domain/records/record.h"
#include "exchange/plan/foreignsystem.h"
#include "exchange/plan/headeralias.h"

#include <variant>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr int rowsLookedAt = 50;

Result<std::vector<QStringList>> firstRows(RowSource &source)
{
    std::vector<QStringList> rows;
    for (int row = 0; row < rowsLookedAt; ++row) {
        HEADWAY_TRY(item, source.next());
        if (!item)
            break;
        if (const auto *present = std::get_if<SourceRow>(&*item))
            rows.push_back(present->cells);
    }
    return rows;
}

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

// The id in the other program, else the field that is unique. A column "ID" of nobody knows which program would take
// the first row of another file for the same record.
QString likelyMatch(EntityKind kind, const QStringList &columns, const QStringList &targets)
{
    const qsizetype id = targets.indexOf(u"external_id"_s);
    const bool isSure =
        id >= 0 && (exchange::headerKey(columns[id]) != "id"_L1 || !exchange::systemOf(columns).isEmpty());
    if (isSure)
        return u"external_id"_s;
    const QString own = QString::fromLatin1(entityInfo(kind).recognisedBy);
    return targets.contains(own) ? own : QString();
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
                                    const std::vector<CustomField> &custom)
{
    HEADWAY_TRY(columns, source.begin());
    HEADWAY_TRY(rows, firstRows(source));
    const QStringList samples = firstSamples(rows, columns.names.size());
    auto plan = exchange::planImport(kind, columns.names, {}, custom);
    std::vector<exchange::Misfit> misfits; // shown as not imported, for the user to decide
    if (plan)
        misfits = exchange::leaveMisfits(*plan, {}, rows);
    // without a plan no column was recognised: the user assigns them
    const QStringList targets = plan ? targetsOf(*plan) : QStringList(columns.names.size());
    return ImportPreview{
        source.writing(),  columns.names, samples, targets, likelyMatch(kind, columns.names, targets),
        std::move(misfits)};
}

bool lacksName(EntityKind kind, const QStringList &targets)
{
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
    EntityKind best = EntityKind::Contact;
    size_t most = 0;
    for (const EntityKind kind : importableKinds()) {
        const auto plan = exchange::planImport(kind, columns, {}, custom);
        if (plan && plan->inputs.size() > most) {
            most = plan->inputs.size();
            best = kind;
        }
    }
    return best;
}

} // namespace headway::transfer
