// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/importpreview.h"

#include "exchange/csvreader.h"

#include <QFile>

#include <variant>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int rowsLookedAt = 50;
constexpr EntityKind importable[] = {EntityKind::Deal, EntityKind::Contact,  EntityKind::Company,
                                     EntityKind::Lead, EntityKind::Activity, EntityKind::Product,
                                     EntityKind::User};

Result<QStringList> firstSamples(exchange::CsvReader &reader, qsizetype columns)
{
    QStringList samples(columns);
    for (int row = 0; row < rowsLookedAt; ++row) {
        HEADWAY_TRY(item, reader.next());
        if (!item)
            break;
        const auto *cells = std::get_if<exchange::CsvRow>(&*item);
        for (qsizetype i = 0; cells && i < columns; ++i) {
            if (samples[i].isEmpty())
                samples[i] = cells->fields[i].simplified();
        }
    }
    return samples;
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

Result<ImportPreview> previewImport(const QString &path, EntityKind kind,
                                    const std::vector<CustomField> &custom)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable, u"The file %1 cannot be read."_s.arg(path), file.errorString());
    HEADWAY_TRY(detection, exchange::detectCsv(file));
    exchange::CsvReader reader(file, detection.dialect);
    HEADWAY_TRY(header, reader.readHeader());
    HEADWAY_TRY(samples, firstSamples(reader, header.names.size()));
    HEADWAY_TRY(plan, exchange::planImport(kind, header.names, {}, custom));
    return ImportPreview{detection, header.names, samples, targetsOf(plan)};
}

EntityKind likelyKind(const QStringList &columns, const std::vector<CustomField> &custom)
{
    EntityKind best = EntityKind::Contact;
    size_t most = 0;
    for (const EntityKind kind : importable) {
        const auto plan = exchange::planImport(kind, columns, {}, custom);
        if (plan && plan->inputs.size() > most) {
            most = plan->inputs.size();
            best = kind;
        }
    }
    return best;
}

} // namespace headway::app
