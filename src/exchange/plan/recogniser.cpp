// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/recogniser.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/plan/presets.h"
#include "exchange/plan/stagecolumns.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

// The kind of the records that a target leads to; none for what is the record's own, or written by rules.
std::optional<EntityKind> leadsTo(EntityKind kind, const ImportTarget &target)
{
    switch (target.role) {
    case TargetRole::Name: {
        const FieldInfo &field = entityInfo(kind).field(target.field);
        return field.has(Trait::System) ? std::nullopt : std::optional(field.target);
    }
    case TargetRole::Link: return target.linked;
    case TargetRole::Product: return EntityKind::Product;
    default: return std::nullopt;
    }
}

} // namespace

Recogniser::Recogniser(EntityKind kind, FileIds ids, const std::vector<CustomField> &custom,
                       const Preset *product)
    : m_kind(kind), m_ids(ids), m_custom(custom), m_product(product),
      m_targets(importTargets(kind, custom, ids))
{
    index();
}

void Recogniser::index()
{
    const auto note = [](QHash<QString, size_t> &places, const QString &key, size_t place) {
        if (!key.isEmpty() && !places.contains(key))
            places.insert(key, place);
    };
    for (size_t i = 0; i < m_targets.size(); ++i) {
        note(m_byName, m_targets[i].name, i);
        note(m_byKey, looseKey(m_targets[i].name), i);
        note(m_byLabel, labelKey(m_targets[i]), i);
    }
}

std::vector<ImportTarget> Recogniser::targetsOf(const QString &header, Certain certain) const
{
    if (const ImportTarget *exact = find(header); exact && certain == Certain::Outright)
        return {*exact};
    const HeaderParts parts = headerParts(header);
    if (parts.key.isEmpty())
        return {}; // "#", "☎"
    if (certain == Certain::Product)
        return ofProduct(header, certain);
    if (!isOwn(parts))
        return certain == Certain::Alias ? ofOther(parts) : std::vector<ImportTarget>();
    // "Lead - Title" is what the lead is about, not what the person is called.
    if (m_kind == EntityKind::Lead && parts.object == m_kind && parts.key == "title"_L1)
        return certain == Certain::Alias ? named({u"description"_s}) : std::vector<ImportTarget>();
    switch (certain) {
    case Certain::Outright: return outright(parts.key);
    case Certain::Alias: {
        const std::vector<ImportTarget> known = byAlias(parts.key);
        return known.empty() ? ofStage(Presets::own().common(), header) : known;
    }
    case Certain::Doubtful: {
        std::vector<ImportTarget> doubtful = ofProduct(header, certain);
        const std::vector<ImportTarget> ofAll = named(doubtfulTargets(m_kind, parts.key));
        doubtful.insert(doubtful.end(), ofAll.begin(), ofAll.end());
        return doubtful;
    }
    case Certain::Product: break; // has its own answer
    }
    return {};
}

// What users call a field of their own is what they mean, whatever the product calls so.
std::vector<ImportTarget> Recogniser::ofProduct(const QString &header, Certain certain) const
{
    const QString key = m_product ? looseKey(header) : QString();
    if (key.isEmpty())
        return {};
    const auto isLabel = [&](const CustomField &field) { return looseKey(field.label) == key; };
    if (std::any_of(m_custom.begin(), m_custom.end(), isLabel))
        return {};
    const Doubt doubt = certain == Certain::Doubtful ? Doubt::Some : Doubt::None;
    const QStringList names = targetsIn(*m_product, m_kind, key, doubt);
    if (names.contains(u"nothing"_s))
        return {ImportTarget{TargetRole::Nothing, -1, u"nothing"_s}};
    return names.isEmpty() && certain == Certain::Product ? ofStage(*m_product, header) : named(names);
}

// When deals entered or left a stage that the header names. A file of ours has their history in a file of its own.
std::vector<ImportTarget> Recogniser::ofStage(const Preset &preset, const QString &header) const
{
    const auto meaning = m_ids == FileIds::Kept ? std::nullopt : preset.openMeaning(m_kind, header);
    if (!meaning)
        return {};
    const QString &name = meaning->targets.first();
    if (const auto date = stageDateTarget(name))
        return {*date};
    return {ImportTarget{TargetRole::Nothing, -1, u"nothing"_s}};
}

// A lead is person and company in one.
bool Recogniser::isOwn(const HeaderParts &parts) const
{
    if (!parts.object || *parts.object == m_kind)
        return true;
    const bool isOfCompany = *parts.object == EntityKind::Company && parts.key != "name"_L1;
    const bool isPartOfLead =
        m_kind == EntityKind::Lead && (isOfCompany || *parts.object == EntityKind::Contact);
    return isPartOfLead && !idStem(parts.key);
}

