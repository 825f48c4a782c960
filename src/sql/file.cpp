// SPDX-License-Identifier: GPL-3.0-or-later
#include "sql/file.h"

#include <QFile>
#include <QFileInfo>

#include <cerrno>
#include <cstdio>
#include <cstring>
#include <fcntl.h>
#include <unistd.h>

using namespace Qt::StringLiterals;

namespace headway::sql {

namespace {

QStringList besides(const QString &path)
{
    return {path + u"-wal"_s, path + u"-shm"_s, path + u"-journal"_s};
}

Error cannotWrite(const QString &path, int reason)
{
    const ErrorCode code = reason == ENOSPC ? ErrorCode::Full : ErrorCode::Unreadable;
    return {code,
            code == ErrorCode::Full ? Sentence::tr("The disk is full: cannot write %1.").arg(path)
                                    : Sentence::tr("Cannot write %1.").arg(path),
            QString::fromLocal8Bit(std::strerror(reason))};
}

// Makes a file's content, or a folder's list of names, survive a power failure.
Result<> syncToDisk(const QString &path)
{
    const int file = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC);
    if (file < 0)
        return failure(cannotWrite(path, errno));
    const int outcome = ::fsync(file);
    const int reason = errno;
    ::close(file);
    return outcome == 0 ? Result<>() : failure(cannotWrite(path, reason));
}

// Opening anything else makes SQLite clean up the files next to it.
bool hasDatabaseHeader(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) && file.read(16) == QByteArray("SQLite format 3", 16);
}

} // namespace

Result<> settleDatabaseFile(const QString &path)
{
    {
        HEADWAY_TRY(connection, openSqlite(path, Access::ReadWrite));
        // Needs exclusive access: fails if another program has the file open.
        const auto mode = connection->cell(u"PRAGMA journal_mode = DELETE"_s);
        if (!mode && mode.error().code != ErrorCode::Busy)
            return failure(mode.error());
        if (!mode || *mode != Value(u"delete"_s))
            return failure(ErrorCode::Busy, Sentence::tr("%1 is open in another program.").arg(path));
        HEADWAY_CHECK(connection->cell(u"PRAGMA journal_mode = WAL"_s));
    }
    return syncToDisk(path);
}

Result<> renameDatabaseFile(const QString &path, const QString &newPath)
{
    // A damaged file cannot be settled: it is moved together with its -wal and -shm files, which may be
    // needed to rescue it.
    if (hasDatabaseHeader(path)) {
        const auto settled = settleDatabaseFile(path);
        if (!settled && (settled.error().code == ErrorCode::Busy || settled.error().code == ErrorCode::Full))
            return settled;
    }
    const QStringList old = besides(path);
    const QStringList fresh = besides(newPath);
    for (qsizetype i = 0; i < old.size(); ++i) {
        QFile::remove(fresh[i]); // those of a replaced file must not be taken for the new one's
        if (QFile::exists(old[i]) && !QFile::rename(old[i], fresh[i]))
            return failure(ErrorCode::Unreadable, Sentence::tr("Cannot write %1.").arg(fresh[i]));
    }
    if (std::rename(QFile::encodeName(path).constData(), QFile::encodeName(newPath).constData()) != 0)
        return failure(cannotWrite(newPath, errno));
    return syncToDisk(QFileInfo(newPath).absolutePath());
}

void removeDatabaseFile(const QString &path)
{
    QFile::remove(path);
    for (const QString &beside : besides(path))
        QFile::remove(beside);
}

bool isOpenOn(Connection &connection, const QString &path)
{
    if (connection.engine() != Engine::Sqlite || !connection.presence())
        return false;
    const auto file = connection.cell(u"SELECT file FROM pragma_database_list WHERE name = 'main'"_s);
    if (!file || !std::holds_alternative<QString>(*file))
        return false;
    return QFileInfo(std::get<QString>(*file)) == QFileInfo(path);
}

} // namespace headway::sql
