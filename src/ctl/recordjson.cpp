// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/recordjson.h"

#include "ctl/kinds.h"
#include "domain/fields/valuejson.h"
#include "domain/records/record.h"
#include "domain/records/wholeday.h"
#include "domain/text/datetext.h"
#include "domain/text/moneytext.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

QJsonValue cellJson(const LoadedRecord &row, int index)
{
    const FieldInfo &field = row.record.info().field(index);
    const Value &value = row.record.row[size_t(index)];
    if (field.type == FieldType::Reference && !isNull(value))
        return QJsonObject{{u"id"_s, integerOf(value)}, {u"name"_s, row.titleOf(index)}};
    return valueJson(row.record, index);
}

QString amountText(qint64 minor, const QString &currency)
{
    return formatMinor(minor, currency).value_or(QString::number(minor));
}

} // namespace

QString currencyOf(const Record &record)
{
    const int field = record.info().indexOf(u"currency");
    return field < 0 ? QString() : textOf(record.row[size_t(field)]);
}

QJsonValue instantJson(Instant at)
{
    return at ? QJsonValue(formatInstant(at.ms)) : QJsonValue::Null;
}

QJsonValue valueJson(const Record &record, int index)
{
    const FieldInfo &field = record.info().field(index);
    const Value &value = record.row[size_t(index)];
    if (isNull(value))
        return QJsonValue::Null;
    if (const QDate day = wholeDayIn(record.info(), record.row, index); day.isValid())
        return formatDay(day);
    switch (field.type) {
    case FieldType::Money: return amountText(integerOf(value), currencyOf(record));
    case FieldType::Moment: return instantJson({integerOf(value)});
    case FieldType::YesNo: return integerOf(value) != 0;
    case FieldType::Json: return QJsonDocument::fromJson(textOf(value).toUtf8()).object();
    default: return toJson(value);
    }
}

QJsonObject refJson(EntityRef ref)
{
    return {{u"kind"_s, wordOf(ref.kind)}, {u"id"_s, ref.id}};
}

QJsonObject recordJson(const LoadedRecord &row)
{
    const Record &record = row.record;
    QJsonObject object = refJson(record.ref);
    object.insert(u"version"_s, record.version);
    object.insert(u"created"_s, instantJson(record.createdAt));
    object.insert(u"modified"_s, instantJson(record.modifiedAt));
    QJsonObject fields;
    for (int i = 0; i < int(record.row.size()); ++i) {
        const FieldInfo &field = record.info().field(i);
        if (!field.has(Trait::Internal) || field.type == FieldType::Json)
            fields.insert(wordOf(field), cellJson(row, i));
    }
    object.insert(u"fields"_s, fields);
    return object;
}

QJsonArray sumsJson(const std::vector<MoneySum> &sums)
{
    QJsonArray array;
    for (const MoneySum &sum : sums)
        array += QJsonObject{{u"currency"_s, sum.currency},
                             {u"amount"_s, amountText(sum.minor, sum.currency)},
                             {u"weighted"_s, amountText(sum.weighted, sum.currency)}};
    return array;
}

QJsonObject stepJson(const Operation &operation, const app::Display &display)
{
    return {{u"id"_s, operation.id},
            {u"at"_s, instantJson(operation.at)},
            {u"user"_s, operation.actor ? QJsonValue(operation.actor.value) : QJsonValue::Null},
            {u"label"_s, display.words(operation.label)},
            {u"origin"_s, textOf(Codec<Origin>::read(operation.origin))},
            {u"reverts"_s, operation.reverts ? QJsonValue(operation.reverts) : QJsonValue::Null},
            {u"reverted_by"_s, operation.revertedBy ? QJsonValue(operation.revertedBy) : QJsonValue::Null},
            {u"changes"_s, operation.changeCount}};
}

QJsonArray sentencesJson(const std::vector<Sentence> &sentences, const app::Display &display)
{
    QJsonArray array;
    for (const Sentence &sentence : sentences)
        array += display.words(sentence);
    return array;
}

} // namespace headway::ctl
