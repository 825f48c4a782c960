// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filter.h"

#include "domain/query/filtertokens.h"
#include "domain/records/record.h"
#include "domain/text/daterange.h"
#include "domain/text/datetext.h"
#include "domain/text/numbertext.h"
#include "domain/text/text.h"

#include <algorithm>
#include <array>
#include <iterator>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

struct Alias {
    QLatin1StringView name;
    QLatin1StringView field;
};
// Short names for the fields that people filter by most.
constexpr std::array aliases{
    Alias{"close"_L1, "expected_close"_L1},
    Alias{"closed"_L1, "closed_on"_L1},
    Alias{"next"_L1, "next_activity"_L1},
    Alias{"last"_L1, "last_activity"_L1},
    Alias{"value"_L1, "amount"_L1},
    Alias{"when"_L1, "at"_L1},
    Alias{"forecast"_L1, "forecast_category"_L1},
    Alias{"reason"_L1, "lost_reason_id"_L1},
};

enum class Has { Every, Deals };
struct Special {
    QLatin1StringView name;
    Subject subject;
    Has has = Has::Every; // which kinds have it
};
constexpr std::array specials{Special{"tag"_L1, Subject::Tag},
                              Special{"team"_L1, Subject::Team},
                              Special{"created"_L1, Subject::Created},
                              Special{"modified"_L1, Subject::Modified},
                              Special{"id"_L1, Subject::Id},
                              Special{"id"_L1, Subject::ExternalId},
                              Special{"probability"_L1, Subject::Probability, Has::Deals},
                              Special{"weighted"_L1, Subject::Weighted, Has::Deals}};

// More than anybody types, and no more than the engines take in one statement.
constexpr size_t mostParts = 100;     // conditions and words
constexpr qsizetype mostValues = 150; // of one condition
constexpr qsizetype mostForeignIds = 20;

// Only a user has a team of its own; for other records it is the team of the owner.
bool belongs(const Special &special, const EntityInfo &info)
{
    return (special.has == Has::Every || info.kind == EntityKind::Deal)
        && info.indexOf(QString(special.name + u"_id"_s)) < 0;
}

std::optional<Condition> subjectNamed(const EntityInfo &info, QStringView typed)
{
    const QString name = typed.toString().toLower().replace(u'-', u'_');
    for (const Special &special : specials) {
        if (name == special.name && belongs(special, info))
            return Condition{special.subject};
    }
    for (const Alias &alias : aliases) {
        if (name == alias.name && info.indexOf(QString(alias.field)) >= 0)
            return Condition{Subject::Field, info.indexOf(QString(alias.field))};
    }
    for (const QString &candidate : {name, QString(name + u"_id"_s)}) {
        const int index = info.indexOf(candidate);
        if (index >= 0 && !info.field(index).has(Trait::Internal))
            return Condition{Subject::Field, index};
    }
    return std::nullopt;
}

FieldType typeOf(const EntityInfo &info, const Condition &condition)
{
    switch (condition.subject) {
    case Subject::Field: return info.field(condition.field).type;
    case Subject::Created:
    case Subject::Modified: return FieldType::Moment;
    case Subject::Agenda:
    case Subject::Id: return FieldType::Integer;
    case Subject::Probability: return FieldType::Percent;
    case Subject::Weighted: return FieldType::Money;
    case Subject::Tag:
    case Subject::Team: return FieldType::Reference;
    case Subject::Closed: return FieldType::YesNo;
    case Subject::ExternalId: return FieldType::Text;
    }
    return FieldType::Text;
}

struct Operator {
    QLatin1StringView sign;
    Comparison comparison;
};
constexpr std::array operators{Operator{"<="_L1, Comparison::LessOrEqual},
                               Operator{">="_L1, Comparison::GreaterOrEqual},
                               Operator{"<"_L1, Comparison::Less}, Operator{">"_L1, Comparison::Greater}};

Comparison takeOperator(QString &value)
{
    for (const Operator &op : operators) {
        if (value.startsWith(op.sign)) {
            value = value.mid(op.sign.size()).trimmed();
            return op.comparison;
        }
    }
    return Comparison::Equals;
}

