// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/owncolumns.h"

#include "domain/records/record.h"
#include "domain/rules/customfields.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/plan/headeralias.h"

#include <QHash>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

constexpr qsizetype longestLabel = 200;

struct RestName {
    RestPolicy policy;
    QLatin1StringView name;
};
constexpr std::array restNames{RestName{RestPolicy::Leave, "leave"_L1}, RestName{RestPolicy::Note, "note"_L1},
                               RestName{RestPolicy::Own, "own"_L1}};

QString codeOf(CustomKind kind)
{
    return QString::fromLatin1(Choices<CustomKind>::list[size_t(kind)].code);
}

std::optional<CustomKind> customKindNamed(const QString &word)
{
    for (size_t i = 0; i < Choices<CustomKind>::list.size(); ++i) {
        if (looseKey(word) == looseKey(QString::fromLatin1(Choices<CustomKind>::list[i].code)))
            return CustomKind(i);
    }
    return std::nullopt;
}

QStringList typeNames()
{
    QStringList names;
    for (const Choice &choice : Choices<CustomKind>::list)
        names += QString::fromLatin1(choice.code);
    names += u"note"_s;
    return names;
}

// The user's rules by column; a file may have thousands, and as many rules.
class OwnRules
{
public:
    explicit OwnRules(const RestRules &rules)
    {
        for (const OwnRule &rule : rules.own) {
            const QString column = fold(rule.column);
            if (!m_byColumn.contains(column))
                m_byColumn.insert(column, &rule);
        }
    }

    const OwnRule *of(const QString &column) const { return m_byColumn.value(fold(column)); }

private:
    QHash<QString, const OwnRule *> m_byColumn;
};

// The fields that the columns of one file go into.
class FieldsOfRest
{
public:
    FieldsOfRest(const ImportPlan &plan, const OwnRules &rules)
        : m_plan(plan), m_rules(rules), m_all(plan.custom)
    {
        for (const ImportInput &input : plan.inputs) {
            if (input.target.role == TargetRole::Custom)
                m_taken.insert(plan.custom[size_t(input.target.field)].name);
        }
        for (const CustomField &field : plan.custom)
            m_position = std::max(m_position, field.position);
    }

    // What a column of the rest could be, or is.
    CustomField proposed(const QString &column, const ValueGuess *guess) const
    {
        const OwnRule *rule = m_rules.of(column);
        CustomField field{.recordKind = m_plan.kind, .label = labelOfColumn(column)};
        if (rule && !rule->label.isEmpty())
            field.label = rule->label;
        if (const CustomField *known = ownFieldNamed(field.label, m_all))
            return *known;
        field.name = ownFieldName(field.label, m_all);
        field.kind = rule && rule->kind ? *rule->kind : guess ? guess->kind() : CustomKind::Text;
        if (field.kind == CustomKind::Choice && guess)
            field.choices = guess->choices().join(u'\n');
        if (field.kind == CustomKind::Choice && field.choices.isEmpty())
            field.kind = CustomKind::Text; // too many, or too long, for a list
        return field;
    }

    // The field for a column; only the user's rules can contradict each other.
    Result<RestColumn> take(RestColumn column, const ValueGuess *guess)
    {
        const OwnRule *rule = m_rules.of(column.column);
        column.field = proposed(column.column, guess);
        if (m_taken.contains(column.field.name)) {
            if (rule)
                return failure(ErrorCode::Invalid,
                               Sentence::tr("Two columns would go into one own field, %1; the second is %2.")
                                   .arg(Quoted{column.field.label}, Quoted{column.column}));
            column.field = numbered(column, guess);
        }
        column.isNew = !column.field.id;
        const bool isListWanted = rule && rule->kind == CustomKind::Choice;
        if (column.isNew && isListWanted && column.field.kind != CustomKind::Choice)
            return failure(
                ErrorCode::Invalid,
                Sentence::tr(
                    "The values of %1 make no list of choices: there are none, too many, too long ones, or several in a cell.")
                    .arg(Quoted{column.column}));
        if (!column.isNew && rule && rule->kind && *rule->kind != column.field.kind)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("There is an own field %1 already, of the type %2.")
                               .arg(Quoted{column.field.label}, codeOf(column.field.kind)));
        if (column.isNew) {
            column.field.position = ++m_position;
            m_all.push_back(column.field);
        }
        m_taken.insert(column.field.name);
        column.goes = RestPolicy::Own;
        return column;
    }

private:
    // "Region" and "region:" beside each other: the second one is "region: (2)".
    CustomField numbered(const RestColumn &column, const ValueGuess *guess) const
    {
        const QString label = labelOfColumn(column.column);
        CustomField field = column.field;
        for (int number = 2; m_taken.contains(field.name); ++number) {
            field = proposed(label + u" (%1)"_s.arg(number), guess);
        }
        return field;
    }

    const ImportPlan &m_plan;
    const OwnRules &m_rules;
    std::vector<CustomField> m_all;
    QSet<QString> m_taken; // by name
    qint64 m_position = 0;
};

