// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/input/inputtext.h"

#include "domain/changes/validate.h"
#include "domain/records/contact.h"
#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/rules/childrecords.h"
#include "domain/rules/deals.h"
#include "domain/rules/picklists.h"
#include "domain/text/addresstext.h"
#include "domain/text/moneytext.h"
#include "exchange/plan/fieldtext.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

Result<qint64> readInteger(const QString &text, const InputRules &rules)
{
    HEADWAY_TRY(number, parseNumber(text, numberStyle(rules.display.locale())));
    return toScaledInteger(number.value, 0);
}

int currencyField(EntityKind kind)
{
    return entityInfo(kind).indexOf(u"currency");
}

Result<std::vector<FieldValue>> readMoney(EntityKind kind, const Row &row, int field, const QString &text,
                                          const InputRules &rules)
{
    const QString usual = currencyOf(kind, row, rules);
    HEADWAY_TRY(money, parseMoney(text, numberStyle(rules.display.locale()), usual));
    std::vector<FieldValue> values{{field, money.minor}};
    const int currency = currencyField(kind);
    if (currency >= 0 && textOf(row[size_t(currency)]) != money.currency)
        values.push_back({currency, money.currency});
    return values;
}

// The meaning of a contact point's value depends on another field, its type.
FieldType meaningOf(EntityKind kind, const Row &row, int field)
{
    const EntityInfo &info = entityInfo(kind);
    if (kind != EntityKind::ContactPoint || info.field(field).name != "value"_L1)
        return info.field(field).type;
    return typeOf(Codec<ContactPointType>::write(row[size_t(info.indexOf(u"reach_by"))]));
}

Result<Value> readAddress(FieldType type, const QString &text)
{
    if (const Sentence problem = addressProblem(type, text); !problem.isEmpty())
        return failure(ErrorCode::Invalid, problem);
    return Value(text.trimmed());
}

// "eur", "€", "Pound Sterling", as in imports.
Result<Value> readCurrency(const QString &text)
{
    FieldInfo currency;
    currency.type = FieldType::Currency;
    return exchange::readCell(currency, text, {});
}

QString dayPattern(std::optional<DateOrder> order)
{
    switch (order.value_or(DateOrder::YearMonthDay)) {
    case DateOrder::DayMonthYear: return u"d.M.yyyy"_s;
    case DateOrder::MonthDayYear: return u"M/d/yyyy"_s;
    case DateOrder::YearMonthDay: break;
    }
    return u"yyyy-MM-dd"_s;
}

// Of a birthday whose year nobody knows; as parseTypedBirthday() reads it.
QString yearlessPattern(std::optional<DateOrder> order)
{
    switch (order.value_or(DateOrder::YearMonthDay)) {
    case DateOrder::DayMonthYear: return u"d.M."_s;
    case DateOrder::MonthDayYear: return u"M/d"_s;
    case DateOrder::YearMonthDay: break;
    }
    return u"--MM-dd"_s;
}

} // namespace

NumberStyle numberStyle(const QLocale &locale)
{
    const QString point = locale.decimalPoint();
    const QString group = locale.groupSeparator();
    const bool isPlain = group.size() == 1 && group != u"\u00a0" && group != u"\u202f" && group != point;
    return {point.isEmpty() ? QChar(u'.') : point.front(), isPlain ? group.front() : QChar()};
}

QString currencyOf(EntityKind kind, const Row &row, const InputRules &rules)
{
    const int field = currencyField(kind);
    const QString own = field < 0 ? QString() : textOf(row[size_t(field)]);
    return own.isEmpty() ? rules.currency : own;
}

QString moneyInputText(qint64 minor, const QString &currency, const InputRules &rules)
{
    const int decimals = currencyDecimals(currency).value_or(2);
    qint64 factor = 1;
    for (int i = 0; i < decimals; ++i)
        factor *= 10;
    QString text = rules.display.locale().toString(minor / factor);
    if (minor / factor == 0 && minor < 0)
        text.prepend(u'-');
    if (minor % factor != 0)
        text += rules.display.locale().decimalPoint()
            + QString::number(std::abs(minor % factor)).rightJustified(decimals, u'0');
    return currency == rules.currency ? text : QString(text + u' ' + currency);
}

