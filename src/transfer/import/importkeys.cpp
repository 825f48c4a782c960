// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importkeys.h"

#include "domain/records/record.h"
#include "exchange/plan/foreignsystem.h"
#include "exchange/plan/headeralias.h"
#include "transfer/import/importparts.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

bool isKnownSystem(const QString &system)
{
    return !system.isEmpty() && system != exchange::unknownSystem();
}

// A column "ID" of nobody knows which program would take the first row of another file for the same record.
bool isIdSure(const exchange::ImportPlan &plan, const QString &system)
{
    const exchange::ImportInput *id = plan.find(u"external_id"_s);
    return id && (isKnownSystem(system) || exchange::headerKey(id->columnName) != "id"_L1);
}

} // namespace

ImportKeys proposedKeys(const exchange::ImportPlan &plan, const QString &system)
{
    const EntityInfo &info = entityInfo(plan.kind);
    if (isIdSure(plan, system))
        return {{u"external_id"_s}, plan.find(u"email"_s) ? QStringList{u"email"_s} : QStringList()};
    const QString own = QString::fromLatin1(info.recognisedBy);
    const bool isList = info.has(KindTrait::IsAtHand); // names of products differ
    const bool isKey = own == "email"_L1 || isList;
    return {isKey && !own.isEmpty() && plan.find(own) ? QStringList{own} : QStringList(), {}};
}

ImportKeys keysOfKnownFile(const exchange::ImportPlan &plan, const QString &system)
{
    const FilePart part{plan.kind, {}};
    const QStringList keys =
        likelyKeys(plan, part, isKnownSystem(system) ? IdsOf::OneSystem : IdsOf::Anybody);
    return {keys, keysWithout(plan, keys)};
}

Sentence sentenceOfEarlier(const ImportReport &report, const QStringList &keys)
{
    const QString step = QString::number(report.earlier->id);
    if (report.areRowsKnown)
        return Sentence::tr(
                   "This very file was imported on %1 as step %2; each row is known by what it became.")
            .arg(report.earlier->at, step);
    if (keys.isEmpty())
        return Sentence::tr("This very file was imported on %1 as step %2; all of it is made once more.")
            .arg(report.earlier->at, step);
    return Sentence::tr("This very file was imported on %1 as step %2; its rows are known by %3.")
        .arg(report.earlier->at, step, keys.join(u", "_s));
}

bool isNameAsked(const exchange::ImportPlan &plan)
{
    const EntityInfo &info = entityInfo(plan.kind);
    const bool isPerson = info.has(KindTrait::Person);
    return plan.find(u"name"_s) != nullptr || (isPerson && plan.find(u"last_name"_s) != nullptr);
}

} // namespace headway::transfer
