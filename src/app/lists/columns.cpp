// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/lists/columns.h"

#include "app/text/nextsteptext.h"
#include "app/text/owntext.h"
#include "app/text/presentation.h"
#include "domain/query/filtersubjects.h"
#include "domain/records/linkednames.h"
#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/rules/deals.h"
#include "domain/rules/today.h"
#include "domain/text/text.h"
#include "store/reading/lists.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

constexpr int rowsAtOnce = 500;

struct ComputedColumn {
    QLatin1StringView id;
    Computed computed;
    const char *heading;
};
constexpr ComputedColumn computedColumns[] = {
    {"probability"_L1, Computed::Probability, Label::tr("Probability")},
    {"weighted"_L1, Computed::Weighted, Label::tr("Weighted")},
    {"created"_L1, Computed::Created, Label::tr("Created")},
    {"modified"_L1, Computed::Modified, Label::tr("Modified")},
    {"with"_L1, Computed::With, Label::tr("With")},
    {"deal"_L1, Computed::Deal, Label::tr("Deal")},
};

bool isForActivitiesOnly(Computed computed)
{
    return computed == Computed::With || computed == Computed::Deal;
}

// Nothing is to be expected of it any more, which its stage says already.
bool isLost(const Probability &probability)
{
    return probability.origin == ProbabilityOrigin::Closed && probability.percent == 0;
}

bool isClosedDeal(const LoadedRecord &row)
{
    return row.record.ref.kind == EntityKind::Deal
        && isClosed(Codec<StageType>::write(row.record.value(u"status")));
}

// What it holds, as a field of the program would.
FieldType typeOfColumn(EntityKind kind, const Column &column)
{
    return column.own ? typeOf(column.own->kind) : entityInfo(kind).field(column.field).type;
}

bool isForDealsOnly(Computed computed)
{
    return computed == Computed::Probability || computed == Computed::Weighted;
}

// Whether the column is the kind's next step; one that keeps no subject has the time alone.
bool isStep(EntityKind kind, const Column &column)
{
    const int subject = entityInfo(kind).indexOf(u"next_step");
    return subject >= 0 ? column.field == subject : column.field >= 0 && column.id == "next_activity"_L1;
}

int widthOf(FieldType type)
{
    switch (type) {
    case FieldType::Money: return 13;
    case FieldType::Integer:
    case FieldType::Duration: return 10;
    case FieldType::Percent:
    case FieldType::YesNo: return 9;
    case FieldType::Day: return 15;
    case FieldType::Moment: return 22;
    case FieldType::Choice: return 13;
    case FieldType::Email: return 26;
    case FieldType::Phone: return 20;
    case FieldType::Reference: return 17;
    case FieldType::LongText: return 30;
    default: return 20;
    }
}

QStringList defaultIds(EntityKind kind)
{
    QStringList ids = fieldNames(presentationOf(kind).columns);
    if (!ids.isEmpty())
        return ids;
    for (const FieldInfo &field : entityInfo(kind).fields) {
        if (!field.has(Trait::Internal) && field.type != FieldType::LongText)
            ids += field.name;
    }
    return ids;
}

} // namespace

std::vector<Column> allColumns(EntityKind kind, const std::vector<CustomField> &own)
{
    const EntityInfo &info = entityInfo(kind);
    std::vector<Column> columns;
    for (int i = 0; i < int(info.fields.size()); ++i) {
        if (!info.field(i).has(Trait::Internal) && info.field(i).name != "probability_override"_L1
            && info.field(i).name != "touched_at"_L1) // in the tool tip of the last activity
            columns.push_back({info.field(i).name, i, Computed::None});
    }
    for (const ComputedColumn &each : computedColumns) {
        const bool isFor = isForDealsOnly(each.computed) ? kind == EntityKind::Deal
            : isForActivitiesOnly(each.computed)         ? kind == EntityKind::Activity
                                                         : true;
        if (isFor)
            columns.push_back({each.id, -1, each.computed});
    }
    for (const CustomField &field : own) {
        const QString id = u"custom."_s + field.name;
        const auto subject =
            conditionOn(kind, id, own); // none: of another kind, or with a name that no filter knows
        if (field.recordKind == kind && subject && subject->custom.name == field.name)
            columns.push_back({id, -1, Computed::Own, field});
    }
    return columns;
}

