// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/reading/query.h"

#include "domain/query/listorder.h"
#include "domain/query/nametyped.h"
#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/text/currencytable.h"
#include "domain/text/numbertext.h"
#include "domain/text/text.h"
#include "store/reading/booksettings.h"
#include "store/reading/customcells.h"
#include "store/reading/foldedtext.h"
#include "store/reading/lists.h"
#include "store/reading/nameclauses.h"
#include "store/reading/phoneclauses.h"
#include "store/rows/changeruns.h"
#include "store/rows/dealmoney.h"
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

// A moment is on a day if it lies between that midnight and the next, in the viewer's zone; what takes a whole day is on
// that day wherever it began. `day` is the column that has it; empty if there is none.
struct MomentColumn {
    QString at = {};
    QString day = {};
};

enum class Side { Since, Before };

// On that side of the beginning of `first`, `daysLater`. Only near that midnight does it matter whose day it is; elsewhere
// the time decides, which indexes have.
Clause sideClause(Side side, const MomentColumn &column, const QString &first, const QTimeZone &zone,
                  int daysLater)
{
    const bool isSince = side == Side::Since;
    const QString bound = isSince ? u" >= ?"_s : u" < ?"_s;
    const qint64 start = startOf(first, zone, daysLater);
    if (column.day.isEmpty())
        return {column.at + bound, {start}};
    const QString day = QDate::fromString(first, Qt::ISODate).addDays(daysLater).toString(Qt::ISODate);
    const qint64 farthest = isSince ? -farthestClocks : farthestClocks;
    return {column.at + bound + u" AND ("_s + column.at + bound + u" OR CASE WHEN "_s + column.day
                + u" IS NULL THEN "_s + column.at + bound + u" ELSE "_s + column.day + bound + u" END)"_s,
            {start + farthest, start - farthest, start, day}};
}

Clause inBrackets(Clause clause)
{
    clause.text = u'(' + clause.text + u')';
    return clause;
}

Clause momentClause(const MomentColumn &column, const Condition &condition, const QTimeZone &zone)
{
    const QString &first = condition.values.front();
    switch (condition.comparison) {
    case Comparison::Less: return inBrackets(sideClause(Side::Before, column, first, zone, 0));
    case Comparison::LessOrEqual: return inBrackets(sideClause(Side::Before, column, first, zone, 1));
    case Comparison::Greater: return inBrackets(sideClause(Side::Since, column, first, zone, 1));
    case Comparison::GreaterOrEqual: return inBrackets(sideClause(Side::Since, column, first, zone, 0));
    default: break;
    }
    Clause both = sideClause(Side::Since, column, first, zone, 0);
    const Clause until = sideClause(Side::Before, column, condition.values.back(), zone, 1);
    both.text += u" AND "_s + until.text;
    both.binds.insert(both.binds.end(), until.binds.begin(), until.binds.end());
    return inBrackets(std::move(both));
}

