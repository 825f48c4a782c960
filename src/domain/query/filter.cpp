// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/query/filter.h"

#include "domain/query/filtermoney.h"
#include "domain/query/filtersubjects.h"
#include "domain/query/filtertokens.h"
#include "domain/query/filtervalues.h"
#include "domain/records/record.h"
#include "domain/text/nearest.h"
#include "domain/text/text.h"

#include <algorithm>
#include <iterator>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

// More than anybody types, and no more than the engines take in one statement.
constexpr size_t mostParts = 100; // conditions and words
constexpr qsizetype mostValues = 1000;

void add(Filter &filter, Alternatives added);

// A bare word. One that is left out stands as if in brackets of its own.
void addWord(Filter &filter, const FilterToken &token)
{
    if (words(token.text).isEmpty())
        return;
    if (!token.isNegated) {
        filter.words += token.text;
        return;
    }
    Alternatives leftOut;
    leftOut.filters.push_back({.words = {token.text}});
    leftOut.sense = Sense::Negated;
    add(filter, std::move(leftOut));
}

// What the amounts of a condition say of their currency, which is a condition of its own and taken out of them; none
// if they say nothing.
Result<std::optional<Condition>> currencyAmong(EntityKind kind, const Condition &condition,
                                               FilterToken &token)
{
    if (typeOf(kind, condition) != FieldType::Money)
        return std::optional<Condition>();
    HEADWAY_TRY(codes, takeCurrency(token.values));
    if (codes.isEmpty())
        return std::optional<Condition>();
    const int field = entityInfo(kind).indexOf(u"currency");
    if (field < 0)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 have no currency of their own.").arg(KindName{kind, Number::Many}));
    return std::optional(Condition{.field = field, .values = codes});
}

void addCondition(Filter &filter, Condition condition, const std::optional<Condition> &currency)
{
    if (!currency) {
        filter.conditions.push_back(std::move(condition));
        return;
    }
    Alternatives both;
    both.sense = std::exchange(condition.sense, Sense::Plain);
    both.filters.push_back({.conditions = {std::move(condition), *currency}});
    add(filter, std::move(both));
}

// "amount>10k" and "stage=Offer" are conditions to whoever types them: as they are to be written. Empty for a word, and for
// what stands in quotation marks.
QString withColon(EntityKind kind, const FilterToken &token, const std::vector<CustomField> &custom)
{
    const auto isSign = [](QChar c) { return c == u'<' || c == u'>' || c == u'='; };
    const bool isQuoted = token.text.size() != token.position + token.length - token.begin;
    const auto *const sign = std::find_if(token.text.begin(), token.text.end(), isSign);
    const QString name = token.text.left(sign - token.text.begin());
    if (isQuoted || sign == token.text.end() || !conditionOn(kind, name, custom))
        return {};
    return name + u':' + token.text.mid(name.size() + (*sign == u'=' ? 1 : 0));
}

// Adds a bare word, or a condition.
tl::expected<void, FilterError> addToken(Filter &filter, EntityKind kind, const FilterToken &token,
                                         const Calendar &calendar, const std::vector<CustomField> &custom)
{
    if (token.isNegatedAgain && (token.colon >= 0 || !words(token.text).isEmpty()))
        return tl::unexpected(
            FilterError{token.position, token.length,
                        Sentence::tr("Two signs that leave out stand side by side: one is enough.")});
    if (token.colon < 0) {
        if (const QString meant = withColon(kind, token, custom); !meant.isEmpty())
            return tl::unexpected(
                FilterError{token.position, token.length,
                            Sentence::tr("A colon is missing behind the name: %1").arg(meant)});
        addWord(filter, token);
        return {};
    }
    const QString name = token.text.left(token.colon);
    std::optional<Condition> condition = conditionOn(kind, name, custom);
    if (!condition)
        return tl::unexpected(FilterError{token.position,
                                          std::max(token.begin - token.position + token.colon, qsizetype(1)),
                                          Sentence::tr("%1 have no %2.%3")
                                              .arg(KindName{kind, Number::Many}, Quoted{name},
                                                   didYouMean(name, filterNames(kind, custom)))});
    condition->sense = token.isNegated ? Sense::Negated : Sense::Plain;
    if (!token.literal && !token.values.isEmpty() && token.values.front().startsWith(u'('))
        return tl::unexpected(FilterError{
            token.position, token.length,
            Sentence::tr("A bracket goes around conditions; several values are separated by commas.")});
    FilterToken values = token;
    const auto currency = currencyAmong(kind, *condition, values);
    if (!currency)
        return tl::unexpected(FilterError{token.position, token.length, currency.error().text});
    if (const Result<> read = readValues(kind, *condition, values, calendar, custom); !read)
        return tl::unexpected(FilterError{token.position, token.length, read.error().text});
    addCondition(filter, *std::move(condition), *currency);
    return {};
}

