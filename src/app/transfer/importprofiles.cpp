// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/transfer/importprofiles.h"

#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "transfer/import/importrest.h"

#include <QDir>
#include <QFileInfo>
#include <QHash>

#include <algorithm>
#include <set>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

using transfer::ImportProfile;
using transfer::ImportProfiles;
using transfer::ImportRequest;

constexpr size_t mostRemarks = 20; // of one profile
constexpr size_t mostLeft = 50;    // files

// The answers of last time lie apart, so that nobody takes them for a profile of theirs.
QString lastFolder(const QString &folder)
{
    return QDir(folder).filePath(u"last"_s);
}

QString lastName(EntityKind kind)
{
    return QString::fromLatin1(entityInfo(kind).plural);
}

// The columns that a profile speaks of.
QStringList columnsOf(const ImportRequest &rules)
{
    QStringList columns;
    for (const exchange::MapRule &rule : rules.map)
        columns += rule.column;
    for (const exchange::OwnRule &rule : rules.own)
        columns += rule.column;
    columns.removeDuplicates();
    return columns;
}

// As the import makes it.
Result<exchange::ImportPlan> planWith(const ImportRequest &rules, const QStringList &columns,
                                      const std::vector<CustomField> &custom)
{
    const bool isExact = rules.match.contains(u"id"_s);
    exchange::PlanRules plan{rules.map, rules.set,
                             isExact ? exchange::FileIds::Kept : exchange::FileIds::Ignored, rules.system};
    if (!isExact) {
        HEADWAY_TRY(without, transfer::rulesWithout(plan, columns, rules));
        plan = without;
    }
    return exchange::planImport(rules.kind, columns, plan, custom);
}

// Of several rules about the same, the last one.
template <class Rule, class KeyOf>
void keepLast(std::vector<Rule> &rules, const KeyOf &keyOf)
{
    std::set<QString> seen;
    std::vector<Rule> kept;
    for (auto rule = rules.rbegin(); rule != rules.rend(); ++rule) {
        if (seen.insert(keyOf(*rule)).second)
            kept.push_back(*rule);
    }
    std::reverse(kept.begin(), kept.end());
    rules = std::move(kept);
}

QString realPath(const QString &path)
{
    const QFileInfo file(path);
    const QString real = file.canonicalFilePath();
    return real.isEmpty() ? file.absoluteFilePath() : real;
}

} // namespace

const OfferedProfile *OfferedProfiles::find(OfferedProfile::Is is, const QString &name) const
{
    const auto found = std::find_if(all.begin(), all.end(), [&](const OfferedProfile &each) {
        return each.is == is && each.name == name;
    });
    return found == all.end() ? nullptr : &*found;
}

const OfferedProfile *OfferedProfiles::proposed() const
{
    const OfferedProfile *best = nullptr;
    for (const OfferedProfile &each : all) {
        if (each.fits() && (!best || each.named > best->named))
            best = &each;
    }
    return best;
}

Sentence sentTwice(const ImportRequest &request, const std::vector<CustomField> &custom,
                   const TargetCaption &caption)
{
    QHash<QString, QString> seen; // the column of each target
    for (const exchange::MapRule &rule : request.map) {
        const auto earlier = seen.constFind(rule.target);
        if (earlier == seen.cend() || *earlier == rule.column) {
            seen.insert(rule.target, rule.column);
            continue;
        }
        const exchange::PlanRules both{.map = {{*earlier, rule.target}, {rule.column, rule.target}}};
        const auto plan = exchange::planImport(request.kind, {*earlier, rule.column}, both, custom);
        const bool isTaken = !plan && exchange::importTarget(request.kind, rule.target, custom)
            && rule.target != "nothing"_L1 && rule.target != "-"_L1;
        if (isTaken)
            return Sentence::tr("Two columns go into %1: %2 and %3. Send one of them elsewhere.")
                .arg(Quoted{caption ? caption(rule.target) : rule.target}, Quoted{*earlier},
                     Quoted{rule.column});
    }
    return {};
}

void fitProfile(OfferedProfile &offered, EntityKind kind, const QStringList &columns,
                const std::vector<CustomField> &custom, const TargetCaption &caption)
{
    ImportRequest rules = offered.profile.rules;
    rules.kind = kind;
    rules.caption = caption;
    offered.remarks = offered.profile.remarks;
    const auto tell = [&](const std::vector<Sentence> &sentences) {
        offered.remarks.insert(offered.remarks.end(), sentences.begin(), sentences.end());
    };
    tell(transfer::fitToColumns(rules, columns, custom));
    offered.named = columnsOf(rules).size();
    offered.targets.clear();
    const auto plan = planWith(rules, columns, custom);
    if (plan) {
        offered.targets.resize(columns.size());
        for (const exchange::ImportInput &input : plan->inputs) {
            if (input.column >= 0)
                offered.targets[input.column] = input.target.name;
        }
        tell(transfer::fitToPlan(rules, *plan));
    } else {
        const Sentence twice = sentTwice(rules, custom, caption);
        tell({twice.isEmpty() ? plan.error().text : twice});
    }
    if (offered.remarks.size() > mostRemarks)
        offered.remarks.resize(mostRemarks);
}

