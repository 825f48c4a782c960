// SPDX-License-Identifier: GPL-3.0-or-later
// Any text as a filter, for every kind of record: it is parsed, or refused at a place within the text; a
// parsed filter prints and parses to the same; and the database finds exactly the records that match it.
#include "domain/query/filter.h"

#include "domain/changes/validate.h"
#include "domain/records/deal.h"
#include "domain/text/moneytext.h"
#include "domain/text/numbertext.h"
#include "fuzz/smallbook.h"
#include "store/commit/commit.h"
#include "store/reading/lists.h"
#include "store/reading/query.h"
#include "store/rows/records.h"

#include <algorithm>
#include <limits>

using namespace headway;
using namespace Qt::StringLiterals;
using fuzz::need;
using fuzz::require;

namespace {

const Calendar fiscal(QDate(2026, 2, 28), 4);
const Calendar otherDay(QDate(1999, 12, 31));

Deal dealOf(const QString &currency, qint64 minor)
{
    Deal deal{.name = u"Worth %1 %2"_s.arg(minor).arg(currency), .pipeline = {1}, .stage = {1}};
    deal.amount = minor;
    deal.currency = currency;
    return deal;
}

// Conditions are run on a company's records; the SQL text is also checked on a book in which no name exists.
struct Books {
    fuzz::SmallBook company{fuzz::Content::Company};
    fuzz::SmallBook empty{fuzz::Content::Nothing};
    const store::Viewer viewer{UserId{1}, QTimeZone("Europe/Berlin")};

