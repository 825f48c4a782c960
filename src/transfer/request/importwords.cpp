// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/request/importwords.h"

#include "domain/records/record.h"
#include "domain/rules/leads.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"
#include "exchange/plan/presets.h"
#include "transfer/request/requestwords.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr qsizetype mostRemembered = 1000;
constexpr QChar between(u'\n'); // of field and word, in keys
const QLatin1StringView stageTarget("stage");

QString ruleKey(const QString &target, const QString &word)
{
    return target + between + fold(word);
}

// The code of a word of the product that wrote the file, or of one of other systems.
std::optional<QString> codeOf(const exchange::Preset *product, EntityKind kind, const FieldInfo &field,
                              const QString &word)
{
    const QString list = exchange::choiceList(kind, field.name);
    const std::optional<QString> code = product ? product->words().code(list, word) : std::nullopt;
    return code ? code : exchange::Vocabulary::own().code(list, word);
}

// A choice by its code, its label, or a word for it.
std::optional<Value> choiceCalled(const exchange::Preset *product, EntityKind kind, int index,
                                  const QString &word)
{
    const FieldInfo &field = entityInfo(kind).field(index);
    if (field.type == FieldType::Choice) {
        if (const auto value = exchange::readCell(field, word, {}))
            return *value;
    }
    const auto code = codeOf(product, kind, field, word);
    if (!code)
        return std::nullopt;
    return field.type == FieldType::Choice ? Value(*code) : Value(code->toLongLong());
}

bool isListed(const FieldInfo &field)
{
    return field.type == FieldType::Reference && field.target == EntityKind::LeadStatus;
}

bool mayHoldWords(EntityKind kind, int index)
{
    const FieldInfo &field = entityInfo(kind).field(index);
    return field.type == FieldType::Choice || isListed(field)
        || (field.type == FieldType::Integer
            && !exchange::Vocabulary::own().codes(exchange::choiceList(kind, field.name)).isEmpty());
}

// What deals in a stage are, by the words for their status.
std::optional<StageType> typeCalled(const QString &word)
{
    const int status = entityInfo(EntityKind::Deal).indexOf(u"status");
    const auto value = word.isEmpty() ? std::nullopt : choiceCalled(nullptr, EntityKind::Deal, status, word);
    return value ? std::optional(Codec<StageType>::write(*value)) : std::nullopt;
}

} // namespace

Result<WordRule> parseWordRule(const QString &text)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    if (equals <= 0)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 should have the form %2.").arg(Quoted{text}, u"word=meaning"_s));
    const QString left = text.left(equals);
    const qsizetype colon = left.indexOf(u':');
    const bool isScoped = colon > 0 && !left.left(colon).contains(u' ');
    return WordRule{isScoped ? left.left(colon) : QString(), isScoped ? left.mid(colon + 1) : left,
                    text.mid(equals + 1).trimmed()};
}

Result<CellRule> parseCellRule(const QString &text)
{
    const qsizetype equals = text.lastIndexOf(u'=');
    if (equals <= 0)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 should have the form %2.").arg(Quoted{text}, u"Column=several"_s));
    HEADWAY_TRY(reading, oneOf(u"--cells"_s, text.mid(equals + 1).trimmed(), cellReadingWords));
    return CellRule{text.left(equals), reading};
}

std::optional<CellReading> readingOf(const std::vector<CellRule> &rules, const QString &column,
                                     std::initializer_list<CellReading> readings)
{
    std::optional<CellReading> said;
    for (const CellRule &rule : rules) {
        const bool isOne = std::find(readings.begin(), readings.end(), rule.reading) != readings.end();
        if (isOne && fold(rule.column) == fold(column))
            said = rule.reading;
    }
    return said;
}

QStringList ImportWords::answers(int field) const
{
    const FieldInfo &info = entityInfo(m_kind).field(field);
    QStringList codes;
    if (isListed(info)) {
        for (const LeadStatus &status : m_statuses) {
            if (status.active)
                codes += status.name;
        }
        return codes;
    }
    if (info.type != FieldType::Choice)
        return exchange::Vocabulary::own().codes(exchange::choiceList(m_kind, info.name));
    for (const Choice &choice : info.choices) {
        if (*choice.code)
            codes += QString::fromLatin1(choice.code);
    }
    return codes;
}

// A status by its name, the active one before another; else by a word for one of its meaning.
std::optional<Value> ImportWords::valueCalled(int field, const QString &word) const
{
    const FieldInfo &info = entityInfo(m_kind).field(field);
    if (!isListed(info))
        return choiceCalled(m_product, m_kind, field, word);
    const QString name = fold(word.trimmed());
    const LeadStatus *called = nullptr;
    for (const LeadStatus &status : m_statuses) {
        if (fold(status.name) == name && (!called || status.active))
            called = &status;
    }
    if (!called) {
        const bool isCode = std::any_of(firstLeadStatuses.begin(), firstLeadStatuses.end(),
                                        [&name](const FirstLeadStatus &each) { return each.code == name; });
        const auto code = isCode ? std::optional(name) : codeOf(m_product, m_kind, info, word);
        called = code ? leadStatusCoded(*code, m_statuses) : nullptr;
    }
    return called ? std::optional(Codec<LeadStatusId>::read(called->id)) : std::nullopt;
}