// Resolves a span of days under a comparison: "<2026-12" is before the month's first day, ">2026-12" after
// its last.
Result<> readDays(Condition &condition, const Calendar &calendar)
{
    if (condition.values.size() > 1)
        return failure(ErrorCode::Invalid, Sentence::tr("Only one date or span can stand here."));
    const QString text = condition.values.front();
    const auto range = parseDayRange(text, calendar);
    if (!range)
        return failure(ErrorCode::Invalid, Sentence::tr("“%1” is not a date.").arg(text));
    switch (condition.comparison) {
    case Comparison::Less:
    case Comparison::GreaterOrEqual: condition.values = {formatDay(range->first)}; break;
    case Comparison::Greater:
    case Comparison::LessOrEqual: condition.values = {formatDay(range->last)}; break;
    default:
        condition.comparison = Comparison::Between;
        condition.values = {formatDay(range->first), formatDay(range->last)};
    }
    return {};
}

Result<QString> readNumber(const QString &text, FieldType type)
{
    auto number = parseNumber(text, NumberStyle{u'.', u','});
    if (!number)
        return failure(number.error());
    const QString plain = formatDecimal(number->value);
    if (type != FieldType::Money && plain.contains(u'.'))
        return failure(ErrorCode::Invalid, Sentence::tr("“%1” is not a whole number.").arg(text));
    return plain;
}

Result<> readNumbers(Condition &condition, FieldType type)
{
    if (condition.comparison != Comparison::Equals && condition.values.size() > 1)
        return failure(ErrorCode::Invalid, Sentence::tr("Only one value can stand behind the sign."));
    if (const qsizetype dots = condition.values.front().indexOf(".."_L1); dots >= 0) {
        const QString range = condition.values.front();
        if (condition.comparison != Comparison::Equals)
            return failure(ErrorCode::Invalid, Sentence::tr("A span needs no sign."));
        if (condition.values.size() > 1)
            return failure(ErrorCode::Invalid, Sentence::tr("Only one span can stand here."));
        condition.comparison = Comparison::Between;
        condition.values = {range.left(dots), range.mid(dots + 2)};
    }
    for (QString &value : condition.values) {
        HEADWAY_TRY(number, readNumber(value, type));
        value = number;
    }
    return {};
}

// Whether these are ids of other systems, since not all of them are numbers.
bool areForeignIds(const Condition &condition)
{
    if (condition.subject != Subject::Id || condition.comparison != Comparison::Equals
        || condition.values.front().contains(".."_L1))
        return false;
    return std::any_of(condition.values.begin(), condition.values.end(),
                       [](const QString &value) { return !readNumber(value, FieldType::Integer); });
}

Result<> readChoices(Condition &condition, const FieldInfo &field)
{
    for (QString &value : condition.values) {
        const auto matches = [&](const Choice &choice) {
            return fold(value) == fold(QString::fromLatin1(choice.label))
                || fold(value) == fold(QString::fromLatin1(choice.code));
        };
        const auto found = std::find_if(field.choices.begin(), field.choices.end(), matches);
        if (found == field.choices.end())
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is never “%2”.").arg(QString::fromLatin1(field.label), value));
        value = QString::fromLatin1(found->code);
    }
    return {};
}

Result<> readYesNo(Condition &condition)
{
    for (QString &value : condition.values) {
        const QString folded = fold(value);
        if (folded == "yes"_L1 || folded == "1"_L1 || folded == "true"_L1)
            value = u"1"_s;
        else if (folded == "no"_L1 || folded == "0"_L1 || folded == "false"_L1)
            value = u"0"_s;
        else
            return failure(ErrorCode::Invalid, Sentence::tr("“%1” is neither yes nor no.").arg(value));
    }
    return {};
}

Result<> readValues(const EntityInfo &info, Condition &condition, const FilterToken &token,
                    const Calendar &calendar)
{
    if (condition.values.isEmpty()) {
        condition.comparison = Comparison::IsEmpty;
        return {};
    }
    if (!token.literal)
        condition.comparison = takeOperator(condition.values.front());
    if (condition.values.front().isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("A value is missing behind the sign."));
    if (areForeignIds(condition)) {
        condition.subject = Subject::ExternalId;
        if (condition.values.size() > mostForeignIds)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("At most %1 values fit into a condition.").arg(mostForeignIds));
    }
    const FieldType type = typeOf(info, condition);
    switch (type) {
    case FieldType::Day:
    case FieldType::Moment: return readDays(condition, calendar);
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Duration:
    case FieldType::Money: return readNumbers(condition, type);
    case FieldType::Choice: return readChoices(condition, info.field(condition.field));
    case FieldType::YesNo: return readYesNo(condition);
    default: break;
    }
    if (condition.comparison != Comparison::Equals)
        return failure(ErrorCode::Invalid, Sentence::tr("Only numbers and dates can be compared."));
    return {};
}

