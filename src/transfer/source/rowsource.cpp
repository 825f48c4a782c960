// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/source/rowsource.h"

#include "domain/text/quoted.h"
#include "exchange/csv/filecontent.h"
#include "transfer/source/cardsource.h"
#include "transfer/source/csvsource.h"
#include "transfer/source/workbooksource.h"

#include <QCryptographicHash>
#include <QFile>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace headway::transfer {

QStringList Writing::texts() const
{
    QStringList list;
    for (const Trait &trait : traits)
        list += trait.text;
    return list;
}

void SourceRow::writeNumbers(QChar decimalMark)
{
    if (decimalMark == u'.')
        return;
    for (const qsizetype column : numbers) {
        QString &cell = cells[column];
        if (const qsizetype at = cell.indexOf(u'.'); at >= 0)
            cell[at] = decimalMark;
    }
    numbers.clear();
}

SheetAddress sheetAddress(const QString &path)
{
    if (QFileInfo::exists(path))
        return {path, {}};
    for (qsizetype at = path.lastIndexOf(u'/'); at > 0; at = path.lastIndexOf(u'/', at - 1)) {
        if (const QString front = path.left(at); QFileInfo::exists(front))
            return QFileInfo(front).isFile() ? SheetAddress{front, path.sliced(at + 1)}
                                             : SheetAddress{path, {}};
    }
    return {path, {}};
}

QStringList withSheets(const QStringList &files)
{
    QStringList all;
    for (const QString &file : files) {
        const QStringList sheets = sheetsToRead(file);
        for (const QString &sheet : sheets.size() > 1 ? sheets : QStringList())
            all += file + u'/' + sheet;
        if (sheets.size() < 2)
            all += file;
    }
    return all;
}

bool isOfWorkbook(const QString &path)
{
    return isPacked(sheetAddress(path).path);
}

bool isOfCards(const QString &path)
{
    QFile file(path);
    return QFileInfo(path).isFile() // what comes through a pipe is not looked at twice
        && file.open(QIODevice::ReadOnly) && exchange::isAddressBook(exchange::startOf(file));
}

QString digestOf(const QString &path, const QString &sheet)
{
    QFile content(path);
    QCryptographicHash hash(QCryptographicHash::Blake2b_256);
    if (!content.open(QIODevice::ReadOnly) || !hash.addData(&content))
        return {};
    hash.addData(sheet.toUtf8());
    return QString::fromLatin1(hash.result().toHex());
}

QString rejectedEnding(const QString &path)
{
    return isOfCards(path) ? u"vcf"_s : u"csv"_s;
}

Result<std::unique_ptr<RowSource>> openSource(const SourceFile &file)
{
    SourceFile found = file;
    const SheetAddress address = sheetAddress(file.path);
    found.path = address.path;
    if (found.csv.sheet.isEmpty())
        found.csv.sheet = address.sheet;
    if (isPacked(found.path))
        return WorkbookSource::open(found);
    if (!found.csv.sheet.isEmpty())
        return failure(ErrorCode::Invalid,
                       Sentence::tr("%1 is no workbook, so that it has no sheet %2.")
                           .arg(QFileInfo(found.path).fileName(), Quoted{found.csv.sheet}));
    if (found.author == Author::Anybody && isOfCards(found.path))
        return CardSource::open(found);
    return CsvSource::open(found);
}

} // namespace headway::transfer
