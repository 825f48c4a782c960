// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/query.h"

#include "domain/query/nametyped.h"
#include "domain/records/record.h"
#include "domain/text/currencytable.h"
#include "domain/text/numbertext.h"
#include "domain/text/text.h"
#include "store/reading/lists.h"
#include "store/reading/nameclauses.h"
#include "store/search/externalids.h"

#include <QDateTime>

#include <algorithm>
#include <iterator>
#include <limits>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

QString signOf(Comparison comparison)
{
    switch (comparison) {
    case Comparison::Less: return u" < "_s;
    case Comparison::LessOrEqual: return u" <= "_s;
    case Comparison::Greater: return u" > "_s;
    case Comparison::GreaterOrEqual: return u" >= "_s;
    default: return u" = "_s;
    }
}

// `column` compared with values of its own kind.
Clause compared(const QString &column, Comparison comparison, const sql::Values &values)
{
    if (comparison == Comparison::Between)
        return {column + u" BETWEEN ? AND ?"_s, values};
    if (comparison == Comparison::Equals)
        return {column + u" IN ("_s + sql::placeholders(qsizetype(values.size())) + u')', values};
    return {column + signOf(comparison) + u'?', {values.front()}};
}

// The codes are in the text, not in parameters: only then can SQLite use the partial index of open deals,
// and it need not plan again for each parameter.
Clause choiceClause(const QString &column, const Condition &condition, std::span<const Choice> choices)
{
    QStringList codes;
    for (const QString &value : condition.values) {
        const auto isNamed = [&](const Choice &choice) { return value == QLatin1StringView(choice.code); };
        if (std::any_of(choices.begin(), choices.end(), isNamed))
            codes += u'\'' + value + u'\'';
    }
    if (condition.comparison != Comparison::Equals || codes.size() != condition.values.size())
        return compared(column, condition.comparison, {condition.values.begin(), condition.values.end()});
    return {column + u" IN ("_s + codes.join(u',') + u')', {}};
}

qint64 startOf(const QString &day, const QTimeZone &zone, int daysLater)
{
    return QDate::fromString(day, Qt::ISODate).addDays(daysLater).startOfDay(zone).toMSecsSinceEpoch();
}

// An instant is on a day if it lies between that midnight and the next, in the viewer's zone.
Clause momentClause(const QString &column, const Condition &condition, const QTimeZone &zone)
{
    const QString &first = condition.values.front();
    switch (condition.comparison) {
    case Comparison::Less: return {column + u" < ?"_s, {startOf(first, zone, 0)}};
    case Comparison::LessOrEqual: return {column + u" < ?"_s, {startOf(first, zone, 1)}};
    case Comparison::Greater: return {column + u" >= ?"_s, {startOf(first, zone, 1)}};
    case Comparison::GreaterOrEqual: return {column + u" >= ?"_s, {startOf(first, zone, 0)}};
    default:
        return {u'(' + column + u" >= ? AND "_s + column + u" < ?)"_s,
                {startOf(first, zone, 0), startOf(condition.values.back(), zone, 1)}};
    }
}

QString currenciesWithDecimals(int decimals)
{
    QStringList quoted;
    for (const QString &code : currencyCodes()) {
        if (currencyDecimals(code).value_or(2) == decimals)
            quoted += u'\'' + code + u'\'';
    }
    return quoted.join(u", "_s);
}

// A decimal number in units of 10^-decimals: the integers next to it. Beyond 64 bits the last integer.
struct Units {
    qint64 below = 0; // or equal
    qint64 above = 0; // or equal

    bool isExact() const { return below == above; }
};

Units unitsOf(const QString &text, int decimals)
{
    const auto number = parseNumber(text, NumberStyle{u'.', QChar()});
    const Decimal value = number ? number->value : Decimal();
    qint64 whole = value.mantissa;
    qint64 part = 1;
    for (int i = value.scale; i < decimals; ++i) {
        if (__builtin_mul_overflow(whole, qint64(10), &whole))
            return value.mantissa < 0
                ? Units{std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::min()}
                : Units{std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::max()};
    }
    for (int i = decimals; i < value.scale; ++i)
        part *= 10;
    const qint64 below = whole / part - (whole % part < 0 ? 1 : 0);
    return {below, whole % part == 0 ? below : below + 1};
}

