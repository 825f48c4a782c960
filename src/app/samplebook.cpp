// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/samplebook.h"

#include "store/book.h"
#include "store/bulk.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace headway::app {

namespace {

// The change log of the large book goes back this far (PERFORMANCE.md); smaller ones keep it all.
constexpr qint64 mostHistory = 2'000'000;

Result<> fill(sql::Connection &connection, const SampleScale &scale, quint64 seed, QDate today,
              const Progress &progress)
{
    HEADWAY_TRY(load, store::BulkLoad::begin(connection));
    load.logHistory(mostHistory);
    HEADWAY_CHECK(generateSample(
        scale, seed, today,
        [&load](EntityKind kind, qint64 id, const Row &row, Instant createdAt) {
            return load.add(kind, id, row, createdAt);
        },
        progress));
    HEADWAY_CHECK(load.finish(progress));
    return store::setBookValue(connection, u"currency"_s, u"EUR"_s);
}

} // namespace

Result<> makeSampleBook(const QString &address, const SampleScale &scale, quint64 seed, QDate today,
                        const Progress &progress)
{
    const QString file = store::isServer(address) ? address : QString(address + u".new"_s);
    if (!store::isServer(address)) {
        if (QFile::exists(address))
            return failure(ErrorCode::Conflict, u"The file %1 exists already."_s.arg(address));
        QFile::remove(file); // what a run that was killed has left
    }
    Result<> filled;
    {
        HEADWAY_TRY(connection, store::createBook(file));
        filled = fill(*connection, scale, seed, today, progress);
    }
    if (file == address)
        return filled;
    // The file gets its name when it is whole: the load is not safe against being killed.
    if (filled && !QFile::rename(file, address))
        filled = failure(ErrorCode::Unreadable, u"The file %1 cannot be written."_s.arg(address));
    if (!filled) {
        for (const QString &suffix : {QString(), u"-wal"_s, u"-shm"_s})
            QFile::remove(file + suffix);
    }
    return filled;
}

} // namespace headway::app
