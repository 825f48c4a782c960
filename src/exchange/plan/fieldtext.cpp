// SPDX-License-Identifier: GPL-3.0-or-later
#include "exchange/plan/fieldtext.h"

#include "domain/records/record.h"
#include "domain/text/choicetext.h"
#include "domain/text/quoted.h"
#include "domain/text/text.h"
#include "exchange/cells/daycell.h"
#include "exchange/cells/vocabulary.h"

#include <QRegularExpression>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace headway::exchange {

namespace {

// An amount whose record has no currency is stored in hundredths.
constexpr QLatin1StringView hundredths("EUR");

Result<qint64> readInteger(const QString &text, const CellStyle &style)
{
    bool plain = false;
    if (const qint64 number = text.toLongLong(&plain); plain)
        return number;
    HEADWAY_TRY(number, parseNumber(text, style.number));
    auto whole = toScaledInteger(number.value, 0);
    if (!whole)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is not a whole number.").arg(Quoted{text}));
    return whole;
}

Result<Value> readDay(const QString &text, const CellStyle &style)
{
    HEADWAY_TRY(cell, readDayCell(text, {style.dates, style.zone}));
    return Value(formatDay(cell.day));
}

Result<Value> readDuration(const QString &text, const CellStyle &style)
{
    static const QRegularExpression clock(u"^(\\d{1,6}):([0-5]\\d)(?::([0-5]\\d))?$"_s);
    if (const auto match = clock.match(text.trimmed()); match.hasMatch())
        return Value(match.captured(1).toLongLong() * 3600 + match.captured(2).toLongLong() * 60
                     + match.captured(3).toLongLong());
    HEADWAY_TRY(seconds, readInteger(text, style));
    return Value(seconds);
}

Result<Value> readYesNo(const QString &text)
{
    const QString word = fold(text);
    const bool isWord = word == looseKey(text); // -1 is neither
    if (const auto flag = isWord ? Vocabulary::own().code(u"flag", word) : std::nullopt)
        return Value(qint64(*flag == "yes"_L1 ? 1 : 0));
    return failure(ErrorCode::Invalid, Sentence::tr("%1 is neither yes nor no.").arg(Quoted{text}));
}

Result<Value> readChoice(const FieldInfo &field, const QString &text)
{
    if (const Choice *choice = choiceCalled(field.choices, text))
        return Value(QString::fromLatin1(choice->code));
    return failure(
        ErrorCode::Invalid,
        Sentence::tr("%1 is none of: %2.").arg(Quoted{text}, labelsOf(field.choices).join(u", "_s)));
}

Result<Value> readCurrency(const QString &text)
{
    const QString code = text.trimmed().toUpper();
    if (currencyDecimals(code))
        return Value(code);
    if (const auto named = Vocabulary::own().code(u"currency", text))
        return Value(*named); // "Pound Sterling"
    if (const QStringList named = currenciesWithSymbol(text.trimmed()); !named.isEmpty())
        return Value(named.front());
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 is not a currency: write a code such as EUR.").arg(Quoted{text}));
}

Result<Value> readRecordKind(const QString &text)
{
    if (const auto kind = kindCalled(text))
        return Value(QString(tableName(*kind)));
    return failure(ErrorCode::Invalid, noSuchKind(text));
}

Result<Value> readPercent(const QString &text, const CellStyle &style)
{
    HEADWAY_TRY(number, parseNumber(text, style.number));
    auto whole = toScaledInteger(number.value, 0);
    if (!whole)
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is not a whole percentage.").arg(Quoted{text}));
    return Value(*whole);
}

// The choice called so; else the only one that is so but for case, marks and punctuation: "A-" is not "A+".
std::optional<QString> choiceMeant(const QStringList &choices, const QString &text)
{
    const QString typed = text.trimmed();
    for (const Qt::CaseSensitivity sensitivity : {Qt::CaseSensitive, Qt::CaseInsensitive}) {
        for (const QString &choice : choices) {
            if (choice.trimmed().compare(typed, sensitivity) == 0)
                return choice.trimmed();
        }
    }
    std::optional<QString> meant;
    for (const QString &choice : choices) {
        if (!isNearMatch(choice, typed))
            continue;
        if (meant)
            return std::nullopt;
        meant = choice.trimmed();
    }
    return meant;
}

ExportCell amountCell(qint64 minor, QStringView currency)
{
    // The rows of a file are mostly in one currency, and to find its decimals takes longer than all the rest.
    thread_local std::pair<QString, std::optional<int>> last;
    if (last.first != currency || !last.second) {
        const auto decimals = currencyDecimals(currency);
        last = {currency.toString(), decimals ? std::optional(*decimals) : std::nullopt};
    }
    ExportCell cell{.kind = ExportCell::Kind::Amount, .decimals = 2, .number = minor};
    if (last.second) {
        cell.decimals = quint8(*last.second);
        cell.currency = currency;
    }
    return cell;
}

// What a whole number in a field of that type is.
ExportCell::Kind kindOfWhole(FieldType type)
{
    switch (type) {
    case FieldType::Moment: return ExportCell::Kind::Moment;
    case FieldType::YesNo: return ExportCell::Kind::YesNo;
    case FieldType::Percent: return ExportCell::Kind::Percent;
    case FieldType::Duration: return ExportCell::Kind::Duration;
    case FieldType::Reference:
    case FieldType::RecordId:
    case FieldType::Rank: return ExportCell::Kind::Id;
    default: break;
    }
    return ExportCell::Kind::Whole;
}

ExportCell textCell(QStringView text, bool isDay)
{
    return {.kind = isDay ? ExportCell::Kind::Day : ExportCell::Kind::Text, .text = text};
}

} // namespace