// A column of numbers of any size, compared as the decimal numbers that they are.
Clause numberClause(const QString &column, const Condition &condition)
{
    Clause clause =
        compared(column, condition.comparison, {condition.values.begin(), condition.values.end()});
    clause.text.replace(u'?', u"CAST(? AS NUMERIC)"_s);
    return clause;
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

// A decimal number times 10^mostCurrencyDecimals, exactly.
QString inSmallestUnits(const QString &text)
{
    const auto number = parseNumber(text, NumberStyle{u'.', QChar()});
    const Decimal value = number ? number->value : Decimal();
    if (value.scale > mostCurrencyDecimals)
        return formatDecimal({value.mantissa, value.scale - mostCurrencyDecimals});
    return QString::number(value.mantissa) + QString(mostCurrencyDecimals - value.scale, u'0');
}

// Amounts as they are sorted, see amountExpression(). With a plus, so that SQLite takes no index of all amounts where
// half of them meet the condition: it cannot know.
Clause moneyClause(const QString &column, const QString &currency, Condition condition)
{
    for (QString &value : condition.values)
        value = inSmallestUnits(value);
    return numberClause(u'+' + amountExpression(column, currency), condition);
}

// The price of a line item is in the currency of its deal.
QString currencyColumn(EntityKind kind)
{
    return entityInfo(kind).indexOf(u"currency") >= 0
        ? u"r.currency"_s
        : u"(SELECT d.currency FROM deal d WHERE d.id = r.deal_id)"_s;
}

// An expression over a deal `d` and its stage, rewritten for the deal `r`.
QString ofStage(QString expression)
{
    return u"(SELECT "_s + expression.replace(u"d."_s, u"r."_s) + u" FROM stage s WHERE s.id = r.stage_id)"_s;
}

// Names match anywhere, folded.
Clause nameClause(const Condition &condition)
{
    QStringList names;
    sql::Values binds;
    for (const QString &value : condition.values) {
        names += u"r.name_key LIKE ? ESCAPE '\\'"_s;
        binds.push_back(QString(u'%' + likeEscaped(fold(value)) + u'%'));
    }
    return {u'(' + names.join(u" OR "_s) + u')', binds};
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
        std::vector<Clause> last; // take the JSON of a record apart: only where the others hold
        for (const Condition &condition : filter.conditions) {
            HEADWAY_TRY(part, subjectClause(condition));
            const bool saysIt = condition.subject == Subject::Tag; // in its own words
            std::vector<Clause> &among = condition.subject == Subject::Custom ? last : parts;
            among.push_back(inSense(std::move(part), saysIt ? Sense::Plain : condition.sense));
        }
        if (!filter.words.isEmpty()) {
            HEADWAY_TRY(part, wordsClause(naming(Sense::Plain), m_kind, filter.words));
            parts.push_back(std::move(part));
        }
        for (const Alternatives &alternatives : filter.alternatives) {
            HEADWAY_TRY(part, alternativesClause(alternatives));
            parts.push_back(std::move(part));
        }
        std::move(last.begin(), last.end(), std::back_inserter(parts));
        return joined(std::move(parts), u" AND "_s);
    }

private:
    // Few brackets: SQLite reads only so many that are open.
    static Clause inSense(Clause clause, Sense sense)
    {
        if (sense == Sense::Negated)
            clause.text = u'(' + clause.text + u") IS NOT TRUE"_s;
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
            if (part.text.isEmpty())
                part.text = u"TRUE"_s;
            parts.push_back(std::move(part));
        }
        --m_depth;
        Clause any = joined(std::move(parts), u" OR "_s);
        if (alternatives.sense == Sense::Plain)
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
        case Subject::Step:
        case Subject::Made:
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
        case Subject::Created: return momentClause({u"r.created_at"_s}, condition, m_viewer.zone);
        case Subject::Modified: return momentClause({u"r.modified_at"_s}, condition, m_viewer.zone);
        case Subject::Id: return unitsClause(u"r.id"_s, condition, 0);
        case Subject::ExternalId: return externalIdClause(condition);
        case Subject::Step: return stepClause(condition, {});
        case Subject::Made: return stepClause(condition, u" AND c.kind = 'create'"_s);
        case Subject::Probability: return unitsClause(ofStage(probabilityExpression()), condition, 0);
        case Subject::Weighted: return moneyClause(ofStage(weightedExpression()), u"r.currency"_s, condition);
        case Subject::Tag: return tagClause(naming(condition.sense), m_kind, condition);
        case Subject::Team: return teamClause(naming(condition.sense), m_kind, condition);
        case Subject::Closed: return Clause{isClosedExpression(), {}};
        case Subject::Custom: return customClause(condition);
        case Subject::Agenda:
        case Subject::Field: break;
        }
        return fieldClause(condition, m_info.field(condition.field));
    }

    Result<Clause> textClause(const QString &column, const Condition &condition)
    {
        if (++m_texts > mostHoldsClauses && m_connection.engine() == sql::Engine::Postgres)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("At most %1 conditions on texts can be asked of a server at once.")
                               .arg(mostHoldsClauses));
        return holdsClause(m_connection, column, condition.values);
    }

    Result<Clause> customClause(const Condition &condition)
    {
        const CustomKind kind = condition.custom.kind;
        const QString cell = customCell(m_connection.engine(), condition.custom);
        if (condition.comparison == Comparison::IsEmpty)
            return holdsText(kind) ? Clause{u"coalesce("_s + cell + u", '') = ''"_s, {}}
                                   : Clause{cell + u" IS NULL"_s, {}};
        switch (kind) {
        case CustomKind::Text:
        case CustomKind::LongText: return textClause(cell, condition);
        case CustomKind::Number: return numberClause(cell, condition);
        case CustomKind::Money: return customMoneyClause(cell, condition);
        case CustomKind::YesNo: return unitsClause(yesOrNo(cell), condition, 0);
        case CustomKind::Day:
        case CustomKind::Choice: break;
        }
        return compared(cell, condition.comparison, texts(condition));
    }

    // In the currency of the record; where it has none, as it is shown: in that of the book.
    Result<Clause> customMoneyClause(const QString &cell, const Condition &condition)
    {
        if (m_info.indexOf(u"currency") >= 0)
            return moneyClause(cell, u"r.currency"_s, condition);
        HEADWAY_TRY(settings, loadBookSettings(m_connection));
        return unitsClause(cell, condition, currencyDecimals(settings.currency).value_or(2));
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

    // What the log of a step says of records of this kind, found by the step; the kind is an expression as above.
    Clause stepClause(const Condition &condition, const QString &how) const
    {
        Clause ofStep = unitsClause(u"c.operation_id"_s, condition, 0);
        ofStep.text = u"r.id IN (WITH RECURSIVE told(id, last) AS (SELECT c.entity_id, "_s + lastOfRun()
            + u" FROM change c WHERE "_s + ofStep.text + u" AND coalesce(c.entity, '') = '"_s
            + tableName(m_kind) + u'\'' + how
            + u" UNION ALL SELECT id + 1, last FROM told WHERE id < last) SELECT id FROM told)"_s;
        return ofStep;
    }

    static sql::Values texts(const Condition &condition)
    {
        return {condition.values.begin(), condition.values.end()};
    }

    Result<Clause> fieldClause(const Condition &condition, const FieldInfo &field)
    {
        const QString column = u"r."_s + field.name;
        if (condition.comparison == Comparison::IsEmpty)
            return emptyClause(field.type == FieldType::Money
                                   ? amountExpression(column, currencyColumn(m_kind)) // as in its index
                                   : column,
                               m_info.defaults[size_t(condition.field)]);
        switch (field.type) {
        case FieldType::Reference:
            return membershipClause(naming(condition.sense), column, field.target, condition);
        case FieldType::Money: return moneyClause(column, currencyColumn(m_kind), condition);
        case FieldType::Moment: {
            const int day = dayFieldOf(m_info, condition.field);
            return momentClause({column, day < 0 ? QString() : u"r."_s + m_info.field(day).name}, condition,
                                m_viewer.zone);
        }
        case FieldType::Integer:
        case FieldType::Percent:
        case FieldType::Duration:
        case FieldType::YesNo:
        case FieldType::RecordId: return unitsClause(column, condition, 0);
        case FieldType::Choice: return choiceClause(column, condition, field.choices);
        case FieldType::Day:
        case FieldType::Currency:
        case FieldType::RecordKind: return compared(column, condition.comparison, texts(condition));
        case FieldType::Phone: {
            HEADWAY_TRY(asText, textClause(column, condition));
            return phoneClause(m_connection.engine(), m_kind, column, condition.values, asText);
        }
        default:
            return field.name == "name"_L1 && hasNameKey(m_kind) ? Result<Clause>(nameClause(condition))
                                                                 : textClause(column, condition);
        }
    }

    static Clause emptyClause(const QString &column, const Value &nothing)
    {
        return isNull(nothing) ? Clause{column + u" IS NULL"_s, {}} : Clause{column + u" = ?"_s, {nothing}};
    }

    Naming naming(Sense sense) const
    {
        const bool isJoined = sense == Sense::Plain && m_depth == 0;
        return {m_connection, m_viewer, isJoined ? Naming::Place::Joined : Naming::Place::Inside};
    }

    sql::Connection &m_connection;
    EntityKind m_kind;
    const EntityInfo &m_info;
    const Viewer &m_viewer;
    int m_depth = 0; // of the brackets around the condition
    int m_texts = 0; // conditions on texts, so far
};

