// SPDX-License-Identifier: GPL-3.0-or-later
#include "store/book/restore.h"

#include "sql/file.h"
#include "store/book/book.h"
#include "store/maintenance/backup.h"
#include "store/schema/schema.h"

#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace headway::store {

Result<QString> restoreBook(const QString &backup, const QString &path, const QDateTime &now,
                            const Progress &progress)
{
    if (isServer(path) || isServer(backup))
        return failure(
            ErrorCode::Invalid,
            Sentence::tr(
                "A book on a server is restored there, with pg_restore, by whoever runs the server."));
    HEADWAY_TRY(source, openBookAsItIs(backup));
    HEADWAY_TRY(isNew, isOfThisVersion(*source));
    if (isNew)
        HEADWAY_CHECK(refuseUnlessSound(*source, backup));
    const QString aside = asideName(path, u"before-restore-"_s + now.toString(u"yyyyMMdd-HHmmss"_s));
    const bool isPresent = QFileInfo::exists(path);
    if (isPresent && !QFileInfo(path).isFile())
        return failure(ErrorCode::Conflict, Sentence::tr("%1 is not a file.").arg(path));
    if (isPresent && QFileInfo::exists(aside))
        return failure(ErrorCode::Conflict, Sentence::tr("The file %1 exists already.").arg(aside));
    if (isPresent && sql::isOpenOn(*source, path))
        return failure(ErrorCode::Conflict, Sentence::tr("%1 is the book itself.").arg(path));
    // The copy is complete before the present book is moved: at every moment one of them exists.
    const QString fresh = asideName(path, u"restored-"_s + now.toString(u"yyyyMMdd-HHmmss"_s));
    HEADWAY_CHECK(copyBook(*source, fresh, progress));
    if (isPresent) {
        if (auto moved = sql::renameDatabaseFile(path, aside); !moved) {
            sql::removeDatabaseFile(fresh);
            return failure(moved.error());
        }
    }
    if (auto moved = sql::renameDatabaseFile(fresh, path); !moved) {
        if (isPresent)
            (void)sql::renameDatabaseFile(aside, path); // back to where it was
        sql::removeDatabaseFile(fresh);
        return failure(moved.error());
    }
    return isPresent ? aside : QString();
}

} // namespace headway::store