Result<Money> readAmount(const QString &text, const CellStyle &style)
{
    if (!style.currency.isEmpty())
        return parseMoney(text, style.number, style.currency);
    HEADWAY_TRY(money, parseMoney(text, style.number, hundredths));
    // EUR came from the text itself if it stays when another default currency is given.
    if (money.currency == hundredths && parseMoney(text, style.number, u"GBP"_s)->currency == "GBP"_L1)
        money.currency.clear();
    return std::move(money);
}

Result<Instant> readMoment(const QString &text, const CellStyle &style)
{
    HEADWAY_TRY(cell, readMomentCell(text, {style.dates, style.zone}));
    return cell.at;
}

Result<Value> readCell(const FieldInfo &field, const QString &text, const CellStyle &style)
{
    switch (field.type) {
    case FieldType::Integer:
    case FieldType::Reference:
    case FieldType::RecordId:
    case FieldType::Rank: {
        HEADWAY_TRY(number, readInteger(text, style));
        return Value(number);
    }
    case FieldType::Money: {
        HEADWAY_TRY(money, readAmount(text, style));
        if (money.currency != style.currency)
            return failure(ErrorCode::Invalid,
                           Sentence::tr("%1 is not in %2.").arg(Quoted{text}, style.currency));
        return Value(money.minor);
    }
    case FieldType::Currency: return readCurrency(text);
    case FieldType::Percent: return readPercent(text, style);
    case FieldType::Day: return readDay(text, style);
    case FieldType::Moment: {
        HEADWAY_TRY(at, readMoment(text, style));
        return Codec<Instant>::read(at);
    }
    case FieldType::Duration: return readDuration(text, style);
    case FieldType::YesNo: return readYesNo(text);
    case FieldType::Choice: return readChoice(field, text);
    case FieldType::RecordKind: return readRecordKind(text);
    case FieldType::Text:
    case FieldType::LongText:
    case FieldType::Email:
    case FieldType::Phone:
    case FieldType::Url:
    case FieldType::Json: break;
    }
    return Value(text);
}

ExportCell exportCell(const FieldInfo &field, const Value &value, QStringView currency)
{
    if (isNull(value))
        return {};
    if (field.type == FieldType::Money)
        return amountCell(integerOf(value), currency);
    if (const auto *number = std::get_if<qint64>(&value))
        return {.kind = kindOfWhole(field.type), .number = *number};
    if (const auto *real = std::get_if<double>(&value))
        return {.kind = ExportCell::Kind::Real, .real = *real};
    return textCell(std::get<QString>(value), field.type == FieldType::Day);
}

QString writeCell(const FieldInfo &field, const Value &value, const QString &currency)
{
    return machineText(exportCell(field, value, currency));
}

Result<QJsonValue> readCustom(const CustomField &field, const QString &text, const CellStyle &style)
{
    switch (field.kind) {
    case CustomKind::Number: {
        const auto number = parseNumber(text, style.number);
        if (number && number->value.scale == 0)
            return QJsonValue(number->value.mantissa);
        bool isReal = false;
        const double real = (number ? formatDecimal(number->value) : text).toDouble(&isReal);
        if (!isReal)
            return failure(ErrorCode::Invalid, Sentence::tr("%1 is not a number.").arg(Quoted{text}));
        return QJsonValue(real);
    }
    case CustomKind::Money: {
        HEADWAY_TRY(money, readAmount(text, style));
        return QJsonValue(money.minor);
    }
    case CustomKind::Day: {
        HEADWAY_TRY(day, readDay(text, style));
        return QJsonValue(textOf(day));
    }
    case CustomKind::YesNo: {
        HEADWAY_TRY(yes, readYesNo(text));
        return QJsonValue(integerOf(yes) != 0);
    }
    case CustomKind::Choice: {
        const QStringList choices = field.choices.split(u'\n', Qt::SkipEmptyParts);
        if (const auto choice = choiceMeant(choices, text))
            return QJsonValue(*choice);
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is none of: %2.").arg(Quoted{text}, choices.join(u", "_s)));
    }
    case CustomKind::Text:
    case CustomKind::LongText: break;
    }
    return QJsonValue(text);
}

ExportCell exportCustom(const CustomField &field, const QJsonValue &value, QStringView currency,
                        QString &kept)
{
    if (value.isBool())
        return {.kind = ExportCell::Kind::YesNo, .number = value.toBool()};
    if (!value.isDouble()) {
        kept = value.toString();
        return textCell(kept, field.kind == CustomKind::Day);
    }
    const qint64 whole = value.toInteger();
    if (double(whole) != value.toDouble())
        return {.kind = ExportCell::Kind::Real, .real = value.toDouble()};
    return field.kind == CustomKind::Money ? amountCell(whole, currency)
                                           : ExportCell{.kind = ExportCell::Kind::Whole, .number = whole};
}

QString writeCustom(const CustomField &field, const QJsonValue &value, const QString &currency)
{
    QString kept;
    return machineText(exportCustom(field, value, currency, kept));
}

} // namespace headway::exchange
