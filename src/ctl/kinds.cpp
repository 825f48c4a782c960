// SPDX-License-Identifier: GPL-3.0-or-later
#include "ctl/kinds.h"

#include "ctl/words.h"
#include "domain/query/filter.h"
#include "domain/records/record.h"
#include "domain/text/nearest.h"
#include "domain/text/quoted.h"
#include "store/reading/nameclauses.h"
#include "store/reading/nearnames.h"
#include "store/rows/records.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::ctl {

namespace {

QString wordFrom(const char *name)
{
    return QString::fromLatin1(name).replace(u' ', u'-');
}

QString described(sql::Connection &book, EntityRef ref)
{
    return wordOf(ref) + u' ' + quoted(store::titleOf(book, ref).value_or(QString()));
}

Result<EntityRef> recordNumbered(sql::Connection &book, EntityRef ref)
{
    HEADWAY_TRY(record, store::load(book, ref));
    if (record.deletedAt)
        return failure(ErrorCode::NotFound,
                       Sentence::tr("The %1 %2 was deleted.")
                           .arg(KindName{record.ref.kind})
                           .arg(QString::number(ref.id)));
    return ref;
}

} // namespace

QStringList kindWords()
{
    QStringList words;
    for (const EntityKind kind : allEntityKinds())
        words += wordFrom(entityInfo(kind).plural);
    return words;
}

QString wordOf(EntityKind kind)
{
    return wordFrom(entityInfo(kind).singular);
}

QString wordOf(EntityRef ref)
{
    return wordOf(ref.kind) + u':' + QString::number(ref.id);
}

Result<EntityKind> kindNamed(const QString &word)
{
    if (const auto kind = kindCalled(word))
        return *kind;
    return failure(ErrorCode::Invalid, noSuchKind(word, kindWords()));
}

Result<EntityRef> recordNamed(sql::Connection &book, EntityKind kind, const QString &text)
{
    bool isNumber = false;
    const qint64 id = text.toLongLong(&isNumber);
    if (isNumber)
        return recordNumbered(book, {kind, id});
    HEADWAY_TRY(found, store::idsNamed(book, kind, text));
    if (found.size() == 1)
        return EntityRef{kind, found.front()};
    if (found.empty())
        return failure(ErrorCode::NotFound,
                       Sentence::tr("There is no %1 %2.%3")
                           .arg(KindName{kind}, Quoted{text}, store::nearName(book, kind, text)));
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 can mean %2 or %3%4: say its number.")
                       .arg(Quoted{text}, described(book, {kind, found[0]}),
                            described(book, {kind, found[1]}),
                            found.size() > 2 ? u' ' + Words::tr("or others") : QString()));
}

Result<EntityRef> recordNamed(sql::Connection &book, const QString &text)
{
    const qsizetype colon = text.indexOf(u':');
    if (colon <= 0 || colon + 1 == text.size())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 names no record: write KIND:ID, such as deal:17.").arg(Quoted{text}));
    HEADWAY_TRY(kind, kindNamed(text.left(colon)));
    return recordNamed(book, kind, text.mid(colon + 1));
}

QString wordOf(const FieldInfo &field)
{
    const QString name = field.name;
    return field.type == FieldType::Reference && name.endsWith("_id"_L1) ? name.chopped(3) : name;
}

QStringList fieldWords(EntityKind kind)
{
    QStringList words;
    for (const FieldInfo &field : entityInfo(kind).fields) {
        if (!field.has(Trait::Internal))
            words += wordOf(field);
    }
    return words;
}

Result<int> fieldNamed(EntityKind kind, const QString &word)
{
    const QString plain = word.toLower().replace(u'-', u'_');
    const EntityInfo &info = entityInfo(kind);
    for (int i = 0; i < int(info.fields.size()); ++i) {
        const FieldInfo &field = info.field(i);
        if (!field.has(Trait::Internal) && (plain == wordOf(field) || plain == field.name))
            return i;
    }
    // Short names as in filters, such as "close". Setting "probability" sets the deal's own.
    if (const auto order = parseOrder(kind, plain); order && order->size() == 1) {
        if (order->front().subject == Subject::Field)
            return order->front().field;
        if (order->front().subject == Subject::Probability)
            return info.indexOf(u"probability_override");
    }
    const QStringList known = fieldWords(kind);
    const Sentence near = didYouMean(plain, known);
    return failure(
        ErrorCode::Invalid,
        Sentence::tr("%1 have no field %2.%3")
            .arg(KindName{kind, Number::Many}, Quoted{word},
                 near.isEmpty() ? Sentence::tr(" There are: %1.").arg(known.join(u", "_s)) : near));
}

} // namespace headway::ctl
