// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/filteroffers.h"

#include "domain/query/filtersubjects.h"
#include "domain/query/filtertokens.h"
#include "domain/query/grouping.h"
#include "domain/query/nametyped.h"
#include "domain/records/record.h"
#include "domain/text/text.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <set>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(FilterOffers)
};

constexpr int mostOffered = 50;

using Offers = std::vector<FilterOffer>;

bool isDay(FieldType type)
{
    return type == FieldType::Day || type == FieldType::Moment;
}

// Custom fields under their labels, which are all that people know of them.
Offers namesOffered(EntityKind kind, const QString &typed, const std::vector<CustomField> &custom)
{
    const QString key = fold(typed);
    Offers offers;
    for (const QString &name : filterNames(kind, custom)) {
        const auto condition = conditionOn(kind, name, custom);
        const CustomField *own = condition ? customFieldOf(kind, *condition, custom) : nullptr;
        const bool isNamed = name.startsWith(typed, Qt::CaseInsensitive)
            || (own
                && (isNamedSo(fold(own->label), key) || own->name.startsWith(typed, Qt::CaseInsensitive)));
        if (!isNamed)
            continue;
        const QString text = own && !own->label.isEmpty() ? own->label : name;
        offers.push_back({text, filterValue(name) + u':', {}, text});
    }
    return offers;
}

Offers daysOffered(const QString &typed, const FilterReader &reader)
{
    const QString key = fold(typed);
    Offers offers;
    for (const QString &word : typedSpans()) {
        const auto span = parseDayRange(word, reader.calendar);
        if (!span
            || !(word.startsWith(typed, Qt::CaseInsensitive)
                 || isNamedSo(fold(QString(word).replace(u'-', u' ')), key)))
            continue;
        const QString first = reader.display.day(span->first);
        const QString days = span->first == span->last
            ? first
            : Words::tr("%1 – %2", "from day to day").arg(first, reader.display.day(span->last));
        const QString name = spanWords(*span, reader.calendar, reader.display);
        offers.push_back(
            {word, word, days, Words::tr("%1, %2", "what is offered, its days").arg(name, days)});
    }
    return offers;
}

class Writer
{
public:
    Writer(EntityKind kind, const Condition &field, const FilterTyping &typing, const FilterReader &reader,
           UserId me, const store::ValueCounts *counts)
        : m_kind(kind), m_field(field), m_typed(fold(typing.typed)), m_reader(reader), m_counts(counts),
          m_me(me), m_target(namedKind(kind, field))
    {
        if (!counts)
            return;
        for (const store::ValueCount &each : counts->values)
            m_byKey[each.name.isEmpty() ? each.key : Value(fold(each.name))] = each.count;
    }

    Offers offers()
    {
        const FieldType type = typeOf(m_kind, m_field);
        if (type == FieldType::Choice)
            addChoices();
        else if (type == FieldType::YesNo)
            addYesAndNo();
        else
            addValues();
        if (m_offers.size() > mostOffered)
            m_offers.resize(mostOffered);
        return std::move(m_offers);
    }

    FilterOffer offer(const QString &text, const QString &written, std::optional<qint64> count) const
    {
        if (!count)
            return {text, written, {}, text};
        return {text, written, m_reader.display.number(*count),
                Words::tr("%1, %2", "what is offered, how many records")
                    .arg(text, m_reader.display.counted(*count, m_kind))};
    }

private:
    bool fits(const QString &text) const { return isNamedSo(fold(text), m_typed); }

    std::optional<qint64> countOf(const Value &key) const
    {
        if (!m_counts)
            return std::nullopt;
        const auto found = m_byKey.find(key);
        if (found != m_byKey.end())
            return found->second;
        return m_counts->isWhole ? std::optional(qint64(0)) : std::nullopt;
    }

    void addChoices()
    {
        const std::vector<CustomField> &customFields = m_reader.lookups.customFields;
        if (const CustomField *custom = customFieldOf(m_kind, m_field, customFields)) {
            for (const QString &choice : customChoices(*custom)) {
                if (fits(choice))
                    m_offers.push_back(offer(choice, filterValue(choice), countOf(choice)));
            }
            return;
        }
        const FieldInfo &info = entityInfo(m_kind).field(m_field.field);
        for (const Choice &choice : info.choices) {
            const QString code = QString::fromLatin1(choice.code);
            const QString label = QString::fromLatin1(choice.label);
            const QString text = m_reader.display.choice(info, code);
            if (!code.isEmpty() && (fits(text) || fits(label) || fits(code)))
                m_offers.push_back(offer(text, filterValue(label), countOf(code)));
        }
    }

