// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filteroutline.h"

#include "domain/query/filtersubjects.h"
#include "domain/query/filtertokens.h"
#include "domain/text/listedtext.h"
#include "domain/text/text.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

TypedCondition conditionOf(const FilterToken &token)
{
    const Sense sense = token.isNegated ? Sense::Negated : Sense::Plain;
    if (token.colon < 0)
        return {.sense = sense, .value = token.text};
    TypedCondition condition{.name = token.text.left(token.colon), .sense = sense};
    QStringList values = token.values;
    if (values.isEmpty()) {
        condition.comparison = Comparison::IsEmpty;
        return condition;
    }
    if (const ComparisonSign sign = signAt(values.front()); !token.literal) {
        condition.comparison = sign.comparison;
        values.front() = values.front().mid(sign.text.size());
    }
    QStringList texts;
    for (const QString &value : values)
        texts += listedText(value);
    condition.value = texts.join(", "_L1);
    return condition;
}

QString textOf(const TypedCondition &condition)
{
    const QString sign = condition.sense == Sense::Negated ? u"-"_s : QString();
    if (condition.name.isEmpty())
        return condition.value.trimmed().isEmpty() ? QString()
                                                   : QString(sign + filterValue(condition.value.trimmed()));
    const QString name = sign + filterValue(condition.name) + u':';
    if (condition.comparison == Comparison::IsEmpty)
        return name;
    QStringList values;
    for (const QString &value : textsListed(condition.value))
        values += filterValue(value);
    if (values.isEmpty())
        return {};
    return name + signOf(condition.comparison) + values.join(u',');
}

QString partsText(const FilterOutline &outline);

// Without brackets around it.
QString alternativesText(const OutlineGroup &group)
{
    QStringList texts;
    for (const FilterOutline &each : group.alternatives)
        texts += partsText(each);
    return joinFilled(texts, u" or "_s);
}

QString partsText(const FilterOutline &outline)
{
    QStringList texts;
    for (const TypedCondition &condition : outline.conditions)
        texts += textOf(condition);
    for (const OutlineGroup &group : outline.groups) {
        const QString text = alternativesText(group);
        if (!text.isEmpty())
            texts += (group.sense == Sense::Negated ? u"-("_s : u"("_s) + text + u')';
    }
    return joinFilled(texts, u" "_s);
}

class OutlineReader
{
public:
    explicit OutlineReader(QStringView text) : m_tokens(text) {}

    // Up to the bracket that closes `open`, or to the end of the text.
    tl::expected<std::vector<FilterOutline>, FilterError> alternatives(const FilterToken *open)
    {
        std::vector<FilterOutline> outlines(1);
        while (true) {
            const auto token = m_tokens.next();
            if (!token)
                return tl::unexpected(token.error());
            if (!*token && open)
                return tl::unexpected(
                    FilterError{open->position, open->length,
                                Sentence::tr("The bracket that closes this one is missing.")});
            if (!*token || (*token)->kind == FilterToken::Kind::Close)
                return outlines;
            if (auto added = add(outlines, **token); !added)
                return tl::unexpected(added.error());
        }
    }

private:
    tl::expected<void, FilterError> add(std::vector<FilterOutline> &outlines, const FilterToken &token)
    {
        switch (token.kind) {
        case FilterToken::Kind::Or: outlines.emplace_back(); return {};
        case FilterToken::Kind::Part: outlines.back().conditions.push_back(conditionOf(token)); return {};
        default: break;
        }
        auto inner = alternatives(&token);
        if (!inner)
            return tl::unexpected(inner.error());
        const bool isNegated = token.kind == FilterToken::Kind::OpenNegated;
        outlines.back().groups.push_back({std::move(*inner), isNegated ? Sense::Negated : Sense::Plain});
        return {};
    }

    FilterTokens m_tokens;
};

} // namespace

bool operator==(const OutlineGroup &a, const OutlineGroup &b)
{
    return a.sense == b.sense && a.alternatives == b.alternatives;
}

tl::expected<FilterOutline, FilterError> filterOutline(QStringView text)
{
    auto alternatives = OutlineReader(text).alternatives(nullptr);
    if (!alternatives)
        return tl::unexpected(alternatives.error());
    if (alternatives->size() == 1)
        return std::move(alternatives->front());
    FilterOutline outline;
    outline.groups.push_back({std::move(*alternatives)});
    return outline;
}

QString filterText(const FilterOutline &outline)
{
    const bool isGroupAlone = outline.conditions.empty() && outline.groups.size() == 1
        && outline.groups.front().sense == Sense::Plain;
    return isGroupAlone ? alternativesText(outline.groups.front()) : partsText(outline);
}

std::vector<SensedComparison> comparisonsFor(EntityKind kind, const QString &name,
                                             const std::vector<CustomField> &custom)
{
    const SensedComparison is;
    const SensedComparison isNot{Comparison::Equals, Sense::Negated};
    const SensedComparison isEmpty{Comparison::IsEmpty};
    const SensedComparison isFilled{Comparison::IsEmpty, Sense::Negated};
    if (name.isEmpty()) // a word
        return {is, isNot};
    const auto condition = conditionOn(kind, name, custom);
    switch (condition ? typeOf(kind, *condition) : FieldType::Text) {
    case FieldType::Day:
    case FieldType::Moment:
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Duration:
    case FieldType::Money:
        return {is,
                isNot,
                {Comparison::Less},
                {Comparison::LessOrEqual},
                {Comparison::Greater},
                {Comparison::GreaterOrEqual},
                isEmpty,
                isFilled};
    case FieldType::YesNo: return {is, isNot};
    default: return {is, isNot, isEmpty, isFilled};
    }
}

} // namespace headway