std::vector<Column> columnsNamed(EntityKind kind, const QStringList &ids, const std::vector<CustomField> &own)
{
    const std::vector<Column> all = allColumns(kind, own);
    std::vector<Column> chosen;
    const auto called = [&all](const QString &id) {
        return std::find_if(all.begin(), all.end(), [&](const Column &c) { return c.id == id; });
    };
    for (const QString &id : ids) {
        auto found = called(id);
        if (found == all.end())
            found = called(id + u"_id"_s); // a choice once, of records now: the status of a lead
        if (found != all.end())
            chosen.push_back(*found);
    }
    return chosen;
}

std::vector<Column> defaultColumns(EntityKind kind)
{
    return columnsNamed(kind, defaultIds(kind));
}

ColumnText::ColumnText(const Display &display, const Lookups &lookups)
    : m_display(display), m_lookups(lookups)
{
}

QString ColumnText::heading(EntityKind kind, const Column &column) const
{
    if (column.own)
        return column.own->label;
    for (const ComputedColumn &each : computedColumns) {
        if (column.computed == each.computed)
            return QCoreApplication::translate(Label::context, each.heading);
    }
    return m_display.label(entityInfo(kind).field(column.field));
}

std::optional<Probability> ColumnText::probabilityOf(const LoadedRecord &row) const
{
    const Deal deal = as<Deal>(row.record);
    const Stage *stage = m_lookups.stage(deal.stage);
    return stage ? std::optional(effectiveProbability(deal, *stage)) : std::nullopt;
}

// What is to be done, and when: the list on the screen says that with its mark.
QString ColumnText::stepCell(const LoadedRecord &row, const Column &column) const
{
    const QString what = m_display.cell(row, column.field);
    const QDate day = nextStepDay(row.record, m_display.zone());
    if (!day.isValid() || column.id == "next_activity"_L1)
        return what;
    return joinFilled({m_display.day(day), what}, u" · "_s);
}

QString ColumnText::cell(const LoadedRecord &row, const Column &column) const
{
    if (column.own)
        return ownText(*column.own, row.record.row, m_display, m_lookups.currency);
    switch (column.computed) {
    case Computed::None:
        return isStep(row.record.ref.kind, column) ? stepCell(row, column)
                                                   : m_display.cell(row, column.field);
    case Computed::Created: return m_display.moment(row.record.createdAt);
    case Computed::Modified: return m_display.moment(row.record.modifiedAt);
    case Computed::With: return linkedNames(row.linked, Linked::With);
    case Computed::Deal: return linkedNames(row.linked, Linked::Deals);
    default: break;
    }
    const std::optional<Probability> probability = probabilityOf(row);
    if (!probability || isLost(*probability))
        return {};
    if (column.computed == Computed::Probability)
        return m_display.percent(probability->percent);
    const std::optional<Money> money = moneyOf(row, column);
    return money ? m_display.money(money->minor, money->currency, Display::Decimals::WhenNeeded) : QString();
}

std::optional<ColumnText::Money> ColumnText::moneyOf(const LoadedRecord &row, const Column &column) const
{
    if (column.own) {
        const Value value =
            column.own->kind == CustomKind::Money ? ownValue(*column.own, row.record.row) : Value();
        return isNull(value)
            ? std::nullopt
            : std::optional(
                Money{integerOf(value), ownCurrency(*column.own, row.record.row, m_lookups.currency)});
    }
    const bool isWeighted = column.computed == Computed::Weighted;
    if (!isWeighted && (column.field < 0 || row.record.info().field(column.field).type != FieldType::Money))
        return {};
    const Value &amount = isWeighted ? row.record.value(u"amount") : row.record.row[size_t(column.field)];
    if (isNull(amount))
        return {};
    const QString currency = textOf(row.record.value(u"currency"));
    if (!isWeighted)
        return Money{integerOf(amount), currency};
    const std::optional<Probability> probability = probabilityOf(row);
    if (!probability || isLost(*probability))
        return {};
    return Money{weighted(integerOf(amount), probability->percent), currency};
}

