// SPDX-License-Identifier: GPL-3.0-or-later
// Contacts from a CSV file, half of them known, with log and search text, against inserting the same rows
// directly into an equal book; and the time to undo the step.
#include "bench/families.h"
#include "bench/measure.h"
#include "bench/memory.h"
#include "bench/rawsqlite.h"
#include "sql/file.h"
#include "store/book/book.h"
#include "transfer/import/importer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

constexpr int rows = 20'000;
const Actor actor{UserId{1}, Instant{1'795'000'000'000}};

// Every other row has an e-mail address that is in the book.
Result<QString> writeFile(Bench &bench, const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return failure(ErrorCode::Full, Sentence::verbatim(u"Cannot write %1."_s.arg(path)));
    QTextStream text(&file);
    text << "First name,Last name,Email,Phone,Job title,City,Country\n";
    int row = 0;
    HEADWAY_CHECK(bench.reader().each(
        u"SELECT first_name, last_name, email, phone, job_title, city FROM contact WHERE email <> ''"
        " AND deleted_at IS NULL ORDER BY id LIMIT ?"_s,
        {qint64(rows)}, [&](const sql::RowView &cells) -> Result<> {
            const bool known = ++row % 2 == 0;
            text << cells.text(0) << ',' << cells.text(1) << ','
                 << (known ? cells.text(2) : QString(u"new%1@example.org"_s.arg(row))) << ",\""
                 << cells.text(3) << "\",\"" << cells.text(4) << "\",\"" << cells.text(5) << "\",DE\n";
            return {};
        }));
    return path;
}

transfer::ImportRequest fillingByEmail()
{
    transfer::ImportRequest request;
    request.kind = EntityKind::Contact;
    request.match = {u"email"_s};
    request.existing = transfer::DuplicatePolicy::Fill;
    return request;
}

struct Imported {
    double seconds = 0;
    transfer::ImportReport report = {};
};

Imported import(sql::Connection &connection, const QString &path)
{
    QElapsedTimer clock;
    clock.start();
    auto report = must(transfer::importFile(connection, {.path = path}, fillingByEmail(), actor));
    return {double(clock.nsecsElapsed()) / 1e9, std::move(report)};
}

} // namespace

void measureImport(Bench &bench)
{
    if (!bench.wants(u"import.contacts"_s))
        return;
    const SampleBook small = must(sampleBook(bench.scale() == u"large" ? u"medium"_s : bench.scale()));
    const QString ours = must(copyOf(small, u"import-ours"_s));
    const QString raw = must(copyOf(small, u"import-raw"_s));
    const QString file = must(writeFile(bench, ours + u".csv"_s));

    Imported imported;
    Script writes;
    {
        const auto connection = must(store::openBook(ours, sql::Access::ReadWrite));
        import(*connection, file); // to warm up; undone, its rows stay as tombstones
        const auto again = must(store::openBook(raw, sql::Access::ReadWrite));
        const Recording recording(*again);
        import(*again, file);
        writes = writesOf(recording.script());
    }
    // two books in the same state again
    const QString target = must(copyOf(small, u"import-ours"_s));
    const QString bare = must(copyOf(small, u"import-raw"_s));
    std::vector<double> times;
    std::vector<double> rawTimes;
    {
        const qint64 before = memory().resident;
        const auto connection = must(store::openBook(target, sql::Access::ReadWrite));
        imported = import(*connection, file);
        times.push_back(imported.seconds * 1000);
        const qint64 grown = memory().resident - before;
        RawSqlite engine(bare, RawSqlite::Use::Write);
        const size_t prepared = engine.prepare(writes);
        QElapsedTimer clock;
        clock.start();
        engine.run(prepared);
        rawTimes.push_back(double(clock.nsecsElapsed()) / 1e6);
        bench.addPair({u"import.contacts"_s,
                       {.ratio = 1 / 0.4},
                       1,
                       u"%L1 rows, %L2 created, %L3 rows/s, memory +%4 MiB"_s.arg(imported.report.read)
                           .arg(imported.report.created)
                           .arg(qint64(double(imported.report.read) / imported.seconds))
                           .arg(grown >> 20)},
                      times, rawTimes);
        clock.start();
        must(store::revert(*connection, imported.report.step.id, actor));
        bench.add({u"import.undo"_s, {}, 1, u"%L1 changes"_s.arg(imported.report.step.changeCount)},
                  {double(clock.nsecsElapsed()) / 1e6});
    }
    for (const QString &path : {target, bare})
        sql::removeDatabaseFile(path);
    QFile::remove(file);
}

} // namespace headway::bench