QDate InputRules::today() const
{
    return dayOf(now(), display.zone());
}

void writeDaysAsSet(const Settings &settings, Display &display)
{
    switch (settings.value(setting::dateOrder)) {
    case DateOrderSetting::DayMonthYear: return display.writeDays(DateOrder::DayMonthYear);
    case DateOrderSetting::MonthDayYear: return display.writeDays(DateOrder::MonthDayYear);
    case DateOrderSetting::YearMonthDay: return display.writeDays(DateOrder::YearMonthDay);
    case DateOrderSetting::System: return display.writeDays(std::nullopt);
    }
}

Result<TypedMoment> readMoment(const QString &text, const InputRules &rules)
{
    const QString typed = text.trimmed();
    if (!typed.isEmpty() && typed == QCoreApplication::translate("Entry", "now"))
        return TypedMoment{rules.now(), false};
    return parseTypedMoment(typed, rules.now(), rules.display.zone(), rules.days());
}

Result<qint64> readDuration(const QString &text, const InputRules &rules)
{
    static const QRegularExpression clock(uR"(^(\d{1,3}):(\d{2})$)"_s);
    static const QRegularExpression words(
        uR"(^(?:([\d.,]+)\s*(?:h|hr|hrs|hours?))?\s*(?:(\d+)\s*(?:m|min|mins|minutes?)?)?$)"_s,
        QRegularExpression::CaseInsensitiveOption);
    const QString typed = text.trimmed();
    if (const auto match = clock.match(typed); match.hasMatch() && match.captured(2).toInt() < 60)
        return match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60;
    const auto match = words.match(typed);
    if (!match.hasMatch() || typed.isEmpty())
        return failure(ErrorCode::Invalid, Sentence::tr("A duration looks like 20, 1:30 or 1 h 15 min."));
    qint64 seconds = match.captured(2).toLongLong() * 60;
    if (!match.captured(1).isEmpty()) {
        HEADWAY_TRY(hours, parseNumber(match.captured(1), numberStyle(rules.display.locale())));
        HEADWAY_TRY(hundredths, toScaledInteger(hours.value, 2));
        seconds += hundredths * 36;
    }
    return seconds;
}

Result<Value> readValue(FieldType meaning, const QString &text, const InputRules &rules)
{
    switch (meaning) {
    case FieldType::Integer:
    case FieldType::Percent: {
        HEADWAY_TRY(number, readInteger(text, rules));
        return Value(number);
    }
    case FieldType::Day: {
        HEADWAY_TRY(day, parseTypedDate(text, rules.calendar()));
        return Codec<QDate>::read(day);
    }
    case FieldType::Moment: {
        HEADWAY_TRY(moment, readMoment(text, rules));
        return Value(moment.at.ms);
    }
    case FieldType::Duration: {
        HEADWAY_TRY(seconds, readDuration(text, rules));
        return Value(seconds);
    }
    case FieldType::Currency: return readCurrency(text);
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url: return readAddress(meaning, text);
    default: return Value(text);
    }
}

Result<std::vector<FieldValue>> readInput(EntityKind kind, const Row &row, int field, const QString &text,
                                          const InputRules &rules)
{
    const FieldType meaning = meaningOf(kind, row, field);
    const bool isText = std::holds_alternative<QString>(entityInfo(kind).defaults[size_t(field)]);
    if (text.trimmed().isEmpty())
        return std::vector<FieldValue>{{field, isText ? Value(u""_s) : Value()}};
    if (meaning == FieldType::Money)
        return readMoney(kind, row, field, text, rules);
    if (entityInfo(kind).field(field).has(Trait::Birthday)) {
        HEADWAY_TRY(day, parseTypedBirthday(text, rules.calendar()));
        return std::vector<FieldValue>{{field, Codec<QDate>::read(day)}};
    }
    if (meaning == FieldType::Day && entityInfo(kind).field(field).has(Trait::Past)) {
        HEADWAY_TRY(day, parseTypedPastDate(text, rules.calendar()));
        return std::vector<FieldValue>{{field, Codec<QDate>::read(day)}};
    }
    HEADWAY_TRY(value, readValue(meaning, text, rules));
    return std::vector<FieldValue>{{field, value}};
}