OfferedProfiles offeredProfiles(const QString &folder, EntityKind kind, const QStringList &columns,
                                const std::vector<CustomField> &custom, const TargetCaption &caption)
{
    OfferedProfiles offered;
    const auto add = [&](OfferedProfile::Is is, const QString &name, const ImportProfile &profile) {
        if (profile.kind && *profile.kind != kind)
            return;
        OfferedProfile each{.is = is, .name = name, .profile = profile};
        each.profile.rules.isFitting = true;
        fitProfile(each, kind, columns, custom, caption);
        offered.all.push_back(std::move(each));
    };
    if (folder.isEmpty())
        return offered;
    if (const auto last = ImportProfiles(lastFolder(folder)).load(lastName(kind)))
        add(OfferedProfile::Is::LastTime, {}, *last);
    const ImportProfiles named(folder);
    for (const QString &name : named.names()) {
        if (const auto profile = named.load(name))
            add(OfferedProfile::Is::Named, name, *profile);
        else
            offered.problems.push_back(profile.error().text);
    }
    return offered;
}

Result<StoredProfile> storeProfile(const QString &folder, const QString &name, const ImportProfile &profile,
                                   OverKnown over)
{
    const ImportProfiles profiles(folder);
    const QString called = name.trimmed();
    HEADWAY_CHECK(ImportProfiles::checkName(called));
    // A file system may take two names for one.
    const QStringList known = profiles.names();
    const auto same = std::find_if(known.begin(), known.end(),
                                   [&](const QString &each) { return fold(each) == fold(called); });
    if (same != known.end() && over == OverKnown::No)
        return StoredProfile{true, *same};
    HEADWAY_TRY(path, profiles.save(same == known.end() ? called : *same, profile));
    return StoredProfile{false, QFileInfo(path).completeBaseName()};
}

Ticket keepProfile(Workspace &workspace, QObject *context, const QString &folder, const QString &name,
                   const ImportProfile &profile, OverKnown over,
                   std::function<void(const Result<StoredProfile> &)> then)
{
    return workspace.read<StoredProfile>(
        context,
        [folder, name, profile, over](sql::Connection &) {
            return storeProfile(folder, name, profile, over);
        },
        std::move(then));
}

void storeLastTime(const QString &folder, const ImportProfile &profile)
{
    if (!folder.isEmpty() && profile.kind)
        static_cast<void>(ImportProfiles(lastFolder(folder)).save(lastName(*profile.kind), profile));
}

ImportRequest rulesToKeep(const ImportRequest &request)
{
    ImportRequest rules = request;
    const auto isOpen = [&](const exchange::MapRule &rule) {
        return std::any_of(rules.undecided.begin(), rules.undecided.end(),
                           [&](const exchange::Misfit &each) { return each.column == rule.column; });
    };
    std::erase_if(rules.map, isOpen);
    constexpr QChar between(0x1f);
    keepLast(rules.values, [&](const exchange::ValueRule &rule) -> QString {
        return rule.target + between + fold(rule.from);
    });
    keepLast(rules.meanings, [&](const transfer::WordRule &rule) -> QString {
        return rule.target + between + fold(rule.from);
    });
    keepLast(rules.set, [](const exchange::SetRule &rule) { return rule.target; });
    std::sort(rules.createMissing.begin(), rules.createMissing.end());
    const auto twice = std::unique(rules.createMissing.begin(), rules.createMissing.end());
    rules.createMissing.erase(twice, rules.createMissing.end());
    // "Every row is new", for which a profile has these words.
    if (rules.keys == ImportRequest::Keys::Said && rules.match.isEmpty()) {
        rules.existing = transfer::DuplicatePolicy::Create;
        rules.isExistingSaid = true;
    }
    return rules;
}

LeftImports &LeftImports::of(Workspace &workspace)
{
    auto *left = workspace.findChild<LeftImports *>(QString(), Qt::FindDirectChildrenOnly);
    return left ? *left : *new LeftImports(&workspace);
}

LeftImports::~LeftImports() = default;

void LeftImports::keep(const QString &path, const ImportProfile &profile)
{
    if (m_left.size() >= mostLeft)
        m_left.clear();
    m_left.insert_or_assign(realPath(path), profile);
}

void LeftImports::forget(const QString &path)
{
    m_left.erase(realPath(path));
}

std::optional<ImportProfile> LeftImports::find(const QString &path) const
{
    const auto found = m_left.find(realPath(path));
    return found == m_left.end() ? std::nullopt : std::optional(found->second);
}

} // namespace headway::app
