// SPDX-License-Identifier: GPL-3.0-or-later
#include "domain/records/inenglish.h"

#include "domain/records/record.h"
#include "domain/text/datetext.h"
#include "domain/text/moneytext.h"
#include "domain/text/quoted.h"

#include <QLocale>

using namespace Qt::StringLiterals;

namespace headway {

namespace {

struct EnglishPart {
    QString operator()(const QString &text) const { return text; }
    QString operator()(qint64 number) const { return QLocale(QLocale::English).toString(number); }
    QString operator()(const Quoted &part) const { return quoted(part.text); }
    QString operator()(QDate day) const { return QLocale::c().toString(day, u"ddd d MMM yyyy"_s); }
    QString operator()(Instant at) const { return formatInstant(at.ms); }

    QString operator()(const Amount &amount) const
    {
        return formatMinor(amount.minor, amount.currency).value_or(QString::number(amount.minor)) + u' '
            + amount.currency;
    }
    QString operator()(const RecordName &record) const
    {
        if (!record.title.isEmpty())
            return u'“' + record.title + u'”';
        if (record.ref.id <= 0 || isSingle(record.ref.kind))
            return (*this)(KindName{record.ref.kind, Number::Any});
        return QLatin1StringView(entityInfo(record.ref.kind).singular) + u' '
            + QString::number(record.ref.id);
    }
    QString operator()(const KindName &name) const
    {
        const EntityInfo &info = entityInfo(name.kind);
        const char *many = name.number == Number::Any ? info.any : info.plural;
        return QString::fromLatin1(name.number == Number::One ? info.singular : many);
    }
    QString operator()(const FieldName &name) const
    {
        const EntityInfo &info = entityInfo(name.kind);
        const int index = info.indexOf(name.field);
        if (!name.custom.isEmpty() || index < 0)
            return name.custom.isEmpty() ? name.field : name.custom;
        const char *label = info.field(index).label;
        return *label ? QString::fromLatin1(label) : name.field;
    }
    QString operator()(const FieldContent &content) const
    {
        const EntityInfo &info = entityInfo(content.kind);
        const int index = info.indexOf(content.field);
        const FieldType type = index < 0 ? FieldType::Text : info.field(index).type;
        if (isNull(content.value) || isBlank(content.value))
            return u"nothing"_s;
        switch (type) {
        case FieldType::Money: return (*this)(Amount{integerOf(content.value), content.beside});
        case FieldType::Day: return (*this)(Codec<QDate>::write(content.value));
        case FieldType::Moment: return formatInstant(integerOf(content.value));
        case FieldType::Reference:
            return content.beside.isEmpty() ? QString::number(integerOf(content.value))
                                            : quoted(content.beside);
        case FieldType::Choice:
            for (const Choice &each : info.field(index).choices) {
                if (textOf(content.value) == QLatin1StringView(each.code))
                    return QString::fromLatin1(each.label);
            }
            break;
        default: break;
        }
        const auto *text = std::get_if<QString>(&content.value);
        return text ? quoted(*text) : QString::number(realOf(content.value), 'g', 15);
    }
    QString operator()(const std::shared_ptr<const Sentence> &sentence) const { return inEnglish(*sentence); }
};

} // namespace

QString inEnglish(const Sentence &sentence)
{
    if (sentence.isVerbatim())
        return sentence.words();
    const QString pattern = QString::fromUtf8(sentence.source());
    QString text =
        filled(pattern, sentence, [](const SentencePart &part) { return std::visit(EnglishPart{}, part); });
    if (beginsWithKind(pattern, sentence))
        text.front() = text.front().toUpper();
    return text;
}

QStringList linesInEnglish(const std::vector<Sentence> &sentences)
{
    QStringList all;
    for (const Sentence &sentence : sentences)
        all += inEnglish(sentence);
    return all;
}

} // namespace headway