// Adds a bare word, or a condition.
tl::expected<void, FilterError> addToken(Filter &filter, const EntityInfo &info, const FilterToken &token,
                                         const Calendar &calendar)
{
    if (token.colon < 0) {
        if (!words(token.text).isEmpty())
            filter.words += token.text;
        return {};
    }
    const bool negated = token.text.startsWith(u'-');
    const QString name = token.text.left(token.colon).mid(negated ? 1 : 0);
    std::optional<Condition> condition = subjectNamed(info, name);
    if (!condition)
        return tl::unexpected(
            FilterError{token.position, std::max(token.colon, qsizetype(1)),
                        Sentence::tr("%1 have no %2.").arg(KindName{info.kind, Number::Many}, Quoted{name})});
    condition->sense = negated ? Sense::Negated : Sense::Plain;
    if (!token.literal && !token.values.isEmpty() && token.values.front().startsWith(u'('))
        return tl::unexpected(FilterError{
            token.position, token.length,
            Sentence::tr("A bracket goes around conditions; several values are separated by commas.")});
    if (token.values.size() > mostValues)
        return tl::unexpected(
            FilterError{token.position, token.length,
                        Sentence::tr("At most %1 values fit into a condition.").arg(mostValues)});
    condition->values = token.values;
    if (const Result<> read = readValues(info, *condition, token, calendar); !read)
        return tl::unexpected(FilterError{token.position, token.length, read.error().text});
    filter.conditions.push_back(*std::move(condition));
    return {};
}

QString nameOf(const EntityInfo &info, const Condition &condition)
{
    for (const Special &special : specials) {
        if (condition.subject == special.subject)
            return special.name;
    }
    const QLatin1StringView field = info.field(condition.field).name;
    for (const Alias &alias : aliases) {
        if (field == alias.field)
            return alias.name;
    }
    const QString name = field;
    return name.endsWith("_id"_L1) ? name.chopped(3) : name;
}

QString valuesText(const EntityInfo &info, const Condition &condition)
{
    const FieldType type = typeOf(info, condition);
    const bool isDay = type == FieldType::Day || type == FieldType::Moment;
    const auto *sign = std::find_if(operators.begin(), operators.end(), [&](const Operator &op) {
        return op.comparison == condition.comparison;
    });
    if (condition.comparison == Comparison::Between)
        return isDay && condition.values[0] == condition.values[1]
            ? condition.values[0]
            : condition.values[0] + u".."_s + condition.values[1];
    const bool isNumber = type == FieldType::Integer || type == FieldType::Percent
        || type == FieldType::Duration || type == FieldType::Money;
    QStringList quoted;
    for (const QString &value : condition.values)
        quoted += isNumber ? value : filterValue(value);
    return (sign == operators.end() ? QString() : QString(sign->sign)) + quoted.join(u',');
}

// The alternatives that are all there is in the filter.
const Alternatives *onlyAlternatives(const Filter &filter)
{
    return filter.conditions.empty() && filter.words.isEmpty() && filter.alternatives.size() == 1
        ? &filter.alternatives.front()
        : nullptr;
}

QString alternativesText(const EntityInfo &info, const Alternatives &alternatives);

QString partsText(const EntityInfo &info, const Filter &filter)
{
    QStringList parts;
    for (const Condition &condition : filter.conditions)
        parts += (condition.sense == Sense::Negated ? u"-"_s : QString()) + nameOf(info, condition) + u':'
            + (condition.comparison == Comparison::IsEmpty ? QString() : valuesText(info, condition));
    for (const QString &word : filter.words)
        parts += filterValue(word);
    for (const Alternatives &each : filter.alternatives)
        parts += (each.sense == Sense::Negated ? u"-("_s : u"("_s) + alternativesText(info, each) + u')';
    return parts.join(u' ');
}

// Without the brackets around them.
QString alternativesText(const EntityInfo &info, const Alternatives &alternatives)
{
    QStringList parts;
    for (const Filter &filter : alternatives.filters)
        parts += partsText(info, filter);
    return parts.join(" or "_L1);
}

Sense opposite(Sense sense)
{
    return sense == Sense::Plain ? Sense::Negated : Sense::Plain;
}

