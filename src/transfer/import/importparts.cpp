// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importparts.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/calllog.h"
#include "exchange/plan/headeralias.h"
#include "exchange/plan/presets.h"
#include "exchange/plan/stagecolumns.h"
#include "transfer/import/filekind.h"
#include "transfer/import/personbeside.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

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

// Whether a column has the days on which something is due.
bool tellsDue(const QString &column)
{
    const QStringList parts = wordsOfName(column);
    return std::any_of(parts.begin(), parts.end(),
                       [](const QString &word) { return exchange::Vocabulary::own().has(u"due", word); });
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

bool hasSubject(const exchange::ImportPlan &plan)
{
    return plan.find(u"subject"_s) && plan.find(u"at"_s);
}

// By a column that says what each row is; empty if there is none, or such a part could not be made.
std::vector<FilePart> partsByRows(const QStringList &columns, const QString &fileName,
                                  const std::vector<CustomField> &custom, const std::optional<RowKinds> &said)
{
    const std::vector<EntityKind> named = kindsInName(fileName);
    std::vector<FilePart> parts;
    if (!said)
        return parts;
    const auto main = std::find_first_of(said->kinds.begin(), said->kinds.end(), named.begin(), named.end());
    for (auto kind = said->kinds.begin(); kind != said->kinds.end(); ++kind) {
        FilePart part{*kind, {}, main == said->kinds.end() ? parts.empty() : kind == main};
        part.map = {{columns[said->column], u"nothing"_s}};
        part.kindColumn = said->column;
        part.kindColumnName = columns[said->column];
        part.takesUnsaid = parts.empty();
        const auto plan = exchange::planImport(*kind, columns, {.map = part.map}, custom);
        if (!plan || !isNamed(*plan))
            return {};
        parts.push_back(part);
    }
    std::sort(parts.begin(), parts.end(),
              [](const FilePart &a, const FilePart &b) { return comesAfter(b.kind, a.kind); });
    return parts;
}

QStringList byName(const exchange::ImportPlan &plan)
{
    if (!hasName(plan))
        return {};
    return plan.find(u"company"_s) ? QStringList{u"name"_s, u"company"_s} : QStringList{u"name"_s};
}

// What is a record's own where there are no ids. `isUnique`: nothing else of the file has that, too.
QStringList keysBesideIds(const exchange::ImportPlan &plan, bool isUnique)
{
    const QString own = QString::fromLatin1(entityInfo(plan.kind).recognisedBy);
    if (isUnique && !own.isEmpty() && plan.find(own))
        return {own};
    return hasSubject(plan) ? QStringList{u"subject"_s, u"at"_s} : byName(plan);
}

// What a file of a known product holds, as its columns say.
std::optional<EntityKind> kindOfProduct(const QStringList &columns, const std::vector<CustomField> &custom)
{
    const auto kind = exchange::Presets::own().kindOf(columns);
    if (!kind)
        return std::nullopt;
    const auto plan = exchange::planImport(*kind, columns, {}, custom);
    return plan && (isNamed(*plan) || exchange::isStageHistory(*plan)) ? kind : std::nullopt;
}

} // namespace

FilePart wholeFile(EntityKind kind, const exchange::ImportPlan &plan)
{
    const bool isOfMoves = exchange::isStageHistory(plan);
    return {.kind = kind, .isMain = !isOfMoves, .isOfMoves = isOfMoves};
}

bool isOfNoUse(const QStringList &columns, const QString &fileName)
{
    const exchange::Preset *product = exchange::Presets::own().of(columns);
    return product && product->isForeign(fileName);
}

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

bool FilePart::takes(const QStringList &cells) const
{
    if (kindColumn >= 0) {
        const QString &cell = cells.value(kindColumn);
        if (const std::optional<EntityKind> said = kindOfRow(kindColumnName, cell))
            return *said == kind;
        const auto odd = saidKinds.constFind(fold(cell.trimmed()));
        return odd == saidKinds.cend() ? takesUnsaid : *odd == kind;
    }
    return own.empty() || std::any_of(own.begin(), own.end(), [&](qsizetype column) {
               return !cells[column].trimmed().isEmpty();
           });
}

