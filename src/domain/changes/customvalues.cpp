// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/changes/customvalues.h"

#include "domain/changes/validate.h"
#include "domain/fields/valuejson.h"
#include "domain/text/nearest.h"
#include "domain/text/quoted.h"

#include <QDate>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

QJsonObject objectOf(const QString &json)
{
    return QJsonDocument::fromJson(json.toUtf8()).object();
}

QString textOf(const QJsonObject &object)
{
    if (object.isEmpty())
        return u""_s;
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

QJsonValue toJson(const CustomField &field, const Value &value)
{
    return field.kind == CustomKind::YesNo ? QJsonValue(integerOf(value) != 0) : headway::toJson(value);
}

} // namespace

Value customValue(const QString &json, const CustomField &field)
{
    const QJsonValue value = objectOf(json).value(field.name);
    switch (field.kind) {
    case CustomKind::YesNo: return value.isBool() ? Value(qint64(value.toBool() ? 1 : 0)) : Value();
    case CustomKind::Number:
    case CustomKind::Money: return value.isDouble() ? fromJson(value) : Value();
    default: return value.isString() ? Value(value.toString()) : Value();
    }
}

bool holdsCustom(const QString &json, const CustomField &field)
{
    return objectOf(json).contains(field.name);
}

QString withCustomValue(const QString &json, const CustomField &field, const Value &value)
{
    QJsonObject object = objectOf(json);
    const bool isEmptyText = std::holds_alternative<QString>(value) && headway::textOf(value).isEmpty();
    if (isNull(value) || isEmptyText)
        object.remove(field.name);
    else
        object.insert(field.name, toJson(field, value));
    return textOf(object);
}

QStringList customTexts(const QString &json)
{
    QStringList texts;
    if (json.isEmpty())
        return texts;
    for (const auto &value : objectOf(json)) {
        const QString text = value.toString();
        const bool isDay = text.size() == 10 && QDate::fromString(text, Qt::ISODate).isValid();
        if (!text.isEmpty() && !isDay)
            texts += text;
    }
    return texts;
}

QStringList customDifference(const QString &before, const QString &after)
{
    const QJsonObject was = objectOf(before);
    const QJsonObject is = objectOf(after);
    QStringList names;
    for (const QString &name : was.keys() + is.keys()) {
        if (was.value(name) != is.value(name) && !names.contains(name))
            names += name;
    }
    return names;
}

QString filledCustom(const QString &present, const QString &more)
{
    QJsonObject filled = objectOf(present);
    const QJsonObject others = objectOf(more);
    for (auto other = others.begin(); other != others.end(); ++other) {
        if (!filled.contains(other.key()))
            filled.insert(other.key(), other.value());
    }
    return textOf(filled);
}

Result<QString> mergedCustom(const QString &present, const QString &before, const QString &after)
{
    const QJsonObject was = objectOf(before);
    const QJsonObject wanted = objectOf(after);
    QJsonObject merged = objectOf(present);
    for (const QString &name : customDifference(before, after)) {
        const QJsonValue now = merged.value(name);
        if (now != was.value(name) && now != wanted.value(name))
            return failure(ErrorCode::Conflict, Sentence::tr("It was changed in the meantime."));
        if (wanted.contains(name))
            merged.insert(name, wanted.value(name));
        else
            merged.remove(name);
    }
    return textOf(merged);
}

Result<> checkCustom(const CustomField &field, const Value &value)
{
    const QString text = headway::textOf(value);
    const bool isEmpty =
        isNull(value) || (std::holds_alternative<QString>(value) && text.trimmed().isEmpty());
    if (isEmpty)
        return field.required
            ? Result<>(failure(ErrorCode::Invalid, Sentence::tr("%1 is missing.").arg(field.label)))
            : Result<>();
    if (const QStringList choices = customChoices(field);
        field.kind == CustomKind::Choice && !choices.contains(text))
        return failure(
            ErrorCode::Invalid,
            Sentence::tr("%1 cannot be %2.%3").arg(field.label, Quoted{text}, oneOfThese(text, choices)));
    if (field.kind == CustomKind::Day && !QDate::fromString(text, Qt::ISODate).isValid())
        return failure(ErrorCode::Invalid, Sentence::tr("%1: %2 is no day.").arg(field.label, Quoted{text}));
    if (text.contains(QChar(u'\0'))) // escaped in the JSON: no check of the record sees it
        return failure(ErrorCode::Invalid, Sentence::tr("%1 contains a NUL character.").arg(field.label));
    if (!text.isValidUtf16())
        return failure(ErrorCode::Invalid, Sentence::tr("%1 contains half a character.").arg(field.label));
    const int longest = field.kind == CustomKind::LongText ? longestText : longestLine;
    if (text.size() > longest)
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is %2 characters long; at most %3 fit.")
                           .arg(field.label)
                           .arg(text.size())
                           .arg(longest));
    if (field.kind == CustomKind::Money
        && (integerOf(value) > largestAmount || integerOf(value) < -largestAmount))
        return failure(ErrorCode::Invalid, Sentence::tr("%1 is too large.").arg(field.label));
    return {};
}

} // namespace headway