// Which way each column goes.
class WaysOfRest
{
public:
    WaysOfRest(const RestRules &rules, const OwnRules &own) : m_rules(rules), m_own(own)
    {
        for (const MapRule &rule : rules.map) {
            if (rule.target == "nothing"_L1 || rule.target == "-"_L1)
                m_left.insert(fold(rule.column));
        }
        if (rules.only)
            m_only = QSet<QString>(rules.only->begin(), rules.only->end());
    }

    RestPolicy of(const QString &column) const
    {
        if (const OwnRule *rule = m_own.of(column))
            return rule->goes;
        const bool isMeant = !m_rules.only || m_only.contains(column);
        return isMeant && !m_left.contains(fold(column)) ? m_rules.rest : RestPolicy::Leave;
    }

private:
    const RestRules &m_rules;
    const OwnRules &m_own;
    QSet<QString> m_left; // by the user
    QSet<QString> m_only;
};

} // namespace

Result<OwnRule> parseOwnRule(const QString &text)
{
    OwnRule rule;
    QString rest = text.trimmed();
    const qsizetype colon = rest.lastIndexOf(u':');
    const QString type = colon < 0 ? QString() : rest.mid(colon + 1).trimmed();
    if (!type.isEmpty() && setType(rule, type))
        rest = rest.left(colon);
    const qsizetype equals = rest.lastIndexOf(u'=');
    rule.column = (equals < 0 ? rest : rest.left(equals)).trimmed();
    rule.label = equals < 0 ? QString() : rest.mid(equals + 1).simplified();
    if (rule.label.contains(u':'))
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is no type of an own field; there are: %2.")
                           .arg(Quoted{type}, typeNames().join(u", "_s)));
    if (rule.column.isEmpty() || (equals >= 0 && rule.label.isEmpty()))
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 should have the form %2.").arg(Quoted{text}, u"Column[=Label][:type]"_s));
    return rule;
}

QString ownRuleText(const OwnRule &rule)
{
    QString text = rule.column;
    if (!rule.label.isEmpty())
        text += u'=' + rule.label;
    const QString type = typeOf(rule);
    return type.isEmpty() ? text : text + u':' + type;
}

QString typeOf(const OwnRule &rule)
{
    if (rule.goes == RestPolicy::Note)
        return u"note"_s;
    return rule.kind ? codeOf(*rule.kind) : QString();
}

bool setType(OwnRule &rule, const QString &type)
{
    const std::optional<CustomKind> kind = customKindNamed(type);
    const bool isNote = type.compare("note"_L1, Qt::CaseInsensitive) == 0;
    rule.kind = kind;
    rule.goes = isNote ? RestPolicy::Note : RestPolicy::Own;
    return kind || isNote || type.isEmpty();
}

Result<RestPolicy> restNamed(const QString &word)
{
    for (const RestName &rest : restNames) {
        if (word == rest.name)
            return rest.policy;
    }
    return failure(ErrorCode::Invalid, Sentence::tr("%1 is not one of own, note, leave.").arg(Quoted{word}));
}

QLatin1StringView nameOf(RestPolicy policy)
{
    return restNames[size_t(policy)].name;
}

Error tooManyOwnFields(qsizetype wanted)
{
    return {ErrorCode::Invalid,
            Sentence::tr("%1 columns would become own fields; at most %2 can at once. Say which ones.")
                .arg(QString::number(wanted), QString::number(mostOwnFields)),
            {}};
}

bool canHaveOwnFields(EntityKind kind)
{
    return entityInfo(kind).indexOf(u"custom") >= 0;
}

Result<std::vector<MapRule>> setAside(const QStringList &columns, const RestRules &rules)
{
    std::vector<MapRule> aside;
    QSet<QString> named;
    for (const MapRule &rule : rules.map)
        named.insert(fold(rule.column));
    for (const OwnRule &rule : rules.own) {
        HEADWAY_TRY(index, columnNamed(columns, rule.column));
        const QString &column = columns[index];
        if (named.contains(fold(column)))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("Two rules are for the column %1.").arg(Quoted{column}));
        named.insert(fold(column));
        aside.push_back({column, u"nothing"_s});
    }
    return aside;
}

