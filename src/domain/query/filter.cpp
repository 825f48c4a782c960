// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filter.h"

#include "domain/records/record.h"
#include "domain/text/daterange.h"
#include "domain/text/datetext.h"
#include "domain/text/numbertext.h"
#include "domain/text/text.h"

#include <algorithm>
#include <array>

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
                              Special{"probability"_L1, Subject::Probability, Has::Deals},
                              Special{"weighted"_L1, Subject::Weighted, Has::Deals}};

// More than anybody types, and no more than the engines take in one statement.
constexpr size_t mostParts = 100;     // conditions and words
constexpr qsizetype mostValues = 150; // of one condition

struct Token {
    qsizetype position = 0;
    qsizetype length = 0;
    QString text = {};       // without quotes
    qsizetype colon = -1;    // in `text`, outside quotes
    bool literal = false;    // the first value is quoted: an operator at its beginning is text
    QStringList values = {}; // after the colon, separated by commas outside quotes
};

// Splits at white space outside quotes.
class Tokens
{
public:
    explicit Tokens(QStringView text) : m_text(text) {}

    tl::expected<std::optional<Token>, FilterError> next()
    {
        while (m_at < m_text.size() && m_text.at(m_at).isSpace())
            ++m_at;
        if (m_at >= m_text.size())
            return std::nullopt;
        Token token{.position = m_at};
        QString value;
        bool quoted = false;
        for (; m_at < m_text.size() && (quoted || !m_text.at(m_at).isSpace()); ++m_at) {
            const QChar c = m_text.at(m_at);
            if (c == u'"' && quoted && m_at + 1 < m_text.size() && m_text.at(m_at + 1) == u'"') {
                token.text += c; // doubled: a quotation mark itself
                value += c;
                ++m_at;
            } else if (c == u'"') {
                quoted = !quoted;
                token.literal |= token.colon >= 0 && token.values.isEmpty() && value.isEmpty();
            } else if (!quoted && c == u':' && token.colon < 0) {
                token.colon = token.text.size();
                token.text += c;
                value.clear();
            } else if (!quoted && c == u',' && token.colon >= 0) {
                token.values += std::exchange(value, {});
                token.text += c;
            } else {
                token.text += c;
                value += c;
            }
        }
        token.length = m_at - token.position;
        if (quoted)
            return tl::unexpected(FilterError{token.position, token.length,
                                              Sentence::tr("A quotation mark is missing at the end.")});
        if (token.colon >= 0)
            token.values += value;
        token.values.removeAll(QString()); // a comma still without a value after it
        return token;
    }

private:
    QStringView m_text;
    qsizetype m_at = 0;
};

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

