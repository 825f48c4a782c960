// SPDX-License-Identifier: GPL-3.0-or-later
#include "bench/samplebooks.h"

#include "sample/sample.h"
#include "sample/samplebook.h"
#include "sql/connection.h"
#include "sql/file.h"
#include "store/book/book.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFileInfo>
#include <QUrl>

#include <cstdio>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

// Always the same day, so that the same seed gives the same book.
const QDate today(2026, 11, 23);
constexpr quint64 seed = 1;

Result<QString> folder()
{
    const QDir beside(QCoreApplication::applicationDirPath() + u"/../bench"_s);
    if (!beside.mkpath(u"."_s))
        return failure(ErrorCode::ReadOnly,
                       Sentence::verbatim(u"Cannot make the folder %1."_s.arg(beside.path())));
    return beside.canonicalPath();
}

bool isUsable(const QString &path)
{
    return QFileInfo::exists(path) && store::openBook(path, sql::Access::ReadWrite).has_value();
}

} // namespace

Result<SampleBook> sampleBook(const QString &scale)
{
    const auto numbers = sample::SampleScale::named(scale);
    if (!numbers)
        return failure(
            ErrorCode::Invalid,
            Sentence::verbatim(
                u"There is no scale '%1': small, medium, large or a number of deals."_s.arg(scale)));
    HEADWAY_TRY(place, folder());
    SampleBook book{.path = place + u'/' + scale + u".headway"_s};
    if (!isUsable(book.path)) {
        sql::removeDatabaseFile(book.path);
        std::fprintf(stderr, "Making the %s book (once) …\n", qPrintable(scale));
        QElapsedTimer clock;
        clock.start();
        HEADWAY_CHECK(sample::makeSampleBook(book.path, *numbers, seed, today, {}));
        book.seconds = double(clock.elapsed()) / 1000;
        std::fprintf(stderr, "… %.0f s\n", book.seconds);
    }
    book.bytes = QFileInfo(book.path).size();
    return book;
}

Result<SampleBook> sampleBookOn(const QString &server, const QString &scale)
{
    const auto numbers = sample::SampleScale::named(scale);
    if (!numbers)
        return failure(ErrorCode::Invalid, Sentence::verbatim(u"There is no scale '%1'."_s.arg(scale)));
    const QString name = u"headway_bench_"_s + scale;
    QUrl address(server);
    address.setPath(u'/' + name);
    SampleBook book{.path = address.toString(QUrl::FullyEncoded)};
    HEADWAY_TRY(door, sql::openPostgres(server, sql::Access::ReadWrite));
    HEADWAY_CHECK(door->command(u"DROP DATABASE IF EXISTS "_s + name));
    HEADWAY_CHECK(door->command(u"CREATE DATABASE "_s + name));
    std::fprintf(stderr, "Making the %s book on the server …\n", qPrintable(scale));
    QElapsedTimer clock;
    clock.start();
    HEADWAY_CHECK(sample::makeSampleBook(book.path, *numbers, seed, today, {}));
    book.seconds = double(clock.elapsed()) / 1000;
    std::fprintf(stderr, "… %.0f s\n", book.seconds);
    return book;
}

Result<QString> copyOf(const SampleBook &book, const QString &name)
{
    const QString path = QFileInfo(book.path).absolutePath() + u'/' + name + u".headway"_s;
    sql::removeDatabaseFile(path);
    { // it may be open here, but nothing writes to it
        HEADWAY_TRY(connection, store::openBook(book.path, sql::Access::ReadWrite));
        HEADWAY_CHECK(connection->cell(u"PRAGMA wal_checkpoint(TRUNCATE)"_s));
    }
    if (!QFile::copy(book.path, path))
        return failure(ErrorCode::Full, Sentence::verbatim(u"Cannot copy %1."_s.arg(book.path)));
    return path;
}

} // namespace headway::bench