    void addYesAndNo()
    {
        const std::pair<QString, QString> answers[] = {{Words::tr("yes"), u"yes"_s},
                                                       {Words::tr("no"), u"no"_s}};
        for (const auto &[text, written] : answers) {
            if (fits(text) || fits(written))
                m_offers.push_back(offer(text, written, countOf(qint64(written == u"yes"_s))));
        }
    }

    void addMe()
    {
        const User *me = m_reader.lookups.user(m_me);
        if (!me || !(fits(u"me"_s) || fits(me->name)))
            return;
        m_offers.push_back(offer(Words::tr("me (%1)", "the user at work, their name").arg(me->name), u"me"_s,
                                 m_counts ? m_counts->mine : std::nullopt));
    }

    // What is in memory keeps its own order, if it has one; else what was counted comes first.
    void addValues()
    {
        if (m_target == EntityKind::User)
            addMe();
        const bool hasOrder = m_target && entityInfo(*m_target).indexOf(u"position") >= 0;
        if (!hasOrder)
            addCounted();
        if (m_target)
            m_reader.lookups.withList(*m_target, [this](const auto &list) {
                for (const auto &each : list)
                    addNamed(each.name);
            });
        addCounted();
    }
    void addCounted()
    {
        if (!m_counts)
            return;
        for (const store::ValueCount &each : m_counts->values)
            addNamed(each.name.isEmpty() ? textOf(each.key) : each.name);
    }
    void addNamed(const QString &name)
    {
        const Value key = m_target ? Value(fold(name)) : Value(name);
        const bool isMeant = !m_target || isNamedSo(textOf(key), m_typed);
        if (name.isEmpty() || !isMeant || !m_names.insert(key).second)
            return;
        m_offers.push_back(offer(name, filterValue(name), countOf(key)));
    }

    const EntityKind m_kind;
    const Condition m_field;
    const QString m_typed; // folded
    const FilterReader &m_reader;
    const store::ValueCounts *const m_counts;
    const UserId m_me;
    const std::optional<EntityKind> m_target; // whose names the values are; none: texts
    std::map<Value, qint64> m_byKey;          // names folded
    std::set<Value> m_names;                  // that are offered
    Offers m_offers;
};

// The field whose values are offered with their numbers, if it is one of those.
std::optional<Condition> countedField(EntityKind kind, const FilterTyping &typing,
                                      const std::vector<CustomField> &custom)
{
    std::optional<Condition> field = conditionOn(kind, typing.name, custom);
    const bool isCounted = typing.what == FilterTyping::What::Operand && !typing.isCompared && field
        && hasSharedValues(kind, *field);
    return isCounted ? field : std::nullopt;
}

} // namespace

std::vector<FilterOffer> filterOffers(EntityKind kind, const FilterTyping &typing, const FilterReader &reader,
                                      UserId me, const store::ValueCounts *counts)
{
    const std::vector<CustomField> &custom = reader.lookups.customFields;
    if (typing.what == FilterTyping::What::Name)
        return namesOffered(kind, typing.typed, custom);
    if (typing.what != FilterTyping::What::Operand)
        return {};
    if (const auto named = conditionOn(kind, typing.name, custom); named && isDay(typeOf(kind, *named)))
        return daysOffered(typing.typed, reader);
    const std::optional<Condition> field = countedField(kind, typing, custom);
    if (!field)
        return {};
    Writer writer(kind, *field, typing, reader, me, counts);
    Offers offers = writer.offers();
    const bool mayBeEmpty = typing.typed.isEmpty() && typing.isOnlyValue && counts && counts->blank;
    if (mayBeEmpty && *counts->blank > 0)
        offers.push_back(writer.offer(Words::tr("none", "no value"), {}, *counts->blank));
    return offers;
}

Ticket countOffers(Workspace &workspace, QObject *context, EntityKind kind, const QString &text,
                   const FilterTyping &typing, const Display &display,
                   std::function<void(const std::vector<FilterOffer> &)> then)
{
    const std::vector<CustomField> &custom = workspace.lookups().customFields;
    const std::optional<Condition> field = countedField(kind, typing, custom);
    if (!field)
        return {};
    const store::ValuesQuery query{
        .kind = kind,
        .filter = readableParts(kind, textBeside(text, typing), workspace.calendar(), custom).filter,
        .field = *field,
        .typed = typing.typed,
        .most = mostOffered};
    return workspace.read<store::ValueCounts>(
        context,
        [query, viewer = workspace.viewer()](sql::Connection &connection) {
            return store::valueCounts(connection, query, viewer);
        },
        [&workspace, &display, kind, typing,
         then = std::move(then)](const Result<store::ValueCounts> &counts) {
            if (!counts)
                return;
            const Calendar calendar = workspace.calendar();
            then(filterOffers(kind, typing, {display, workspace.lookups(), calendar}, workspace.user(),
                              &*counts));
        });
}

} // namespace headway::app
