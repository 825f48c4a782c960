// SPDX-License-Identifier: GPL-3.0-or-later
#include "sample/samplebook.h"

#include "domain/records/inenglish.h"
#include "store/book/book.h"
#include "store/maintenance/check.h"
#include "support/engines.h"

#include <QDir>
#include <QElapsedTimer>

using namespace headway;
using namespace headway::test;
using namespace Qt::StringLiterals;

namespace {

const QDate today(2026, 11, 23);

} // namespace

TEST_CASE("The sample company becomes a book that passes its check", "[sample]")
{
    // slow: every row of a company is written and checked
    const FreshDatabase database(GENERATE(anyEngine()));
    CAPTURE(database.engine());
    valueOf(sample::makeSampleBook(database.place(), sample::SampleScale::ofDeals(60), 1, today, {}));
    auto book = valueOf(store::openBook(database.place(), sql::Access::ReadWrite));
    CHECK(linesInEnglish(valueOf(store::checkBook(*book, store::CheckDepth::Thorough, {})).sentences())
              .isEmpty());
    CHECK(valueOf(book->cell(u"SELECT count(*) FROM deal"_s)) == sql::Value(qint64(60)));
    CHECK(valueOf(book->cell(u"SELECT count(*) FROM change"_s)) > sql::Value(qint64(60)));
}

TEST_CASE("A sample book that was cancelled leaves no file", "[sample]")
{
    const QTemporaryDir folder;
    const auto result =
        sample::makeSampleBook(folder.filePath(u"s.headway"_s), sample::SampleScale::ofDeals(2000), 1, today,
                               [](qint64, qint64) { return false; });
    REQUIRE_FALSE(result);
    CHECK(result.error().code == ErrorCode::Cancelled);
    CHECK(QDir(folder.path()).isEmpty());
}

// Runs only if named: HEADWAY_SAMPLE_SCALE is small, medium, large or a number of deals.
TEST_CASE("Sample book: minutes", "[.samplebook]")
{
    const QTemporaryDir folder;
    const QString place = folder.filePath(u"s.headway"_s);
    const auto scale = sample::SampleScale::named(qEnvironmentVariable("HEADWAY_SAMPLE_SCALE", u"medium"_s));
    REQUIRE(scale);
    QElapsedTimer clock;
    clock.start();
    valueOf(sample::makeSampleBook(place, *scale, 1, today, {}));
    WARN("made in " << clock.restart() << " ms, " << QFileInfo(place).size() / 1'000'000 << " MB");
    auto book = valueOf(store::openBook(place, sql::Access::ReadWrite));
    const auto report =
        valueOf(store::checkBook(*book, store::CheckDepth::Thorough, [&](qint64 done, qint64 all) {
            WARN(done << "/" << all << " after " << clock.elapsed() << " ms");
            return true;
        }));
    WARN("checked in " << clock.elapsed() << " ms");
    CHECK(linesInEnglish(report.sentences()).isEmpty());
}
