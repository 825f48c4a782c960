// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/samplebook.h"

#include "store/book/book.h"
#include "store/bulk/bulk.h"
#include "store/schema/schema.h"

using namespace Qt::StringLiterals;

namespace headway::sample {

namespace {

constexpr qint64 loggedChanges = 2'000'000;

Result<> fill(sql::Connection &connection, const SampleScale &scale, quint64 seed, QDate today,
              const Progress &progress)
{
    HEADWAY_TRY(bulk, store::BulkLoad::begin(connection));
    bulk.logHistory(loggedChanges);
    const auto sink = [&bulk](EntityKind kind, qint64 id, const Row &row, Instant createdAt) {
        return bulk.add(kind, id, row, createdAt);
    };
    HEADWAY_CHECK(generateSample(scale, seed, today, sink, progress));
    // Indexes, search and log take about as long as the rows did; progress is still given in records.
    const qint64 count = bulk.count();
    HEADWAY_CHECK(bulk.finish(
        [&](qint64 done, qint64 all) { return !progress || progress(count * done / all, count); }));
    return store::setBookValue(connection, u"currency"_s, u"EUR"_s);
}

} // namespace

Result<> makeSampleBook(const QString &address, const SampleScale &scale, quint64 seed, QDate today,
                        const Progress &progress)
{
    return store::makeBook(
        address, [&](sql::Connection &connection) { return fill(connection, scale, seed, today, progress); });
}

QString visitor()
{
    return u"Åsa Lindqvist"_s;
}

} // namespace headway::sample
