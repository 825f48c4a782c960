// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/filekind.h"

#include "domain/records/record.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/headeralias.h"
#include "exchange/plan/stagecolumns.h"
#include "exchange/plan/targetcontent.h"
#include "transfer/import/importparts.h"
#include "transfer/import/personbeside.h"
#include "transfer/import/rowkinds.h"

#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

using exchange::ImportInput;
using exchange::ImportPlan;
using exchange::TargetRole;
using exchange::Vocabulary;

bool hasOneOf(const ImportPlan &plan, const QStringList &targets)
{
    return std::any_of(targets.begin(), targets.end(),
                       [&](const QString &target) { return plan.find(target); });
}

// "Deal name" is called after deals.
bool namesKind(const QString &column, EntityKind kind)
{
    const exchange::HeaderParts parts = exchange::headerParts(column);
    if (parts.object)
        return parts.object == kind;
    constexpr qsizetype shortest = 4; // letters of a word for a kind
    constexpr qsizetype longest = 24;
    for (qsizetype size = shortest; size <= std::min(longest, parts.key.size()); ++size) {
        if (exchange::objectNamed(parts.key.left(size)) == kind)
            return true;
    }
    return false;
}

// Whether a column goes to a field that only this kind has; those of kinds that are not known here have several.
bool hasTelling(const ImportPlan &plan)
{
    const QString list = u"tells_"_s + tableName(plan.kind);
    if (Vocabulary::own().codes(list).isEmpty())
        return plan.inputs.size() > 1;
    return std::any_of(plan.inputs.begin(), plan.inputs.end(), [&](const ImportInput &input) {
        const QString key = exchange::headerKey(input.columnName);
        if (exchange::doubtfulTargets(plan.kind, key).contains(input.target.name))
            return false; // "End date" is of many things
        const bool isOwn = input.target.name != "external_id"_L1 && input.target.role != TargetRole::Name;
        return Vocabulary::own().has(list, input.target.name)
            || (isOwn && namesKind(input.columnName, plan.kind));
    });
}

bool isLedger(const QStringList &columns)
{
    return std::any_of(columns.begin(), columns.end(),
                       [](const QString &column) { return Vocabulary::own().has(u"ledger", column); });
}

// Whether a column would be an amount of money, if these were deals.
bool hasMoney(const QStringList &columns, const std::vector<CustomField> &custom)
{
    const auto plan = exchange::planImport(EntityKind::Deal, columns, {}, custom);
    return plan && plan->find(u"amount"_s);
}

// A column of that sort: resources/vocabulary/kinds.tsv.
bool hasSort(const ImportPlan &plan, QLatin1StringView sort)
{
    return std::any_of(plan.inputs.begin(), plan.inputs.end(), [sort](const ImportInput &input) {
        return Vocabulary::own().code(u"tells_activity", input.target.name) == sort;
    });
}

// A day and a text may be anything, and a customer, a day and an amount are an invoice. What is due, or how a call ended,
// shows what was or is to be done; so does with whom something was, or how long it took, where it is said what it was.
bool isSurelyActivity(const ImportPlan &plan, const std::vector<CustomField> &custom)
{
    if (!hasOneOf(plan, {u"at"_s, u"end"_s, u"done_at"_s}))
        return false;
    if (hasSort(plan, "own"_L1))
        return true;
    const bool hasLink = hasSort(plan, "link"_L1);
    const bool hasLength = hasSort(plan, "length"_L1);
    if (hasMoney(plan.columns, custom))
        return hasLink && hasLength;
    const ImportInput *subject = plan.find(u"subject"_s);
    const bool hasSubject = subject && exchange::headerKey(subject->columnName) != "name"_L1;
    const bool isDue = activityFile(plan, {}).isDue;
    if (hasSubject || (isDue && plan.find(u"state"_s)))
        return true;
    const bool isTold = plan.find(u"note"_s) || (subject && hasLink);
    return (isTold && (hasLink || hasLength || isDue)) || (hasLink && hasLength);
}