// A column of whole units compared with decimal numbers, exactly.
Clause unitsClause(const QString &column, const Condition &condition, int decimals)
{
    const Units first = unitsOf(condition.values.front(), decimals);
    switch (condition.comparison) {
    case Comparison::Less:
    case Comparison::GreaterOrEqual: return compared(column, condition.comparison, {first.above});
    case Comparison::Greater:
    case Comparison::LessOrEqual: return compared(column, condition.comparison, {first.below});
    case Comparison::Between:
        return compared(column, condition.comparison,
                        {first.above, unitsOf(condition.values.back(), decimals).below});
    default: break;
    }
    sql::Values values;
    for (const QString &value : condition.values) {
        if (const Units units = unitsOf(value, decimals); units.isExact())
            values.push_back(units.below);
    }
    return values.empty() ? Clause{u"FALSE"_s, {}} : compared(column, Comparison::Equals, values);
}

// Each amount in the minor units of its own currency, so that 10,000 yen are 10,000 and not 100.
Clause moneyClause(const QString &column, const QString &currency, const Condition &condition)
{
    constexpr int mostCurrencies = 2; // the decimals of most currencies
    Clause clause{u"CASE"_s, {}};
    const auto add = [&](const QString &when, int decimals) {
        const Clause part = unitsClause(column, condition, decimals);
        clause.text += when + part.text;
        clause.binds.insert(clause.binds.end(), part.binds.begin(), part.binds.end());
    };
    for (const int decimals : {0, 3, 4})
        add(u" WHEN "_s + currency + u" IN ("_s + currenciesWithDecimals(decimals) + u") THEN "_s, decimals);
    add(u" ELSE "_s, mostCurrencies);
    clause.text += u" END"_s;
    return clause;
}

// An expression over a deal `d` and its stage, rewritten for the deal `r`.
QString ofStage(QString expression)
{
    return u"(SELECT "_s + expression.replace(u"d."_s, u"r."_s) + u" FROM stage s WHERE s.id = r.stage_id)"_s;
}

// Names match by the prefix of any folded word; other texts anywhere, ignoring ASCII case.
Clause textClause(const QString &column, const Condition &condition)
{
    QStringList texts;
    sql::Values binds;
    for (const QString &value : condition.values) {
        if (column == "r.name_key"_L1) {
            texts += u"r.name_key LIKE ? ESCAPE '\\'"_s;
            binds.push_back(QString(u'%' + likeEscaped(fold(value)) + u'%'));
        } else {
            texts += u"lower("_s + column + u") LIKE ? ESCAPE '\\'"_s;
            binds.push_back(QString(u'%' + likeEscaped(lowerAscii(value)) + u'%'));
        }
    }
    return {u'(' + texts.join(u" OR "_s) + u')', binds};
}

class Builder
{
public:
    Builder(sql::Connection &connection, EntityKind kind, const Viewer &viewer)
        : m_connection(connection), m_kind(kind), m_info(entityInfo(kind)), m_viewer(viewer)
    {
    }

    // Everything that must hold, joined by AND; empty for a filter that all records meet.
    Result<Clause> filterClause(const Filter &filter)
    {
        std::vector<Clause> parts;
        for (const Condition &condition : filter.conditions) {
            HEADWAY_TRY(part, subjectClause(condition));
            const bool saysIt = condition.subject == Subject::Tag; // in its own words
            parts.push_back(inSense(std::move(part), saysIt ? Sense::Plain : condition.sense));
        }
        if (!filter.words.isEmpty()) {
            HEADWAY_TRY(part, wordsClause(m_connection.engine(), m_kind, filter.words));
            parts.push_back(std::move(part));
        }
        for (const Alternatives &alternatives : filter.alternatives) {
            HEADWAY_TRY(part, alternativesClause(alternatives));
            parts.push_back(std::move(part));
        }
        return joined(std::move(parts), u" AND "_s);
    }

private:
    static Clause inSense(Clause clause, Sense sense)
    {
        if (sense == Sense::Negated)
            clause.text = u"NOT coalesce(("_s + clause.text + u"), FALSE)"_s;
        return clause;
    }

    static Clause joined(std::vector<Clause> parts, const QString &word)
    {
        Clause all;
        for (Clause &part : parts) {
            if (part.text.isEmpty())
                continue;
            all.text += (all.text.isEmpty() ? QString() : word) + part.text;
            std::move(part.binds.begin(), part.binds.end(), std::back_inserter(all.binds));
        }
        return all;
    }

    Result<Clause> alternativesClause(const Alternatives &alternatives)
    {
        std::vector<Clause> parts;
        ++m_depth;
        for (const Filter &filter : alternatives.filters) {
            HEADWAY_TRY(part, filterClause(filter));
            part.text = part.text.isEmpty() ? u"TRUE"_s : u'(' + part.text + u')';
            parts.push_back(std::move(part));
        }
        --m_depth;
        Clause any = joined(std::move(parts), u" OR "_s);
        any.text = u'(' + any.text + u')';
        return inSense(std::move(any), alternatives.sense);
    }

