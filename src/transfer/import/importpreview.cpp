// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importpreview.h"

#include "domain/records/record.h"
#include "exchange/csv/csvreader.h"

#include <QFile>

#include <variant>

using namespace Qt::StringLiterals;

namespace headway::transfer {

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

// By its own number in the other program, else by what is nobody else's.
QString likelyMatch(EntityKind kind, const QStringList &targets)
{
    if (targets.contains(u"external_id"_s))
        return u"external_id"_s;
    const bool isPerson = kind == EntityKind::Contact || kind == EntityKind::Lead || kind == EntityKind::User;
    if (isPerson)
        return targets.contains(u"email"_s) ? u"email"_s : QString();
    const bool isNamed = kind == EntityKind::Company || kind == EntityKind::Product;
    return isNamed && targets.contains(u"name"_s) ? u"name"_s : QString();
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
                                    const std::vector<CustomField> &custom,
                                    const exchange::CsvAnswers &written)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Unreadable, u"The file %1 cannot be read."_s.arg(path), file.errorString());
    HEADWAY_TRY(detection, exchange::detectCsv(file));
    detection.overrule(written);
    exchange::CsvReader reader(file, detection.dialect);
    HEADWAY_TRY(header, reader.readHeader());
    HEADWAY_TRY(samples, firstSamples(reader, header.names.size()));
    const auto plan = exchange::planImport(kind, header.names, {}, custom);
    // without a plan no column was recognised: the user says where they go
    const QStringList targets = plan ? targetsOf(*plan) : QStringList(header.names.size());
    return ImportPreview{detection, header.names, samples, targets, likelyMatch(kind, targets)};
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
    for (const EntityKind kind : importable) {
        const auto plan = exchange::planImport(kind, columns, {}, custom);
        if (plan && plan->inputs.size() > most) {
            most = plan->inputs.size();
            best = kind;
        }
    }
    return best;
}

} // namespace headway::transfer
