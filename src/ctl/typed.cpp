// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/typed.h"

#include "ctl/kinds.h"
#include "domain/changes/customvalues.h"
#include "domain/query/filterdays.h"
#include "domain/query/filternames.h"
#include "domain/query/filtersubjects.h"
#include "domain/query/readablefilter.h"
#include "domain/records/record.h"
#include "domain/rules/views.h"
#include "domain/text/datetext.h"
#include "domain/text/nearest.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/plan/fieldtext.h"
#include "store/reading/lookups.h"
#include "store/reading/nearnames.h"
#include "store/rows/records.h"

#include <QDateTime>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

// The own field that a word names, by its key or what people call it; null: there is none.
const CustomField *ownNamed(EntityKind kind, const QString &word, const std::vector<CustomField> &fields)
{
    const auto subject = conditionOn(kind, word, fields);
    return subject ? customFieldOf(kind, *subject, fields) : nullptr;
}

constexpr NumberStyle typedNumbers{u'.', u','}; // as in filters

Result<Value> typedValue(Session &session, const FieldInfo &field, const QString &text,
                         const QString &currency)
{
    if (field.type == FieldType::Reference) {
        HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
        HEADWAY_TRY(ref, recordNamed(*book, field.target, text.section(wordOf(field.target) + u':', -1)));
        return Value(ref.id);
    }
    if (field.has(Trait::Birthday)) {
        HEADWAY_TRY(calendar, session.calendar());
        HEADWAY_TRY(day, parseTypedBirthday(text, calendar));
        return Value(formatDay(day));
    }
    if (field.type == FieldType::Day) {
        HEADWAY_TRY(day, typedDay(session, field, text));
        return Value(formatDay(day));
    }
    if (field.type == FieldType::Moment) {
        HEADWAY_TRY(when, typedWhen(session, text));
        return Value(when.at.ms);
    }
    if (field.type == FieldType::Duration) {
        HEADWAY_TRY(seconds, typedDuration(text));
        return Value(seconds);
    }
    return exchange::readCell(field, text,
                              {.number = typedNumbers, .currency = currency, .zone = session.zone()});
}

// An amount may include its currency: "12500 USD".
Result<> readMoney(const EntityInfo &info, int field, const QString &text, const QString &currency,
                   std::vector<FieldValue> &into)
{
    HEADWAY_TRY(money, exchange::readAmount(text, {.number = typedNumbers, .currency = currency}));
    into.push_back({field, money.minor});
    const int currencyField = info.indexOf(u"currency");
    if (currencyField >= 0 && !money.currency.isEmpty() && money.currency != currency)
        into.push_back({currencyField, money.currency});
    return {};
}

// The currency set by the words themselves, which applies to the amounts among them.
QString currencyAmong(const QStringList &words, const QString &otherwise)
{
    for (const QString &word : words) {
        if (word.startsWith("currency="_L1))
            return word.section(u'=', 1).toUpper();
    }
    return otherwise;
}

Result<SavedView> viewNamed(Session &session, const Lookups &lookups, EntityKind kind, const QString &name)
{
    HEADWAY_TRY(viewer, session.viewer());
    QStringList names;
    std::optional<SavedView> other;
    for (const SavedView &view : viewsFor(lookups.views, viewer.user)) {
        names += view.name;
        if (view.nameKey != fold(name))
            continue;
        if (view.recordKind == kind)
            return view;
        other = view;
    }
    if (other)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("The view %1 shows %2.")
                           .arg(Quoted{other->name}, KindName{other->recordKind, Number::Many}));
    return failure(ErrorCode::NotFound,
                   Sentence::tr("There is no view %1.%2").arg(Quoted{name}, didYouMean(name, names)));
}