QString valueInputText(FieldType meaning, const Value &value, const InputRules &rules)
{
    if (isNull(value))
        return {};
    switch (meaning) {
    case FieldType::Day: return Codec<QDate>::write(value).toString(dayPattern(rules.order));
    case FieldType::Moment: {
        const QDateTime wall = QDateTime::fromMSecsSinceEpoch(integerOf(value), rules.display.zone());
        return wall.date().toString(dayPattern(rules.order)) + wall.time().toString(u" H:mm"_s);
    }
    case FieldType::Duration: return QString::number(integerOf(value) / 60);
    case FieldType::Integer:
    case FieldType::Percent: return QString::number(integerOf(value));
    default: return textOf(value);
    }
}

QString inputText(EntityKind kind, const Row &row, int field, const InputRules &rules)
{
    const Value &value = row[size_t(field)];
    const FieldType meaning = entityInfo(kind).field(field).type;
    if (const QDate day = wholeDayIn(entityInfo(kind), row, field); day.isValid())
        return valueInputText(FieldType::Day, Codec<QDate>::read(day), rules);
    if (meaning == FieldType::Money && !isNull(value))
        return moneyInputText(integerOf(value), currencyOf(kind, row, rules), rules);
    const QDate day = meaning == FieldType::Day ? Codec<QDate>::write(value) : QDate();
    if (day.year() == unknownYear && entityInfo(kind).field(field).has(Trait::Birthday))
        return day.toString(yearlessPattern(rules.order));
    return valueInputText(meaning, value, rules);
}

QString understoodValue(FieldType meaning, const Value &value, const QString &currency,
                        const InputRules &rules)
{
    const Display &display = rules.display;
    if (isNull(value))
        return {};
    switch (meaning) {
    case FieldType::Day: {
        const QDate day = Codec<QDate>::write(value);
        if (day.year() == unknownYear)
            return display.day(day); // on which weekday, nobody knows
        return display.locale().dayName(day.dayOfWeek()) + u", "_s + display.day(day);
    }
    case FieldType::Moment: {
        // A day that is typed alone is that day, at no particular time: see setTo() in domain/rules/today.h.
        const QDateTime wall = QDateTime::fromMSecsSinceEpoch(integerOf(value), display.zone());
        if (wall == wall.date().startOfDay(display.zone()))
            return understoodValue(FieldType::Day, Codec<QDate>::read(wall.date()), currency, rules);
        return display.moment({integerOf(value)});
    }
    case FieldType::Duration: return display.duration(integerOf(value));
    case FieldType::Money: return display.money(integerOf(value), currency, Display::Decimals::WhenNeeded);
    default: return {};
    }
}

QString understoodAs(EntityKind kind, const Row &row, const std::vector<FieldValue> &values,
                     const InputRules &rules)
{
    const QString currency = values.size() > 1 ? textOf(values.back().value) : currencyOf(kind, row, rules);
    const FieldValue &typed = values.front();
    return understoodValue(entityInfo(kind).field(typed.field).type, typed.value, currency, rules);
}

Result<> checkInput(EntityKind kind, const Row &row, const std::vector<FieldValue> &values, QDate today)
{
    for (const FieldValue &typed : values) {
        const Sentence ahead = problemAhead(kind, typed.field, typed.value, today);
        if (!ahead.isEmpty() && row[size_t(typed.field)] != typed.value)
            return failure(ErrorCode::Invalid, ahead);
    }
    const Row after = rowWith(row, values);
    const auto isOurs = [&values](int field) {
        return std::any_of(values.begin(), values.end(),
                           [field](const FieldValue &value) { return value.field == field; });
    };
    const auto wasThere = [&](const Problem &problem) {
        const std::vector<Problem> before = problemsOf(kind, row);
        return std::find(before.begin(), before.end(), problem) != before.end();
    };
    for (const Problem &problem : problemsOf(kind, after)) {
        if (isOurs(problem.field) || (problem.field < 0 && !wasThere(problem)))
            return failure(ErrorCode::Invalid, problem.text);
    }
    return checkPicklistValues(kind, row, after);
}

} // namespace headway::app