FieldType kindOf(const EntityInfo &info, const Condition &condition)
{
    switch (condition.subject) {
    case Subject::Field: return info.field(condition.field).type;
    case Subject::Created:
    case Subject::Modified: return FieldType::Moment;
    case Subject::Id: return FieldType::Integer;
    case Subject::Probability: return FieldType::Percent;
    case Subject::Weighted: return FieldType::Money;
    case Subject::Tag:
    case Subject::Team: return FieldType::Reference;
    case Subject::Closed: return FieldType::YesNo;
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

Result<QString> readNumber(const QString &text, FieldType kind)
{
    auto number = parseNumber(text, NumberStyle{u'.', u','});
    if (!number)
        return failure(number.error());
    const QString plain = formatDecimal(number->value);
    if (kind != FieldType::Money && plain.contains(u'.'))
        return failure(ErrorCode::Invalid, Sentence::tr("“%1” is not a whole number.").arg(text));
    return plain;
}

Result<> readNumbers(Condition &condition, FieldType kind)
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
        HEADWAY_TRY(number, readNumber(value, kind));
        value = number;
    }
    return {};
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

Result<> readValues(const EntityInfo &info, Condition &condition, const Token &token,
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
    const FieldType kind = kindOf(info, condition);
    switch (kind) {
    case FieldType::Day:
    case FieldType::Moment: return readDays(condition, calendar);
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Duration:
    case FieldType::Money: return readNumbers(condition, kind);
    case FieldType::Choice: return readChoices(condition, info.field(condition.field));
    case FieldType::YesNo: return readYesNo(condition);
    default: break;
    }
    if (condition.comparison != Comparison::Equals)
        return failure(ErrorCode::Invalid, Sentence::tr("Only numbers and dates can be compared."));
    return {};
}

// Adds a bare word, or a condition.
tl::expected<void, FilterError> addToken(Filter &filter, const EntityInfo &info, const Token &token,
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

QString quotedIfNeeded(const QString &value)
{
    const bool plain = std::none_of(value.begin(), value.end(), [](QChar c) {
        return c.isSpace() || c == u',' || c == u':' || c == u'"';
    });
    const bool sign = value.startsWith(u'-') || value.startsWith(u'<') || value.startsWith(u'>');
    return plain && !sign ? value : u'"' + QString(value).replace(u'"', u"\"\""_s) + u'"';
}

QString valuesText(const EntityInfo &info, const Condition &condition)
{
    const FieldType kind = kindOf(info, condition);
    const bool isDay = kind == FieldType::Day || kind == FieldType::Moment;
    const auto *sign = std::find_if(operators.begin(), operators.end(), [&](const Operator &op) {
        return op.comparison == condition.comparison;
    });
    if (condition.comparison == Comparison::Between)
        return isDay && condition.values[0] == condition.values[1]
            ? condition.values[0]
            : condition.values[0] + u".."_s + condition.values[1];
    const bool isNumber = kind == FieldType::Integer || kind == FieldType::Percent
        || kind == FieldType::Duration || kind == FieldType::Money;
    QStringList quoted;
    for (const QString &value : condition.values)
        quoted += isNumber ? value : quotedIfNeeded(value);
    return (sign == operators.end() ? QString() : QString(sign->sign)) + quoted.join(u',');
}

} // namespace

tl::expected<Filter, FilterError> parseFilter(EntityKind kind, QStringView text, const Calendar &calendar)
{
    const EntityInfo &info = entityInfo(kind);
    Filter filter;
    Tokens tokens(text);
    while (true) {
        auto token = tokens.next();
        if (!token)
            return tl::unexpected(token.error());
        if (!*token)
            return filter;
        if (filter.conditions.size() + size_t(filter.words.size()) >= mostParts)
            return tl::unexpected(
                FilterError{(*token)->position, (*token)->length,
                            Sentence::tr("At most %1 conditions fit into a filter.").arg(mostParts)});
        if (auto added = addToken(filter, info, **token, calendar); !added)
            return tl::unexpected(added.error());
    }
}

QString filterText(EntityKind kind, const Filter &filter)
{
    const EntityInfo &info = entityInfo(kind);
    QStringList parts;
    for (const Condition &condition : filter.conditions)
        parts += (condition.sense == Sense::Negated ? u"-"_s : QString()) + nameOf(info, condition) + u':'
            + (condition.comparison == Comparison::IsEmpty ? QString() : valuesText(info, condition));
    for (const QString &word : filter.words)
        parts += quotedIfNeeded(word);
    return parts.join(u' ');
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
        if (belongs(special, info))
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

std::vector<SortKey> defaultOrder(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    if (kind == EntityKind::Activity)
        return {{Subject::Field, info.indexOf(u"at"), SortOrder::Descending}};
    if (const int position = info.indexOf(u"position"); position >= 0)
        return {{Subject::Field, position, SortOrder::Ascending}};
    if (const int name = info.indexOf(u"name"); name >= 0)
        return {{Subject::Field, name, SortOrder::Ascending}};
    return {{Subject::Id, -1, SortOrder::Ascending}};
}

} // namespace headway