// Brackets that say nothing are dropped, so that one meaning is one value: "((a))" is "a", "(a or (b or c))" is
// "(a or b or c)", "-(stage:Offer)" is "-stage:Offer".
void add(Filter &filter, Alternatives added)
{
    while (added.filters.size() == 1) {
        const Alternatives *only = onlyAlternatives(added.filters.front());
        if (!only)
            break;
        Alternatives inner = *only;
        if (added.sense == Sense::Negated)
            inner.sense = opposite(inner.sense);
        added = std::move(inner);
    }
    if (added.filters.size() == 1) {
        Filter &only = added.filters.front();
        if (added.sense == Sense::Plain)
            return append(filter, std::move(only));
        if (only.conditions.size() == 1 && only.words.isEmpty() && only.alternatives.empty()) {
            only.conditions.front().sense = opposite(only.conditions.front().sense);
            return append(filter, std::move(only));
        }
    }
    Alternatives flat{.filters = {}, .sense = added.sense};
    for (Filter &each : added.filters) {
        if (const Alternatives *only = onlyAlternatives(each); only && only->sense == Sense::Plain)
            flat.filters.insert(flat.filters.end(), only->filters.begin(), only->filters.end());
        else
            flat.filters.push_back(std::move(each));
    }
    filter.alternatives.push_back(std::move(flat));
}

class FilterParser
{
public:
    // With `faults`, conditions that cannot be read are left out and told there.
    FilterParser(const EntityInfo &info, QStringView text, const Calendar &calendar,
                 std::vector<FilterError> *faults = nullptr)
        : m_info(info), m_calendar(calendar), m_tokens(text), m_faults(faults)
    {
    }

    tl::expected<Filter, FilterError> read()
    {
        auto filters = alternatives(nullptr);
        if (!filters)
            return tl::unexpected(filters.error());
        Filter filter;
        if (!filters->empty())
            add(filter, {std::move(*filters)});
        return filter;
    }

private:
    // Up to the bracket that closes `open`, or to the end of the text.
    tl::expected<std::vector<Filter>, FilterError> alternatives(const FilterToken *open)
    {
        std::vector<Filter> filters(1);
        std::optional<FilterToken> lastOr;
        while (true) {
            const auto token = m_tokens.next();
            if (!token)
                return tl::unexpected(token.error());
            const bool isEnd = !*token;
            if (isEnd && open)
                return failed(*open, Sentence::tr("The bracket that closes this one is missing."));
            const bool isClosed = !isEnd && (*token)->kind == FilterToken::Kind::Close;
            const bool isOr = !isEnd && (*token)->kind == FilterToken::Kind::Or;
            if (isEnd || isClosed || isOr) {
                const bool isMissing = !m_faults && filters.back().isEmpty();
                if (isMissing && (isOr || lastOr))
                    return failed(isOr ? **token : *lastOr,
                                  Sentence::tr("A condition is missing beside “or”."));
                if (isMissing && isClosed)
                    return failed(*open, Sentence::tr("There is no condition in the brackets."));
                if (m_faults && !isOr)
                    std::erase_if(filters, [](const Filter &each) { return each.isEmpty(); });
                if (!isOr)
                    return filters;
                lastOr = *token;
                filters.emplace_back();
            } else if (auto added = addTo(filters.back(), **token); !added) {
                return tl::unexpected(added.error());
            }
        }
    }

    tl::expected<void, FilterError> addTo(Filter &filter, const FilterToken &token)
    {
        if (token.kind == FilterToken::Kind::Part) {
            if (m_parts++ >= mostParts)
                return failed(token, Sentence::tr("At most %1 conditions fit into a filter.").arg(mostParts));
            auto added = addToken(filter, m_info, token, m_calendar);
            if (added || !m_faults)
                return added;
            m_faults->push_back(added.error());
            return {};
        }
        auto filters = alternatives(&token);
        if (!filters)
            return tl::unexpected(filters.error());
        if (filters->empty())
            return {};
        add(filter,
            {std::move(*filters),
             token.kind == FilterToken::Kind::OpenNegated ? Sense::Negated : Sense::Plain});
        return {};
    }

    static tl::unexpected<FilterError> failed(const FilterToken &token, const Sentence &text)
    {
        return tl::unexpected(FilterError{token.position, token.length, text});
    }

    const EntityInfo &m_info;
    const Calendar &m_calendar;
    FilterTokens m_tokens;
    std::vector<FilterError> *const m_faults;
    size_t m_parts = 0;
};

} // namespace

bool operator==(const Alternatives &a, const Alternatives &b)
{
    return a.sense == b.sense && a.filters == b.filters;
}