// Of a day or a time that is shown as one; else invalid.
QDate ColumnText::dayShown(const LoadedRecord &row, const Column &column) const
{
    if (column.computed == Computed::Created)
        return dayOf(row.record.createdAt, m_display.zone());
    if (column.computed == Computed::Modified)
        return dayOf(row.record.modifiedAt, m_display.zone());
    const EntityInfo &info = row.record.info();
    if (column.own && column.own->kind == CustomKind::Day)
        return Codec<QDate>::write(ownValue(*column.own, row.record.row));
    if (column.field < 0 || isStep(info.kind, column))
        return {};
    switch (info.field(column.field).type) {
    case FieldType::Day: return Codec<QDate>::write(row.record.row[size_t(column.field)]);
    case FieldType::Moment: return dayIn(info, row.record.row, column.field, m_display.zone());
    default: return {};
    }
}

QStringList ColumnText::wordings(const LoadedRecord &row, const Column &column, Instant now) const
{
    QStringList all{shown(row, column, now)};
    if (const std::optional<Money> money = moneyOf(row, column)) {
        all += m_display.moneyForms(money->minor, money->currency);
    } else if (const QDate day = dayShown(row, column); day.isValid()) {
        const auto due = dueOf(row, column, now);
        const QString mark = due ? QString(dueSymbol(*due)) + u' ' : QString();
        for (const QString &form : m_display.dayForms(day, dayOf(now, m_display.zone())))
            all += mark + form;
    }
    all.removeDuplicates();
    return all;
}

CellLook ColumnText::look(const LoadedRecord &row, const Column &column, Instant now) const
{
    using Stress = CellLook::Stress;
    const EntityInfo &info = row.record.info();
    CellLook look{.isFigure = isFigure(info.kind, column), .due = dueOf(row, column, now)};
    if (isStep(info.kind, column))
        look.due = nextStepText(row.record, m_display, now).mark;
    if (isPicture(info.kind, column))
        look.activity = Codec<ActivityKind>::write(row.record.row[size_t(column.field)]);
    const bool isField = column.field >= 0;
    if (isField && info.field(column.field).type == FieldType::Reference)
        look.dot = colourDotOf(
            {info.field(column.field).target, integerOf(row.record.row[size_t(column.field)])}, m_lookups);
    if (isClosedDeal(row) || column.computed == Computed::Weighted)
        look.stress = Stress::Quiet;
    else if (isField && info.field(column.field).name == QLatin1StringView(info.worth))
        look.stress = Stress::Strong;
    return look;
}

// Of the time of a planned activity.
std::optional<DueState> ColumnText::dueOf(const LoadedRecord &row, const Column &column, Instant now) const
{
    if (row.record.ref.kind != EntityKind::Activity || column.id != "at"_L1)
        return std::nullopt;
    const Activity activity = as<Activity>(row.record);
    return activity.state == ActivityState::Planned ? std::optional(dueMark(activity, now, m_display.zone()))
                                                    : std::nullopt;
}

QString ColumnText::shown(const LoadedRecord &row, const Column &column, Instant now) const
{
    if (const auto due = dueOf(row, column, now))
        return QString(dueSymbol(*due)) + u' ' + cell(row, column);
    return isStep(row.record.ref.kind, column) ? nextStepText(row.record, m_display, now).shown()
                                               : cell(row, column);
}

QString ColumnText::spoken(const LoadedRecord &row, const Column &column, Instant now) const
{
    if (const auto due = dueOf(row, column, now); due && *due != DueState::Later)
        return dueWord(*due) + u", "_s + cell(row, column);
    return isStep(row.record.ref.kind, column) ? nextStepText(row.record, m_display, now).spoken()
                                               : cell(row, column);
}

QString ColumnText::toolTip(const LoadedRecord &row, const Column &column, Instant now) const
{
    if (column.computed == Computed::Probability || column.computed == Computed::Weighted) {
        const std::optional<Probability> probability = probabilityOf(row);
        if (!probability)
            return {};
        const QString percent = m_display.percent(probability->percent);
        switch (probability->origin) {
        case ProbabilityOrigin::Override:
            return QCoreApplication::translate("Columns", "%1, set for this deal").arg(percent);
        case ProbabilityOrigin::Stage:
            return QCoreApplication::translate("Columns", "%1, from its stage").arg(percent);
        case ProbabilityOrigin::Closed:
            return QCoreApplication::translate("Columns", "%1, because it is closed").arg(percent);
        }
    }
    if (isPicture(row.record.ref.kind, column))
        return cell(row, column);
    if (isStep(row.record.ref.kind, column)) {
        const int at = row.record.info().indexOf(u"next_activity");
        const QString what = spoken(row, column, now);
        return isNull(row.record.row[size_t(at)])
            ? what
            : what + u'\n' + m_display.cell(row, at) + u", "_s + m_display.ago(row.record, at, now);
    }
    if (column.field >= 0 && row.record.info().field(column.field).type == FieldType::Moment) {
        const QString ago = m_display.ago(row.record, column.field, now);
        const int touched = row.record.info().indexOf(u"touched_at");
        if (column.id != "last_activity"_L1 || touched < 0 || isNull(row.record.row[size_t(touched)]))
            return ago;
        const Deal deal = as<Deal>(row.record);
        const QDate day = wholeDayTouched(deal);
        const QString work = day.isValid() ? m_display.dayAgo(day, dayOf(now, m_display.zone()))
                                           : m_display.momentAgo(lastTouched(deal), now);
        return QCoreApplication::translate("Columns", "%1\nLast worked on %2").arg(ago, work);
    }
    return {};
}