Result<TypedQuery> viewQuery(Session &session, EntityKind kind, const QString &name)
{
    TypedQuery typed{.query = {.kind = kind}};
    if (name.isEmpty())
        return typed;
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(lookups, store::loadLookups(*book));
    HEADWAY_TRY(calendar, session.calendar());
    HEADWAY_TRY(view, viewNamed(session, lookups, kind, name));
    const ReadableFilter readable = readableFilter(kind, view.filter, calendar, lookups);
    for (const Sentence &gone : readable.gone)
        session.output().remark(gone);
    typed.query.filter = readable.filter;
    const Pipeline *pipeline = lookups.pipeline(view.pipeline);
    if (!pipeline && !lookups.pipelines.empty())
        pipeline = &lookups.pipelines.front(); // its own is gone: as the board does
    if (view.place == ViewPlace::Board && kind == EntityKind::Deal && pipeline)
        typed.query.filter.conditions.push_back(
            {.field = entityInfo(kind).indexOf(u"pipeline_id"), .values = {pipeline->name}});
    if (const auto order = parseOrder(kind, view.sort, lookups.customFields))
        typed.query.order = *order;
    else
        session.output().remark(order.error().text);
    for (const QString &column : view.columns.split(u' ', Qt::SkipEmptyParts)) {
        const QString id = column.section(u':', 0, 0);
        if (const int field = entityInfo(kind).indexOf(id); field >= 0)
            typed.columns.push_back({field});
        else if (const CustomField *own = ownNamed(kind, id, lookups.customFields))
            typed.columns.push_back({-1, *own});
    }
    return typed;
}

} // namespace

Result<Filter> typedFilter(Session &session, EntityKind kind, const QString &text)
{
    HEADWAY_TRY(calendar, session.calendar());
    if (text.isEmpty())
        return Filter();
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(custom, store::loadAll<CustomField>(*book));
    auto filter = parseFilter(kind, text, calendar, custom);
    if (!filter) {
        const FilterError &error = filter.error();
        const QString part = text.mid(error.position, error.length);
        return failure(ErrorCode::Invalid,
                       Sentence::tr("In the filter, at %1: %2").arg(Quoted{part}, error.text));
    }
    HEADWAY_TRY(unknown, store::unknownName(*book, typedNames(kind, text, custom)));
    if (unknown)
        return failure(ErrorCode::NotFound,
                       Sentence::tr("In the filter, at %1: %2")
                           .arg(Quoted{text.mid(unknown->position, unknown->length)}, unknown->text));
    return *std::move(filter);
}

namespace {

Result<std::vector<SortKey>> typedOrder(Session &session, EntityKind kind, const QString &text)
{
    if (text.isEmpty())
        return std::vector<SortKey>();
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(custom, store::loadAll<CustomField>(*book));
    return parseOrder(kind, text, custom);
}

} // namespace

Result<TypedQuery> typedQuery(Session &session, EntityKind kind, const Arguments &arguments)
{
    HEADWAY_TRY(typed, viewQuery(session, kind, arguments.value(u"--view"_s)));
    HEADWAY_TRY(filter, typedFilter(session, kind, arguments.value(u"--filter"_s)));
    HEADWAY_TRY(order, typedOrder(session, kind, arguments.value(u"--sort"_s)));
    append(typed.query.filter, std::move(filter));
    if (!order.empty())
        typed.query.order = order;
    return std::move(typed);
}

Result<std::vector<TypedColumn>> typedColumns(Session &session, EntityKind kind, const QStringList &words)
{
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(custom, store::loadAll<CustomField>(*book));
    std::vector<TypedColumn> columns;
    for (const QString &word : words) {
        const Result<int> field = fieldNamed(kind, word);
        if (field)
            columns.push_back({*field});
        else if (const CustomField *own = ownNamed(kind, word, custom))
            columns.push_back({-1, *own});
        else
            return failure(field.error());
    }
    return columns;
}

Result<QDate> typedDay(Session &session, const FieldInfo &field, const QString &text)
{
    HEADWAY_TRY(calendar, session.calendar());
    return field.has(Trait::Past) ? parseTypedPastDate(text, calendar) : parseTypedDate(text, calendar);
}

Result<TypedMoment> typedWhen(Session &session, const QString &text)
{
    HEADWAY_TRY(calendar, session.calendar());
    return parseTypedMoment(text, session.now(), session.zone(), calendar);
}

Result<qint64> typedDuration(const QString &text)
{
    static const QRegularExpression pattern(
        u"^(?:(\\d{1,4})|(\\d{1,4}) ?m(?:in)?|(\\d{1,3})(?: ?h ?|:)(?:(\\d{1,2})(?: ?m(?:in)?)?)?)$"_s);
    const QRegularExpressionMatch match = pattern.match(text.trimmed());
    if (!match.hasMatch())
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 is not a duration: write 25 (minutes), 1h30 or 1:30.").arg(Quoted{text}));
    const qint64 minutes = match.captured(1).toLongLong() + match.captured(2).toLongLong()
        + match.captured(3).toLongLong() * 60 + match.captured(4).toLongLong();
    return minutes * 60;
}

