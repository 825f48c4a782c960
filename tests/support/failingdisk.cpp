// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/failingdisk.h"

#include "support/catch_qt.h"

#include <atomic>
#include <limits>
#include <sqlite3.h>

namespace headway::test {

namespace {

std::atomic<int> written = 0;
std::atomic<int> goodWrites = std::numeric_limits<int>::max();
std::atomic<int> failureCode = SQLITE_FULL;

// SQLite's own layer, whose file object follows ours in the same block of memory.
sqlite3_vfs *real = nullptr;
struct File {
    sqlite3_file base;
};
sqlite3_file *behind(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<File *>(file) + 1);
}

int outcome()
{
    return ++written > goodWrites ? int(failureCode) : SQLITE_OK;
}

int closeFile(sqlite3_file *file)
{
    return behind(file)->pMethods->xClose(behind(file));
}
int readFile(sqlite3_file *file, void *into, int size, sqlite3_int64 at)
{
    return behind(file)->pMethods->xRead(behind(file), into, size, at);
}
int writeFile(sqlite3_file *file, const void *from, int size, sqlite3_int64 at)
{
    const int code = outcome();
    return code == SQLITE_OK ? behind(file)->pMethods->xWrite(behind(file), from, size, at) : code;
}
int truncateFile(sqlite3_file *file, sqlite3_int64 size)
{
    return behind(file)->pMethods->xTruncate(behind(file), size);
}
int syncFile(sqlite3_file *file, int flags)
{
    const int code = outcome();
    return code == SQLITE_OK ? behind(file)->pMethods->xSync(behind(file), flags) : code;
}
int sizeOfFile(sqlite3_file *file, sqlite3_int64 *size)
{
    return behind(file)->pMethods->xFileSize(behind(file), size);
}
int lockFile(sqlite3_file *file, int lock)
{
    return behind(file)->pMethods->xLock(behind(file), lock);
}
int unlockFile(sqlite3_file *file, int lock)
{
    return behind(file)->pMethods->xUnlock(behind(file), lock);
}
int isReserved(sqlite3_file *file, int *answer)
{
    return behind(file)->pMethods->xCheckReservedLock(behind(file), answer);
}
int control(sqlite3_file *file, int what, void *argument)
{
    return behind(file)->pMethods->xFileControl(behind(file), what, argument);
}
int sectorSize(sqlite3_file *file)
{
    return behind(file)->pMethods->xSectorSize(behind(file));
}
int characteristics(sqlite3_file *file)
{
    return behind(file)->pMethods->xDeviceCharacteristics(behind(file));
}
int mapShared(sqlite3_file *file, int page, int size, int extend, void volatile **into)
{
    return behind(file)->pMethods->xShmMap(behind(file), page, size, extend, into);
}
int lockShared(sqlite3_file *file, int offset, int count, int flags)
{
    return behind(file)->pMethods->xShmLock(behind(file), offset, count, flags);
}
void barrier(sqlite3_file *file)
{
    behind(file)->pMethods->xShmBarrier(behind(file));
}
int unmapShared(sqlite3_file *file, int remove)
{
    return behind(file)->pMethods->xShmUnmap(behind(file), remove);
}

// Version 2: without memory mapping, so that SQLite does not use it.
const sqlite3_io_methods methods{2,        closeFile,   readFile,        writeFile,  truncateFile,
                                 syncFile, sizeOfFile,  lockFile,        unlockFile, isReserved,
                                 control,  sectorSize,  characteristics, mapShared,  lockShared,
                                 barrier,  unmapShared, nullptr,         nullptr};

int openFile(sqlite3_vfs *, const char *name, sqlite3_file *file, int flags, int *outFlags)
{
    file->pMethods = nullptr;
    const int code = real->xOpen(real, name, behind(file), flags, outFlags);
    if (behind(file)->pMethods)
        file->pMethods = &methods;
    return code;
}

sqlite3_vfs layer()
{
    sqlite3_vfs vfs = *real;
    vfs.zName = "headway-failing-disk";
    vfs.szOsFile = int(sizeof(File)) + real->szOsFile;
    vfs.xOpen = openFile;
    vfs.pNext = nullptr;
    return vfs;
}

sqlite3_vfs ours;

} // namespace

FailingDisk::FailingDisk()
{
    real = sqlite3_vfs_find(nullptr);
    ours = layer();
    REQUIRE(sqlite3_vfs_register(&ours, 1) == SQLITE_OK);
    mend();
}

FailingDisk::~FailingDisk()
{
    mend();
    sqlite3_vfs_unregister(&ours);
    sqlite3_vfs_register(real, 1);
}

void FailingDisk::failAfter(int good, How how)
{
    written = 0;
    goodWrites = good;
    failureCode = how == How::Full ? SQLITE_FULL : SQLITE_IOERR_WRITE;
}

void FailingDisk::mend()
{
    written = 0;
    goodWrites = std::numeric_limits<int>::max();
}

int FailingDisk::writes() const
{
    return written;
}

} // namespace headway::test