void append(Filter &filter, Filter other)
{
    std::move(other.conditions.begin(), other.conditions.end(), std::back_inserter(filter.conditions));
    filter.words += other.words;
    std::move(other.alternatives.begin(), other.alternatives.end(), std::back_inserter(filter.alternatives));
}

tl::expected<Filter, FilterError> parseFilter(EntityKind kind, QStringView text, const Calendar &calendar)
{
    return FilterParser(entityInfo(kind), text, calendar).read();
}

FilterParts readableParts(EntityKind kind, QStringView text, const Calendar &calendar)
{
    FilterParts parts;
    auto filter = FilterParser(entityInfo(kind), text, calendar, &parts.faults).read();
    if (filter)
        parts.filter = *std::move(filter);
    else // quotation marks or brackets do not match
        parts.faults.push_back(filter.error());
    return parts;
}

QString filterValue(const QString &value)
{
    const bool plain = std::none_of(value.begin(), value.end(), [](QChar c) {
        return c.isSpace() || c == u',' || c == u':' || c == u'"' || c == u'(' || c == u')';
    });
    const bool sign = value.startsWith(u'-') || value.startsWith(u'<') || value.startsWith(u'>');
    const bool isOr = value.compare("or"_L1, Qt::CaseInsensitive) == 0;
    return plain && !sign && !isOr ? value : u'"' + QString(value).replace(u'"', u"\"\""_s) + u'"';
}

QString filterText(EntityKind kind, const Filter &filter)
{
    const EntityInfo &info = entityInfo(kind);
    const Alternatives *only = onlyAlternatives(filter);
    return only && only->sense == Sense::Plain ? alternativesText(info, *only) : partsText(info, filter);
}

std::optional<Condition> conditionOn(EntityKind kind, QStringView name)
{
    return subjectNamed(entityInfo(kind), name);
}

FieldType typeOf(EntityKind kind, const Condition &condition)
{
    return typeOf(entityInfo(kind), condition);
}

QStringList filterNames(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    QStringList names;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        if (!info.field(i).has(Trait::Internal))
            names += nameOf(info, {Subject::Field, i});
    }
    for (const Special &special : specials) {
        if (belongs(special, info) && !names.contains(special.name))
            names += special.name;
    }
    names.sort();
    return names;
}

Result<std::vector<SortKey>> parseOrder(EntityKind kind, QStringView text)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<SortKey> order;
    for (const QString &part : text.toString().split(u',', Qt::SkipEmptyParts)) {
        const QString word = part.trimmed();
        const bool descending = word.startsWith(u'-');
        const auto subject = subjectNamed(info, QStringView(word).mid(descending ? 1 : 0));
        if (!subject || subject->subject == Subject::Tag || subject->subject == Subject::Team)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 cannot be sorted by %2.")
                               .arg(KindName{info.kind, Number::Many}, Quoted{word}));
        const SortOrder direction = descending ? SortOrder::Descending : SortOrder::Ascending;
        order.push_back({subject->subject, subject->field, direction});
    }
    return order;
}

QString orderText(EntityKind kind, const std::vector<SortKey> &order)
{
    QStringList parts;
    for (const SortKey &key : order) {
        if (key.subject == Subject::Agenda || key.subject == Subject::Closed)
            continue; // parts of an order that nobody chose: they have no name
        parts += (key.order == SortOrder::Descending ? u"-"_s : QString())
            + nameOf(entityInfo(kind), Condition{key.subject, key.field});
    }
    return parts.join(u',');
}

std::optional<EntityKind> namedKind(EntityKind kind, const Condition &condition)
{
    if (condition.subject == Subject::Tag)
        return EntityKind::Tag;
    if (condition.subject == Subject::Team)
        return EntityKind::Team;
    if (condition.subject != Subject::Field)
        return std::nullopt;
    const FieldInfo &field = entityInfo(kind).field(condition.field);
    return field.type == FieldType::Reference ? std::optional(field.target) : std::nullopt;
}

std::vector<SortKey> defaultOrder(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    if (kind == EntityKind::Activity)
        return {{Subject::Agenda, -1, SortOrder::Ascending}};
    if (const int position = info.indexOf(u"position"); position >= 0)
        return {{Subject::Field, position, SortOrder::Ascending}};
    if (const int name = info.indexOf(u"name"); name >= 0)
        return {{Subject::Field, name, SortOrder::Ascending}};
    return {{Subject::Id, -1, SortOrder::Ascending}};
}

} // namespace headway
