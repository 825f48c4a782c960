// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importwords.h"

#include "domain/records/record.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/cells/vocabulary.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

constexpr qsizetype mostRemembered = 1000;
constexpr QChar between(u'\n'); // of field and word, in keys

QString ruleKey(const QString &target, const QString &word)
{
    return target + between + fold(word);
}

// A choice by its code, its label, or a word of other systems.
std::optional<Value> valueCalled(EntityKind kind, int index, const QString &word)
{
    const FieldInfo &field = entityInfo(kind).field(index);
    if (field.type == FieldType::Choice) {
        if (const auto value = exchange::readCell(field, word, {}))
            return *value;
    }
    const auto code = exchange::Vocabulary::own().code(exchange::choiceList(kind, field.name), word);
    if (!code)
        return std::nullopt;
    return field.type == FieldType::Choice ? Value(*code) : Value(code->toLongLong());
}

bool mayHoldWords(EntityKind kind, int index)
{
    const FieldInfo &field = entityInfo(kind).field(index);
    return field.type == FieldType::Choice
        || (field.type == FieldType::Integer
            && !exchange::Vocabulary::own().codes(exchange::choiceList(kind, field.name)).isEmpty());
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

QStringList ImportWords::answers(EntityKind kind, int index)
{
    const FieldInfo &field = entityInfo(kind).field(index);
    if (field.type != FieldType::Choice)
        return exchange::Vocabulary::own().codes(exchange::choiceList(kind, field.name));
    QStringList codes;
    for (const Choice &choice : field.choices) {
        if (*choice.code)
            codes += QString::fromLatin1(choice.code);
    }
    return codes;
}

ImportWords ImportWords::of(const exchange::ImportPlan &plan)
{
    ImportWords words;
    words.m_kind = plan.kind;
    for (const exchange::ImportInput &input : plan.inputs) {
        if (input.target.role == exchange::TargetRole::Field && mayHoldWords(plan.kind, input.target.field))
            words.m_targets.insert(input.target.field, input.target.name);
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
        fit.isFitting = fit.isFitting || valueCalled(m_kind, it.key(), rule.to).has_value();
        fit.answers += answers(m_kind, it.key());
    }
    fit.answers.removeDuplicates();
    return fit;
}

bool ImportWords::canTake(const WordRule &rule, const exchange::ImportPlan &plan)
{
    const Fit fit = of(plan).fitOf(rule);
    return fit.isThere && fit.isFitting;
}

Result<ImportWords> ImportWords::prepare(const ImportRequest &request, const exchange::ImportPlan &plan)
{
    ImportWords words = of(plan);
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
        if (const auto value = valueCalled(m_kind, field, to))
            return {Is::Known, *value};
        return {to == "tag"_L1 ? Is::Tag : Is::Unknown, {}};
    };
    if (const auto to = said(word))
        return meant(*to);
    if (const auto value = valueCalled(m_kind, field, word))
        return {Is::Known, *value};
    if (exchange::isBlankWord(word))
        return {Is::Nothing, {}};
    if (const auto to = said(u"*"_s))
        return meant(*to);
    return {};
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
