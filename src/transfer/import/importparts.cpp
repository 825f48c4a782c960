// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importparts.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/headeralias.h"
#include "transfer/import/importpreview.h"

#include <QRegularExpression>

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

bool isNamed(const exchange::ImportPlan &plan)
{
    const QStringList names{u"name"_s,  u"last_name"_s, u"first_name"_s, u"organisation"_s,
                            u"email"_s, u"subject"_s,   u"note"_s};
    return std::any_of(names.begin(), names.end(), [&](const QString &name) { return plan.find(name); });
}

std::vector<FilePart> partsByHeaders(const QStringList &columns, const std::vector<CustomField> &custom)
{
    std::map<EntityKind, std::vector<qsizetype>> own;
    for (qsizetype i = 0; i < columns.size(); ++i) {
        const auto object = exchange::headerParts(columns[i]).object;
        if (object && !entityInfo(*object).has(KindTrait::IsAtHand))
            own[*object].push_back(i);
    }
    std::vector<FilePart> parts;
    for (const auto &[kind, indexes] : own) {
        QStringList headers;
        for (const qsizetype i : indexes)
            headers += columns[i];
        if (kind == EntityKind::Lead)
            headers = columns; // who it is stands in the columns of person and organisation
        const auto plan = exchange::planImport(kind, headers, {}, custom);
        if (plan && isNamed(*plan))
            parts.push_back({kind, indexes});
    }
    return parts;
}

// "hubspot-crm-exports-all-contacts-2026-03-04", "OpportunityExport" …
QStringList wordsOfName(const QString &fileName)
{
    static const QRegularExpression boundary(u"[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})"_s);
    return fileName.split(boundary, Qt::SkipEmptyParts);
}

std::vector<EntityKind> kindsInName(const QString &fileName)
{
    std::vector<EntityKind> kinds;
    for (const QString &word : wordsOfName(fileName)) {
        if (const auto kind = exchange::objectNamed(looseKey(word)))
            kinds.push_back(*kind);
    }
    return kinds;
}

// The kind in its name, else that of the most columns.
EntityKind mainKind(const std::vector<FilePart> &parts, const QString &fileName)
{
    for (const EntityKind kind : kindsInName(fileName)) {
        if (std::any_of(parts.begin(), parts.end(), [&](const FilePart &part) { return part.kind == kind; }))
            return kind;
    }
    return std::max_element(parts.begin(), parts.end(),
                            [](const FilePart &a, const FilePart &b) { return a.own.size() < b.own.size(); })
        ->kind;
}

bool hasName(const exchange::ImportPlan &plan)
{
    const bool isPerson = entityInfo(plan.kind).has(KindTrait::Person);
    return plan.find(u"name"_s) || (isPerson && plan.find(u"last_name"_s));
}

QStringList byName(const exchange::ImportPlan &plan)
{
    if (!hasName(plan))
        return {};
    return plan.find(u"company"_s) ? QStringList{u"name"_s, u"company"_s} : QStringList{u"name"_s};
}

} // namespace

std::optional<ActivityKind> activityKindInName(const QString &fileName)
{
    std::optional<ActivityKind> found;
    for (const QString &word : wordsOfName(fileName)) {
        const auto code = exchange::Vocabulary::own().code(u"activity_file", word);
        if (!code)
            continue;
        const auto kind = Codec<ActivityKind>::write(*code);
        if (found && *found != kind)
            return std::nullopt;
        found = kind;
    }
    return found;
}

std::vector<FilePart> partsOf(const QStringList &columns, const QString &fileName,
                              const std::vector<CustomField> &custom)
{
    std::vector<FilePart> parts = partsByHeaders(columns, custom);
    std::sort(parts.begin(), parts.end(),
              [](const FilePart &a, const FilePart &b) { return comesAfter(b.kind, a.kind); });
    if (parts.size() > 1) {
        const EntityKind main = mainKind(parts, fileName);
        for (FilePart &part : parts)
            part.isMain = part.kind == main;
        return parts;
    }
    const auto fits = [&](EntityKind kind) {
        const auto plan = exchange::planImport(kind, columns, {}, custom);
        return plan && isNamed(*plan);
    };
    for (const EntityKind kind : kindsInName(fileName)) {
        if (fits(kind))
            return {{kind, {}}};
    }
    if (!parts.empty())
        return {{parts.front().kind, {}}};
    const EntityKind likely = likelyKind(columns, custom);
    return fits(likely) ? std::vector<FilePart>{{likely, {}}} : std::vector<FilePart>();
}

QStringList keysWithout(const exchange::ImportPlan &plan, const QStringList &keys)
{
    if (keys.contains(u"name"_s) || !entityInfo(plan.kind).has(KindTrait::Person))
        return {};
    if (keys.contains(u"external_id"_s) && plan.find(u"email"_s))
        return {u"email"_s};
    return byName(plan);
}

QStringList likelyKeys(const exchange::ImportPlan &plan, const FilePart &part, IdsOf ids)
{
    const EntityInfo &info = entityInfo(part.kind);
    const bool isPerson = info.has(KindTrait::Person);
    const bool hasSubject = plan.find(u"subject"_s) && plan.find(u"at"_s);
    if (plan.find(u"external_id"_s)) {
        QStringList keys{u"external_id"_s};
        if (ids == IdsOf::Anybody && (hasName(plan) || hasSubject))
            keys += hasName(plan) ? u"name"_s : u"subject"_s;
        return keys;
    }
    const QString recognisedBy = QString::fromLatin1(info.recognisedBy);
    if (!recognisedBy.isEmpty() && plan.find(recognisedBy) && (part.own.empty() || !isPerson))
        return {recognisedBy};
    if (hasSubject)
        return {u"subject"_s, u"at"_s};
    return byName(plan);
}

} // namespace headway::transfer