// The alternatives that are all there is in the filter.
const Alternatives *onlyAlternatives(const Filter &filter)
{
    return filter.conditions.empty() && filter.words.isEmpty() && filter.alternatives.size() == 1
        ? &filter.alternatives.front()
        : nullptr;
}

QString alternativesText(EntityKind kind, const Alternatives &alternatives);

QString partsText(EntityKind kind, const Filter &filter)
{
    QStringList parts;
    for (const Condition &condition : filter.conditions)
        parts += (condition.sense == Sense::Negated ? u"-"_s : QString())
            + filterValue(subjectName(kind, condition)) + u':' + valuesText(kind, condition);
    for (const QString &word : filter.words)
        parts += filterValue(word);
    for (const Alternatives &each : filter.alternatives) {
        if (const QString *word = wordLeftOut(each))
            parts += u'-' + filterValue(*word);
        else
            parts += (each.sense == Sense::Negated ? u"-("_s : u"("_s) + alternativesText(kind, each) + u')';
    }
    return parts.join(u' ');
}

// Without the brackets around them.
QString alternativesText(EntityKind kind, const Alternatives &alternatives)
{
    QStringList parts;
    for (const Filter &filter : alternatives.filters)
        parts += partsText(kind, filter);
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
    FilterParser(EntityKind kind, QStringView text, const Calendar &calendar,
                 const std::vector<CustomField> &custom, std::vector<FilterError> *faults = nullptr)
        : m_kind(kind), m_calendar(calendar), m_custom(custom), m_tokens(text), m_faults(faults)
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
            if (!*token && open)
                return failed(*open, Sentence::tr("The bracket that closes this one is missing."));
            const bool isOr = *token && (*token)->kind == FilterToken::Kind::Or;
            const bool isClosed = *token && (*token)->kind == FilterToken::Kind::Close;
            if (*token && !isOr && !isClosed) {
                if (auto added = addTo(filters.back(), **token); !added)
                    return tl::unexpected(added.error());
                continue;
            }
            if (const auto fault =
                    missingIn(filters.back(), isOr ? *token : lastOr, isClosed ? open : nullptr))
                return tl::unexpected(*fault);
            if (!isOr)
                return readable(std::move(filters));
            lastOr = *token;
            filters.emplace_back();
        }
    }

    // That no condition stands beside an "or", or in brackets; where faults are told, it is only passed over.
    std::optional<FilterError> missingIn(const Filter &filter, const std::optional<FilterToken> &besideOr,
                                         const FilterToken *brackets) const
    {
        if (m_faults || !filter.isEmpty())
            return std::nullopt;
        if (besideOr)
            return failed(*besideOr, Sentence::tr("A condition is missing beside “or”.")).value();
        if (brackets)
            return failed(*brackets, Sentence::tr("There is no condition in the brackets.")).value();
        return std::nullopt;
    }

    std::vector<Filter> readable(std::vector<Filter> filters) const
    {
        if (m_faults)
            std::erase_if(filters, [](const Filter &each) { return each.isEmpty(); });
        return filters;
    }

    tl::expected<void, FilterError> addTo(Filter &filter, const FilterToken &token)
    {
        if (token.kind == FilterToken::Kind::Part) {
            if (m_parts++ >= mostParts)
                return failed(token, Sentence::tr("At most %1 conditions fit into a filter.").arg(mostParts));
            m_values += token.values.size();
            if (m_values > mostValues)
                return failed(token, Sentence::tr("At most %1 values fit into a filter.").arg(mostValues));
            auto added = addToken(filter, m_kind, token, m_calendar, m_custom);
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

    const EntityKind m_kind;
    const Calendar &m_calendar;
    const std::vector<CustomField> &m_custom;
    FilterTokens m_tokens;
    std::vector<FilterError> *const m_faults;
    size_t m_parts = 0;
    qsizetype m_values = 0; // of all conditions
};

} // namespace