namespace {

// Own fields of the book, as they are typed: "seats=25". Their values are in one field of the record, as JSON.
class OwnTyped
{
public:
    OwnTyped(EntityKind kind, const Row &present, std::vector<CustomField> fields)
        : m_kind(kind), m_cell(entityInfo(kind).indexOf(u"custom")), m_fields(std::move(fields)),
          m_json(m_cell < 0 ? QString() : textOf(present[size_t(m_cell)]))
    {
    }

    // Null: there is none of that name or label.
    const CustomField *find(const QString &name) const { return ownNamed(m_kind, name, m_fields); }
    Result<> set(const CustomField &field, const QString &text, const QString &currency)
    {
        m_isSet = true;
        if (text.isEmpty()) {
            m_json = withCustomValue(m_json, field, Value());
            return {};
        }
        HEADWAY_TRY(value, exchange::readCustom(field, text, {.number = typedNumbers, .currency = currency}));
        const QJsonObject alone{{field.name, value}};
        const QString json = QString::fromUtf8(QJsonDocument(alone).toJson(QJsonDocument::Compact));
        m_json = withCustomValue(m_json, field, customValue(json, field));
        return {};
    }
    void addTo(std::vector<FieldValue> &fields) const
    {
        if (m_isSet)
            fields.push_back({m_cell, m_json});
    }

private:
    EntityKind m_kind;
    int m_cell;
    std::vector<CustomField> m_fields;
    QString m_json;
    bool m_isSet = false;
};

Result<OwnTyped> ownTyped(Session &session, EntityKind kind, const Row &present)
{
    HEADWAY_TRY(book, session.book(sql::Access::ReadWrite));
    HEADWAY_TRY(custom, store::loadAll<CustomField>(*book));
    return OwnTyped(kind, present, std::move(custom));
}

} // namespace

Result<std::vector<FieldValue>> typedFields(Session &session, const Row &present, EntityKind kind,
                                            const QStringList &words, const QString &currency)
{
    const EntityInfo &info = entityInfo(kind);
    const QString amounts = currencyAmong(words, currency);
    HEADWAY_TRY(own, ownTyped(session, kind, present));
    std::vector<FieldValue> fields;
    for (const QString &word : words) {
        const qsizetype sign = word.indexOf(u'=');
        if (sign <= 0)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 sets nothing: write field=value.").arg(Quoted{word}));
        const QString name = word.left(sign);
        const QString text = word.mid(sign + 1).trimmed();
        const Result<int> index = fieldNamed(kind, name);
        if (const CustomField *custom = index ? nullptr : own.find(name)) {
            HEADWAY_CHECK(own.set(*custom, text, amounts));
            continue;
        }
        if (!index)
            return failure(index.error());
        const FieldInfo &field = info.field(*index);
        if (text.isEmpty()) {
            fields.push_back({*index, info.defaults[size_t(*index)]});
        } else if (field.type == FieldType::Money) {
            HEADWAY_CHECK(readMoney(info, *index, text, amounts, fields));
        } else {
            HEADWAY_TRY(value, typedValue(session, field, text, amounts));
            fields.push_back({*index, value});
        }
    }
    own.addTo(fields);
    return fields;
}

Result<> keepFilter(Session &session, const Row &view, std::vector<FieldValue> &fields)
{
    const EntityInfo &info = entityInfo(EntityKind::SavedView);
    const auto filter = std::find_if(fields.begin(), fields.end(), [&info](const FieldValue &value) {
        return value.field == info.indexOf(u"filter");
    });
    const auto kind = entityKindNamed(textOf(view[size_t(info.indexOf(u"record_kind"))]));
    if (filter == fields.end() || !kind)
        return {};
    const QString text = textOf(filter->value);
    HEADWAY_CHECK(typedFilter(session, *kind, text));
    HEADWAY_TRY(calendar, session.calendar());
    HEADWAY_TRY(book, session.book(sql::Access::Read));
    HEADWAY_TRY(custom, store::loadAll<CustomField>(*book));
    filter->value = withIsoDays(*kind, text, calendar, custom);
    return {};
}

} // namespace headway::ctl