    Result<Clause> subjectClause(const Condition &condition)
    {
        const bool isEmpty = condition.comparison == Comparison::IsEmpty;
        switch (condition.subject) {
        case Subject::Created:
        case Subject::Modified:
        case Subject::Id:
        case Subject::ExternalId:
        case Subject::Probability:
            if (isEmpty)
                return Clause{u"FALSE"_s, {}}; // every record has them
            break;
        case Subject::Weighted:
            if (isEmpty)
                return Clause{u"r.amount IS NULL"_s, {}};
            break;
        default: break;
        }
        switch (condition.subject) {
        case Subject::Created: return momentClause(u"r.created_at"_s, condition, m_viewer.zone);
        case Subject::Modified: return momentClause(u"r.modified_at"_s, condition, m_viewer.zone);
        case Subject::Id: return unitsClause(u"r.id"_s, condition, 0);
        case Subject::ExternalId: return externalIdClause(condition);
        case Subject::Probability: return unitsClause(ofStage(probabilityExpression()), condition, 0);
        case Subject::Weighted: return moneyClause(ofStage(weightedExpression()), u"r.currency"_s, condition);
        case Subject::Tag: return tagClause(naming(condition), m_kind, condition);
        case Subject::Team: return teamClause(naming(condition), m_kind, condition);
        case Subject::Closed: return Clause{isClosedExpression(), {}};
        case Subject::Agenda:
        case Subject::Field: break;
        }
        return fieldClause(condition, m_info.field(condition.field));
    }

    // The kind is compared as an expression: as a column it would make SQLite walk all ids of that kind.
    Clause externalIdClause(const Condition &condition) const
    {
        std::vector<Clause> parts;
        for (const QString &value : condition.values) {
            const ExternalIdQuery query = externalIdQuery(value);
            parts.push_back({u"r.id IN (SELECT q.record_id FROM ("_s + query.text
                                 + u") q WHERE coalesce(q.record_kind, '') = '"_s + tableName(m_kind)
                                 + u"')"_s,
                             query.binds});
        }
        Clause any = joined(std::move(parts), u" OR "_s);
        any.text = u'(' + any.text + u')';
        return any;
    }

    // The price of a line item is in the currency of its deal.
    QString currencyColumn() const
    {
        return m_info.indexOf(u"currency") >= 0 ? u"r.currency"_s
                                                : u"(SELECT d.currency FROM deal d WHERE d.id = r.deal_id)"_s;
    }

    static sql::Values texts(const Condition &condition)
    {
        return {condition.values.begin(), condition.values.end()};
    }

    Result<Clause> fieldClause(const Condition &condition, const FieldInfo &field)
    {
        const QString column = u"r."_s + field.name;
        if (condition.comparison == Comparison::IsEmpty)
            return emptyClause(column, m_info.defaults[size_t(condition.field)]);
        switch (field.type) {
        case FieldType::Reference:
            return membershipClause(naming(condition), column, field.target, condition);
        case FieldType::Money: return moneyClause(column, currencyColumn(), condition);
        case FieldType::Moment: return momentClause(column, condition, m_viewer.zone);
        case FieldType::Integer:
        case FieldType::Percent:
        case FieldType::Duration:
        case FieldType::YesNo:
        case FieldType::RecordId: return unitsClause(column, condition, 0);
        case FieldType::Choice: return choiceClause(column, condition, field.choices);
        case FieldType::Day:
        case FieldType::Currency:
        case FieldType::RecordKind: return compared(column, condition.comparison, texts(condition));
        default:
            return textClause(field.name == "name"_L1 && hasNameKey(m_kind) ? u"r.name_key"_s : column,
                              condition);
        }
    }

    static Clause emptyClause(const QString &column, const Value &nothing)
    {
        return isNull(nothing) ? Clause{column + u" IS NULL"_s, {}} : Clause{column + u" = ?"_s, {nothing}};
    }

    Naming naming(const Condition &condition) const
    {
        const bool isJoined = condition.sense == Sense::Plain && m_depth == 0;
        return {m_connection, m_viewer, isJoined ? Naming::Place::Joined : Naming::Place::Inside};
    }

    sql::Connection &m_connection;
    EntityKind m_kind;
    const EntityInfo &m_info;
    const Viewer &m_viewer;
    int m_depth = 0; // of the brackets around the condition
};

enum class Cells { Filled, MayBeEmpty };
struct Sorted {
    QString expression = {};
    Cells cells = Cells::MayBeEmpty;
};

// As in the index activity_agenda: a planned one by its time, any other after all of those, by its time backwards.
QString agendaExpression()
{
    return u"(CASE WHEN r.state = 'planned' THEN coalesce(r.at, 0)"
           " ELSE 4611686018427387904 - coalesce(r.at, 0) END)"_s;
}