Result<std::vector<RestColumn>> planRest(const ImportPlan &plan, const RestRules &rules,
                                         const std::map<qsizetype, ValueGuess> &guesses)
{
    std::vector<RestColumn> rest;
    const OwnRules own(rules);
    const WaysOfRest ways(rules, own);
    QHash<QString, qsizetype> indexes;
    for (qsizetype i = 0; i < plan.columns.size(); ++i)
        indexes.insert(plan.columns[i], i);
    FieldsOfRest fields(plan, own);
    const auto guessOf = [&](qsizetype index) {
        const auto found = guesses.find(index);
        return found == guesses.end() || found->second.isEmpty() ? nullptr : &found->second;
    };
    const auto wanted =
        std::count_if(plan.notImported.begin(), plan.notImported.end(), [&](const QString &name) {
            return ways.of(name) == RestPolicy::Own && guessOf(indexes.value(name, -1));
        });
    if (wanted > mostOwnFields)
        return failure(tooManyOwnFields(wanted));
    // What the user names comes first, so that no other column takes its field.
    for (const bool isNamed : {true, false}) {
        for (const QString &name : plan.notImported) {
            if ((own.of(name) != nullptr) != isNamed)
                continue;
            const qsizetype index = indexes.value(name, -1);
            const ValueGuess *guess = guessOf(index);
            RestColumn column{.column = name, .index = index, .sample = guess ? guess->sample() : QString()};
            column.goes = ways.of(name);
            if (column.goes == RestPolicy::Own && !guess && !isNamed)
                column.goes = RestPolicy::Leave; // nothing stands in it
            if (column.goes == RestPolicy::Own) {
                HEADWAY_TRY(taken, fields.take(std::move(column), guess));
                column = taken;
            } else {
                column.field = fields.proposed(name, guess);
            }
            rest.push_back(column);
        }
    }
    std::sort(rest.begin(), rest.end(),
              [](const RestColumn &a, const RestColumn &b) { return a.index < b.index; });
    return rest;
}

void takeRest(ImportPlan &plan, const std::vector<RestColumn> &rest)
{
    QSet<QString> taken;
    for (const RestColumn &column : rest) {
        if (column.goes != RestPolicy::Leave)
            taken.insert(column.column);
    }
    plan.notImported.removeIf([&](const QString &column) { return taken.contains(column); });
    for (const RestColumn &column : rest) {
        if (column.goes != RestPolicy::Own)
            continue;
        auto known = std::find_if(plan.custom.begin(), plan.custom.end(),
                                  [&](const CustomField &field) { return field.name == column.field.name; });
        if (known == plan.custom.end())
            known = plan.custom.insert(known, column.field);
        plan.inputs.push_back(
            {{TargetRole::Custom, int(known - plan.custom.begin()), u"custom."_s + column.field.name},
             int(column.index),
             column.column,
             {}});
    }
    std::stable_sort(plan.inputs.begin(), plan.inputs.end(),
                     [](const ImportInput &a, const ImportInput &b) { return a.column < b.column; });
}

void settleKinds(ImportPlan &plan, std::vector<RestColumn> &rest, const RestRules &rules,
                 const std::map<qsizetype, ValueGuess> &guesses, const CellStyle &style)
{
    const OwnRules own(rules);
    for (RestColumn &column : rest) {
        const OwnRule *rule = own.of(column.column);
        const auto guess = guesses.find(column.index);
        if (column.goes != RestPolicy::Own || !column.isNew || guess == guesses.end() || (rule && rule->kind))
            continue;
        const bool fits = guess->second.kind(style) == column.field.kind;
        const bool isOfStyle =
            column.field.kind == CustomKind::Number || column.field.kind == CustomKind::Day;
        if (fits || !isOfStyle)
            continue;
        column.field.kind = CustomKind::Text;
        for (CustomField &field : plan.custom) {
            if (field.name == column.field.name)
                field.kind = CustomKind::Text;
        }
    }
}

QString labelOfColumn(const QString &column)
{
    QString label = column.simplified();
    if (label.startsWith("custom."_L1) && label.size() > 7)
        return label.mid(7); // exported from another book of ours
    for (bool isCut = true; isCut;) {
        isCut = false;
        for (const QLatin1StringView between : {" - "_L1, ": "_L1, "."_L1}) {
            const qsizetype at = label.indexOf(between);
            const QString rest = at > 0 ? label.mid(at + between.size()).trimmed() : QString();
            if (rest.isEmpty() || !objectNamed(looseKey(label.left(at))))
                continue;
            label = rest;
            isCut = true;
        }
    }
    while (label.size() > 1 && (label.endsWith(u'*') || label.endsWith(u':')))
        label = label.chopped(1).trimmed();
    return beginning(label, longestLabel);
}

const CustomField *ownFieldNamed(const QString &label, const std::vector<CustomField> &fields)
{
    const QString key = customLabelKey(label);
    const auto found = std::find_if(fields.begin(), fields.end(), [&](const CustomField &field) {
        return customLabelKey(field.label) == key;
    });
    return found == fields.end() ? nullptr : &*found;
}

} // namespace headway::exchange