bool isSure(const ImportPlan &plan, const std::vector<CustomField> &custom)
{
    if (!plan.product.isEmpty())
        return true; // nobody else's columns are called so
    if (!entityInfo(plan.kind).has(KindTrait::HasContactPoints) && isLedger(plan.columns))
        return false;
    return plan.kind == EntityKind::Activity ? isSurelyActivity(plan, custom) : hasTelling(plan);
}

// By a column, or by what it is about: a deal is called after its product and its customer.
bool isCalled(const ImportPlan &plan)
{
    if (isNamed(plan))
        return true;
    if (plan.kind == EntityKind::Deal)
        return hasOneOf(plan, {u"product"_s, u"company"_s, u"contact"_s, u"contact.email"_s});
    return plan.kind == EntityKind::Activity && hasOneOf(plan, {u"at"_s, u"end"_s})
        && std::any_of(plan.inputs.begin(), plan.inputs.end(), [](const ImportInput &input) {
               return Vocabulary::own().has(u"tells_activity", input.target.name);
           });
}

// "Kunden.csv" with a name, and beside it the company of whoever is called so. Where a column says of each row what it
// is, that company may be its own.
bool isOfPeopleAtCompanies(const ImportPlan &plan, const std::vector<CustomField> &custom)
{
    if (std::any_of(plan.columns.begin(), plan.columns.end(), mayTell))
        return false;
    const auto people = exchange::planImport(EntityKind::Contact, plan.columns, {}, custom);
    const ImportInput *company = people && isNamed(*people) ? people->find(u"company"_s) : nullptr;
    return company && plan.notImported.contains(company->columnName)
        && hasOneOf(*people, {u"name"_s, u"first_name"_s, u"last_name"_s});
}

// "leads.csv" of a program whose leads are deals: they are in stages and worth something, and nobody in them has a name or
// a number.
bool isOfDeals(const ImportPlan &plan, const std::vector<CustomField> &custom)
{
    if (hasOneOf(plan,
                 {u"first_name"_s, u"last_name"_s, u"email"_s, u"phone"_s, u"mobile"_s, u"street"_s,
                  u"organisation"_s}))
        return false;
    const auto deals = exchange::planImport(EntityKind::Deal, plan.columns, {}, custom);
    return deals && isNamed(*deals) && deals->find(u"stage"_s)
        && hasOneOf(*deals, {u"amount"_s, u"probability"_s, u"expected_close"_s, u"close"_s});
}

// "Call list.csv" of people with their numbers: nothing was done or is to be done on some day.
bool isContradicted(const ImportPlan &plan, const std::vector<CustomField> &custom)
{
    if (plan.kind == EntityKind::Company)
        return isOfPeopleAtCompanies(plan, custom);
    if (plan.kind == EntityKind::Lead)
        return isOfDeals(plan, custom);
    if (plan.kind != EntityKind::Activity
        || hasOneOf(plan, {u"at"_s, u"end"_s, u"done_at"_s, u"created"_s, u"duration"_s, u"minutes"_s}))
        return false;
    const auto people = exchange::planImport(EntityKind::Contact, plan.columns, {}, custom);
    return people && isNamed(*people)
        && hasOneOf(*people, {u"email"_s, u"phone"_s, u"mobile"_s, u"street"_s, u"first_name"_s});
}

// A list of companies, each with somebody to talk to; nothing else in it is called just "Name". Customers with what they
// owe are no statement of an account if they are reached somewhere.
bool isOfCompanies(const QStringList &columns, const std::vector<CustomField> &custom)
{
    const auto plan = exchange::planImport(EntityKind::Company, columns, {}, custom);
    const ImportInput *name = plan && plan->product.isEmpty() ? plan->find(u"name"_s) : nullptr;
    const bool isPlain = name && name->column >= 0 && exchange::headerKey(name->columnName) != "name"_L1;
    const bool isReached = plan && hasOneOf(*plan, {u"email"_s, u"phone"_s, u"mobile"_s, u"street"_s});
    if (!isPlain || !personBeside(columns, custom) || (isLedger(columns) && !isReached))
        return false;
    const auto deal = exchange::planImport(EntityKind::Deal, columns, {}, custom);
    if (deal && (hasTelling(*deal) || deal->find(u"amount"_s)))
        return false;
    const auto people = exchange::planImport(EntityKind::Contact, columns, {}, custom);
    if (people && hasOneOf(*people, {u"first_name"_s, u"last_name"_s}))
        return false;
    const auto activity = exchange::planImport(EntityKind::Activity, columns, {}, custom);
    return !activity || !isSurelyActivity(*activity, custom);
}

