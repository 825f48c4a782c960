// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importpreview.h"

#include "domain/records/record.h"

#include <variant>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr int rowsLookedAt = 50;

Result<QStringList> firstSamples(RowSource &source, qsizetype columns)
{
    QStringList samples(columns);
    for (int row = 0; row < rowsLookedAt; ++row) {
        HEADWAY_TRY(item, source.next());
        if (!item)
            break;
        const auto *present = std::get_if<SourceRow>(&*item);
        for (qsizetype i = 0; present && i < columns; ++i) {
            if (samples[i].isEmpty())
                samples[i] = present->cells[i].simplified();
        }
    }
    return samples;
}

// The id in the other program, else the field that is unique.
QString likelyMatch(EntityKind kind, const QStringList &targets)
{
    if (targets.contains(u"external_id"_s))
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
    HEADWAY_TRY(samples, firstSamples(source, columns.names.size()));
    const auto plan = exchange::planImport(kind, columns.names, {}, custom);
    // without a plan no column was recognised: the user assigns them
    const QStringList targets = plan ? targetsOf(*plan) : QStringList(columns.names.size());
    return ImportPreview{source.writing(), columns.names, samples, targets, likelyMatch(kind, targets)};
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
