// SPDX-License-Identifier: GPL-3.0-or-later
// Steps of many records: an owner changed, records deleted, contacts imported, each taken back and done again. In a
// copy of the book; on a server in the sample itself, which is made anew for each run.
#include "app/edits/bulkedits.h"
#include "bench/families.h"
#include "bench/measure.h"
#include "sql/file.h"
#include "store/book/book.h"
#include "store/commit/commit.h"
#include "transfer/import/importer.h"

#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace headway::bench {

namespace {

constexpr qint64 most = 100'000; // records of a step
const Actor actor{UserId{1}, Instant{1'796'000'000'000}};

struct Subject {
    Bench &bench;
    sql::Connection &connection;
    QString folder = {}; // for the file that is imported
};

template <class Work>
void timed(Subject &subject, const QString &name, qint64 records, Work work)
{
    QElapsedTimer clock;
    clock.start();
    work();
    const double ms = double(clock.nsecsElapsed()) / 1e6;
    subject.bench.add(
        {name, {}, 1, u"%L1 records, %L2 a second"_s.arg(records).arg(qint64(double(records) * 1000 / ms))},
        {ms});
}

// The step is taken back, done again, and taken back for good.
void revertThrice(Subject &subject, const QString &name, qint64 records, qint64 step)
{
    ChangeSet set;
    timed(subject, name + u".undo"_s, records,
          [&] { set = must(store::revert(subject.connection, step, actor)); });
    timed(subject, name + u".redo"_s, records,
          [&] { set = must(store::revert(subject.connection, set.operation.id, actor)); });
    must(store::revert(subject.connection, set.operation.id, actor));
}

std::vector<qint64> contacts(sql::Connection &connection)
{
    std::vector<qint64> ids;
    must(connection.each(u"SELECT id FROM contact WHERE deleted_at IS NULL ORDER BY name_key, id LIMIT ?"_s,
                         {most}, [&ids](const sql::RowView &row) -> Result<> {
                             ids.push_back(row.integer(0));
                             return {};
                         }));
    return ids;
}

void measureChange(Subject &subject)
{
    app::BulkChange change{.kind = EntityKind::Contact, .ids = contacts(subject.connection)};
    change.values = {{entityInfo(EntityKind::Contact).indexOf(u"owner_id"), qint64(2)}};
    const auto count = qint64(change.ids.size());
    app::BulkReport report;
    timed(subject, u"bulk.change"_s, count,
          [&] { report = must(app::changeRecords(subject.connection, change, actor, {})); });
    revertThrice(subject, u"bulk.change"_s, count, report.set.operation.id);
}

void measureDeletion(Subject &subject)
{
    std::vector<EntityRef> records;
    for (const qint64 id : contacts(subject.connection))
        records.push_back({EntityKind::Contact, id});
    const auto count = qint64(records.size());
    app::BulkReport report;
    timed(subject, u"bulk.delete"_s, count,
          [&] { report = must(app::deleteRecords(subject.connection, records, actor, {})); });
    revertThrice(subject, u"bulk.delete"_s, count, report.set.operation.id);
}

// New people of new companies, nine columns.
void writeFile(const QString &path, qint64 rows)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        orGiveUp({ErrorCode::Full, Sentence::verbatim(u"Cannot write %1."_s.arg(path)), {}});
    QTextStream text(&file);
    text << "First name,Last name,Company,Email,Phone,Job title,Street,City,Country\n";
    for (qint64 i = 0; i < rows; ++i)
        text << "Given" << i % 977 << ",Family" << i % 9973 << ",Works " << i / 10 << ",p" << i
             << "@works.example,+49 30 " << 5'000'000 + i << ",Buyer,Main road " << i % 200 << ",Town"
             << i % 499 << ",DE\n";
}

void measureImported(Subject &subject)
{
    const QString file = subject.folder + u"/bulk.csv"_s;
    const auto count = qint64(contacts(subject.connection).size());
    writeFile(file, count);
    transfer::ImportRequest request;
    request.kind = EntityKind::Contact;
    transfer::ImportReport report;
    timed(subject, u"bulk.import"_s, count,
          [&] { report = must(transfer::importFile(subject.connection, {.path = file}, request, actor)); });
    revertThrice(subject, u"bulk.import"_s, count, report.step.id);
    QFile::remove(file);
}

void measureOn(Subject subject)
{
    const auto wants = [&subject](const QString &name) -> bool {
        const QStringList &only = subject.bench.only();
        return subject.bench.wants(name) || std::any_of(only.begin(), only.end(), [&](const QString &part) {
                   return part.startsWith(name);
               });
    };
    if (wants(u"bulk.change"_s))
        measureChange(subject);
    if (wants(u"bulk.delete"_s))
        measureDeletion(subject);
    if (wants(u"bulk.import"_s))
        measureImported(subject);
}

} // namespace

void measureBulk(Bench &bench)
{
    const QStringList &only = bench.only();
    const bool isWanted = only.isEmpty() || std::any_of(only.begin(), only.end(), [](const QString &part) {
                              return part.startsWith("bulk"_L1) || QStringView(u"bulk").startsWith(part);
                          });
    if (!isWanted)
        return;
    const QString folder = QFileInfo(must(sampleBook(u"small"_s)).path).absolutePath();
    if (bench.writer().engine() == sql::Engine::Postgres) {
        measureOn({bench, bench.writer(), folder});
        return;
    }
    const SampleBook sample = must(sampleBook(bench.scale() == u"large" ? u"medium"_s : bench.scale()));
    const QString copy = must(copyOf(sample, u"bulk"_s));
    {
        const auto connection = must(store::openBook(copy, sql::Access::ReadWrite));
        measureOn({bench, *connection, folder});
    }
    sql::removeDatabaseFile(copy);
}

} // namespace headway::bench