enum class Cells { Filled, MayBeEmpty };
struct Sorted {
    QString expression = {};
    Cells cells = Cells::MayBeEmpty;
};

// By the bytes of texts, as the columns of the program are sorted.
Sorted customSorted(sql::Engine engine, EntityKind kind, const CustomSubject &field)
{
    const QString cell = customCell(engine, field);
    if (field.kind == CustomKind::Money && entityInfo(kind).indexOf(u"currency") >= 0)
        return {amountExpression(cell, u"r.currency"_s)};
    if (field.kind == CustomKind::YesNo)
        return {yesOrNo(cell), Cells::Filled};
    const bool isCollated = engine == sql::Engine::Postgres && holdsText(field.kind);
    return {isCollated ? cell + u" COLLATE \"C\""_s : cell};
}

// The expressions to sort by for one key, and the join they need.
std::vector<Sorted> sortExpressions(sql::Engine engine, EntityKind kind, const SortKey &key, QString &joins)
{
    switch (key.subject) {
    case Subject::Custom: return {customSorted(engine, kind, key.custom)};
    case Subject::Created: return {{u"r.created_at"_s, Cells::Filled}};
    case Subject::Modified: return {{u"r.modified_at"_s, Cells::Filled}};
    case Subject::Field: break;
    case Subject::Probability: return {{ofStage(probabilityExpression())}};
    case Subject::Weighted: return {{amountExpression(ofStage(weightedExpression()), u"r.currency"_s)}};
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
    const Cells cells =
        isNull(entityInfo(kind).defaults[size_t(key.field)]) ? Cells::MayBeEmpty : Cells::Filled;
    if (field.type == FieldType::Money)
        return {{amountExpression(column, currencyColumn(kind)), cells}};
    if (field.type != FieldType::Reference)
        return {{column, cells}};
    joins +=
        u" LEFT JOIN "_s + tableName(field.target) + u' ' + alias + u" ON "_s + alias + u".id = "_s + column;
    if (field.target == EntityKind::Stage)
        return {{alias + u".pipeline_id"_s}, {alias + u".position"_s}};
    if (field.target == EntityKind::LeadStatus)
        return {{alias + u".position"_s}};
    return {{alias + (hasNameKey(field.target) ? u".name_key"_s : u".id"_s)}};
}

} // namespace