QString FilePart::oddKind(const QStringList &cells) const
{
    const QString cell = kindColumn < 0 ? QString() : cells.value(kindColumn).trimmed();
    const bool isOdd =
        !exchange::isBlankWord(cell) && !kindOfRow(kindColumnName, cell) && !saidKinds.contains(fold(cell));
    return isOdd ? cell : QString();
}

std::vector<FilePart> partsOf(const QStringList &columns, const QString &fileName,
                              const std::vector<CustomField> &custom, const std::optional<RowKinds> &rows)
{
    if (isOfNoUse(columns, fileName))
        return {};
    std::vector<FilePart> parts = partsByHeaders(columns, custom);
    std::sort(parts.begin(), parts.end(),
              [](const FilePart &a, const FilePart &b) { return comesAfter(b.kind, a.kind); });
    if (parts.size() > 1) {
        const EntityKind main = mainKind(parts, fileName);
        for (FilePart &part : parts)
            part.isMain = part.kind == main;
        return parts;
    }
    if (std::vector<FilePart> byRows = partsByRows(columns, fileName, custom, rows); !byRows.empty())
        return byRows;
    std::optional<EntityKind> kind = kindOfProduct(columns, custom);
    if (!kind)
        kind = kindByName(columns, fileName, custom);
    if (!kind && !parts.empty())
        kind = parts.front().kind;
    if (!kind)
        kind = kindByColumns(columns, custom);
    if (!kind)
        return {};
    const auto plan = exchange::planImport(*kind, columns, {}, custom);
    parts = {plan ? wholeFile(*kind, *plan) : FilePart{*kind, {}}};
    if (auto person = kind == EntityKind::Company ? personBeside(columns, custom) : std::nullopt)
        parts.push_back(std::move(*person));
    return parts;
}

QStringList keysWithout(const exchange::ImportPlan &plan, const QStringList &keys)
{
    if (keys.contains(u"external_id"_s))
        return keysBesideIds(plan, true);
    const bool isPerson = entityInfo(plan.kind).has(KindTrait::Person);
    return isPerson && !keys.contains(u"name"_s) ? byName(plan) : QStringList();
}

QStringList likelyKeys(const exchange::ImportPlan &plan, const FilePart &part, IdsOf ids)
{
    if (plan.find(u"external_id"_s)) {
        QStringList keys{u"external_id"_s};
        if (ids == IdsOf::Anybody && (hasName(plan) || hasSubject(plan)))
            keys += hasName(plan) ? u"name"_s : u"subject"_s;
        return keys;
    }
    return keysBesideIds(plan, part.own.empty() || !entityInfo(part.kind).has(KindTrait::Person));
}

ActivityFile activityFile(const exchange::ImportPlan &plan, const QString &fileName)
{
    ActivityFile file{.named = activityKindInName(fileName)};
    if (!file.named && exchange::numberOfCall(plan))
        file.named = ActivityKind::Call;
    for (const exchange::ImportInput &input : plan.inputs) {
        const QStringList header = words(input.columnName);
        const bool isOfCall = header.contains(u"call"_s) || input.target.name == "direction"_L1
            || looseKey(input.columnName).startsWith("call"_L1);
        if (isOfCall && input.target.field >= 0)
            file.callFields.push_back(input.target.field);
        file.hasEnds = file.hasEnds || input.target.role == exchange::TargetRole::Ends
            || input.target.role == exchange::TargetRole::EndTime;
        file.isDue = file.isDue || tellsDue(input.columnName);
        file.hasState = file.hasState || input.target.name == "state"_L1;
    }
    const bool isText = plan.find(u"note"_s) && !plan.find(u"subject"_s);
    file.isJustText = isText && !file.hasEnds && !file.isDue && !file.hasState;
    return file;
}

} // namespace headway::transfer