    Books()
    {
        Edit edit{Sentence::verbatim(u"Add"_s), {}};
        for (const char *code : {"EUR", "JPY", "KWD", "CLF"}) {
            for (const qint64 minor : {qint64(0), qint64(-1), qint64(12345), largestAmount})
                edit.changes.push_back(create(dealOf(QString::fromLatin1(code), minor)));
        }
        need(store::commit(company.connection(), edit, {UserId{1}, Instant{1}}));
    }
};

// ---- the text ----------------------------------------------------------------------------------

// A custom field of each type, for every kind of record.
std::vector<CustomField> customFields()
{
    std::vector<CustomField> fields;
    for (const EntityKind kind : allEntityKinds()) {
        for (const Choice &type : Choices<CustomKind>::list)
            fields.push_back({.recordKind = kind,
                              .name = u"x_"_s + QString::fromLatin1(type.code),
                              .label = QString::fromLatin1(type.label),
                              .kind = CustomKind(&type - Choices<CustomKind>::list.data()),
                              .choices = u"S\nL"_s});
    }
    return fields;
}

std::optional<Filter> read(EntityKind kind, const QString &text, const std::vector<CustomField> &custom = {})
{
    const auto filter = parseFilter(kind, text, fiscal, custom);
    require(parseFilter(kind, text, fiscal, custom).has_value() == filter.has_value());
    if (filter)
        return *filter;
    const FilterError &error = filter.error();
    require(error.position >= 0 && error.length > 0 && error.position + error.length <= text.size());
    require(!error.text.isEmpty());
    return std::nullopt;
}

// A printed filter means the same days whenever it is parsed.
void requireSamePrinted(EntityKind kind, const Filter &filter, const std::vector<CustomField> &custom = {})
{
    const QString printed = filterText(kind, filter);
    for (const Calendar &calendar : {fiscal, otherDay}) {
        const auto again = parseFilter(kind, printed, calendar, custom);
        require(again && *again == filter);
    }
}

// ---- the SQL -----------------------------------------------------------------------------------

qint64 marksIn(const QString &sql)
{
    qint64 marks = 0;
    bool quoted = false;
    for (const QChar c : sql) {
        quoted ^= c == u'\'';
        marks += !quoted && c == u'?';
    }
    require(!quoted);
    return marks;
}

// The same conditions with other values. Choices are kept: their codes are constants.
Filter aboutOtherValues(EntityKind kind, Filter filter)
{
    for (Alternatives &alternatives : filter.alternatives) {
        for (Filter &each : alternatives.filters)
            each = aboutOtherValues(kind, std::move(each));
    }
    for (Condition &condition : filter.conditions) {
        const FieldType field = condition.subject == Subject::Field
            ? entityInfo(kind).field(condition.field).type
            : FieldType::Text;
        const bool isNumber = condition.subject == Subject::Id || condition.subject == Subject::Probability
            || condition.subject == Subject::Weighted || field == FieldType::Integer
            || field == FieldType::Percent || field == FieldType::Duration || field == FieldType::Money;
        const bool isDay = condition.subject == Subject::Created || condition.subject == Subject::Modified
            || field == FieldType::Day || field == FieldType::Moment;
        for (QString &value : condition.values) {
            if (field != FieldType::Choice && value != "me"_L1)
                value = isNumber ? u"1"_s : isDay ? u"2026-01-01"_s : u"x"_s;
        }
    }
    return filter;
}

// Typed values are bound, never part of the statement.
void requireOnlyBound(Books &books, EntityKind kind, const Filter &filter)
{
    sql::Connection &connection = books.empty.connection();
    const auto clause = store::whereClause(connection, kind, filter, books.viewer);
    if (!clause)
        return;
    require(marksIn(clause->text) == qint64(clause->binds.size()));
    const auto other = store::whereClause(connection, kind, aboutOtherValues(kind, filter), books.viewer);
    require(other && other->text == clause->text);
}

Result<qint64> count(Books &books, EntityKind kind, const Filter &filter)
{
    HEADWAY_TRY(totals, store::totals(books.company.connection(), {kind, filter}, books.viewer));
    return totals.count;
}

// Refused with a sentence about the filter, or answered.
void requireAnswer(Books &books, EntityKind kind, const Filter &filter)
{
    const Result<qint64> found = count(books, kind, filter);
    require(found || found.error().code == ErrorCode::Invalid);
    if (!found)
        return;
    require(need(store::ids(books.company.connection(), {kind, filter}, books.viewer, 0)).size()
            == size_t(*found));
    for (const QString &word : filter.words)
        require(*found <= need(count(books, kind, {{}, {word}})));
    for (Condition condition : filter.conditions) {
        const qint64 meeting = need(count(books, kind, {{condition}}));
        require(*found <= meeting);
        condition.sense = condition.sense == Sense::Plain ? Sense::Negated : Sense::Plain;
        require(meeting + need(count(books, kind, {{condition}})) == need(count(books, kind, {})));
    }
    for (Alternatives alternatives : filter.alternatives) {
        const qint64 meeting = need(count(books, kind, {{}, {}, {alternatives}}));
        require(*found <= meeting);
        alternatives.sense = alternatives.sense == Sense::Plain ? Sense::Negated : Sense::Plain;
        require(meeting + need(count(books, kind, {{}, {}, {alternatives}})) == need(count(books, kind, {})));
    }
}

// ---- comparison of numbers ---------------------------------------------------------------------

__extension__ using Wide = __int128;

Wide power(int exponent)
{
    return exponent == 0 ? Wide(1) : 10 * power(exponent - 1);
}

// Less than, equal to or greater than 0, as `minor` / 10^`decimals` compares to the value.
int order(qint64 minor, int decimals, const QString &value)
{
    const Decimal wanted = parseNumber(value, {u'.', QChar()})->value;
    const Wide left = Wide(minor) * power(wanted.scale);
    const Wide right = Wide(wanted.mantissa) * power(decimals);
    return left < right ? -1 : left > right ? 1 : 0;
}

bool meets(const Condition &condition, qint64 minor, int decimals)
{
    const auto against = [&](const QString &value) { return order(minor, decimals, value); };
    const int first = against(condition.values.front());
    switch (condition.comparison) {
    case Comparison::Less: return first < 0;
    case Comparison::LessOrEqual: return first <= 0;
    case Comparison::Greater: return first > 0;
    case Comparison::GreaterOrEqual: return first >= 0;
    case Comparison::Between: return first >= 0 && against(condition.values.back()) <= 0;
    default: break;
    }
    return std::any_of(condition.values.begin(), condition.values.end(),
                       [&](const QString &value) { return against(value) == 0; });
}

int decimalsOf(const Record &record, const FieldInfo &field)
{
    if (field.type != FieldType::Money)
        return 0;
    const int currency = record.info().indexOf(u"currency");
    if (currency < 0)
        return 2; // a line item of a deal in euros
    return currencyDecimals(textOf(record.row[size_t(currency)])).value_or(2);
}

// Compares every number of every record here as well, digit for digit.
void requireExactNumbers(Books &books, EntityKind kind, const Filter &filter)
{
    for (Condition condition : filter.conditions) {
        if (condition.subject != Subject::Field || condition.comparison == Comparison::IsEmpty)
            continue;
        const FieldInfo &field = entityInfo(kind).field(condition.field);
        if (field.type != FieldType::Integer && field.type != FieldType::Percent
            && field.type != FieldType::Duration && field.type != FieldType::Money)
            continue;
        condition.sense = Sense::Plain;
        qint64 expected = 0;
        for (const Record &record : need(store::loadAll(books.company.connection(), kind))) {
            const Value &cell = record.row[size_t(condition.field)];
            expected += !isNull(cell) && meets(condition, integerOf(cell), decimalsOf(record, field));
        }
        require(need(count(books, kind, {{condition}})) == expected);
    }
}

// ---- the order ---------------------------------------------------------------------------------

void tryOrder(Books &books, EntityKind kind, const QString &text)
{
    const auto order = parseOrder(kind, text);
    if (!order || order->size() > 8)
        return;
    const Query query{kind, {}, *order};
    require(need(store::ids(books.company.connection(), query, books.viewer, 0)).size()
            == size_t(need(count(books, kind, {}))));
}

} // namespace

HEADWAY_FUZZ_ON(filter, Books)
{
    static const std::vector<CustomField> custom = customFields();
    const QString text = QString::fromUtf8(bytes);
    for (const EntityKind kind : allEntityKinds()) {
        tryOrder(state, kind, text);
        const std::optional<Filter> filter = read(kind, text);
        if (!filter) {
            if (const std::optional<Filter> own = read(kind, text, custom)) { // only with custom fields
                requireSamePrinted(kind, *own, custom);
                requireAnswer(state, kind, *own);
            }
            continue;
        }
        requireSamePrinted(kind, *filter);
        requireOnlyBound(state, kind, *filter);
        requireAnswer(state, kind, *filter);
        requireExactNumbers(state, kind, *filter);
    }
}