QString agendaExpression()
{
    return u"(CASE WHEN r.state = 'planned' THEN coalesce(r.at, 0)"
           " ELSE 4611686018427387904 - coalesce(r.at, 0) END)"_s;
}

QString likeEscaped(QString text)
{
    return text.replace(u'\\', u"\\\\"_s).replace(u'%', u"\\%"_s).replace(u'_', u"\\_"_s);
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

Ordering orderClause(sql::Engine engine, const Query &query)
{
    Ordering result;
    QStringList terms;
    const std::vector<SortKey> order = essentialOrder(query);
    for (const SortKey &key : order) {
        // Empty cells come first when ascending: SQLite's default and the order of its indexes. PostgreSQL
        // has to be told, and then uses no index, so it is told only if a cell can be empty.
        const bool up = key.order == SortOrder::Ascending;
        const QString direction = up ? QString() : u" DESC"_s;
        for (const Sorted &each : sortExpressions(engine, query.kind, key, result.joins)) {
            const bool isToldNulls = engine == sql::Engine::Postgres && each.cells == Cells::MayBeEmpty;
            terms += each.expression + direction
                + (!isToldNulls ? QString()
                       : up     ? u" NULLS FIRST"_s
                                : u" NULLS LAST"_s);
        }
    }
    result.text = u" ORDER BY "_s + terms.join(u", "_s);
    if (!isUnique(order.back()))
        result.text += order.back().order == SortOrder::Ascending ? u", r.id"_s : u", r.id DESC"_s;
    return result;
}

} // namespace headway::store