ImportWords ImportWords::of(const exchange::ImportPlan &plan)
{
    ImportWords words;
    words.m_kind = plan.kind;
    words.m_product = exchange::Presets::own().find(plan.product);
    for (const exchange::ImportInput &input : plan.inputs) {
        const bool isField = input.target.role == exchange::TargetRole::Field
            || input.target.role == exchange::TargetRole::Name;
        if (isField && mayHoldWords(plan.kind, input.target.field))
            words.m_targets.insert(input.target.field, input.target.name);
        words.m_hasStages =
            words.m_hasStages || (plan.kind == EntityKind::Deal && input.target.name == stageTarget);
    }
    return words;
}

ImportWords::Fit ImportWords::fitOf(const WordRule &rule) const
{
    Fit fit{.isFitting = rule.to.isEmpty() || rule.to == "tag"_L1};
    for (auto it = m_targets.cbegin(); it != m_targets.cend(); ++it) {
        if (!rule.target.isEmpty() && rule.target != *it)
            continue;
        fit.isThere = true;
        const bool isUnknown = m_statuses.empty() && isListed(entityInfo(m_kind).field(it.key()));
        fit.isFitting = fit.isFitting || isUnknown || valueCalled(it.key(), rule.to).has_value();
        fit.answers += answers(it.key());
    }
    if (m_hasStages && (rule.target.isEmpty() || rule.target == stageTarget)) {
        fit.isThere = true;
        fit.isFitting = fit.isFitting || typeCalled(rule.to).has_value();
        fit.answers += answers(entityInfo(m_kind).indexOf(u"status"));
    }
    fit.answers.removeDuplicates();
    return fit;
}

bool ImportWords::canTake(const WordRule &rule, const exchange::ImportPlan &plan,
                          const std::vector<LeadStatus> &statuses)
{
    ImportWords words = of(plan);
    words.m_statuses = statuses;
    const Fit fit = words.fitOf(rule);
    return fit.isThere && fit.isFitting;
}

Result<ImportWords> ImportWords::prepare(const ImportRequest &request, const exchange::ImportPlan &plan,
                                         std::vector<LeadStatus> statuses)
{
    ImportWords words = of(plan);
    words.m_statuses = std::move(statuses);
    for (const WordRule &rule : request.meanings) {
        const Fit fit = words.fitOf(rule);
        if (!fit.isThere)
            return failure(
                ErrorCode::Invalid,
                Sentence::tr("The word %1 is to mean something, but no column goes to %2.")
                    .arg(Quoted{rule.from}, Quoted{rule.target.isEmpty() ? u"status"_s : rule.target}));
        if (!fit.isFitting)
            return failure(
                ErrorCode::Invalid,
                Sentence::tr("%1 is none of: %2.").arg(Quoted{rule.to}, fit.answers.join(u", "_s)));
        words.m_rules.insert(ruleKey(rule.target, rule.from), rule.to);
    }
    return words;
}

ImportWords::Meaning ImportWords::found(int field, const QString &word) const
{
    using Is = Meaning::Is;
    const auto said = [&](const QString &from) -> std::optional<QString> {
        for (const QString &target : {m_targets.value(field), QString()}) {
            const auto rule = m_rules.constFind(ruleKey(target, from));
            if (rule != m_rules.cend())
                return *rule;
        }
        return std::nullopt;
    };
    const auto meant = [&](const QString &to) -> Meaning {
        if (to.isEmpty())
            return {Is::Nothing, {}};
        if (const auto value = valueCalled(field, to))
            return {Is::Known, *value};
        return {to == "tag"_L1 ? Is::Tag : Is::Unknown, {}};
    };
    if (const auto to = said(word))
        return meant(*to);
    if (const auto value = valueCalled(field, word))
        return {Is::Known, *value};
    if (exchange::isBlankWord(word))
        return {Is::Nothing, {}};
    if (const auto to = said(u"*"_s))
        return meant(*to);
    return {};
}

exchange::StageMeaning stageMeaning(const std::vector<WordRule> &rules, const QString &name)
{
    for (const WordRule &rule : rules) {
        const bool isMeant =
            (rule.target.isEmpty() || rule.target == stageTarget) && fold(rule.from) == fold(name);
        if (const auto type = isMeant ? typeCalled(rule.to) : std::nullopt)
            return {*type, false};
    }
    return exchange::stageMeaning(name);
}

const ImportWords::Meaning &ImportWords::meaning(int field, const QString &word)
{
    const QString key = QString::number(field) + between + word;
    auto known = m_meanings.find(key);
    if (known == m_meanings.end()) {
        if (m_meanings.size() >= mostRemembered)
            m_meanings.clear();
        known = m_meanings.insert(key, found(field, word));
    }
    return *known;
}

} // namespace headway::transfer
