// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/rowsource.h"

#include "exchange/csv/filecontent.h"
#include "transfer/source/cardsource.h"
#include "transfer/source/csvsource.h"

#include <QCryptographicHash>
#include <QFile>

using namespace Qt::StringLiterals;

namespace headway::transfer {

QStringList Writing::texts() const
{
    QStringList list;
    for (const Trait &trait : traits)
        list += trait.text;
    return list;
}

QString digestOf(const QString &path)
{
    QFile content(path);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    const bool isRead = content.open(QIODevice::ReadOnly) && hash.addData(&content);
    return isRead ? QString::fromLatin1(hash.result().toHex()) : QString();
}

namespace {

// What cannot be read, or only once, is CSV's to speak of.
bool isOfCards(const QString &path)
{
    QFile content(path);
    return content.open(QIODevice::ReadOnly) && !content.isSequential()
        && exchange::isAddressBook(content.peek(exchange::contentLookedAt));
}

} // namespace

QString rejectedEnding(const QString &path)
{
    return isOfCards(path) ? u"vcf"_s : u"csv"_s;
}

Result<std::unique_ptr<RowSource>> openSource(const SourceFile &file)
{
    if (file.author == Author::Anybody && isOfCards(file.path))
        return CardSource::open(file);
    return CsvSource::open(file);
}

} // namespace headway::transfer