bool operator==(const Alternatives &a, const Alternatives &b)
{
    return a.sense == b.sense && a.filters == b.filters;
}

const QString *wordLeftOut(const Alternatives &alternatives)
{
    if (alternatives.sense != Sense::Negated || alternatives.filters.size() != 1)
        return nullptr;
    const Filter &only = alternatives.filters.front();
    const bool isWord = only.words.size() == 1 && only.conditions.empty() && only.alternatives.empty();
    return isWord ? &only.words.front() : nullptr;
}

void append(Filter &filter, Filter other)
{
    std::move(other.conditions.begin(), other.conditions.end(), std::back_inserter(filter.conditions));
    filter.words += other.words;
    std::move(other.alternatives.begin(), other.alternatives.end(), std::back_inserter(filter.alternatives));
}

tl::expected<Filter, FilterError> parseFilter(EntityKind kind, QStringView text, const Calendar &calendar,
                                              const std::vector<CustomField> &custom)
{
    return FilterParser(kind, text, calendar, custom).read();
}

FilterParts readableParts(EntityKind kind, QStringView text, const Calendar &calendar,
                          const std::vector<CustomField> &custom)
{
    FilterParts parts;
    auto filter = FilterParser(kind, text, calendar, custom, &parts.faults).read();
    if (filter)
        parts.filter = *std::move(filter);
    else // quotation marks or brackets do not match
        parts.faults.push_back(filter.error());
    return parts;
}

QString filterText(EntityKind kind, const Filter &filter)
{
    const Alternatives *only = onlyAlternatives(filter);
    return only && only->sense == Sense::Plain ? alternativesText(kind, *only) : partsText(kind, filter);
}

namespace {

// A list can be narrowed by the others, but has no order by them.
bool canSort(const Condition &subject)
{
    return subject.subject != Subject::Tag && subject.subject != Subject::Team
        && subject.subject != Subject::Step && subject.subject != Subject::Made;
}

QStringList sortNames(EntityKind kind, const std::vector<CustomField> &custom)
{
    QStringList names = filterNames(kind, custom);
    names.removeIf([&](const QString &name) {
        const auto subject = conditionOn(kind, name, custom);
        return !subject || !canSort(*subject);
    });
    return names;
}

} // namespace

Result<std::vector<SortKey>> parseOrder(EntityKind kind, QStringView text,
                                        const std::vector<CustomField> &custom)
{
    std::vector<SortKey> order;
    for (const QString &part : text.toString().split(u',', Qt::SkipEmptyParts)) {
        const QString word = part.trimmed();
        const bool descending = word.startsWith(u'-');
        const auto subject = conditionOn(kind, QStringView(word).mid(descending ? 1 : 0), custom);
        if (!subject || !canSort(*subject))
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 cannot be sorted by %2.%3")
                               .arg(KindName{kind, Number::Many}, Quoted{word},
                                    didYouMean(descending ? word.mid(1) : word, sortNames(kind, custom))));
        const SortOrder direction = descending ? SortOrder::Descending : SortOrder::Ascending;
        order.push_back({subject->subject, subject->field, direction, subject->custom});
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
            + subjectName(kind, {.subject = key.subject, .field = key.field, .custom = key.custom});
    }
    return parts.join(u',');
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