// The expressions to sort by for one key, and the join they need.
std::vector<Sorted> sortExpressions(EntityKind kind, const SortKey &key, QString &joins)
{
    switch (key.subject) {
    case Subject::Created: return {{u"r.created_at"_s, Cells::Filled}};
    case Subject::Modified: return {{u"r.modified_at"_s, Cells::Filled}};
    case Subject::Field: break;
    case Subject::Probability: return {{ofStage(probabilityExpression())}};
    case Subject::Weighted: return {{ofStage(weightedExpression())}};
    case Subject::Closed:
        return {{u"CASE WHEN "_s + isClosedExpression() + u" THEN 1 ELSE 0 END"_s, Cells::Filled}};
    case Subject::Agenda: return {{agendaExpression(), Cells::Filled}};
    default: return {{u"r.id"_s, Cells::Filled}};
    }
    const FieldInfo &field = entityInfo(kind).field(key.field);
    const QString column = u"r."_s + field.name;
    const QString alias = u"s"_s + QString::number(key.field);
    if (field.name == "name"_L1 && hasNameKey(kind))
        return {{u"r.name_key"_s, Cells::Filled}};
    if (field.name == "next_step"_L1)
        return {{u"r.next_activity"_s}}; // when it is due, not how it is called
    if (field.type == FieldType::Choice)
        return {{choiceRank(column, field.choices)}};
    const bool isFilled = !isNull(entityInfo(kind).defaults[size_t(key.field)]);
    if (field.type != FieldType::Reference)
        return {{column, isFilled ? Cells::Filled : Cells::MayBeEmpty}};
    joins +=
        u" LEFT JOIN "_s + tableName(field.target) + u' ' + alias + u" ON "_s + alias + u".id = "_s + column;
    if (field.target == EntityKind::Stage)
        return {{alias + u".pipeline_id"_s}, {alias + u".position"_s}};
    return {{alias + (hasNameKey(field.target) ? u".name_key"_s : u".id"_s)}};
}

} // namespace

QString likeEscaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
}

QString lowerAscii(QString text)
{
    for (QChar &c : text) {
        if (c >= u'A' && c <= u'Z')
            c = QChar(c.unicode() + (u'a' - u'A'));
    }
    return text;
}

QString choiceRank(const QString &column, std::span<const Choice> choices)
{
    QString text = u"CASE "_s + column;
    int rank = 0;
    for (const Choice &choice : choices)
        text += u" WHEN '"_s + QLatin1StringView(choice.code) + u"' THEN "_s + QString::number(rank++);
    return text + u" END"_s;
}

QString isClosedExpression()
{
    return u"r.status IN ('won', 'lost')"_s;
}

QLatin1StringView titleColumn(EntityKind kind)
{
    const QLatin1StringView title(entityInfo(kind).title);
    return title.isEmpty() ? "id"_L1 : title;
}

Result<Clause> whereClause(sql::Connection &connection, EntityKind kind, const Filter &filter,
                           const Viewer &viewer)
{
    HEADWAY_TRY(clause, Builder(connection, kind, viewer).filterClause(filter));
    QString always = u" WHERE r.deleted_at IS NULL"_s;
    if (kind == EntityKind::SavedView) { // as isShownTo() in domain/rules/views.h
        always += u" AND (r.shared = 1 OR r.owner_id IS NULL OR r.owner_id = ?)"_s;
        clause.binds.insert(clause.binds.begin(), viewer.user.value);
    }
    clause.text.prepend(clause.text.isEmpty() ? always : always + u" AND "_s);
    return std::move(clause);
}

Ordering orderClause(sql::Engine engine, EntityKind kind, const std::vector<SortKey> &order)
{
    Ordering result;
    QStringList terms;
    SortOrder last = SortOrder::Ascending;
    for (const SortKey &key : order.empty() ? defaultOrder(kind) : order) {
        last = key.order;
        // Empty cells come first when ascending: SQLite's default and the order of its indexes. PostgreSQL
        // has to be told, and then uses no index, so it is told only if a cell can be empty.
        const bool up = key.order == SortOrder::Ascending;
        const QString direction = up ? QString() : u" DESC"_s;
        for (const Sorted &each : sortExpressions(kind, key, result.joins)) {
            const bool isToldNulls = engine == sql::Engine::Postgres && each.cells == Cells::MayBeEmpty;
            terms += each.expression + direction
                + (!isToldNulls ? QString()
                       : up     ? u" NULLS FIRST"_s
                                : u" NULLS LAST"_s);
        }
    }
    result.text = u" ORDER BY "_s + terms.join(u", "_s)
        + (last == SortOrder::Ascending ? u", r.id"_s : u", r.id DESC"_s);
    return result;
}

} // namespace headway::store
