// SPDX-License-Identifier: GPL-3.0-or-later
#include "transfer/import/importfolder.h"

#include "transfer/source/rowsource.h"

#include <QDir>
#include <QDirIterator>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::transfer {

namespace {

// "~$deals.csv", ".~lock.deals.csv#", "deals.csv~", "Thumbs.db", "__MACOSX/._deals.csv"
bool isPassedOver(const QString &path)
{
    const QStringList names = path.split(u'/', Qt::SkipEmptyParts);
    const QString file = names.isEmpty() ? QString() : names.last();
    const bool isHidden = std::any_of(names.begin(), names.end(), [](const QString &name) {
        return name.startsWith(u'.') || name == "__MACOSX"_L1;
    });
    static const QStringList endings{u"~"_s, u".tmp"_s, u".temp"_s, u".bak"_s, u".part"_s, u".crdownload"_s};
    static const QStringList named{u"thumbs.db"_s, u"desktop.ini"_s};
    return isHidden || file.startsWith("~$"_L1) || named.contains(file.toLower())
        || std::any_of(endings.begin(), endings.end(),
                       [&](const QString &ending) { return file.endsWith(ending, Qt::CaseInsensitive); });
}

} // namespace

QStringList filesInFolder(const QString &folder)
{
    const QDir top(folder);
    QStringList inside;
    // Links to folders are not followed: they may lead round in a circle.
    QDirIterator each(folder, QDir::Files, QDirIterator::Subdirectories);
    while (each.hasNext() && inside.size() <= mostFiles) {
        each.next();
        const QString path = top.relativeFilePath(each.fileInfo().absoluteFilePath());
        if (!isPassedOver(path))
            inside += path;
    }
    // The folder's own files first, then each subfolder's.
    std::sort(inside.begin(), inside.end(), [](const QString &a, const QString &b) {
        const bool isDeepA = a.contains(u'/');
        const bool isDeepB = b.contains(u'/');
        if (isDeepA != isDeepB)
            return isDeepB;
        const int order = a.compare(b, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a < b;
    });
    QStringList files;
    for (const QString &path : inside)
        files += top.filePath(path);
    return files;
}

QString nameInFolder(const QString &folder, const QString &path)
{
    if (!QFileInfo(folder).isDir()) {
        const auto [file, sheet] = sheetAddress(path);
        const QString name = QFileInfo(file).fileName();
        return sheet.isEmpty() ? name : name + u'/' + sheet;
    }
    const QString inside = QDir(folder).relativeFilePath(QFileInfo(path).absoluteFilePath());
    return inside.startsWith(".."_L1) ? QFileInfo(path).fileName() : inside;
}

} // namespace headway::transfer