const ImportTarget *Recogniser::find(const QString &name) const
{
    const auto place = m_byName.constFind(name);
    return place == m_byName.cend() ? nullptr : &m_targets[*place];
}

std::vector<ImportTarget> Recogniser::named(const QStringList &names) const
{
    std::vector<ImportTarget> targets;
    for (const QString &name : names) {
        if (const ImportTarget *target = find(name))
            targets.push_back(*target);
    }
    return targets;
}

std::vector<ImportTarget> Recogniser::outright(const QString &key) const
{
    if (const auto place = m_byKey.constFind(key); place != m_byKey.cend())
        return {m_targets[*place]};
    const auto place = m_byLabel.constFind(key);
    if (place == m_byLabel.cend())
        return {};
    // What users call a field of their own is what they mean, whatever another product calls so.
    const bool isLabel = m_targets[*place].role == TargetRole::Custom
        || (targetsForHeader(m_kind, key).isEmpty() && doubtfulTargets(m_kind, key).isEmpty());
    return isLabel ? std::vector<ImportTarget>{m_targets[*place]} : std::vector<ImportTarget>();
}

std::vector<ImportTarget> Recogniser::byAlias(const QString &key) const
{
    std::vector<ImportTarget> targets = named(targetsForHeader(m_kind, key));
    if (targets.empty())
        targets = foreignId(key);
    return targets.empty() ? linkedAlike(key) : targets;
}

// "Contacts", "Organizations", "Deals" of an activity: all that it is linked to of that kind.
std::vector<ImportTarget> Recogniser::linkedAlike(const QString &key) const
{
    const std::optional<EntityKind> object = m_kind == EntityKind::Activity ? objectNamed(key) : std::nullopt;
    const ImportTarget *leading =
        object && entityInfo(*object).has(KindTrait::HasActivities) ? leadingTo(*object) : nullptr;
    return leading ? std::vector<ImportTarget>{*leading} : std::vector<ImportTarget>();
}

QString Recogniser::labelKey(const ImportTarget &target) const
{
    if (target.role == TargetRole::Custom)
        return looseKey(m_custom[size_t(target.field)].label);
    const bool isNamed = target.role == TargetRole::Field || target.role == TargetRole::Name;
    return isNamed ? looseKey(QString::fromLatin1(entityInfo(m_kind).field(target.field).label)) : QString();
}

const ImportTarget *Recogniser::leadingTo(EntityKind object) const
{
    const auto found = std::find_if(m_targets.begin(), m_targets.end(), [&](const ImportTarget &target) {
        return leadsTo(m_kind, target) == object;
    });
    return found == m_targets.end() ? nullptr : &*found;
}

std::vector<ImportTarget> Recogniser::foreignIdOf(const ImportTarget &target) const
{
    return named({foreignIdName(target.name)});
}

// "Account Id" → the id of what "Account" names.
std::vector<ImportTarget> Recogniser::foreignId(const QString &key) const
{
    const std::optional<QString> stem = idStem(key);
    if (!stem || m_ids == FileIds::Kept)
        return {};
    const std::optional<EntityKind> object = objectNamed(*stem);
    if (stem->isEmpty() || object == m_kind)
        return named({u"external_id"_s});
    if (meansAnyRecord(*stem)) {
        if (const auto any = named({anyRecordIdName()}); !any.empty())
            return any;
    }
    for (const std::vector<ImportTarget> &targets :
         {outright(*stem), named(targetsForHeader(m_kind, *stem))}) {
        for (const ImportTarget &target : targets) {
            if (const auto ids = foreignIdOf(target); !ids.empty())
                return ids;
        }
    }
    const ImportTarget *leading = object ? leadingTo(*object) : nullptr;
    return leading ? foreignIdOf(*leading) : std::vector<ImportTarget>();
}

// A column of another kind: its name, its id, or nothing that is of use here.
std::vector<ImportTarget> Recogniser::ofOther(const HeaderParts &parts) const
{
    const EntityKind object = *parts.object;
    const bool isName = parts.key == "name"_L1 || targetsForHeader(object, parts.key).contains(u"name"_s);
    if (m_kind == EntityKind::Lead && object == EntityKind::Company)
        return isName ? named({u"organisation"_s}) : std::vector<ImportTarget>();
    const ImportTarget *leading = leadingTo(object);
    if (!leading)
        return {};
    const std::optional<QString> stem = idStem(parts.key);
    if (stem && (stem->isEmpty() || objectNamed(*stem) == object))
        return m_ids == FileIds::Kept ? std::vector<ImportTarget>() : foreignIdOf(*leading);
    if (isName)
        return {*leading};
    const bool isQuantity = leading->role == TargetRole::Product && parts.key.endsWith("quantity"_L1);
    return isQuantity ? named({u"quantity"_s}) : std::vector<ImportTarget>();
}

} // namespace headway::exchange