// Of companies nobody says how far the talks are.
bool isOfLeads(const QStringList &columns, const std::vector<CustomField> &custom)
{
    const auto plan = exchange::planImport(EntityKind::Lead, columns, {}, custom);
    return plan && plan->find(u"status"_s);
}

} // namespace

QStringList wordsOfName(const QString &name)
{
    static const QRegularExpression boundary(u"[^\\p{L}]+|(?<=\\p{Ll})(?=\\p{Lu})"_s);
    return name.normalized(QString::NormalizationForm_C).split(boundary, Qt::SkipEmptyParts);
}

std::vector<EntityKind> kindsInName(const QString &fileName)
{
    const QStringList parts = wordsOfName(fileName);
    const auto named = [](const QString &word) -> std::optional<EntityKind> {
        const auto code = Vocabulary::own().code(u"file_kind", word);
        return code ? entityKindNamed(*code) : exchange::objectNamed(looseKey(word));
    };
    std::vector<EntityKind> kinds;
    for (qsizetype i = 0; i < parts.size(); ++i) {
        // "crm.lead", "call log"
        const auto pair = i + 1 < parts.size()
            ? Vocabulary::own().code(u"file_kind", QString(parts[i] + parts[i + 1]))
            : std::nullopt;
        const std::optional<EntityKind> kind = pair ? entityKindNamed(*pair) : named(parts[i]);
        if (kind && std::find(kinds.begin(), kinds.end(), *kind) == kinds.end())
            kinds.push_back(*kind);
        if (pair)
            ++i;
    }
    return kinds;
}

size_t knownColumns(const ImportPlan &plan)
{
    return size_t(std::count_if(plan.inputs.begin(), plan.inputs.end(), [&](const ImportInput &input) {
        const bool isBareName = plan.kind == EntityKind::Activity && input.target.name == "subject"_L1
            && exchange::headerKey(input.columnName) == "name"_L1;
        return !isBareName && !exchange::isStageDate(input.target);
    }));
}

bool isNamed(const ImportPlan &plan)
{
    return hasOneOf(
        plan,
        {u"name"_s, u"last_name"_s, u"first_name"_s, u"organisation"_s, u"email"_s, u"subject"_s, u"note"_s});
}

std::optional<EntityKind> kindByName(const QStringList &columns, const QString &fileName,
                                     const std::vector<CustomField> &custom)
{
    std::optional<EntityKind> best;
    size_t most = 0;
    for (const EntityKind kind : kindsInName(fileName)) {
        const auto plan = exchange::planImport(kind, columns, {}, custom);
        if (!plan || !isCalled(*plan) || isContradicted(*plan, custom) || knownColumns(*plan) <= most)
            continue;
        most = knownColumns(*plan);
        best = kind;
    }
    return best;
}

std::optional<EntityKind> kindByColumns(const QStringList &columns, const std::vector<CustomField> &custom)
{
    if (isOfCompanies(columns, custom) && !isOfLeads(columns, custom))
        return EntityKind::Company;
    std::vector<ImportPlan> best; // those that take the most columns
    for (const EntityKind kind : importableKinds()) {
        auto plan = exchange::planImport(kind, columns, {}, custom);
        if (!plan || (!best.empty() && knownColumns(*plan) < knownColumns(best.front())))
            continue;
        if (!best.empty() && knownColumns(*plan) > knownColumns(best.front()))
            best.clear();
        best.push_back(std::move(*plan));
    }
    const auto found = std::find_if(best.begin(), best.end(), [&](const ImportPlan &plan) {
        return isCalled(plan) && isSure(plan, custom);
    });
    return found == best.end() ? std::nullopt : std::optional(found->kind);
}

} // namespace headway::transfer
