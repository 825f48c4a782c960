// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/request/requestwords.h"

#include "domain/records/record.h"

using namespace Qt::StringLiterals;

namespace headway::transfer {

Error noSuchWord(const QString &option, const QString &typed, QStringList words)
{
    words.removeIf(
        [](const QString &word) { return word.size() == 1; }); // signs, which nobody could read here
    return {ErrorCode::Invalid,
            Sentence::tr("%1 cannot be %2. It is one of %3.").arg(option, Quoted{typed}, words.join(u", "_s)),
            {}};
}

Result<EntityKind> kindNamed(const QString &word)
{
    if (const auto kind = kindCalled(word))
        return *kind;
    QStringList names;
    for (const EntityKind kind : allEntityKinds())
        names += QString::fromLatin1(entityInfo(kind).plural);
    return failure(ErrorCode::Invalid,
                   Sentence::tr("%1 is none of: %2.").arg(Quoted{word}, names.join(u", "_s)));
}

QString wordToMake(EntityKind kind)
{
    const EntityInfo &info = entityInfo(kind);
    return info.has(KindTrait::IsNameable) ? QString::fromLatin1(info.plural).replace(u' ', u'_') : QString();
}

} // namespace headway::transfer
