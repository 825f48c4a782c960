// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/commit/sentencejson.h"

#include "domain/changes/stepwords.h"
#include "domain/fields/valuejson.h"
#include "domain/text/reftext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace headway::store {

namespace {

QJsonObject objectOf(const Sentence &sentence);
Sentence sentenceOf(const QJsonObject &object);

struct PartToJson {
    QJsonValue operator()(const QString &text) const { return text; }
    QJsonValue operator()(qint64 number) const { return number; }
    QJsonValue operator()(const Quoted &quoted) const { return QJsonObject{{u"quoted"_s, quoted.text}}; }
    QJsonValue operator()(QDate day) const { return QJsonObject{{u"day"_s, day.toString(Qt::ISODate)}}; }
    QJsonValue operator()(Instant at) const { return QJsonObject{{u"at"_s, at.ms}}; }
    QJsonValue operator()(const Amount &amount) const
    {
        return QJsonObject{{u"amount"_s, amount.minor}, {u"currency"_s, amount.currency}};
    }
    QJsonValue operator()(const RecordName &record) const
    {
        return QJsonObject{{u"record"_s, refText(record.ref)}, {u"title"_s, record.title}};
    }
    QJsonValue operator()(const KindName &name) const
    {
        const QString key = name.number == Number::One ? u"kind"_s
            : name.number == Number::Many              ? u"kinds"_s
                                                       : u"a_kind"_s;
        return QJsonObject{{key, QString(tableName(name.kind))}};
    }
    QJsonValue operator()(const FieldName &name) const
    {
        return QJsonObject{
            {u"field"_s, name.field}, {u"of"_s, QString(tableName(name.kind))}, {u"custom"_s, name.custom}};
    }
    QJsonValue operator()(const FieldContent &content) const
    {
        return QJsonObject{{u"content"_s, content.field},
                           {u"of"_s, QString(tableName(content.kind))},
                           {u"value"_s, toJson(content.value)},
                           {u"beside"_s, content.beside}};
    }
    QJsonValue operator()(const std::shared_ptr<const Sentence> &sentence) const
    {
        return objectOf(*sentence);
    }
};

QJsonObject objectOf(const Sentence &sentence)
{
    if (sentence.isVerbatim()) // the step of an older version, named by a later one
        return {{u"words"_s, sentence.words()}};
    QJsonObject object{{u"id"_s, sentence.id()}};
    QJsonArray parts;
    for (const SentencePart &part : sentence.parts())
        parts.append(std::visit(PartToJson{}, part));
    if (!parts.isEmpty())
        object.insert(u"of"_s, parts);
    return object;
}

EntityKind kindIn(const QJsonObject &object, const QString &key)
{
    return entityKindNamed(object.value(key).toString()).value_or(EntityKind::Deal);
}

SentencePart partOf(const QJsonValue &value)
{
    if (value.isString())
        return value.toString();
    if (value.isDouble())
        return value.toInteger();
    const QJsonObject object = value.toObject();
    const auto text = [&object](const QString &key) { return object.value(key).toString(); };
    if (object.contains(u"id"_s))
        return std::make_shared<const Sentence>(sentenceOf(object));
    if (object.contains(u"words"_s))
        return std::make_shared<const Sentence>(Sentence::verbatim(text(u"words"_s)));
    if (object.contains(u"quoted"_s))
        return Quoted{text(u"quoted"_s)};
    if (object.contains(u"day"_s))
        return QDate::fromString(text(u"day"_s), Qt::ISODate);
    if (object.contains(u"at"_s))
        return Instant{object.value(u"at"_s).toInteger()};
    if (object.contains(u"amount"_s))
        return Amount{object.value(u"amount"_s).toInteger(), text(u"currency"_s)};
    if (object.contains(u"record"_s)) // of an unknown kind: shown by its title
        return RecordName{refNamed(text(u"record"_s)).value_or(EntityRef{}), text(u"title"_s)};
    if (object.contains(u"kind"_s))
        return KindName{kindIn(object, u"kind"_s), Number::One};
    if (object.contains(u"kinds"_s))
        return KindName{kindIn(object, u"kinds"_s), Number::Many};
    if (object.contains(u"a_kind"_s))
        return KindName{kindIn(object, u"a_kind"_s), Number::Any};
    if (object.contains(u"field"_s))
        return FieldName{kindIn(object, u"of"_s), text(u"field"_s), text(u"custom"_s)};
    if (object.contains(u"content"_s))
        return FieldContent{kindIn(object, u"of"_s), text(u"content"_s), fromJson(object.value(u"value"_s)),
                            text(u"beside"_s)};
    return QString(u'…'); // a part that only a newer version knows
}

Sentence sentenceOf(const QJsonObject &object)
{
    const QString id = object.value(u"id"_s).toString();
    const Wording *wording = wordingNamed(id);
    Sentence sentence = wording ? Sentence(*wording) : Sentence::unknown(id);
    for (const auto &part : object.value(u"of"_s).toArray())
        sentence.add(partOf(part));
    return sentence;
}

} // namespace

QString sentenceToJson(const Sentence &sentence)
{
    if (sentence.id().isEmpty())
        return {};
    return QString::fromUtf8(QJsonDocument(objectOf(sentence)).toJson(QJsonDocument::Compact));
}

Sentence sentenceFromJson(const QString &json, const QString &words)
{
    const QJsonObject object = QJsonDocument::fromJson(json.toUtf8()).object();
    return object.value(u"id"_s).toString().isEmpty() ? Sentence::verbatim(words) : sentenceOf(object);
}

} // namespace headway::store