Result<> eachRow(sql::Connection &connection, EntityKind kind, const std::vector<qint64> &ids,
                 const std::vector<Column> &columns, const ColumnText &text,
                 const std::function<Result<>(const QStringList &cells)> &take)
{
    for (auto from = ids.begin(); from != ids.end();) {
        const auto to = from + std::min(std::ptrdiff_t(rowsAtOnce), ids.end() - from);
        HEADWAY_TRY(rows, store::rows(connection, kind, {from, to}));
        for (const LoadedRecord &row : rows) {
            QStringList cells;
            for (const Column &column : columns)
                cells += text.cell(row, column);
            HEADWAY_CHECK(take(cells));
        }
        from = to;
    }
    return {};
}

bool isPicture(EntityKind kind, const Column &column)
{
    return kind == EntityKind::Activity && column.id == "kind"_L1;
}

bool isFigure(EntityKind kind, const Column &column)
{
    if (column.computed != Computed::None && !column.own)
        return !isForActivitiesOnly(column.computed);
    switch (typeOfColumn(kind, column)) {
    case FieldType::Money:
    case FieldType::Integer:
    case FieldType::Percent:
    case FieldType::Duration:
    case FieldType::Day:
    case FieldType::Moment: return true;
    default: return false;
    }
}

Qt::Alignment alignmentOf(EntityKind kind, const Column &column)
{
    if (column.computed == Computed::Probability || column.computed == Computed::Weighted)
        return Qt::AlignRight | Qt::AlignVCenter;
    if (column.field >= 0 || column.own) {
        switch (typeOfColumn(kind, column)) {
        case FieldType::Money:
        case FieldType::Integer:
        case FieldType::Percent:
        case FieldType::Duration: return Qt::AlignRight | Qt::AlignVCenter;
        default: break;
        }
    }
    return Qt::AlignLeft | Qt::AlignVCenter;
}

int widthOf(EntityKind kind, const Column &column)
{
    if (isForActivitiesOnly(column.computed))
        return 26;
    if (column.own)
        return widthOf(typeOf(column.own->kind));
    if (column.computed != Computed::None)
        return column.computed == Computed::Probability ? 10 : 15;
    const FieldInfo &field = entityInfo(kind).field(column.field);
    if (field.name == "name"_L1 || field.name == "subject"_L1)
        return 34;
    return field.type == FieldType::Reference && field.target == EntityKind::Company ? 24
                                                                                     : widthOf(field.type);
}

std::vector<SortKey> standingOrder(EntityKind kind)
{
    std::vector<SortKey> order = defaultOrder(kind);
    if (kind == EntityKind::Deal)
        order.insert(order.begin(), {Subject::Closed, -1, SortOrder::Ascending});
    return order;
}

SortKey sortKeyOf(const Column &column, SortOrder order)
{
    switch (column.computed) {
    case Computed::None: break;
    case Computed::Created: return {Subject::Created, -1, order};
    case Computed::Modified: return {Subject::Modified, -1, order};
    case Computed::Probability: return {Subject::Probability, -1, order};
    case Computed::Weighted: return {Subject::Weighted, -1, order};
    case Computed::With:
    case Computed::Deal: return {Subject::Agenda, -1, order}; // several names are in no order
    case Computed::Own: return {Subject::Custom, -1, order, {column.own->name, column.own->kind}};
    }
    return {Subject::Field, column.field, order};
}

} // namespace headway::app
